"""Figures that the article itself sets side by side: in rows of one build, or one value against the other."""

from bisect import bisect_left

from newslint.document import Document
from newslint.language.figure import Figure
from newslint.patterns import regex

_AGAINST = regex(
    r"\b(?:not|from|revised|corrected|updated|earlier|than|against|compared|instead|rather|versus|to|out of|of)\b"
)
# Characters of a paragraph that is but a row; so much of the words of the shorter one two rows have in common.
_ROW = 300
_BUILT_ALIKE = 0.6
# Of rows with one figure each more is asked.
_ALL_BUT_ALIKE = 0.8
_WORD = regex(r"[a-z][a-z'-]+")


def in_a_row(document: Document, here: Figure, there: Figure) -> bool:
    """Whether they stand in paragraphs or sentences of one build, as rows of a table: “Saturday: … Highs of 16C”."""
    one, other = document.paragraph(here.start), document.paragraph(there.start)
    if one == other:
        one, other = document.sentence(here.start), document.sentence(there.start)
    if one == other or max(one.end - one.start, other.end - other.start) > _ROW:
        return False
    lower = document.folded.lower
    numbers = [
        bisect_left(document.figures, (each.end,)) - bisect_left(document.figures, (each.start,))
        for each in (one, other)
    ]
    words = [frozenset(_WORD.findall(lower, *each)) for each in (one, other)]
    shared = len(words[0] & words[1])
    alike = _BUILT_ALIKE if numbers[0] > 1 else _ALL_BUT_ALIKE
    return numbers[0] == numbers[1] and alike * min(map(len, words)) <= shared < min(map(len, words))


def reconciled(document: Document, one: Figure, other: Figure) -> bool:
    """Whether a sentence of the article sets one value against the other: “14,000, not 17,000”, “down from 41,000”."""
    places = document.memo("sentences of values", lambda: _sentences_of_values(document))
    starts = places.get((one.kind, one.value), frozenset()) & places.get((other.kind, other.value), frozenset())
    return any(_AGAINST.search(document.folded.lower, *document.sentence(start)) for start in starts)


def _sentences_of_values(document: Document) -> dict[tuple[str, float], frozenset[int]]:
    found: dict[tuple[str, float], set[int]] = {}
    for figure in document.figures:
        found.setdefault((figure.kind, figure.value), set()).add(document.sentence(figure.start).start)
    return {key: frozenset(starts) for key, starts in found.items()}
