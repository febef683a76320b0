"""Addresses that have no business in an article: shorteners, raw numbers, hosts that pretend to be others."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from newslint.document import Document
from newslint.finding import Match
from newslint.forms import field, form
from newslint.matching.words import Hits
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.rule import ALWAYS, Compiled, Form, Problem, Setting
from newslint.span import Span

Shape = Literal["ip", "user", "punycode", "mixed-script", "deep", "mismatch"]
_LINK = regex(
    r"(?i:https?|ftp)://[^\s<>\"\])}]+|\bwww\.[^\s<>\"\])}]+|(?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}\b(?:/[^\s<>\"\])}]*)?"
)
_PARTS = regex(r"(?:(?i:[a-z]+)://)?(?:([^/@\s]*)@)?([^/:?#\s]+)(?::\d+)?(.*)", re.DOTALL)
_MARKDOWN = regex(r"\[([^\]\[\n]{1,200})\]\(((?i:https?)://[^)\s]{1,2000})\)")
_OUTSIDE = regex(r"(?i:https?|ftp)://")
_IP = regex(r"\d{1,3}(?:\.\d{1,3}){3}|0x[0-9a-f]+|\d{8,10}")
_DOTTED = regex(r"\.(?<=\w\.)[a-z]{2}")


class Address(NamedTuple):
    """An address, or the text that leads to it: whether it has a scheme, its user part, its host, and the rest."""

    span: Span
    scheme: bool
    user: str
    host: str
    rest: str
    text: str


@form
class Links(Form):
    """``hosts``, ``endings`` (.xyz) and ``parameters`` that are wrong in any article, and ``shapes`` of address."""

    hosts: tuple[str, ...] = field(default=(), metadata={"help": "hosts, with all below them"})
    endings: tuple[str, ...] = field(default=(), metadata={"help": "last parts of a host, such as xyz"})
    parameters: tuple[str, ...] = field(default=(), metadata={"help": "what the part after the host may not hold"})
    shapes: tuple[Shape, ...] = field(default=(), metadata={"help": "shapes of address that no newsroom writes"})


def compile_rule(form: Links, setting: Setting) -> Compiled:
    """The whole address is reported."""
    if not (form.hosts or form.endings or form.parameters or form.shapes):
        setting.problems.append(Problem((), "`hosts`, `endings`, `parameters` or `shapes` is missing"))
    hosts = frozenset(host.lower() for host in form.hosts)
    endings = frozenset(ending.lower().lstrip(".") for ending in form.endings)
    shapes = [_SHAPES[shape] for shape in form.shapes if shape in _SHAPES]

    def wrong(address: Address) -> bool:
        parts = address.host.split(".")
        if any(".".join(parts[at:]) in hosts for at in range(len(parts))):
            return True
        if parts[-1] in endings or any(parameter in address.rest for parameter in form.parameters):
            return True
        return any(shape(address) for shape in shapes)

    def find(document: Document, _: Hits) -> Iterable[Match]:
        for address in document.memo("addresses", lambda: addresses(document)):
            if wrong(address):
                yield Match(address.span, {"match": address.text, "host": address.host})
        if "mismatch" in form.shapes:
            yield from _mismatches(document)

    return Compiled(ALWAYS, find, frozenset({"match", "host"}))


def addresses(document: Document) -> tuple[Address, ...]:
    """The addresses in an article, in order."""
    found = []
    raw = document.folded.raw
    held = "://" in raw or "www." in document.folded.lower or _DOTTED.search(raw)
    for link in _LINK.finditer(raw) if held else ():
        text = link[0].rstrip(".,;:!?'’”")
        parts = _PARTS.fullmatch(text)
        if parts:
            span = Span(link.start(), link.start() + len(text))
            found.append(Address(span, "://" in text, parts[1] or "", parts[2].lower(), parts[3], text))
    shown = {(one.span, one.text) for one in found}
    for led in document.links:
        parts = _PARTS.fullmatch(led.target)
        if parts and _OUTSIDE.match(led.target) and (Span(led.start, led.end), led.target) not in shown:
            span = Span(led.start, led.end)
            found.append(Address(span, "://" in led.target, parts[1] or "", parts[2].lower(), parts[3], led.target))
    return tuple(sorted(found))


def _mismatches(document: Document) -> Iterator[Match]:
    """Link texts that are one host while the link goes to another."""
    written = [(Span(*found.span()), found[1], found[2], found[0]) for found in _MARKDOWN.finditer(document.folded.raw)]
    read = [(Span(*led[:2]), document.text[led.start : led.end], led.target, "") for led in document.links]
    for span, text, target, whole in written + read:
        shown = _LINK.fullmatch(text.strip())
        if not shown or not _OUTSIDE.match(target):
            continue
        says, goes = (_PARTS.fullmatch(one) for one in (shown[0], target))
        if says and goes and _site(says[2]) != _site(goes[2]):
            yield Match(span, {"match": whole or text, "host": goes[2].lower()})


def _site(host: str) -> str:
    return ".".join(host.lower().removeprefix("www.").split(".")[-2:])


def _mixed(address: Address) -> bool:
    """Letters of two alphabets in one host: a Cyrillic a among Latin letters."""
    letters = [char for char in address.host if char.isalpha()]
    return any(char.isascii() for char in letters) and any("\u0370" <= char <= "\u052f" for char in letters)


_SHAPES: dict[str, Callable[[Address], bool]] = {
    "ip": lambda address: address.scheme and _IP.fullmatch(address.host) is not None,
    "user": lambda address: address.scheme and bool(address.user),
    "punycode": lambda address: any(part.startswith("xn--") for part in address.host.split(".")),
    "mixed-script": _mixed,
    "deep": lambda address: address.scheme and address.host.count(".") >= 5,
}
