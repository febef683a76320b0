"""Names that every reader knows, a letter or two off: places, firms and bodies, and famous people by full names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from newslint.document import Document
from newslint.finding import Fix, Match
from newslint.forms import field, form
from newslint.kinds.gazetteer import regions_of
from newslint.kinds.name_slips import near, one_off, slip
from newslint.kinds.near_names import bare
from newslint.kinds.spelling import listed
from newslint.language.names import capitalised_runs
from newslint.language.people import Person
from newslint.lexicon import Lexicon
from newslint.matching.frequency import UNKNOWN, level
from newslint.matching.words import Hits
from newslint.patterns import regex
from newslint.rule import ALWAYS, Compiled, Form, Problem, Setting
from newslint.span import Span

# A name of fewer letters is near too many others.
_LEAST = 6
# Beside the other word of its name a word of so many letters can be judged.
_SHORT = 3
# A name that stands so often is the article's own.
_OWN = 3
_WORD = regex(r"[A-Z][^\W\d_]*[a-z]")
# The words right behind a blank and right before a place, and how long they may be.
_NEXT = regex(r" ([A-Z][a-z]+)(?!\S)")
_BEFORE = regex(r"(?<!\S)([A-Z][a-z]+)\Z")
_REACH = 30
_LAST = regex(r"\n\S+ ([^\n]+)(?=\n)")
# What streets and quarters are called, after names that nobody else need have.
_STREETS = frozenset("Road Street Avenue Lane Drive Way Close Crescent Terrace Green".split())
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


class _Known:
    """The words of known names, and famous people, worked out only as far as an article asks."""

    def __init__(self, lexicon: Lexicon, form: Familiar) -> None:
        self._entries = "\n".join("\n".join(lexicon.entries(name)) for name in form.words)
        self._people = "\n".join("\n".join(lexicon.entries(name)) for name in form.people)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self._entries))

    @cached_property
    def words_by_letter(self) -> dict[str, list[str]]:
        return _by_letter(word for word in self.words if len(word) >= _LEAST)

    def beside(self, left: str, right: str) -> set[str]:
        """The words that stand behind ``left`` or before ``right`` in a name."""
        text, found = self._entries, set[str]()
        for at in _places(text, f"{left} ", 0) if left else ():
            behind = _NEXT.match(text, at + len(left)) if not at or text[at - 1] in " \n" else None
            if behind:
                found.add(behind[1])
        for at in _places(text, f" {right}", 0) if right else ():
            if text[at + 1 + len(right) : at + 2 + len(right)] in {"", " ", "\n"}:
                found.update(_BEFORE.findall(text, max(0, at - _REACH), at))
        return found

    @cached_property
    def _bare(self) -> str:
        return f"\n{bare(self._people)}\n"

    @cached_property
    def surnames(self) -> dict[str, list[str]]:
        """All surnames, without their accents, by their first letters."""
        return _by_letter({name for name in _LAST.findall(self._bare) if len(name) >= _LEAST - 1})

    def called(self, given: str) -> set[str]:
        """The surnames, as printed, of those with a first name; names without their accents are asked for."""
        return {self._line(at).partition(" ")[2] for at in _places(self._bare, f"\n{given} ", 1)}

    def named(self, surname: str) -> set[str]:
        """The first names of those with a surname, as printed."""
        found = (self._line(at) for at in _places(self._bare, f" {surname}\n", 1))
        return {first for first, _, last in (line.partition(" ") for line in found) if bare(last) == surname}

    def printed(self, surname: str) -> str:
        found = (self._line(at).partition(" ")[2] for at in _places(self._bare, f" {surname}\n", 1))
        return next(last for last in found if bare(last) == surname)

    def _line(self, at: int) -> str:
        """The person of the line at a place of the text without accents."""
        return self._lines[self._bare.count("\n", 0, at) - 1]

    @cached_property
    def _lines(self) -> list[str]:
        return self._people.split("\n")


def _by_letter(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(name[0], []).append(name)
    return found


def _places(text: str, piece: str, ahead: int) -> Iterator[int]:
    """Inside each line in which a piece stands."""
    at = text.find(piece)
    while at >= 0:
        yield at + ahead
        at = text.find(piece, at + 1)


def compile_rule(form: Familiar, setting: Setting) -> Compiled:
    """``{word}`` is the name as it should be."""
    lexicon = setting.lexicon
    for key in ("words", "people"):
        for at, name in enumerate(getattr(form, key)):
            if not lexicon.entries(name):
                setting.problems.append(Problem((key, at), f"no word list “{name}”; expected one in lists/"))

    allow = frozenset(form.allow)

    def known() -> _Known:
        return lexicon.memo(("known names", form.words, form.people), lambda: _Known(lexicon, form))

    def find(document: Document, _: Hits) -> Iterable[Match]:
        found = [*_words(document, known()), *_people(document, known()), *_pairs(document, known())]
        found += _surnames(document, known())
        found = list({one.span: one for one in found}.values())
        kept = (one for one in found if one.values["match"] not in allow and not _in_marks(document, one.span))
        return (one for one in kept if setting.allowed(document, one.span))

    return Compiled(ALWAYS, find, frozenset({"match", "word"}))


def _in_marks(document: Document, span: Span) -> bool:
    """Whether a name stands alone in quotation marks, as a nickname or a misspelling that is told of."""
    plain = document.folded.plain
    return plain[span.start - 1 : span.start] in {'"', "'"} and plain[span.end : span.end + 1] in {'"', "'"}


def _words(document: Document, known: _Known) -> Iterator[Match]:
    """Capitalised words that nothing knows, near one name that everybody does."""
    first_names = document.lexicon.folded("first-names")
    found: dict[str, list[Span]] = {}
    for start, _, run in capitalised_runs(document.folded):
        at, before = start, ""
        if run.rpartition(" ")[2].rstrip(",.") in _STREETS:
            continue
        for piece in run.split(" "):
            word = piece.rstrip(",.")
            # behind a name it is part of it: Tetsuo Kotani is nobody's Kobani
            alone = not before or before in _OPENERS or (level(before) < UNKNOWN and before not in first_names)
            if alone and len(word) >= _LEAST and word[1:].islower() and word.isascii() and "-" not in word:
                found.setdefault(word, []).append(Span(at, at + len(word)))
            at, before = at + len(piece) + 1, word.lower()
    strange = {word: spans for word, spans in found.items() if len(spans) < _OWN and _strange(document, word)}
    if not strange:
        return
    persons = [Span(one.start, one.end) for one in document.people]
    for word, spans in strange.items():
        alike = [name for name in _about(word, known.words_by_letter) if slip(word.lower(), name.lower())]
        # of Pakistan and Pakistani the first is enough
        right = [name for name in alike if not any(name.startswith(one) and name != one for one in alike)]
        if len(right) == 1 and not any(one.start <= spans[0].start < one.end for one in persons):
            yield _match(document, spans[0], right[0])


def _pairs(document: Document, known: _Known) -> Iterator[Match]:
    """A word that nothing knows beside the word that makes a known name with one near it: "New Yrok"."""
    for start, _, run in capitalised_runs(document.folded):
        if " " not in run:
            continue
        pieces = [piece.rstrip(",.") for piece in run.split(" ")]
        at = start
        if pieces[-1] in _STREETS:
            continue
        for place, (piece, word) in enumerate(zip(run.split(" "), pieces, strict=True)):
            if (
                word.istitle()
                and word.isascii()
                and word.isalpha()
                and _strange(document, word)
                and word not in known.words
            ):
                left = pieces[place - 1] if place else ""
                right = pieces[place + 1] if place + 1 < len(pieces) and piece == word else ""
                alike = [name for name in known.beside(left, right) if one_off(word.lower(), name.lower())]
                if len(alike) == 1:
                    yield _match(document, Span(at, at + len(word)), alike[0])
            at += len(piece) + 1


def _strange(document: Document, word: str) -> bool:
    low = word.lower()
    stems = (low, low.removesuffix("s"), low.removesuffix("es"), low.removesuffix("an"), low.removesuffix("ian"))
    every = listed(document.lexicon)
    known = level(low) != UNKNOWN or any(stem in every for stem in stems)
    return not known and not regions_of(word)


def _about(word: str, names: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The names with a word's first letter that are about as long: others are no slip of it."""
    size = len(word)
    return (name for name in names.get(word[0], ()) if -2 <= len(name) - size <= 2)


