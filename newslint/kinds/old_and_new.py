"""Which of two amounts is the old one and which the new, told by the words beside them."""

import re

from newslint.kinds.marked_figures import ABOUT
from newslint.language.labels import MONTH_NAMES
from newslint.patterns import regex

_SPELL = "(?:years?|months?|weeks?|decades?|quarters?|seasons?|days?)"
AGO = (
    rf"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|[0-9]+|some|the|⟨[0-9]+⟩) (?:\w+ )?{_SPELL}"
    r" (?:ago|earlier|before|previously)"
    rf"|last (?:year|season|month|quarter|week|time|spring|summer|autumn|fall|winter|{MONTH_NAMES.lower()})"
    r"|(?:in|at|during|over) the (?:same|previous|preceding|corresponding) |the (?:previous|preceding) (?:year|season"
    r"|month|quarter|week|day)|⟨[0-9]+⟩ (?:years|months|weeks|days) (?:ago|earlier|before))"
)
"""The time of the old one, as a branch of an expression."""
_OLD_BEFORE = regex(
    r"(?:\bfrom|⟩ (?:\w+ )?(?:more|fewer|less|higher|lower|larger|smaller|above|below|up)(?: \w+){0,2} than"
    r"|(?:⟩|\bup)(?: \w+)? (?:over|on)|\bagainst|\bversus|\bvs\.?|\bcompared (?:with|to)|\b(?:previous|last) \w+'s?"
    rf"|\bused to \w+) (?:(?:its|their|his|her|a) )?(?:(?:previous|last|earlier) (?:\w+'s? )?)?{ABOUT}$"
)
_OLD_AFTER = regex(rf"[^⟨⟩,;:]{{0,40}}? {AGO}")
_NEW_BEFORE = regex(rf"\b(?:to|now|today|this \w+) (?:\w+ )?{ABOUT}$")
_NEW_AFTER = regex(r"[^⟨⟩,;:]{0,40}? (?:today|now|this (?:year|season|month|quarter|week|time))\b")
_BESIDE = 40


def old_first(text: str, first: int, second: int) -> bool | None:
    """Whether of two amounts the first (by the number of its mark) is the old one; None where no word tells."""
    old = [_is(text, one, _OLD_BEFORE, _OLD_AFTER) for one in (first, second)]
    if old[0] != old[1]:
        return old[0]
    new = [_is(text, one, _NEW_BEFORE, _NEW_AFTER) for one in (first, second)]
    return new[1] if new[0] != new[1] and not any(old) else None


def _is(text: str, number: int, before: re.Pattern[str], after: re.Pattern[str]) -> bool:
    mark = f"⟨{number}⟩"
    start = text.index(mark)
    end = start + len(mark)
    return bool(before.search(text, max(0, start - _BESIDE), start) or after.match(text, end))
