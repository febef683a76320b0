"""People whose names do not stay the same: a first name that changes, a surname a letter off, an accent lost."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from newslint.document import Document
from newslint.finding import Fix, Match, Note
from newslint.forms import field, form
from newslint.kinds import near_names
from newslint.kinds.handles import handles
from newslint.kinds.letters import one_letter
from newslint.kinds.small_names import small_names
from newslint.language.people import Person
from newslint.matching.near import Nearby, nearby
from newslint.matching.template import parse
from newslint.matching.words import Hits, words_of
from newslint.patterns import regex
from newslint.rule import ALWAYS, Compiled, Form, Setting
from newslint.span import Span
from newslint.text import fold_case, without_accents


@form
class Names(Form):
    """``check``: which change of a name is looked for; ``relatives``: words that tell of two people of one name."""

    check: Literal["first-name", "near-miss", "variant", "handle", "small"] = field(
        metadata={"help": "which change of a name"}
    )
    relatives: tuple[str, ...] = field(
        default=(), metadata={"help": "words beside a name that tell of two people, such as brother"}
    )


def compile_rule(form: Names, setting: Setting) -> Compiled:
    """The rarer name is reported, else the later, with a note on the other."""
    related = nearby([parse(word) for word in form.relatives], setting.lexicon, "8 words") if form.relatives else None
    check = _CHECKS[form.check]

    def find(document: Document, _: Hits) -> Iterable[Match]:
        found = check([document], related)
        return [match for _, match in found if setting.allowed(document, match.span)]

    def compare(documents: Sequence[Document]) -> Iterable[tuple[int, Match]]:
        return ((at, match) for at, match in check(documents, related) if match.notes[0].name != documents[at].name)

    return Compiled(
        ALWAYS,
        find,
        frozenset({"match", "other"} | ({"spelt"} if form.check == "handle" else set())),
        None if form.check in {"handle", "small"} else compare,
    )


# What introduces a person, after the name.
_WHO = regex(r" ?(?:, (?:aged )?\d{1,3}\b|\(\d{1,3}\)|, (?:a|an|the|who|his|her|their|one)\b(?: \w+){0,3})")
_WHOSE = regex(r"[A-Z][\w-]*(?:'s|s')(?: [a-z-]+){0,4}, $")
_MOST_CALLED = 20
_ROW = regex(
    r"(?<=\w)(?:,| and| or| &|, and| with| against| to| told| from)(?: (?:his|her|their|a|the)(?: \w+){1,2},?)? $"
)
_IN_A_ROW = 40
_JOINED = regex(r"\b([^\W\d_][\w'-]*) and (?=([^\W\d_][\w'-]*))")
_SEVERAL = regex(r"\bthe ([^\W\d_][\w'-]*s)\b")

Check = Callable[[Sequence[Document], Nearby | None], Iterator[tuple[int, Match]]]
Mention = tuple[int, Person]


def _mentions(documents: Sequence[Document]) -> Iterator[Mention]:
    return ((at, one) for at, document in enumerate(documents) for one in document.people)


def _span(one: Person) -> Span:
    return Span(one.name_start, one.name_end)


def _report(documents: Sequence[Document], here: Mention, there: Mention, fix: str | None = None) -> tuple[int, Match]:
    at, one = here
    other_at, other = there
    text = documents[at].text[one.name_start : one.name_end]
    there_text = documents[other_at].text[other.name_start : other.name_end]
    note = Note(documents[other_at].name, _span(other), f"“{there_text}” here")
    values = {"match": text, "other": there_text}
    return at, Match(_span(one), values, (note,), Fix(fix, safe=False) if fix else None)


def _first_names(documents: Sequence[Document], related: Nearby | None) -> Iterator[tuple[int, Match]]:
    """One surname with two first names of the same initial, where nothing tells of two people."""
    by_surname: dict[str, dict[tuple[int, int, str], list[Mention]]] = {}
    for at, one in _mentions(documents):
        if one.given and one.surname and one.who >= 0 and len(one.given.rstrip(".")) > 1:
            by_surname.setdefault(fold_case(one.surname), {}).setdefault((at, one.who, bare(one.given)), []).append(
                (at, one)
            )
    for people in by_surname.values():
        by_given = _by_given(people.values())
        if len(by_given) < 2:
            continue
        main = max(by_given.values(), key=lambda mentions: (len(mentions), -mentions[0][0], -mentions[0][1].start))
        # words such as “the Hales” may speak of others of the surname
        alone = all(given[:1] == bare(main[0][1].given)[:1] for given in by_given)
        for mentions in by_given.values():
            family = alone and any(_family(documents[at], one) for at, one in (main[0], mentions[0]))
            if mentions is not main and not family and _one_person(documents, main, mentions, related):
                yield _report(documents, mentions[0], main[0])


def _by_given(people: Iterable[list[Mention]]) -> dict[str, list[Mention]]:
    """The mentions by first name; people whose name is the same in two articles fall together."""
    found: dict[str, list[Mention]] = {}
    for mentions in people:
        found.setdefault(bare(mentions[0][1].given), []).extend(mentions)
    return found


def _one_person(
    documents: Sequence[Document], main: list[Mention], other: list[Mention], related: Nearby | None
) -> bool:
    """Whether two first names are likely one person's: same initial, the other rare, no word of kinship, no suffix."""
    first, second = main[0][1], other[0][1]
    if not _sounds_like(first.given, second.given) or first.suffix or second.suffix:
        return False
    # of the many Kims and Nguyens two whose names begin alike are two
    two = _surname_first(documents, main[0]) and not one_letter(bare(first.given), bare(second.given))
    if two or (main[0][0] == other[0][0] and _side_by_side(documents[main[0][0]], main, other)):
        return False
    rhyming = bare(first.given)[1:] == bare(second.given)[1:]
    # nobody is called Ted and Ned, though both may be Edward
    if not rhyming and near_names.same_given(documents[main[0][0]], first.given, second.given):
        return False
    if any(_together(documents[at], first.given, second.given) for at in {main[0][0], other[0][0]}):
        return False
    if _siblings(first.given, second.given):
        return False
    articles = {at for at, _ in other}
    if len(other) > 1 and articles & {at for at, _ in main} and 3 * len(other) > len(main):
        return False
    said = [_introduced(documents[at], one) for at, one in (main[0], other[0])]
    if all(said) and said[0] != said[1]:
        return False
    told = {(at, documents[at].sentence(one.start)) for at, one in other}
    close = [(at, one) for at, one in main if (at, documents[at].sentence(one.start)) in told]
    kin = related and any(
        related(documents[at], span) for at, one in (*other, *close) for span in _called(documents[at], one)
    )
    return not kin and not all(_in_the_sheets(documents[at], one) for at, one in (main[0], other[0]))


