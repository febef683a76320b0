"""How often each rule speaks up in an archive, where, and what that tells of two versions of a rule."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.document import Document
from newslint.finding import Finding, Place
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.span import Span

_BREAK = regex(r"[\r\n\t]")


class Alarm(NamedTuple):
    """One finding in context: ``start`` and ``end`` are characters of ``sentence``; ``span`` is one of the file."""

    path: str
    place: Place
    message: str
    sentence: str
    start: int
    end: int
    span: Span


class Compared(NamedTuple):
    """What two versions of a rule say, sorted by place; of what both say, the place is that of the version of now."""

    both: tuple[Alarm, ...]
    before: tuple[Alarm, ...]
    now: tuple[Alarm, ...]


class Tally:
    """Counts the findings of each rule as articles pass; of each rule's alarms it keeps ``most``, or all if None."""

    def __init__(self, most: int | None) -> None:
        self.most = most
        # by rule: how many findings, and in how many articles
        self.alarms: Counter[str] = Counter()
        self.articles: Counter[str] = Counter()
        self._kept: dict[str, list[tuple[int, Alarm]]] = {}

    def keep(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """Takes note of the findings in an article; none is left to report."""
        seen: Counter[str] = Counter()
        for finding in findings:
            number = seen[finding.rule]
            seen[finding.rule] += 1
            if self.most is None or number < self.most:
                self._kept.setdefault(finding.rule, []).append((number, _alarm(document, finding)))
        self.alarms.update(seen)
        self.articles.update(seen.keys())
        for rule in seen:
            if self.most is not None and len(self._kept.get(rule, ())) > 2 * self.most:
                self._kept[rule] = self._first(rule)
        return []

    def of(self, rule: str) -> tuple[Alarm, ...]:
        """The alarms of a rule that were kept, by place: the first of as many articles as there are."""
        return tuple(sorted(alarm for _, alarm in self._first(rule)))

    def _first(self, rule: str) -> list[tuple[int, Alarm]]:
        return sorted(self._kept.get(rule, ()))[: self.most]


def _alarm(document: Document, finding: Finding) -> Alarm:
    start, end = document.in_text(finding.span.start), document.in_text(finding.span.end)
    around = document.sentence(start)
    # what is reported may be longer than a sentence
    around = Span(min(around.start, start), max(around.end, min(start + 1, len(document.text))))
    sentence = _BREAK.sub(" ", document.text[around.start : around.end])
    inside = Span(start - around.start, min(end, around.end) - around.start)
    return Alarm(
        finding.path,
        finding.place,
        finding.message,
        sentence,
        inside.start,
        max(inside.start, inside.end),
        finding.span,
    )


def compare(before: Iterable[Alarm], now: Iterable[Alarm]) -> Compared:
    """Holds the alarms of two versions against each other; those that overlap in an article are one."""
    old, new = _by_path(before), _by_path(now)
    both, gone, fresh = list[Alarm](), list[Alarm](), list[Alarm]()
    for path in sorted(old.keys() | new.keys()):
        left = old.get(path, [])
        at = 0
        for one in new.get(path, ()):
            while at < len(left) and left[at].span.end <= one.span.start and left[at].span != one.span:
                gone.append(left[at])
                at += 1
            if at < len(left) and (left[at].span.start < one.span.end or left[at].span == one.span):
                both.append(one)
                at += 1
            else:
                fresh.append(one)
        gone += left[at:]
    return Compared(tuple(both), tuple(gone), tuple(fresh))


def _by_path(alarms: Iterable[Alarm]) -> Mapping[str, list[Alarm]]:
    found: dict[str, list[Alarm]] = {}
    for one in sorted(alarms, key=lambda alarm: (alarm.path, alarm.span)):
        found.setdefault(one.path, []).append(one)
    return found


def per(count: int, number: int, unit: int) -> float:
    """How often in ``unit`` of something of which there are ``number``."""
    return count * unit / number if number else 0.0


def spread(compared: Compared) -> Iterator[tuple[str, tuple[Alarm, ...]]]:
    """The three parts by their names."""
    yield "only before", compared.before
    yield "only now", compared.now
    yield "both", compared.both
