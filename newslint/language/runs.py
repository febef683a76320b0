"""Reads one run of capitalised words: which of them make a name, and which may be a surname alone."""

from array import array

from newslint.language.names import Names
from newslint.language.titles import Prefix
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.text import Folded

_JUNIOR = frozenset({"Jr", "Jr.", "Sr", "Sr."})
_NUMERALS = frozenset(["II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XXIII"])
_SUFFIXES = _JUNIOR | _NUMERALS
MODIFIED = regex(
    r" +(?:administration|campaign|team|officials?|supporters?|family|presidency|era|aides?|allies|cabinet|government|"
    r"foundation|organization|organisation|loyalists?|backers?|camp|voters?|white house|justice department|years)\b",
)
# Pinyin and Korean syllables: what tells "Kim Jong Il" from "Kim Roberts".
_SYLLABLES = regex(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh|[kgh]w|[kghpm]y)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|yun|"
    r"ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ue|ui|uo|ae|eo|ee|oo|a|e|i|o|u)(?:k|m|l)?-?){1,3}$",
)
# A given name of two syllables goes on in lower case behind the hyphen: Ki-moon, but not Kim-led.
_HYPHENED = regex(
    r"[A-Z][a-z]{1,5}-(?!(?:led|based|style|era|backed|born|like|owned|run|free|made|trained|inspired|linked)$)[a-z]{1,6}$"
)
INITIALS = regex(r"(?:[^\W\d_]\.-?)+$")
_LONGEST = 5
_SYLLABLES_MOST = 11
_EASTERN = 3
# Small words that open a surname at the start of a sentence: "De Blasio said".
_OPEN_SURNAME = frozenset({"bin", "da", "de", "del", "della", "der", "di", "du", "von"})


class Mention(NamedTuple):
    """One place where somebody is named; ``words`` are the words of the name as printed."""

    start: int
    end: int
    words: tuple[str, ...]
    prefix: Prefix | None
    modifier: bool


class Word(NamedTuple):
    """A word of a capitalised run; ``low`` is its lower case."""

    start: int
    end: int
    printed: str
    low: str


class Page(NamedTuple):
    """What deciding about one run needs to know of the text around it."""

    text: Folded
    lists: Names
    before: dict[int, Prefix]
    blocked: dict[int, int]
    openings: frozenset[int]


def is_suffix(printed: str) -> bool:
    """Whether a word ends a name and is no surname: Jr., III."""
    return printed in _SUFFIXES


def surname_key(word: str) -> str:
    """What two printings of a surname have in common: "al-Assad" and "Assad"."""
    low = word.lower()
    if "-" not in low:
        return low
    head, _, tail = low.partition("-")
    return tail if head in {"al", "el", "ar", "as"} and tail else low


def words_of(start: int, run: str) -> list[Word]:
    """The words of a run with their places."""
    found, at = [], start
    for piece in run.split(" "):
        if piece:
            word = piece.rstrip(",") if piece[-1] == "," else piece
            found.append(Word(at, at + len(word), word, word.lower()))
        at += len(piece) + 1
    return found


def read_run(
    page: Page,
    words: list[Word],
    named: list[Mention],
    loose: "array[int]",
    pairs: "array[int]",
) -> None:
    """Sorts the words of one run into names, words that may be bare surnames, and pairs that may be names."""
    at, size = 0, len(words)
    while at < size:
        word = words[at]
        famous = _famous(page, words, at)
        if famous and (famous == size or _ends_name(page.lists, words[famous])):
            named.append(mention(page, words, at, famous, page.before.get(word.start)))
            at = famous
            continue
        until = page.blocked.get(word.start)
        if until is not None:
            while at < size and words[at].start < until:
                at += 1
            continue
        prefix = page.before.get(word.start)
        end = _name_end(page, words, at, prefix) if prefix or _may_begin(page.lists, words, at) else at
        if end > at and _is_name(page, words, at, end, prefix):
            if named_after(page.lists, words, end):
                at = end + 1
                continue
            named.append(mention(page, words, at, end, prefix))
        elif not prefix and _may_pair(page.lists, words, at):
            end = at + 2
            pairs.extend((word.start, words[at : at + 3][-1].end))
        else:
            end = at + 1
            ordinary = word.low in page.lists.stop and word.low not in page.lists.surnames
            if not ordinary and not named_after(page.lists, words, end):
                loose.extend(word[:2])
        at = end


def _famous(page: Page, words: list[Word], at: int) -> int:
    """The index behind the full name of somebody whom every reader knows, though its words may be ordinary; else 0."""
    if words[at].printed not in page.lists.famous_firsts:
        return 0
    ends = range(min(len(words), at + _LONGEST), at + 1, -1)
    return next((end for end in ends if page.text.plain[words[at].start : words[end - 1].end] in page.lists.famous), 0)


def _ends_name(lists: Names, following: Word) -> bool:
    """Whether a word is no part of the name before it, nor makes it that of a thing."""
    return following.low in lists.stop and following.low not in lists.named_after


