"""What one quotation mark does: opens, closes, or is an apostrophe, an inch, a foot."""

from newslint.language.segment import Stretch
from newslint.patterns import regex
from newslint.text import Folded

OPENS, CLOSES, EITHER, NEITHER = range(4)
# Letters dropped at the front ('90s, 'em, 'Tis) make an apostrophe.
_ELISION = regex(
    r"(?:\d\ds|\d\d(?! [A-Z])|(?i:tis|twas|twere|twill|til|till|em|n|cause|cuz|cos|bout|round|neath|nother|ere))(?!\w)"
)
_DROPPED_END = regex(r"(?i:\b(?:ol|an|th|o|mo|fo|n|d|l|wi|lil)|\win)\Z")
_FEET = regex(r"\d'\s?\d{1,2}\Z")
_BEFORE_OPENING = frozenset(" \n([{")
_MAY_PRECEDE = frozenset("-–—/\"'")
_CLOSING = frozenset(".,;:!?)]}…\"'-–—/ \n")
_NOT_OPENED = frozenset(",;:!?)]} \n")
_GLYPHS_OPEN = frozenset("“„‟«‘‚‛")
_GLYPHS_CLOSE = frozenset("”»’ʼ")
_PRIMES = frozenset("″′")


def double_role(text: Folded, at: int, after: int, paragraph: Stretch, doubles: int) -> int:
    """What a double mark does, by its shape, its neighbours, and whether one is open."""
    glyph = text.raw[at]
    left = text.plain[at - 1] if at > paragraph.start else " "
    right = text.plain[after] if after < paragraph.end else " "
    clear = _clear(left, right)
    if glyph in _GLYPHS_OPEN:
        last = not text.plain[after : min(after + 4, paragraph.end)].strip()
        return CLOSES if doubles and (last or clear == CLOSES) else OPENS
    if glyph in _GLYPHS_CLOSE:
        return OPENS if not doubles and (clear == OPENS or right.isalpha()) else CLOSES
    if glyph in _PRIMES or (left.isdigit() and _is_inches(text.plain, at, right, paragraph, doubles)):
        return NEITHER
    if clear != EITHER:
        return clear
    if left in _MAY_PRECEDE and right in _CLOSING:
        return CLOSES
    return CLOSES if doubles else OPENS


def _clear(left: str, right: str) -> int:
    """What the neighbours alone say of a mark."""
    if left in _BEFORE_OPENING:
        return EITHER if right in _NOT_OPENED or right == "." else OPENS
    if left not in _MAY_PRECEDE and right in _CLOSING:
        return CLOSES
    return EITHER


def _is_inches(plain: str, at: int, right: str, paragraph: Stretch, doubles: int) -> bool:
    """Whether a straight mark after a figure measures: 6'2", a 5" gun."""
    if _FEET.search(plain[max(paragraph.start, at - 5) : at]):
        return True
    if not doubles:
        return not right.isalpha()
    if right != " " or not plain[at + 2 : at + 3].islower():
        return False
    # Within a quotation it measures if the next mark is the one that closes.
    following = plain.find('"', at + 1, paragraph.end)
    if following < 0 or plain[following - 1].isdigit():
        return False
    beyond = plain[following + 1] if following + 1 < paragraph.end else " "
    return _clear(plain[following - 1], beyond) == CLOSES


def single_role(text: Folded, at: int, paragraph: Stretch) -> int:
    """What a single mark may do: one that opens does so on trial, one that closes may be an apostrophe."""
    plain, glyph = text.plain, text.raw[at]
    left = plain[at - 1] if at > paragraph.start else " "
    right = plain[at + 1] if at + 1 < paragraph.end else " "
    if glyph in _PRIMES or glyph == "ʼ":
        return NEITHER
    may_open = left in _BEFORE_OPENING or left in _MAY_PRECEDE or left == ":"
    if may_open and right not in _NOT_OPENED and glyph not in _GLYPHS_CLOSE:
        if right.isalnum():
            return NEITHER if _ELISION.match(plain, at + 1, paragraph.end) else OPENS
        if right not in _CLOSING or left in _BEFORE_OPENING:
            return OPENS
    return NEITHER if left in _BEFORE_OPENING or right.isalnum() else CLOSES


def may_be_apostrophe(plain: str, at: int, paragraph: Stretch, *, again: bool) -> bool:
    """Whether a mark that could close may be an apostrophe: the Joneses' house, nothin' doing.

    ``again``: the quotation has had such a place before.
    """
    left = plain[at - 1]
    if not left.isalnum():
        return False
    goes_on = plain[at + 1 : at + 2] == " " and at + 2 < paragraph.end
    if left in "sS":
        return again or (goes_on and plain[at + 2].isalnum())
    return goes_on and _DROPPED_END.search(plain[max(paragraph.start, at - 4) : at]) is not None
