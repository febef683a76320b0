"""Office-holders of other years than those of the article: told by what else it says, where it has no date."""

from collections.abc import Callable, Sequence

from newslint.document import Document
from newslint.kinds.article_days import NEVER
from newslint.kinds.certainty import COURTESY, by_courtesy
from newslint.kinds.offices import Statement
from newslint.kinds.spoken_days import tells_of_the_past
from newslint.terms import Term, shifted

# Nobody who left so many days ago is still in the news without a word that says so.
_LONG_AGO = 900
# Who left so many days ago is history, and no writer takes him for a holder of today; of full names with office and
# country that can be said only after twice as long.
_HISTORY = 365 * 15


def outside(document: Document, one: Statement, terms: Sequence[Term], between: Callable[[], tuple[int, int]]) -> str:
    """Why somebody was in office in none of the days that the article can be from; "" where he may have been.

    A writer who means the holder of another time says so: former, then, under, a year.
    """
    if one.former or by_courtesy(one.title, one.place) or tells_of_the_past(document, one):
        return ""
    first, last = between()
    gone = not any(term.open for term in terms) and all(shifted(term.end[1], _LONG_AGO) < first for term in terms)
    history = _HISTORY if COURTESY.search(one.title) or not (one.place and one.person.given) else 2 * _HISTORY
    if gone and any(shifted(term.end[1], history) > first for term in terms):
        return f"{terms[0].person} had left office before what the article tells of"
    if last < NEVER and all(term.start[0] > shifted(last, _LONG_AGO) for term in terms):
        return f"{terms[0].person} took office after what the article tells of"
    return ""
