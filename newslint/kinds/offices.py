"""What an article states about people and offices: "Russian President Vladimir Putin", "Jake Sullivan, the US …"."""

from newslint.document import Document
from newslint.facts import LEADER, Facts
from newslint.kinds.appositions import office_behind
from newslint.kinds.office_reach import (
    LONGEST_PLACE,
    LONGEST_TITLE,
    REACH,
    Word,
    joined,
    may_follow,
    may_lead,
    own,
    place_at,
    words_between,
)
from newslint.kinds.office_words import ADJECTIVES, FORMER, HONORIFICS, OPENERS, OTHER
from newslint.kinds.parties import party_before, tag_behind
from newslint.language.people import Person
from newslint.records import NamedTuple
from newslint.span import Span
from newslint.terms import Office

# What "(R-W.Va.)" may take.
_TAG = 16


class Statement(NamedTuple):
    """One place where the article gives somebody an office. ``place`` is empty where none is named.

    ``start`` and ``end`` take in office and name. ``former``: it says that the office was held before.
    ``party``: the party that is named with it.
    """

    start: int
    end: int
    person: Person
    title: str
    place: str
    offices: tuple[Office, ...]
    former: bool
    party: str = ""


def statements(document: Document, facts: Facts) -> list[Statement]:
    """Every place where a person is given an office by its full name, in order."""
    found: list[Statement] = []
    people = document.people
    for at, person in enumerate(people):
        if person.modifier:
            continue
        leads = may_lead(document, facts, person)
        follows = may_follow(document, facts, person)
        if not leads and not follows:
            continue
        sentence = document.sentence(person.name_start)
        before = people[at - 1] if at and people[at - 1].name_end > sentence.start else None
        after = people[at + 1] if at + 1 < len(people) and people[at + 1].name_start < sentence.end else None
        if leads and (one := _leading(document, facts, sentence, person, before)):
            found.append(one)
        said = office_behind(document, facts, sentence, person) if follows else None
        if said and not (after and after.start - said.end <= 3):
            offices = tuple(facts.find(said.title, said.place)) or _of_a_body(facts, said.title, said.place)
            found.append(Statement(person.name_start, said.end, person, said.title, said.place, offices, said.former))
    return found


def _of_a_body(facts: Facts, title: str, place: str) -> tuple[Office, ...]:
    """The office that a title means alone, if a country is named with it and it is one of that country's bodies'."""
    alone = facts.find(title, "")
    country = facts.country_of(place)
    return tuple(alone) if all(facts.country(office) == country for office in alone) else ()


def _leading(
    document: Document, facts: Facts, sentence: Span, person: Person, before: Person | None
) -> Statement | None:
    """The office before a name."""
    cut = before.name_end if before else sentence.start
    start = max(sentence.start, cut, person.name_start - REACH)
    words = words_between(document, start, person.name_start)
    at = len(words)
    while at and words[at - 1].low in HONORIFICS and not _title_before(facts, words, at):
        at -= 1
    comma = bool(at and words[at - 1].text == ",")
    at -= comma
    place, at = _of_place(facts, words, at)
    size = _title_before(facts, words, at)
    if not size:
        return None
    title, at = joined(words[at - size : at]), at - size
    first = at
    if title == LEADER and not place and not _place_before(facts, words, at):
        return None  # of a party, a faction
    capital = words[at].text[0].isupper()
    found = _around(facts, words, at, place=place)
    if found is None:
        return None
    place, at, former, definite, sure = found
    if place and not facts.find(title, place) and facts.below(title, facts.country_of(place)):
        place = ""  # "U.S. Senator"
    # "Merkel, the German chancellor, Emmanuel Macron": whose office it is cannot be told
    listed = before and start == before.name_end and all(word.text == "," or word.low == "the" for word in words[:at])
    if comma and (not definite or listed):
        return None
    end = person.name_end
    if not place and not comma:
        place, end = _place_behind(document, facts, sentence, person, title)
    if not place and not (capital and sure and not comma):
        return None
    offices = tuple(facts.find(title, place))
    start = words[min(at, first)].start
    tag = tag_behind(facts, words_between(document, person.name_end, min(sentence.end, person.name_end + _TAG)))
    party = tag.party if tag else party_before(document.folded.lower, start, person.name_start)
    return Statement(start, max(end, tag.end if tag else 0), person, title, place, offices, former, party)


