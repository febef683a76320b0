"""The page of each rule under docs/rules, and their index, from the rule files and the figures measured."""

import unicodedata
from collections.abc import Iterator, Sequence
from html import escape as html
from itertools import groupby
from pathlib import Path

from newslint import measured
from newslint.engine import Engine
from newslint.finding import Finding
from newslint.formats.markdown import text
from newslint.lexicon import Lexicon
from newslint.measuring import per
from newslint.rule import Example, Rule, fill, placeholders
from newslint.rulebook import Rulebook
from newslint.selftest import make_case, unmark

FOLDER = "docs/rules"
MADE = "<!-- Made from the rule files by `make docs`; a change made here is lost. -->\n"
SEVERITIES = {
    "error": "wrong as printed",
    "warning": "look before printing",
    "suggestion": "a matter of judgement",
}


def pages(book: Rulebook, figures: measured.Measured | None) -> Iterator[tuple[str, str]]:
    """Path and text of every page, the index first."""
    yield f"{FOLDER}/README.md", "".join(_index(book.rules, figures))
    for rule in book.rules:
        yield f"{FOLDER}/{rule.id}.md", "".join(f"{line}\n" for line in _page(rule, book.lexicon, figures))


def _index(rules: Sequence[Rule], figures: measured.Measured | None) -> Iterator[str]:
    yield f"{MADE}\n# The rules, by family\n\n"
    yield "What each reports, why, with examples, and how to silence it. The last column: how often a rule speaks up\n"
    yield "in 100 articles of professional news"
    if figures:
        yield f" ({figures.articles:,} articles, {figures.words:,} words, {figures.day})"
    yield "; a real mistake counts, too.\n\n"
    families = [(name, list(found)) for name, found in groupby(rules, key=_family)]
    yield " · ".join(f"[{name}](#{name}) {len(found)}" for name, found in families) + "\n"
    for name, found in families:
        yield f"\n## {name}\n\n| rule | severity | says | in 100 |\n| --- | --- | --- | --- |\n"
        for rule in found:
            link = f"[{rule.id.partition('/')[2]}]({rule.id}.md)"
            state = f"{rule.form.severity}{_off(rule)}"
            yield f"| {link} | {state} | {_says(rule)} | {_hundred(rule, figures)} |\n"


def _off(rule: Rule) -> str:
    if rule.form.house:
        return f", house style {rule.form.house}"
    return "" if rule.form.default else ", off"


def _says(rule: Rule) -> str:
    """The message with dots for what an article fills in."""
    return text(fill(rule.form.message, dict.fromkeys((name for name, _ in placeholders(rule.form.message)), "…")))


def _hundred(rule: Rule, figures: measured.Measured | None) -> str:
    one = figures.rules.get(rule.id) if figures else None
    return f"{per(one.alarms, figures.articles, 100):.2f}" if one and figures else "–"


def _family(rule: Rule) -> str:
    return rule.id.partition("/")[0]


def _page(rule: Rule, lexicon: Lexicon, figures: measured.Measured | None) -> Iterator[str]:
    form = rule.form
    up = "../" * rule.id.count("/")
    yield from (MADE, f"# {rule.id}", "")
    family = _family(rule)
    yield f"**{form.severity}** ({SEVERITIES[form.severity]}) · {_state(rule)} ·"
    yield f"family [{family}]({up}README.md#{family}) · kind [{form.kind}]({up}../kinds.md#{form.kind}) ·"
    yield f"[the rule file]({up}../../rules/{rule.id}.yaml)"
    yield from ("", f"> {_says(rule)}", "", "## Why", "", text(" ".join(form.why.split())), "")
    if seen := _looks_at(rule):
        yield from (seen, "")
    # what needs Java is not run, so that the pages are the same wherever they are made
    engine = None if form.kind == "grammar" else Engine([rule])
    fixes: list[Finding] = []
    yield from ("## Reported", "")
    for example in form.examples.bad:
        yield from _example(example)
        for finding in _findings(engine, example, lexicon):
            fixes += [finding] if finding.fix else []
            yield from (f"{text(finding.message)}{_fix(finding)}", "")
    if any("[[2:" in one for example in form.examples.bad for one in _texts(example)):
        yield from ("In italics: the second place that the finding points to.", "")
    yield from ("## Left alone", "")
    for example in form.examples.good:
        yield from _example(example)
    yield from ("## The fix", "", _fixes(fixes, rule), "")
    yield from _silenced(rule, up)
    yield from ("## On clean news", "", _rate(rule, figures))
    if form.links:
        yield from ("", "## Read more", "", *(f"* <{html(link)}>" for link in form.links))
    if form.owner or form.expires:
        yield ""
    if form.owner:
        yield f"Owner: {text(form.owner)}."
    if form.expires:
        yield f"To be looked at again: {form.expires}."


