"""Turns a template into steps: functions that match one node at an offset and hand on to the next.

Each step takes the state and an offset and says whether the rest of the template matches from there. What a
step binds is unbound again when what follows fails, so that every way to read the template is tried.
"""

from collections.abc import Callable, Iterable

from newslint.document import Document
from newslint.language.people import Person
from newslint.lexicon import Lexicon, fold_all
from newslint.matching.anchors import openers
from newslint.matching.inflect import forms
from newslint.matching.slots import MOST_WORDS, Value, index, maker, text_value
from newslint.matching.slots import word_ends as ends_of_words
from newslint.matching.template import MARKED, Blank, Choice, Literal, Mark, Node, Sequence, Slot, parse
from newslint.matching.words import TOKEN, WORD
from newslint.span import Span
from newslint.text import fold, is_word, whole_word

Step = Callable[["State", int], bool]


class State:
    """What one attempt has seen so far. ``limit`` is the offset that no match may pass."""

    __slots__ = ("document", "end", "limit", "lower", "mark", "marked", "slots", "text", "work")

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self.text = text
        self.lower = document.folded.lower
        self.limit = len(text)
        self.slots: dict[str, Value] = {}
        self.mark: int | None = None
        self.marked: Span | None = None
        self.end = 0
        self.work = document.work


def compile_sequence(nodes: Sequence, lexicon: Lexicon, then: Step, view: str) -> Step:
    """The step that matches all nodes in order, then ``then``."""
    after: Node | None = None
    for node in reversed(nodes):
        then = _compile(node, lexicon, then, view, after)
        after = node
    return then


def _compile(node: Node, lexicon: Lexicon, then: Step, view: str, after: Node | None) -> Step:
    match node:
        case Literal():
            return _literal(node, then, view)
        case Blank():
            return _exact_blank(node.text, then) if view == "raw" else _blank(then)
        case Mark():
            return _mark(node.opens, then)
        case Choice():
            return _choice(node, lexicon, then, view)
        case Slot(type="one-of"):
            return _one_of(node, lexicon, then)
        case Slot(type="word" | "words"):
            return _words(node, then)
        case Slot():
            owner = isinstance(after, Literal) and after.text.startswith(("'", "’"))
            return _annotated(node, then, owner=owner)


def _as(text: str, view: str) -> str:
    return text if view == "raw" else getattr(fold(text), view)


def _literal(node: Literal, then: Step, view: str) -> Step:
    if node.inflect:
        return _inflected(node.text, then, view)
    text = _as(node.text, view)
    size = len(text)
    if len(WORD.sub("", text)) == size:
        # marks join with whatever is beside them

        def mark(state: State, at: int) -> bool:
            return state.text.startswith(text, at) and then(state, at + size)

        return mark

    begins, ends = is_word(text[0]), is_word(text[-1])

    def step(state: State, at: int) -> bool:
        whole, end = state.text, at + size
        if not whole.startswith(text, at):
            return False
        # most words stand between blanks
        if begins and at and whole[at - 1] != " " and is_word(whole[at - 1]):
            return False
        if ends and end < len(whole) and whole[end] != " " and is_word(whole[end]):
            return False
        return then(state, end)

    return step


def _inflected(base: str, then: Step, view: str) -> Step:
    known = forms(_as(base, "lower"))
    if view != "lower" and base[:1].isupper():
        known = frozenset(form[:1].upper() + form[1:] for form in known)
    simple = WORD.fullmatch(base) is not None

    def step(state: State, at: int) -> bool:
        if simple:
            word = WORD.match(state.text, at)
            return (
                word is not None
                and word[0] in known
                and not (at and is_word(state.text[at - 1]))
                and then(state, word.end())
            )
        ends = [at + len(form) for form in known if state.text.startswith(form, at)]
        return any(whole_word(state.text, at, end) and then(state, end) for end in ends)

    return step


def _blank(then: Step) -> Step:
    def step(state: State, at: int) -> bool:
        text, end = state.text, at
        while end < state.limit and text[end] == " ":
            end += 1
        return end > at and then(state, end)

    return step


def _exact_blank(blank: str, then: Step) -> Step:
    def step(state: State, at: int) -> bool:
        return state.text.startswith(blank, at) and then(state, at + len(blank))

    return step


def _mark(opens: bool, then: Step) -> Step:  # noqa: FBT001 - the start or the end
    def step(state: State, at: int) -> bool:
        before = state.mark, state.marked
        if opens:
            state.mark = at
        else:
            state.marked = Span(state.mark if state.mark is not None else at, at)
        if then(state, at):
            return True
        state.mark, state.marked = before
        return False

    return step


