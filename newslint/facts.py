"""Who held which office when, as fact sheets say: pure data and look-ups. Days are numbers such as 20211230."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from newslint.records import NamedTuple

# At a change of office both names are in print for some weeks; a gap of so many days makes no sheet incomplete.
HANDOVER = 45
# Whoever is at the head of a state or its government, and what makes one of it.
LEADER = "leader"
_HEADS = ("president", "prime minister", "chancellor", "premier", "supreme leader", "taoiseach", "first minister")
# Who holds an office that a country does not have.
NOBODY = "nobody"
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_SMALL = frozenset({"al", "el", "as", "ash", "ad", "ar", "an", "bin", "ibn"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "vi", "xiv", "xvi"})
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ß": "ss",
        "æ": "ae",
        "ð": "d",
        "-": " ",
        "–": " ",
        ".": " ",
        "'": "",
        "’": "",
        "ʻ": "",
        "`": "",
        ",": " ",
    }
)
# Offices of a state or a city; who holds nothing else had other offices of the state, too, which no sheet has.
_REGIONAL = frozenset({"governor", "senator", "mayor", "chief minister"})
# Where the family's name stands first.
_FAMILY_FIRST = frozenset(
    {"china", "south korea", "north korea", "taiwan", "hong kong", "vietnam", "singapore", "cambodia"}
)


class Term(NamedTuple):
    """One term of office. A bound has its earliest and its latest day, which differ where only the year is known."""

    person: str
    start: tuple[int, int]
    end: tuple[int, int]
    acting: bool
    open: bool


class Layer(NamedTuple):
    """What one sheet says of an office, and the days of which it says all."""

    covers: tuple[int, int]
    terms: tuple[Term, ...]


class Office(NamedTuple):
    """An office: ``name`` for messages, its titles in lower case, the place as its sheet has it, the sheets' layers.

    Of two sheets that are certain of a day the later counts. ``alone``: the titles that mean it without its place.
    """

    name: str
    titles: frozenset[str]
    place: str
    alone: frozenset[str]
    layers: tuple[Layer, ...]


class Sheet(NamedTuple):
    """A fact sheet as read: offices, spellings of people, forms of places, wordings of titles, countries of bodies.

    ``others``: people who held none of the offices, with their country; a name that ends in * may come to one yet.
    ``short``: forms of places that stand behind a party's letter only; ``parties``: who was in one party throughout.
    """

    offices: tuple[Office, ...]
    people: Mapping[str, tuple[str, ...]]
    places: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, tuple[str, ...]]
    within: Mapping[str, tuple[str, ...]]
    others: Mapping[str, tuple[str, ...]] = {}
    short: Mapping[str, tuple[str, ...]] = {}
    parties: Mapping[str, tuple[str, ...]] = {}


class Facts:
    """All sheets in force, ready for look-ups."""

    def __init__(self, sheets: Sequence[Sheet], nicknames: Mapping[str, frozenset[str]] | None = None) -> None:
        self.nicknames = dict(nicknames or {})
        self.forms = {
            form.lower(): bare(place)
            for sheet in sheets
            for place, forms in sheet.places.items()
            for form in (bare(place), *forms)
        }
        wordings: dict[str, set[str]] = {}
        for sheet in sheets:
            for title, others in sheet.titles.items():
                wordings.setdefault(title, {title}).update(others)
        self.usual_title = {form: title for title, forms in wordings.items() for form in forms}
        usual = {spelling: name for sheet in sheets for name, others in sheet.people.items() for spelling in others}
        self.offices: dict[tuple[str, str], list[Office]] = {}
        self.alone: dict[str, list[Office]] = {}
        self.anywhere: dict[str, list[Office]] = {}
        self.since: dict[str, int] = {}
        self._held: dict[str, list[tuple[Office, Term]]] = {}
        for office in _merged(sheets, wordings, usual):
            place = bare(office.place).lower()
            self.forms.setdefault(place, bare(office.place))
            for title in office.titles:
                self.offices.setdefault((title, place), []).append(office)
                self.anywhere.setdefault(title, []).append(office)
            self.since[office.name] = whole_since(office)
            for title in office.alone:
                self.alone.setdefault(title, []).append(office)
            for layer in office.layers:
                for term in layer.terms:
                    self._held.setdefault(term.person, []).append((office, term))
        for place in {place for _, place in self.offices}:
            if heads := [office for title in _HEADS for office in self.offices.get((title, place), ())]:
                self.offices.setdefault((LEADER, place), list(dict.fromkeys(heads)))
        self.short = {
            form.lower().replace(".", ""): bare(place).lower()
            for sheet in sheets
            for place, forms in sheet.short.items()
            for form in (bare(place), *forms)
        }
        self.party = {name: parties[0] for sheet in sheets for name, parties in sheet.parties.items() if parties}
        self.titles = {title for title, _ in self.offices}
        # The last words of titles and places: what stands before a name where its office does.
        self.ends = {phrase.rpartition(" ")[2].rstrip(".") for phrase in (*self.titles, *self.forms)}
        self.begins = {phrase.partition(" ")[0] for phrase in (*self.titles, *self.forms)}
        self._within = {
            bare(body).lower(): bare(places[0]).lower() if places else ""
            for sheet in sheets
            for body, places in sheet.within.items()
        }
        self._others = {
            name.rstrip("*"): (frozenset(bare(place).lower() for place in places), name.endswith("*"))
            for sheet in sheets
            for name, places in sheet.others.items()
        }
        self._by_word = _index((*self._held, *self._others), sheets)

    def find(self, title: str, place: str) -> list[Office]:
        """The offices that a title means with a place, whose form may be any, or without one."""
        if not place:
            return self.alone.get(title, [])
        found = self.offices.get((title, self.forms.get(place, place).lower()))
        return self.offices.get((title, f"state of {place.lower()}"), []) if found is None else found

    def ambiguous(self, place: str) -> bool:
        """Whether a state shares a name with a country or a city: Georgia, New York."""
        return f"state of {place.lower()}" in self.forms

    def within(self, place: str) -> bool:
        """Whether a place, whose form may be any, lies in a country and is none itself."""
        return bare(self.forms.get(place, place)).lower() in self._within

    def below(self, title: str, country: str) -> list[Office]:
        """The offices of a title in the states, cities and bodies of a country."""
        return [office for office in self.anywhere.get(title, ()) if self.country(office) == country]

    def regional(self, person: str) -> bool:
        """Whether somebody held offices of states and their senators alone: such people had others there before."""
        held = [office for office, _ in self.held(person)]
        return bool(held) and all(not _REGIONAL.isdisjoint(office.titles) for office in held)

    def country(self, office: Office) -> str:
        """The country that an office belongs to, in lower case; nothing for an international body."""
        return self.country_of(office.place)

    def country_of(self, place: str) -> str:
        """The country that a place belongs to, whose form may be any; the same for a country."""
        name = self.forms.get(bare(place).lower(), bare(place)).lower()
        return self._within.get(name, name)

    def homes(self, person: str) -> frozenset[str]:
        """The countries of somebody: those of his offices, or the one that a sheet has for him."""
        held = {self.country(office) for office, _ in self.held(person)} - {""}
        return frozenset(held) | self._others.get(person, (frozenset(), False))[0]

    def famous(self, person: str) -> bool:
        """Whether somebody is among those whom every reader knows for what he is."""
        return person in self._others

    def may_come(self, person: str) -> bool:
        """Whether somebody who never held an office of his country may hold one by now."""
        return self._others.get(person, (frozenset(), False))[1]

    def nobody(self, office: Office) -> bool:
        """Whether the sheets say that there is no such office."""
        return all(term.person == NOBODY for layer in office.layers for term in layer.terms)

    def people(self, name: str) -> list[str]:
        """Everybody in the sheets who may be meant by a printed name, be it a surname alone."""
        words = name_words(name)
        if not words:
            return []
        known = {**self._by_word.get(words[-1], {}), **self._by_word.get(words[0], {})}
        return sorted(
            person
            for person, spellings in known.items()
            if any(self._fits(words, spelling, person) for spelling in spellings)
        )

    def _fits(self, printed: tuple[str, ...], known: tuple[str, ...], person: str) -> bool:
        if len(printed) == 1:
            return printed[0] == known[-1] or (printed[0] == known[0] and self.family_first(person))
        if printed == known[-len(printed) :] or "".join(printed) == "".join(known) or sorted(printed) == sorted(known):
            return True
        given = self.same_given(printed[0], known[0])
        return given and (
            printed[-1] == known[-1]
            or (len(known) > 2 and printed[-1] in known[1:])
            or (len(printed) > 2 and known[-1] in printed[1:])
        )

    def same_given(self, one: str, other: str) -> bool:
        """Whether two first names, folded, can be one person's: an initial, a short form."""
        if one == other or (1 in {len(one), len(other)} and one[0] == other[0]):
            return True
        short, long = self.nicknames.get(one, frozenset()), self.nicknames.get(other, frozenset())
        return other in short or one in long or bool(short & long)

    def family_first(self, person: str) -> bool:
        """Whether somebody's family name stands first."""
        return any(bare(office.place).lower() in _FAMILY_FIRST for office, _ in self._held.get(person, ()))

    def held(self, person: str) -> Sequence[tuple[Office, Term]]:
        """All offices that somebody held, with the terms."""
        return self._held.get(person, ())


