"""How far what the fact sheets do not say of somebody may be taken for certain."""

from collections.abc import Callable, Sequence

from newslint.document import Document
from newslint.facts import Facts
from newslint.kinds.offices import Statement
from newslint.patterns import regex
from newslint.terms import Office, shifted, still_held, unknown_spans

# The days between which an article is from, worked out when asked.
Days = Callable[[], tuple[int, int]]
# Nothing is said against a name unless the sheets know every holder since then.
WHOLE_SINCE = 20010131
# Titles that mean one office in a country, so that they can be judged without its name.
TOP = frozenset({"president", "prime minister", "premier", "chancellor", "vice president", "vice-president"})
_HIGHEST = frozenset({"president", "prime minister", "chancellor"})
# Titles that nobody has but the head of a government.
_OF_GOVERNMENTS = frozenset({"prime minister", "premier"})
# So long in an office, he is taken to stay in it.
_SETTLED_YEARS = 10
# A career in government is longer than what the sheets have of it, in years; so near to a gap a day counts as in it.
_CAREER_BEFORE = 10
_CAREER_AFTER = 5
_NEAR_A_GAP = 365
_SEAT = "representative"
_YEAR = regex(r"\b1[5-9]\d\d\b|\b20\d\d\b")
AMERICAN = frozenset({"us", "u.s.", "american", "united states"})
COURTESY = regex(r"(?:president|governor|gov|senator|sen|sens|senators|mayor|first lady|pope|speaker|ambassador)$")
# Titles that nobody keeps, whatever he is called to his face.
_NOT_KEPT = frozenset({"house speaker", "speaker of the house", "first lady"})
# Titles that one in each state has, all of whom the sheets know.
OF_A_STATE = frozenset({"governor", "gov"})


def settled(facts: Facts, title: str, known: Sequence[str]) -> bool:
    """Whether the sheets know all who had this title in the country of everybody who may be meant."""
    for person in known:
        places = facts.homes(person)
        if facts.may_come(person) or (not places and title not in TOP):
            return False
        if facts.regional(person) and title in TOP and not facts.famous(person):
            return False  # of a university, a company
        for place in places:
            there = facts.find(title, place)
            if title in OF_A_STATE:
                there = [office for office in facts.below(title, place) if office.titles >= OF_A_STATE]
            if not there and title in _OF_GOVERNMENTS and facts.famous(person):
                continue  # his country has no such office
            if not there or any(facts.since[office.name] > WHOLE_SINCE for office in there):
                return False
    return True


def by_courtesy(title: str, place: str) -> bool:
    """Whether somebody may be called so long after he left: President Carter, not the French or “U.S. President”."""
    return (
        bool(COURTESY.search(title))
        and title not in _NOT_KEPT
        and (not place or (place in AMERICAN and title != "president"))
    )


def perhaps(facts: Facts, offices: Sequence[Office], known: Sequence[str], days: Days) -> bool:
    """Whether somebody may have held one of the offices when the sheets do not know who did, between two days."""
    for office in offices:
        if _SEAT in office.titles:  # nobody sits for two states, and the sheets do not have all who sit
            if any(all(_SEAT not in post.titles for post, _ in facts.held(person)) for person in known):
                return True
            continue
        if facts.since[office.name] <= WHOLE_SINCE:
            continue
        first, last = days()
        spans = [
            span
            for span in unknown_spans(office, WHOLE_SINCE)
            if shifted(span[0], -_NEAR_A_GAP) <= last and first <= shifted(span[1], _NEAR_A_GAP)
        ]
        if spans and any(_may_have_been(facts, person, spans) for person in known):
            return True
    return False


def before_all(document: Document, one: Statement, offices: Sequence[Office]) -> bool:
    """Whether a sentence tells of a year before anybody whom the sheets have in the offices."""
    sentence = document.sentence(one.start)
    years = [int(found[0]) for found in _YEAR.finditer(document.folded.plain, *sentence)]
    firsts = [term.start[0] // 10000 for office in offices for layer in office.layers for term in layer.terms]
    return bool(years and firsts) and min(years) < min(firsts)


def _may_have_been(facts: Facts, person: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether what is known of somebody's career is near to one of the spans."""
    terms = [term for _, term in facts.held(person)]
    if not terms:
        return True
    first = min(term.start[0] for term in terms) - _CAREER_BEFORE * 10000
    last = max(term.end[1] for term in terms) + _CAREER_AFTER * 10000
    return any(start <= last and first <= end for start, end in spans)


def unmistakable(document: Document, facts: Facts, one: Statement, known: Sequence[str]) -> bool:
    """Whether a surname alone with "President" before it means one head of a government, and no other family has it."""
    surname = document.folded.lower[one.person.name_start : one.person.name_end]
    heads = [person for person in known if any(office.titles & _HIGHEST for office, _ in facts.held(person))]
    common = document.lexicon.folded("surnames", "first-names")
    return one.title in TOP and len(known) == 1 == len(heads) and surname not in common


def may_rise(facts: Facts, known: Sequence[str], offices: Sequence[Office], last: int) -> bool:
    """Whether somebody still in a lesser office of the country when the sheets end may hold this office by now.

    Who has been in one office for many years is not taken to have changed it. ``last``: the article is not from later.
    """
    places = {facts.country(office) for office in offices}
    if all(facts.nobody(office) for office in offices) or _elsewhere(facts, known, offices):
        return False
    if any(facts.may_come(person) and not places.isdisjoint(facts.homes(person)) for person in known):
        return True
    return any(
        last > term.end[1]
        and still_held(office, term, _SETTLED_YEARS)
        and facts.country(office) in places
        and office.titles.isdisjoint(_HIGHEST)
        for person in known
        for office, term in facts.held(person)
    )


def _elsewhere(facts: Facts, known: Sequence[str], offices: Sequence[Office]) -> bool:
    """Whether the offices are a state's or a house's, and everybody meant belongs to others: nobody goes over there."""
    there = {office.place for office in offices}
    own = [{office.place for office, _ in facts.held(person)} for person in known]
    return all(map(facts.within, there)) and all(
        there.isdisjoint(places) and any(map(facts.within, places)) for places in own
    )
