"""What the elements of a format mean to a reader of news: which are inline, which are left out, which mark a region."""

from collections.abc import Mapping

from newslint.patterns import regex
from newslint.records import NamedTuple


class Vocabulary(NamedTuple):
    """The elements of one format, by name; all others are blocks of text.

    ``classes``: regions by a word of ``class``, ``rel`` or ``itemprop``. ``xml``: CDATA is text, and what stands before
    a colon is no part of a name. ``blank_lines``: they part paragraphs, and there are shortcodes in brackets.
    """

    inline: frozenset[str]
    void: frozenset[str]
    skipped: frozenset[str]
    raw: frozenset[str]
    regions: Mapping[str, str]
    classes: Mapping[str, str]
    xml: bool = False
    blank_lines: bool = False


HTML = Vocabulary(
    inline=frozenset(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike "
        "strong sub sup time tt u var wbr img amp-img br nobr".split()
    ),
    void=frozenset("area base br col embed hr img input link meta param source track wbr".split()),
    skipped=frozenset(
        "nav aside form button select svg math template noscript iframe object video audio canvas dialog menu datalist "
        "pre footer map applet noframes amp-ad amp-sidebar amp-consent amp-social-share amp-analytics amp-state "
        "amp-video amp-iframe amp-youtube amp-accordion amp-user-notification".split()
    ),
    raw=frozenset("script style textarea xmp noembed".split()),
    regions={
        "h1": "headline",
        **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "heading"),
        "li": "list",
        **dict.fromkeys(("td", "th"), "table"),
        **dict.fromkeys(("figcaption", "caption"), "caption"),
        "title": "title",
    },
    classes={
        **dict.fromkeys(("byline", "author", "article-author", "article-byline", "byline-name"), "byline"),
        **dict.fromkeys(
            ("standfirst", "subtitle", "dek", "deck", "subheadline", "subhead", "sub-headline", "article-summary"),
            "standfirst",
        ),
        **dict.fromkeys(("caption", "wp-caption-text", "image-caption", "credit", "photo-credit"), "caption"),
        "dateline": "dateline",
    },
)
# HTML as it stands inside XML.
XHTML = HTML._replace(xml=True)
# HTML as WordPress keeps it.
WORDPRESS = HTML._replace(blank_lines=True)
NITF = Vocabulary(
    inline=HTML.inline
    | frozenset(
        "alt-code chron city classifier copyrite copyrite.year copyrite.holder country denom event frac frac-sep "
        "function lang location money name.family name.given nitf-table-metadata num numer object.title org person "
        "postaddr pronounce region state story.date sublocation virtloc".split()
    ),
    void=HTML.void,
    skipped=frozenset(
        "docdata pubdata revision-history iim note rights series distributor media-reference media-metadata "
        "media-object custom-table pre object".split()
    ),
    raw=frozenset(),
    regions={
        **dict.fromkeys(("hl1", "hedline"), "headline"),
        "hl2": "heading",
        **dict.fromkeys(("byline", "tagline"), "byline"),
        "dateline": "dateline",
        "abstract": "standfirst",
        "li": "list",
        **dict.fromkeys(("td", "th"), "table"),
        **dict.fromkeys(("media-caption", "media-producer"), "caption"),
        "title": "title",
    },
    classes={},
    xml=True,
)
# WordPress: ``[caption id=1]``, ``[/caption]``; other words in brackets are text.
SHORTCODE = regex(
    r"\[(/?)(caption|gallery|embed|audio|video|playlist|youtube|tweet|twitter|instagram|contact-form)"
    r"(?:[\s=][^\[\]<>]{0,500}+)?/?\]"
)
# Words of ``class`` that mark what sites put into and around an article: banners, shares, links to other articles.
_FURNITURE = regex(
    r"(?:(?:article|post|entry|page|social)[-_])?(?:social|share|sharing)"
    r"(?:[-_](?:bar|buttons?|links?|tools?|icons?|list|widget|menu))?"
    r"|(?:related|recommended|read-?more|more|most)[-_](?:links?|articles?|stories|story|posts|content|news|reading|box"
    r"|list|topics?|read|popular)"
    r"|(?:cookie|cookies|gdpr|consent)(?:[-_](?:banner|notice|bar|popup|message|wall|law[-_]info))?"
    r"|(?:newsletter|email)[-_](?:sign-?up|box|form|promo|widget)|newsletter"
    r"|(?:ad|ads|advert|adverts|advertisement)(?:[-_](?:slot|unit|container|wrapper|block|box|label))?"
    r"|breadcrumbs?|skip-link|(?:sr|screen-reader)[-_](?:only|text)|visually-?hidden|comments?-(?:area|section)"
)
_WORD = regex(r"\S+")


def furniture(classes: str) -> bool:
    """Whether one of the words in ``class`` or ``id`` names what is none of an article."""
    return any(_FURNITURE.fullmatch(word[0]) for word in _WORD.finditer(classes.lower(), 0, 500))
