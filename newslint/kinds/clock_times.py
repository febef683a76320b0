"""Times of day that no clock shows, and one moment given in two time zones that do not agree."""

import re
from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document
from newslint.finding import Match, Note
from newslint.kinds.digits import digit_words
from newslint.language.dates import Clock
from newslint.matching.words import words_of
from newslint.patterns import regex
from newslint.span import Span

DAY = 24 * 60
"""Minutes."""

# Minutes east of Greenwich, in winter and in summer; zones of one name are listed together. From general knowledge.
_ZONES = {
    "gmt utc": (0,),
    "bst london_time british_time british_summer_time uk_time": (0, 60),
    "cet cest central_european_time paris_time berlin_time brussels_time rome_time madrid_time vienna_time"
    " german_time french_time swiss_time geneva_time": (60, 120),
    "eet eest kyiv_time kiev_time athens_time helsinki_time bucharest_time": (120, 180),
    "cairo_time israel_time jerusalem_time": (120, 180),
    "msk moscow_time": (180,),
    "turkish_time istanbul_time": (120, 180),
    "saudi_time riyadh_time baghdad_time minsk_time nairobi_time": (180,),
    "iran_time tehran_time": (210, 270),
    "dubai_time": (240,),
    "kabul_time": (270,),
    "pakistan_time": (300,),
    "delhi_time indian_time india_time": (330,),
    "ist": (60, 120, 180, 330),
    "bangkok_time hanoi_time jakarta_time": (420,),
    "beijing_time china_time shanghai_time hong_kong_time singapore_time sgt perth_time manila_time": (480,),
    "jst tokyo_time japan_time kst seoul_time korea_time": (540,),
    "aest aedt aet sydney_time melbourne_time": (600, 660),
    "et est edt eastern_time eastern_standard_time eastern_daylight_time new_york_time washington_time": (-300, -240),
    "ct cdt central_time central_standard_time central_daylight_time chicago_time": (-360, -300),
    "cst": (-360, -300, 480),
    "mt mst mdt mountain_time denver_time": (-420, -360),
    "pt pst pdt pacific_time pacific_standard_time pacific_daylight_time": (-480, -420),
    "los_angeles_time california_time": (-480, -420),
}
_OFFSETS = {name.replace("_", " "): offsets for names, offsets in _ZONES.items() for name in names.split()}
_FROM_GREENWICH = regex(r"gmt([+-][0-9]{1,2})")
# One of two clocks that disagree has one of these zones; "time" alone says nothing.
ZONE_WORDS = frozenset(name.split()[0] for name in _OFFSETS)
# Until 2014 Moscow kept summer time, or kept to it all the year.
_MOSCOW = frozenset({"msk", "moscow time"})
_MOSCOW_SETTLED = 2015
# What may stand between two namings of one moment.
_SAME_MOMENT = regex(r" *(?:[;(/=–—-]|, *(?:or|which +is|that +is|i\.e\.)|or\b) *")
_ZONE = r"(?:GMT|UTC|BST|CES?T|EES?T|MSK|[ECMP][SD]?T|local time|Moscow time|o'clock|hours)\b"
_ODD_TIME = regex(
    r"(?<![\w.:,/$£€-])(?:(?P<hour>[0-9]{1,2})(?P<sep>[:.])(?P<minute>[0-9]{2})(?![\w:/%-]|[.,][0-9])"
    rf"(?P<half> *[ap](?:m\b|\.m\.))?(?P<zone> +{_ZONE})?|(?P<four>[0-9]{{4}}) +(?:GMT|UTC)\b)"
)
# A word that may be the minutes of a time.
_MINUTES = regex(r"[0-9]{2}[ap]?m?")
_LED_BY_AT = regex(r"\b(?:at|until|till|before|after|around|from|since) \Z", re.IGNORECASE)
_DAY_AFTER = regex(
    r" +(?:on +(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:this|that) +(?:morning|evening|afternoon)"
    r"|in the (?:morning|evening|afternoon))\b"
)
# What else has two figures with a colon: a race, a match, a film, a verse.
_NO_CLOCK = regex(
    r"\b(?:half|halves|halftime|overtime|period|quarter|lap|laps|race|races|ran|run|runner|runners|minutes?|seconds?"
    r"|finish\w*|clocked|pace|mark|goals?|scor\w+|penalty|match|game|play|video|clip|film|footage|track|song|episode"
    r"|chapters?|verses?|ratio|split|splits|marathon|record|personal best|timer|odds|won|win|beat|lead|led)\b",
    re.IGNORECASE,
)
# Hours that may be a slip for one of a day; beyond them stand minutes of a game.
_LAST_HOUR = 29


