"""Keeps what an article, a rule or a path says from steering what it is shown on, and from breaking a format."""

import re
from collections.abc import Callable

from newslint.patterns import regex

# C0, DEL and C1 controls; marks, embeddings, overrides and isolates that reorder a line; line and paragraph
# separators; lone surrogates, which no encoding can write.
UNSAFE = regex("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# Code points that are no characters: XML 1.0 cannot write some of them even as references, and HTML wants none.
_LAST_TWO = "".join(chr(plane | last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
_NOTHING = regex(f"[\ufdd0-\ufdef{_LAST_TWO}]")
_SURROGATE = regex("[\ud800-\udfff]")

_COLOURS = {"error": "31;1", "warning": "33;1", "suggestion": "36", "strong": "1"}


def escape(text: str) -> str:
    r"""The text on one line, with control and bidirectional characters spelled out, as ``\x1b`` or ``\u202e``."""
    return UNSAFE.sub(_spelled, text)


def colour(text: str, name: str) -> str:
    """The text, already escaped, in the colour of a severity, or ``strong``."""
    return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m"


def markup(text: str) -> str:
    """The text for the body or a quoted attribute of an HTML or XML document, on one line."""
    return quoted(escape(text))


def quoted(text: str) -> str:
    """The text without signs of markup, and with what is no character spelled out; line breaks and controls stay."""
    out = _NOTHING.sub(_spelled, text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return out.replace('"', "&quot;").replace("'", "&#39;")


def json_encoder(*, strict: bool = False) -> Callable[[object], str]:
    r"""A function from a value to JSON on one line; ``strict``: with U+FFFD for what other languages cannot hold.

    Lone surrogates cannot be written as UTF-8, and spelled ``\ud800`` are refused by many readers.
    The rest of what is unsafe is spelled out for those who read the JSON on a terminal.
    """
    # Imported here because every start of newslint would pay for it.
    import json

    encode = json.JSONEncoder(ensure_ascii=False).encode
    if strict:
        return lambda value: UNSAFE.sub(_as_json, _SURROGATE.sub("\ufffd", encode(value)))
    return lambda value: UNSAFE.sub(_as_json, encode(value))


def _as_json(unsafe: re.Match[str]) -> str:
    return f"\\u{ord(unsafe[0]):04x}"


def _spelled(unsafe: re.Match[str]) -> str:
    code = ord(unsafe[0])
    if code > 0xFFFF:
        return f"\\U{code:08x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