def _index(names: Iterable[str], sheets: Sequence[Sheet]) -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """For each word of a name, who has it, with the words of all spellings."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for name in names:
        spellings = (name, *(other for sheet in sheets for other in sheet.people.get(name, ())))
        for spelling in (*spellings, *(form for one in spellings if (form := one.translate(_SPELT_OUT)) != one)):
            words = name_words(spelling)
            for word in set(words):
                found.setdefault(word, {}).setdefault(name, []).append(words)
    return found


def _merged(sheets: Sequence[Sheet], wordings: Mapping[str, set[str]], usual: Mapping[str, str]) -> Iterable[Office]:
    """The offices of all sheets, those of one name in one, titles and names brought to one form."""
    found: dict[str, Office] = {}
    for sheet in sheets:
        for office in sheet.offices:
            titles = frozenset(form for title in office.titles for form in wordings.get(title, {title}))
            alone = office.alone
            layers = tuple(
                layer._replace(
                    terms=tuple(term._replace(person=usual.get(term.person, term.person)) for term in layer.terms)
                )
                for layer in office.layers
            )
            old = found.get(office.name)
            if old:
                titles, alone, layers = titles | old.titles, alone | old.alone, old.layers + layers
            found[office.name] = office._replace(titles=titles, alone=alone, layers=layers)
    return found.values()


def bare(place: str) -> str:
    """A place without its article."""
    return place.removeprefix("the ")


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name for comparing: no accents, capitals, points, particles such as al-, nor Jr."""
    plain = unicodedata.normalize("NFD", name.lower().translate(_LETTERS))
    words = "".join(char for char in plain if not unicodedata.combining(char)).split()
    kept = [word for word in words if word not in _SMALL] or words
    while len(kept) > 1 and kept[-1] in _SUFFIXES:
        kept.pop()
    return tuple(kept)


