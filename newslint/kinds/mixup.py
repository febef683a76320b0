"""Words that were typed for another word: found by the words beside them, since no dictionary sees anything wrong."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from newslint.document import Document
from newslint.finding import Fix, Match
from newslint.forms import field, form
from newslint.kinds.neighbours import beside, odds
from newslint.matching.words import Hits, words_of
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.rule import Anchors, Compiled, Form, Problem, Setting
from newslint.span import Span

_DATA = Path(__file__).resolve().parent.parent / "data" / "mixups.z"
_BEFORE = regex(r"(?<![\w'@#&/.-])[a-z]+(?:'[a-z]+)? $")
_AFTER = regex(r" ([a-z]+(?:'[a-z]+)?)(?![\w@/-])")
_ALONE = regex(r"[\w'@#&/.-]")
_WORD = regex(r"[a-z]+")
_WRITTEN = regex(r"(?m)^([^:\n]+): .")
# Longer than any word that is looked at.
_REACH = 25
# A word that stands so often is what the article is about.
_TOPIC = 3


@form
class Mixup(Form):
    """``pairs`` names the word list whose entries are ``what is written: what is meant``.

    After ``/`` an entry has words that belong to what is written; it is right in a sentence that holds one of them.
    After ``//`` it has words that belong to what is meant.
    With ``odds`` the neighbours on both sides are weighed together; with ``echo`` a word of the article is
    likelier than one that stands in it once.
    """

    pairs: tuple[str, ...] = field(
        default=(), metadata={"help": "the word lists of pairs, each `what is written: what is meant / its own words`"}
    )
    odds: int = field(
        default=0, metadata={"help": "so many times as often both neighbours together stand with what is meant"}
    )
    most: int = field(default=0, metadata={"help": "with `odds`: not more often than this"})
    company: int = field(default=0, metadata={"help": "so many words behind `//` of an entry stand in the sentence"})
    echo: int = field(default=0, metadata={"help": "what is meant stands elsewhere in the article at least so often"})


class _Sides(NamedTuple):
    """Words that speak for what is meant and those that speak for what is written: before them and after them."""

    meant_before: frozenset[str]
    written_before: frozenset[str]
    meant_after: frozenset[str]
    written_after: frozenset[str]


class _Meant(NamedTuple):
    """What may be meant, the words that belong to what is written, and those that belong to what is meant."""

    word: str
    own: frozenset[str]
    company: frozenset[str]


def compile_rule(form: Mixup, setting: Setting) -> Compiled:
    """``{word}`` is what is meant."""
    entries = "\n".join("\n".join(setting.lexicon.entries(name)) for name in form.pairs)
    written = frozenset(_WRITTEN.findall(entries))
    if not written:
        setting.problems.append(Problem(("pairs",), "no such word list; expected one in lists/ that holds pairs"))
    for message in () if setting.prepared.sound else _mistakes(entries, form):
        setting.problems.append(Problem(("pairs",), message))

    def find(document: Document, _: Hits) -> Iterable[Match]:
        words = words_of(document)
        for word in sorted(written & words.known):
            places = words.places(word)
            if len(places) < (2 if form.odds else _TOPIC):
                meant = [one for one in _meant(entries, word) if len(words.places(one.word)) >= form.echo]
                for start in places if meant else ():
                    if found := _judge(document, Span(start, start + len(word)), meant, form):
                        yield found

    return Compiled(Anchors(written, always=False), find, frozenset({"match", "word"}))


def _mistakes(entries: str, form: Mixup) -> Iterator[str]:
    """What is wrong with the entries of lists."""
    for entry in entries.split("\n") if entries else ():
        if not _WRITTEN.match(entry):
            yield f"“{entry}” in a list of pairs is none; expected `what is written: what is meant`"
            continue
        word = entry.partition(": ")[0]
        for one in _meant(entry, word):
            if beside(word) is None or beside(one.word) is None if form.odds else f"{word} {one.word}" not in _lines():
                yield f"what stands beside “{word}” and what beside “{one.word}” is not known; leave the pair out"


@lru_cache(maxsize=2048)
def _meant(entries: str, word: str) -> tuple[_Meant, ...]:
    """What may be meant by a word, in the order of the entries."""
    found = []
    for entry in _entries_of(entries, word):
        front, _, company = entry.partition(" // ")
        meant, _, own = front.partition(" / ")
        found.append(_Meant(meant, frozenset(own.split()), frozenset(company.split())))
    return tuple(found)


def _entries_of(entries: str, word: str) -> Iterator[str]:
    """What stands behind a word that is written, in each entry of it."""
    begins = f"{word}: "
    at = 0 if entries.startswith(begins) else entries.find(f"\n{begins}") + 1
    while at or entries.startswith(begins):
        entry, _, entries = entries[at + len(begins) :].partition("\n")
        if entry:
            yield entry
        at = 0 if entries.startswith(begins) else entries.find(f"\n{begins}") + 1


def _judge(document: Document, span: Span, meant: Sequence[_Meant], form: Mixup) -> Match | None:
    """What is meant at a place, if a neighbour speaks for it and none for what is written."""
    plain, lower = document.folded.plain, document.folded.lower
    word = plain[span.start : span.end]
    sentence = document.sentence(span.start)
    # a capital inside a sentence makes a name of it
    if not word.islower() and (not word[1:].islower() or span.start != sentence.start):
        return None
    edges = plain[max(span.start - 1, sentence.start) : span.start] + plain[span.end : span.end + 1]
    if any(_ALONE.match(edge) for edge in edges if edge != "."):
        return None
    found = _BEFORE.search(lower[max(span.start - _REACH, sentence.start) : span.start])
    # a capital inside the sentence makes a name of a neighbour, too: Theresa May sent a message
    if found and found.start() and plain[span.start - len(found[0])].isupper():
        found = None
    before = found[0][:-1] if found else ""
    found = _AFTER.match(lower[span.end : min(span.end + _REACH, sentence.end)])
    after = found[1] if found else ""
    if found and form.odds and plain[span.end + 1].isupper():
        after = ""
    for one in meant:
        if not _speak(lower[span.start : span.end], one.word, before, after, form):
            continue
        around = set(_WORD.findall(lower, *_around(document, span, form))) if one.own or form.company else set()
        if not one.own.isdisjoint(around) or len(one.company & around) < form.company:
            continue
        right = one.word if word.islower() else one.word.capitalize()
        return Match(span, {"match": word, "word": right}, fix=Fix(right, safe=False))
    return None


def _around(document: Document, span: Span, form: Mixup) -> Span:
    """Where words that belong to one of a pair are looked for."""
    return document.paragraph(span.start) if form.company else document.sentence(span.start)


def _speak(written: str, meant: str, before: str, after: str, form: Mixup) -> bool:
    """Whether the neighbours speak for what is meant, and none for what is written."""
    if form.odds:
        times = odds(written, meant, before, after)
        return times >= form.odds and (not form.most or times <= form.most)
    sides = _sides(written, meant)
    if sides is None or before in sides.written_before or after in sides.written_after:
        return False
    return before in sides.meant_before or after in sides.meant_after


@lru_cache(maxsize=1)
def _lines() -> dict[str, str]:
    """The neighbours of each pair, as the file has them."""
    lines = zlib.decompress(_DATA.read_bytes()).decode().split("\n")
    return dict(line.split("\t", 1) for line in lines)


@lru_cache(maxsize=512)
def _sides(written: str, meant: str) -> _Sides | None:
    """The neighbours of a pair; None where nothing is known of it."""
    line = _lines().get(f"{written} {meant}")
    return _Sides(*(frozenset(side.split()) for side in line.split("\t"))) if line is not None else None
