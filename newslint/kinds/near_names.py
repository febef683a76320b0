"""Names that are one letter from another name of the same article."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from newslint.document import Document
from newslint.kinds.letters import cuts, her_name, one_letter
from newslint.kinds.near_terms import in_one_term
from newslint.language import identity, places
from newslint.language.names import capitalised_runs, name_lists, openings
from newslint.language.people import Person
from newslint.matching.frequency import UNKNOWN, level
from newslint.patterns import regex
from newslint.span import Span
from newslint.text import fold_case, without_accents

LEAST = 5
# What stands behind this is a place: no surname that was misspelt.
_PLACE = regex(r"\b(?:in|at|near|(?:village|town|city|river|parish|district|province|street|port|isle|island) of) $")
# A name and nothing that makes more of it: no possessive, no second capital, no hyphen.
_NAME = regex(r"[A-Z][^\W\d_]+(?=(?:['’]s)?(?![\w'’-]| [A-Z]))")
# What joins two people of a list, with the title or the first name of the second.
_AND = regex(r"(?:,|,? and|,? or|;| &) (?:[A-Z][\w'-]*\.? ){0,2}")
_LIST = 40
_BEFORE = regex(r"(?<![\w.] )(?<!\w)([A-Z][a-z][\w'-]*) $")


def pairs(documents: Sequence[Document]) -> Iterator[tuple[int, Span, int, Span]]:
    """Each doubtful name and the name it is a letter from: article, span, and article and span of the other."""
    for at, document in enumerate(documents):
        yield from ((at, here, at, there) for here, there in within(document))
    yield from _between(documents)


def within(document: Document) -> Sequence[tuple[Span, Span]]:
    """Each doubtful name of one article and the name it is a letter from; worked out once."""
    return document.memo("near names", lambda: (*_within(document), *in_one_term(document)))


Named = dict[str, list[tuple[Span, Person | None]]]


def bare(text: str) -> str:
    """A name in lower case without accents or apostrophes."""
    return without_accents(fold_case(text)).replace("'", "").replace("’", "")


def _within(document: Document) -> Iterator[tuple[Span, Span]]:
    surnames = surnames_of(document)
    for name, found in _middles(document).items():
        surnames.setdefault(name, found)
    words_alike = _capitalised(document, surnames)
    known = _by_cut(name for name in surnames if len(name) >= LEAST) if words_alike else {}
    if not any(_neighbours(word, known) for word in words_alike):
        return
    text, words = document.folded, dict(surnames)
    for span in places.unknown_names(text, document.sentences, document.lexicon, document.people):
        if _PLACE.search(text.lower, max(0, span.start - 30), span.start):
            continue
        words.setdefault(bare(text.plain[span.start : span.end]), []).append((span, None))
    for word, span in _opening(
        document, [word for word in words_alike if word not in words and _neighbours(word, known)]
    ):
        words.setdefault(word, []).append((span, None))
    yield from _near(document, known, words)


def _opening(document: Document, wanted: Collection[str]) -> Iterator[tuple[str, Span]]:
    """The words that open a sentence and that no dictionary has: nothing else than a name may begin it so."""
    names = frozenset(word for word in wanted if level(word) == UNKNOWN)
    plain = document.folded.plain
    # a headline is held against its text by a rule of its own
    titles = [block for block in document.blocks if block.region in {"headline", "caption"}] if names else []
    sentences = [one for one in document.sentences if not any(block.start <= one.start < block.end for block in titles)]
    for start in sorted(openings(document.folded, sentences)) if names else ():
        found = _NAME.match(plain, start)
        if found and (word := bare(found[0])) in names:
            yield word, Span(start, found.end())


def _capitalised(document: Document, surnames: Named) -> list[str]:
    """The words that may be one letter from a surname: a cheap look, which few articles pass."""
    long = {name for name in surnames if len(name) >= LEAST}
    lengths = Counter((name[0], len(name) + more) for name in long for more in (-1, 0, 1))
    runs = capitalised_runs(document.folded) if lengths else ()
    different = " ".join({run for _, _, run in runs})
    words = {word.rstrip(",.") for word in set(bare(different).split(" "))}
    # a surname is as long as itself
    return sorted(word for word in words.union(surnames) if lengths.get((word[:1], len(word)), 0) > (word in long))


def surnames_of(document: Document) -> Named:
    found: Named = {}
    bared: dict[str, str] = {}
    lower = document.folded.lower
    for one in document.people:
        surname, end = one.surname, one.name_end
        if one.honorific and lower.endswith((" a ", " another "), 0, one.start):
            # somebody new: “he shared a house with a Mr. Thompson”
            continue
        if surname and document.text.startswith(surname, end - len(surname)):
            key = bared.get(surname) or bared.setdefault(surname, bare(surname))
            found.setdefault(key, []).append((Span(end - len(surname), end), one))
    return found


def _middles(document: Document) -> Named:
    """Names before the last, by which many a person is called: Mohamed Apandi Ali, Enrique Peña Nieto."""
    found: Named = {}
    first_names = document.lexicon.folded("first-names", "first-names-ambiguous")
    for one in document.people:
        for word in one.middle.split() if one.given and one.middle else ():
            name = bare(word)
            if len(name) > LEAST and word.isalpha() and name not in first_names and level(name) == UNKNOWN:
                at = document.text.find(word, one.name_start, one.name_end)
                if at >= 0:
                    found.setdefault(name, []).append((Span(at, at + len(word)), one))
    return found


def _near(document: Document, known: dict[str, set[str]], words: Named) -> Iterator[tuple[Span, Span]]:
    """The rarer of two near names (else the later), with the first place of the other."""
    done: set[frozenset[str]] = set()
    for word, found in words.items():
        for other in _neighbours(word, known):
            pair = frozenset((word, other))
            if pair not in done and not _ending(words, word, other):
                done.add(pair)
                # of places and their misspellings another check knows which is right
                if not any(_place(document, name, words[name]) for name in pair):
                    yield from _judge(document, found, words[other])


def _place(document: Document, name: str, found: list[tuple[Span, Person | None]]) -> bool:
    known = document.lexicon.folded("cities", "countries", "regions")
    return name in known and not any(one and (one.given or one.title) for _, one in found)


def _by_cut(names: Iterable[str]) -> dict[str, set[str]]:
    """Names by what is left of them with any one letter left out: near names have one of these in common."""
    known: dict[str, set[str]] = {}
    for name in names:
        for cut in cuts(name):
            known.setdefault(cut, set()).add(name)
    return known


def _neighbours(word: str, known: dict[str, set[str]]) -> list[str]:
    """The names that are one letter from a word, in order."""
    # what is shorter by the letter that it lost may be a name of its own, unless nobody has ever printed it
    if len(word) < LEAST - 1 or (len(word) < LEAST and level(word) != UNKNOWN):
        return []
    near = {name for cut in cuts(word) for name in known.get(cut, ())}
    return sorted(name for name in near if name != word and one_letter(word, name, endings=False))


def _ending(words: Named, one: str, other: str) -> bool:
    """Whether of two near names one is the other with an ending, rather than that one having lost its last letter."""
    if one_letter(one, other):
        return False
    short, long = sorted((one, other), key=len)
    return her_name(long) or level(short) < UNKNOWN or len(words[short]) > 1 or len(words[long]) <= 2


def _judge(
    document: Document, found: list[tuple[Span, Person | None]], others: list[tuple[Span, Person | None]]
) -> Iterator[tuple[Span, Span]]:
    rare, main = sorted((found, others), key=lambda one: (len(one), -one[0][0].start))
    # as many of the one as of the other are two people, not a slip
    if 3 * len(rare) > len(main) and len(main) > 1 and len(rare) > 1:
        return
    if _two_people(document, rare, main):
        return
    yield from ((span, main[0][0]) for span, _ in rare)


def _two_people(
    document: Document, rare: list[tuple[Span, Person | None]], main: list[tuple[Span, Person | None]]
) -> bool:
    """Whether the names stand side by side, or both have first names of their own, which differ."""
    if _joined(document, rare, main):
        return True
    first, second = (
        {given for span, one in found if (given := one.given if one else _given_before(document, span))}
        for found in (rare, main)
    )
    return bool(first and second) and not any(same_given(document, a, b) for a in first for b in second)


def _joined(document: Document, rare: list[tuple[Span, Person | None]], main: list[tuple[Span, Person | None]]) -> bool:
    """Whether one name stands beside the other in a list: “Mr Brown and Mr Browne”."""
    plain = document.folded.plain
    places = sorted([(span, 0) for span, _ in rare] + [(span, 1) for span, _ in main])
    return any(
        which != other and after.start - before.end < _LIST and _AND.fullmatch(plain, before.end, after.start)
        for (before, which), (after, other) in pairwise(places)
    )


def _given_before(document: Document, span: Span) -> str:
    """The capitalised word right before a name that no list knows, unless it is a title; behind others a first name."""
    known = document.lexicon.folded
    begin = document.sentence(span.start).start
    before = document.folded.plain[max(begin, span.start - 30) : span.start]
    found = _BEFORE.search(before)
    # "Other Flynn aides": what opens a sentence has a capital anyhow
    opens = found and span.start - len(found[0]) == begin and level(fold_case(found[1])) < UNKNOWN
    if found and not opens and fold_case(found[1]) not in known("titles", "honorifics", "occupations", "demonyms"):
        return found[1]
    word = before.rstrip(" ").rpartition(" ")[2]
    return word if fold_case(word) in known("first-names", "first-names-ambiguous") and word[:1].isupper() else ""


def same_given(document: Document, one: str, other: str) -> bool:
    """Whether two first names may be one person's: Joe and Joseph, J. and Joseph."""
    return one == other or identity.same_given(fold_case(one), fold_case(other), name_lists(document.lexicon))


def _between(documents: Sequence[Document]) -> Iterator[tuple[int, Span, int, Span]]:
    """One first name, and surnames a letter apart, in two articles."""
    full: dict[str, dict[str, list[tuple[int, Span]]]] = {}
    for at, document in enumerate(documents if len(documents) > 1 else ()):
        for name, found in surnames_of(document).items():
            for span, one in found:
                if one and one.given and len(name) >= LEAST:
                    full.setdefault(fold_case(one.given), {}).setdefault(name, []).append((at, span))
    for surnames in full.values():
        for name, other in combinations(sorted(surnames), 2):
            # the rarer is reported, else the later
            rare, main = sorted((surnames[name], surnames[other]), key=lambda found: (len(found), -found[0][0]))
            if rare[0][0] != main[0][0] and one_letter(name, other):
                yield (*rare[0], *main[0])
