"""JUnit's XML, for places that show test results: an article is a suite, a finding a test that failed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from newslint.finding import Finding, Mistake, NotRun, Report
from newslint.formats.escape import markup
from newslint.formats.options import Options
from newslint.records import NamedTuple


class _Case(NamedTuple):
    """A test case: its result is ``failure``, ``error``, ``skipped``, or empty where it passed."""

    result: str
    element: str


def render(report: Report, options: Options) -> Iterator[str]:
    """Yields the document: a suite for each article, with one passed test where nothing was found."""
    by_path = {path: list(found) for path, found in groupby(report.findings, key=lambda finding: finding.path)}
    suites = [(path, _article(path, by_path.get(path, []), options)) for path in sorted({*options.paths, *by_path})]
    if failed := [*map(_mistake, report.errors), *map(_not_run, report.not_run)]:
        suites.append(("newslint", failed))
    every = [case for _, cases in suites for case in cases]
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="newslint" {_counts(every)}>\n'
    for path, cases in suites:
        yield f'  <testsuite name="{markup(path)}" {_counts(cases)}>\n'
        yield from (case.element for case in cases)
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _counts(cases: Sequence[_Case]) -> str:
    results = [case.result for case in cases]
    counts = (results.count(result) for result in ("failure", "error", "skipped"))
    failures, errors, skipped = counts
    return f'tests="{len(cases)}" failures="{failures}" errors="{errors}" skipped="{skipped}" time="0"'


def _article(path: str, found: Iterable[Finding], options: Options) -> list[_Case]:
    cases = [_finding(finding, failing=finding.severity in options.failing) for finding in found]
    return cases or [_case("", "no findings", path, {}, "")]


def _finding(finding: Finding, *, failing: bool) -> _Case:
    place = finding.place
    name = f"{finding.rule} {place.line}:{place.column}"
    said = f"{finding.path}:{place.line}:{place.column}: {finding.severity} {finding.message}"
    at = {"file": finding.path, "line": str(place.line)}
    if not failing:
        return _case("", name, finding.path, at, f"<system-out>{markup(said)}</system-out>")
    kind = f'type="{finding.severity}" message="{markup(finding.message)}"'
    return _case("failure", name, finding.path, at, f"<failure {kind}>{markup(said)}</failure>")


def _mistake(mistake: Mistake) -> _Case:
    said = f'<error type="newslint" message="{markup(mistake.message)}">{markup(str(mistake))}</error>'
    return _case("error", mistake.path, "newslint", {}, said)


def _not_run(not_run: NotRun) -> _Case:
    return _case("skipped", not_run.rule, "newslint", {}, f'<skipped message="{markup(not_run.reason)}"/>')


def _case(result: str, name: str, group: str, more: Mapping[str, str], inside: str) -> _Case:
    attributes = {"name": name, "classname": group, **more, "time": "0"}
    head = " ".join(f'{key}="{markup(value)}"' for key, value in attributes.items())
    element = f"    <testcase {head}>{inside}</testcase>\n" if inside else f"    <testcase {head}/>\n"
    return _Case(result, element)
