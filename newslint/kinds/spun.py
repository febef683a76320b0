"""Fixed expressions whose words were put into other words, as spinning software and weak translation do."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.document import LONG, Document
from newslint.finding import Fix, Match
from newslint.forms import field, form
from newslint.kinds.expressions import (
    CERTAIN,
    DOUBTFUL,
    SPLIT,
    Expression,
    Option,
    expressions,
    options,
    phrases,
    published,
    shelves,
    singulars,
)
from newslint.matching.words import Hits, words_of
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.rule import ALWAYS, Compiled, Form, Setting
from newslint.shelf import Shelf
from newslint.span import Span

# Two of them in one article that weigh so much together are no chance.
_TOGETHER = 50
# With so much it may be a title that follows a name: “Ruritania Excellent Minister”.
_TITLE = 20
# So much is certain where the words have kept the capitals of a name or title.
_NAME = 28
_JOINT = regex(r".?[-/@#&]|[-/@#&]")
_LETTER = regex(r"\w")
# The last word of a phrase may be a plural.
_ENDED = regex(r"(?:e?s)?(?!\w)")
_SMALL = frozenset("of the in and at on for to a an from as is be with by not no".split())


@form
class Spun(Form):
    """Without ``doubtful`` what is hardly anything else, and all of them where an article has two or more."""

    doubtful: bool = field(
        default=False, metadata={"help": "report what may be one, where it is the only one of its article"}
    )


class Wording(NamedTuple):
    """What may be a spun expression: where it stands, how much speaks for it, and the expression."""

    span: Span
    weight: int
    text: str
    certain: bool


def compile_rule(form: Spun, setting: Setting) -> Compiled:
    """``{word}`` is the expression."""

    def find(document: Document, _: Hits) -> Iterable[Match]:
        found = document.memo("spun expressions", lambda: _wordings(document))
        weights = {one.text: one.weight for one in found}
        many = len(weights) > 1 and sum(weights.values()) >= _TOGETHER
        for one in found:
            if (many or one.certain) != form.doubtful and setting.allowed(document, one.span):
                written = document.text[one.span.start : one.span.end]
                yield Match(
                    one.span, {"match": written, "word": one.text}, fix=Fix(_cased(one.text, written), safe=False)
                )

    return Compiled(ALWAYS, find, frozenset({"match", "word"}))


def _wordings(document: Document) -> list[Wording]:
    """The likeliest expression of each place, in order; places do not overlap."""
    best: list[Wording] = []
    ends: list[int] = []
    for one in sorted((*_candidates(document), *_published(document)), key=lambda one: (-one.weight, one.span)):
        at = bisect_right(ends, one.span.start)
        if at == len(best) or one.span.end <= best[at].span.start:
            best.insert(at, one)
            ends.insert(at, one.span.end)
    return best


def _published(document: Document) -> Iterator[Wording]:
    """Phrases that are known to have been spun, the last word perhaps in the plural."""
    words, plain, lower = words_of(document), document.folded.plain, document.folded.lower
    known = document.lexicon.memo("published phrases", published)
    for first in sorted(known.keys() & words.known):
        for phrase in phrases(known[first]):
            for at in words.places(first):
                ended = lower.startswith(phrase.said, at) and _ENDED.match(lower, at + len(phrase.said))
                if ended and plain[at + 1 : ended.end()].islower() and not _inside(document, Span(at, ended.end())):
                    weight = CERTAIN if phrase.certain else _TITLE
                    yield Wording(Span(at, ended.end()), weight, phrase.meant, phrase.certain)


class _Place(NamedTuple):
    """The tokens from one to another that may stand for an expression, word by word; all that speaks for it."""

    first: int
    end: int
    options: tuple[Option, ...]
    weight: int


_Meanings = dict[str, list[tuple[Option, Expression]]]


def _candidates(document: Document) -> Iterator[Wording]:
    ends, begins, known, vetoed = shelves(document.lexicon)
    words = words_of(document)
    left, right = _present(words.known, ends, begins)
    # those of a long article are of no use to the next
    long = len(document.text) > LONG
    meanings: dict[str, _Meanings] = {} if long else document.lexicon.memo("meanings of spun words", dict)
    for at, (one, other) in enumerate(words.in_pairs()):
        if one in left and other in right:
            if left[one] not in meanings:
                meanings[left[one]] = _meanings(left[one], known)
            following = meanings[left[one]]
            for first, second, expression in _weighty(following, options(right[other])):
                place = _place(words.tokens, at, (first, second), expression, right)
                if place and not _vetoed(place.options, vetoed):
                    span = Span(words.place(place.first), words.place(place.end - 1) + len(words.tokens[place.end - 1]))
                    capitals = _capitals(document, span)
                    if _fits(document, span, place, expression.text, capitals):
                        certain = place.weight >= (_NAME if capitals and all(capitals.values()) else CERTAIN)
                        yield Wording(span, place.weight, expression.text, certain)


def _weighty(following: _Meanings, seconds: Iterable[Option]) -> Iterator[tuple[Option, Option, Expression]]:
    """Which options make up an expression; of two words only with the weight that it takes."""
    for second in seconds:
        if second.meant in following:
            for first, expression in following[second.meant]:
                if expression.more or first.weight + second.weight + expression.weight >= DOUBTFUL:
                    yield first, second, expression


def _present(words: frozenset[str], *tables: Shelf[str]) -> list[dict[str, str]]:
    """The options of an article's words in each table, of each word also as the plural of what is known."""
    plurals = {word: [one for one in singulars(word) if one != word] for word in words if word.endswith("s")}
    asked = frozenset().union(*plurals.values())
    present = []
    for table in tables:
        found, known = table.of(words), table.of(asked)
        for word, some in plurals.items():
            lines = [found[word]] if word in found else []
            if more := [known[one] for one in some if one in known]:
                found[word] = "\n".join(lines + more)
        present.append(found)
    return present


