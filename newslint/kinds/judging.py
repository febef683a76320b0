"""Holds what an article states about offices against the fact sheets: right, wrong, or not to be said."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Literal

from newslint.document import Document
from newslint.facts import LEADER, Facts
from newslint.kinds.article_days import Bound, article_date, between, earliest
from newslint.kinds.certainty import OF_A_STATE, TOP, before_all, may_rise, perhaps, settled, unmistakable
from newslint.kinds.office_years import outside
from newslint.kinds.offices import Statement, statements
from newslint.kinds.slips import find_slip, other_given
from newslint.kinds.spoken_days import speaks_of_now, spoken_days
from newslint.kinds.successors import named_instead
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.span import Span
from newslint.terms import HANDOVER, NOBODY, Office, Term, held_on, holders, shifted

# What an office of a country is called at the end.
_OF_STATE = ("minister", "president", "chancellor", "premier", "secretary", "prince", "attorney general")
_SIDES = ("majority leader", "minority leader")
_YEAR = regex(r"\b(?:19|20)\d\d\b|\b(?:when|ago|then)\b")
# In a sentence of this kind nobody need hold what he is said to hold; for somebody of the same country words
# beside it that make a thing merely possible are enough.
_UNREAL = regex(
    r"\b(?:hypothetical|imagin\w+|jok(?:e[ds]?|ing)|mistak\w+|wrongly|fictional|played by|parody|satir\w+|"
    r"impersonat\w+|"
    r"calls? (?:him|her|them)self|dubbed|nicknamed?|as opposed to)\b"
)
_POSSIBLE_BEFORE = regex(
    r"\b(?:if|would be|could be|might be|may be|be|become[sn]?|becoming|elect|elected|electing|vote for|hypothetical|"
    r"possible|potential|were|instead of|not) +(?:the +|new +|as +)?$"
)
_POSSIBLE_AFTER = regex(r"'?s? +(?:would|could|might|may)\b")

Says = Literal["right", "wrong", "then", "first-name", "spelling", "party", "outside", "unknown"]


# So many days after it a term is long over: nobody is called by it any more.
_LONG_OVER = 400
# Of an office with no more days than this a sheet knows who some were that held it, not who did not.
_KNOWN = 30


class Days(NamedTuple):
    """When an article is from, as numbers: its own date if it has one, and the days between which it must be from."""

    article: int | None
    between: Callable[[], tuple[int, int]]


class Verdict(NamedTuple):
    """What the sheets say of a statement; ``right``: who it should be, or what he is; ``fix``: the name mended."""

    statement: Statement
    says: Says
    right: str = ""
    fix: str = ""


def judge(document: Document, facts: Facts) -> list[Verdict]:
    """A verdict on every statement, in order; worked out once for an article."""
    return document.memo(("offices", facts), lambda: _judge(document, facts))


def _judge(document: Document, facts: Facts) -> list[Verdict]:
    stated = statements(document, facts)
    if not stated:
        return []
    day, names = article_date(document), full_names(document)
    known = cache(lambda: earliest(document, facts, stated, names))
    return [
        _verdict(document, facts, one, names.get(one.person.who, ""), Days(day, partial(_between, day, known, one)))
        for one in stated
    ]


def _between(day: int | None, known: Callable[[], Sequence[Bound]], one: Statement) -> tuple[int, int]:
    return (day, day) if day else between(known(), one)


def full_names(document: Document) -> dict[int, str]:
    """The longest name that the article has for each of its people; worked out once."""
    return document.memo("full names", lambda: _full_names(document))


def _full_names(document: Document) -> dict[int, str]:
    found: dict[int, str] = {}
    for person in document.people:
        name = document.folded.plain[person.name_start : person.name_end]
        if person.who >= 0 and person.given and len(name) > len(found.get(person.who, "")):
            found[person.who] = name
    return found


def _verdict(document: Document, facts: Facts, one: Statement, full: str, days: Days) -> Verdict:
    day = days.article
    printed = document.folded.plain[one.person.name_start : one.person.name_end]
    name = printed if one.person.given or not full else full
    known = facts.people(name)
    foreign = _foreign(facts, one, known, day)
    offices = one.offices or (() if one.place else facts.anywhere.get(one.title, ()))
    if facts.within(one.place) or facts.ambiguous(one.place):
        foreign = foreign and bool(offices)
    if foreign and not offices and one.person.given and one.title.endswith(_OF_STATE):
        real = not _unreal(document, facts, one, known)
        return Verdict(one, "wrong", _right(facts, one, (), known, day)) if real else Verdict(one, "unknown")
    if not offices or (day is not None and not foreign and not any(_spoken_for(office, day) for office in offices)):
        return Verdict(one, "unknown")
    names = {office.name for office in offices}
    fitting = [
        (office, term)
        for person in known
        for office, term in facts.held(person)
        if office.name in names or (not one.place and one.title in office.titles)
    ]
    if fitting:
        return (
            _party(document, facts, one, fitting)
            or _then(document, one, fitting, days)
            or _of_other_years(document, facts, one, fitting, days)
            or _held(document, facts, one, fitting, days)
        )
    if slip := _slip(document, facts, one, offices, day):
        return slip
    gaps = not foreign and (one.title == LEADER or perhaps(facts, one.offices, known, days.between))
    gaps = gaps or before_all(document, one, offices) or _at_home(facts, one, known)
    local = not one.place and any(facts.regional(person) for person in known)
    if not known or gaps or (local and one.title not in OF_A_STATE | TOP) or _unreal(document, facts, one, known):
        return Verdict(one, "unknown")
    certain = one.offices and (one.person.given or full or len(known) == 1)
    named = one.person.given or full or unmistakable(document, facts, one, known)
    if not certain and (one.offices or not named or not settled(facts, one.title, known)):
        return Verdict(one, "unknown")
    if day is None and one.offices and may_rise(facts, known, offices, days.between()[1]):
        return Verdict(one, "unknown")
    return Verdict(one, "wrong", _right(facts, one, offices, known, day))


def _foreign(facts: Facts, one: Statement, known: Sequence[str], day: int | None) -> bool:
    """Whether everybody who may be meant belongs to other countries than the one whose office it is."""
    country = facts.country_of(one.place) if one.place else ""
    places = {facts.country(office) for office in one.offices} or {country}
    homes = [facts.homes(person) for person in known]
    held = [office for person in known for office, _ in facts.held(person)] or one.offices
    if one.title.startswith("deputy") or (day is not None and not any(_spoken_for(office, day) for office in held)):
        return False
    return "" not in places and bool(homes) and all(home and places.isdisjoint(home) for home in homes)


def _spoken_for(office: Office, day: int) -> bool:
    return any(layer.covers[0] <= day <= layer.covers[1] for layer in office.layers)


def _party(document: Document, facts: Facts, one: Statement, fitting: Sequence[tuple[Office, Term]]) -> Verdict | None:
    """Somebody to whom the article gives another party than the one that he was in all the time."""
    parties = {facts.party.get(term.person, "") for _, term in fitting}
    party = parties.pop()
    if not one.party or not party or parties or party == one.party or document.quoted(Span(one.start, one.end)):
        return None
    return Verdict(one, "party", f"{fitting[0][1].person} is a {party}")


def _then(document: Document, one: Statement, fitting: Sequence[tuple[Office, Term]], days: Days) -> Verdict | None:
    """Somebody who did not hold the office in the time that his own sentence names; None where it need not be so.

    A title of today for what somebody did before he had it is usual, but not in an article from after his time.
    """
    spoken = spoken_days(document, one)
    if spoken is None or document.quoted(Span(one.start, one.end)):
        return None
    gone = spoken.after and all(not term.open and _over(term, days.between()[0], 2 * HANDOVER) for _, term in fitting)
    for _, term in fitting:
        later = spoken.first > shifted(term.end[1], HANDOVER) and not term.open
        sooner = shifted(spoken.last, HANDOVER) < term.start[0]
        if not (later and spoken.after) and not (sooner and (spoken.before or gone)):
            return None
    held = holders(fitting[0][0], spoken.first) if one.title != LEADER else None
    if held and NOBODY not in held:
        return Verdict(one, "then", f"{_both(held)} held it")
    return Verdict(one, "then", f"{fitting[0][1].person} did not hold it")


def _over(term: Term, day: int, days: int) -> bool:
    """Whether a term was over for so many days on a day."""
    return shifted(term.end[1], days) < day


def _held(
    document: Document, facts: Facts, one: Statement, fitting: Sequence[tuple[Office, Term]], days: Days
) -> Verdict:
    """Somebody who held the office at some time; wrong only if all that lies after the article, or long before it."""
    day = days.article
    gone = not any(term.open for _, term in fitting) and speaks_of_now(document, one)
    if gone and all(_over(term, days.between()[0], _LONG_OVER) for _, term in fitting):
        held = holders(fitting[0][0], day) if day and one.title != LEADER else None
        if held and NOBODY not in held:
            return Verdict(one, "wrong", f"{_both(held)} held it on the article’s date")
        return Verdict(one, "wrong", f"{fitting[0][1].person} had left office before the article’s date")
    if day is None or one.former or any(held_on(office, term.person, day) is not False for office, term in fitting):
        return Verdict(one, "right")
    if all(term.start[1] > shifted(day, 2 * HANDOVER) for _, term in fitting):
        person = fitting[0][1].person
        if not one.offices:
            return Verdict(one, "wrong", f"{person} took office after the article’s date")
        held = holders(fitting[0][0], day) if one.title != LEADER else None
        if held and NOBODY not in held:
            return Verdict(one, "wrong", f"{_both(held)} held it on the article’s date")
    if not _YEAR.search(document.folded.lower, *document.sentence(one.start)):
        for office, term in fitting:
            side = _other_side(facts, office)
            if side and term.person in (holders(side, day) or ()):
                return Verdict(one, "wrong", f"{term.person} was {side.name} on the article’s date")
    return Verdict(one, "unknown")


def _slip(
    document: Document, facts: Facts, one: Statement, offices: Sequence[Office], day: int | None
) -> Verdict | None:
    """A holder's name that is not quite his."""
    if (one.place or one.offices) and (slip := find_slip(document, facts, one, offices, day)):
        return Verdict(one, *slip)
    other = other_given(document, facts, one, offices)
    return Verdict(one, "first-name", *other) if other and not _unreal(document, facts, one, ()) else None


