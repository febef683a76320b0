"""GitLab's Code Quality report: what a merge request shows beside the changed lines."""

from collections.abc import Iterator

from newslint.finding import Finding, Mistake, Place, Report
from newslint.formats.escape import escape, json_encoder
from newslint.formats.fingerprint import fingerprints
from newslint.formats.json_ import array
from newslint.formats.location import relative
from newslint.formats.options import Options
from newslint.span import Span

_SEVERITIES = {"error": "major", "warning": "minor", "suggestion": "info"}
# What newslint could not do stands under its own name, which no rule can have.
_FAILED = "newslint"


def render(report: Report, options: Options) -> Iterator[str]:  # noqa: ARG001 - every format is called alike
    """Yields the list: findings in their order, then what newslint could not do."""
    every = [*report.findings, *map(_as_finding, report.errors)]
    issues = (_issue(finding, mark) for finding, mark in zip(every, fingerprints(every), strict=True))
    yield from array(issues, json_encoder(strict=True))
    yield "\n"


def _issue(finding: Finding, fingerprint: str) -> dict[str, object]:
    return {
        "description": escape(finding.message),
        "check_name": escape(finding.rule),
        "fingerprint": fingerprint,
        "severity": "blocker" if finding.rule == _FAILED else _SEVERITIES[finding.severity],
        "location": {"path": relative(finding.path), "lines": {"begin": finding.place.line}},
    }


def _as_finding(mistake: Mistake) -> Finding:
    """In the shape of a finding, whose text tells it from others in the same file."""
    line = mistake.line or 1
    return Finding(
        mistake.path, Place(line, 1, line, 1), _FAILED, "error", mistake.message, mistake.message, Span(0, 0)
    )
