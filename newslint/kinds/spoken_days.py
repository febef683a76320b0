"""The month that a sentence gives for what an office-holder did: "The German chancellor, Ann Lee, said in May 2012"."""

from newslint.document import Document
from newslint.kinds.offices import Statement
from newslint.language.dates import Date, real
from newslint.patterns import regex
from newslint.records import NamedTuple

# What somebody does at one time, and what he can do only while in office.
_OF_OFFICE = "appointed|authori[sz]ed|commuted|nominated|ordered|pardoned|repealed|sacked|signed|vetoed"
_EVENTS = (
    f"{_OF_OFFICE}|addressed|announced|arrived|attended|called|declared|flew|gave|hosted|launched|left|made|met|opened|"
    r"pledged|promised|resigned|said|sent|spoke|stepped down|told|took|travel+ed|visited|vowed|warned|welcomed|went|won"
)
_OPENS = regex(r"\W*(?:back )?(?:in|on)(?: early| late| the)?(?: mid-)? *$")
_JOINS = regex(r",? *(?:the )?$")
_VERB = regex(rf",? (?P<verb>{_EVENTS})\b")
# Between the verb and the date there is no second verb, and nothing that starts another clause.
_BETWEEN = regex(
    rf",? (?P<verb>{_EVENTS})(?: (?!that\b|who\b|which\b|to\b(?= \w+ (?:the|a|an)\b)|\w+ed\b|since\b|until\b|by\b|of\b|"
    rf"made\b|taken\b|held\b|born\b|for\b|about\b)[\w'$-]+){{0,5}} (?:in|on)(?: early| late)? $"
)
_COURTESY = regex(r"president$")
_OFFICE = regex(_OF_OFFICE)


# "The treaty was signed in 1996 by President Ann Lee": an act of the office, and its year.
_ACTS = (
    r"(?:signed|opened|closed|commissioned|put forward|proposed|issued|ordered|appointed|approved|vetoed"
    r"|launched|introduced"
    r"|created|founded|set up|granted|pardoned|nominated|established|made|decided|announced|drafted|enacted|passed"
    r"|inaugurated|unveiled|dedicated|authori[sz]ed|initiated|suspended|banned|abolished|repealed|scrapped|agreed)"
)
_ACT_BY = regex(
    rf"\b{_ACTS}\b(?: [\w'-]+){{0,3}} (?:back )?in (?P<year>(?:1[89]|20)[0-9]{{2}}) (?:by|on the orders of|under)"
    r"(?: the)? (?:then )?$"
    rf"|\bin (?P<then>(?:1[89]|20)[0-9]{{2}}),? (?:[\w'-]+ ){{1,6}}(?:was|were) {_ACTS} by(?: the)? $"
)
# So far before a name its act may begin; characters.
_REACH = 120


class Spoken(NamedTuple):
    """The days that the sentence may mean, as numbers; how sure it is that the office was held then.

    ``before``: a day before the term counts; ``after``: a day after the term does.
    """

    first: int
    last: int
    before: bool
    after: bool


def spoken_days(document: Document, one: Statement) -> Spoken | None:
    """When somebody, named with his office, did something, if his sentence says so beyond doubt."""
    sentence = document.sentence(one.start)
    if (by := _act_by(document, one, sentence.start)) is not None:
        return by
    dates = [date for date in document.dates if date.year and sentence.start <= date.start and date.end <= sentence.end]
    if len(dates) != 1 or one.former:
        return None
    date, lower = dates[0], document.folded.lower
    if not date.year or not date.month or date.ambiguous or (date.day and not real(date)):
        return None
    if date.end <= one.start:
        leads = _OPENS.fullmatch(lower, sentence.start, date.start)
        verb = _VERB.match(lower, one.end) if leads and _JOINS.fullmatch(lower, date.end, one.start) else None
    else:
        verb = _BETWEEN.fullmatch(lower, one.end, date.start) if one.end < date.start else None
    if verb is None:
        return None
    office = bool(_OFFICE.fullmatch(verb["verb"]))
    apart = one.start == one.person.name_start or lower[one.start : one.person.name_start].rstrip().endswith(",")
    first, last = _days(date)
    return Spoken(first, last, office or apart, office or apart or not _COURTESY.search(one.title) or bool(one.place))


def _act_by(document: Document, one: Statement, start: int) -> Spoken | None:
    """The year of an act that the office-holder is said to have done."""
    found = _ACT_BY.search(document.folded.lower, max(start, one.start - _REACH), one.start)
    if found is None or one.former:
        return None
    year = int(found["year"] or found["then"]) * 10000
    return Spoken(year + 101, year + 1231, before=True, after=True)


def _days(date: Date) -> tuple[int, int]:
    month = (date.year or 0) * 10000 + (date.month or 0) * 100
    return (month + date.day, month + date.day) if date.day else (month + 1, month + 28)
