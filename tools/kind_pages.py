"""docs/kinds.md: what a rule of each kind may say, from the forms that read rule files."""

import importlib
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from newslint.formats.markdown import code
from newslint.kinds import KINDS
from newslint.rule import Form
from newslint.yamltypes import Field, Hint, form_fields, members, said

PATH = "docs/kinds.md"
MADE = "<!-- Made from the code by `make docs`; a change made here is lost. -->\n"


def page() -> str:
    return "".join(f"{line}\n" for line in _page())


def _page() -> Iterator[str]:
    common = form_fields(Form)
    yield from (MADE, "# Kinds of rules, and what each may say", "")
    yield "A kind is a way of looking; a rule says, in YAML, what to look for: [writing rules](writing-rules.md)."
    yield "`newslint new-rule FAMILY/NAME --kind KIND` writes one to fill in; `newslint schema rule` prints all of this"
    yield "for editors that complete YAML."
    yield from ("", " · ".join(f"[{name}](#{name})" for name in KINDS), "", "## What every rule says", "")
    yield from _table(common.items(), Form)
    for name, kind in KINDS.items():
        form = kind.form
        module = importlib.import_module(f"newslint.kinds.{kind.module}")
        own = [(key, field) for key, field in form_fields(form).items() if key not in common]
        yield from ("", f"## {name}", "", _line(module.__doc__), "")
        yield from (_docstring(form), "")
        yield from _table(own, form)


def _table(fields: Any, form: type) -> Iterator[str]:  # noqa: ANN401 - pairs of a key and its field
    yield from ("| key | takes | without it | |", "| --- | --- | --- | --- |")
    for key, field in fields:
        yield f"| `{key}` | {_cell(_takes(field.hint))} | {_default(field, form)} | {_cell(field.help)} |"


def _takes(hint: Hint) -> str:
    """What a key takes; of a list, what is in it."""
    lists = [one for one in members(hint) if get_origin(one) is tuple]
    inner = said(get_args(lists[0])[0]) if lists else ""
    return said(hint).replace("a list", "a list of texts" if inner.startswith("text") else f"a list of: {inner}")


def _cell(plain: str) -> str:
    """A text in a table, whose code stays code."""
    return plain.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")


def _default(field: Field, form: type) -> str:
    if field.required:
        return "needed"
    given = getattr(form, field.name, None)
    if given is None or given in {"", ()}:
        return ""
    return code({True: "true", False: "false"}.get(given, str(given)) if isinstance(given, bool) else str(given))


def _line(docstring: str | None) -> str:
    return " ".join((docstring or "").partition("\n\n")[0].split())


def _docstring(form: type) -> str:
    """A form's docstring, whose code is in double backticks."""
    return " ".join((form.__doc__ or "").split()).replace("``", "`")
