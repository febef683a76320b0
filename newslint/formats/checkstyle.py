"""Checkstyle's XML, which Jenkins and many other collectors of warnings read."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from newslint.finding import Finding, Mistake, Report
from newslint.formats.escape import markup
from newslint.formats.options import Options

_SEVERITIES = {"error": "error", "warning": "warning", "suggestion": "info"}


def render(report: Report, options: Options) -> Iterator[str]:  # noqa: ARG001 - every format is called alike
    """Yields the document: one element for each article with findings, and for each file that failed."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
    for path, found in groupby(report.findings, key=lambda finding: finding.path):
        yield from _file(path, map(_finding, found))
    for path, wrong in groupby(report.errors, key=lambda mistake: mistake.path):
        yield from _file(path, map(_mistake, wrong))
    yield "</checkstyle>\n"


def _file(path: str, errors: Iterable[str]) -> Iterator[str]:
    yield f'  <file name="{markup(path)}">\n'
    yield from errors
    yield "  </file>\n"


def _finding(finding: Finding) -> str:
    # Readers take what stands after the last full stop for the rule, and what stands before it for its group.
    source = "newslint." + finding.rule.replace("/", ".")
    return _error(finding.place.line, finding.place.column, _SEVERITIES[finding.severity], finding.message, source)


def _mistake(mistake: Mistake) -> str:
    return _error(mistake.line or 1, mistake.column or 1, "error", mistake.message, "newslint.failed")


def _error(line: int, column: int, severity: str, message: str, source: str) -> str:
    where = f'line="{line}" column="{column}"'
    return f'    <error {where} severity="{severity}" message="{markup(message)}" source="{markup(source)}"/>\n'
