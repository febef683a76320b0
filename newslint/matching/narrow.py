r"""Letters and digits of Latin script in place of all there are, where an article holds no others.

To RE2 ``\pL`` is hundreds of ranges, which take it a millisecond; an expression that repeats it sixty times takes
eighty. On an article without letters beyond Latin ones both find the same.
"""

from newslint.document import Document
from newslint.patterns import regex

_LETTERS = r"A-Za-z\x{AA}\x{B5}\x{BA}\x{C0}-\x{D6}\x{D8}-\x{F6}\x{F8}-\x{24F}"
_NUMBERS = r"0-9\x{B2}\x{B3}\x{B9}\x{BC}-\x{BE}"
_PART = regex(r"(?s)\\p[LN]|\\x\{[^}]*\}|\\.|\[:\^?\w+:\]|\[\^?\]?|.")
# Neither Latin nor among the marks, accents, signs and pictures of which none is a letter or a number, or folds to one.
_FOREIGN = regex(
    "[^\\x00-\u024f\u0300-\u0344\u0346-\u036f\u2000-\u206f\u20a0-\u20cf\u2190-\u23ff\u2500-\u2775"
    "\ufe00-\ufe0f\ufeff\ufffc\ufffd\U0001f300-\U0001faff]"
)


def narrowed(source: str) -> str | None:
    """An expression of RE2 with Latin letters and digits alone; None where that makes no difference."""
    if not (r"\pL" in source or r"\pN" in source) or r"\Q" in source:
        return None
    pieces: list[str] = []
    inside = False
    for part in _PART.findall(source):
        known = {r"\pL": _LETTERS, r"\pN": _NUMBERS}.get(part)
        if known:
            pieces.append(known if inside else f"[{known}]")
            continue
        if part[0] == "[" and not inside:
            inside = True
        elif part == "]":
            inside = False
        pieces.append(part)
    return "".join(pieces)


def latin(document: Document, view: str) -> bool:
    """Whether an article, as a view of it has it, holds no letters and numbers but Latin ones."""

    def look() -> bool:
        text: str = getattr(document.folded, view)
        return text.isascii() or _FOREIGN.search(text) is None

    return document.memo(("latin", view), look)
