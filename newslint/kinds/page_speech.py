"""What a page says to its visitor: do this, you may, our newsletter. A news report speaks to nobody."""

from collections.abc import Sequence

from newslint.kinds.page_words import Phrases, words_of_line
from newslint.patterns import regex
from newslint.records import NamedTuple

# Longer lines are paragraphs of an interview or an essay.
_MOST = 50
# In so few words there is no room for a sentence around a notice.
_BARE = 7
_WORD = regex(r"[\w’'/@.&-]*\w|[.!?:|•·»>–—]")
_QUOTED = regex(r"[“”\"]|\s['‘]")
# What stands on a button, named in a sentence.
_BUTTON = regex(
    r"(?i)[“\"](?:accept|agree|allow|ok|continue|subscribe|sign|log|register|submit|save|i )[^“”\".,!?]{0,24}[”\"]"
)
# A name and what it is: "Read More, a campaign for books, has been given a grant".
_NAMED = regex(r"(?:[A-Z][\w'’-]*(?: |(?=,))){1,4}, (?:an?|which|who|whose)\b[^.]*\b(?:has|have|is|are|was|were)\b")
_IS = frozenset("is are was were".split())
_STOPS = frozenset(".!?:|•·»>–—")
# A line that begins with a statement is a report that goes on to advise.
_OPENS = _STOPS - {"."}
_BEFORE = frozenset("please and or then now just simply also".split())
_VISITOR = frozenset("you your yours you're you've you'll you'd".split())
_OUTLET = frozenset("we our we're we've please".split())
# Things that begin so are no page's own: the latest news, the top stories, what people do on Facebook.
_COMMON = frozenset("latest more top full related similar on to the".split())
_PAGE = regex(
    r"(?i)\bthis (?:page|site|website|article|story|video|content|post|feature|report) (?:is|was|has|may|contains)\b"
    r"|\bversion of this (?:article|story)\b|^(?:the|these|all) (?:comments|reviews|posts) (?:above|below)\b"
    r"|^(?:the|your|this) (?:video|audio|stream|player|clip|podcast) (?:will|is about to|should|can(?:no|')t) \w+"
)
_REPORTED = frozenset(
    """said says saying told tells telling asked asks urged urges urging warned wrote writes according reported
    announced added argued insisted claimed promised advised recommended he she his her they i my me mr mrs ms dr would
    had were was will""".split()
)

# A notice that begins so may say what was done.
_BEGINS, _WAS = frozenset("your sorry thanks thank".split()), frozenset("was were had".split())

# In so few words what is not page is hardly anything.
_SHORT, _SHORTER, _MANY, _HALF = 20, 12, 3, 60
_LABEL = regex(r"\w[\w’'-]*(?: \w[\w’'-]*){0,2} ?[:|/–—] ?\S")
# Words that only a page has, so that one of them tells; what a visitor is pointed to; what makes a heading of the news.
_OWN = frozenset(
    """carousel e-edition epaper e-paper sidebar advertisement advertisements ad ads article articles cookie screenshot
    reader readers reading trending sponsored headlines slideshow bookmark moderation disqus homepage newsletter
    newsletters app apps ios android autoplay url click tap swipe comment comments subscribers advertisers login
    password inbox gallery photos video audio edited playback fullscreen podcast livestream permalink subscribe
    tweet retweets javascript cookies browser facebook twitter instagram whatsapp""".split()
)
_POINTS = frozenset("us here below above more".split())
_NEWS = frozenset("is are was were has have did does do how why what who after as over against about the".split())
_MENDED = frozenset("correction clarification corrections".split())
# A caption ends with the credit of its picture.
_AGENCIES = frozenset("ap afp reuters epa getty pa dpa youtube via pool".split())
_THIS = frozenset("this these".split())
_FILLING = regex(r"\d\S*|[@#]\S+|a|an|the|of|by|on|in|to|and|or|for|at|from|with|your|our|is|are|all|more|us|\W")


class Speech(NamedTuple):
    """What a page tells its visitor to do, the things it speaks of, and what it says as it stands."""

    verbs: Phrases
    things: Phrases
    notices: Phrases


