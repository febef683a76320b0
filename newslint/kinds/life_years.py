"""The years of a life: when somebody was born, and how old in which year; each tells the year of birth once more."""

from bisect import bisect_left
from collections.abc import Iterator

from newslint.document import Document
from newslint.kinds.article_days import article_date, latest_year
from newslint.kinds.marked_figures import Pair
from newslint.language.figure import Figure, found_figure
from newslint.language.labels import MONTH_NAMES
from newslint.language.numerals import worth
from newslint.patterns import regex
from newslint.records import NamedTuple

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_WORDS = rf"(?:{_TENS})(?:-(?:{_ONES}))?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
_AGE = rf"(?P<age>[1-9][0-9]|10[0-9]|{_WORDS})(?: years old| years of age)?"
_YEAR = r"(?P<year>(?:18|19|20)[0-9]{2})\b(?!s|[-–/][0-9])"
_MONTH = f"(?:{MONTH_NAMES.lower()}|spring|summer|autumn|fall|winter)"
_DATE = rf"(?:(?:the )?(?:early |late |mid-)?(?:[0-9]{{1,2}} )?{_MONTH}(?: [0-9]{{1,2}})?,? (?:of )?)?"
_IN = rf"(?<!born )(?:in|on|during|back in) {_DATE}{_YEAR}"
_AT = r"(?:at the age of|at age|aged|at)"
_GAP = r"[^.;:()\"0-9]"
_BORN = (
    regex(
        rf"\bborn (?:[a-z' -]{{1,30}}? )?(?:in|on|at|near|into) "
        rf"(?:[^.;:()\"0-9]{{0,50}}? (?:in|on) )??{_DATE}{_YEAR}"
    ),
    regex(rf"\((?:born|b\.)(?: in| on)? {_DATE}{_YEAR}"),
    regex(rf"\({_YEAR} ?[-–] ?(?:19|20)[0-9]{{2}}\)"),
)
# How old in which year.
_AGED = (
    regex(rf"\b{_AT} {_AGE},? (?:{_GAP}{{0,30}}? )?{_IN}"),
    regex(rf"\b{_IN}(?:,|,? (?:when|and) (?:he|she) was|,? he was|,? she was| [^.,;:()\"0-9]{{2,60}}?)?,? {_AT} {_AGE}"
          r"(?=[,.;)]| (?:and|he|she|to|when)\b)"),
    regex(rf"\b{_IN},? when (?:he|she) was {_AGE}\b"),
    regex(rf"\b(?:was|is|turned|turns|were) (?:just |only |still )?{_AGE} when (?:he|she) {_GAP}{{2,80}}?\b"
          rf"(?:in|on|of) {_DATE}{_YEAR}"),
    regex(rf"\b(?:was|turned|turns|had turned|reached) {_AGE} {_IN}"),
    regex(rf"\b{_IN},? (?:{_GAP}{{0,30}} )?(?:after|when|before|as) (?:he|she) turned {_AGE}\b"),
    regex(rf"\b(?:celebrated|marked|had|celebrates) (?:his|her) (?P<age>[1-9][0-9])(?:st|nd|rd|th) birthday {_IN}"),
)  # fmt: skip
# How old today, or at a death that is the news.
_NOW = (
    regex(r"\b(?:who is|he is|she is|is now|now|today) (?:aged )?(?P<age>[1-9][0-9]|10[0-9])"
          r"(?: years old)?(?=[,.;)]| (?:and|years? old)\b)"),
    regex(r"(?:, |\()(?P<age>[1-9][0-9]|10[0-9])(?:, |\) )(?:who )?(?:was|is) (?=born\b)"),
    regex(r"(?:\b(?:he|she|[a-z']+)|,) is (?:now )?(?P<age>[1-9][0-9]|10[0-9])(?: (?:today|now|years old))?"
          r"(?=[.;]|, (?:and|but)\b)"),
    regex(r"\bthe (?P<age>[1-9][0-9]|10[0-9])-year-old (?:now|has|is|says|said|told|will|wants|still|lives|remains)\b"),
    regex(rf"\b(?:has died|died (?:on |this |last )(?:mon|tues|wednes|thurs|fri|satur|sun|week)[a-z]*)"
          rf"{_GAP}{{0,60}}? {_AT} (?P<age>[1-9][0-9]|10[0-9])(?=[,.; ])"),
    regex(r"\b(?:turned|turns|will turn) (?P<age>[1-9][0-9]|10[0-9]) (?:this|last|next) (?:week|month|year)\b"),
    regex(r"\b(?:celebrated|will celebrate|celebrates|marked|will mark) (?:his|her) (?P<age>[1-9][0-9]|10[0-9])(?:st|nd"
          r"|rd|th) birthday (?:this|last|next|on|in|today)\b(?! (?:[a-z]+ )?(?:19|20)[0-9]{2})"),
)  # fmt: skip
_DEATHS = regex(r"\bdied\b")
_WAS = regex(r"[.!?] (?:he|she) was (?P<age>[1-9][0-9]|10[0-9])(?=\.)")
# “was 18 when she signed …” and, elsewhere, “signed with the club in 1993”
_WHEN = regex(rf"\b(?:was|aged|at) (?:just |only )?{_AGE},? when (?:he|she) (?:first )?(?P<verb>[a-z]{{3,}})\b")
_RELATIVE = (
    r"(?:sons?|daughters?|wife|husband|mother|father|brothers?|sisters?|child|children|widow|widower|parents?|cousin"
    r"|nephew|niece|uncle|aunt|twins?|grand\w+|fianc\w+|partner|baby)"
)
_KIN = regex(rf"(?:\b(?:his|her|their|whose|my|our|its)|'s?) (?:[\w-]+ ){{0,3}}?{_RELATIVE}\b|\b{_RELATIVE} of\b")
_GOES_ON = regex(
    r"(?:he|she|his|her|born|the [0-9]+-year-old|now|at|in|by|mr|mrs|ms|but (?:he|she)|and (?:he|she)|a(?:n)?) ?\b"
)
_NOT_BORN = regex(rf"\b(?:{_RELATIVE}|when [a-z' ]{{3,30}} was|(?:before|after) (?:he|she) was|were)[ ,a-z]{{0,25}}$")
_SUBJECT = regex(r"\W*([A-Z][\w'-]{3,}),? (?:was|is|who|has|had)\b")
_NO_EVENTS = frozenset(("was", "had", "died"))
_MOST_EVENTS = 20
_LAST_YEAR = 2026
# So far on another figure may be of the same life; characters.
_REACH = 400
_OFF = 1
_BEFORE = 60


