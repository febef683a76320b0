"""Which findings of an article are reported: without what is suppressed, known, or older than a revision."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from newslint import baseline, recognition, sidecar, suppress
from newslint.document import Document, line_starts
from newslint.finding import Finding, Mistake
from newslint.fixes import Edit, move
from newslint.recognition import sentence
from newslint.records import NamedTuple
from newslint.since import Lines
from newslint.span import Span


class Sifted(NamedTuple):
    """``kept``: the findings to report; ``hushed``, ``known`` and ``old``: those left out, by the reason.

    ``anchored``: findings that a list or the baseline knows by their sentence.
    """

    kept: list[Finding]
    hushed: list[Finding]
    known: list[Finding]
    old: list[Finding]
    anchored: list[Finding]


class Sieve:
    """Everything that decides what is reported, for any number of articles; ``mistakes``: lists that cannot be read."""

    def __init__(
        self,
        terms: suppress.Terms | Callable[[Document], suppress.Terms],
        known: Mapping[baseline.Known, int] | None = None,
        folder: str = "",
        changed: Mapping[str, Lines | None] | None = None,
    ) -> None:
        self.terms = terms
        self.known = baseline.by_name(known or {})
        self.folder = folder
        self.changed = changed
        self.mistakes: set[Mistake] = set()
        self.count = 0
        # by the name of the article
        self._fresh: dict[str, list[Span]] = {}
        self._names: dict[str, str] = {}
        self._lost: baseline.Lost | None = None

    def sift(self, document: Document, findings: Sequence[Finding], rounds: Sequence[Sequence[Edit]] = ()) -> Sifted:
        """Sorts an article's findings; ``rounds``: the fixes that led from the file to this text."""
        entries, wrong = sidecar.entries(document.path)
        self.mistakes.update(wrong)
        if document.number:
            # of an entry that no sentence here bears, another article of the file may know
            said = {sentence(document, document.in_source(one)) for one in document.sentences} if entries else set()
            entries = [entry for entry in entries if entry.sentence in said]
        suppressed = suppress.sift(document, findings, entries, lambda: self._judged_by(document))
        kept, known, old = suppressed.kept, list[Finding](), list[Finding]()
        if self.known:
            name = self._known_as(document, kept)
            kept, known = baseline.sift(document, kept, self.known.get(name, Counter()), name)
        if self.changed is not None:
            fresh = self._fresh_spans(document, rounds)
            if fresh is not None:
                old = [one for one in kept if not self._is_fresh(one, document, fresh)]
                kept = [one for one in kept if self._is_fresh(one, document, fresh)]
        return Sifted(kept, suppressed.hushed, known, old, suppressed.listed + known)

    def _judged_by(self, document: Document) -> suppress.Terms:
        return self.terms(document) if callable(self.terms) else self.terms

    def _known_as(self, document: Document, findings: Sequence[Finding]) -> str:
        """The name of an article in the baseline, which is an earlier one where it was renamed."""
        path = document.path
        if path not in self._names:
            name = baseline.name_of(path, self.folder)
            if name not in self.known and findings:
                self._lost = self._lost or baseline.lost(self.known, self.folder)
                keys = (recognition.key(document, one) for one in findings) if self._lost.total else ()
                name = baseline.earlier_name(keys, self._lost) or name
            self._names[path] = name
        return self._names[path]

    def keep(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """The findings to report; those in the baseline are counted."""
        sifted = self.sift(document, findings)
        self.count += len(sifted.known)
        return sifted.kept

    def hand_over(self) -> tuple[int, set[Mistake]]:
        """What was counted and noted since it was last asked, for the process that puts all together."""
        noted, self.count, self.mistakes = (self.count, self.mistakes), 0, set()
        return noted

    def take(self, noted: tuple[int, set[Mistake]]) -> None:
        """Adds what another process noted."""
        self.count += noted[0]
        self.mistakes |= noted[1]

    def fixable(
        self, document: Document, findings: Sequence[Finding], rounds: Sequence[Sequence[Edit]]
    ) -> list[Finding]:
        """The findings that may be fixed: a sentence by which something is known again is not rewritten."""
        sifted = self.sift(document, findings, rounds)
        fixed = {document.sentence(document.in_text(one.span.start)) for one in sifted.anchored}
        return [one for one in sifted.kept if document.sentence(document.in_text(one.span.start)) not in fixed]

    def settle(self, path: str, rounds: Sequence[Sequence[Edit]]) -> None:
        """Takes note that an article has been fixed, so that what is new in it is found where it now stands."""
        for edits in rounds if path in self._fresh else ():
            self._fresh[path] = move(self._fresh[path], edits)

    def _fresh_spans(self, document: Document, rounds: Sequence[Sequence[Edit]]) -> list[Span] | None:
        """The stretches that are new, whole paragraphs; None where all is."""
        if self.changed is None or (lines := self.changed.get(document.path)) is None:
            return None
        if document.name not in self._fresh:
            self._fresh[document.name] = list(_stretches(document, lines))
        spans = self._fresh[document.name]
        for edits in rounds:
            spans = move(spans, edits)
        return spans

    def _is_fresh(self, finding: Finding, document: Document, fresh: Sequence[Span]) -> bool:
        """Whether a finding, or the second place that it speaks of, stands in what is new."""
        if _touches(finding.span, fresh):
            return True
        for note in finding.notes:
            if note.path != document.path:
                lines = (self.changed or {}).get(note.path)
                if lines is None or any(a <= note.place.line <= b for a, b in lines):
                    return True
            elif note.span and _touches(note.span, fresh):
                return True
        return False


def _touches(span: Span, fresh: Sequence[Span]) -> bool:
    start, end = span
    return any(one.start <= max(start, end - 1) and start < max(one.end, one.start + 1) for one in fresh)


def _stretches(document: Document, lines: Lines) -> list[Span]:
    """New lines as stretches of the source, each grown to its paragraphs."""
    source = document.source
    if "\r" in source and "\n" not in source:
        # to git it is one line
        return [Span(0, len(source))]
    starts = [*line_starts(source), len(source)]
    blocks = document.source_blocks
    firsts = [block.start for block in blocks]

    def paragraph(offset: int) -> Span:
        at = bisect_right(firsts, offset) - 1
        return Span(*blocks[at][:2]) if at >= 0 and offset < blocks[at].end else Span(offset, offset)

    found: list[Span] = []
    for first, last in lines:
        start, end = starts[min(first - 1, len(starts) - 1)], starts[min(last, len(starts) - 1)]
        if first <= last:
            found.append(Span(min(start, paragraph(start).start), max(end, paragraph(max(end - 1, start)).end)))
        elif paragraph(end).start < end:
            # lines went, and the paragraph goes on across the place
            found.append(paragraph(end))
    return found
