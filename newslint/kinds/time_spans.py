"""Years that do not add up: death before birth, sentence before arrest, the anniversary of another year's event."""

import re
from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document
from newslint.finding import Match, Note
from newslint.kinds.digits import years
from newslint.kinds.weekdays import whole
from newslint.language.labels import MONTHS
from newslint.language.numerals import worth
from newslint.patterns import regex
from newslint.span import Span

_YEAR = r"(?:1[5-9]|20)[0-9]{2}(?![0-9A-Za-z%]|[.,:/][0-9])"
_DATE = r"(?:(?:on|in|around|about)? ?(?:[A-Z][a-z]{2,8}\.? )?(?:[0-9]{1,2},? )?(?:[A-Z][a-z]{2,8}\.?,? )?)"
# The course of a life and of a case, each step not before those that come earlier in its row.
_COURSES = tuple(
    {word: step for step, words in enumerate(row.split()) for word in words.split("/")}
    for row in (
        "born married died",
        "born joined died",
        "born elected/appointed died/assassinated/buried",
        "born arrested/detained charged/indicted tried convicted sentenced executed",
        "founded/established closed/dissolved/disbanded",
        "appointed resigned/dismissed/sacked",
        "built/begun opened/inaugurated closed/reopened demolished",
        "founded/established dissolved/bankrupt",
        "began/started/begun ended/finished/concluded",
        "entered graduated",
        "opened/formed closed/disbanded",
        "signed ratified",
    )
)
_STEPS = "|".join(sorted({word for row in _COURSES for word in row}))
# What may stand between a step and its date: no clause, no other verb.
_WITH = (
    r"(?:(?:from|for|to|of|at|with|on|in|by) +)?(?:(?!(?:who|which|that|when|where|while|after|before|had|for|and|but"
    r"|in|on)\b|[\w'-]+(?:ed|ing)\b)[a-z'-]{1,20} +){0,4}?"
)
_STEP = regex(
    rf"(?<![\w'-])(?P<verb>{_STEPS}),? +{_WITH}(?:(?:on|in|around|about) )?"
    rf"(?:(?P<month>(?:{'|'.join(name.title() for name in MONTHS if len(name) > 2)})\b)\.? )?(?:[0-9]{{1,2}},? )?"
    rf"(?:(?P<after>(?:{'|'.join(name.title() for name in MONTHS if len(name) > 2)})\b)\.?,? )?(?P<year>{_YEAR})"
)
_BORN_DIED = regex(
    rf"\((?:(?:born|b\.) +)?{_DATE}(?P<first>{_YEAR}) *"
    rf"(?:[-–—]|[-–—;,]? *(?:died|d\.)) *{_DATE}(?P<second>{_YEAR})\)"
)
_FROM_TO = regex(
    r"(?<![\w-])(?:served|ruled|reigned|worked|lived|governed|presided|studied|taught|fought|lasted|ran|played|president"
    r"|minister|mayor|governor|senator|chairman|director|ambassador|secretary|editor|prisoner|war)"
    rf"(?: +[\w'-]{{1,20}}){{0,5}},? +(?:from|between) +(?P<first>{_YEAR}) +(?:to|until|till|through|and) +"
    rf"(?P<second>{_YEAR})",
    re.IGNORECASE,
)
# Characters: years of one course are not further apart.
_FURTHEST = 250
# Words that bring in somebody or something else, or go back in time.
_TURN = regex(
    r"\b(?:who|whose|which|that|when|where|while|after|before|had|again|previous(?:ly)?|earlier|father|mother|parents?"
    r"|brother|sister|grand\w+|wife|husband|son|daughter|first|another|also|re|since|back|forward|they|B\.?C\b)|[.;:] "
)
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    "twentieth",
)
_TENS = {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "hundredth": 100}
_ORDINAL_VALUES = {**{word: at for at, word in enumerate(_ORDINALS, 1)}, **_TENS}
_ANNIVERSARY = regex(
    r"(?<![\w,.-])(?P<count>[0-9]{1,3}(?=st|nd|rd|th)|" + "|".join(_ORDINAL_VALUES) + r")(?:st|nd|rd|th)?"
    rf"[ -]anniversary +of +(?:(?!in\b|on\b)[\w'’.,-]{{1,20}} +){{0,6}}?(?P<year>{_YEAR})",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:[0-9]{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?|[a-z]{3,9}teen"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
_AGO = regex(
    rf"(?<![\w.,$-])(?P<qualifier>[a-z]{{1,15}} +)?(?P<count>{_NUMBER}) +years +ago,? +(?:[io]n|back in) +"
    rf"(?:[A-Z][a-z]{{2,8}}\.? +(?:[0-9]{{1,2}}, +)?)?(?P<year>{_YEAR})",
    re.IGNORECASE,
)
# What each of them holds, in lower case.
# The event and its year first: "founded in 1820, marked its 250th anniversary in 2020".
_ANNIVERSARY_AFTER = regex(
    r"(?<![\w-])(?:founded|formed|opened|built|established|created|launched|started|set up|incorporated|consecrated)"
    rf" +(?:in|on) +{_DATE}(?P<year>{_YEAR})(?:,|,? +and)(?: +(?!in\b|which\b|whose\b)[\w'’-]{{1,20}}){{1,6}}? +"
    r"(?P<count>[0-9]{1,3}(?=st|nd|rd|th)|"
    + "|".join(_ORDINAL_VALUES)
    + r")(?:st|nd|rd|th)?[ -](?:anniversary|birthday|year in business|year of service)",
    re.IGNORECASE,
)
_IN_THEN_AGO = regex(
    rf"(?<![\w-])in +(?P<year>{_YEAR}), +(?P<qualifier>[a-z]{{1,15}} +)?(?P<count>{_NUMBER}) +years +ago(?![\w'-])",
    re.IGNORECASE,
)
_COUNTED = {
    _ANNIVERSARY: regex(r"anniversary +of +"),
    _AGO: regex(r"years +ago,? +(?:[io]n|back in) "),
    _ANNIVERSARY_AFTER: regex(r"[ -](?:anniversary|birthday|year in business|year of service)"),
    _IN_THEN_AGO: regex(r", +(?:[a-z-]+ +)?[a-z0-9-]+ +years +ago"),
}
_VAGUE = frozenset(
    ("about", "around", "some", "nearly", "almost", "roughly", "over", "than", "least", "approximately", "barely")
)
_WHAT = "term|contract|sentence|reign|rule|presidency|tenure|stint|war|mandate|spell|career|deal|lease|ban"
_SO_LONG = regex(rf"-year +(?:{_WHAT})\b")
_LASTED = regex(
    rf"(?<![\w.,$-])(?P<count>{_NUMBER})-year +(?P<what>{_WHAT})\b(?: +[\w'’-]{{1,20}}){{0,5}}?,? *"
    rf"(?:\(|,|from|between)? *(?P<first>{_YEAR}) *(?:[-–]|to|until|till|through|and) *(?P<second>{_YEAR})",
    re.IGNORECASE,
)
_EXACT = frozenset({"term", "contract", "sentence", "mandate"})
_IN_YEAR = regex(rf"\b(?:in|on +[a-z]{{3,9}}\.? +[0-9]{{1,2}},|[a-z]{{3,9}} of) +(?P<year>{_YEAR})", re.IGNORECASE)


def out_of_order(document: Document) -> Iterator[Match]:
    """Each year that is earlier than what came before it: “(1961–1958)”, “arrested in 2019 and sentenced in 2018”."""
    text = document.folded.plain
    if not any(then <= year and place - at < _FURTHEST for (at, year), (place, then) in pairwise(years(document))):
        return
    done: set[int] = set()
    for pattern in (_BORN_DIED, _FROM_TO):
        for found in pattern.finditer(text):
            between = text[found.start() : found.start("first")]
            if int(found["second"]) < int(found["first"]) and not _TURN.search(between):
                done.add(found.start("second"))
                yield _backwards(document, found.span("second"), found.span("first"))
    last: re.Match[str] | None = None
    for step in _STEP.finditer(text):
        earlier = last and step.start("year") not in done and _earlier(step, last)
        if last and earlier and _same_course(last, step):
            near = step.start() - last.end() < 90 and not _TURN.search(text, last.end(), step.start())
            if near and document.sentence(last.start()) == document.sentence(step.start()):
                yield _backwards(document, *(_printed(one, whole=step["year"] == last["year"]) for one in (step, last)))
        last = step


def _printed(step: re.Match[str], *, whole: bool) -> tuple[int, int]:
    """The year, or all from the month on."""
    start = max(step.start("month"), step.start("after")) if whole else step.start("year")
    return start, step.end("year")


def _earlier(step: re.Match[str], last: re.Match[str]) -> bool:
    """Whether a step lies before the last one, by the year or, within a year, by the month."""
    months = [MONTHS[name.lower()] for one in (step, last) if (name := one["month"] or one["after"])]
    if step["year"] == last["year"]:
        return len(months) == 2 and months[0] < months[1]
    return int(step["year"]) < int(last["year"])


def _same_course(first: re.Match[str], second: re.Match[str]) -> bool:
    verbs = first["verb"], second["verb"]
    return any(row.get(verbs[0], 99) < row.get(verbs[1], -1) for row in _COURSES)


def _backwards(document: Document, here: tuple[int, int], there: tuple[int, int]) -> Match:
    span, other = Span(*here), Span(*there)
    texts = [document.text[one.start : one.end] for one in (span, other)]
    note = Note(document.name, other, f"“{texts[1]}” here")
    return Match(span, {"match": texts[0], "other": texts[1], "right": ""}, (note,))


def anniversaries(document: Document) -> Iterator[Match]:
    """Each count of years since an event that fits neither the year of publication nor one named beside it."""
    lower, named = document.folded.lower, years(document)
    for pattern, counted in _COUNTED.items():
        ago = pattern in {_AGO, _IN_THEN_AGO}
        if not named or not counted.search(lower):
            continue
        for found in pattern.finditer(document.folded.plain):
            count, year = _count(found["count"].lower()), int(found["year"])
            vague = (found["qualifier"] or "").strip().lower() in _VAGUE if pattern is _AGO else False
            now = _now(document, found, ago=ago)
            # Round numbers are seldom meant to the year.
            slack = (2 if count % 5 == 0 else 1) if ago else 0
            if vague or not now or not count or any(abs(one - year - count) <= slack for one in now):
                continue
            span = Span(min(found.start("count"), found.start("year")), max(found.end(), found.end("year")))
            right = str(now[0] - year)
            yield Match(span, {"match": document.text[span.start : span.end], "right": right, "other": str(now[0])})


def _now(document: Document, found: re.Match[str], *, ago: bool) -> tuple[int, ...]:
    """The years from which the count may run, likeliest first; none where nothing says."""
    sentence = document.sentence(found.start())
    plain = document.folded.plain
    named: list[int] = []
    if not ago:
        for start, end in ((sentence.start, found.start()), (found.end(), sentence.end)):
            named += [int(one["year"]) for one in _IN_YEAR.finditer(plain, start, end)]
    if document.published:
        year = document.published.year
        return (year, year + 1, year - 1, *named)
    return tuple(named)


def _count(text: str) -> int:
    if text.isdigit():
        return int(text)
    return _ORDINAL_VALUES.get(text) or worth(text)


def worth_of(text: str, *, ordinal: bool = False) -> int:
    """What a number in digits or words is worth, 0 where it is none; ``ordinal``: of words such as “tenth”."""
    if ordinal and not text.isdigit():
        return _ORDINAL_VALUES.get(text) or _ORDINAL_VALUES.get(text + "th", 0)
    return _count(text)


def durations(document: Document) -> Iterator[Match]:
    """Each stretch of so many years whose first and last year are another number apart."""
    if len(years(document)) < 2 or not _SO_LONG.search(document.folded.lower):
        return
    for found in _LASTED.finditer(document.folded.plain):
        count, apart = _count(found["count"].lower()), int(found["second"]) - int(found["first"])
        most = count if found["what"].lower() in _EXACT else count + 1
        if count and apart >= 0 and not count - 1 <= apart <= most:
            span = whole(document, Span(*found.span()))
            values = {"match": document.text[span.start : span.end], "right": str(apart), "other": found["count"]}
            yield Match(span, values)
