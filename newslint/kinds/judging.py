"""Holds what an article states about offices against the fact sheets: right, wrong, or not to be said."""

from collections.abc import Callable, Sequence
from functools import cache, partial

from newslint.document import Document
from newslint.facts import LEADER, Facts
from newslint.kinds.article_days import Bound, article_date, between, earliest
from newslint.kinds.certainty import OF_A_STATE, TOP, before_all, may_rise, perhaps, settled, unmistakable
from newslint.kinds.offices import Statement, statements
from newslint.kinds.slips import find_slip, other_given
from newslint.kinds.terms_held import of_a_holder
from newslint.kinds.verdicts import Days, Verdict, both
from newslint.patterns import regex
from newslint.span import Span
from newslint.terms import NOBODY, Office, holders, shifted

# What an office of a country is called at the end.
_OF_STATE = ("minister", "president", "chancellor", "premier", "secretary", "prince", "attorney general")
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


# Of an office with no more days than this a sheet knows who some were that held it, not who did not.
_KNOWN = 30


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
        return of_a_holder(document, facts, one, fitting, days)
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


def _slip(
    document: Document, facts: Facts, one: Statement, offices: Sequence[Office], day: int | None
) -> Verdict | None:
    """A holder's name that is not quite his."""
    if (one.place or one.offices) and (slip := find_slip(document, facts, one, offices, day)):
        return Verdict(one, *slip)
    other = other_given(document, facts, one, offices)
    return Verdict(one, "first-name", *other) if other and not _unreal(document, facts, one, ()) else None


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
            return f"{both(held)} held it on the article’s date"
    held_by_him = sorted(facts.held(known[0]), key=lambda one_term: one.title not in one_term[0].titles)
    posts = list(dict.fromkeys(office.name for office, _ in held_by_him))
    return f"{known[0]} was {both(posts[:3])}" if posts else f"{known[0]} never held it"
