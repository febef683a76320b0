"""Whether somebody held the office that the article gives him in the days of which it speaks."""

from collections.abc import Sequence

from newslint.document import Document
from newslint.facts import LEADER, Facts
from newslint.kinds.office_years import outside
from newslint.kinds.offices import Statement
from newslint.kinds.spoken_days import speaks_of_now, spoken_days
from newslint.kinds.successors import named_instead
from newslint.kinds.verdicts import Days, Verdict, both
from newslint.patterns import regex
from newslint.span import Span
from newslint.terms import HANDOVER, NOBODY, Office, Term, held_on, holders, shifted

_SIDES = ("majority leader", "minority leader")
_YEAR = regex(r"\b(?:19|20)\d\d\b|\b(?:when|ago|then)\b")
_MIGHT = regex(r"\b(?:would|could|might|may)\b")
# So many days after it a term is long over: nobody is called by it any more.
_LONG_OVER = 400


def of_a_holder(
    document: Document, facts: Facts, one: Statement, fitting: Sequence[tuple[Office, Term]], days: Days
) -> Verdict:
    """The verdict on somebody who held the office at some time."""
    if found := _party(document, facts, one, fitting) or _then(document, one, fitting, days):
        return found
    held = _held(document, facts, one, fitting, days)
    return held if held.says == "wrong" else _of_other_years(document, facts, one, fitting, days) or held


def _party(document: Document, facts: Facts, one: Statement, fitting: Sequence[tuple[Office, Term]]) -> Verdict | None:
    """Somebody to whom the article gives another party than the one that he was in all the time."""
    parties = {facts.party.get(term.person, "") for _, term in fitting}
    party = parties.pop()
    if not one.party or not party or parties or party == one.party or document.quoted(Span(one.start, one.end)):
        return None
    return Verdict(one, "party", f"{fitting[0][1].person} is a {party}")


def _then(document: Document, one: Statement, fitting: Sequence[tuple[Office, Term]], days: Days) -> Verdict | None:
    """Somebody who did not hold the office in the time that his own sentence names; None where it need not be so.

    A title of today for what somebody did before he had it is usual, but not in an article from after his time.
    """
    spoken = spoken_days(document, one)
    if spoken is None or document.quoted(Span(one.start, one.end)):
        return None
    gone = spoken.after and all(not term.open and _over(term, days.between()[0], 2 * HANDOVER) for _, term in fitting)
    for _, term in fitting:
        later = spoken.first > shifted(term.end[1], HANDOVER) and not term.open
        sooner = shifted(spoken.last, HANDOVER) < term.start[0]
        if not (later and spoken.after) and not (sooner and (spoken.before or gone)):
            return None
    held = holders(fitting[0][0], spoken.first) if one.title != LEADER else None
    if held and NOBODY not in held:
        return Verdict(one, "then", f"{both(held)} held it")
    return Verdict(one, "then", f"{fitting[0][1].person} did not hold it")


def _over(term: Term, day: int, days: int) -> bool:
    """Whether a term was over for so many days on a day."""
    return shifted(term.end[1], days) < day


def _held(
    document: Document, facts: Facts, one: Statement, fitting: Sequence[tuple[Office, Term]], days: Days
) -> Verdict:
    """Somebody who held the office at some time; wrong only if all that lies after the article, or long before it."""
    day = days.article
    gone = not any(term.open for _, term in fitting) and speaks_of_now(document, one)
    if gone and all(_over(term, days.between()[0], _LONG_OVER) for _, term in fitting):
        held = holders(fitting[0][0], day) if day and one.title != LEADER else None
        if held and NOBODY not in held:
            return Verdict(one, "wrong", f"{both(held)} held it on the article’s date")
        return Verdict(one, "wrong", f"{fitting[0][1].person} had left office before the article’s date")
    if day is None or one.former or any(held_on(office, term.person, day) is not False for office, term in fitting):
        return Verdict(one, "right")
    if all(term.start[1] > shifted(day, 2 * HANDOVER) for _, term in fitting) and not _if_elected(document, one):
        person = fitting[0][1].person
        if not one.offices:
            return Verdict(one, "wrong", f"{person} took office after the article’s date")
        held = holders(fitting[0][0], day) if one.title != LEADER else None
        if held and NOBODY not in held:
            return Verdict(one, "wrong", f"{both(held)} held it on the article’s date")
    if not _YEAR.search(document.folded.lower, *document.sentence(one.start)):
        for office, term in fitting:
            side = _other_side(facts, office)
            if side and term.person in (holders(side, day) or ()):
                return Verdict(one, "wrong", f"{term.person} was {side.name} on the article’s date")
    return Verdict(one, "unknown")


def _of_other_years(
    document: Document, facts: Facts, one: Statement, fitting: Sequence[tuple[Office, Term]], days: Days
) -> Verdict | None:
    """Somebody who held the office in other years than those that an article without a date tells of."""
    if document.quoted(Span(one.start, one.end)):
        return None
    holder = "" if days.article else named_instead(document, facts, one, fitting)
    terms = [term for _, term in fitting]
    said = (
        f"the article goes on with {holder}, who held it too" if holder else outside(document, one, terms, days.between)
    )
    return Verdict(one, "outside", said) if said else None


def _if_elected(document: Document, one: Statement) -> bool:
    """Whether it is of what might be under somebody: “Under President Trump, the plan might …”."""
    sentence, lower = document.sentence(one.start), document.folded.lower
    return lower.endswith("under ", sentence.start, one.start) and bool(_MIGHT.search(lower, *sentence))


def _other_side(facts: Facts, office: Office) -> Office | None:
    """The other of a house’s two leaders: nobody calls the majority’s by what he was in the minority."""
    for one, other in (_SIDES, _SIDES[::-1]):
        if one in office.titles:
            return next(iter(facts.find(other, office.place.lower().removeprefix("the "))), None)
    return None
