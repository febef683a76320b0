"""Text of the web page around an article, pasted in with it: comment forms, share buttons, credits, link lists."""

from collections.abc import Iterable, Sequence

from newslint.document import Document
from newslint.finding import Match
from newslint.forms import field, form
from newslint.kinds.templates import all_anchors, distinct, matches, read_pattern
from newslint.matching.pattern import Pattern
from newslint.matching.plan import Bound
from newslint.matching.signs import TRIM
from newslint.matching.tails import tails
from newslint.matching.words import Hits
from newslint.rule import Compiled, Form, Problem, Setting
from newslint.span import Span

# A line that begins further into its paragraph is a tail of it.
_INDENT = 40


@form
class Furniture(Form):
    """``lines`` are whole paragraphs, ``starts`` the beginnings of short ones; both are templates."""

    lines: tuple[str, ...] = field(default=(), metadata={"help": "templates of whole lines"})
    starts: tuple[str, ...] = field(default=(), metadata={"help": "templates with which a short line begins"})
    most: int = field(default=30, metadata={"help": "how many words a line that only begins so may have"})
    marks: tuple[str, ...] = field(default=(), metadata={"help": "lines of nothing but these marks"})
    tails: bool = field(default=True, metadata={"help": "false: not where the line is run into the end of a paragraph"})


def compile_rule(form: Furniture, setting: Setting) -> Compiled:
    """The whole line is reported."""
    if not form.lines and not form.starts and not form.marks:
        setting.problems.append(Problem((), "`lines` is missing; expected at least one line"))
    lines = _compile(form.lines, "lines", "line", setting)
    starts = _compile(form.starts, "starts", "start", setting)
    patterns = lines + starts
    marks = frozenset("".join(form.marks))

    def find(document: Document, hits: Hits) -> Iterable[Match]:
        found: dict[int, Match] = {}
        for pattern in (patterns[at] for at in hits if at < len(patterns)):
            for match in matches(pattern, document, None):
                line = _line(document, match.span)
                if not form.tails and line.start > document.paragraph(line.start).start + _INDENT:
                    continue
                short = len(document.folded.plain[line.start : line.end].split()) <= form.most
                if pattern.plan.bound == "line" or short:
                    found.setdefault(line.start, _report(document, line, match.values))
        for span in document.paragraphs if marks else ():
            text = document.text[span.start : span.end].strip()
            if text and marks.issuperset(text):
                line = _line(document, span)
                found.setdefault(line.start, _report(document, line, {}))
        return distinct(found.values())

    anchors = all_anchors(patterns, setting)
    if marks:
        # the last that it asks for is any line of marks
        signs = frozenset(("", mark) for mark in marks)
        anchors = anchors._replace(always=True, asked=(*anchors.asked, (signs,)))
    return Compiled(anchors, find, frozenset({"match"}))


def _compile(texts: Sequence[str], key: str, bound: Bound, setting: Setting) -> list[Pattern]:
    read = (read_pattern(text, (key, at), setting, across=True, bound=bound) for at, text in enumerate(texts))
    return [one for one in read if one]


def _line(document: Document, span: Span) -> Span:
    """The paragraph, or the tail of it that begins there, without the blanks around it."""
    whole = document.paragraph(span.start)
    for tail in tails(document).get(whole.start, ()):
        if tail.start <= span.start and not document.text[tail.start : span.start].strip(TRIM):
            whole = tail
    text = document.text[whole.start : whole.end]
    return Span(whole.start + len(text) - len(text.lstrip()), whole.end - len(text) + len(text.rstrip()))


def _report(document: Document, line: Span, values: dict[str, str]) -> Match:
    return Match(
        line,
        {**values, "match": document.text[line.start : line.end].strip(TRIM) or document.text[line.start : line.end]},
    )