def _state(rule: Rule) -> str:
    if rule.form.house:
        return (
            f'in the house style `{rule.form.house}` (`house = ["{rule.form.house}"]` or `--select {rule.form.house}`)'
        )
    if not rule.form.default:
        return f'off until it is selected (`extend-select = ["{rule.id}"]` or `--select {rule.id}`)'
    return "on by default"


def _looks_at(rule: Rule) -> str:
    said = [f"It looks at nothing but: {', '.join(rule.form.in_)}."] if rule.form.in_ else []
    said += {"skip": ["Quotations are left alone."], "only": ["It looks at quotations only."]}.get(rule.form.quotes, [])
    if rule.form.habit:
        said.append(f"More than {rule.form.habit} in one article are one finding, with the count.")
    return " ".join(said)


def _findings(engine: Engine | None, example: str | Example, lexicon: Lexicon) -> list[Finding]:
    if engine is None:
        return []
    documents = make_case(example, lexicon).documents
    return engine.compare(documents)[0] if len(documents) > 1 else engine.check(documents[0])[0]


def _fix(finding: Finding) -> str:
    if finding.fix is None:
        return ""
    return f" → “{text(finding.fix.text)}”" if finding.fix.text else " → (leave out)"


def _fixes(found: Sequence[Finding], rule: Rule) -> str:
    if not found:
        fixed = rule.form.fix is not None
        return (
            "A fix is offered where it is certain." if fixed else "There is none: only the writer knows what is right."
        )
    if all(one.fix and one.fix.safe for one in found):
        return "Safe: `newslint check --fix` applies it."
    return "Wants a second look: `newslint check --fix --unsafe-fixes` applies it, `--diff` shows it first."


def _silenced(rule: Rule, up: str) -> Iterator[str]:
    yield from ("## To silence it", "")
    yield "In Markdown and HTML a comment on a line above the paragraph, or at the end of it:"
    yield from ("", "```markdown", f"<!-- newslint: ignore {rule.id}: why it is right here -->", "```", "")
    yield "In plain text an entry in a list beside the article, which a command writes (it writes the comment, too):"
    yield from ("", "```", f'newslint suppress ARTICLE:LINE {rule.id} --reason "why it is right here"', "```", "")
    yield "In all articles, by `newslint.toml`:"
    yield from ("", "```toml", f'ignore = ["{rule.id}"]', "```", "")
    yield f"More: [suppression]({up}../suppression.md), [configuration]({up}../configuration.md)."
    yield ""


def _rate(rule: Rule, figures: measured.Measured | None) -> str:
    said = measured.said(figures, rule.id, Path(rule.path)) if figures else ""
    if said and rule.form.house:
        said += " Papers that keep to another style are among them."
    return said or "Not measured" + (": it needs LanguageTool." if rule.form.kind == "grammar" else ".")


def _texts(example: str | Example) -> list[str]:
    if isinstance(example, str):
        return [example]
    return [one for part in example.story for one in _texts(part)] or [example.headline or "", example.text]


def _example(example: str | Example) -> Iterator[str]:
    """An example as a quotation, what is to be reported in bold."""
    if isinstance(example, str):
        example = Example(text=example)
    for number, one in enumerate(example.story, 1):
        yield from (f"Article {number}:", "")
        yield from _example(one)
    if example.story:
        return
    if example.published:
        yield from (f"Published on {example.published}:", "")
    if example.headline is not None:
        yield from (f"> **Headline:** {marked(example.headline)[0]}", ">")
    yield from (f"> {line}".rstrip() for line in marked(example.text))
    yield ""


def marked(example: str) -> list[str]:
    """The lines of an example, as Markdown, with its marks as bold and italics."""
    plain, spans, seconds = unmark(example.rstrip("\n"))
    tags = {span: tag for tag, marked in (("i", seconds), ("b", spans)) for span in marked}
    pieces: list[str] = []
    done = 0
    for span in sorted(tags):
        pieces += (_lines(plain[done : span.start]), _lines(plain[span.start : span.end], tags[span]))
        done = span.end
    return "".join([*pieces, _lines(plain[done:])]).split("\n")


def _lines(plain: str, tag: str = "") -> str:
    """A stretch of an example; a line break in a paragraph is kept, and tags do not run over one."""
    out = []
    for line in plain.split("\n"):
        blanks = tag and (line != line.strip() or "  " in line)
        shown = text("".join(map(_seen, line.replace(" ", "␣") if blanks else line)))
        out.append(f"<{tag}>{shown}</{tag}>" if tag and shown else shown)
    return "\n".join(out)


def _seen(char: str) -> str:
    """A character as a reader can see it."""
    unseen = char != " " and unicodedata.category(char) in {"Cf", "Zs", "Zl", "Zp", "Co", "Cn", "Cc"}
    return f"⟨U+{ord(char):04X}⟩" if unseen else char