class Told(NamedTuple):
    """A figure, and the first and last year in which somebody must be born for it to be right."""

    figure: Figure
    first: int
    last: int


def life_years_wrong(document: Document) -> Iterator[Pair]:
    """Each figure that does not go with an earlier one about the same life, with that one."""
    lower = document.folded.lower
    if "born" not in lower and not any(word in lower for word in (" when ", " age ", " aged ", "birthday", " at ")):
        return
    told = sorted(_told(document), key=lambda one: one.figure.start)
    done: set[int] = set()
    for at, one in enumerate(told):
        for other in reversed(told[max(0, at - 4) : at]):
            apart = one.first > other.last or one.last < other.first
            if apart and one.figure.start not in done and _of_one(document, other.figure, one.figure):
                done.add(one.figure.start)
                yield one.figure, other.figure


def _told(document: Document) -> Iterator[Told]:
    lower = document.folded.lower
    taken: set[int] = set()
    for form in _BORN:
        for found in form.finditer(lower):
            if not _NOT_BORN.search(lower, max(0, found.start() - _BEFORE), found.start()):
                year = int(found["year"])
                yield Told(found_figure(found, "year", "age"), year, year)
    for form in _AGED:
        for found in form.finditer(lower):
            if found.start("age") not in taken:
                taken.add(found.start("age"))
                age, year = worth(found["age"]), int(found["year"])
                yield Told(found_figure(found, "age", "age"), year - age - _OFF, year - age + _OFF)
    yield from _at_events(document, taken)
    yield from _today(document, taken)


def _today(document: Document, taken: set[int]) -> Iterator[Told]:
    """Ages of the article's own day, where that is known; else of a day not before the last year it tells of."""
    lower = document.folded.lower
    day = article_date(document)
    first = day // 10000 if day else latest_year(document)
    last = day // 10000 if day else _LAST_YEAR
    forms = (*_NOW, _WAS) if _DEATHS.search(lower) else _NOW
    for found in (found for form in forms for found in form.finditer(lower)) if first else ():
        sentence = document.sentence(found.start("age"))
        if found.start("age") not in taken and not document.quoted(sentence):
            taken.add(found.start("age"))
            age = int(found["age"])
            yield Told(found_figure(found, "age", "age"), first - age - _OFF, last - age + _OFF)


def _at_events(document: Document, taken: set[int]) -> Iterator[Told]:
    """“Was 18 when she signed”, and the one year in which the article has her sign."""
    lower = document.folded.lower
    known: dict[str, set[int]] = {}
    for found in _WHEN.finditer(lower) if " when " in lower else ():
        verb = found["verb"]
        if found.start("age") in taken or verb in _NO_EVENTS or (verb not in known and len(known) == _MOST_EVENTS):
            continue
        if verb not in known:
            happened = regex(rf"\b{verb}\b{_GAP}{{1,50}}?\bin {_DATE}{_YEAR}")
            known[verb] = {int(one["year"]) for one in happened.finditer(lower)}
        if len(years := known[verb]) == 1:
            taken.add(found.start("age"))
            age, year = worth(found["age"]), min(years)
            yield Told(found_figure(found, "age", "age"), year - age - _OFF, year - age + _OFF)


def _of_one(document: Document, one: Figure, other: Figure) -> bool:
    """Whether two figures are of one life: nobody else comes between, and one sentence goes on from the other."""
    lower = document.folded.lower
    first, second = document.sentence(one.start), document.sentence(other.start)
    block, there = document.block(one.start), document.block(other.start)
    if block is None or there is None:
        return False
    said = _SUBJECT.match(document.folded.plain, second.start)
    again = said is not None and f" {said[1]}" in document.folded.plain[first.start : first.end + 1]
    near = block.start == there.start or not document.text[block.end : there.start].strip()
    near = near and other.start - one.start < _REACH
    names = _surnames(document, *first) | _surnames(document, *second)
    if len(names) > 1 or (near and _KIN.search(lower, max(first.start, one.start - _BEFORE), other.end)):
        return False
    if first == second or again:
        return not _KIN.search(lower, second.start, other.end)
    named = any(name.lower() in lower[second.start : second.end] for name in names)
    opening = lower[second.start : second.start + 40].lstrip("\n\"' ")
    return near and (named or _GOES_ON.match(opening) is not None)


def _surnames(document: Document, start: int, end: int) -> set[str]:
    people = document.people
    inside = people[bisect_left(people, (start,)) : bisect_left(people, (end,))]
    return {one.surname or one.given for one in inside}
