"""Names of an article's people that stand in lower case at one of their places."""

from collections.abc import Iterator

from newslint.document import Document
from newslint.matching.frequency import UNKNOWN, level
from newslint.matching.words import words_of
from newslint.patterns import regex
from newslint.span import Span
from newslint.text import fold_case

_LEAST = 4
# Beside these a word is part of an address or an account.
_BEFORE_IT, _AFTER_IT = regex(r"[\w@#&/.]"), regex(r"[\w@#&/]|\.\w")
# A form of address or an office, behind which a word that is in the dictionary is a name all the same.
_ADDRESSED = regex(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Sir|Lord|Lady|President|Senator|Secretary|Chancellor|Judge|Justice|Minister"
    r"|Representative|Governor|Mayor|Professor|General)s?\.? $"
)
# Small words behind which such a word is the name, where the article is about its bearer: "criticised by trump".
_BEHIND = frozenset("by with from said told against about while when if that called".split())
# “about palm oil” is about no Mr Palm.
_NAME_ENDS = regex(
    r"(?:'s)?(?:[^\w ]|$| (?:and|or|as|at|but|by|for|from|had|has|he|in|is|last|of|on|she|that|to|was|who|will|with"
    r"|would)\b)"
)
_ABOUT, _RARE = 3, 3
_BEFORE = 24
# A sentence with capitals has one so far from its start; characters.
_OPENING = 80


def small_names(document: Document) -> Iterator[tuple[Span, Span]]:
    """Each name in lower case, and where it stands with its capital first."""
    plain, words = document.folded.plain, words_of(document)
    surnames: dict[str, Span] = {}
    given: dict[str, set[str]] = {}
    full: dict[tuple[str, str], Span] = {}
    for one in document.people:
        surname = fold_case(one.surname)
        if len(surname) >= _LEAST and surname in words.known and one.surname[:1].isupper():
            given.setdefault(surname, set()).add(one.given)
            surnames.setdefault(surname, Span(one.name_end - len(surname), one.name_end))
            if (
                len(one.given) >= _LEAST - 1
                and level(fold_case(one.given)) == UNKNOWN
                and plain.startswith(one.given, one.name_start)
            ):
                full.setdefault((one.given, one.surname), Span(one.name_start, one.name_start + len(one.given)))
    for surname, there in surnames.items():
        for start in words.places(surname):
            here = Span(start, start + len(surname))
            if plain[start].islower() and _alone(document, here) and _is_name(document, here, given[surname]):
                yield here, there
    for (first, last), there in full.items():
        for start in words.places(fold_case(first)):
            here = Span(start, start + len(first))
            if plain[start].islower() and plain.startswith(f" {last}", here.end) and _alone(document, here):
                yield here, there


def _alone(document: Document, span: Span) -> bool:
    """Whether a word is one of the article's own; in a line without capitals nothing can be told."""
    plain, start = document.folded.plain, document.sentence(span.start).start
    if (span.start and _BEFORE_IT.match(plain, span.start - 1)) or _AFTER_IT.match(plain, span.end):
        return False
    opens = start == span.start
    opening = plain[start : min(span.start, start + _OPENING)]
    return (opens or any(map(str.isupper, opening))) and not document.quoted(span)


def _is_name(document: Document, span: Span, given: set[str]) -> bool:
    """Whether a surname in lower case is nothing else: no word of a dictionary, or behind a first name or a title."""
    plain = document.folded.plain
    word = plain[span.start : span.end]
    if level(word) == UNKNOWN:
        return True
    before = plain[max(document.sentence(span.start).start, span.start - _BEFORE) : span.start]
    last = before.rstrip(" ").rpartition(" ")[2]
    if _ADDRESSED.search(before) or last in given - {""}:
        return True
    if last.lower() in document.lexicon.folded("first-names"):
        return last[:1].isupper()
    about = len(words_of(document).places(word)) > _ABOUT and level(word) >= _RARE
    return about and last.lower() in _BEHIND and bool(_NAME_ENDS.match(plain, span.end))
