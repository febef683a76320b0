"""What ``newslint explain`` says of a rule: why it exists, its examples, how to silence it."""

import textwrap

from newslint.formats.escape import escape
from newslint.rule import Example, Rule


def explain(rule: Rule, *, configured: bool = False, here: bool = True, rate: str = "") -> str:
    """A page of plain text on one rule.

    ``configured``: a configuration says whether it runs ``here``; ``rate``: how often it speaks up, in words.
    """
    form = rule.form
    state = "on by default"
    if form.house:
        state = f"part of the house style {form.house}: --extend-select {form.house}"
    elif not form.default:
        state = f"off by default: --extend-select {rule.id}"
    if configured:
        state += ", runs here" if here else ", does not run here"
    lines = [f"{rule.id}  ({form.severity}, {state})", "", *_wrapped(form.why), ""]
    lines += _looked_at(rule)
    for title, examples in (("Reported:", form.examples.bad), ("Left alone:", form.examples.good)):
        lines.append(title)
        lines += [f"  {line}" for example in examples for line in _shown(example)]
        lines.append("")
    if rate:
        lines += [*_wrapped(rate), ""]
    lines += _silenced(rule)
    if form.links:
        lines += ["", "Read more:", *(f"  {link}" for link in form.links)]
    if form.owner or form.expires:
        lines.append("")
    if form.owner:
        lines.append(f"Owner: {form.owner}")
    if form.expires:
        lines.append(f"To be looked at again: {form.expires}")
    return "".join(f"{escape(line)}\n" for line in lines)


def _looked_at(rule: Rule) -> list[str]:
    quotes = {"skip": ["quotations left alone"], "only": ["quotations only"]}.get(rule.form.quotes, [])
    parts = [*rule.form.in_, *quotes]
    return [f"Looks at: {', '.join(parts)}.", ""] if parts else []


def _silenced(rule: Rule) -> list[str]:
    """How to silence a rule, and how to switch it on where it is off."""
    lines = [
        "To silence it:",
        f"  once, in Markdown and HTML: <!-- newslint: ignore {rule.id}: why -->",
        f'  once, in any article: newslint suppress ARTICLE:LINE {rule.id} --reason "why"',
        f'  always, in newslint.toml: ignore = ["{rule.id}"]',
        f"  in one run: newslint check --ignore {rule.id}",
    ]
    if rule.form.house or not rule.form.default:
        said = f'house = ["{rule.form.house}"]' if rule.form.house else f'extend-select = ["{rule.id}"]'
        lines += ["", "To switch it on:", f"  in newslint.toml: {said}"]
    return lines


def _wrapped(text: str, width: int = 88) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), width)


def _shown(example: str | Example) -> list[str]:
    if isinstance(example, str):
        return example.splitlines()
    if example.story:
        return [f"({number}) {line}" for number, one in enumerate(example.story, 1) for line in _shown(one)]
    lines = [f"Headline: {example.headline}"] if example.headline else []
    lines += example.text.splitlines()
    return lines + ([f"→ {example.fix}"] if example.fix else [])
