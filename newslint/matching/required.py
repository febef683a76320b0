r"""What a text must hold for a regular expression to match it: literals, words, characters, read off the expression.

The expression is written for RE2. Python's own parser reads it once RE2's classes are put in Python's words; where it
cannot, nothing is said, and the expression is tried on every text.
"""

import re
import warnings
from collections.abc import Iterable, Sequence
from re import _constants, _parser  # type: ignore[attr-defined] # what sre_parse was; there is no other parser
from typing import Any

from newslint.matching.signs import Ranges, Sign, Signs, by_rarity, rare, weight
from newslint.matching.words import TOKEN, WORD
from newslint.patterns import regex
from newslint.text import fold

# Of more alternatives than this nothing is gained by looking for each.
_MOST = 120
# Of more sets of texts with capitals nothing is gained.
_MOST_EXACT = 3
# Signs that stand more often than so in a hundred articles do not say that an expression is worth trying.
_TELLING = 100.0
_CLASS = regex(r"\\x\{([0-9A-Fa-f]+)\}|\\pL|\\pN|\\p\{\w+\}|\\z|\\[\s\S]")
_NAMED = {r"\pL": r"[^\W\d_]", r"\pN": r"\d", r"\p{N}": r"\d", r"\p{Lu}": r"[^\W\d_]", r"\z": r"\Z"}
# A letter for letters, a digit for digits: in a class that is wide anyway.
_WITHIN = {r"\pL": r"\w", r"\pN": r"\d", r"\p{N}": r"\d", r"\p{Lu}": r"\w"}
# All characters but those of Latin texts; no letter outside is the same as one of them without regard to case, but µ.
_FOREIGN: Ranges = ((0xB5, 0xB5), (0x100, 0x1FFF), (0x2071, 0x10FFFF))
_OTHERS = "".join(f"{chr(low)}-{chr(high)}" for low, high in _FOREIGN)
for _name in "Arabic Cyrillic Devanagari Greek Han Hangul Hebrew Hiragana Katakana Thai".split():
    _WITHIN[rf"\p{{{_name}}}"] = _OTHERS
    _NAMED[rf"\p{{{_name}}}"] = f"[{_OTHERS}]"


