"""Plain text files: from bytes to text, and from text to paragraphs."""

import codecs
import re
from collections.abc import Iterator

from newslint.document import Block
from newslint.patterns import regex
from newslint.readers.regions import regions

WRAPPED_AT = range(55, 111)
"""Characters: the widths at which typists and mail programs break their lines."""


class UndecodableError(ValueError):
    """The bytes are not text that newslint reads; ``byte`` is the offset, from 0, at which that shows."""

    def __init__(self, message: str, byte: int) -> None:
        super().__init__(message)
        self.byte = byte


_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = regex(
    rb"%PDF-|PK\x03\x04|\x89PNG|\xff\xd8\xff|GIF8[79]a|\x1f\x8b|BZh\d|\xd0\xcf\x11\xe0|7z\xbc\xaf|Rar!\x1a"
    rb"|\x7fELF|RIFF....WEBP|\xfd7zXZ|ID3[\x02-\x04]",
    re.DOTALL,
)
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1a"))
_UTF8_LETTER = regex(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# Windows-1252 read rightly: quotation marks, dashes, accented letters and signs where they belong.
_AT_HOME = regex(
    r"[‘“«](?=[\w'\"‘“…$£€. ])|(?<=[\w'\".,;:!?…)\]%’”‘“–— ])[’”»…]|(?<!\w)’(?=\w)|[–—•©®™·\xa0]"
    r"|[£€¥§±](?=[\d ])|(?<=\d)[°%€£½¼¾²³ªº]|(?<!\w)[½¼¾](?!\w)"
    r"|(?<=[^\W\d_])[ß-öø-ÿœšž]|[à-öø-ÿœšž](?=[^\W\d_])|(?<!\w)[àéèòóÀÉÈÒ](?!\w)"
    r"|(?<![a-zß-öø-ÿ])[À-ÖØ-ÞŒŠŽ](?=[^\W\d_])|(?<=[A-ZÀ-ÖØ-Þ])[À-ÖØ-ÞŒŠŽ]"
)
_BEYOND_ASCII = regex(r"[^\x00-\x7f]")

_LINE = regex(r"[^\n]+")
_OLD_MAC_LINE = regex(r"[^\r]+")
_INK = regex(r"[^\s\u200b\u2060\ufeff]")
_FIRST_WORD = regex(r"\S{1,60}")


def decode(data: bytes) -> tuple[str, str]:
    """The text without a byte order mark, and the name under which Python writes it back, mark and all."""
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark) and (name != "utf-32" or len(data) % 4 == 0):
            return _strictly(data, name), name
    if _BINARY.match(data):
        raise UndecodableError("a binary file", 0)
    if b"\0" in data:
        name = _wide(data)
        return _strictly(data, name), name
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls * 20 > len(data):
        raise UndecodableError("a binary file", next(at for at, byte in enumerate(data) if byte in _CONTROLS))
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError as error:
        text = _western(data)
        if text is None:
            raise _unlike("UTF-8", data, error.start) from None
        return text, "windows-1252"


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        # For the one codec that takes the mark off first, the error's offset begins after the mark.
        at = error.start + (len(codecs.BOM_UTF8) if name == "utf-8-sig" else 0)
        raise _unlike(name.upper().removesuffix("-SIG"), data, at) from None


def _unlike(name: str, data: bytes, at: int) -> UndecodableError:
    return UndecodableError(f"not {name}: byte 0x{data[at]:02X} at offset {at}", at)


