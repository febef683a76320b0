"""The margin of a vote or a score, which the two numbers beside it give, and the votes that a board can cast."""

from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.kinds.marked_figures import ABOUT, MARK, WORD, marked
from newslint.language.figure import Figure
from newslint.patterns import regex

_SIDE = rf"(?:{MARK}|([0-9]{{1,3}}(?:,[0-9]{{3}})*))"
_UNITS = r"(?:votes?|points?|seats?|runs|goals?|percentage points?)"
_MARGINS = (
    regex(
        rf"(?<![\w-]){_SIDE}(?: votes?)?(?:-|–|,? to ){_SIDE}(?: {_UNITS})?(?:,| –| -)?"
        r"(?:(?: (?:to win|and won|winning|for|with|won))? by| (?:by |with |for )?a (?:majority|margin|difference) of)"
        rf" {ABOUT}{MARK}(?=[,.;)]| {_UNITS})"
    ),
    regex(
        rf"(?<![\w-]){_SIDE}(?: votes)?(?:-|–|,? to ){_SIDE}(?:,| –| -)?"
        rf" (?:(?:for|in|with|and) )?an? {MARK}-(?:point|goal|run|vote) (?:win|victory|defeat|loss|margin)"
    ),
    regex(
        rf"{_SIDE}(?: {WORD}){{0,4}}? (?:and|to|against) (?:{WORD} ){{0,3}}?{_SIDE}(?: {_UNITS})?, (?:with |by )?a "
        rf"(?:margin|majority|difference) of {ABOUT}{MARK}"
    ),
)
_MARGIN_FIRST = regex(
    rf"\b(?:by|majority of|margin of) {ABOUT}{MARK}(?: {_UNITS})?,? {_SIDE} to {_SIDE}(?! (?:percent|in|on))"
)
_BOARD = regex(
    rf"{MARK}-(?:member|judge|person|justice|seat)(?: {WORD}){{1,4}}?,? (?:voted|ruled|decided|split|divided)"
    rf"(?: {WORD}){{0,3}}? {_SIDE}(?:-|–| to ){_SIDE}(?= (?:to|on|that|in|for|against|along|not|last)\b|[,.;])"
)
_ROUGH = frozenset(("about", "nearly", "almost", "more than", "at least", "less than", "up to"))


def margins_wrong(document: Document) -> Iterator[tuple[Figure, Figure]]:
    """What is said to lie between two numbers of votes, points or seats, and does not; more votes than members."""
    for text, figures in marked(document):
        for expression in (*_MARGINS, _MARGIN_FIRST):
            for found in expression.finditer(text):
                numbers = list(found.groups())
                mark = numbers.pop(0 if expression is _MARGIN_FIRST else -1)
                said, (a, b) = figures[int(mark)], _sides(numbers, figures)
                if said.kind not in {"number", "points"} or said.qualifier in _ROUGH or _spells(said):
                    continue
                if a >= said.value > 0 < b and abs(abs(a - b) - said.value) > _off(numbers, figures, said):
                    yield said, said
        for found in _BOARD.finditer(text):
            members, (a, b) = figures[int(found[1])], _sides(found.groups()[1:], figures)
            if a + b > members.value > 1:
                yield members, members


def _off(groups: Sequence[str | None], figures: Sequence[Figure], said: Figure) -> float:
    """What rounding may hide: nothing of votes, a point of shares, half of one where they have decimals."""
    shares = [figures[int(mark)] for mark in groups[::2] if mark and figures[int(mark)].kind == "percent"]
    if not shares:
        return 0.0
    return 1.0 if all(one.value % 1 == 0 for one in shares) else 0.1 if said.value % 1 else 0.6


def _spells(figure: Figure) -> bool:
    """Whether a figure counts something else than votes or points."""
    return figure.counted not in {"", "vote", "point", "seat", "run", "goal"}


def _sides(groups: Sequence[str | None], figures: Sequence[Figure]) -> tuple[float, float]:
    """The two numbers of a score, each a mark or digits."""
    one, other = (
        figures[int(mark)].value if mark else float((digits or "0").replace(",", ""))
        for mark, digits in zip(groups[::2], groups[1::2], strict=True)
    )
    return one, other
