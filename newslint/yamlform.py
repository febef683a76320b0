"""YAML read into typed forms: a form is a frozen dataclass, its fields are the keys, and every mistake has its place.

``build`` goes by the shape of the node (text, list, mapping) to the member of the field's type that has this shape.
"""

import collections.abc
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from newslint.finding import Mistake
from newslint.forms import make_ready
from newslint.yamlevents import read
from newslint.yamlnodes import QUOTE, Mapping, Node, Scalar, Sequence, shown, where
from newslint.yamltypes import (
    SIMPLE,
    Field,
    Hint,
    Value,
    convert,
    either,
    form_fields,
    key_of,
    keys_of,
    meant,
    members,
    nearest,
    said,
    shape_of,
    takes_text,
)

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "build", "key_of", "read", "schema", "where"]

T = TypeVar("T")
_Wrong = tuple[int, int, str]
_WRONG: Value = object()
_FOUND = {Scalar: "text", Sequence: "a list", Mapping: "a mapping"}


def build(node: Node, form: type[T], path: str) -> tuple[T | None, list[Mistake]]:
    """Fills a form; either the form comes back, or every mistake, sorted by place."""
    make_ready()
    out: list[_Wrong] = []
    value = _fill(node, form, "", out)
    mistakes = [Mistake(path, *wrong) for wrong in sorted(out, key=lambda wrong: wrong[:2])]
    return (None if mistakes else value), mistakes


def _fill(node: Node, hint: Hint, name: str, out: list[_Wrong]) -> Value:
    """The value of a node as the type asks, or ``_WRONG`` with the reasons in ``out``."""
    if isinstance(node, Scalar) and takes_text(hint):
        return _from_text(node, hint, name, out)
    fitting = [member for member in members(hint) if shape_of(member) is type(node)]
    if isinstance(node, Sequence) and fitting:
        return _from_items(node, fitting[0], name, out)
    if isinstance(node, Mapping) and fitting:
        best = max(fitting, key=lambda member: sum(key.value in keys_of(member) for key, _ in node.pairs))
        if not (takes_text(hint) and _is_sentence(node, best)):
            return _from_pairs(node, best, name, out)
    _misfit(node, hint, name, out)
    return _WRONG


def _from_text(node: Scalar, hint: Hint, name: str, out: list[_Wrong]) -> Value:
    if not node.value and node.style == "plain":
        out.append((node.line, node.column, f"`{shown(name)}` is empty; expected {said(hint)}"))
        return _WRONG
    try:
        return convert(node.value, hint)
    except ValueError as error:
        offset = getattr(error, "offset", None)
        place = where(node, offset=offset if isinstance(offset, int) else None)
        out.append((*place, _about(name, str(error))))
        return _WRONG


def _from_items(node: Sequence, hint: Hint, name: str, out: list[_Wrong]) -> Value:
    item_type = get_args(hint)[0]
    values = tuple(_fill(item, item_type, name, out) for item in node.items)
    return _WRONG if any(value is _WRONG for value in values) else values


def _from_pairs(node: Mapping, hint: Hint, name: str, out: list[_Wrong]) -> Value:
    """A form or a dictionary; of a key given twice, which ``read`` has reported, the first counts."""
    given = {key.value: value for key, value in reversed(node.pairs)}
    origin: Hint = get_origin(hint)
    if origin:
        item_type = get_args(hint)[1]
        table = {key: _fill(given[key], item_type, key, out) for key in reversed(given)}
        return _WRONG if any(value is _WRONG for value in table.values()) else table
    form = form_fields(hint)
    misspelt = _unknown(node, form, out)
    values = {}
    for key, field in form.items():
        if key in given:
            values[field.name] = _fill(given[key], field.hint, key, out)
        elif field.required:
            values[field.name] = _WRONG
            if key not in misspelt:
                within = f" in `{shown(name)}`" if name else ""
                out.append((node.line, node.column, f"`{key}` is missing{within}; expected {said(field.hint)}"))
    if any(value is _WRONG for value in values.values()):
        return _WRONG
    try:
        return hint(**values)
    except ValueError as error:
        out.append((node.line, node.column, _about(name, str(error))))
        return _WRONG


