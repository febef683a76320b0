"""The findings that a house has decided to live with, so that only new ones are held to account."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from newslint.document import Document
from newslint.finding import Finding
from newslint.recognition import Key, key
from newslint.records import NamedTuple

USUAL = ".newslint-baseline.jsonl"
_HEAD = '{"baseline": "newslint/1"}'


# What git leaves in a file whose two versions it could not merge.
_CONFLICT = ("<<<<<<< ", "=======", ">>>>>>> ")


class BaselineError(ValueError):
    """A baseline that cannot be read; the message names the line."""


class Known(NamedTuple):
    """A finding in the baseline; ``path`` is relative to the folder of the baseline, with ``/``."""

    path: str
    rule: str
    text: str
    sentence: str


Baseline = Counter[Known]


def read(path: str) -> Baseline:
    """The findings of a baseline, each with how often it is there; raises BaselineError."""
    found: Baseline = Counter()
    try:
        lines = Path(path).read_text("utf-8-sig").split("\n")
    except OSError as error:
        raise BaselineError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise BaselineError(f"{path}: not UTF-8") from None
    for number, line in enumerate(lines, 1):
        if line.strip() and line.strip() != _HEAD:
            found[_known(line, f"{path}:{number}")] += 1
    return found


def nearest() -> str:
    """The baseline of the current folder or, in a repository, of the nearest folder above that has one."""
    way = [Path.cwd(), *Path.cwd().parents]
    top = next((at for at, folder in enumerate(way) if (folder / ".git").exists()), 0)
    for folder in way[: top + 1]:
        if (folder / USUAL).is_file():
            return Path(os.path.relpath(folder / USUAL)).as_posix()
    return USUAL


def _known(line: str, place: str) -> Known:
    import json

    if line.startswith(_CONFLICT):
        raise BaselineError(f"{place}: a conflict of git's; take out its three marks and keep the lines of both sides")
    try:
        given = json.loads(line)
        return Known(*(str(given[name]) for name in Known._fields))
    except (ValueError, RecursionError, TypeError, KeyError):
        raise BaselineError(f"{place}: not a finding as newslint baseline writes it") from None


def written(baseline: Baseline) -> str:
    """The file: one finding a line, sorted, one that is there twice on two lines, so that versions merge."""
    import json

    lines = [json.dumps(one._asdict(), ensure_ascii=False) for one in sorted(baseline.elements())]
    return "".join(f"{line}\n" for line in (_HEAD, *lines))


def name_of(article: str, folder: str) -> str:
    """How a baseline in a folder names an article."""
    return Path(os.path.relpath(article, folder or ".")).as_posix()


def collect(name: str, keys: Iterable[Key]) -> Baseline:
    """The findings of an article as a baseline has them."""
    return Counter(Known(name, *one) for one in keys)


def sift(
    document: Document, findings: Sequence[Finding], known: Mapping[Known, int], name: str
) -> tuple[list[Finding], list[Finding]]:
    """The findings that are new, and those that are known; what is there twice is known twice and no more."""
    left = dict(known)
    new, old = list[Finding](), list[Finding]()
    for finding in findings:
        one = Known(name, *key(document, finding))
        if left.get(one, 0) > 0:
            left[one] -= 1
            old.append(finding)
        else:
            new.append(finding)
    return new, old


class Lost(NamedTuple):
    """What a baseline knows of articles that are gone: by key how often each has it, and how much each has."""

    by_key: dict[Key, dict[str, int]]
    total: Counter[str]


def lost(known: Mapping[str, Mapping[Known, int]], folder: str) -> Lost:
    """What is known of articles that are gone; they may have been renamed."""
    found = Lost({}, Counter())
    for name in sorted(known):
        if not os.path.lexists(Path(folder or ".", name)):
            for one, count in known[name].items():
                found.by_key.setdefault(Key(*one[1:]), {})[name] = count
                found.total[name] += count
    return found


def earlier_name(found: Iterable[Key], lost: Lost) -> str | None:
    """The name that an article had in a baseline before it was renamed: the lost one of which it has most.

    It must have half of what is known of that, or it is another article that says one thing in the same words.
    """
    shared: Counter[str] = Counter()
    for one, count in Counter(found).items():
        for name, known in lost.by_key.get(one, {}).items():
            shared[name] += min(count, known)
    likely = [name for name in sorted(shared) if shared[name] * 2 >= lost.total[name]]
    return max(likely, key=lambda name: shared[name], default=None)


def followed(before: Baseline, now: Baseline, folder: str) -> Baseline:
    """A baseline in which articles that were renamed since stand under the names that they have now."""
    old, new = by_name(before), by_name(now)
    gone = lost(old, folder)
    names: dict[str, str] = {}
    for name in sorted(new.keys() - old.keys()) if gone.total else ():
        was = earlier_name((Key(*one[1:]) for one in new[name].elements()), gone)
        if was:
            names.setdefault(was, name)
    return Counter({one._replace(path=names.get(one.path, one.path)): count for one, count in before.items()})


def by_name(baseline: Mapping[Known, int]) -> dict[str, Baseline]:
    """The findings of a baseline by the article."""
    found: dict[str, Baseline] = {}
    for one, count in baseline.items():
        found.setdefault(one.path, Counter())[one] = count
    return found


def pruned(baseline: Baseline, now: Baseline) -> Baseline:
    """The baseline without what does not occur any more."""
    return baseline & now