def speaks(line: str, speech: Speech) -> bool:
    """Whether a line of an article is what a page says to its visitor."""
    if line.count(" ") >= _MOST or _QUOTED.search(_BUTTON.sub(" ", line)) or _NAMED.match(line):
        return False
    words = words_of_line(line, _WORD)
    here = set(words)
    if not words or here & (_REPORTED - _WAS if words[0] in _BEGINS else _REPORTED):
        return False
    visitor = bool(here & _VISITOR)
    known = [words[at] for at in _places(words, speech.things)]
    if known and ((visitor and not _COMMON.issuperset(known)) or _asks(words, speech.verbs)):
        return True
    addressed = visitor or bool(here & _OUTLET) or len(words) < _BARE or bool(_PAGE.search(line))
    return any(addressed or _first(words, at) for at in _places(words, speech.notices))


def hints(line: str, verbs: Phrases, page: Phrases) -> bool:
    """Whether a short line is likely to be what a page says: it speaks to a visitor, or is made of words of pages."""
    if line.count(" ") > _SHORT or _QUOTED.search(line):
        return False
    words = words_of_line(line, _WORD)
    here = set(words)
    if not words or len(words) > _SHORT or here & _REPORTED:
        return False
    places = _places(words, page)
    found, asks = len(places), bool(here & _VISITOR)
    if places and _asks(words, verbs):
        # what is asked for is one word of the page, and none by itself
        asks, found = True, len(places) - _at(words, 0, page)
    this = words[0] in _THIS and _at(words, 1, page)
    bare = len(words) <= _BARE + 1 and words[-1] not in _STOPS and not here & _NEWS
    if (found and bare and here & _OWN) or (_asks(words, verbs) and len(words) <= _SHORTER and here & _POINTS):
        return True
    if found and (this or (asks and (found > 1 or len(words) <= _SHORTER))):
        return True
    if (line.endswith(".") and not asks) or words[0] in _MENDED:
        return False
    if (found >= _MANY and len(words) <= _SHORTER) or (found > 1 and (here & _OUTLET or _LABEL.match(line))):
        return True
    if here & _AGENCIES and not asks:
        return False
    others = sum(not _FILLING.fullmatch(word) for word in words)
    return found > 1 and found * 100 >= _HALF * others


def mentions(line: str, page: Phrases) -> bool:
    """Whether a few words at the end of a paragraph, without a full stop, name something of a page."""
    if line.count(" ") >= _SHORTER or line[-1:] in ".:" or _QUOTED.search(line):
        return False
    words = words_of_line(line, _WORD)
    return not (_REPORTED | _AGENCIES).intersection(words) and bool(_places(words, page))


def _asks(words: Sequence[str], verbs: Phrases) -> bool:
    """Whether a line begins by telling somebody what to do, or does so after a question, a label or an exclamation."""
    starts = [
        at for at in range(len(words)) if (not at or words[at - 1] in _OPENS) and words[at + 1 : at + 2] != ["of"]
    ]
    # “his principle is simple: never miss a cue” is no label
    starts = [at for at in starts if not at or words[at - 1] != ":" or _IS.isdisjoint(words[:at])]
    return any(_at(words, at, verbs) or (words[at] in _BEFORE and _at(words, at + 1, verbs)) for at in starts)


def _first(words: Sequence[str], at: int) -> bool:
    return at == 0 or words[at - 1] in _STOPS


def _places(words: Sequence[str], phrases: Phrases) -> list[int]:
    """Where one of the phrases stands."""
    likely = [at for at, word in enumerate(words) if word in phrases or word[:-1] in phrases]
    return [at for at in likely if _at(words, at, phrases)]


def _at(words: Sequence[str], at: int, phrases: Phrases) -> bool:
    """Whether one of the phrases stands there; its last word may be a plural."""
    if at >= len(words):
        return False
    for one in phrases.get(words[at], ()) or phrases.get(words[at].removesuffix("s"), ()):
        there = list(words[at : at + len(one)])
        if (
            len(there) == len(one)
            and there[:-1] == list(one[:-1])
            and one[-1] in (there[-1], there[-1].removesuffix("s"))
        ):
            return True
    return False
