"""The office behind a name: "Jake Sullivan, the US national security adviser,"."""

from newslint.document import Document
from newslint.facts import LEADER, Facts
from newslint.kinds.office_reach import REACH, Word, joined, own, place_at, title_at, words_between
from newslint.kinds.office_words import ADJECTIVES, FORMER, GOES_ON, LATER, OTHER, SHARED
from newslint.language.people import Person
from newslint.records import NamedTuple
from newslint.span import Span


class Behind(NamedTuple):
    """An office behind a name: where it ends, its title and place, and whether it was held before."""

    end: int
    title: str
    place: str
    former: bool


def office_behind(document: Document, facts: Facts, sentence: Span, person: Person) -> Behind | None:
    """The office in the words behind a name, if they are nothing else."""
    end = min(sentence.end, person.name_end + REACH)
    words = words_between(document, person.name_end, end)
    at = 0
    if (
        not words
        or words[0].start - person.name_end > 1
        or (words[0].text not in {",", "("} and words[0].low not in {"is", "was"})
    ):
        return None
    at += 1
    was = words[0].low == "was"
    if at + 1 < len(words) and words[at].low == "who" and words[at + 1].low in {"is", "was"}:
        was = words[at + 1].low == "was"
        at += 2
    led = _led(facts, words, at)
    if led is None:
        return None
    at, size, place, former = led
    former = former or was
    title = joined(words[at : at + size])
    at += size
    if not place and at + 1 < len(words) and (words[at].low in {"of", "for"} or _sent(title, words[at])):
        skip = at + 1 + (words[at + 1].low == "the")
        if size := place_at(facts, words, skip):
            place, at = joined(words[skip : skip + size]), skip + size
            if own(words[at - 1]):
                return None
    last = words[at - 1]
    stop = last.end - (last.text.endswith(".") and last.text.count(".") == 1)
    dated = at + 1 < len(words) and words[at].low == "in" and words[at + 1].text[:4].isdigit()
    goes_on = at < len(words) and (words[at].low in LATER | GOES_ON or words[at].text[0].isupper())
    if goes_on and not dated:
        return None
    # "Like Lee, the former governor has": the comma only parts the two
    runs_on = words[0].text == "," and not was and at < len(words) and words[at].text[0].isalnum() and not dated
    then = was or (former and any(word.low == "then" for word in words[:at]))
    if runs_on or not (place or ((then or (dated and title not in SHARED)) and facts.find(title, ""))):
        return None
    return Behind(stop, title, place, former or dated)


def _sent(title: str, word: Word) -> bool:
    """Whether a word leads to the state of a senator: "the senator from Texas"."""
    return title == "senator" and word.low == "from"


def _led(facts: Facts, words: list[Word], at: int) -> tuple[int, int, str, bool] | None:
    """The title that an apposition leads to: where it stands, how many words it has, the place before it, former."""
    former, place = False, ""
    plain = True
    for _ in range(8):
        if at >= len(words):
            return None
        if size := place_at(facts, words, at):
            inner = joined(words[at : at + size])
            # "the US CIA director"
            if not place or (facts.within(inner) and facts.country_of(inner) == facts.country_of(place)):
                place, at = inner, at + size
                continue
        size = title_at(facts, words, at)
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