def _unknown(node: Mapping, form: collections.abc.Mapping[str, Field], out: list[_Wrong]) -> set[str | None]:
    """Reports the keys that the form does not have; returns the keys they were probably meant for."""
    given = {key.value for key, _ in node.pairs}
    free = [f"`{key}`" for key in form if key not in given]
    misspelt = set()
    for key, _ in node.pairs:
        if key.value not in form:
            right = nearest(key.value, form)
            advice = meant(right) or (f"; expected {either(free)}" if free else "")
            out.append((key.line, key.column, f"unknown key `{shown(key.value)}`{advice}"))
            misspelt.add(right)
    return misspelt


def _is_sentence(node: Mapping, form: Hint) -> bool:
    """Whether no key is, or is nearly, one of the form's: then ``He said: no`` was meant as a text."""
    keys = keys_of(form)
    return bool(keys and node.pairs) and not any(key.value in keys or nearest(key.value, keys) for key, _ in node.pairs)


def _misfit(node: Node, hint: Hint, name: str, out: list[_Wrong]) -> None:
    """A list or a mapping in place of a text is as a rule a sentence with ``[[``, ``{`` or ``: `` in it."""
    message = f"expected {said(hint)}, found {_FOUND[type(node)]}"
    if not isinstance(node, Scalar) and takes_text(hint):
        colon = isinstance(node, Mapping) and (len(node.pairs) == 1 or any(" " in key.value for key, _ in node.pairs))
        message += f"; {QUOTE}" if node.flow or colon else ""
    out.append((node.line, node.column, _about(name, message)))


def _about(name: str, message: str) -> str:
    return f"`{shown(name)}`: {message}" if name else message


def schema(form: type) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a form, for editors that complete and check YAML; nested forms go by their names.

    It is stricter than ``build`` in one thing: it takes ``2021`` for a number where a text is asked for.
    """
    defs: dict[type, dict[str, Any]] = {}
    top = _object(form, defs)
    out = {"$schema": "https://json-schema.org/draft/2020-12/schema", **top}
    if defs:
        out["$defs"] = {nested.__name__: defs[nested] for nested in defs}
    return out


def _object(form: type, defs: dict[type, dict[str, Any]]) -> dict[str, Any]:
    properties = {}
    for key, field in form_fields(form).items():
        properties[key] = {**_schema(field.hint, defs), **({"description": field.help} if field.help else {})}
    required = [key for key, field in form_fields(form).items() if field.required]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _schema(hint: Hint, defs: dict[type, dict[str, Any]]) -> dict[str, Any]:
    options: list[dict[str, Any]] = []
    for member in members(hint):
        origin, arguments = get_origin(member), get_args(member)
        if origin is Literal:
            options.append({"enum": list(arguments)})
        elif origin is Annotated:
            base = SIMPLE.get(arguments[0], SIMPLE[str]).schema.get("type", "string")
            options.append({"type": sorted({"string", base})} if base != "string" else {"type": "string"})
        elif origin is tuple:
            options.append({"type": "array", "items": _schema(arguments[0], defs)})
            options += [_schema(item, defs) for item in members(arguments[0]) if shape_of(item) is Scalar]
        elif origin:
            options.append({"type": "object", "additionalProperties": _schema(arguments[1], defs)})
        elif member in SIMPLE:
            options.append(SIMPLE[member].schema)
        else:
            if member not in defs:
                defs[member] = {}
                defs[member] = _object(member, defs)
            options.append({"$ref": f"#/$defs/{member.__name__}"})
    unique = [option for index, option in enumerate(options) if option not in options[:index]]
    return unique[0] if len(unique) == 1 else {"anyOf": unique}