def _place_behind(document: Document, facts: Facts, sentence: Span, person: Person, title: str) -> tuple[str, int]:
    """The place in "President Ann Lee of France", and where it ends; else nothing and the end of the name."""
    words = words_between(document, person.name_end, min(sentence.end, person.name_end + REACH))
    tag = tag_behind(facts, words)
    if tag and facts.find(title, tag.place):
        return tag.place, tag.end
    if len(words) > 1 and words[0].low == "of":
        skip = 1 + (words[1].low == "the")
        size = place_at(facts, words, skip)
        if size and not own(words[skip + size - 1]):
            last = words[skip + size - 1]
            stop = last.end - (last.text.endswith(".") and last.text.count(".") == 1)
            found = joined(words[skip : skip + size])
            # "Majority Leader Harry Reid of Nevada" leads more than that
            if at_end(words, skip + size) and (facts.find(title, found) or not facts.within(found)):
                return found, stop
    return "", person.name_end


def at_end(words: list[Word], at: int) -> bool:
    """Whether the words from an index on begin something else: no further word of a name."""
    return at >= len(words) or not (words[at].text[0].isupper() or words[at].text in {"-", "'"})


def _of_place(facts: Facts, words: list[Word], at: int) -> tuple[str, int]:
    """The place in "president of the United States" before the index ``at``, and the index where "of" stands."""
    for size in range(min(LONGEST_PLACE, at), 0, -1):
        phrase = joined(words[at - size : at])
        if phrase in facts.forms and words[at - size].text[0].isupper():
            begin = at - size
            if begin and words[begin - 1].low == "the":
                begin -= 1
            if begin and words[begin - 1].low in {"of", "for"}:
                return phrase, begin - 1
    return "", at


def _title_before(facts: Facts, words: list[Word], at: int) -> int:
    """How many words before the index make the longest title that is known, 0 for none."""
    return next(
        (
            size
            for size in range(min(LONGEST_TITLE, at), 0, -1)
            if joined(words[at - size : at]) in facts.titles and not any(map(own, words[at - size : at]))
        ),
        0,
    )


def _other(word: Word) -> bool:
    """Whether a word before a title makes another office of it."""
    return word.low in {"a", "an"} or not OTHER.isdisjoint({word.low, *word.low.split("-")})


def _around(facts: Facts, words: list[Word], at: int, *, place: str) -> tuple[str, int, bool, bool, bool] | None:
    """What stands before a title: its place, where all begins, former, whether it is definite, whether it is alone.

    None where a word makes another office of it, or of which place it is cannot be told.
    """
    former = definite = False
    seen_place = bool(place)
    for _ in range(8):
        if not at:
            return place, at, former, definite or seen_place, True
        word = words[at - 1]
        # "under President Ann Lee" is not the undersecretary
        if not word.text[0].isalnum() or (word.low == "under" and words[at].low != "secretary"):
            return place, at, former, definite, True
        if _other(word):
            return None
        if word.low in FORMER:
            former = True
            at -= 1
            continue
        size = _place_before(facts, words, at) if word.text[0].isupper() else 0
        if size and (not seen_place or _country_of_a_body(facts, joined(words[at - size : at]), place)):
            place = place or joined(words[at - size : at])  # in "US CIA Director" the body
            definite = definite or own(words[at - 1])
            seen_place, at = True, at - size
            continue
        if word.low == "the":
            definite = True
            at -= 1
            continue
        if word.low in ADJECTIVES and not own(word):
            at -= 1
            continue
        opener = word.low in OPENERS or (len(word.text) == 4 and word.text.isdigit())  # "In May 2012 the …"
        if ((word.text[0].isupper() or word.text[0].isdigit()) and not opener) or own(word):
            return None
        return place, at, former, definite, True
    return None


def _country_of_a_body(facts: Facts, country: str, body: str) -> bool:
    """Whether a place is the country that a body before a title belongs to."""
    return facts.within(body) and facts.country_of(body) == facts.country_of(country)


def _place_before(facts: Facts, words: list[Word], at: int) -> int:
    """How many words before the index make the longest place that is known, 0 for none."""
    for size in range(min(LONGEST_PLACE, at), 0, -1):
        phrase = joined(words[at - size : at])
        if phrase in facts.forms and words[at - size].text[0].isupper():
            return size
    return 0
