"""Where a text mentions people: full names, names with a title, and surnames that the article has introduced."""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from newslint.language.names import Names, capitalised_runs, find_phrases, headline_case, name_lists, openings
from newslint.language.runs import (
    INITIALS,
    MODIFIED,
    Mention,
    Page,
    Word,
    eastern,
    is_suffix,
    mention,
    named_after,
    read_run,
    surname_key,
    words_of,
)
from newslint.language.titles import prefixes
from newslint.lexicon import Lexicon
from newslint.patterns import regex
from newslint.span import Span
from newslint.text import Folded

_SPEECH = "said|says|told|tells|added|adds|asked|argued|wrote|tweeted|testified|recalled|noted|explained"
_AFTER = regex(rf"(?:'s)? (?:also |later |then )?(?:{_SPEECH})\b|, (?:aged )?\d\d\b|, who\b| \(D-| \(R-")
_SURE_AFTER = regex(r", (?:aged )?\d\d\b|, who\b| \([DRI]-")
_BEFORE = regex(rf"(?:{_SPEECH}) +$")
_SMALL_BEFORE = regex(
    r"\b(?:(?:[Dd]e|[Vv]an|[Vv]on|[Bb]in|[Dd]i|[Dd]u|da|del|della|dos|der|den|ibn) +){1,3}$",
)


def mentions(text: Folded, sentences: Sequence[Span], lexicon: Lexicon) -> list[Mention]:
    """Every mention of a person, in order of place."""
    lists = name_lists(lexicon)
    blocked = {start: end for start, end, _ in find_phrases(lists.blocked, text.plain)}
    page = Page(text, lists, prefixes(text, lexicon), blocked, openings(text, sentences))
    in_headline = _headline_test(text.plain, sentences)
    named: list[Mention] = []
    # start and end in turn of each word that may be a bare surname, and of each two or three that may be a name
    loose, pairs = array("I"), array("I")
    headlines: list[list[Word]] = []
    for start, end, run in capitalised_runs(text):
        if " " not in run and start not in page.before:
            loose.extend((start, end))
            continue
        words = words_of(start, run)
        if len(words) > 1 and in_headline(start):
            headlines.append(words)
        else:
            read_run(page, words, named, loose, pairs)
    known = {surname_key(_surname(one.words, lists)) for one in named} | lists.known
    plain = text.plain
    counts = Counter(surname_key(plain[start:end]) for start, end in _in_twos(loose)) if pairs else Counter[str]()
    for start, end in _in_twos(pairs):
        _read_pair(page, words_of(start, plain[start:end]), known, counts, named, loose)
    known |= {surname_key(_surname(one.words, lists)) for one in named}
    for words in headlines:
        _read_headline(page, words, known, named, loose)
    bare = ((start, end) for start, end in _in_twos(loose) if surname_key(plain[start:end]) in known)
    named += [one for start, end in bare if (one := _bare(page, start, end)) is not None]
    return sorted(named)


def _in_twos(places: "array[int]") -> Iterator[tuple[int, int]]:
    return zip(places[::2], places[1::2], strict=True)


def _surname(words: Sequence[str], lists: Names) -> str:
    """The word of a name that stands for its bearer when it stands alone."""
    if len(words) > 1 and eastern(lists, words[0], words[1]):
        return words[0]
    return words[-2] if len(words) > 1 and is_suffix(words[-1]) else words[-1]


def _headline_test(plain: str, sentences: Sequence[Span]) -> Callable[[int], bool]:
    """Tells of places in order whether they lie in headline case; a sentence is looked at only when asked for."""
    begins = [sentence.start for sentence in sentences]
    verdict, until = False, begins[0] if begins else len(plain)

    def test(at: int) -> bool:
        nonlocal verdict, until
        if at >= until:
            which = bisect_right(begins, at)
            verdict = which > 0 and headline_case(plain, sentences[which - 1])
            until = begins[which] if which < len(begins) else len(plain)
        return verdict

    return test


def _read_pair(  # noqa: PLR0913, PLR0917 - the pair, and what the article has shown so far
    page: Page,
    words: list[Word],
    known: AbstractSet[str],
    counts: Counter[str],
    named: list[Mention],
    loose: "array[int]",
) -> None:
    """A name nobody lists counts if it is spoken of as one, or if its surname stands elsewhere."""
    first, second = words[0], words[1]
    plain, key = page.text.plain, surname_key(second.printed)
    opens = first.start in page.openings
    spoken = _AFTER.match(plain, second.end) or _BEFORE.search(plain[max(0, first.start - 16) : first.start])
    if not words[2:] or words[2].low in page.lists.stop:
        if _SURE_AFTER.match(plain, second.end):
            sure = True
        elif key in known:
            sure = not opens and first.low not in known and not first.printed.endswith("'")
        else:
            sure = second.low in page.lists.surnames and bool(spoken or (counts[key] and not opens))
        if sure:
            named.append(mention(page, words, 0, 2, None))
            return
    # what begins a sentence before a surname that is known may be its first name: Venus Williams is not Serena
    other = opens and key in known and first.low not in page.lists.stop
    for word in words[: 1 if other else 2]:
        loose.extend(word[:2])


def _read_headline(
    page: Page,
    words: list[Word],
    known: AbstractSet[str],
    named: list[Mention],
    loose: "array[int]",
) -> None:
    """In headline case only a known first name before a surname of the article, or that surname alone, counts."""
    at, lists = 0, page.lists
    while at < len(words):
        until = page.blocked.get(words[at].start)
        end = at + 1
        if until is not None:
            while end < len(words) and words[end].start < until:
                end += 1
        elif words[at].low in lists.given:
            last = at + 1
            while last < len(words) and (INITIALS.match(words[last].printed) or words[last].printed[0].islower()):
                last += 1
            if (
                last < len(words)
                and surname_key(words[last].printed) in known
                and (not named_after(lists, words, last + 1))
            ):
                end = last + 1
                named.append(mention(page, words, at, end, page.before.get(words[at].start)))
        elif words[at].low not in lists.stop and not named_after(lists, words, end):
            loose.extend(words[at][:2])
        at = end


def _bare(page: Page, start: int, end: int) -> Mention | None:
    """A surname that the article or a fact sheet knows on its own, if nothing speaks against it."""
    word = page.text.plain[start:end]
    if len(word) > 1 and word.isupper():
        return None
    key = surname_key(word)
    plain, lists = page.text.plain, page.lists
    if start and plain[start - 1] == "-":
        if plain[max(0, start - 3) : start].lower() not in {"al-", "el-"}:
            return None
        start -= 3
    elif small := _SMALL_BEFORE.search(plain[max(0, start - 16) : start]):
        start -= len(small[0])
    word = plain[start:end]
    doubtful = key in lists.belonging or (key in lists.stop and start in page.openings)
    if doubtful and not _AFTER.match(plain, end):
        return None
    following = plain[end : end + 24].split(" ", 2)
    then = following[1].rstrip(".,;:'\"").lower() if len(following) > 1 and not following[0] else ""
    capital = bool(then) and plain[end + 1].isupper()
    if capital and then in lists.named_after:
        return None
    modifier = bool(MODIFIED.match(page.text.lower, end)) or (
        capital and (then in lists.belonging or end + 1 in page.blocked)
    )
    return Mention(start, end, tuple(word.split()), None, modifier)
