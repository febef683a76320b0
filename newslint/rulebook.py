"""Loads rule packs: folders of rule files, word lists beside them, every mistake with its place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.finding import Mistake
from newslint.lexicon import Lexicon, parse_list
from newslint.records import NamedTuple
from newslint.rule import Rule

if TYPE_CHECKING:
    from newslint.catalogue import Catalogue

# Folders of a pack that hold no rules.
DATA = ("lists", "facts")


class Rulebook(NamedTuple):
    """The rules of some packs, sorted by id, the lists they share, and what was wrong with the rest.

    ``state``: what they are known by as long as no file of theirs changes; nothing where that is not known.
    ``catalogue``: what they ask of an article, if it is at hand.
    """

    rules: tuple[Rule, ...]
    lexicon: Lexicon
    mistakes: tuple[Mistake, ...]
    state: str = ""
    catalogue: "Catalogue | None" = None


def shipped() -> Path:
    """The folder of the rules that come with newslint: in the package, else in the checkout."""
    here = Path(__file__).resolve().parent
    return here / "rules" if (here / "rules").is_dir() else here.parent / "rules"


def load(
    packs: Sequence[Path], only: Sequence[Path] | None = None, facts: Sequence[Path] = (), *, trust: bool = False
) -> Rulebook:
    """Loads packs in order; of two rules of one id the later counts. ``only``: files or folders to take.

    ``facts``: fact sheets besides those of the packs. ``trust``: what came with newslint is not looked through for
    mistakes again, unless another pack has a word list of a name that it uses.
    """
    from newslint.rulefile import load_rule, trusted_rule

    trust = trust and not any(path for pack in packs if pack != shipped() for path in pack.glob("lists/*.txt"))
    mistakes = [Mistake(pack.as_posix(), None, None, "no such rule folder") for pack in packs if not pack.is_dir()]
    lists, wrong = _lists(packs)
    asked, found = sheets(packs, facts, lists)
    wrong += found
    lexicon = Lexicon(lists, asked)
    rules: dict[str, Rule] = {}
    for pack in packs:
        for path in _files(pack, only):
            reader = trusted_rule if trust and pack == shipped() else load_rule
            rule, found = reader(path, pack, lexicon)
            wrong += found
            if rule:
                rules[rule.id] = rule
    return Rulebook(tuple(rules[name] for name in sorted(rules)), lexicon, tuple(mistakes + wrong))


def sheets(
    packs: Sequence[Path], facts: Sequence[Path], lists: Mapping[str, tuple[str, ...]]
) -> tuple[Callable[[], Any], list[Mistake]]:
    """What gives the fact sheets in force when it is called, and the mistakes in those of a desk's own."""
    from newslint.factsheets import shelf

    found, wrong = shelf(shipped_sheets(), [*own_sheets(packs), *facts], lists.get("nicknames", ()))
    return found.__call__, wrong


def shipped_sheets() -> list[Path]:
    """The fact sheets that come with newslint."""
    return sorted(shipped().glob("facts/*.yaml"))


def own_sheets(packs: Sequence[Path]) -> list[Path]:
    """Those of all other packs, in the order in which they count."""
    return [path for pack in packs if pack != shipped() for path in sorted(pack.glob("facts/*.yaml"))]


def _files(pack: Path, only: Sequence[Path] | None) -> list[Path]:
    if not pack.is_dir():
        return []
    found = [path for path in sorted(pack.glob("**/*.y*ml")) if path.suffix in {".yaml", ".yml"}]
    found = [path for path in found if path.relative_to(pack).parts[0] not in DATA]
    if only is None:
        return found
    wanted = {path.absolute().resolve() for path in only}
    return [path for path in found if wanted & {whole := path.resolve(), *whole.parents}]


def _lists(packs: Sequence[Path]) -> tuple[dict[str, tuple[str, ...]], list[Mistake]]:
    from newslint.rulefile import unread

    lists: dict[str, tuple[str, ...]] = {}
    mistakes: list[Mistake] = []
    for pack in packs:
        for path in sorted(pack.glob("lists/*.txt")):
            try:
                entries = parse_list(path.read_text("utf-8-sig"))
            except (OSError, UnicodeDecodeError) as error:
                mistakes.append(Mistake(path.as_posix(), None, None, f"this word list cannot be read: {unread(error)}"))
                continue
            lists[path.stem], wrong = _readable(path, entries)
            mistakes += wrong
    return lists, mistakes


def _readable(path: Path, entries: Iterable[str]) -> tuple[tuple[str, ...], list[Mistake]]:
    """The entries that can be looked for; those that are templates (~, brackets) may hold no slot."""
    from newslint.matching.template import MARKED, Mark, Slot, TemplateError, parse, walk

    kept, mistakes = [], []
    for entry in entries:
        try:
            nodes = parse(entry) if MARKED.search(entry) else ()
        except TemplateError as error:
            mistakes.append(Mistake(path.as_posix(), None, None, f"“{entry}”: {error}"))
            continue
        if any(isinstance(node, Slot | Mark) for node in walk(nodes)):
            message = f"“{entry}”: a list holds words, ~ and ( | ), no slots"
            mistakes.append(Mistake(path.as_posix(), None, None, message))
        else:
            kept.append(entry)
    return tuple(kept), mistakes
