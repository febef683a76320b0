"""Office-holders of other years than those of the article: told by what else it says, where it has no date."""

from collections import Counter
from collections.abc import Callable, Sequence

from newslint.document import Document
from newslint.facts import Facts, name_words
from newslint.kinds.article_days import NEVER
from newslint.kinds.certainty import by_courtesy
from newslint.kinds.offices import Statement
from newslint.kinds.spoken_days import tells_of_the_past
from newslint.terms import Office, Term, shifted

# Nobody who left so many days ago is still in the news without a word that says so.
_LONG_AGO = 900
# Who left so many days ago is history, and no writer takes him for a holder of today.
_HISTORY = 365 * 15
# Holders who came into office so many years apart are of one time.
_ONE_TIME = 15 * 10000


def outside(document: Document, one: Statement, terms: Sequence[Term], between: Callable[[], tuple[int, int]]) -> str:
    """Why somebody was in office in none of the days that the article can be from; "" where he may have been.

    A writer who means the holder of another time says so: former, then, under, a year.
    """
    if one.former or by_courtesy(one.title, one.place) or tells_of_the_past(document, one):
        return ""
    first, last = between()
    gone = not any(term.open for term in terms) and all(shifted(term.end[1], _LONG_AGO) < first for term in terms)
    if gone and any(shifted(term.end[1], _HISTORY) > first for term in terms):
        return f"{terms[0].person} had left office before what the article tells of"
    if last < NEVER and all(term.start[0] > shifted(last, _LONG_AGO) for term in terms):
        return f"{terms[0].person} took office after what the article tells of"
    return ""


def replaced(document: Document, facts: Facts, one: Statement, fitting: Sequence[tuple[Office, Term]]) -> str:
    """That the article goes on with another holder, by surname alone, and never introduces him; else ""."""
    if one.former or by_courtesy(one.title, one.place) or not (orphans := _orphans(document)):
        return ""
    for office, mine in fitting:
        for term in (term for layer in office.layers for term in layer.terms):
            words = name_words(term.person)
            surname = words[0 if facts.family_first(term.person) else -1] if words else ""
            near = abs(term.start[0] - mine.start[0]) < _ONE_TIME and surname not in name_words(one.person.surname)
            if near and surname in orphans and not tells_of_the_past(document, one):
                return f"the article goes on with {surname.title()}, whom it does not introduce"
    return ""


def _orphans(document: Document) -> frozenset[str]:
    """Surnames, folded, that the article has more than once, or with Mr, and never with a first name or an office."""
    return document.memo("orphans", lambda: frozenset(_find_orphans(document)))


def _find_orphans(document: Document) -> set[str]:
    alone = Counter(one.surname.lower() for one in document.people if not one.given)
    called = {one.surname.lower() for one in document.people if one.honorific}
    full = {one.surname.lower() for one in document.people if one.given or one.title}
    return {surname for surname, times in alone.items() if times > 1 or surname in called} - full
