"""The parts of the HTML report that are the same for every article: head, style, filters, what could not be done."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from newslint.finding import SEVERITIES, Finding, Report
from newslint.formats.escape import markup


def family(rule: str) -> str:
    """The family of a rule: the folder that its file stands in."""
    return rule.split("/", 1)[0]


def family_classes(findings: Sequence[Finding]) -> dict[str, str]:
    """A class for each family found, by number: a name from a rule pack could be anything."""
    return {name: f"family-{at}" for at, name in enumerate(sorted({family(one.rule) for one in findings}), 1)}


def head(report: Report, families: Mapping[str, str]) -> Iterator[str]:
    """Yields the page up to the first article. It may load nothing and run nothing, and says so to the browser."""
    import base64
    import hashlib

    classes = [*SEVERITIES, *families.values()]
    style = Path(__file__).with_name("page.css").read_text("utf-8") + "".join(map(_filtered, classes))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = _counted(len(report.findings), "finding") + " in " + _counted(report.articles, "article")
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>newslint: {title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>newslint</h1>\n<p>{title}</p>\n"
    )
    if report.findings:
        yield from _filters(report.findings, families)
    yield "</header>\n<main>\n"


def _filtered(name: str) -> str:
    """What a switched-off box hides: entries and numbers, and of marks only the marking."""
    off = f"body:has(#show-{name}:not(:checked))"
    return (
        f"{off} :is(.entry, .number).{name} {{ display: none; }}\n"
        f"{off} mark.{name} {{ all: unset; }}\n{off} mark.empty.{name} {{ display: none; }}\n"
    )


def _filters(findings: Sequence[Finding], families: Mapping[str, str]) -> Iterator[str]:
    severities = [finding.severity for finding in findings]
    yield '<form class="filters">\n<fieldset><legend>Severity</legend>\n'
    for severity in SEVERITIES:
        if severity in severities:
            yield _box(severity, severity, severities.count(severity))
    yield "</fieldset>\n<fieldset><legend>Family</legend>\n"
    given = [family(finding.rule) for finding in findings]
    for name, classed in families.items():
        yield _box(classed, name, given.count(name))
    yield "</fieldset>\n</form>\n"


def _box(name: str, label: str, count: int) -> str:
    return (
        f'<label class="{name}"><input type="checkbox" id="show-{name}" checked> '
        f"{markup(label)} <small>{count}</small></label>\n"
    )


def foot(report: Report) -> Iterator[str]:
    """Yields what could not be done, and the end of the page."""
    lists = (
        ("What newslint could not do", [str(mistake) for mistake in report.errors]),
        ("Rules that did not run", [f"{rule}: {reason}" for rule, reason in report.not_run]),
    )
    for title, entries in lists:
        if entries:
            listed = "".join(f"<li>{markup(entry)}</li>\n" for entry in entries)
            yield f'<section class="undone">\n<h2>{title}</h2>\n<ul>\n{listed}</ul>\n</section>\n'
    yield "</main>\n</body>\n</html>\n"


def _counted(number: int, thing: str) -> str:
    return f"{number or 'no'} {thing}{'s' * (number != 1)}"
