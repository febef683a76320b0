"""Names over the text that the text does not have, or spells otherwise."""

from collections.abc import Iterable, Iterator, Sequence

from newslint.document import Block, Document
from newslint.kinds import near_names
from newslint.kinds.over_text import TEXT, Beside, body
from newslint.language.runs import surname_key
from newslint.matching.words import words_of
from newslint.patterns import regex
from newslint.span import Span

_WORD = regex(r"[^\W\d_][\w\u0300-\u036f'-]*")
# Letters: shorter names are a letter from too many others.
_LEAST = 5
# Names: so many are worth a look one by one.
_FEW = 200
# Put to a name, these make another word of it.
_ENDINGS = regex(r"(?:'s|s'?|es|ed|ing|er|ers|n|an|ian|ians|ans|i|is|ism|ist|ists|ite|ites|ese|ish|y)$")
# Letters that two words of one root share: "Britons" in the headline, "British" in the text.
_FIRST_LETTERS = 4


def missing(document: Document, blocks: Sequence[Block]) -> Iterator[Beside]:
    """Each name over the text that the text lacks, with the spelling the text has, if one is near."""
    surnames = _surnames(document)
    if len(surnames) < _FEW and not any(_may_lack(document, block, surnames) for block in blocks):
        return
    words, capitals = _words(document)
    roots = {word[:_FIRST_LETTERS] for word in words}
    by_letter = _by_letter(capitals)
    known = {place for pair in near_names.within(document) for place in pair}
    for block in blocks:
        seen: set[str] = set()
        for span, certain in _names(document, block, surnames):
            key = near_names.bare(document.text[span.start : span.end])
            if key in seen or key in words or span in known:
                continue
            seen.add(key)
            near = _near(key, by_letter)
            if near or (certain and key[:_FIRST_LETTERS] not in roots):
                yield Beside(span, capitals[near] if near else None)


def _may_lack(document: Document, block: Block, surnames: frozenset[Span]) -> bool:
    """Whether a block has a name that the text may lack or spell otherwise: a cheap look, which few blocks pass."""
    by_letter = document.memo("surnames by letter", lambda: _by_letter(_people(document)))
    for span, certain in _names(document, block, surnames):
        if _near(near_names.bare(document.text[span.start : span.end]), by_letter):
            return True
        if certain and not _stands_in_text(document, document.folded.lower[span.start : span.end]):
            return True
    return False


def _stands_in_text(document: Document, word: str) -> bool:
    """Whether the text has a word by itself."""
    lower = document.folded.lower
    for at in words_of(document).places(word):
        block = document.block(at)
        if block and block.region in TEXT and "'" not in (lower[at - 1], lower[at + len(word) : at + len(word) + 1]):
            return True
    return False


def _by_letter(names: Iterable[str]) -> dict[tuple[str, int], list[str]]:
    """Names in order, by first letter and length."""
    found: dict[tuple[str, int], list[str]] = {}
    for name in sorted(names):
        found.setdefault((name[0], len(name)), []).append(name)
    return found


def _people(document: Document) -> frozenset[str]:
    return frozenset(near_names.bare(one.surname) for one in document.people if one.surname) - {""}


def _surnames(document: Document) -> frozenset[Span]:
    """Where the surname of somebody named in full, or with a title, stands."""
    plain, found = document.folded.plain, set()
    for one in document.people:
        if one.surname and (one.given or one.title) and not one.modifier:
            at = plain.rfind(one.surname, one.name_start, one.name_end)
            if at >= 0 and surname_key(one.surname) == one.surname.lower():
                found.add(Span(at, at + len(one.surname)))
    return frozenset(found)


def _names(document: Document, block: Block, surnames: frozenset[Span]) -> Iterator[tuple[Span, bool]]:
    """The capitalised words of a block, each with whether it is certainly somebody's surname."""
    for found in _WORD.finditer(document.folded.plain, block.start, block.end):
        word = found[0].removesuffix("'s").rstrip("'")
        span = Span(found.start(), found.start() + len(word))
        if span in surnames:
            yield span, True
        elif len(word) >= _LEAST - 1 and word[0].isupper() and not word.isupper():
            yield span, False


def _words(document: Document) -> tuple[frozenset[str], dict[str, Span]]:
    """All words of the text, bare; and those that are printed with a capital only, with their first place."""
    plain, words, small = document.folded.plain, set(), set()
    capitals: dict[str, Span] = {}
    seen: set[str] = set()
    for paragraph in body(document):
        for found in _WORD.finditer(plain, *paragraph):
            if found[0] in seen:
                continue
            seen.add(found[0])
            whole = found[0].removesuffix("'s").rstrip("'")
            for word in {whole, *whole.split("-")} - {""}:
                key = near_names.bare(word)
                words.add(key)
                if not word[0].isupper():
                    small.add(key)
            if whole[0].isupper() and not whole.isupper():
                capitals.setdefault(near_names.bare(whole), Span(found.start(), found.start() + len(whole)))
    people = _people(document)
    return frozenset(words), {key: span for key, span in capitals.items() if key not in small and key in people}


def _near(key: str, by_letter: dict[tuple[str, int], list[str]]) -> str:
    """The name of the text that a name may be a misspelling of, or nothing."""
    others = (other for size in (0, -1, 1) for other in by_letter.get((key[0], len(key) + size), ()))
    return next((other for other in others if len(other) >= _LEAST and _slip(key, other)), "")


def _slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter, left out, put in, changed, or by two that changed places."""
    if _ENDINGS.sub("", one) in {other, _ENDINGS.sub("", other)} or one == _ENDINGS.sub("", other):
        return False
    front = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[front:], other[front:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    return a[1:] == b if len(a) > len(b) else a == b[1:]
