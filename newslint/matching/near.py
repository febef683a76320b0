"""The words of ``near`` and ``unless``: whether one of them stands around a match."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from math import prod

from newslint.document import Document
from newslint.lexicon import Lexicon
from newslint.matching.inflect import forms
from newslint.matching.template import Blank, Choice, Literal, Slot, TemplateError, parse
from newslint.matching.template import Sequence as Template
from newslint.matching.words import TOKEN, words_of
from newslint.patterns import regex
from newslint.span import Span
from newslint.text import fold, whole_word

Nearby = Callable[[Document, Span], bool]
# One template stands for at most so many texts, each of which is looked for.
MOST_SPELLINGS = 20_000
_CHUNK = regex(r"\S+")


def spellings(template: Template, lexicon: Lexicon) -> list[str]:
    """All texts that a template of words, inflections, alternatives and lists stands for; raises TemplateError."""
    parts: list[list[str]] = []
    for node in template:
        match node:
            case Literal(text=text, inflect=inflect):
                parts.append(sorted(forms(fold(text).lower)) if inflect else [fold(text).lower])
            case Blank():
                parts.append([" "])
            case Choice(branches=branches):
                parts.append([text for branch in branches for text in spellings(branch, lexicon)])
            case Slot(type="one-of", argument=name):
                parts.append([text for entry in lexicon.entries(name) for text in spellings(parse(entry), lexicon)])
            case _:
                raise TemplateError("only words, ~, ( | ) and one-of can stand here", 0)
    if prod(map(len, parts)) > MOST_SPELLINGS:
        raise TemplateError(f"stands for more than {MOST_SPELLINGS} texts; say it with fewer alternatives", 0)
    return ["".join(combination) for combination in product(*parts)]


def nearby(templates: Sequence[Template], lexicon: Lexicon, within: str) -> Nearby:
    """Whether one of the words stands near a match: in its sentence, paragraph, article, or N words; outside it."""
    return nearby_texts(sorted({text.strip() for one in templates for text in spellings(one, lexicon)} - {""}), within)


def nearby_texts(texts: Sequence[str], within: str) -> Nearby:
    """The same for texts in lower case."""
    by_first: dict[str, list[list[str]]] = {}
    key = object()

    def holds(document: Document, span: Span) -> bool:
        if not by_first:
            for text in texts:
                parts = text.split()
                first = TOKEN.match(parts[0])
                by_first.setdefault(first[0] if first else "", []).append(parts)
        around = document.memo(key, lambda: _Around(document, by_first))
        return around.stands(span, _area(document, span, within))

    return holds


class _Around:
    """Where some words stand in an article: they are looked for around a few matches, or once everywhere."""

    def __init__(self, document: Document, by_first: Mapping[str, list[list[str]]]) -> None:
        self._lower = document.folded.lower
        self._words = words_of(document)
        self._by_first = by_first
        # characters that may still be looked at around matches
        self._left = len(self._lower) // 4

    def stands(self, span: Span, area: Span) -> bool:
        """Whether one of the words stands in an area, outside a span of it."""
        self._left -= area.end - area.start
        if self._left >= 0:
            sides = (area.start, span.start), (span.end, area.end)
            return any(end <= edge for first, edge in sides for _, end in self._ends(self._words.between(first, edge)))
        starts, ends = self._places
        before = range(bisect_left(starts, area.start), bisect_left(starts, span.start))
        after = range(bisect_left(starts, span.end), bisect_left(starts, area.end))
        return any(ends[at] <= span.start for at in before) or any(ends[at] <= area.end for at in after)

    @cached_property
    def _places(self) -> "tuple[array[int], array[int]]":
        """The starts in order, and the end of each."""
        starts, ends = array("I"), array("I")
        for at, end in self._ends(self._words.each(self._by_first.keys())):
            starts.append(at)
            ends.append(end)
        return starts, ends

    def _ends(self, places: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int]]:
        """Those places of words where one of the texts begins, and where it ends."""
        lower, by_first = self._lower, self._by_first
        for at, word in places:
            for parts in by_first.get(word, ()):
                end = _end(lower, at, parts)
                if end and whole_word(lower, at, end):
                    yield at, end


def _end(lower: str, at: int, parts: Sequence[str]) -> int:
    """Where words with one or more blanks between them end; 0 where they do not stand at ``at``."""
    for number, part in enumerate(parts):
        if number:
            blanks = at
            while lower.startswith(" ", at):
                at += 1
            if at == blanks:
                return 0
        if not lower.startswith(part, at):
            return 0
        at += len(part)
    return at


def _area(document: Document, span: Span, within: str) -> Span:
    if within == "article":
        return Span(0, len(document.text))
    if within == "sentence":
        first, last = document.sentence(span.start), document.sentence(max(span.end - 1, span.start))
        return Span(first.start, max(first.end, last.end))
    paragraph = document.paragraph(span.start)
    if within == "paragraph":
        return paragraph
    return _words_around(document, span, paragraph, int(within.split(maxsplit=1)[0]))


def _words_around(document: Document, span: Span, paragraph: Span, count: int) -> Span:
    """So many words before and after a span in its paragraph; a mark that touches it is no word of its own."""
    starts, ends = document.memo("chunks", lambda: _chunks(document.folded.plain))
    # words longer than this on average are no words
    room = 20 * count
    lowest, highest = max(paragraph.start, span.start - room), min(paragraph.end, span.end + room)
    at = bisect_left(starts, span.start)
    first = at - count - (at > 0 and ends[at - 1] >= span.start)
    at = bisect_right(ends, span.end)
    last = at + count - (at == len(starts) or starts[at] > span.end)
    before = max(starts[first], lowest) if first >= 0 else lowest
    after = min(ends[last], highest) if last < len(ends) else highest
    return Span(min(before, span.start), max(after, span.end))


def _chunks(plain: str) -> "tuple[array[int], array[int]]":
    """The starts and ends of what stands between blanks."""
    starts, ends = array("I"), array("I")
    for found in _CHUNK.finditer(plain):
        starts.append(found.start())
        ends.append(found.end())
    return starts, ends
