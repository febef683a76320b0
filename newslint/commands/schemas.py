"""``newslint schema``: JSON Schema of the files that people write, from the forms that read them.

Editors complete and check by it.
"""

import argparse
import sys
from typing import Any

from newslint.config.form import Settings
from newslint.kinds import KINDS
from newslint.yamlform import schema

_Schema = dict[str, Any]
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("schema", help="the JSON Schema of rule files or of the configuration")
    command.add_argument("file", choices=["rule", "config"])
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    sys.stdout.write(printed(options.file))
    return 0


def printed(name: str) -> str:
    """The schema of ``rule`` or ``config``, as a file holds it."""
    import json

    return json.dumps(rule_schema() if name == "rule" else config_schema(), ensure_ascii=False, indent=2) + "\n"


def rule_schema() -> _Schema:
    """The schema of a rule file: its kind says which other keys it may have."""
    defs: _Schema = {}
    cases = []
    for name, kind in KINDS.items():
        form = schema(kind.form)
        defs |= form.pop("$defs", {})
        del form["$schema"]
        form["properties"]["kind"] = {"const": name}
        defs[f"kind-{name}"] = form
        cases.append({"if": {"properties": {"kind": {"const": name}}}, "then": {"$ref": f"#/$defs/kind-{name}"}})
    return {
        "$schema": _DRAFT,
        "title": "a rule of newslint",
        "type": "object",
        "properties": {"kind": {"enum": list(KINDS), "description": "which kind of check this rule is"}},
        "required": ["kind"],
        "allOf": cases,
        "$defs": defs,
    }


def config_schema() -> _Schema:
    """The schema of ``newslint.toml``, which is also that of ``[tool.newslint]`` in ``pyproject.toml``."""
    out = {**schema(Settings), "title": "a configuration of newslint"}
    # what the forms check beyond the shapes of their fields
    out["$defs"]["PerFile"]["anyOf"] = [{"required": ["files"]}, {"required": ["where"]}]
    by_key = {"properties": {"by": {"const": "front-matter"}}}
    out["$defs"]["Story"] |= {"if": by_key, "then": {"required": ["key"]}}
    out["properties"]["required-version"]["pattern"] = (
        r"^\s*(>=|<=|==|!=|>|<)\s*\d[\d.]*\s*(,\s*(>=|<=|==|!=|>|<)\s*\d[\d.]*\s*)*$"
    )
    return out