def _meanings(lines: str, known: Shelf[str]) -> _Meanings:
    """The expressions for whose first word options may stand, by their second."""
    found: _Meanings = {}
    firsts = options(lines)
    begun = known.of(frozenset(first.meant for first in firsts))
    for first in firsts:
        for second, following in expressions(begun[first.meant]).items():
            found.setdefault(second, []).extend((first, expression) for expression in following)
    return found


def _place(
    tokens: Sequence[str], at: int, sure: tuple[Option, Option], expression: Expression, right: Mapping[str, str]
) -> _Place | None:
    """Where a wording stands whose first word ends at a token; None where it does not, or too little speaks for it."""
    *before, last = SPLIT.findall(sure[0].written)
    first = at - len(before)
    # the first of two words is no plural: more often it is what the second, a verb, is said of
    plural = tokens[at] != last and not expression.more
    if first < 0 or plural or tokens[first:at] != before:
        return None
    end, found = at + 1, [sure[0]]
    for number, meant in enumerate((sure[1].meant, *expression.more)):
        choice = (sure[1],) if not number else options(right.get(tokens[end], "")) if end < len(tokens) else ()
        option = next((one for one in choice if one.meant == meant and _follows(tokens, end, one.written)), None)
        if option is None:
            return None
        end += len(SPLIT.findall(option.written))
        found.append(option)
    weight = expression.weight + sum(one.weight for one in found)
    if weight < DOUBTFUL or all(one.written == one.meant for one in found):
        return None
    return _Place(first, end, tuple(found), weight)


def _follows(tokens: Sequence[str], at: int, written: str) -> bool:
    """Whether the words stand there; of several the last may be a plural."""
    wanted = SPLIT.findall(written)
    end = at + len(wanted)
    return len(wanted) == 1 or (
        end <= len(tokens) and tokens[at : end - 1] == wanted[:-1] and wanted[-1] in singulars(tokens[end - 1])
    )


def _vetoed(found: Sequence[Option], vetoed: Shelf[str]) -> bool:
    """Whether the words stand side by side in ordinary English, too."""
    first, *others = (one.written for one in found)
    return " ".join(others) in vetoed.of(frozenset({first})).get(first, "").split("\t")


def _capitals(document: Document, span: Span) -> dict[str, bool]:
    """The words of a span by whether each has a capital; without those that say nothing, as the first of a sentence."""
    block = document.block(span.start)
    if block and block.region == "headline":
        return {}
    plain = document.folded.plain
    words = plain[span.start : span.end].split()
    starts = not _LETTER.search(plain, document.sentence(span.start).start, span.start)
    return {word.lower(): word[0].isupper() for word in words[starts:] if word.lower() not in _SMALL}


def _fits(document: Document, span: Span, place: _Place, expression: str, capitals: Mapping[str, bool]) -> bool:
    """Whether the words are no part of another name or word, and as much of a name as the expression is."""
    plain, sentence = document.folded.plain, document.sentence(span.start)
    if _inside(document, span):
        return False
    # of several words put for one the first has its capital: Joined together States
    later = {word for one in place.options for word in one.written.split()[1:]}
    capitals = {word: capital for word, capital in capitals.items() if word not in later}
    name, some = not expression.islower(), any(capitals.values())
    if some and not all(capitals.values()):
        own = {one.meant for one in place.options if one.written == one.meant}
        return name and all(word in own for word, capital in capitals.items() if capital)
    if not capitals or place.weight >= (CERTAIN if name else _TITLE):
        return True
    before = plain[sentence.start : span.start].split()
    return some if name else not (some and before and before[-1][0].isupper())


def _inside(document: Document, span: Span) -> bool:
    """Whether a span is part of a word or an address, or goes beyond its sentence."""
    plain = document.folded.plain
    beside = plain[max(span.start - 1, 0) : span.start] + plain[span.end : span.end + 1]
    return span.end > document.sentence(span.start).end or bool(_JOINT.match(beside))


def _cased(expression: str, written: str) -> str:
    """An expression with a capital where what is written has one."""
    return expression[0].upper() + expression[1:] if written[0].isupper() else expression
