"""One finding a line, for ``grep`` and for the error lists of editors."""

from collections.abc import Iterator

from newslint.finding import Report, Telling
from newslint.formats.escape import escape
from newslint.formats.options import Options


def render(report: Report | Telling, options: Options) -> Iterator[str]:  # noqa: ARG001 - every format is called alike
    """Yields ``path:line:column: severity rule message`` for each finding."""
    for finding in report.findings:
        place = finding.place
        words = f"{finding.severity} {finding.rule} {finding.message}"
        yield escape(f"{finding.path}:{place.line}:{place.column}: {words}") + "\n"
