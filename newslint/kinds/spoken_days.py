"""When somebody named with his office did something, as his sentence says: "said in May 2012", "opened in 2008 by"."""

from re import Match

from newslint.document import Document
from newslint.kinds.certainty import AMERICAN, COURTESY, TOP, by_courtesy
from newslint.kinds.offices import Statement
from newslint.language.labels import MONTHS
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.span import Span

# What somebody can do only while in office, and what is said of one who was in it at another time than he did it.
_OF_OFFICE = "appointed|authori[sz]ed|commuted|nominated|ordered|pardoned|repealed|sacked|signed|vetoed"
_NOT_HIS = (
    "(?:was(?! in )|were|became|born|elected|joined|succeeded|replaced|lost|ran|sought|died|retired|left|entered)"
)
_PAST = (
    r"(?:(?:had |also |then |first |twice |himself |herself |again )*"
    r"(?:[a-z]{2,}ed|said|told|gave|made|went|came|took|spoke|flew|met|sent|set|put|won|wrote|held|led|paid|saw|found|"
    r"laid|drew|brought|called|stood|swore|sold|struck|shut|cut|let|hit|began|chose|built|broke|got|kept|stepped down))"
)
_MONTH = rf"(?:(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.? +(?:[0-9]{{1,2}},? +)?)"
_DAY_MONTH = rf"(?:[0-9]{{1,2}} +{_MONTH})"
_YEAR = r"(?P<year>(?:1[89]|20)[0-9]{2})"
_WHEN = (
    r"(?:(?:back|early|late|first|once|again|only) +)*"
    r"(?:as (?:early|late|recently|far back|long ago) as +(?:in +)?|(?:in|during|on) +)"
    r"(?:(?:the +)?(?:spring|summer|autumn|fall|winter|end|beginning|middle|course) +of +)?"
    rf"(?:early +|late +|mid-? *)?(?P<month>{_DAY_MONTH}|{_MONTH})?{_YEAR}"
)
# Words of one clause, and what leads from an event to who was behind it.
_WORD = (
    r" +(?!(?:and|but|who|which|that|where|while|since|until|before|after|because|although|if|as|than|born|said|says|"
    r"will|would|is|are|has|have)\b)[\w'-]+"
)
_BY = (
    r"(?:(?:by|under|from|with)|on the (?:orders?|advice|initiative) of|at the (?:request|urging|behest|invitation) of|"
    r"after (?:a|the) (?:visit|call|order|decision|promise|request|speech) (?:by|from|of)|after|when|"
    r"in the presence of|"
    r"because of|thanks to)"
)
_THE = r"(?: +the)?(?: +then)?(?: +then-)? *$"
# A year that is part of what somebody gave, wrote or did: "in a 2004 letter".
_THING = r"(?:an?|the|his|her|their|one|that|its)"
_BEFORE = (
    # "In May 2012 the …", "Back in the spring of 2004, …"
    regex(rf"^\W*(?:and |but |it was |that was |only )?{_WHEN}(?:,| -)?(?: when)?{_THE}"),
    # "was opened in 2008 by", "failed in 2004 after"
    regex(rf"\b{_WHEN}(?:{_WORD}){{0,5}} +{_BY}{_THE}"),
    # "goes back to 2008, when", "began in 2008, when"
    regex(rf"\b(?:to|of) +{_YEAR},? when{_THE}"),
    regex(rf"\b{_WHEN},? when{_THE}"),
    # "A 2004 memo from", "In a 2004 letter, "
    regex(rf"\b{_THING} +{_YEAR}(?:{_WORD}){{1,3}} +(?:by|from|with|under|between|to){_THE}"),
    regex(rf"^\W*(?:in|during|after|at) +{_THING} +{_YEAR}(?:{_WORD}){{1,4}},{_THE}"),
    # "In 2008 the plan had the support of", "was vetoed under"
    regex(rf"^\W*{_WHEN},?(?:{_WORD}){{1,7}} +(?:by|under|of|from|with){_THE}"),
)
_AFTER = (
    # "launched by … in 2008", "ordered by … in 2008"
    regex(rf"(?: +(?:in|at|to) +[\w-]+)?,? +{_WHEN}\b"),
    regex(rf",? +who,? +{_WHEN}\b"),
    # "The last such visit, by …, was in 2008"
    regex(rf",? +(?:was|came|took place|happened) +{_WHEN}\b"),
    # "raised the matter in 2004"; no second verb, and nothing that starts another clause
    regex(
        rf",? +{_PAST}(?: +(?!that\b|who\b|which\b|to\b(?= +\w+ +(?:the|a|an)\b)|(?!reported)\w+ed\b|since\b|"
        rf"until\b|by\b|of\b|and\b|made\b|taken\b|held\b|born\b|for\b|about\b|from\b|after\b|before\b|over\b)[\w'$-]+)"
        rf"{{0,6}} +{_WHEN}\b"
    ),
    # "said in a 2004 speech"
    regex(rf",? +{_PAST}(?: +[\w'-]+){{0,4}} +(?:in|at|during|with) +{_THING} +{_YEAR} +[\w'-]+"),
)
# "Under …, the tax was raised in 2008"
_UNDER = regex(rf"^\W*under{_THE}")
# "It was … who gave the order in 2008"
_IT_WAS = regex(r"\bit was(?: +the)? *$")
_WHO = regex(rf",? +who +{_PAST}(?:{_WORD}){{0,5}} +{_WHEN}\b")
_RAISED = regex(rf",(?:{_WORD}){{1,8}} +{_WHEN}\b")
_ANY_YEAR = regex(r"(?<![\w.,$£€/-])(?:1[89]|20)[0-9]{2}(?![\w%]|[.,/][0-9]|-[0-9])")
_OFFICE = regex(rf"\b(?:{_OF_OFFICE})\b")
_VERB = regex(rf",? +{_PAST}\b")
_HIS_LIFE = regex(rf",? *(?:who +)?{_NOT_HIS}\b")
_THEN = regex(r"\bthen\b")
_WAS = regex(r"\b(?:was|were|served as)\b")
# An act of the office: it was his to do, so that no title of today is meant.
_ACT = regex(
    r"\b(?:signed|opened|closed|commissioned|put forward|proposed|issued|ordered|appointed|approved|vetoed|launched|"
    r"introduced|created|founded|set up|granted|pardoned|nominated|established|made|decided|announced|drafted|enacted|"
    r"passed|inaugurated|unveiled|dedicated|authori[sz]ed|initiated|suspended|banned|abolished|repealed|scrapped|agreed|"
    r"decision|orders?)\b"
)
# What is said of the days of the article itself, and what takes a sentence to another time.
_NOW = regex(
    r"\b(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|"
    r"this (?:week|month|morning|afternoon)|"
    r"will|says|told reporters)\b"
)
_PAST_TIME = regex(
    r"\b(?:(?:1[89]|20)[0-9]{2}s?|"
    r"(?<!\bthis week )(?<!\blast week )(?<!(?:on|es|rs|ri|ur|un)day )when|"
    r"ago|(?<!\band )then|under|during|era|decades?|history|historic|memoirs?|wrote|recalled|since|"
    r"late|previous|previously|predecessors?|once|years|anniversary|book|biography|portrait|"
    r"served|legacy|museum|library|film|novel|retired|died|funeral|deposed|killed|dead|executed|overthrown|ousted|"
    r"toppled|assassinated|succeeded|appointed|nominated)\b"
)
# So near before somebody "former" is said of him, or of whoever was something of his.
_FORMER = regex(r"\bformer(?:ly)?\b")
_HIS_FORMER = 60
# A photograph shows what is done on its day: "speaks at a news conference, Wednesday, Sept. 18, 2019".
_CAPTION = regex(
    r"(?: \([a-z]\))?,? (?:speaks|talks|listens|waves|walks|arrives|delivers|gestures|attends|addresses|shakes|holds"
    r"|signs|leaves|meets|stands|poses|greets|looks|departs|boards|answers|testifies|welcomes|visits|smiles|reacts|takes|makes"
    rf"|gives)\b[^;\"]{{0,180}}?,? (?:on )?(?:[a-z]+day,? )?(?P<month>{_DAY_MONTH}|{_MONTH}){_YEAR}\b"
)
# So far before a name its act may begin, and so far behind it a caption has its day; characters.
_REACH, _FAR = 160, 240