def on(term: Term, day: int, slack: int = 0) -> bool | None:
    """Whether a term holds on a day; None where it is not certain. ``slack`` in days."""
    early, late = shifted(day, -slack), shifted(day, slack)
    if term.start[1] <= early and late <= term.end[0]:
        return True
    return False if late < term.start[0] or early > term.end[1] else None


def holders(office: Office, day: int) -> list[str] | None:
    """Who held an office on a day, certainly; None where the sheets do not say or it is not certain."""
    for layer in reversed(office.layers):
        if layer.covers[0] <= day <= layer.covers[1]:
            sure = [term.person for term in layer.terms if on(term, day) is True]
            if sure and all(on(term, day, HANDOVER) is not None for term in layer.terms):
                return sorted(set(sure))
    return None


def held_on(office: Office, person: str, day: int) -> bool | None:
    """Whether somebody held an office on a day; None where it is not certain."""
    sure = holders(office, day)
    if sure is not None:
        return person in sure
    said = [on(term, day) for layer in office.layers for term in layer.terms if term.person == person]
    return True if True in said else None if None in said else False


def still_held(office: Office, term: Term, years: int) -> bool:
    """Whether a term is open when the sheets end, and began less than so many years before."""
    last = max(layer.covers[1] for layer in office.layers)
    return term.open and term.end[1] >= last and term.start[0] > last - years * 10000


def whole_since(office: Office) -> int:
    """The first day from which the sheets know every holder up to the end of their span; 99999999 if there is none."""
    spans = sorted(
        (term.start[1], min(term.end[0], layer.covers[1])) for layer in office.layers for term in layer.terms
    )
    since, until = 99999999, 0
    for start, end in spans:
        if not until or start > shifted(until, HANDOVER * 2):
            since = start
        until = max(until, end)
    return since


# Days up to the beginning of each month; leap days do not matter for a slack of weeks.
_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def shifted(day: int, days: int) -> int:
    """A day so many days later, within a day or two."""
    if not days:
        return day
    year, month, date = day // 10000, day // 100 % 100, day % 100
    year, rest = divmod(year * 365 + _BEFORE[month - 1] + date - 1 + days, 365)
    month = bisect_left(_BEFORE, rest + 1)
    return year * 10000 + month * 100 + rest - _BEFORE[month - 1] + 1
