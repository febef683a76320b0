"""What an article must hold for a rule to be worth asking, found out for all rules in one look at the article.

A sign is a word or mark, ``("white", "house")`` two of them in a row, ``("", "read")`` one that begins a paragraph,
``(" ,",)`` a piece of text, ``("raw", ((0xAD, 0xAD),))`` a character of some ranges in one view of the text, or
``("regex", "plain", "^x")`` a match of an expression. Words and pieces are those of the folded text.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from newslint.document import Document
from newslint.matching.frequency import times
from newslint.matching.together import Together
from newslint.matching.words import TOKEN, words_of
from newslint.patterns import regex
from newslint.text import fold

Ranges = tuple[tuple[int, int], ...]
Sign = str | tuple[Any, ...]
# Of each set an article must hold one, the rarest set first; no sets: any article will do.
Signs = tuple[frozenset[Sign], ...]

# What may stand before and after the words of a line without being part of what it says.
TRIM = " \t*·•|–—-»›>«‹<→#:;.,!…_~=+\u00a0"
_RARE = regex(r"[^\n -~]")
# Of signs that stand so often in a hundred articles one stands in each.
_EVERYWHERE = 6000.0
# More sets than this keep few articles away that the first do not.
_MOST_SETS = 5
# Fewer pieces of text than this are looked for one by one.
_FEW = 8


class Index:
    """What many patterns ask for, by the rarest signs of each."""

    def __init__(self, asked: Sequence[Signs]) -> None:
        self._asked = asked
        self._always = [at for at, signs in enumerate(asked) if not signs]
        self._by_sign: dict[Sign, list[int]] = {}
        pieces: set[str] = set()
        expressions: dict[str, list[str]] = {}
        self._ranges: set[tuple[str, Ranges]] = set()
        for at, signs in enumerate(asked):
            for sign in signs[0] if signs else ():
                if sign in self._by_sign:
                    self._by_sign[sign].append(at)
                else:
                    self._by_sign[sign] = [at]
            # a set holds signs of one sort
            for some in signs:
                match next(iter(some), ""):
                    case (str(),):
                        pieces.update(one[0] for one in some)
                    case ("regex", view, _):
                        expressions.setdefault(view, []).extend(one[2] for one in some)
                    case (str(), tuple()):
                        self._ranges.update(some)  # type: ignore[arg-type] # so they are
        self._signs = frozenset(self._by_sign)
        self._pieces = sorted(pieces)
        self._together = {view: Together(view, sorted({*known})) for view, known in expressions.items()}
        self._finder: Any = None
        self._of_char: dict[tuple[str, str], tuple[Sign, ...]] = {}

    def met(self, document: Document, regions: frozenset[str] = frozenset()) -> list[int]:
        """The numbers of those patterns that may match in an article, or in some regions of it, in order."""
        if not self._signs:
            return self._always
        if "ſ" in document.folded.lower:
            # without regard to case RE2 takes a long s for an s
            return list(range(len(self._asked)))
        known = held(document, regions)
        more = {*self._found(document, regions), *self._rare(document), *self._matching(document, regions)}
        asked, by_sign = self._asked, self._by_sign
        numbers = {at for some in (known, more) for sign in self._signs & some for at in by_sign[sign]}
        met = [
            at for at in numbers if not any(some.isdisjoint(known) and some.isdisjoint(more) for some in asked[at][1:])
        ]
        return sorted(met + self._always)

    def _found(self, document: Document, regions: frozenset[str]) -> Iterator[Sign]:
        """Those pieces of text that stand in an article."""
        lower = document.folded.lower
        texts = [lower[one.start : one.end] for one in document.blocks if one.region in regions] if regions else [lower]
        pieces = self._pieces
        if len(pieces) < _FEW:
            return ((piece,) for piece in pieces if any(piece in text for text in texts))
        if self._finder is None:
            from ahocorasick_rs import AhoCorasick

            self._finder = AhoCorasick(pieces)
        find = self._finder.find_matches_as_indexes
        return ((pieces[at],) for at in {one[0] for text in texts for one in find(text, overlapping=True)})

    def _matching(self, document: Document, regions: frozenset[str]) -> Iterator[Sign]:
        """Those expressions that match somewhere in an article; where only a part of it counts, all of them."""
        for view, known in self._together.items():
            yield from (("regex", view, one) for one in (known.sources if regions else known.found(document)))

    def _rare(self, document: Document) -> Iterator[Sign]:
        """Those ranges of which an article holds a character."""
        for view in {view for view, _ in self._ranges}:
            for char in rare_of(document, view):
                if (view, char) not in self._of_char:
                    self._of_char[view, char] = tuple(
                        one
                        for one in self._ranges
                        if one[0] == view and any(low <= ord(char) <= high for low, high in one[1])
                    )
                yield from self._of_char[view, char]


def held(document: Document, regions: frozenset[str]) -> set[Sign]:
    """The words of an article or of some regions of it, alone, in twos, and at the beginning of paragraphs."""

    def find() -> set[Sign]:
        signs: set[Sign] = {("", token) for token, at in beginnings(document).items() if _inside(document, at, regions)}
        for tokens in _tokens(document, regions):
            signs.update(tokens)
            signs.update(pairwise(tokens))
        return signs

    return document.memo(("held", regions), find)


def _tokens(document: Document, regions: frozenset[str]) -> Iterable[list[str]]:
    if not regions:
        return [words_of(document).tokens]
    lower = document.folded.lower
    return [TOKEN.findall(lower[one.start : one.end]) for one in document.blocks if one.region in regions]


def _inside(document: Document, starts: Sequence[int], regions: frozenset[str]) -> bool:
    return not regions or any((block := document.block(at)) and block.region in regions for at in starts)


def beginnings(document: Document) -> dict[str, list[int]]:
    """The words and marks that begin a paragraph, before or after what may be trimmed off it, and where they stand."""

    def find() -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        lower, text = document.folded.lower, document.text
        for block in document.blocks:
            line = text[block.start : block.end]
            for at in {block.end - len(line.lstrip()), block.end - len(line.lstrip(TRIM))}:
                token = TOKEN.match(lower, at)
                if token and at < block.end:
                    found.setdefault(token[0], []).append(at)
        return found

    return document.memo("beginnings", find)


def rare(low: int, high: int) -> bool:
    """Whether none of some characters is what every text is made of."""
    return low > 0x7E or (high < 0x20 and not low <= 0x0A <= high)


def rare_of(document: Document, view: str) -> frozenset[str]:
    """The characters of an article, as a view of it has them, that are no plain ones."""

    def find() -> frozenset[str]:
        found = {char for char in _RARE.findall(document.folded.raw) if rare(ord(char), ord(char))}
        return frozenset(found) if view == "raw" else frozenset(fold("".join(sorted(found))).plain)

    return document.memo(("rare", view), find)


def by_rarity(sets: Iterable[frozenset[Any]]) -> Signs:
    """Sets of signs, the rarest first, each once, without those of which every article holds one."""
    weights = {one: weight(one) for one in sets}
    telling = (one for one in weights if weights[one] < _EVERYWHERE)
    return tuple(sorted(telling, key=lambda one: (weights[one], len(one)))[:_MOST_SETS])


def weight(signs: Iterable[Sign]) -> float:
    """How often one of some signs stands in a hundred articles of 5 KB, roughly."""
    return sum(map(_weight, signs))


@lru_cache(maxsize=20_000)
def _weight(sign: Sign) -> float:
    match sign:
        case str():
            return times(sign)
        case (str(piece),):
            words = [word for word in TOKEN.findall(piece) if len(word) > 3]
            if words:
                return 1.5 * times(max(words, key=len))
            return (_EVERYWHERE if piece.isalnum() else 1000.0) / len(piece)
        case ("", str(word)):
            return times(word) / 50
        case (str(first), str(second)):
            return times(first) * times(second) / 30_000
        case (_, _, _):
            return 1.0
        case (_, ranges):
            # the marks of quotations and dashes are rare in no text
            common = any(low <= code <= high for code in (0x2014, 0x2019, 0x201C, 0x201D) for low, high in ranges)
            return 500.0 if common else 2.0
    return 0.0