def _surname_first(documents: Sequence[Document], one: Mention) -> bool:
    at, person = one
    return documents[at].folded.plain.startswith(person.surname, person.name_start)


def _in_the_sheets(document: Document, one: Person) -> bool:
    """Whether the fact sheets know somebody by just this name: Ron Paul, and Rand Paul."""
    facts = document.lexicon.facts() if document.lexicon.facts else None
    name = f"{one.given} {one.surname}"
    return facts is not None and name in facts.people(name)


def _sounds_like(one: str, other: str) -> bool:
    """Whether two first names have one initial, or all but that (Ted, Ned), or are one: Katherine, Catherine."""
    first, second = bare(one), bare(other)
    return first[:1] == second[:1] or first[1:] == second[1:] or _by_ear(first) == _by_ear(second)


def _by_ear(name: str) -> str:
    for letters, sound in (("ph", "f"), ("ck", "k"), ("c", "k"), ("ge", "je"), ("th", "t"), ("y", "i"), ("ei", "i")):
        name = name.replace(letters, sound)
    return name


def _side_by_side(document: Document, one: Iterable[Mention], other: Iterable[Mention]) -> bool:
    """Whether the full names stand in one row, as those of two people do: “Robert Keane and Roberta Keane”."""
    ends = {person.name_end: person for _, person in (*one, *other)}
    lower = document.folded.lower
    for _, person in (*one, *other):
        found = _ROW.search(lower, max(0, person.start - _IN_A_ROW), person.start)
        before = ends.get(found.start()) if found else None
        if before and bare(before.given) != bare(person.given):
            return True
    return False


