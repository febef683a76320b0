"""An earlier version of rules, to hold the present one against: out of a file, a folder or a git revision."""

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from newslint.finding import Mistake
from newslint.rulebook import Rulebook, load
from newslint.selection import nearest
from newslint.since import git

# Bytes: more than any rule or word list.
_MOST = 4 << 20
_FILES = (b"100644", b"100755")


class EarlierError(ValueError):
    """There is no such earlier version; the message says why."""


def version(what: str, now: Rulebook, packs: Sequence[Path], facts: Sequence[Path], workplace: Path) -> Rulebook:
    """The rulebook with its rules as they were in ``what``; raises EarlierError and SinceError.

    ``packs`` and ``facts`` are those of ``now``: fact sheets stay as they are. ``workplace``: an empty folder.
    """
    path = Path(what)
    if not what.strip():
        raise EarlierError("--against names nothing; expected a rule file, a folder of rules or a git revision")
    if path.is_file():
        rule = rule_of(path, now)
        target = workplace / f"{rule}.yaml"
        target.parent.mkdir(parents=True)
        shutil.copyfile(path, target)
        return _over(now, workplace, packs, facts, {target.as_posix(): path.as_posix()})
    if path.is_dir() and any(path.glob("*.y*ml")):
        # one family by itself
        target = workplace / path.absolute().name
        shutil.copytree(path, target)
        return _over(now, workplace, packs, facts, {target.as_posix(): path.as_posix()})
    if path.is_dir():
        return _over(now, path, packs, facts, {})
    if what.endswith((".yaml", ".yml", "/")):
        raise EarlierError(f"no such file or folder: {what}")
    return _load(*_at_revision(what, packs, facts, workplace))


def rule_of(path: Path, now: Rulebook) -> str:
    """Which rule a file is a version of: the one with its folder and name, else the only one with its name."""
    ids = [rule.id for rule in now.rules]
    # trips.old.yaml and trips-old.yaml are versions of trips
    for name in (path.stem, path.stem.partition(".")[0], path.stem.removesuffix("-old").removesuffix("-new")):
        for wanted in (f"{path.absolute().parent.name}/{name}", name):
            found = [one for one in ids if one == wanted or ("/" not in wanted and one.endswith(f"/{wanted}"))]
            if len(found) == 1:
                return found[0]
    message = f"{path.as_posix()}: which rule is this a version of? Name the file like the rule"
    raise EarlierError(f"{message}{nearest(path.stem, ids)}")


def differing(before: Rulebook, now: Rulebook) -> frozenset[str]:
    """The rules that are not the same in both: all, if a word list is not."""
    old, new = ({rule.id: Path(rule.path) for rule in book.rules} for book in (before, now))
    if dict(before.lexicon.lists) != dict(now.lexicon.lists):
        return frozenset(old.keys() | new.keys())
    changed = {rule for rule in old.keys() & new.keys() if old[rule].read_bytes() != new[rule].read_bytes()}
    return frozenset(changed | (old.keys() ^ new.keys()))


def _over(now: Rulebook, folder: Path, packs: Sequence[Path], facts: Sequence[Path], shown: dict[str, str]) -> Rulebook:
    """The rules of today with those of a folder in the place of theirs; all are read anew where it has word lists."""
    if any(folder.glob("lists/*.txt")):
        return _load([*packs, folder], facts, shown)
    book = _load([*packs, folder], facts, shown, [folder])
    if not book.rules:
        wrong = next(iter(book.mistakes), None)
        raise EarlierError(str(wrong) if wrong else f"no rules in {folder.as_posix()}")
    rules = {rule.id: rule for rule in (*now.rules, *book.rules)}
    return book._replace(rules=tuple(rules[name] for name in sorted(rules)))


def _load(
    packs: Sequence[Path], facts: Sequence[Path], shown: dict[str, str], only: Sequence[Path] | None = None
) -> Rulebook:
    """Loads packs; a mistake is told of the place that the user knows."""
    book = load(packs, only, facts, trust=True)
    return book._replace(mistakes=tuple(_renamed(one, shown) for one in book.mistakes))


def _renamed(mistake: Mistake, shown: dict[str, str]) -> Mistake:
    for path, name in shown.items():
        if mistake.path == path or mistake.path.startswith(f"{path}/"):
            return mistake._replace(path=name + mistake.path[len(path) :])
    return mistake


def _at_revision(
    revision: str, packs: Sequence[Path], facts: Sequence[Path], workplace: Path
) -> tuple[list[Path], list[Path], dict[str, str]]:
    """The packs as they were at a revision, those that stand in no repository as they are."""
    old, shown = list[Path](), dict[str, str]()
    for number, pack in enumerate(packs):
        target = workplace / str(number)
        if _extracted(pack, revision, target):
            shown[target.as_posix()] = f"{revision}:{pack.as_posix()}"
            old.append(target)
        else:
            old.append(pack)
    if not shown:
        raise EarlierError(f"“{revision}” is no file or folder, and no git revision of a folder of rules")
    own = [sheet for pack in packs[1:] for sheet in sorted(pack.glob("facts/*.yaml"))]
    return old, [*own, *facts], shown


def _extracted(pack: Path, revision: str, target: Path) -> bool:
    """Writes the rules and word lists that a folder had at a revision; whether git knows any."""
    folder = os.fspath(pack)
    if not pack.is_dir() or not git(folder, "rev-parse", "--show-toplevel", otherwise="-"):
        return False
    named = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    commit = git(folder, *named, otherwise="-").decode().strip()
    listed = git(folder, "ls-tree", "-r", "-z", "-l", commit, "--", ".").split(b"\0") if commit else []
    wanted = [(name, blob) for name, blob, size in _entries(listed) if size <= _MOST]
    answer = git(folder, "cat-file", "--batch", stdin=b"".join(blob + b"\n" for _, blob in wanted)) if wanted else b""
    at = 0
    for name, _ in wanted:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split()[2])
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(answer[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return bool(wanted)


def _entries(listed: Iterable[bytes]) -> Iterator[tuple[PurePosixPath, bytes, int]]:
    """Name, number and size (bytes) of the rules and word lists among the entries of a tree."""
    for line in listed:
        said, _, name = line.partition(b"\t")
        path = PurePosixPath(os.fsdecode(name))
        if not said or path.suffix not in {".yaml", ".yml", ".txt"} or path.parts[0] == "facts":
            continue
        mode, _, blob, size = said.split()
        if mode in _FILES and not path.is_absolute() and ".." not in path.parts:
            yield path, blob, int(size)
