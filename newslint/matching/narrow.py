r"""Letters and digits of Latin script in place of all there are, where an article holds no others.

To RE2 ``\pL`` is hundreds of ranges, which take it a millisecond; ``\p{Ll}{1,14}`` takes six, an expression that
repeats ``\pL`` sixty times eighty. On an article without letters beyond Latin ones both find the same.
"""

from collections.abc import Iterable
from functools import cache
from re import Match

from newslint.document import Document
from newslint.patterns import regex

# The last character of Latin-1, and of the letters of today’s Latin scripts: most articles keep to one or the other.
LATINS = 0xFF, 0x21B
_CLASS = r"\\p(?:[LN]|\{(?:[LN]|L[ul])\})"
_ESCAPED = r"\\x\{[^}]*\}|\\."
_WIDE = regex(_CLASS)
_INSIDE = regex(rf"(?s){_CLASS}|{_ESCAPED}")
_PART = regex(rf"(?s){_CLASS}|{_ESCAPED}|\[\^?\]?(?:{_ESCAPED}|\[:\^?\w+:\]|[^\]\\])*+\]")
# Neither Latin nor among the marks, accents, signs and pictures of which none is a letter or a number, or folds to one;
# and no letter whose other case is beyond the last: no µ, ß, ÿ, none of phonetic and African alphabets.
_MARKS = (
    "\u0300-\u0344\u0346-\u036f\u2000-\u206f\u20a0-\u20cf\u2190-\u23ff\u2500-\u2775"
    "\ufe00-\ufe0f\ufeff\ufffc\ufffd\U0001f300-\U0001faff"
)
_FOREIGN = {
    0xFF: regex(f"[^\\x00-\xb4\xb6-\xde\xe0-\xfe{_MARKS}]"),
    0x21B: regex(f"[^\\x00-\xb4\xb6-\xde\xe0-\u017f\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc\u0218-\u021b{_MARKS}]"),
}


def narrowed(source: str, last: int) -> str | None:
    """An expression of RE2 with Latin letters and digits alone, up to one; None where that makes no difference."""
    if not _WIDE.search(source) or r"\Q" in source:
        return None
    classes = _classes(last)

    def inside(part: Match[str]) -> str:
        return classes.get(part[0], part[0])

    def put(part: Match[str]) -> str:
        if part[0][0] == "[":
            return _INSIDE.sub(inside, part[0])
        return f"[{classes[part[0]]}]" if part[0] in classes else part[0]

    return _PART.sub(put, source)


@cache
def _classes(last: int) -> dict[str, str]:
    """The letters, numbers, capitals and small letters up to a character, as they stand in brackets."""
    every = [*map(chr, range(last + 1))]
    # to RE2 the raised letters of ordinal numbers are neither small nor capitals
    small = (one for one in filter(str.islower, every) if one not in "ªº")
    letters, numbers = _as_ranges(filter(str.isalpha, every)), _as_ranges(filter(str.isnumeric, every))
    return {
        r"\pL": letters,
        r"\p{L}": letters,
        r"\pN": numbers,
        r"\p{N}": numbers,
        r"\p{Lu}": _as_ranges(filter(str.isupper, every)),
        r"\p{Ll}": _as_ranges(small),
    }


def _as_ranges(chars: Iterable[str]) -> str:
    runs: list[list[int]] = []
    for code in map(ord, chars):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(f"\\x{{{first:X}}}-\\x{{{last:X}}}" for first, last in runs)


def latin(document: Document, view: str) -> int:
    """The last of those Latin letters to which an article keeps, as a view of it has it; 0 if it has others."""

    def look() -> int:
        text: str = getattr(document.folded, view)
        return next((last for last in LATINS if text.isascii() or _FOREIGN[last].search(text) is None), 0)

    return document.memo(("latin", view), look)
