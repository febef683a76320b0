"""Events of one sentence whose dates do not allow what its words say: the first after the second, a term too long."""

from bisect import bisect_left
from collections.abc import Iterator

from newslint.document import Document
from newslint.finding import Match, Note
from newslint.kinds.digits import years
from newslint.kinds.time_spans import worth_of
from newslint.language.labels import MONTHS
from newslint.patterns import regex
from newslint.span import Span

_YEAR = r"(?:1[5-9]|20)[0-9]{2}(?![0-9A-Za-z%]|[.,:/][0-9]|[-–][0-9])"
_NUMBER = r"(?:[0-9]{1,3}|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]{3,5})?|[a-z]{3,9})"
_NAMES = "|".join(sorted(name for name in MONTHS if len(name) > 2))
_WITHIN = r"[^.;:()\"]"
# “in 2005 after he left in 2007”: what comes after is not earlier.
_AFTER = regex(
    rf"\bin (?P<first>{_YEAR}),? (?:(?:[a-z]+ly|soon|just|not long|(?:an?|{_NUMBER}) (?:years?|months?)) )?"
    rf"(?P<side>after|before|following) (?P<what>{_WITHIN}{{3,70}}?) in (?P<second>{_YEAR})"
)
_TO_COME = regex(
    r"\b(?:to(?! (?:an?|the|his|her|its|their)\b)|for|games|olympics?|world"
    r" cup|elections?|due|plan(?:s|ned)?|expir\w+|deadline|targets?|goals?|would|will|bid"
    r"|that|which|who|until|scheduled|had been|since|not|rather|instead|book|novel|film|case|law|act"
    r"|begins?|ends?)\b"
)
# “who buried her husband in 1997, had lost him in 2001”: what had been is not later.
_HAD = regex(
    r"\b(?:buried|cremated|died|retired|demolished|dissolved|executed|divorced|shut down|closed|sank|drowned|killed"
    rf"|assassinated|torn down) (?:{_WITHIN}{{0,40}} )??in (?P<first>{_YEAR}),? (?:who |which |and )?had "
    rf"(?!not\b|never\b|been (?:dead|buried|closed)\b)(?:{_WITHIN}{{3,50}}) in (?P<second>{_YEAR})"
)
_WHAT = (
    r"(?:term|contract|sentence|mandate|lease|deal|ban|reign|tenure|stint|presidency|agreement|licence|license|loan|war"
    r"|project|campaign|programme|program|course|study|siege|strike|trial|marriage|run|spell|franchise|warranty|bond)"
)
_TERM = regex(
    rf"\b(?P<count>{_NUMBER})-year {_WHAT}s?,? (?:{_WITHIN}{{0,50}} )??(?:in|since|from|of) (?P<first>{_YEAR}),?"
    rf"(?: {_WITHIN}{{0,40}})?? (?:r[au]n out|runs out|ended|ends|end|expired|expires|expire|was over|is over"
    r"|c[ao]mes? to an end|finished|closed|concluded|lapsed|lapses|until)"
    rf"(?: (?:in|only in|at the end of|early in|late in))? (?P<second>{_YEAR})"
)
_CUT_SHORT = regex(
    r"\b(?:that|which(?! (?:opened|began|started|was signed|he|she|they)\b)|who|extend\w*|extension|early|another"
    r"|second|short|shortened|commuted|renew\w*|appeal|reduced|prematurely|delay\w*)\b"
)
_FIRST = ("born", "built", "founded", "opened", "established", "formed", "created", "launched")
_LATIN = {"centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200, "tercentenary": 300}
_KEPT = regex(
    rf"\b(?:(?P<name>{'|'.join(_LATIN)})|(?P<count>[0-9]{{1,3}}(?=st|nd|rd|th)|[a-z]{{4,12}}(?=th\b))"
    r"(?:st|nd|rd|th)?[ -](?:anniversary|birthday|year))\b"
)
_ORIGIN = regex(
    r"\b(?:founded|formed|opened|built|established|created|launched|started|set up|incorporated|consecrated|born|began"
    rf"|took in its first|first [a-z]+|laid|inaugurated|married|dates? (?:back )?(?:to|from))\b[^.;:0-9\"]{{0,50}}\bin "
    rf"(?P<year>{_YEAR})"
)
_CELEBRATED = regex(
    r"\b(?:celebrat\w+|mark\w*|held|observed|f[ae]lls?|follow\w*|took place|t[ao]ke"
    r" place|comes?|came|was|be|is|reach\w*|keep"
    rf"|kept|commemorat\w+)\b(?:(?!{_YEAR})[^.;:\"]){{0,45}}?\b(?:in|during) (?P<year>{_YEAR})|(?:^|\W)in"
    rf" (?P<opens>{_YEAR}),? "
)
# “founded in 1899, will turn 100 in 2009”; “built in 1720, the mill burned down in 1690”
_TURNS = regex(
    rf"\b(?:founded|opened|built|established|formed|born|created|launched) in (?P<first>{_YEAR}),?(?: [a-z'-]+){{0,4}}?"
    rf" (?:turned|turns?|will be|was) (?P<count>[0-9]{{1,3}})(?: years old)?,? in (?P<second>{_YEAR})"
)
_OPENING = regex(
    rf"\b(?:born|built|founded|opened|established|formed|created|launched) in (?P<first>{_YEAR}),"
    rf" (?P<what>(?:the|it|he|she)"
    rf"(?: [a-z'-]+){{1,8}}?) in (?P<second>{_YEAR})"
)
_ANOTHER = regex(
    r"\b(?:replac\w+|that|which|who|whose|after|since|one|old|older|earlier|previous\w*|succe\w+|named|first|original\w*"
    r"|inspired|based|designed|plan\w*|from|had|than|of|marks|commemorat\w+|celebrat\w+|memor\w+|hono\w+)\b"
)
_BEGUN = (
    r"(?:opened|began|begun|started|launched|arrested|signed|took office|taken on|founded|married|moved in|joined|hired"
    r"|born|elected|appointed|introduced)"
)
_SAME_YEAR = regex(
    rf"\b{_BEGUN} (?:{_WITHIN}{{0,40}} )??(?:in|on|of) (?:early |late"
    rf" |mid-)?(?P<first>{_NAMES})\.?\b(?P<between>{_WITHIN}{{3,80}}?) "
    rf"(?:in|on|of) (?:early |late |mid-)?(?P<second>{_NAMES})\.?(?: [0-9]{{1,2}})?,? (?:of )?(?:the same|that) year\b"
)
_LATER_THAT_YEAR = regex(
    rf"\b(?:in|on|of) (?:early |late |mid-)?(?P<first>{_NAMES})\.?\b(?P<between>{_WITHIN}{{3,80}}?) later"
    rf" (?:that|the same) year,? "
    rf"(?:in|on) (?:early |late |mid-)?(?P<second>{_NAMES})\b"
)
_BACK = regex(r"\b(?:had|after|before|earlier|from|since|until|next|following|19[0-9]{2}|20[0-9]{2})\b")
_HOURS = regex(r"\b(?:hours?|minutes?) (?P<side>after|before) ")
_SAME_DAY = regex(r",? (?:on )?(?:the same|that|that same) (?P<part>morning|afternoon|evening|day|night)\b")
# Longer sentences are lists; characters.
_LONGEST = 600
_NOON, _PARTS = 12 * 60, {"morning": 0, "afternoon": 1, "evening": 1}

WORDS = ("after", *_FIRST, "before", "following", "had", "year", "anniversary", "birthday", *_LATIN)
"""Without one of these nothing is found."""

_Spans = tuple[tuple[int, int], tuple[int, int], str]


def disordered(document: Document) -> Iterator[Match]:
    """Each date that the words around it do not allow beside another one, with a note on that one."""
    lower = document.folded.lower
    found: list[_Spans] = []
    if len(years(document)) > 1:
        found += [*_around(lower), *_terms(lower), *_anniversaries(document)]
    if "same year" in lower or "that year" in lower:
        found += _months(lower)
    found += _hours(document)
    done: set[int] = set()
    for here, there, right in sorted(found):
        span, other = Span(*here), Span(*there)
        inside = document.sentence(span.start) == document.sentence(other.start)
        if inside and span.start not in done and not document.quoted(span):
            done.add(span.start)
            texts = [document.text[one.start : one.end] for one in (span, other)]
            note = Note(document.name, other, f"“{texts[1]}” here")
            yield Match(span, {"match": texts[0], "other": texts[1], "right": right}, (note,))


def _around(lower: str) -> Iterator[_Spans]:
    """“in 2005 after leaving in 2007”, “died in 1997, had married in 2001”."""
    for found in _AFTER.finditer(lower):
        first, second = int(found["first"]), int(found["second"])
        wrong = first > second if found["side"] == "before" else first < second
        if wrong and not _TO_COME.search(found["what"]) and not any(mark.isdigit() for mark in found["what"]):
            yield found.span("second"), found.span("first"), found["side"]
    for found in _TURNS.finditer(lower):
        if abs(int(found["second"]) - int(found["first"]) - int(found["count"])) > 1:
            yield found.span("second"), found.span("first"), found["count"]
    for found in _OPENING.finditer(lower):
        if found["second"] < found["first"] and not _ANOTHER.search(found["what"]):
            yield found.span("second"), found.span("first"), "after"
    for found in _HAD.finditer(lower) if " had " in lower else ():
        if found["second"] > found["first"]:
            yield found.span("second"), found.span("first"), "had"


def _terms(lower: str) -> Iterator[_Spans]:
    """“The four-year term he won in 2006 ran out in 2013”."""
    for found in _TERM.finditer(lower) if "-year " in lower else ():
        count, apart = worth_of(found["count"]), int(found["second"]) - int(found["first"])
        if count and abs(apart - count) > 1 and apart >= 0 and not _CUT_SHORT.search(found[0]):
            yield found.span("second"), found.span("first"), f"{count} years"


def _anniversaries(document: Document) -> Iterator[_Spans]:
    """“Its centenary was celebrated in 2018” of what began in 1908."""
    lower = document.folded.lower
    for found in _KEPT.finditer(lower):
        count = _LATIN.get(found["name"] or "") or worth_of(found["count"] or "", ordinal=True)
        start, end = document.sentence(found.start())
        origins = list(_ORIGIN.finditer(lower, start, end)) if count and end - start < _LONGEST else []
        if len(origins) != 1:
            continue
        origin = origins[0]
        kept = [
            (one["year"] or one["opens"], one.span("year" if one["year"] else "opens"))
            for one in _CELEBRATED.finditer(lower, start, end)
            if one.end("year" if one["year"] else "opens") != origin.end("year")
        ]
        after = [one for one in kept if one[1][0] > found.start()] or kept[-1:]
        if after and abs(int(after[0][0]) - int(origin["year"]) - count) > 1:
            yield after[0][1], origin.span("year"), f"{count} years"


def _months(lower: str) -> Iterator[_Spans]:
    """A month of the same year that lies before the one from which it is counted."""
    for pattern in (_SAME_YEAR, _LATER_THAT_YEAR):
        for found in pattern.finditer(lower):
            if MONTHS[found["second"]] < MONTHS[found["first"]] and not _BACK.search(found["between"]):
                yield found.span("second"), found.span("first"), "the same year"


def _hours(document: Document) -> Iterator[_Spans]:
    """“Hours after it landed at 7 a.m., at 5:30 the same morning”."""
    lower = document.folded.lower
    after = [*_HOURS.finditer(lower)]
    starts = [one.start for one in document.clocks] if after else []
    for found in after if len(starts) > 1 else ():
        at = bisect_left(starts, found.end())
        end = document.sentence(found.start()).end
        clocks = [one for one in document.clocks[at : at + 3] if one.start < end]
        same = _SAME_DAY.match(lower, clocks[1].end) if len(clocks) == 2 else None
        if same is None or same["part"] == "night":
            continue
        first, second = (one.hour * 60 + one.minute for one in clocks)
        half = _PARTS.get(same["part"])
        if half is not None and not any(mark in lower[clocks[1].start : clocks[1].end] for mark in ("am", "pm", ".m")):
            second = second % _NOON + half * _NOON
        if first != second and (second < first) == (found["side"] == "after"):
            yield (clocks[1].start, clocks[1].end), (clocks[0].start, clocks[0].end), found["side"]
