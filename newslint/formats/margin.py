"""What stands beside the article in the HTML report: one entry a finding, and one at the second place of each."""

from collections.abc import Mapping

from newslint.finding import Finding, Fix, PlacedNote
from newslint.formats.escape import markup
from newslint.formats.location import web
from newslint.formats.options import About, Options
from newslint.formats.page import family
from newslint.records import NamedTuple

_LONGEST = 300  # characters shown of a replacement


class Margin(NamedTuple):
    """The article that the entries stand beside, and the classes of the families."""

    path: str
    families: Mapping[str, str]
    options: Options

    def classes(self, finding: Finding) -> str:
        """The classes by which a finding is coloured and filtered."""
        return f"{finding.severity} {self.families[family(finding.rule)]}"


def entry(number: int, finding: Finding, margin: Margin, *, marked: bool = True) -> str:
    """The entry of a finding: what is wrong, what to put instead, where the other place is, why it matters."""
    name = f'<a class="to" href="#m{number}">{number}</a>' if marked else f'<span class="to">{number}</span>'
    text = "" if marked else f"<p><q>{markup(finding.text)}</q></p>\n"
    notes = "".join(_note(number, at, note, margin) for at, note in enumerate(finding.notes, 1))
    return (
        f'<li class="entry {margin.classes(finding)}" id="f{number}">\n'
        f"<p>{name} {markup(finding.message)}{_fix(finding.fix)}</p>\n{text}"
        + (f'<ul class="notes">\n{notes}</ul>\n' if notes else "")
        + _why(finding, margin.options.rules.get(finding.rule))
        + "</li>\n"
    )


def second(number: int, finding: Finding, margin: Margin) -> str:
    """The entry at the second place of a finding, which leads back to it."""
    where = f"line {finding.place.line}"
    if finding.path != margin.path:
        where = f"{finding.path}, {where}"
    return (
        f'<li class="entry second {margin.classes(finding)}">\n'
        f'<p><a class="to" href="#f{number}">{number}</a> '
        f'<a href="#m{number}">{markup(where)}</a>: {markup(finding.message)}</p>\n</li>\n'
    )


def _fix(fix: Fix | None) -> str:
    if fix is None:
        return ""
    if not fix.text:
        return ' <span class="fix">→ (leave out)</span>'
    shown = fix.text if len(fix.text) <= _LONGEST else fix.text[:_LONGEST] + "…"
    if shown.isspace():
        # Blanks would not be seen.
        shown = f"“{shown}”"
    return f' <span class="fix">→ <ins>{markup(shown)}</ins></span>'


def _note(number: int, at: int, note: PlacedNote, margin: Margin) -> str:
    where = f"line {note.place.line}"
    if note.path != margin.path:
        where = f"{note.path}, {where}"
    link = markup(where)
    if margin.options.article(note.path):
        link = f'<a href="#n{number}-{at}">{link}</a>'
    said = f": {markup(note.message)}" if note.message else ""
    return f"<li>{link}{said}</li>\n"


def _why(finding: Finding, about: About | None) -> str:
    head = f"<b>{finding.severity}</b> {markup(finding.rule)} <small>line {finding.place.line}</small>"
    if about is None:
        return f'<p class="rule">{head}</p>\n'
    more = "".join(
        f'<p><a href="{markup(link)}" rel="noopener noreferrer">{markup(link)}</a></p>\n' for link in web(about.links)
    )
    why = f"<p>{markup(' '.join(about.why.split()))}</p>\n"
    return f'<details class="rule"><summary>{head}</summary>\n{why}{more}</details>\n'
