"""Markdown: its paragraphs, headings, lists, quotations and tables, as text that maps back to the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from newslint.document import Document
from newslint.lexicon import Lexicon
from newslint.patterns import regex
from newslint.readers.inline import HOLE, inline, label
from newslint.readers.matter import matter
from newslint.readers.parts import Part, Segment, assemble
from newslint.readers.tags import Ends
from newslint.sourcemap import Zone

# What a fix may not bring into the text of a paragraph.
MARKS = "*_`[]<>\\&{}|#~\n\r"
# Longer than any shortcode.
_LONGEST = 2_000
_HOLE = regex(r"<!--|\{\{[<%]?|\{%|<(script|style)\b", re.IGNORECASE)
_CLOSES = {"{{": "}}", "{{<": ">}}", "{{%": "%}}", "{%": "%}"}
_NO_BREAK = regex(r"[^\r\n]")
_LINE = regex(r"([^\r\n]*+)(?:\r\n|\r|\n|\Z)")
_BLANK = f" \t{HOLE}"
_QUOTE = regex(r"(?: {0,3}> ?)++")
_FENCE = regex(r"[ \t]*+(`{3,}+(?=[^`]*+\Z)|~{3,}+)")
_ATX = regex(r" {0,3}#{1,6}(?:[ \t]++|\Z)")
_ATX_END = regex(r"(?:[ \t]++|\A)#++[ \t]*+\Z")
_SETEXT = regex(r" {0,3}(?:=++|--++)[ \t]*+\Z")
_RULE = regex(r" {0,3}(?:(?:\*[ \t]*+){3,}+|(?:_[ \t]*+){3,}+|(?:-[ \t]*+){3,}+)\Z")
_ITEM = regex(r"[ \t]*+(?:[-+*]|(\d{1,3})[.)])(?:[ \t]++(?:\[[ xX]\][ \t]++)?|\Z)")
_DEFINED = regex(r" {0,3}\[([^\[\]]{1,200}+)\]:[ \t]*+<?([^\s<>]{1,2000}+)>?[^\r\n]*+\Z")
_NOTE = regex(r" {0,3}\[\^[^\[\]\s]{1,100}+\]:[ \t]*+")
_DELIMITERS = regex(r"[ \t]*+\|?(?:[ \t]*+:?-++:?[ \t]*+(?:\||\Z))++[ \t]*+\Z")
_CELL = regex(r"(?:[^|\\]|\\.)++")

Stretch = tuple[int, int]


def read(path: str, text: str, lexicon: Lexicon) -> Document:
    """The article in a Markdown file."""
    front = matter(text)
    scan = _Scan(text, _without_holes(text), headed=any(part.region == "headline" for part in front.parts))
    scan.lines(front.end)
    parts = [*front.parts, *scan.parts()]
    zones = (Zone(0, "\"'\\:#\n\r"), Zone(front.end, MARKS))
    return assemble(path, text, lexicon, parts, zones if front.end else zones[1:], front.head)


def _without_holes(text: str) -> str:
    """The text with comments, shortcodes and scripts filled up: of equal length, with its line breaks."""
    pieces: list[str] = []
    done = 0
    ends = Ends(text)
    for opens in _HOLE.finditer(text):
        start = opens.start()
        if start < done:
            continue
        if opens[1]:
            end = ends.find(f"</{opens[1]}", start)
        elif opens[0] == "<!--":
            end = ends.comment(start)
        else:
            closes = _CLOSES[opens[0]]
            end = text.find(closes, opens.end(), opens.end() + _LONGEST)
            end += len(closes) if end >= 0 else 0
        if end > start:
            pieces += (text[done:start], _NO_BREAK.sub(HOLE, text[start:end]))
            done = end
    return "".join(pieces) + text[done:]


class _Scan:
    """Goes through the lines once and gathers blocks, each as its region and the stretches of its lines."""

    def __init__(self, source: str, seen: str, *, headed: bool) -> None:
        self.source = source
        self.seen = seen
        self.headed = headed
        self.blocks: list[tuple[str, list[Stretch]]] = []
        self.references: dict[str, str] = {}
        self.region = ""
        self.open: list[Stretch] = []
        self.fence = ""
        self.quoted = self.listed = self.table = self.after_blank = False

    def lines(self, at: int) -> None:
        """Reads the lines from an offset on."""
        while at < len(self.seen):
            line = _LINE.match(self.seen, at)
            if line is None:
                break
            start, end = line.span(1)
            at = line.end()
            quote = _QUOTE.match(self.seen, start, end)
            start = quote.end() if quote else start
            if bool(quote) != self.quoted:
                self.flush()
                self.quoted = bool(quote)
            self.line(start, end)
        self.flush()

    def flush(self) -> None:
        if self.open:
            self.blocks.append((self.region or "body", self.open))
        self.region, self.open = "", []

    def add(self, region: str, start: int, end: int) -> None:
        """Adds a block of one line."""
        self.flush()
        self.blocks.append((region, [(start, end)]))

    def line(self, start: int, end: int) -> None:
        text = self.seen[start:end]
        if self.fence or self._opens_fence(text):
            self._fenced(text)
        elif not text.strip(_BLANK):
            self.flush()
            self.after_blank, self.table = not text.strip(), False
        else:
            blank, self.after_blank = self.after_blank or not self.blocks, False
            code = not self.open and not self.listed and blank and text.startswith(("    ", "\t"))
            if not code and not self._marked(text, start, end):
                if not text[0].isspace() and not self.open:
                    self.listed = False
                inside = len(text) - len(text.lstrip())
                self.open.append((start + inside, start + len(text.rstrip())))

    def _opens_fence(self, text: str) -> bool:
        return _FENCE.match(text) is not None

    def _fenced(self, text: str) -> None:
        mark = text.strip()
        if not self.fence:
            self.flush()
            found = _FENCE.match(text)
            self.fence = found[1] if found else ""
        elif mark.startswith(self.fence) and not mark.strip(self.fence[0]):
            self.fence = ""

    def _marked(self, text: str, start: int, end: int) -> bool:
        """Reads a line that begins or is a block of its own; whether it was one."""
        if self.table or (self.open and "|" in text and _DELIMITERS.match(text)):
            return self._row(start, end)
        if heading := _ATX.match(text):
            closing = _ATX_END.search(text, heading.end()) if "#" in text[-20:].rstrip()[-1:] else None
            last = closing.start() if closing else len(text)
            self.add(self._heading(text.lstrip()[1:2] != "#"), start + heading.end(), start + max(heading.end(), last))
        elif self.open and self.region == "" and _SETEXT.match(text):
            self.region = self._heading("=" in text)
            self.flush()
        elif _RULE.match(text):
            self.flush()
        elif (item := _ITEM.match(text)) and not (self.open and not self.listed and item[1] not in {None, "1"}):
            self.flush()
            self.listed, self.region = True, "list"
            self.open.append((start + item.end(), max(start + item.end(), start + len(text.rstrip()))))
        elif note := _NOTE.match(text):
            self.flush()
            self.open.append((start + note.end(), start + len(text.rstrip())))
        elif not self.open and (defined := _DEFINED.match(text)):
            self.references.setdefault(label(defined[1]), defined[2])
        else:
            return False
        return True

    def _heading(self, first: bool) -> str:  # noqa: FBT001 - of the first rank
        if first and not self.headed:
            self.headed = True
            return "headline"
        return "heading"

    def _row(self, start: int, end: int) -> bool:
        rows = [] if self.table else [self.open.pop()]
        if self.table and "|" not in self.seen[start:end]:
            self.table = False
            return False
        self.flush()
        rows += [(start, end)] if self.table else []
        self.table = True
        for row in rows:
            self.blocks += (("table", [cell.span()]) for cell in _CELL.finditer(self.seen, *row) if cell[0].strip())
        return True

    def parts(self) -> Iterator[Part]:
        """The blocks as parts of the document; the description of an image stands beside the text it stands in."""
        for region, lines in self.blocks:
            yield from _parts(self.seen, region, lines, self.references)


def _parts(seen: str, region: str, lines: Sequence[Stretch], references: Mapping[str, str]) -> Iterator[Part]:
    local = "\n".join(seen[start:end] for start, end in lines)
    starts = [0]
    for start, end in lines[:-1]:
        starts.append(starts[-1] + end - start + 1)

    def place(at: int) -> int:
        number = bisect_right(starts, at) - 1
        return lines[number][0] + at - starts[number]

    found = inline(local, references)
    segments: list[Segment] = []
    done = 0
    for start, end, text in found.cuts:
        if start < done:
            continue
        segments += _spread(lines, starts, done, start)
        segments += [Segment(place(start), max(place(start), place(end - 1) + 1), text)] if text else []
        done = end
    segments += _spread(lines, starts, done, len(local))
    inked = [one for one in segments if one.text or seen[one.low : one.high].strip()]
    before, after = (inked[0].low, inked[-1].high) if inked else (len(seen), 0)
    captions = [Part("caption", list(_spread(lines, starts, one.start, one.end))) for one in found.led if one.image]
    captions = [one for one in captions if one.segments]
    links = [
        (place(one.start), max(place(one.start), place(one.end)), one.target) for one in found.led if not one.image
    ]
    yield from (one for one in captions if one.segments[0].low < before)
    yield Part(region, segments, links)
    yield from (one for one in captions if one.segments[0].low >= max(before, after))


def _spread(lines: Sequence[Stretch], starts: Sequence[int], low: int, high: int) -> Iterator[Segment]:
    """The stretches of the source for a stretch of a block's text; the break between two lines is one character."""
    number = bisect_right(starts, low) - 1
    while low < high:
        start, end = lines[number]
        reach = starts[number] + end - start
        if low < reach:
            to = min(high, reach)
            yield Segment(start + low - starts[number], start + to - starts[number])
            low = to
        elif low < high:
            yield Segment(end, lines[number + 1][0], "\n")
            low += 1
            number += 1