def _together(document: Document, one: str, other: str) -> bool:
    """Whether two first names are joined: “Doreen and Denise Hale”."""
    joined = document.passing("joined", lambda: frozenset(_JOINED.findall(document.folded.lower)))
    first, second = fold_case(one), fold_case(other)
    return (first, second) in joined or (second, first) in joined


def _introduced(document: Document, one: Person) -> str:
    """Who a person is, beside the name: “, a nurse” after “Doreen Hale”, “the school’s head, ” before it."""
    found = _WHO.match(document.folded.lower, one.name_end)
    if found is None:
        found = _WHOSE.search(document.folded.plain, max(0, one.start - _IN_A_ROW), one.start)
    return found[0] if found else ""


def _called(document: Document, one: Person) -> Iterator[Span]:
    """A mention, and where the article uses the first name, alone or not: “his brother Alexei”."""
    yield _span(one)
    given = fold_case(one.given)
    for at in words_of(document).places(given)[:_MOST_CALLED]:
        yield Span(at, at + len(given))


def _family(document: Document, one: Person) -> bool:
    """Whether the article speaks of several of one surname: “the Hales”."""
    several = document.memo("the Hales", lambda: frozenset(_SEVERAL.findall(document.folded.lower)))
    return f"{fold_case(one.surname)}s" in several


def _siblings(first: str, second: str) -> bool:
    """Whether two first names share their first part, as those of brothers do in Korea and China: Jong Il, Jong Un."""
    one, other = (name.replace("-", " ").lower().split() for name in (first, second))
    return len(one) == len(other) == 2 and one[0] == other[0]


def bare(text: str) -> str:
    """A name without accents, in lower case."""
    return without_accents(fold_case(text))


def _variants(documents: Sequence[Document], _: Nearby | None) -> Iterator[tuple[int, Match]]:
    """One name with and without its accents."""
    written: dict[str, dict[str, list[Mention]]] = {}
    if all(one.surname.isascii() for _, one in _mentions(documents)):
        return
    for at, one in _mentions(documents):
        name = unicodedata.normalize("NFC", one.surname)
        written.setdefault(bare(one.surname), {}).setdefault(name, []).append((at, one))
    for spellings in written.values():
        accents = {
            name: mentions for name, mentions in spellings.items() if fold_case(name) != name.upper().lower() or name
        }
        forms: dict[str, list[Mention]] = {}
        for name, mentions in accents.items():
            forms.setdefault(fold_case(name), []).extend(mentions)
        if len(forms) < 2:
            continue
        main = max(forms.values(), key=lambda mentions: (len(mentions), -mentions[0][0], -mentions[0][1].start))
        for mentions in forms.values():
            if mentions is not main:
                yield from (_report(documents, mention, main[0]) for mention in mentions)


def _near_misses(documents: Sequence[Document], _: Nearby | None) -> Iterator[tuple[int, Match]]:
    for at, span, other_at, other in near_names.pairs(documents):
        text = documents[at].text[span.start : span.end]
        there = documents[other_at].text[other.start : other.end]
        note = Note(documents[other_at].name, other, f"“{there}” here")
        yield at, Match(span, {"match": text, "other": there}, (note,), Fix(there, safe=False))


def _handles(documents: Sequence[Document], _: Nearby | None) -> Iterator[tuple[int, Match]]:
    for at, document in enumerate(documents):
        for handle, other, spelt in handles(document):
            note = Note(document.name, other, "the name here")
            there = document.text[other.start : other.end]
            values = {"match": document.text[handle.start : handle.end], "other": there, "spelt": spelt}
            yield at, Match(handle, values, (note,))


def _small(documents: Sequence[Document], _: Nearby | None) -> Iterator[tuple[int, Match]]:
    for at, document in enumerate(documents):
        for here, there in small_names(document):
            text, other = (document.text[span.start : span.end] for span in (here, there))
            note = Note(document.name, there, f"“{other}” here")
            yield at, Match(here, {"match": text, "other": other}, (note,), Fix(other, safe=False))


_CHECKS: dict[str, Check] = {
    "first-name": _first_names,
    "near-miss": _near_misses,
    "variant": _variants,
    "handle": _handles,
    "small": _small,
}
