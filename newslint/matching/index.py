"""Which of many patterns may match in an article: found out in one look at its words."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from newslint.document import Document
from newslint.matching.filing import Filed, Other, file
from newslint.matching.signs import Signs, beginnings, rare_of
from newslint.matching.together import Together
from newslint.matching.words import words_of
from newslint.span import Span
from newslint.text import stretches, threes

# Characters: in a run over less text than this pieces of text are looked for one by one.
_SHORT_RUN = 20_000
_LONG = 100_000
# Signs that are pieces of text: of the folded text, or with their capitals.
_TEXTS = frozenset({"piece", "exact"})


class Index:
    """What some patterns ask for, by the rarest words of each; ``mine``: the numbers of those that count, if not all.

    Signs that are no words are looked for where the words of their pattern are there, expressions last.
    """

    def __init__(self, filed: Filed, mine: Iterable[int] | None = None) -> None:
        self._filed = filed
        self._mine = range(len(filed.patterns)) if mine is None else tuple(mine)
        self._first: dict[int, list[int]] = {}
        # those that need no word
        self._bare: list[int] = []
        patterns = filed.patterns
        for number in self._mine:
            sets = patterns[number]
            if not sets:
                self._bare.append(number)
            elif sets[0] in self._first:
                self._first[sets[0]].append(number)
            else:
                self._first[sets[0]] = [number]
        self._together = Together()
        self._pieces: _Pieces | None = None
        self._seen = 0

    def met(self, document: Document, regions: frozenset[str] = frozenset()) -> list[int]:
        """The numbers of those patterns that may match in an article, or in some regions of it, in order."""
        if "ſ" in document.folded.lower:
            # without regard to case RE2 takes a long s for an s
            return list(self._mine)
        sets = self._sets(document, regions)
        patterns, others, first = self._filed.patterns, self._filed.others, self._first
        numbers = [number for one in first.keys() & sets for number in first[one] if sets.issuperset(patterns[number])]
        look = self._look(document, regions)
        numbers += (
            self._bare
            if look.pieces is None or self._pieces is None
            else self._pieces.bare(look.pieces.get("lower", frozenset()))
        )
        kept = [number for number in numbers if number not in others or all(map(look.holds, others[number]))]
        if len(document.text) > _LONG:
            # it holds most words that are asked for
            self._filed.shelf.forget()
        return sorted(self._matching(document, kept, regions))

    def _sets(self, document: Document, regions: frozenset[str]) -> set[int]:
        """The sets of words of which an article holds one."""
        met: set[int] = set()
        words = words_of(document)
        for area in _areas(document, regions) if regions else [None]:
            entries = self._filed.shelf.of(words.inside(area) if area else words.known)
            met.update(*(own for own, _, _ in entries.values()))
            twos = {word: after for word, (_, after, _) in entries.items() if after}
            for first, second in words.in_pairs(area) if twos else ():
                if first in twos and (more := twos[first].get(second)):
                    met.update(more)
        starts = beginnings(document)
        for word, (_, _, begins) in self._filed.shelf.of(frozenset(starts)).items():
            if begins and _inside(document, starts[word], regions):
                met.update(begins)
        return met

    def _look(self, document: Document, regions: frozenset[str]) -> "_Look":
        """What finds pieces of text: in a longer run all are looked for at once."""
        look = _Look(document, regions)
        self._seen += len(document.text)
        if self._pieces is None and self._seen > _SHORT_RUN:
            self._pieces = _Pieces(self._filed.others, self._mine, self._bare)
        if self._pieces:
            look.pieces = self._pieces.found(look.texts)
        return look

    def _matching(self, document: Document, numbers: Sequence[int], regions: frozenset[str]) -> Iterator[int]:
        """Those patterns whose expressions match somewhere in an article; where only a part of it counts, all."""
        others = self._filed.others
        asked: dict[str, set[str]] = {}
        last: dict[int, list[Other]] = {}
        for number in numbers:
            some = [one for one in others.get(number, ()) if one[0] == "regex"] if not regions else []
            if not some:
                yield number
                continue
            last[number] = some
            for _, view, sources in some:
                asked.setdefault(view, set()).update(sources)
        found = {view: self._together.found(document, view, wanted) for view, wanted in asked.items()}
        for number, some in last.items():
            if all(not found[view].isdisjoint(sources) for _, view, sources in some):
                yield number


class _Pieces:
    """All pieces of text that patterns ask for, and the patterns without words by the pieces that each needs."""

    def __init__(self, others: Mapping[int, Sequence[Other]], mine: Iterable[int], bare: Iterable[int]) -> None:
        from ahocorasick_rs import AhoCorasick

        views: dict[str, set[str]] = {}
        folded: dict[int, tuple[str, ...]] = {}
        for number in mine:
            for kind, view, some in others.get(number, ()):
                if kind in _TEXTS:
                    views.setdefault(view, set()).update(some)
                if kind == "piece":
                    folded.setdefault(number, some)
        self._pieces = {view: sorted(pieces) for view, pieces in views.items()}
        self._find = {view: AhoCorasick(pieces).find_matches_as_indexes for view, pieces in self._pieces.items()}
        self._longest = max((len(piece) for pieces in self._pieces.values() for piece in pieces), default=1)
        self._always = [number for number in bare if number not in folded]
        self._by_piece: dict[str, list[int]] = {}
        for number in bare:
            for piece in folded.get(number, ()):
                self._by_piece.setdefault(piece, []).append(number)

    def found(self, texts: Callable[[str], Iterable[str]]) -> dict[str, frozenset[str]]:
        """Those that stand in the texts of each view."""
        return {
            view: frozenset(map(self._pieces[view].__getitem__, self._in(view, texts(view)))) for view in self._find
        }

    def _in(self, view: str, texts: Iterable[str]) -> set[int]:
        found: set[int] = set()
        for text in texts:
            # not all at once: they are many
            for start, end in stretches(text):
                piece = text[start : end + self._longest - 1]
                found.update(one[0] for one in self._find[view](piece, overlapping=True))
        return found

    def bare(self, found: frozenset[str]) -> set[int]:
        """Those patterns without words that may match where some pieces stand."""
        known = self._by_piece
        return {*self._always, *(number for piece in known.keys() & found for number in known[piece])}


class _Look:
    """What is looked for in one article, each once."""

    def __init__(self, document: Document, regions: frozenset[str]) -> None:
        self._areas = [slice(start, end) for start, end in _areas(document, regions)] if regions else [slice(None)]
        # those pieces that stand in the views of the article, where all have been looked for
        self.pieces: dict[str, frozenset[str]] | None = None
        self._document = document
        self._texts: dict[str, tuple[str, ...]] = {}

    def texts(self, view: str) -> Iterable[str]:
        """What is looked at, as a view of the article has it."""
        whole: str = getattr(self._document.folded, view)
        return (whole[area] for area in self._areas)

    def holds(self, other: Other) -> bool:
        """Whether an article holds one of some signs; expressions are not looked for."""
        kind, view, some = other
        if kind in _TEXTS:
            if self.pieces is not None:
                return not self.pieces[view].isdisjoint(some)
            return self._stand(view, some)
        if kind == "range":
            return any(low <= ord(char) <= high for char in rare_of(self._document, view) for low, high in some)
        return True

    def _stand(self, view: str, pieces: Sequence[str]) -> bool:
        if view not in self._texts:
            self._texts[view] = tuple(self.texts(view))
        for text in self._texts[view]:
            known = threes(text)
            for piece in pieces:
                if piece[2:] and not (piece[:3] in known and piece[-3:] in known):
                    continue
                half = len(piece) // 2
                if (piece[half - 1 : half + 2] in known or not piece[2:]) and piece in text:
                    return True
        return False


def index(asked: Iterable[Signs]) -> Index:
    """An index of what some patterns ask for."""
    return Index(file(asked))


def _areas(document: Document, regions: frozenset[str]) -> Iterator[Span]:
    return (Span(one.start, one.end) for one in document.blocks if one.region in regions)


def _inside(document: Document, starts: Sequence[int], regions: frozenset[str]) -> bool:
    return not regions or any((block := document.block(at)) and block.region in regions for at in starts)
