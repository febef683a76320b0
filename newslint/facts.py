"""Who held which office when, as fact sheets say it together: names and titles in all their forms."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from newslint.records import NamedTuple
from newslint.terms import NOBODY, Layer, Office, Term, whole_since
from newslint.transliteration import OTHER_SCRIPT, sound

# Whoever is at the head of a state or its government, and what makes one of it.
LEADER = "leader"
_HEADS = ("president", "prime minister", "chancellor", "premier", "supreme leader", "taoiseach", "first minister")
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_SMALL = frozenset({"al", "el", "as", "ash", "ad", "ar", "an", "bin", "ibn"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "vi", "xiv", "xvi"})
_LETTERS = str.maketrans("ıøłđð-–.,", "ioldd    ", "'’ʻ`") | {ord("ß"): "ss", ord("æ"): "ae"}
# Offices of a state or a city; who holds nothing else had other offices of the state, too, which no sheet has.
_REGIONAL = frozenset({"governor", "senator", "representative", "mayor", "chief minister"})
# Where the family's name stands first.
_FAMILY_FIRST = frozenset(
    {"china", "south korea", "north korea", "taiwan", "hong kong", "vietnam", "singapore", "cambodia"}
)


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
        self._posts: dict[str, list[Office]] = {}
        for office in _merged(sheets, wordings, usual):
            place = bare(office.place).lower()
            self.forms.setdefault(place, bare(office.place))
            for title in office.titles:
                self.offices.setdefault((title, place), []).append(office)
                self.anywhere.setdefault(title, []).append(office)
            self.since[office.name] = whole_since(office)
            for title in office.alone:
                self.alone.setdefault(title, []).append(office)
            for person in dict.fromkeys(term.person for layer in office.layers for term in layer.terms):
                self._posts.setdefault(person, []).append(office)
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
        self._spellings: dict[str, list[str]] = {}
        for name, others in (pair for sheet in sheets for pair in sheet.people.items()):
            self._spellings.setdefault(name, []).extend(others)
        self._by_word = self._index()

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
        held = self._posts.get(person, ())
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
        held = {self.country(office) for office in self._posts.get(person, ())} - {""}
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
        known = {*self._by_word.get(words[-1], ()), *self._by_word.get(words[0], ())}
        return sorted(
            person
            for person in known
            if any(self._fits(words, name_words(spelling), person) for spelling in self._spelt(person))
        )

    def _spelt(self, person: str) -> Iterator[str]:
        """A name in all its forms, also as those without an umlaut write it."""
        for spelling in (person, *self._spellings.get(person, ())):
            yield spelling
            plain = spelling.translate(_SPELT_OUT)
            if plain != spelling:
                yield plain

    def _index(self) -> dict[str, list[str]]:
        """For each word of a name, who has it."""
        found: dict[str, list[str]] = {}
        for person in dict.fromkeys((*self._posts, *self._others)):
            for word in {word for spelling in self._spelt(person) for word in name_words(spelling)}:
                found.setdefault(word, []).append(person)
        return found

    def _fits(self, printed: tuple[str, ...], known: tuple[str, ...], person: str) -> bool:
        if len(printed) == 1:
            return printed[0] == known[-1] or (printed[0] == known[0] and self.family_first(person))
        if printed == known[-len(printed) :] or "".join(printed) == "".join(known) or sorted(printed) == sorted(known):
            return True
        if printed[-1] == known[-1] and self._same_sound(printed[0], known[0], person):
            return True
        given = self.same_given(printed[0], known[0]) and not self.family_first(person)
        return given and (
            printed[-1] == known[-1]
            or (len(known) > 2 and printed[-1] in known[1:])
            or (len(printed) > 2 and known[-1] in printed[1:])
        )

    def _same_sound(self, one: str, other: str, person: str) -> bool:
        """Whether two first names are one that is spelt in several ways where somebody comes from."""
        alike = one[0] == other[0] and sound(one, foreign=True) == sound(other, foreign=True)
        return alike and not OTHER_SCRIPT.isdisjoint(self.homes(person))

    def same_given(self, one: str, other: str) -> bool:
        """Whether two first names, folded, can be one person's: an initial, a short form."""
        if one == other or (1 in {len(one), len(other)} and one[0] == other[0]):
            return True
        short, long = self.nicknames.get(one, frozenset()), self.nicknames.get(other, frozenset())
        return other in short or one in long or bool(short & long)

    def family_first(self, person: str) -> bool:
        """Whether somebody's family name stands first."""
        return any(bare(office.place).lower() in _FAMILY_FIRST for office in self._posts.get(person, ()))

    def held(self, person: str) -> Sequence[tuple[Office, Term]]:
        """All offices that somebody held, with the terms."""
        return [
            (office, term)
            for office in self._posts.get(person, ())
            for layer in office.layers
            for term in layer.terms
            if term.person == person
        ]


def _merged(sheets: Sequence[Sheet], wordings: Mapping[str, set[str]], usual: Mapping[str, str]) -> Iterable[Office]:
    """The offices of all sheets, those of one name in one, titles and names brought to one form."""
    found: dict[str, Office] = {}
    for sheet in sheets:
        for office in sheet.offices:
            titles = frozenset(form for title in office.titles for form in wordings.get(title, {title}))
            alone = office.alone
            layers = tuple(
                Layer(
                    layer.covers,
                    tuple(term._replace(person=usual.get(term.person, term.person)) for term in layer.terms),
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