class Spoken(NamedTuple):
    """The days that the sentence may mean, as numbers; how sure it is that the office was held then.

    ``before``: a day before the term counts; ``after``: a day after the term does.
    """

    first: int
    last: int
    before: bool
    after: bool


def spoken_days(document: Document, one: Statement) -> Spoken | None:
    """When somebody did something, if his sentence gives one year and says so beyond doubt."""
    sentence, lower = document.sentence(one.start), document.folded.lower
    years = {hit[0] for hit in _ANY_YEAR.finditer(lower, *sentence)}
    then = _held_then(document, one)
    if len(years) != 1 or (one.former and not then):
        return None
    lead = lower[max(sentence.start, one.start - _REACH) : one.start]
    rest = lower[one.end : min(sentence.end, one.end + _FAR)]
    # of his life, not of his office
    if _HIS_LIFE.match(rest):
        return None
    shown = _CAPTION.match(rest)
    behind = shown or _behind(lead, rest)
    found = behind or next((hit for pattern in _BEFORE if (hit := pattern.search(lead))), None)
    if found is None or found["year"] != years.pop():
        return None
    comma = lower[one.start : one.person.name_start].rstrip().endswith(",")
    sure = _sure(one, lead, rest, found, leads=not behind, apart=comma or one.start == one.person.name_start)
    first, last = _days(int(found["year"]), found.groupdict().get("month") or "")
    return Spoken(first, last, sure[0] or then or shown is not None, sure[1] or then)


