"""The report as JSON Lines: one object a line, so that a long run can be read while it is written, and by ``jq``."""

from collections.abc import Iterator

from newslint import __version__
from newslint.finding import Report, Telling
from newslint.formats.escape import json_encoder
from newslint.formats.json_ import finding_object, mistake_object, not_run_object
from newslint.formats.options import Options


def render(report: Report | Telling, options: Options) -> Iterator[str]:  # noqa: ARG001 - every format is called alike
    """Yields a line for each finding, error and rule that did not run, told apart by ``type``; the run is the last."""
    encode = json_encoder()
    for finding in report.findings:
        yield encode({"type": "finding", **finding_object(finding)}) + "\n"
    for not_run in report.not_run:
        yield encode({"type": "not_run", **not_run_object(not_run)}) + "\n"
    for mistake in report.errors:
        yield encode({"type": "error", **mistake_object(mistake)}) + "\n"
    counts = {"articles": report.articles, "findings": report.counts.severities.total(), "errors": len(report.errors)}
    yield encode({"type": "run", "schema": "newslint/1", "version": __version__, **counts}) + "\n"
