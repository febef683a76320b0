"""What is told of one person's age under several names: a birth, a birthday, an age of now, an epithet."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from newslint.document import Document
from newslint.kinds.ages import namesake, of_another_time
from newslint.kinds.ages_by_name import NAME, NUMBER, Aged, aged_names, first_names, name_words
from newslint.kinds.article_days import article_date, latest_year
from newslint.kinds.marked_figures import Pair
from newslint.language.figure import Figure, found_figure
from newslint.language.labels import MONTH_NAMES
from newslint.patterns import regex

_MONTH = f"(?:{MONTH_NAMES}|spring|summer|autumn|fall|winter)"
_DATE = rf"(?:(?:the )?(?:early |late )?(?:[0-9]{{1,2}} )?{_MONTH}(?: [0-9]{{1,2}})?,? (?:of )?)?"
_YEAR = r"(?P<year>(?:18|19|20)[0-9]{2})\b(?!s|[-–/][0-9])"
_PLACE = r"[^.;:()\"0-9]{2,50}?"
_BIRTH = rf"born (?:(?:in|at|near|into|to|on) {_PLACE},? )?(?:in|on) {_DATE}{_YEAR}"
# By these words a newspaper calls somebody of whom it has just told; a driver or a victim may be anybody.
_EPITHET = (
    "(?:(?:veteran|former|late|long-serving|career|pop|film) )?(?:diplomat|envoy|ambassador|actor|actress|singer"
    "|songwriter|filmmaker|film-maker|director|politician|doctor|physician|surgeon|lawyer|attorney|senator|congressman"
    "|congresswoman|lawmaker|footballer|striker|goalkeeper|midfielder|defender|winger|author|writer|novelist|poet"
    "|playwright|painter|artist|sculptor|comedian|broadcaster|presenter|musician|guitarist|drummer|pianist|composer"
    "|conductor|scientist|physicist|economist|professor|banker|businessman|businesswoman|billionaire|tycoon|financier"
    "|entrepreneur|general|minister|president|premier|governor|mayor|judge|justice|monarch|pope|pontiff|cardinal"
    "|archbishop|bishop|boxer|swimmer|sprinter|golfer|designer|architect|chef|entertainer|star|activist|publisher)"
)
_THE = rf"(?:^|[.!?\"] |\n)The (?P<what>{_EPITHET})"
_BORN = (
    regex(rf"\b{NAME}(?:, who was|,? was| who was|,| \() ?{_BIRTH}"),
    regex(rf"(?:^|[.!?\"] |\n){_BIRTH.replace('born', 'Born', 1)}(?: [^.;:()\"0-9]{{1,50}}?)?, {NAME}(?=,? [a-z])"),
    regex(rf"{_THE}(?:, who was|,| was) {_BIRTH}"),
)
_OLD = regex(r"\b[Tt]he (?P<age>[1-9][0-9]|10[0-9])-year-old\b(?!-)(?: [a-z]+)?(?! [A-Z])")
_ANY_OLD = regex(r"\b([1-9][0-9]?|10[0-9])-year-old\b")
_NOW = regex(rf"\b{NAME},? (?:who is |is )?now (?:aged )?{NUMBER}(?=[,.;)])")
_TURNED = regex(rf"\b{NAME}, who (?:had |has )?(?:just )?turned {NUMBER} (?:in {_MONTH}|last|this|on|earlier)\b"
                r"(?! (?:[0-9]{1,2},? )?(?:19|20)[0-9]{2})")  # fmt: skip
_NEVER = regex(rf"\b{NAME}, who (?P<would>would have) (?:turned|been|celebrated (?:his|her)) {NUMBER}\b")
_BIRTHDAY = regex(
    r"\b(?:died|dies|passed away|death)\b[^.;\"]{0,60}?\b(?:days?|weeks?|months?|just|hours?|shortly) (?:before|after"
    r"|short of|shy of|ahead of) (?:his|her) (?P<age>[1-9][0-9]|10[0-9])(?:st|nd|rd|th) birthday\b"
)
_WAS = regex(rf"{_THE}(?:, who was|, aged|,) (?P<age>[1-9][0-9]|10[0-9]),")
_TO_COME = regex(r"\b(?:will|would|turns|turning|until|by the age|if|when (?:he|she) is|next)\b")
_THEN = regex(r"\b(?:(?:1[89]|20)[0-9]{2}|when|then|ago|at the time|years (?:before|earlier|later))\b")
_LAST_YEAR = 2026
# So far on somebody goes by an epithet, or by a name after “the 40-year-old”; characters.
_REACH = 400
_BEFORE = 200
# In an article with more of them than these, a list, nobody is followed from one to the next.
_MOST = 100
_BESIDE = 20


def births_by_name(document: Document) -> Iterator[Pair]:
    """Each year of birth that, with the person's age, gives a year of which the article cannot be, with that age."""
    if "orn " not in document.folded.plain:
        return
    day = article_date(document)
    first, last = (day // 10000, day // 10000) if day else (latest_year(document), _LAST_YEAR)
    for form in _BORN:
        for found in _told(document, form):
            year = int(found["year"])
            for one in _ages_of(document, found, ever=True):
                if of_another_time(document, one) and not _aside(document, one):
                    continue
                reached = year + int(one.value)
                if (
                    (reached > last or reached + 1 < first)
                    and not any(str(then) in document.folded.plain for then in (reached, reached + 1))
                    and not document.quoted(document.sentence(one.start))
                ):
                    yield found_figure(found, "year", "age"), one
                    break


def ages_of_one(document: Document) -> Iterator[Pair]:
    """Each age of now, of a birthday or beside an epithet that the person's other age does not allow."""
    plain = document.folded.plain
    for found in _told(document, _NOW) if "now " in plain else ():
        older = (one for one in _ages_of(document, found, ever=True) if one.value > int(found["age"]))
        yield from ((found_figure(found, "age", "age"), one) for one in list(older)[:1] if not _to_come(document, one))
    for found in _told(document, _TURNED) if "turned" in plain else ():
        other = (one for one in _ages_of(document, found) if abs(one.value - int(found["age"])) > 1)
        yield from ((found_figure(found, "age", "age"), one) for one in list(other)[:1])
    for found in _told(document, _NEVER) if "would have" in plain else ():
        other = (one for one in _ages_of(document, found) if one.value >= int(found["age"]))
        yield from ((_turning(found), one) for one in list(other)[:1])
    for found in _told(document, _BIRTHDAY) if "birthday" in plain else ():
        was = _WAS.search(plain, found.end(), found.end() + _REACH // 2)
        age = int(found["age"])
        if was and not _others(document, found.end(), was.start()) and not age - 1 <= int(was["age"]) <= age:
            yield found_figure(was, "age", "age"), found_figure(found, "age", "age")


def _told(document: Document, form: re.Pattern[str]) -> Iterator[re.Match[str]]:
    return islice(form.finditer(document.folded.plain), _MOST)


def _ages_of(document: Document, found: re.Match[str], *, ever: bool = False) -> list[Figure]:
    """The ages that stand beside the name, or the epithet, of somebody of whom an expression tells."""
    aged = [one for one in aged_names(document, ever=ever)[:_MOST] if not namesake(document, one.figure)]
    if found.groupdict().get("what"):
        before = [one for one in aged if found.start() - _REACH < one.figure.start < found.start()]
        if not before or _others(document, before[-1].figure.end, found.start(), before[-1].words[-1]):
            return []
        return [] if len({one.words[-1] for one in before}) > 1 else [before[-1].figure]
    words = name_words(found["name"])
    if not words:
        return []
    own = found.span("age") if "age" in found.groupdict() else (-1, -1)
    whose = [one for one in aged if one.words[-1] == words[-1] and one.figure.start != own[0]]
    if len(_full(document, words, whose)) > 1:
        return []
    return [one.figure for one in whose] if whose else _unnamed(document, found, words[-1])


def _full(document: Document, words: Sequence[str], whose: Sequence[Aged]) -> set[str]:
    """The first names that go with a last name."""
    full = {one.words[0] for one in whose if len(one.words) > 1} | ({words[0]} if len(words) > 1 else set())
    return full | first_names(document, words[-1])


def _unnamed(document: Document, found: re.Match[str], surname: str) -> list[Figure]:
    """“The 89-year-old’s manager …”, where all the ages of the article are that one and nobody else is near."""
    plain = document.folded.plain
    if len({one[1] for one in _ANY_OLD.finditer(plain)}) != 1:
        return []
    old = list(_OLD.finditer(plain, max(0, found.start() - _REACH), found.start()))
    if not old or plain.find(surname, 0, old[-1].start()) < 0:
        return []
    others = _others(document, max(0, old[-1].start() - _BEFORE), found.start(), surname)
    return [] if others else [found_figure(old[-1], "age", "age")]


def _others(document: Document, start: int, end: int, surname: str = "") -> set[str]:
    """The surnames of others who are named between two places."""
    people = document.people
    inside = people[bisect_left(people, (start,)) : bisect_left(people, (end,))]
    return {one.surname or one.given for one in inside if surname not in {one.surname, one.given}}


def _aside(document: Document, one: Figure) -> bool:
    """Whether an age stands between commas, and no year before it: “Before he spoke, Hale, 44, had …”."""
    lower, start = document.folded.lower, document.sentence(one.start).start
    between = lower.endswith(", ", start, one.start) and lower.startswith(",", one.end)
    return between and not _THEN.search(lower, start, one.end + _BESIDE)


def _to_come(document: Document, one: Figure) -> bool:
    return _TO_COME.search(document.folded.lower, *document.sentence(one.start)) is not None


def _turning(found: re.Match[str]) -> Figure:
    """The age that somebody did not live to, with the words that say so: it may be the age of the death."""
    return found_figure(found, "age", "age")._replace(start=found.start("would"))