def _held_then(document: Document, one: Statement) -> bool:
    """Whether the office is given for another time: "then-Chancellor Lee", "who was", "the chancellor in 2004"."""
    lower, name_end = document.folded.lower, one.person.name_end
    if _THEN.search(lower, one.start, one.end) or _WAS.search(lower, name_end, one.end):
        return True
    return one.start == one.person.name_start and bool(_AFTER[0].match(lower, one.end))


def _behind(lead: str, rest: str) -> Match[str] | None:
    """The year in what stands behind somebody and his office."""
    found = next((hit for pattern in _AFTER if (hit := pattern.match(rest))), None)
    if found is None and _IT_WAS.search(lead):
        found = _WHO.match(rest)
    return found or (_RAISED.match(rest) if _UNDER.search(lead) else None)


def _sure(  # noqa: PLR0913 - the words around and how the office stands to them
    one: Statement, lead: str, rest: str, found: Match[str], *, leads: bool, apart: bool
) -> tuple[bool, bool]:
    """Whether a year before the term, and one after it, is certainly wrong; ``leads``: the year stands before."""
    opens = leads and _VERB.match(rest)
    own_act = opens[0] if opens else "" if leads else rest[: found.end()]
    act = bool(_OFFICE.search(own_act)) or (leads and bool(_ACT.search(lead)) and _passive(lead))
    courtesy = bool(COURTESY.search(one.title))
    # what a head of government did before is told under today's title
    before = act or (apart and bool(opens or not leads)) or not (courtesy or one.title in TOP)
    polite = courtesy and (not one.place or (leads and not opens and one.place in AMERICAN))
    return before, before or apart or not polite


def speaks_of_now(document: Document, one: Statement) -> bool:
    """Whether a sentence tells what somebody does as the article is written, as one who is in office."""
    sentence, lower = document.sentence(one.start), document.folded.lower
    if one.former or document.quoted(Span(one.start, one.end)) or by_courtesy(one.title, one.place):
        return False
    return bool(_NOW.search(lower, *sentence)) and not past_time(document, one, *sentence)


def tells_of_the_past(document: Document, one: Statement) -> bool:
    """Whether a sentence, or the one before it, speaks of another time than that of the article."""
    sentence = document.sentence(one.start)
    before = document.sentence(max(document.paragraph(one.start).start, sentence.start - 2))
    return past_time(document, one, before.start, sentence.end)


def past_time(document: Document, one: Statement, start: int, end: int) -> bool:
    """Whether a stretch around somebody has words of the past; “former” only where it is said of him or his."""
    lower = document.folded.lower
    return bool(
        _PAST_TIME.search(lower, start, end) or _FORMER.search(lower, max(start, one.start - _HIS_FORMER), one.end)
    )


def _passive(lead: str) -> bool:
    """Whether the words before an office lead to who did something."""
    return lead.rstrip().removesuffix("the").rstrip().endswith((" by", " under", "orders of"))


def _days(year: int, month: str) -> tuple[int, int]:
    """The days that a year, or a month of it, may mean."""
    named = next((number for name, number in MONTHS.items() if name in month.replace(".", " ").split()), 0)
    return year * 10000 + (named or 1) * 100 + 1, year * 10000 + (named or 12) * 100 + (28 if named else 31)
