"""What a rule reports: a match in one article, and the finding that is printed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from newslint.records import NamedTuple
from newslint.span import Span

SEVERITIES = ("error", "warning", "suggestion")


class Note(NamedTuple):
    """A second place: the other half of a contradiction, possibly in another article, whose name it gives."""

    name: str
    span: Span
    message: str


class Fix(NamedTuple):
    """What to put in place of the span; ``safe`` when it can be applied without looking."""

    text: str
    safe: bool


class Match(NamedTuple):
    """What a kind found, before it is worded: the span to report and what its message may say."""

    span: Span
    values: dict[str, str]
    notes: tuple[Note, ...] = ()
    fix: Fix | None = None


class Place(NamedTuple):
    """Lines and columns count from 1; a column is a code point; the end column is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class PlacedNote(NamedTuple):
    """A note as printed; ``span`` where the article's text is at hand."""

    path: str
    place: Place
    text: str
    message: str
    span: Span | None = None


class Finding(NamedTuple):
    """A finding as printed: ``text`` is what the article says there, ``context`` its line or lines."""

    path: str
    place: Place
    rule: str
    severity: str
    message: str
    text: str
    span: Span
    fix: Fix | None = None
    notes: tuple[PlacedNote, ...] = ()


def order(finding: Finding) -> tuple[str, Place, str, str]:
    """By path, place and rule."""
    return finding.path, finding.place, finding.rule, finding.message


class Mistake(NamedTuple):
    """Something newslint could not do: a bad rule, an unreadable file. Line and column count from 1, or are None."""

    path: str
    line: int | None
    column: int | None
    message: str

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{where}: {self.message}"


# What a check gives: findings, and what could not be done.
Checked = tuple[list[Finding], list[Mistake]]


class NotRun(NamedTuple):
    """A rule that could not run, and why."""

    rule: str
    reason: str


class Counts(NamedTuple):
    """How many findings there are: by severity, by rule, and of fixes by whether they are safe."""

    severities: Counter[str]
    rules: Counter[str]
    fixes: Counter[bool]

    def add(self, finding: Finding) -> None:
        self.severities[finding.severity] += 1
        self.rules[finding.rule] += 1
        if finding.fix:
            self.fixes[finding.fix.safe] += 1


class Report(NamedTuple):
    """All that one run has to say, sorted. ``fixed``: findings gone by a fix; ``known``: those in the baseline."""

    findings: tuple[Finding, ...]
    errors: tuple[Mistake, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    articles: int = 0
    fixed: int = 0
    known: int = 0

    @property
    def counts(self) -> Counts:
        counts = Counts(Counter(), Counter(), Counter())
        for finding in self.findings:
            counts.add(finding)
        return counts


class Telling:
    """A report while its run goes on: its findings can be taken once, and then all the rest of it is known."""

    def __init__(self, findings: Iterable[Finding], rest: Callable[[], Report]) -> None:
        self.counts = Counts(Counter(), Counter(), Counter())
        self.findings = self._counted(findings)
        self._rest = rest

    def _counted(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        for finding in findings:
            self.counts.add(finding)
            yield finding

    @cached_property
    def _end(self) -> Report:
        return self._rest()

    @property
    def errors(self) -> tuple[Mistake, ...]:
        return self._end.errors

    @property
    def not_run(self) -> tuple[NotRun, ...]:
        return self._end.not_run

    @property
    def articles(self) -> int:
        return self._end.articles

    @property
    def fixed(self) -> int:
        return self._end.fixed

    @property
    def known(self) -> int:
        return self._end.known
