"""A holder's name that is not quite his: another first name, or a letter off."""

from collections.abc import Sequence
from typing import Literal

from newslint.document import Document
from newslint.facts import Facts, name_words
from newslint.kinds.letters import apart
from newslint.kinds.offices import Statement
from newslint.terms import HANDOVER, NOBODY, Office, on
from newslint.transliteration import OTHER_SCRIPT, sound

Slip = Literal["first-name", "spelling"]
# Titles that only the offices of countries have.
_OF_COUNTRIES = frozenset(
    "prime minister|foreign minister|finance minister|defence minister|defense minister|defence secretary"
    "|defense secretary|foreign secretary|home secretary|treasury secretary|house speaker".split("|")
)
# A surname with fewer letters is too easily another one.
_SHORTEST = 5


def find_slip(
    document: Document, facts: Facts, one: Statement, offices: Sequence[Office], day: int | None
) -> tuple[Slip, str, str] | None:
    """A holder's name with another first name, or a letter off: which, the holder, the name mended."""
    printed = document.folded.plain[one.person.name_start : one.person.name_end]
    words = name_words(printed)
    for office in offices:
        foreign = facts.country(office) in OTHER_SCRIPT
        for layer in office.layers:
            for term in layer.terms:
                recent = day is None or on(term, day, HANDOVER) is not False
                if recent and (found := _near(document, facts, one, words, printed, term.person, day, foreign=foreign)):
                    return found[0], term.person, found[1]
    return None


def other_given(document: Document, facts: Facts, one: Statement, offices: Sequence[Office]) -> tuple[str, str] | None:
    """A holder of the office with a first name that is nobody's there: the holder, and the name mended.

    Without a place the surname must be a rare one; families with several in office are passed over.
    """
    printed = document.folded.plain[one.person.name_start : one.person.name_end]
    words, lists = name_words(printed), document.lexicon
    if len(words) < 2 or one.person.suffix or len(words[0]) < 3 or facts.people(printed):
        return None
    first, last = words[0], words[-1]
    if first not in lists.folded("first-names", "first-names-ambiguous") or last in lists.folded("families-in-office"):
        return None
    if not (one.place or one.title in _OF_COUNTRIES) and last in lists.folded("surnames"):
        return None
    terms = [term for office in offices for layer in office.layers for term in layer.terms]
    meant = {term.person for term in terms if name_words(term.person)[-1:] == (last,)}
    if len(meant) != 1 or facts.family_first(holder := meant.pop()):
        return None
    wanted = name_words(holder)[0]
    if wanted[0] == first[0] or len(wanted) < 3 or facts.same_given(first, wanted):
        return None
    return holder, f"{holder.partition(' ')[0]} {printed.partition(' ')[2]}"


def _near(  # noqa: PLR0911, PLR0913, PLR0917 - the two names and what is known of both
    document: Document,
    facts: Facts,
    one: Statement,
    words: tuple[str, ...],
    printed: str,
    holder: str,
    day: int | None,
    *,
    foreign: bool,
) -> tuple[Slip, str] | None:
    wanted = name_words(holder)
    if facts.family_first(holder) or holder == NOBODY or len(wanted[-1]) < 4:
        return None
    # not whom a short form of his name makes of him: Jack Sullivan is no John
    if any(name_words(person)[0] == words[0] or len(words) == 1 for person in facts.people(printed)):
        return None
    given, _, surname = holder.partition(" ")
    surname = surname.rpartition(" ")[2] or given
    _, _, rest = printed.partition(" ")
    lists = document.lexicon
    if len(words) > 1 and words[-1] == wanted[-1]:
        first = words[0]
        if len(first) < 3 or sound(first, foreign=foreign) == sound(wanted[0], foreign=foreign) or one.person.suffix:
            return None
        close = first[0] == wanted[0][0] and not apart(first, wanted[0], 2)
        if first in lists.folded("first-names", "first-names-ambiguous"):
            good = close or (day is not None and first[0] == wanted[0][0])
            return ("first-name", f"{given} {rest}") if good else None
        return ("spelling", f"{given} {rest}") if first != wanted[0] and not apart(first, wanted[0], 1) else None
    last = words[-1]
    alike = sound(last, foreign=foreign) == sound(wanted[-1], foreign=foreign)
    if len(last) < _SHORTEST or alike or last == wanted[-1] or apart(last, wanted[-1], 1):
        return None
    if len(words) > 1:
        if not facts.same_given(words[0], wanted[0]) or last in lists.folded("surnames"):
            return None
    elif last in lists.folded("surnames", "first-names") or facts.people(last) or not one.place:
        return None
    before, blank, _ = printed.rpartition(" ")
    return "spelling", f"{before}{blank}{surname}"
