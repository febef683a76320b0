"""What an article must hold for a rule to be worth asking, found out for all rules in one look at the article.

A sign is a word or mark, ``("white", "house")`` two of them in a row, ``("", "read")`` one that begins a paragraph,
``(" ,",)`` a piece of text, ``("exact", "plain", "TK")`` a piece of a view of the text as it stands there,
``("raw", ((0xAD, 0xAD),))`` a character of some ranges in a view, or ``("regex", "plain", "^x")`` a match of an
expression. Words and pieces are those of the folded text.
"""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any

from newslint.document import Document
from newslint.matching.frequency import times
from newslint.matching.tails import tails
from newslint.matching.words import TOKEN
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
# So often stands a mark of which it is not known how common it is.
_MARK = 20.0
# More sets than this keep few articles away that the first do not.
_MOST_SETS = 5


def beginnings(document: Document) -> dict[str, list[int]]:
    """The words and marks that begin a paragraph or a tail, before or after what may be trimmed off it, and where."""

    def find() -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        lower, text = document.folded.lower, document.text
        ends = tails(document)
        for block in document.blocks:
            for start, end in ((block.start, block.end), *ends.get(block.start, ())):
                line = text[start:end]
                for at in {end - len(line.lstrip()), end - len(line.lstrip(TRIM))}:
                    token = TOKEN.match(lower, at)
                    if token and at < end:
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


@lru_cache(maxsize=4096)
def weight(signs: Collection[Sign]) -> float:
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
            marks = [max(times(mark), _MARK) for mark in TOKEN.findall(piece) if not mark.isalnum()]
            return min([*marks, (_EVERYWHERE if piece.isalnum() else 1000.0) / len(piece)])
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