def _wide(data: bytes) -> str:
    """The name of the UTF-16 or UTF-32 that the places of the NUL bytes show."""
    sample = data[: min(len(data), 4096) // 4 * 4] or data
    nuls = [sample[at::4].count(0) / max(1, len(sample) // 4) for at in range(4)]
    patterns = (
        ("utf-32-le", (0, 0.5, 1, 1)),
        ("utf-32-be", (1, 1, 0.5, 0)),
        ("utf-16-le", (0, 1, 0, 1)),
        ("utf-16-be", (1, 0, 1, 0)),
    )
    for name, pattern in patterns:
        aligned = len(data) % (4 if "32" in name else 2) == 0
        if aligned and all(want == 0.5 or abs(share - want) < 0.3 for share, want in zip(nuls, pattern, strict=True)):
            return name
    raise UndecodableError("a binary file", data.index(0))


def _western(data: bytes) -> str | None:
    """The text as Windows-1252, if it can hardly be anything else."""
    if _UTF8_LETTER.search(data):
        return None
    try:
        text = data.decode("windows-1252")
    except UnicodeDecodeError:
        return None
    beyond = len(_BEYOND_ASCII.findall(text))
    at_home = len(_AT_HOME.findall(text))
    return text if beyond * 4 < len(text) and at_home * 20 >= beyond * 19 else None


def paragraphs(text: str) -> tuple[Block, ...]:
    """The paragraphs in order, each with its region, the line break left out, blanks kept.

    A line is a paragraph, unless its block is hard-wrapped.
    """
    spans = list(_paragraph_spans(text))
    shown = [text[start:end].strip() for start, end in spans]
    return tuple(Block(*span, region) for span, region in zip(spans, regions(shown), strict=True))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines without their breaks; a blank line is an empty stretch."""
    pattern = _LINE if "\n" in text else _OLD_MAC_LINE
    reached = 0
    for line in pattern.finditer(text):
        start, end = line.span()
        if start > reached + 1:
            yield start, start
        if "\r" in line[0]:
            end = start + len(line[0].rstrip("\r"))
        yield (start, end) if _INK.search(text, start, end) else (start, start)
        reached = line.end()


def _paragraph_spans(text: str) -> Iterator[tuple[int, int]]:
    runs = [run for group in _groups(text) for run in _runs(text, group)]
    widths = {max(end - start for start, end in run) for run in runs if len(run) > 1 and _runs_on(text, run)}
    for run in runs:
        if len(run) == 1:
            yield run[0]
        elif _runs_on(text, run) or _wrapped_like_others(text, run, widths):
            yield run[0][0], run[-1][1]
        else:
            yield from run


def _groups(text: str) -> Iterator[list[tuple[int, int]]]:
    """The lines between blank lines."""
    group: list[tuple[int, int]] = []
    for start, end in _lines(text):
        if start < end:
            group.append((start, end))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _runs(text: str, group: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The lines of a block in runs: in each, no line but the last had room for the next line's first word."""
    if len(group) == 1:
        yield group
        return
    width = max(len(text[start:end].strip()) for start, end in group)
    run = [group[0]]
    for line in group[1:]:
        start, end = run[-1]
        word = _FIRST_WORD.search(text, *line)
        full = len(text[start:end].rstrip()) + 1 + len(word[0] if word else "") > width
        indented = _indent(text, line) > _indent(text, run[-1])
        if full and not indented and width in WRAPPED_AT:
            run.append(line)
        else:
            yield run
            run = [line]
    yield run


def _indent(text: str, line: tuple[int, int]) -> int:
    ink = _INK.search(text, *line)
    return ink.start() - line[0] if ink else 0


def _runs_on(text: str, run: list[tuple[int, int]]) -> bool:
    """Whether enough lines go on in small letters to show that lines were broken anywhere, as headlines are not."""
    going_on = sum(text[start + _indent(text, (start, end))].islower() for start, end in run[1:])
    return going_on * 3 >= len(run) - 1


def _wrapped_like_others(text: str, run: list[tuple[int, int]], widths: set[int]) -> bool:
    """Whether a run of lines is as wide as the wrapped ones of its file, and ends no sentence at a line's end."""
    width = max(end - start for start, end in run)
    ends_inside = any(text[start:end].rstrip()[-1:] in (".", "!", "?") for start, end in run[:-1])
    return not ends_inside and any(abs(width - other) < 12 for other in widths)