def _choice(node: Choice, lexicon: Lexicon, then: Step, view: str) -> Step:
    """Of many alternatives only those are tried that can begin with the word or mark that stands there."""
    # a rule that sees raw characters may want a mark that is another one when folded
    begins = [openers(branch, lexicon) if view != "raw" else None for branch in node.branches]
    steps = [compile_sequence(branch, lexicon, then, view) for branch in node.branches]
    always = [step for known, step in zip(begins, steps, strict=True) if known is None]
    by_token = {
        token: [step for known, step in zip(begins, steps, strict=True) if known is None or token in known]
        for token in frozenset().union(*(known for known in begins if known is not None))
    }

    def step(state: State, at: int) -> bool:
        state.work.count()
        found = TOKEN.match(state.lower, at) if by_token else None
        return any(branch(state, at) for branch in (by_token.get(found[0], always) if found else always))

    return step


def _bind(state: State, name: str, value: Value, end: int, then: Step) -> bool:
    """Goes on with a slot filled; a slot named twice must be filled alike."""
    if not name:
        return then(state, end)
    before = state.slots.get(name)
    if before is not None and (value.key is None or value.key != before.key):
        return False
    state.slots[name] = value
    if then(state, end):
        return True
    if before is None:
        del state.slots[name]
    else:
        state.slots[name] = before
    return False


def _annotated(node: Slot, then: Step, *, owner: bool) -> Step:
    value = maker(node.type)

    def step(state: State, at: int) -> bool:
        state.work.count()
        document = state.document
        filled = index(document, node.type, node.argument).get(at)
        while filled:
            end, one, filled = filled
            if end > state.limit or (isinstance(one, Person) and one.possessive and not owner):
                continue
            if _bind(state, node.name, value(document, at, end, one), end, then):
                return True
        return False

    return step


def _words(node: Slot, then: Step) -> Step:
    most = 1 if node.type == "word" else int(node.argument or MOST_WORDS)

    def step(state: State, at: int) -> bool:
        if at and is_word(state.text[at - 1]):
            return False
        for end in ends_of_words(state.document, at, state.limit, most):
            state.work.count()
            if _bind(state, node.name, text_value(state.document, at, end), end, then):
                return True
        return False

    return step


def _one_of(node: Slot, lexicon: Lexicon, then: Step) -> Step:
    """Entries of a word list, longest first, looked up by their first word."""
    ready: dict[str, list[Step]] = lexicon.memo(("entry steps", node.argument), dict)

    def entries(word: str) -> list[Step]:
        if word not in ready:
            texts = by_first_word(node.argument, lexicon).get(word, ())
            ready[word] = [compile_sequence(parse(entry), lexicon, _note_end, "lower") for entry in texts]
        return ready[word]

    def step_in(state: State, at: int) -> bool:
        if at and is_word(state.text[at - 1]):
            return False
        word = WORD.match(state.document.folded.lower, at)
        if word is None:
            return False
        state.work.count()
        known = entries(word[0])
        if known:
            inner = State(state.document, state.document.folded.lower)
            inner.limit = state.limit
        for entry in known:
            if entry(inner, at) and inner.end <= state.limit:
                value = text_value(state.document, at, inner.end)
                if _bind(state, node.name, value, inner.end, then):
                    return True
        return False

    return step_in


def by_first_word(name: str, lexicon: Lexicon) -> dict[str, list[str]]:
    """The entries of a list, longest first, by the word they begin with; they become steps when first tried."""

    def make() -> dict[str, list[str]]:
        table: dict[str, list[str]] = {}
        entries = sorted(lexicon.entries(name), key=len, reverse=True)
        for entry, lower in zip(entries, fold_all(entries), strict=True):
            for word in _first_words(entry, lower):
                table.setdefault(word, []).append(entry)
        return table

    return lexicon.memo(("entries", name), make)


def _note_end(state: State, at: int) -> bool:
    state.end = at
    return True


def _first_words(entry: str, lower: str) -> Iterable[str]:
    """The words, in lower case, with which a list entry can begin."""
    if not MARKED.search(entry):
        word = WORD.match(lower)
        return (word[0],) if word else ()
    node = parse(entry)[0]
    if not isinstance(node, Literal):
        return frozenset()
    text = _as(node.text, "lower")
    return frozenset(word[0] for one in (forms(text) if node.inflect else {text}) if (word := WORD.match(one)))
