"""The dateline that opens a report: where it was written, and for which agency."""

from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.span import Span
from newslint.text import Folded

# Characters; no dateline is longer.
_LONGEST = 130
_AGENCIES = (
    "AP|AFP|Reuters|REUTERS|CNN|UPI|dpa|DPA|EFE|ANSA|BBC|CBS|NBC|ABC|NPR|VOA|RFE/RL|TASS|Tass|Interfax|Xinhua|Kyodo"
    "|Yonhap|PTI|ANI|IANS|JTA|KUNA|MENA|Bloomberg|RNS|CNS|Thomson Reuters Foundation|AP/Reuters"
)
_AGENCY = rf"\((?P<agency>{_AGENCIES}|[A-Z][\w.&'/ -]{{1,30}})\)"
_UPPER = r"[A-Z][A-Z.'-]*+(?:,?[ /]+[A-Z][A-Z.'-]*+){0,8}"
_CAPITAL = r"[A-Z][\w.'-]*+"
# "D.C.", "North Korea", "Indian-administered Kashmir"
_REST = rf"(?:, *{_CAPITAL}(?: +(?:and|of|the|de|la|del)\b)?(?: +{_CAPITAL}){{0,3}}){{0,2}}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:,? +(?:{_MONTH} +\d{{1,2}}|\d{{1,2}} +{_MONTH}))?"
_DASH = r"(?:--?|[–—])"
# What every dateline ends with, or has for its agency.
_SIGN = regex(r"[-–—(]")
_SHOUTED = regex(rf"(?P<place>{_UPPER}{_REST}(?:/ *{_UPPER}{_REST})?){_DAY},? *(?:{_AGENCY} *)?{_DASH}")
_SPOKEN = regex(
    rf"(?P<place>{_CAPITAL}(?: +(?:and|of|the|de|la|del)\b)?(?: +{_CAPITAL}){{0,3}}{_REST}){_DAY},? *"
    rf"(?:{_AGENCY} *{_DASH}| +(?:--|-|–|—)(?= +[A-Z\"']))"
)
_KNOWN = regex(
    rf"(?:(?P<place>{_CAPITAL}(?: +{_CAPITAL}){{0,3}}{_REST}){_DAY},? *)?"
    rf"\((?P<agency>{_AGENCIES})\)(?: *{_DASH})?(?= *[A-Z\"'])"
)
# What papers put in capitals before a dash and is no place.
_NO_PLACES = frozenset(
    (
        "file files photo photos video watch update updated updates breaking exclusive correction corrections opinion "
        "analysis note news live alert warning spoiler summary editorial comment review interview listen read more poll"
    ).split(),
)
_ANOTHER_DASH = regex(r" (?:--|-|–|—) ")


class Dateline(NamedTuple):
    """A dateline, its dash taken in; offsets in characters, half open; ``place`` or ``agency`` may be empty."""

    start: int
    end: int
    place: str
    agency: str


def dateline(text: Folded, paragraph: Span) -> Dateline | None:
    """The dateline with which a paragraph begins: “KYIV, Ukraine (AP) —”, “Washington —”, “(CNN) –”."""
    start = paragraph.start
    while start < paragraph.end and text.plain[start] == " ":
        start += 1
    end = min(paragraph.end, start + _LONGEST)
    if _SIGN.search(text.plain, start, end) is None:
        return None
    for pattern in (_SHOUTED, _KNOWN, _SPOKEN):
        found = pattern.match(text.plain, start, end)
        if found is None:
            continue
        place = " ".join((found["place"] or "").split())
        if place and all(word in _NO_PLACES for word in place.lower().replace(",", "").split()):
            return None
        if pattern is _SPOKEN and not found["agency"] and not _opens(text.plain, found.end(), paragraph.end):
            continue
        return Dateline(start, found.end(), place, found["agency"] or "")
    return None


def _opens(plain: str, at: int, end: int) -> bool:
    """Whether a report begins after the dash, rather than an aside between two dashes."""
    return end - at > 40 and _ANOTHER_DASH.search(plain, at + 2, min(end, at + 160)) is None
