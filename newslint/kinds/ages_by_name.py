"""Ages beside names that nobody need know: two ages of one name, whatever name it is."""

from collections.abc import Iterable, Iterator
from itertools import chain

from newslint.document import Document
from newslint.kinds.ages import namesake, of_another_time
from newslint.kinds.ages_behind import counts_in_parentheses
from newslint.kinds.marked_figures import Pair
from newslint.language.figure import Figure, found_figure
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.text import printed

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w'-]*\w"
_SMALL = r"(?:de|del|della|da|di|dos|du|la|le|van|von|der|den|ter|bin|ibn|al|el|y)"
NAME = rf"(?P<name>{_CAPITAL}(?: (?:{_SMALL} ){{0,2}}{_CAPITAL}){{0,3}})"
NUMBER = r"(?P<age>[1-9][0-9]?|10[0-9])"
_ENDS = r"(?=[,.;)]| (?:and|who|has|was|is|said|says|will|had|told)\b| of [A-Z])"
_MAN = r"(?:[a-z][a-z'-]+ ){0,4}[a-z][a-z'-]+"
# “Ruth Hale, 44,”, “Hale, a nurse, 44,”, “Hale, who is 44”, “Hale is 44.”, “Hale, a 44-year-old nurse”
_FORMS = (
    regex(rf"\b{NAME}(?:, | \()(?:aged |age |now |who is |who is now |who turned |is )?{NUMBER}{_ENDS}"),
    regex(rf"\b{NAME}, (?:an?|the) {_MAN}(?:,|,? who is|,? aged) {NUMBER}{_ENDS}"),
    regex(rf"\b{NAME},? (?:who )?(?:is|is now|turned|has turned) {NUMBER}(?: years old)?(?=[,.;]| and\b| in [A-Z])"),
    regex(rf"\b{NAME}, (?P<was>who was) {NUMBER}(?: years old)?,"),
    regex(rf"\b{NAME}, (?:an?|the) (?:[a-z-]+ ){{0,2}}{NUMBER}-year-old\b"),
    regex(rf"\b{NUMBER}-year-old (?:[a-z-]+ ){{0,3}}{NAME}"),
    regex(rf"\b(?:[Tt]he|[Aa]n?) {NUMBER}-year-old {_MAN}, {NAME},"),
    regex(rf"(?:^|[.!?] |\n)At {NUMBER}, {NAME} (?:is|are|has|remains|was)\b"),
    regex(rf"\b{NAME}(?:,? who)?,? (?:has )?(?P<died>died|passed away)\b[^.;\"A-Z]{{0,12}}(?:[A-Z][^.;\"]{{0,40}}?)?"
          rf" (?:at the age of|at age|aged|at) {NUMBER}{_ENDS}"),
    regex(rf"\b{NAME},? (?:who )?(?:celebrated|marked) (?:his|her) {NUMBER}(?:st|nd|rd|th) birthday\b"),
    regex(rf"\b(?P<given>{_CAPITAL}) and {NAME}, both (?:aged )?{NUMBER}{_ENDS}"),
)  # fmt: skip
# A number that may be an age, by what stands behind it and before it.
_MAY_BE = regex(
    r"(?<![\w.,$£€-])(?P<age>[1-9][0-9]?|10[0-9])(?:(?P<sure>-years?-old\b| years old\b|(?:st|nd|rd|th) birthday\b)"
    r"|(?=[,.;)\n]| (?:and|who|has|was|is|said|says|will|had|told|in|when|last|this|on)\b| of [A-Z]))"
)
_LEADS = (
    ", ",
    " (",
    "aged ",
    "age ",
    "is ",
    "was ",
    "now ",
    "turned ",
    "at ",
    "At ",
    "age of ",
    "of ",
    "turns ",
    "only ",
)
_TITLES = frozenset(
    "Mr Mrs Ms Miss Dr Prof Professor Sir Dame Lord Lady Rev Father Sister Judge Justice President Senator Sen Rep Gov"
    " Governor Mayor Councillor Cllr Captain Capt Sergeant Sgt Major Colonel Col General Gen Lieutenant Officer"
    " Detective Inspector Constable Minister Chancellor Secretary King Queen Prince Princess Pope Coach Private"
    " Chief".split()
)
# Words that open a sentence before a name, or stand with a capital for another reason.
_OPENERS = frozenset(
    "But And When While After As For In At On With Although Though If Since Meanwhile Yesterday Later Today That Then"
    " Because Like Before By From Now Like To Unlike So Also Both Neither Once Until Where Only Even Yet Instead Of Or"
    " Nor Monday Tuesday Wednesday Thursday Friday Saturday Sunday Her His Their My Our The This She He They It".split()
)
_NO_NAMES = frozenset("Age Aged Born Now The".split())
_KIN = regex(
    r"\b(?:son|daughter|wife|husband|mother|father|brother|sister|child|children|widow|widower|boy|girl|parents?|cousin"
    r"|nephew|niece|uncle|aunt|twin|grand\w+|partner|fianc\w+)(?: \w+)? of (?:\w+ ){0,2}$"
)
_NO_PERSON = regex(r"\b(?:in|from|near|outside|to|beat|beats|against|over) $")
_BEFORE = 30


_PART = regex(rf"\b(?:{_CAPITAL}|[A-Z]|{_SMALL})\b")
_LOWER = regex(r"\b[a-z][a-z'-]+")


class Aged(NamedTuple):
    """A name with the age beside it; the words of the name without titles; ``time``: now, was, died."""

    figure: Figure
    words: tuple[str, ...]
    time: str


