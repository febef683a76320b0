"""Names that every reader knows, a letter or two off: places, firms and bodies, and famous people by full names."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from newslint.document import Document
from newslint.finding import Fix, Match
from newslint.forms import field, form
from newslint.kinds.near_names import bare
from newslint.kinds.spelling import listed
from newslint.language.names import capitalised_runs
from newslint.language.people import Person
from newslint.lexicon import Lexicon
from newslint.matching.frequency import UNKNOWN, level
from newslint.matching.words import Hits
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.rule import ALWAYS, Compiled, Form, Problem, Setting
from newslint.span import Span
from newslint.text import without_accents

# A name of fewer letters is near too many others; two letters may be off only in a long one.
_LEAST, _LONG = 6, 9
# Beside the other word of its name a word of so many letters can be judged.
_SHORT = 3
# A name that stands so often is the article's own.
_OWN = 3
_WORD = regex(r"[A-Z][^\W\d_]*[a-z]")
# Words that have a capital only because they open a sentence.
_OPENERS = frozenset(
    "a an the in at on by of to for from near with without and but or as if when after before since while though "
    "although because until under over into across against outside inside around between during about like than this "
    "that these his her its their our my no not so yet then now".split()
)


@form
class Familiar(Form):
    """``words``: lists of names, each word known by itself; ``people``: of full names; ``allow``: names near them."""

    words: tuple[str, ...] = field(default=(), metadata={"help": "word lists of places, firms and bodies"})
    allow: tuple[str, ...] = field(
        default=(), metadata={"help": "names that are right although they are near a known one"}
    )
    people: tuple[str, ...] = field(
        default=(), metadata={"help": "word lists of famous people, first name and surname"}
    )


class _Known(NamedTuple):
    """The words of names, their neighbours in them, people's surnames by their first names, and the other way round."""

    words: frozenset[str]
    behind: dict[str, set[str]]
    before: dict[str, set[str]]
    surnames: dict[str, set[str]]
    given: dict[str, set[str]]


def compile_rule(form: Familiar, setting: Setting) -> Compiled:
    """``{word}`` is the name as it should be."""
    lexicon = setting.lexicon
    for key in ("words", "people"):
        for at, name in enumerate(getattr(form, key)):
            if not lexicon.entries(name):
                setting.problems.append(Problem((key, at), f"no word list “{name}”; expected one in lists/"))

    allow = frozenset(form.allow)

    def known() -> _Known:
        return lexicon.memo(("known names", form.words, form.people), lambda: _read(lexicon, form))

    def find(document: Document, _: Hits) -> Iterable[Match]:
        found = [*_words(document, known()), *_people(document, known()), *_pairs(document, known())]
        found += _surnames(document, known())
        found = list({one.span: one for one in found}.values())
        return (one for one in found if one.values["match"] not in allow and setting.allowed(document, one.span))

    return Compiled(ALWAYS, find, frozenset({"match", "word"}))


def _read(lexicon: Lexicon, form: Familiar) -> _Known:
    entries = "\n".join("\n".join(lexicon.entries(name)) for name in form.words)
    surnames: dict[str, set[str]] = {}
    given: dict[str, set[str]] = {}
    for full in (entry for name in form.people for entry in lexicon.entries(name)):
        first, _, last = full.partition(" ")
        surnames.setdefault(bare(first), set()).add(last)
        given.setdefault(bare(last), set()).add(first)
    behind: dict[str, set[str]] = {}
    before: dict[str, set[str]] = {}
    for one, other in (pair for entry in entries.split("\n") for pair in pairwise(entry.split(" "))):
        if one.istitle() and other.istitle() and one.isalpha() and other.isalpha():
            behind.setdefault(one, set()).add(other)
            before.setdefault(other, set()).add(one)
    return _Known(frozenset(_WORD.findall(entries)), behind, before, surnames, given)


def _words(document: Document, known: _Known) -> Iterator[Match]:
    """Capitalised words that nothing knows, near one name that everybody does."""
    first_names = document.lexicon.folded("first-names")
    found: dict[str, list[Span]] = {}
    for start, _, run in capitalised_runs(document.folded):
        at, before = start, ""
        for piece in run.split(" "):
            word = piece.rstrip(",.")
            # behind a name it is part of it: Tetsuo Kotani is nobody's Kobani
            alone = not before or before in _OPENERS or (level(before) < UNKNOWN and before not in first_names)
            if alone and len(word) >= _LEAST and word[1:].islower() and word.isascii():
                found.setdefault(word, []).append(Span(at, at + len(word)))
            at, before = at + len(piece) + 1, word.lower()
    strange = {word: spans for word, spans in found.items() if len(spans) < _OWN and _strange(document, word)}
    if not strange:
        return
    persons = [Span(one.start, one.end) for one in document.people]
    by_letter: dict[str, list[str]] = {}
    for word, spans in strange.items():
        if word[0] not in by_letter:
            by_letter[word[0]] = [name for name in known.words if name[0] == word[0] and len(name) >= _LEAST]
        near = [name for name in by_letter[word[0]] if _slip(word.lower(), name.lower())]
        # of Pakistan and Pakistani the first is enough
        right = [name for name in near if not any(name.startswith(one) and name != one for one in near)]
        if len(right) == 1 and not any(one.start <= spans[0].start < one.end for one in persons):
            yield _match(document, spans[0], right[0])


