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


def _days(date: Date) -> tuple[int, int]:
    month = (date.year or 0) * 10000 + (date.month or 0) * 100
    return (month + date.day, month + date.day) if date.day else (month + 1, month + 28)
