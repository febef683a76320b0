"""What the types of a form's fields ask of YAML: which shape of node, which words in a message, which text.

One field may have: text, number, truth or date; ``Literal``; ``Annotated[T, converter]`` with a function from text
to T that raises ValueError; ``tuple[T, ...]``, where one text is a list of one; ``Mapping[str, T]``; another form;
and unions of these, told apart by shape.
"""

import collections.abc
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from newslint.forms import make_ready
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.yamlnodes import Mapping, Scalar, Sequence, shown

Hint = Any  # a type as an annotation has it
Value = Any  # of the type that the hint says


class Simple(NamedTuple):
    """A type of one scalar: how a message names it, what its text looks like, how it is made, its JSON Schema."""

    name: str
    looks: re.Pattern[str]
    make: Callable[[str], Any]
    schema: dict[str, Any]


class Field(NamedTuple):
    """A field of a form; ``help`` is what its metadata say under that name."""

    name: str
    hint: Hint
    required: bool
    help: str


_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
SIMPLE = {
    str: Simple("text", regex(r"(?s).*"), str, {"type": "string"}),
    int: Simple("a whole number", regex(r"[-+]?[0-9]{1,18}"), int, {"type": "integer"}),
    float: Simple(
        "a number", regex(r"[-+]?[0-9]{1,18}(\.[0-9]{1,18})?([eE][-+]?[0-9]{1,2})?"), float, {"type": "number"}
    ),
    bool: Simple(
        "true or false",
        regex("(?i)true|yes|on|false|no|off"),
        lambda text: _TRUTH[text.lower()],
        {"enum": [True, False, "yes", "no", "on", "off"]},
    ),
    date: Simple(
        "a date like 2021-12-30",
        regex("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
        date.fromisoformat,
        {"type": "string", "format": "date"},
    ),
}


def key_of(name: str) -> str:
    """The YAML key of a field: ``in_`` is written ``in``, ``not_before`` is written ``not-before``."""
    return name.rstrip("_").replace("_", "-")


@cache
def form_fields(form: type) -> dict[str, Field]:
    """The fields of a form by their YAML keys."""
    from dataclasses import MISSING, fields

    make_ready()
    hints = get_type_hints(form, include_extras=True)
    return {
        key_of(field.name): Field(
            field.name,
            hints[field.name],
            field.default is MISSING and field.default_factory is MISSING,
            field.metadata.get("help", ""),
        )
        for field in fields(form)
        if field.init
    }


def keys_of(member: Hint) -> collections.abc.Mapping[str, Field]:
    """The fields of a form, none of a dictionary."""
    return {} if get_origin(member) else form_fields(member)


@cache
def members(hint: Hint) -> tuple[Any, ...]:
    """What a type may be, unions and plain annotations opened: scalars, tuples, dictionaries, forms."""
    origin: Hint = get_origin(hint)
    if origin in (Union, UnionType):
        return tuple(member for part in get_args(hint) for member in members(part))
    if origin is Annotated and not converter(hint):
        return members(get_args(hint)[0])
    return () if hint is NoneType else (hint,)


def converter(hint: Hint) -> Callable[[str], Any] | None:
    """The function that ``Annotated`` brings, if it brings one."""
    return next((extra for extra in get_args(hint)[1:] if callable(extra)), None)


@cache
def shape_of(member: Hint) -> type:
    """The kind of node that a member is read from."""
    from dataclasses import is_dataclass

    make_ready()
    origin: Hint = get_origin(member)
    if origin is tuple:
        return Sequence
    if origin in (dict, collections.abc.Mapping) or (isinstance(member, type) and is_dataclass(member)):
        return Mapping
    if origin in (Literal, Annotated) or member in SIMPLE:
        return Scalar
    message = f"a form cannot hold {member!r}"
    raise TypeError(message)


@cache
def takes_text(hint: Hint) -> bool:
    """Whether one scalar will do, which it does for a list too."""
    return any(
        shape is Scalar or (shape is Sequence and takes_text(get_args(member)[0]))
        for member in members(hint)
        for shape in (shape_of(member),)
    )


def convert(text: str, hint: Hint) -> Value:
    """A text as the first of the types that takes it; one text is a list of one. Raises ValueError with the reason."""
    refused: ValueError | None = None
    for member in members(hint):
        origin, simple = get_origin(member), SIMPLE.get(member)
        if origin is Literal and text in get_args(member):
            return text
        try:
            if origin is Annotated and (make := converter(member)):
                return make(text)
            if origin is tuple:
                return (convert(text, get_args(member)[0]),)
        except ValueError as error:
            refused = error
        if simple and simple.looks.fullmatch(text):
            with suppress(ValueError):  # the thirtieth of February
                return simple.make(text)
    choices = [str(choice) for member in members(hint) if get_origin(member) is Literal for choice in get_args(member)]
    raise refused or ValueError(f"expected {said(hint)}{meant(nearest(text, choices))}")


def nearest(word: str, choices: collections.abc.Iterable[str]) -> str | None:
    """The choice that may have been meant, if one is like the word."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(shown(word).lower(), list(choices), scorer=fuzz.ratio, score_cutoff=65)
    return best[0] if best else None


def meant(choice: str | None) -> str:
    """The tail of a message that offers what may have been meant."""
    return f"; did you mean `{choice}`?" if choice else ""


def either(words: collections.abc.Sequence[str]) -> str:
    """``a, b or c``."""
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def said(hint: Hint) -> str:
    """What a type asks for, in words."""
    names: list[str] = []
    for member in members(hint):
        shape = shape_of(member)
        if get_origin(member) is Literal:
            names += map(str, get_args(member))
        elif shape is Mapping:
            required = [f"`{key}`" for key, field in keys_of(member).items() if field.required]
            names.append("a mapping" + (f" with {', '.join(required)}" if required else ""))
        elif shape is Sequence:
            names.append("a list")
        else:
            base = get_args(member)[0] if get_origin(member) is Annotated else member
            names.append(SIMPLE.get(base, SIMPLE[str]).name)
    return either(list(dict.fromkeys(names)))