def plain_word(lists: Names, word: Word) -> bool:
    """Whether a word could be part of a name: not ordinary, not an acronym, not "Smith-led"."""
    if word.low in lists.stop and word.low not in lists.surnames:
        return False
    if len(word.printed) > 1 and word.printed.isupper() and "." not in word.printed:
        return is_suffix(word.printed)
    _, dash, tail = word.printed.partition("-")
    return not (dash and tail[:1].islower()) or word.printed[0].islower()


def _may_begin(lists: Names, words: list[Word], at: int) -> bool:
    """Whether a full name may begin here without a title before it."""
    word = words[at]
    if at + 1 >= len(words) or word.low in _OPEN_SURNAME:
        return False
    following = words[at + 1]
    if word.low in lists.family_first and eastern(lists, word.printed, following.printed):
        return True
    if word.low in lists.given:
        return word.low not in lists.stop
    if "." in word.printed and INITIALS.match(word.printed):
        return word.low not in lists.stop and plain_word(lists, following)
    if word.low in lists.doubtful:
        return (following.low in lists.surnames or bool(INITIALS.match(following.printed))) and (
            following.low not in lists.stop and following.low not in lists.belonging
        )
    return False


def eastern(lists: Names, first: str, second: str) -> bool:
    """Whether a name puts the family first: "Kim Jong Un", but not "Kim Roberts"."""
    return first.lower() in lists.family_first and second.lower() not in lists.given and _syllables(second)


def _syllables(printed: str) -> bool:
    if len(printed) > _SYLLABLES_MOST:
        return False
    return bool(_SYLLABLES.match(printed.lower()) or _HYPHENED.match(printed))


def _name_end(page: Page, words: list[Word], at: int, prefix: Prefix | None) -> int:
    """The index behind the last word of the name that begins at ``at``."""
    lists, end = page.lists, at
    family = at + 1 < len(words) and eastern(lists, words[at].printed, words[at + 1].printed)
    while end < len(words) and end - at <= _LONGEST:
        word = words[end]
        if end > at and is_suffix(word.printed):
            end += 1
            break
        small = word.printed[0].islower() and "-" not in word.printed
        given = family and end - at < _EASTERN and not word.printed.isupper() and _syllables(word.printed)
        fits = small or given or (family and end == at) or plain_word(lists, word)
        if end == at and prefix is not None and prefix.honorific:
            fits = True
        if not fits or (end > at and (word.start in page.blocked or word.start in page.before)):
            break
        if end > at and word.low in lists.stop and not (small or given):
            # "Gordon Brown", but not "Gordon Brown Long".
            end += end == at + 1 or bool(INITIALS.match(words[end - 1].printed))
            break
        end += 1
    while end > at and words[end - 1].printed[0].islower() and "-" not in words[end - 1].printed:
        end -= 1
    return end


def _is_name(page: Page, words: list[Word], at: int, end: int, prefix: Prefix | None) -> bool:
    full = [word for word in words[at:end] if not is_suffix(word.printed)]
    if not full:
        return False
    if prefix is None:
        if len(full) == 1:
            return words[end - 1].printed in _NUMERALS
        return not INITIALS.match(full[-1].printed)
    if prefix.honorific:
        return True
    if len(full) > 1:
        return not INITIALS.match(full[-1].printed)
    # A lower-case title is too common before a capital that is no name.
    return page.text.plain[prefix.end - len(prefix.title.rsplit(" ", 1)[-1])].isupper() and (
        full[0].low not in page.lists.stop
    )


def named_after(lists: Names, words: list[Word], end: int) -> bool:
    """Whether what follows makes the name that of a thing: "Tower", "Airport"."""
    return end < len(words) and words[end].low in lists.named_after


def mention(page: Page, words: list[Word], at: int, end: int, prefix: Prefix | None) -> Mention:
    """The words from ``at`` to ``end`` as a mention."""
    start, stop = words[at].start, words[end - 1].end
    modifier = end < len(words) and (
        words[end].start in page.blocked or words[end].low in page.lists.belonging or _organised(words[end].low)
    )
    return Mention(
        start,
        stop,
        tuple(word.printed for word in words[at:end]),
        prefix,
        modifier or bool(MODIFIED.match(page.text.lower, stop)),
    )


def _organised(low: str) -> bool:
    return bool(MODIFIED.match(f" {low}"))


def _may_pair(lists: Names, words: list[Word], at: int) -> bool:
    """Two words that no list knows: a name only if something else in the article says so."""
    if at + 1 >= len(words) or _may_begin(lists, words, at + 1):
        return False
    first, second = words[at], words[at + 1]
    if first.low in _OPEN_SURNAME or first.low in lists.stop or second.low in lists.stop:
        return False
    capital = first.printed[0].isupper() and plain_word(lists, first) and plain_word(lists, second)
    return capital and not named_after(lists, words, at + 2)