def no_such_time(document: Document) -> Iterator[Match]:
    """Each time that no clock shows: 25:00 GMT, 10:75 a.m., 15:30 a.m.; a score or a verse is none."""
    plain = document.folded.plain
    for found in _ODD_TIME.finditer(plain) if _has_times(document) else ():
        if _odd(found) and (
            found["half"]
            or found["zone"]
            or found["four"]
            or _on_a_day(plain, found)
            or _in_a_timetable(document, found)
        ):
            span = Span(*found.span())
            yield Match(span, {"match": document.text[span.start : span.end], "right": "", "other": ""})


def _has_times(document: Document) -> bool:
    """Whether anything may be a time of day that no clock shows: a cheap look, which few articles pass."""
    words, plain = words_of(document), document.folded.plain
    if "gmt" in words.known or "utc" in words.known:
        return True
    minutes = [word for word in digit_words(document) if _MINUTES.fullmatch(word)]
    return any(
        plain[at - 1] in ":." and (word > "6" or (plain[at - 3 : at - 1].isdigit() and plain[at - 3 : at - 1] > "12"))
        for word in minutes
        for at in words.places(word)
        if at > 1
    )


def _odd(found: re.Match[str]) -> bool:
    hour, minute = (found["four"][:2], found["four"][2:]) if found["four"] else (found["hour"], found["minute"])
    last = 12 if found["half"] else 24
    return int(hour) > last or int(minute) > 59 or (int(hour) == 24 and int(minute) > 0)


def _on_a_day(plain: str, found: re.Match[str]) -> bool:
    """Whether the words around say that this is a time and no score or verse: “at 19:63 on Monday”."""
    if found["sep"] != ":" or not _LED_BY_AT.search(plain[max(0, found.start() - 10) : found.start()]):
        return False
    return _DAY_AFTER.match(plain, found.end()) is not None


def _in_a_timetable(document: Document, found: re.Match[str]) -> bool:
    """Whether nothing in its sentence says that “at 25:40” is the minute of a game, the length of a film or a verse."""
    plain = document.folded.plain
    if found["sep"] != ":" or int(found["hour"]) > _LAST_HOUR or plain[found.start() - 3 : found.start()] != "at ":
        return False
    sentence = document.sentence(found.start())
    return not _NO_CLOCK.search(plain, sentence.start, sentence.end)


def zones_apart(document: Document) -> Iterator[Match]:
    """Each second naming of a moment that no summer or winter time makes the same as the first."""
    plain = document.folded.plain
    for first, second in pairwise(document.clocks):
        if second.start - first.end > 20 or not _SAME_MOMENT.fullmatch(plain, first.end, second.start):
            continue
        apart = _minutes(second) - _minutes(first)
        if any((apart - gap) % DAY == 0 for gap in _gaps(document, first, second)):
            continue
        span, other = Span(second.start, second.end), Span(first.start, first.end)
        texts = [document.text[one.start : one.end] for one in (span, other)]
        note = Note(document.name, other, f"“{texts[1]}” here")
        yield Match(span, {"match": texts[0], "other": texts[1], "right": ""}, (note,))


def _minutes(clock: Clock) -> int:
    return clock.hour * 60 + clock.minute


def _gaps(document: Document, first: Clock, second: Clock) -> Iterator[int]:
    """The minutes that the second clock may be ahead; every whole quarter of an hour where a zone is not known."""
    here, there = _offsets(document, first), _offsets(document, second)
    if here and there and first.zone != second.zone:
        yield from (later - earlier for earlier in here for later in there)
    elif (here or there) and first.zone != second.zone:
        yield from range(0, DAY, 15)
    else:
        yield _minutes(second) - _minutes(first)


def _offsets(document: Document, clock: Clock) -> tuple[int, ...]:
    stated = _FROM_GREENWICH.fullmatch(clock.zone)
    if stated:
        return (60 * int(stated[1]),)
    offsets = _OFFSETS.get(clock.zone, ())
    if clock.zone in _MOSCOW:
        years = [date.year for date in document.dates if date.year]
        if any(year < _MOSCOW_SETTLED for year in years) or (
            document.published and document.published.year < _MOSCOW_SETTLED
        ):
            return (180, 240)
    return offsets
