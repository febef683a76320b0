"""The words around a name in which its office may stand."""

from collections.abc import Sequence

from newslint.document import Document
from newslint.facts import Facts
from newslint.kinds.office_words import ADJECTIVES, FORMER, HONORIFICS
from newslint.language.people import Person
from newslint.patterns import regex
from newslint.records import NamedTuple

# How far around a name its office is looked for, in characters, and how many words an office or a place may have.
REACH = 110
LONGEST_TITLE = 7
LONGEST_PLACE = 5
_LONGEST_WORD = 24
_TOKEN = regex(r"[^\W_](?:[\w'&/-]|\.(?=\w))*\.?|[^\w\s]")
# "then-Chancellor", "ex-Premier": two words
_PREFIX = regex(r"(?:then|ex|former)-(?=[^\W_])")

_FIRST_WORD = regex(r"(?:,| \(| is | was ) *([^\W_](?:[\w'&/-]|\.(?=\w))*\.?)")


class Word(NamedTuple):
    start: int
    end: int
    text: str
    low: str


def may_lead(document: Document, facts: Facts, person: Person) -> bool:
    """Whether the word before a name may end an office; a look that spares most names a closer one."""
    before = document.folded.lower[max(0, person.name_start - _LONGEST_WORD) : person.name_start].rstrip(" ,")
    word = (before.split() or [""])[-1].rstrip(".")
    return word in facts.ends or word in HONORIFICS or word.rpartition(".")[2] in facts.ends


def may_follow(document: Document, facts: Facts, person: Person) -> bool:
    """Whether what is behind a name may begin an office; a look that spares most names a closer one."""
    if not document.folded.plain.startswith((",", " (", " is ", " was "), person.name_end):
        return False
    found = _FIRST_WORD.match(document.folded.lower, person.name_end)
    if found is None:
        return False
    word = _low(found[1])
    return word in facts.begins or word in FORMER or word in ADJECTIVES or word == "who" or "-" in word


def words_between(document: Document, start: int, end: int) -> list[Word]:
    """The words and marks between two places."""
    plain, lower = document.folded.plain, document.folded.lower
    found: list[Word] = []
    for hit in _TOKEN.finditer(plain, start, end):
        begin, stop = hit.span()
        low = lower[begin:stop]
        if "-" in low and (prefix := _PREFIX.match(low)) is not None:
            middle = begin + prefix.end()
            found.append(Word(begin, middle - 1, plain[begin : middle - 1], low[: prefix.end() - 1]))
            begin, low = middle, lower[middle:stop]
        found.append(Word(begin, stop, plain[begin:stop], low if low.isalpha() else _low(low)))
    return found


def _low(word: str) -> str:
    """A word for comparing: without its possessive ending and final stop."""
    word = word.removesuffix("'s")
    return word if word.count(".") > 1 else word.rstrip(".")


def own(word: Word) -> bool:
    """Whether a word is a possessive: "France's", "the United States'"."""
    return word.text.endswith(("'s", "s'"))


def joined(words: Sequence[Word]) -> str:
    """The words as one phrase, for look-ups."""
    return " ".join(word.low for word in words)


def place_at(facts: Facts, words: Sequence[Word], at: int) -> int:
    """How many words from an index on make the longest place that is known, 0 for none."""
    return next(
        (
            size
            for size in range(min(LONGEST_PLACE, len(words) - at), 0, -1)
            if joined(words[at : at + size]) in facts.forms and words[at].text[0].isupper()
        ),
        0,
    )


def title_at(facts: Facts, words: Sequence[Word], at: int) -> int:
    """How many words from an index on make the longest title that is known, 0 for none."""
    return next(
        (
            size
            for size in range(min(LONGEST_TITLE, len(words) - at), 0, -1)
            if joined(words[at : at + size]) in facts.titles and not any(map(own, words[at : at + size]))
        ),
        0,
    )
