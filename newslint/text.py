"""The article's text as rules see it: folded, character by character, so that every offset stays true."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from re import Pattern

from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.span import Span

# One character for one character: a fold that changed the length would move every finding after it.
_PLAIN = {
    **dict.fromkeys("‘’‚‛ʼ′＇", "'"),
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **dict.fromkeys("\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "),
    "\u2011": "-",
}
_BEYOND_ASCII = regex(r"[^\x00-\x7f]")
# The one letter whose lower case is longer than itself.
_LOWER = {ord("İ"): "i"}
# Characters in a stretch, or a few more.
_STRETCH = 50_000
_BREAKS = "\r\n\v\f\x85\u2028\u2029"
_BLANKS = str.maketrans(_BREAKS, " " * len(_BREAKS))


class Folded(NamedTuple):
    """Three views of one text, of equal length: an offset in one is the same offset in the others.

    ``raw`` is the text as read. In ``plain`` quotation marks and apostrophes are straight, and every
    space and every line break inside a paragraph is a blank. ``lower`` is ``plain`` in lower case.
    """

    raw: str
    plain: str
    lower: str


def fold(raw: str, paragraphs: Sequence[Span] = ()) -> Folded:
    """Folds a text; line breaks inside one of the ``paragraphs`` become blanks, others stay."""
    plain = raw.replace("\t", " ")
    if not raw.isascii():
        for char in _PLAIN.keys() & set(_BEYOND_ASCII.findall(raw)):
            plain = plain.replace(char, _PLAIN[char])
    breaks = [mark for mark in _BREAKS if mark in plain] if paragraphs else ()
    pieces: list[str] = []
    done = 0
    for start, end in paragraphs:
        for mark in breaks:
            if plain.find(mark, start, end) >= 0:
                pieces += (plain[done:start], plain[start:end].translate(_BLANKS))
                done = end
                break
    plain = "".join(pieces) + plain[done:] if pieces else plain
    return Folded(raw, plain, fold_case(plain))


@lru_cache(maxsize=4)
def threes(text: str) -> frozenset[str]:
    """All that stands in three characters of a short text: what begins otherwise need not be looked for."""
    return frozenset(map("".join, zip(text, text[1:], text[2:], strict=False)))


def stretches(text: str, mark: str = " ") -> Iterator[tuple[int, int]]:
    """A text in stretches that end behind a mark, so that no more than one is looked at or held piece by piece."""
    at = 0
    while at < len(text):
        end = text.find(mark, at + _STRETCH) + 1 or len(text)
        yield at, end
        at = end


def fold_case(text: str) -> str:
    """Lower case of the same length."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.translate(_LOWER).lower()


# letters with a bar through them, which is no accent to Unicode
_BARRED = str.maketrans("łŁđĐøØ", "lLdDoO")


def without_accents(text: str) -> str:
    """Letters without their accents."""
    if text.isascii():
        return text
    import unicodedata  # few articles need it

    apart = unicodedata.normalize("NFD", text)
    bare = apart.translate({ord(char): None for char in set(apart) if unicodedata.combining(char)})
    return bare.translate(_BARRED)


def is_word(char: str) -> bool:
    """Whether a character belongs to a word: a letter, a digit, or an accent set after its letter."""
    return char.isalnum() or char == "_" or "\u0300" <= char <= "\u036f"


def whole_word(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` stands as a word of its own (an edge that is punctuation always does)."""
    return word_starts(text, start) and word_ends(text, end)


def word_starts(text: str, at: int) -> bool:
    """Whether no word runs on across the offset ``at``, the first of something."""
    return not (at and is_word(text[at]) and is_word(text[at - 1]))


def word_ends(text: str, at: int) -> bool:
    """Whether no word runs on across the offset ``at``, the one after the last of something."""
    return at >= len(text) or not (is_word(text[at - 1]) and is_word(text[at]))


def printed(word: Pattern[str], text: str) -> frozenset[str]:
    """The different words of a text, as an expression finds them: of a long one never all at once."""
    found: set[str] = set()
    for start, end in stretches(text):
        found.update(word.findall(text, start, end))
    return frozenset(found)