def _pairs(document: Document, known: _Known) -> Iterator[Match]:
    """A word that nothing knows beside the word that makes a known name with one near it: "New Yrok"."""
    for start, _, run in capitalised_runs(document.folded):
        pieces = [piece.rstrip(",.") for piece in run.split(" ")]
        at = start
        for place, (piece, word) in enumerate(zip(run.split(" "), pieces, strict=True)):
            left = pieces[place - 1] if place else ""
            right = pieces[place + 1] if place + 1 < len(pieces) and piece == word else ""
            names = known.behind.get(left, set()) | known.before.get(right, set())
            if names and word.istitle() and word.isascii() and word.isalpha() and word not in known.words:
                near = [name for name in names if _one_off(word.lower(), name.lower())]
                if len(near) == 1 and _strange(document, word):
                    yield _match(document, Span(at, at + len(word)), near[0])
            at += len(piece) + 1


def _one_off(word: str, name: str) -> bool:
    """Whether one letter was lost, added, changed or put in another place, plurals apart."""
    from rapidfuzz.distance import OSA

    if len(name) < _SHORT or len(word) < _SHORT or {word, name} == {min(word, name), min(word, name) + "s"}:
        return False
    return OSA.distance(word, name, score_cutoff=1) == 1


def _strange(document: Document, word: str) -> bool:
    low = word.lower()
    stems = (low, low.removesuffix("s"), low.removesuffix("es"), low.removesuffix("an"), low.removesuffix("ian"))
    every = listed(document.lexicon)
    return level(low) == UNKNOWN and not any(stem in every for stem in stems)


def _slip(word: str, name: str) -> bool:
    """Whether a letter inside the name was lost, doubled, changed or put in another place; the ends of names vary."""
    from rapidfuzz.distance import OSA

    if abs(len(word) - len(name)) > 1 + (len(name) >= _LONG) or word in name or name in word or word[:-1] == name[:-1]:
        return False
    if word.replace("y", "i") == without_accents(name).replace("y", "i"):
        return False
    long = len(name) >= _LONG and word[:3] == name[:3] and word[-2:] == name[-2:]
    return OSA.distance(word, name, score_cutoff=2) <= (2 if long else 1)


def _people(document: Document, known: _Known) -> Iterator[Match]:
    """Famous people whose first name or surname is a letter or two off."""
    common = document.lexicon.folded("surnames")
    first_names = document.lexicon.folded("first-names")
    for one in document.people:
        if not one.given or one.suffix or one.middle:
            continue
        given, surname = bare(one.given), bare(one.surname)
        if one.surname in known.surnames.get(given, ()):
            continue
        if len(surname) >= _LEAST - 1 and surname not in common and level(surname) == UNKNOWN:
            right = [name for name in known.surnames.get(given, ()) if _near(surname, bare(name))]
            if len(right) == 1:
                yield _match(document, _surname_of(document, one), right[0])
        if len(surname) >= _LEAST - 1 and given not in first_names and level(given) == UNKNOWN and len(given) > 3:
            right = [name for name in known.given.get(surname, ()) if _near(given, bare(name))]
            if len(right) == 1:
                yield _match(document, Span(one.name_start, one.name_start + len(one.given)), right[0])


def _surnames(document: Document, known: _Known) -> Iterator[Match]:
    """Famous surnames by themselves, a letter off, of nobody whom the article introduces."""
    common = document.lexicon.folded("surnames", "first-names")
    introduced = {bare(one.surname) for one in document.people if one.given}
    alone: dict[str, list[Person]] = {}
    for one in document.people:
        if not one.given and one.surname.isalpha():
            alone.setdefault(bare(one.surname), []).append(one)
    for surname, places in alone.items():
        odd = surname not in common and surname not in introduced and _strange(document, surname)
        if odd and len(surname) >= _LEAST - 1 and len(places) < _OWN:
            right = {
                name
                for name in known.given
                if len(name) >= _LEAST - 1 and _near(surname, name) and _slip(surname, name)
            }
            if len(right) == 1:
                name = right.pop()
                famous = next(last for lasts in known.surnames.values() for last in lasts if bare(last) == name)
                yield _match(document, _surname_of(document, places[0]), famous)


def _surname_of(document: Document, one: Person) -> Span:
    at = document.folded.plain.rfind(one.surname, one.name_start, one.name_end)
    return Span(at, at + len(one.surname)) if at >= 0 else Span(one.name_start, one.name_end)


def _near(word: str, name: str) -> bool:
    from rapidfuzz.distance import OSA

    return (
        word[0] == name[0]
        and not word.startswith(name)
        and OSA.distance(word, name) <= (2 if len(name) >= _LONG - 1 else 1)
    )


def _match(document: Document, span: Span, right: str) -> Match:
    return Match(span, {"match": document.text[span.start : span.end], "word": right}, fix=Fix(right, safe=False))