def _of_other_years(
    document: Document, facts: Facts, one: Statement, fitting: Sequence[tuple[Office, Term]], days: Days
) -> Verdict | None:
    """Somebody who held the office in other years than those that an article without a date tells of."""
    if days.article or document.quoted(Span(one.start, one.end)):
        return None
    holder = named_instead(document, facts, one, fitting)
    terms = [term for _, term in fitting]
    said = (
        f"the article goes on with {holder}, who held it too" if holder else outside(document, one, terms, days.between)
    )
    return Verdict(one, "outside", said) if said else None


def _other_side(facts: Facts, office: Office) -> Office | None:
    """The other of a house’s two leaders: nobody calls the majority’s by what he was in the minority."""
    for one, other in (_SIDES, _SIDES[::-1]):
        if one in office.titles:
            return next(iter(facts.find(other, office.place.lower().removeprefix("the "))), None)
    return None


def _both(names: Sequence[str]) -> str:
    return " and ".join(names)


def _unreal(document: Document, facts: Facts, one: Statement, known: Sequence[str]) -> bool:
    """Whether the article need not mean what it says here: a quotation, a joke, something that might be."""
    sentence, lower = document.sentence(one.start), document.folded.lower
    if document.quoted(Span(one.start, one.end)) or _UNREAL.search(lower, *sentence):
        return True
    places = {facts.country(office) for person in known for office, _ in facts.held(person)}
    posts = one.offices or [office for place in places for office in facts.find(one.title, place)]
    if not places & {facts.country(office) for office in posts} or all(facts.nobody(office) for office in posts):
        return False
    before = lower[max(sentence.start, one.start - 30) : one.start]
    return bool(_POSSIBLE_BEFORE.search(before) or _POSSIBLE_AFTER.match(lower, one.end))


def _at_home(facts: Facts, one: Statement, known: Sequence[str]) -> bool:
    """Whether the sheets hold next to nothing of an office in a state whose people are named: Strange of Alabama."""
    days = [layer.covers for office in one.offices for layer in office.layers]
    if not days or any(shifted(first, _KNOWN) < last for first, last in days):
        return False
    places = {office.place for office in one.offices}
    return any(office.place in places for person in known for office, _ in facts.held(person))


def _right(facts: Facts, one: Statement, offices: Sequence[Office], known: Sequence[str], day: int | None) -> str:
    """What should be there: who held the office then, or what the person named was."""
    if day is not None and one.offices and not one.former and one.title != LEADER:
        held = holders(offices[0], day)
        if held and NOBODY not in held:
            return f"{_both(held)} held it on the article’s date"
    held_by_him = sorted(facts.held(known[0]), key=lambda one_term: one.title not in one_term[0].titles)
    posts = list(dict.fromkeys(office.name for office, _ in held_by_him))
    return f"{known[0]} was {_both(posts[:3])}" if posts else f"{known[0]} never held it"
