"""What an article states about people and offices: "Russian President Vladimir Putin", "Jake Sullivan, the US …"."""

from newslint.document import Document
from newslint.facts import LEADER, Facts, Office
from newslint.kinds.office_reach import Word, joined, may_follow, may_lead, own, words_between
from newslint.kinds.office_words import ADJECTIVES, FORMER, GOES_ON, HONORIFICS, LATER, OPENERS, OTHER
from newslint.language.people import Person
from newslint.records import NamedTuple
from newslint.span import Span

# How far around a name its office is looked for, in characters, and how many words an office or a place may have.
_REACH = 110
_LONGEST_TITLE = 7
_LONGEST_PLACE = 5


class Statement(NamedTuple):
    """One place where the article gives somebody an office. ``place`` is empty where none is named.

    ``start`` and ``end`` take in office and name. ``former``: it says that the office was held before.
    """

    start: int
    end: int
    person: Person
    title: str
    place: str
    offices: tuple[Office, ...]
    former: bool


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
        if follows and (one := _following(document, facts, sentence, person, after)):
            found.append(one)
    return found


def _leading(
    document: Document, facts: Facts, sentence: Span, person: Person, before: Person | None
) -> Statement | None:
    """The office before a name."""
    cut = before.name_end if before else sentence.start
    start = max(sentence.start, cut, person.name_start - _REACH)
    words = words_between(document, start, person.name_start)
    at = len(words)
    while at and words[at - 1].low in HONORIFICS:
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
    # "Merkel, the German chancellor, Emmanuel Macron": whose office it is cannot be told
    listed = before and start == before.name_end and all(word.text == "," or word.low == "the" for word in words[:at])
    if comma and (not definite or listed):
        return None
    end = person.name_end
    if not place and not comma:
        place, end = _place_behind(document, facts, sentence, person)
    if not place and not (capital and sure and not comma):
        return None
    offices = tuple(facts.find(title, place))
    return Statement(words[min(at, first)].start, end, person, title, place, offices, former)


def _place_behind(document: Document, facts: Facts, sentence: Span, person: Person) -> tuple[str, int]:
    """The place in "President Ann Lee of France", and where it ends; else nothing and the end of the name."""
    words = words_between(document, person.name_end, min(sentence.end, person.name_end + _REACH))
    if len(words) > 1 and words[0].low == "of":
        skip = 1 + (words[1].low == "the")
        size = _place_at(facts, words, skip)
        if size and not own(words[skip + size - 1]):
            last = words[skip + size - 1]
            stop = last.end - (last.text.endswith(".") and last.text.count(".") == 1)
            if at_end(words, skip + size):
                return joined(words[skip : skip + size]), stop
    return "", person.name_end


def at_end(words: list[Word], at: int) -> bool:
    """Whether the words from an index on begin something else: no further word of a name."""
    return at >= len(words) or not (words[at].text[0].isupper() or words[at].text in {"-", "'"})


def _of_place(facts: Facts, words: list[Word], at: int) -> tuple[str, int]:
    """The place in "president of the United States" before the index ``at``, and the index where "of" stands."""
    for size in range(min(_LONGEST_PLACE, at), 0, -1):
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
            for size in range(min(_LONGEST_TITLE, at), 0, -1)
            if joined(words[at - size : at]) in facts.titles and not any(map(own, words[at - size : at]))
        ),
        0,
    )


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
        if not word.text[0].isalnum():
            return place, at, former, definite, True
        if word.low in {"a", "an"} or not OTHER.isdisjoint({word.low, *word.low.split("-")}):
            return None
        if word.low in FORMER or word.low.startswith(("ex-", "then-", "former-")):
            former = True
            at -= 1
            continue
        size = 0 if seen_place else _place_before(facts, words, at)
        if size:
            place = joined(words[at - size : at])
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


def _place_before(facts: Facts, words: list[Word], at: int) -> int:
    """How many words before the index make the longest place that is known, 0 for none."""
    for size in range(min(_LONGEST_PLACE, at), 0, -1):
        phrase = joined(words[at - size : at])
        if phrase in facts.forms and words[at - size].text[0].isupper():
            return size
    return 0


def _following(
    document: Document, facts: Facts, sentence: Span, person: Person, after: Person | None
) -> Statement | None:
    """The office behind a name: ", the US national security adviser,"."""
    end = min(sentence.end, person.name_end + _REACH)
    words = words_between(document, person.name_end, end)
    at = 0
    if not words or words[0].start - person.name_end > 1 or (words[0].text not in {",", "("} and words[0].low != "is"):
        return None
    at += 1
    if at + 1 < len(words) and words[at].low == "who" and words[at + 1].low == "is":
        at += 2
    led = _led(facts, words, at)
    if led is None:
        return None
    at, size, place, former = led
    title = joined(words[at : at + size])
    at += size
    if not place and at + 1 < len(words) and words[at].low in {"of", "for"}:
        skip = at + 1 + (words[at + 1].low == "the")
        if size := _place_at(facts, words, skip):
            place, at = joined(words[skip : skip + size]), skip + size
            if own(words[at - 1]):
                return None
    last = words[at - 1]
    stop = last.end - (last.text.endswith(".") and last.text.count(".") == 1)
    if at < len(words) and (words[at].low in LATER or words[at].low in GOES_ON or (words[at].text[0].isupper())):
        return None
    if not place or (after and after.start - stop <= 3):
        return None
    return Statement(person.name_start, stop, person, title, place, tuple(facts.find(title, place)), former)


def _led(facts: Facts, words: list[Word], at: int) -> tuple[int, int, str, bool] | None:
    """The title that an apposition leads to: where it stands, how many words it has, the place before it, former."""
    former, place = False, ""
    plain = True
    for _ in range(8):
        if at >= len(words):
            return None
        if not place and (size := _place_at(facts, words, at)):
            place = joined(words[at : at + size])
            at += size
            continue
        size = _title_at(facts, words, at)
        if size:
            return (at, size, place, former) if plain or words[at].low != LEADER else None
        low = words[at].low
        if low in FORMER or low.startswith(("ex-", "then-")):
            former = True
        elif low in OTHER or low not in ADJECTIVES:
            return None
        else:
            plain = plain and low in {"the", "new", "current"}
        at += 1
    return None


def _place_at(facts: Facts, words: list[Word], at: int) -> int:
    return next(
        (
            size
            for size in range(min(_LONGEST_PLACE, len(words) - at), 0, -1)
            if joined(words[at : at + size]) in facts.forms and words[at].text[0].isupper()
        ),
        0,
    )


def _title_at(facts: Facts, words: list[Word], at: int) -> int:
    return next(
        (
            size
            for size in range(min(_LONGEST_TITLE, len(words) - at), 0, -1)
            if joined(words[at : at + size]) in facts.titles and not any(map(own, words[at : at + size]))
        ),
        0,
    )
