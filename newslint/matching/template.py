r"""Parses a rule's template, such as ``{n:number} [[trips]]``, into a small tree.

The grammar: words and punctuation stand for themselves; ``{name:type}``, ``{type}`` and ``{name:type(arg)}`` are
slots; ``(a|b)`` alternatives; ``(x)?`` optional; ``~word`` any inflection; ``[[ ]]`` the part to report. ``{{`` is a
literal brace, and a backslash makes the next mark literal (``\[[``, ``\(``).
"""

import re
from functools import lru_cache

from newslint.matching.joints import settle_blanks, write_out
from newslint.matching.tree import Blank, Choice, Literal, Mark, Node, Sequence, Slot, TemplateError, can_be_empty, walk
from newslint.patterns import regex

__all__ = [
    "MARKED", "Blank", "Choice", "Literal", "Mark", "Node", "Sequence", "Slot", "TemplateError",
    "can_be_empty", "parse", "walk",
]  # fmt: skip

# Marks of which one makes an entry of a word list a template.
MARKED = regex(r"[~(){}\[\]|\\]")
# Bounds on one template: matching descends once for each node.
MOST_CHARACTERS = 2000
MOST_NODES = 200

SLOT_TYPES = (
    "person", "title", "place", "org", "handle", "number", "percent", "money", "measure", "date", "weekday", "month",
    "time", "year", "age", "quote", "url", "word", "words", "acronym", "one-of",
)  # fmt: skip


_TOKEN = regex(
    r"(?P<escape>\\(?:\[\[|\]\]|.))|(?P<brace>\{\{|\}\})|(?P<slot>\{[^{}]*\})|(?P<open>\[\[)|(?P<close>\]\])"
    r"|(?P<group>\()|(?P<end>\)\??)|(?P<bar>\|)|(?P<blank>\s+)|(?P<bad>[{}])"
    r"|(?P<inflect>~(?=\w))|(?P<word>[\w'’-]+|.)",
    re.DOTALL,
)
_WORD = regex(r"[\w'’-]+")
# What looks optional and is not: a question mark that no text has behind a comma, or within a word.
_NOT_OPTIONAL = regex(r"[,;:]\?|\w+\?\w+")
_PLAIN = regex(r"\s+|[\w'-]+|.")
_SLOT = regex(r"\{\s*(?:([A-Za-z][\w-]*)\s*:\s*)?([a-z-]+)\s*(?:\(\s*([^()]*?)\s*\))?\s*\}")


# The entries of a long list are read for each rule that has a slot for it.
@lru_cache(maxsize=1 << 15)
def parse(source: str) -> Sequence:
    """The tree of a template; raises TemplateError."""
    if len(source) > MOST_CHARACTERS:
        raise TemplateError(f"longer than {MOST_CHARACTERS} characters", 0)
    if "?" in source and (found := _NOT_OPTIONAL.search(source)):
        instead = f"({found[0][0]})?" if found[0][1:] == "?" else "both words, (colour|color)"
        raise TemplateError(
            f"“{found[0]}” is read as it stands; only (…)? may be missing, so write {instead}", found.start()
        )
    if source.isascii() and not MARKED.search(source) and len(source) < MOST_NODES:
        # words and marks alone
        return tuple(Blank(piece) if piece.isspace() else Literal(piece) for piece in _PLAIN.findall(source))
    reader = _Reader(source)
    branches = reader.branches(0)
    if len(branches) > 1:
        branches = [(Choice(tuple(branches)),)]
    _check_marks(source, branches[0])
    nodes = write_out(settle_blanks(branches[0]))
    if len(walk(nodes)) > MOST_NODES:
        raise TemplateError(f"more than {MOST_NODES} words, marks and slots", 0)
    return nodes


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def branches(self, depth: int) -> list[Sequence]:
        """Reads alternatives up to the bracket that closes them, or to the end at depth 0."""
        opened = self.at
        if depth > 8:
            raise TemplateError("brackets nested too deep; at most 8 are read", opened)
        found: list[Sequence] = []
        nodes: list[Node] = []
        while self.at < len(self.source):
            token = _TOKEN.match(self.source, self.at)
            if token is None:  # the last alternative takes any character
                break
            at, self.at = self.at, token.end()
            match token.lastgroup:
                case "group":
                    nodes.append(Choice(tuple(self.branches(depth + 1))))
                case "bar":
                    found.append(tuple(nodes))
                    nodes = []
                case "end" if depth:
                    found.append(tuple(nodes))
                    return [*found, ()] if token[0] == ")?" else found
                case "end":
                    raise TemplateError("“)” closes nothing; write \\) for a bracket in the text", at)
                case _:
                    self._simple(token, at, nodes)
        if depth:
            raise TemplateError("“(” is never closed; write \\( for a bracket in the text", opened - 1)
        return [*found, tuple(nodes)]

    def _simple(self, token: re.Match[str], at: int, nodes: list[Node]) -> None:
        text = token[0]
        match token.lastgroup:
            case "slot":
                nodes.append(_slot(text, at))
            case "open" | "close":
                nodes.append(Mark(token.lastgroup == "open"))
            case "blank":
                nodes.append(Blank(text))
            case "bad":
                raise TemplateError("a brace alone; write {{ or }} for a brace in the text", at)
            case "inflect":
                word = _WORD.match(self.source, self.at)
                if word is not None:  # always: the token asks for a letter after ~
                    self.at = word.end()
                    nodes.append(Literal(word[0], inflect=True))
            case "escape":
                nodes.append(Literal(text[1:]))
            case "brace":
                nodes.append(Literal(text[0]))
            case _:
                nodes.append(Literal(text))


def _slot(text: str, at: int) -> Slot:
    match = _SLOT.fullmatch(text)
    if match is None:
        raise TemplateError(f"{text} is no slot; expected {{name:type}}, such as {{a:person}}", at)
    name, kind, argument = match[1] or "", match[2], match[3] or ""
    if kind not in SLOT_TYPES:
        raise TemplateError(f"no slot type “{kind}”; there are {', '.join(SLOT_TYPES)}", at)
    if kind == "one-of" and not argument:
        raise TemplateError("one-of names a word list, such as {one-of(meetings)}", at)
    return Slot(name, kind, argument)


def _check_marks(source: str, nodes: Sequence) -> None:
    """``[[ ]]`` at most once, in order; inside brackets each branch is one way to read the template."""
    marks = [node.opens for node in walk(nodes) if isinstance(node, Mark)]
    if marks and (marks[0] is not True or marks != [True, False] * (len(marks) // 2)):
        at = min(place for mark in ("[[", "]]") if (place := source.find(mark)) >= 0)
        raise TemplateError("[[ and ]] must stand in pairs", at)