_NAMED_CLASS = regex(r"\[:\^?[a-z]+:\]")
_FLAG = regex(r"\(\?[a-zA-Z]*i")
_BREAK = regex(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Letters whose small form depends on what stands beside them, or has another length.
_UNSTEADY = regex("[σςİ\u0307]")


# A piece of a match: all that some part of the expression can stand for, one of which must be there.
_Texts = frozenset[str]


def required(source: str, *, any_case: bool, view: str) -> Signs:
    """What a text must hold, as far as can be told; where that is little, a match of the expression itself."""
    found, exact = _required(source, any_case=any_case, view=view)
    if found and weight(found[0]) < _TELLING:
        return (*found, *exact)
    return (frozenset({("regex", view, f"(?i:{source})" if any_case else source)}), *found, *exact)


def _required(source: str, *, any_case: bool, view: str) -> tuple[Signs, Signs]:
    """Words, pieces of folded text and characters, the rarest first; pieces of text with their capitals."""
    if _NAMED_CLASS.search(source):
        return (), ()
    any_case = any_case or _FLAG.search(source) is not None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = _parser.parse(_translated(source), re.MULTILINE)
    except (re.error, RecursionError, OverflowError, ValueError):
        return (), ()
    texts: list[_Texts] = []
    ranges: list[Ranges] = []
    _walk(list(tree), texts, ranges)
    ranges = [one for one in (*ranges, *map(_rare_of, texts)) if one and (not any_case or _steady_in_case(one))]
    found: list[frozenset[Sign]] = [frozenset({(view, one)}) for one in ranges]
    for some in {text for text in map(_looked_for, texts) if text}:
        if not any_case or all(map(_steady, some)):
            found.append(frozenset((text,) for text in _shortest(some)))
            if all(map(_whole, some)):
                found.append(frozenset(map(_sign, some)))
    exact = [] if any_case else sorted({_shortest(some) for some in texts if all(map(str.strip, some))}, key=_common)
    capitals = [some for some in exact if not all(text == text.lower() for text in some)]
    return by_rarity(found), tuple(frozenset(("exact", view, text) for text in some) for some in capitals[:_MOST_EXACT])


def _shortest(texts: _Texts) -> _Texts:
    """Of some texts those that hold no other: where one of all stands, one of these does."""
    return frozenset(text for text in texts if not any(other in text for other in texts if other != text))


def _common(texts: _Texts) -> tuple[int, int, list[str]]:
    """The longer the shortest of some texts, the rarer they are, roughly."""
    return -min(map(len, texts)), len(texts), sorted(texts)


def _whole(text: str) -> bool:
    """Whether a text is a mark, or holds a word that is a whole word wherever the text stands."""
    return bool(_inner_word(text)) or (TOKEN.fullmatch(text) is not None and not WORD.fullmatch(text))


def _sign(text: str) -> Sign:
    return _inner_word(text) or text


def _translated(source: str) -> str:
    """RE2's escapes in Python's words."""
    pieces: list[str] = []
    at = depth = 0
    while at < len(source):
        found = _CLASS.match(source, at)
        if found:
            known = (_WITHIN if depth else _NAMED).get(found[0], found[0])
            pieces.append(re.escape(chr(int(found[1], 16))) if found[1] else known)
            at = found.end()
            continue
        char = source[at]
        if char == "[" and not depth:
            depth = 1
            # a bracket that closes at once is a character
            start = source[at : at + 2] if source[at + 1 : at + 2] == "^" else char
            at += len(start)
            if source[at : at + 1] == "]":
                start += r"\]"
                at += 1
            pieces.append(start)
            continue
        if char == "]" and depth:
            depth = 0
        pieces.append("\\[" if char == "[" and depth else char)
        at += 1
    return "".join(pieces)


def _walk(nodes: Sequence[Any], texts: list[_Texts], ranges: list[Ranges]) -> None:
    """Collects what every match of some nodes in a row holds: longest runs of text, and classes of rare characters."""
    run: list[_Texts] = []

    def ends() -> None:
        if run:
            texts.append(_joined(run))
            run.clear()

    for op, argument in nodes:
        known = _texts(op, argument)
        again = known is None and op is _constants.MAX_REPEAT and argument[0] and _sequence(argument[2])
        if again:
            if len(again) == 1:
                run += [again] * min(argument[0], 3)
            ends()
            texts.append(again)
            # the last of them stands beside what comes next
            run.append(again)
            continue
        if known is not None:
            size = len(known)
            for one in run:
                size *= len(one)
            if size > _MOST:
                ends()
            run.append(known)
            continue
        if op is _constants.AT:
            continue
        ends()
        _inside(op, argument, texts, ranges)
    ends()


def _inside(op: Any, argument: Any, texts: list[_Texts], ranges: list[Ranges]) -> None:  # noqa: ANN401 - the parser's
    if op is _constants.SUBPATTERN:
        _walk(list(argument[-1]), texts, ranges)
    elif op in {_constants.MAX_REPEAT, _constants.MIN_REPEAT} and argument[0]:
        _walk(list(argument[2]), texts, ranges)
    elif op is _constants.IN:
        if found := _ranges(argument):
            ranges.append(found)
    elif op is _constants.BRANCH:
        _branches(argument[1], texts, ranges)


def _branches(branches: Iterable[Any], texts: list[_Texts], ranges: list[Ranges]) -> None:
    """One set of texts of which each branch needs one: the best of each."""
    whole: set[str] = set()
    wide: list[tuple[int, int]] = []
    for branch in branches:
        inner: list[_Texts] = []
        classes: list[Ranges] = []
        _walk(list(branch), inner, classes)
        kept = [(one, folded) for one in inner if (folded := _looked_for(one))]
        best = max(kept, key=lambda one: (min(map(len, one[1])), -len(one[1])), default=(None, None))[0]
        if best:
            whole |= best
        elif classes:
            wide += classes[0]
        else:
            return
    if wide:
        # characters and texts mixed: say it in characters
        ranges.append(tuple(sorted({*wide, *((ord(text[0]), ord(text[0])) for text in whole)})) if not whole else ())
        if not ranges[-1]:
            ranges.pop()
    elif whole and len(whole) <= _MOST:
        texts.append(frozenset(whole))


def _texts(op: Any, argument: Any) -> _Texts | None:  # noqa: ANN401 - the parser's
    """All texts that a node can stand for, if they are few."""
    if op is _constants.LITERAL:
        return frozenset({chr(argument)})
    if op is _constants.IN and all(kind is _constants.LITERAL for kind, _ in argument) and len(argument) <= 12:
        return frozenset(chr(code) for _, code in argument)
    if op is _constants.SUBPATTERN:
        return _sequence(argument[-1])
    if op is _constants.MAX_REPEAT and argument[0] == argument[1] == 1:
        return _sequence(argument[2])
    if op is _constants.MAX_REPEAT and argument[:2] == (0, 1):
        inner = _sequence(argument[2])
        return inner | {""} if inner is not None else None
    if op is _constants.BRANCH:
        found = [_sequence(branch) for branch in argument[1]]
        known = [one for one in found if one is not None]
        whole = frozenset().union(*known)
        return whole if len(known) == len(found) and len(whole) <= _MOST else None
    return None


def _sequence(nodes: Iterable[Any]) -> _Texts | None:
    whole: _Texts = frozenset({""})
    for op, argument in nodes:
        if op is _constants.AT:
            continue
        known = _texts(op, argument)
        if known is None or len(known) * len(whole) > _MOST:
            return None
        whole = frozenset(a + b for a in whole for b in known)
    return whole


def _joined(run: Sequence[_Texts]) -> _Texts:
    whole: _Texts = frozenset({""})
    for one in run:
        whole = frozenset(a + b for a in whole for b in one)
    return whole


def _looked_for(texts: _Texts) -> _Texts | None:
    """The texts as the folded article has them: marks straight, no line breaks; None if nothing is left of one."""
    parts = [max(_BREAK.split(fold(text).lower), key=len) for text in texts]
    sound = all(len(part) > 1 or part.strip() for part in parts) and not any(_UNSTEADY.search(part) for part in parts)
    return frozenset(parts) if sound and len(parts) <= _MOST else None


def _rare_of(texts: _Texts) -> Ranges:
    """A rare character of each text, if each has one."""
    found = [next((ord(char) for char in text if rare(ord(char), ord(char))), None) for text in texts]
    return tuple(sorted({(char, char) for char in found if char is not None})) if None not in found else ()


def _steady_in_case(ranges: Ranges) -> bool:
    """Whether some characters are the same without regard to case."""
    return all(
        one in _FOREIGN
        or (
            one[1] - one[0] < 10_000
            and all(chr(code).lower() == chr(code).upper() for code in range(one[0], one[1] + 1))
        )
        for one in ranges
    )


def _steady(text: str) -> bool:
    """Whether no letter of a text has another small form: without regard to case a sigma is a sigma."""
    return all(char.isascii() or char.lower() == char.upper() for char in text)


def _inner_word(text: str) -> str:
    """The longest word that begins and ends inside a text, so that it is a whole word wherever the text stands."""
    inside = [found[0] for found in WORD.finditer(text) if found.start() and found.end() < len(text)]
    return max(inside, key=len, default="")


def _ranges(items: Iterable[Any]) -> Ranges:
    """The ranges of a class of characters beyond ASCII; none for one that has others, too."""
    found = []
    for kind, argument in items:
        if kind not in {_constants.RANGE, _constants.LITERAL}:
            return ()
        low, high = argument if kind is _constants.RANGE else (argument, argument)
        if not rare(low, high):
            return ()
        found.append((low, high))
    return tuple(found)