def _people(document: Document, known: _Known) -> Iterator[Match]:
    """Famous people whose first name or surname is a letter or two off."""
    common = document.lexicon.folded("surnames")
    first_names = document.lexicon.folded("first-names")
    for one in document.people:
        if not one.given or one.suffix or one.middle:
            continue
        given, surname = bare(one.given), bare(one.surname)
        if len(surname) < _LEAST - 1:
            continue
        if surname not in common and level(surname) == UNKNOWN:
            right = {name for name in known.called(given) if near(surname, bare(name))}
            if len(right) == 1 and one.surname not in known.called(given):
                yield _match(document, _surname_of(document, one), right.pop())
        if given not in first_names and level(given) == UNKNOWN and len(given) > _SHORT:
            right = {name for name in known.named(surname) if near(given, bare(name))}
            if len(right) == 1 and one.surname not in known.called(given):
                yield _match(document, Span(one.name_start, one.name_start + len(one.given)), right.pop())


def _surnames(document: Document, known: _Known) -> Iterator[Match]:
    """Famous surnames by themselves, a letter off, of nobody whom the article introduces."""
    alone: dict[str, list[Person]] = {}
    for one in document.people:
        if not one.given and one.surname.isalpha() and len(one.surname) >= _LEAST - 1:
            alone.setdefault(one.surname, []).append(one)
    common = document.lexicon.folded("surnames", "first-names") if alone else frozenset[str]()
    odd = [name for name in alone if bare(name) not in common and _strange(document, bare(name))]
    introduced = {bare(one.surname) for one in document.people if one.given} if odd else set[str]()
    for surname in (bare(name) for name in odd if len(alone[name]) < _OWN):
        alike = _about(surname, known.surnames)
        right = [name for name in alike if slip(surname, name) and near(surname, name)]
        if len(right) == 1 and surname not in introduced:
            places = next(places for name, places in alone.items() if bare(name) == surname)
            yield _match(document, _surname_of(document, places[0]), known.printed(right[0]))


def _surname_of(document: Document, one: Person) -> Span:
    at = document.folded.plain.rfind(one.surname, one.name_start, one.name_end)
    return Span(at, at + len(one.surname)) if at >= 0 else Span(one.name_start, one.name_end)


def _match(document: Document, span: Span, right: str) -> Match:
    return Match(span, {"match": document.text[span.start : span.end], "word": right}, fix=Fix(right, safe=False))
