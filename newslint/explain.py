"""What ``newslint explain`` says of a rule: why it exists, its examples, how to silence it."""

import textwrap

from newslint.formats.escape import escape
from newslint.rule import Example, Rule


def explain(rule: Rule, *, configured: bool = False, here: bool = True) -> str:
    """A page of plain text on one rule; ``configured``: a configuration says whether it runs ``here``."""
    form = rule.form
    state = "on by default"
    if form.house:
        state = f"part of the house style {form.house}: --select {form.house}"
    elif not form.default:
        state = f"off by default: --select {rule.id}"
    if configured:
        state += ", runs here" if here else ", does not run here"
    lines = [f"{rule.id}  ({form.severity}, {state})", "", *_wrapped(form.why), ""]
    for title, examples in (("Reported:", form.examples.bad), ("Left alone:", form.examples.good)):
        lines.append(title)
        lines += [f"  {line}" for example in examples for line in _shown(example)]
        lines.append("")
    lines += ["To silence it:", f"  newslint check --ignore {rule.id}"]
    lines += [f'  or in newslint.toml: ignore = ["{rule.id}"]']
    if form.links:
        lines += ["", "Read more:", *(f"  {link}" for link in form.links)]
    if form.owner or form.expires:
        lines.append("")
    if form.owner:
        lines.append(f"Owner: {form.owner}")
    if form.expires:
        lines.append(f"To be looked at again: {form.expires}")
    return "".join(f"{escape(line)}\n" for line in lines)


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