def ages_by_name(document: Document) -> Iterator[Pair]:
    """Each age that is not the one which the same name has had before."""
    if len(set(possible_ages(document).values())) < 2:
        return
    aged = aged_names(document)
    if len({one.figure.value for one in aged}) < 2 or len({one.words[-1] for one in aged}) == len(aged) == 1:
        return
    known: dict[tuple[str, str], Aged] = {}
    done: set[int] = set()
    for one in aged:
        who = _who(document, one)
        if who is None or one.figure.start in done:
            continue
        first = known.setdefault(who, one)
        if first.figure.value != one.figure.value and not _apart(document, first, one):
            done.add(one.figure.start)
            yield one.figure, first.figure


def aged_names(document: Document, *, ever: bool = False) -> list[Aged]:
    """The names with an age beside them, in their order; with ``ever`` also the ages of another time."""
    found: list[Aged] = document.memo(
        ("aged names", ever), lambda: sorted(_aged(document, ever=ever), key=lambda one: one.figure.start)
    )
    return found


def possible_ages(document: Document) -> dict[int, int]:
    """Where a number stands that may be an age, and which: “44-year-old”, “Hale, 44,”, “at 44”."""
    return document.memo("possible ages", lambda: dict(_possible(document.folded.plain)))


def _possible(plain: str) -> Iterator[tuple[int, int]]:
    for found in _MAY_BE.finditer(plain):
        start = found.start()
        if found["sure"] or plain.endswith(_LEADS, 0, start):
            yield start, int(found["age"])


def lines(plain: str, places: Iterable[int]) -> list[tuple[int, int]]:
    """The lines in which places lie, which come in their order, each with the break before it."""
    found, end = [], 0
    for at in places:
        if at >= end:
            start, end = max(0, plain.rfind("\n", 0, at)), plain.find("\n", at)
            end = len(plain) if end < 0 else end + 1
            found.append((start, end))
    return found


def _aged(document: Document, *, ever: bool) -> Iterator[Aged]:
    plain, lower = document.folded.plain, document.folded.lower
    seen: set[int] = set()
    aged = lines(plain, possible_ages(document))
    for form in _FORMS:
        for found in chain.from_iterable(form.finditer(plain, *line) for line in aged):
            start = found.start("age")
            words = name_words(found["name"])
            counted = lower.endswith("(", 0, start) and counts_in_parentheses(document)
            if start in seen or counted or not words or words[-1] in _NO_NAMES:
                continue
            before = lower[max(0, found.start("name") - _BEFORE) : found.start("name")]
            if _KIN.search(before) or (len(words) == 1 and _NO_PERSON.search(before)):
                continue
            seen.add(start)
            figure = found_figure(found, "age", "age")
            groups = found.groupdict()
            time = next((time for time in ("was", "died") if groups.get(time)), "now")
            if ever or not of_another_time(document, figure):
                yield Aged(figure, tuple(words), time)
                if given := groups.get("given"):
                    yield Aged(figure, (given, words[-1]), time)


def name_words(name: str) -> list[str]:
    """The words of a name without titles, and without what opens the sentence before it."""
    words = [word for word in name.split() if word.rstrip(".") not in _TITLES]
    while words and (words[0] in _OPENERS or words[0].islower()):
        words.pop(0)
    return words


def _who(document: Document, one: Aged) -> tuple[str, str] | None:
    """First and last name of whom an age is; None where it may be one of several."""
    last = one.words[-1]
    if len(one.words) > 1:
        return one.words[0], last
    firsts = first_names(document, last)
    if len(firsts) == 1:
        return next(iter(firsts)), last
    full = {words for words, start in _by_first(document).get(last, ()) if start < one.figure.start}
    if firsts or len(full) > 1:
        return None
    return (next(iter(full))[0], next(iter(full))[-1]) if full else ("", last)


def _by_first(document: Document) -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """The first two full names with an age that begin with a word, and where each first stands."""

    def find() -> dict[str, list[tuple[tuple[str, ...], int]]]:
        known: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for one in aged_names(document):
            met = known.setdefault(one.words[0], [])
            if len(one.words) > 1 and len(met) < 2 and all(words != one.words for words, _ in met):
                met.append((one.words, one.figure.start))
        return known

    return document.memo("aged by first name", find)


def first_names(document: Document, last: str) -> frozenset[str]:
    """The first names that stand before a last name in the article."""
    known: dict[str, set[str]] = document.memo("first names", lambda: _find_firsts(document))
    return frozenset(known.get(last, ()))


def _find_firsts(document: Document) -> dict[str, set[str]]:
    plain = document.folded.plain
    small = printed(_LOWER, plain)
    known: dict[str, set[str]] = {}
    row: list[str] = []
    end = -1
    for found in _PART.finditer(plain):
        between = {" ", ". "} if row and len(row[-1]) == 1 else {" "}
        row = row[-2:] if plain[end : found.start()] in between and end >= 0 else []
        word, end = found[0], found.end()
        # “Student Hale” opens a sentence
        opens = not row and word.lower() in small
        if word not in _OPENERS and word not in _TITLES and not opens:
            firsts = [one for one in row if not one.islower()]
            if firsts and not word.islower():
                known.setdefault(word, set()).add(firsts[0])
            row.append(word)
    return known


def _apart(document: Document, first: Aged, one: Aged) -> bool:
    """Whether the two may be of different people, or a middle name tells that they are."""
    if first.time != one.time and "died" not in {first.time, one.time}:
        return True
    middles = {other.words[1:-1] for other in (first, one) if len(other.words) > 2}
    return len(middles) > 1 or namesake(document, first.figure) or namesake(document, one.figure)
