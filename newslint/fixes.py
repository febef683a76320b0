"""Applies fixes to a text until nothing is left to fix: never two that overlap, never one that comes to no rest."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from newslint.finding import SEVERITIES, Finding
from newslint.records import NamedTuple
from newslint.span import Span

# More rounds than fixes that build on each other need; what still changes then would change for ever.
MOST_ROUNDS = 10


class Edit(NamedTuple):
    """Characters from ``start`` up to ``end`` give way to ``text``."""

    start: int
    end: int
    text: str


class Settled(NamedTuple):
    """A text after its fixes.

    ``fixed``: how many findings that took; ``rounds``: the edits of each round, each in the offsets of the text that
    the round before left; ``restless``: rules that undo each other's fixes, none of which was applied.
    """

    text: str
    fixed: int
    rounds: tuple[tuple[Edit, ...], ...]
    restless: tuple[str, ...]


Check = Callable[[str, Sequence[Sequence[Edit]]], Iterable[Finding]]


def settle(text: str, check: Check, *, unsafe: bool, writable: Callable[[str], bool] = lambda _: True) -> Settled:
    """Fixes and checks again until a check asks for nothing more.

    ``check`` gives the findings in a text and is told the rounds that led to it; ``writable``: whether the file's
    encoding has all characters of a fix.
    """
    restless: frozenset[str] = frozenset()
    while True:
        now, rounds, fixed = text, list[tuple[Edit, ...]](), 0
        late: set[str] = set()
        while len(rounds) < MOST_ROUNDS:
            wanted = (one for one in check(now, rounds) if one.rule not in restless)
            chosen = choose(wanted, now, unsafe=unsafe, writable=writable)
            if not chosen:
                return Settled(now, fixed, tuple(rounds), tuple(sorted(restless)))
            edits = tuple(edit_of(finding, now) for finding in chosen)
            now = apply(now, edits)
            rounds.append(edits)
            fixed += len(chosen)
            if len(rounds) > MOST_ROUNDS // 2:
                late |= {finding.rule for finding in chosen}
        restless |= late


def choose(
    findings: Iterable[Finding], text: str, *, unsafe: bool, writable: Callable[[str], bool] = lambda _: True
) -> list[Finding]:
    """The findings to fix at once, in reading order: of fixes that overlap or touch, the more severe, then the earlier.

    A fix whose place does not read as the finding says (a comment stands in it, the format has other characters
    there) is none.
    """
    ranked = sorted(findings, key=lambda one: (SEVERITIES.index(one.severity), one.span, one.rule))
    taken: list[Finding] = []
    free = _Free()
    for finding in ranked:
        fix = finding.fix
        if fix is None or not (fix.safe or unsafe) or not writable(fix.text):
            continue
        if text[finding.span.start : finding.span.end] == finding.text != fix.text and free.take(finding.span):
            taken.append(finding)
    return sorted(taken, key=lambda one: one.span)


class _Free:
    """Which stretches of a text are still free; spans taken stay apart from each other."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def take(self, span: Span) -> bool:
        at = bisect_left(self._starts, span.start)
        if at and self._ends[at - 1] >= span.start:
            return False
        if at < len(self._starts) and self._starts[at] <= span.end:
            return False
        self._starts.insert(at, span.start)
        self._ends.insert(at, span.end)
        return True


def edit_of(finding: Finding, text: str) -> Edit:
    """The edit that a fix asks for; its line breaks are those of the text."""
    new = finding.fix.text if finding.fix else finding.text
    if "\n" in new and "\r\n" in text:
        new = new.replace("\r\n", "\n").replace("\n", "\r\n")
    return Edit(*finding.span, new)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that stand in order and do not overlap; all else stays as it was."""
    pieces: list[str] = []
    done = 0
    for start, end, new in edits:
        pieces += (text[done:start], new)
        done = end
    return "".join(pieces) + text[done:]


def move(spans: Iterable[Span], edits: Sequence[Edit]) -> list[Span]:
    """Where spans stand after edits; one that an edit touches grows to hold what the edit put there."""
    moved: list[Span] = []
    edits = sorted(edits)
    at = shift = 0
    for start, end in sorted(spans):
        while at < len(edits) and edits[at].end < start:
            shift += len(edits[at].text) - (edits[at].end - edits[at].start)
            at += 1
        ahead, first, last, inner = at, start + shift, end, shift
        while ahead < len(edits) and edits[ahead].start <= last:
            first = min(first, edits[ahead].start + inner)
            inner += len(edits[ahead].text) - (edits[ahead].end - edits[ahead].start)
            last = max(last, edits[ahead].end)
            ahead += 1
        moved.append(Span(first, last + inner))
    return moved
