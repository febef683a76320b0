"""Plain text files: bytes to text, text to paragraphs and their regions."""

import codecs
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.readers.plain import UndecodableError, decode, paragraphs

STORY = "The café’s owner said “no” – twice.\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (STORY.encode(), "utf-8"),
        (STORY.encode("utf-8-sig"), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + STORY.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + STORY.encode("utf-32-le"), "utf-32"),
        (STORY.encode("utf-16-le"), "utf-16-le"),
        (STORY.encode("utf-16-be"), "utf-16-be"),
        (STORY.encode("utf-32-le"), "utf-32-le"),
        (STORY.encode("utf-32-be"), "utf-32-be"),
        (STORY.encode("windows-1252"), "windows-1252"),
    ],
)
def test_decodes(data: bytes, name: str) -> None:
    assert decode(data) == (STORY, name)


@pytest.mark.parametrize(
    "text",
    [
        "Zoë Müller paid £40 at the Café René.",
        "“We’re late,” the driver’s son said … and left.",
        "It was 20° and ‘fine’ in Malmö.",
        "The firefighters’ union\xa0met.",
    ],
)
def test_reads_western_europe_where_it_is_clear(text: str) -> None:
    assert decode(text.encode("windows-1252")) == (text, "windows-1252")


def test_empty_file() -> None:
    assert decode(b"") == ("", "utf-8")


@pytest.mark.parametrize(
    ("data", "byte", "message"),
    [
        (b"The caf\xc3 closed.", 7, "not UTF-8: byte 0xC3 at offset 7"),  # half of a letter
        ("The café’s owner".encode() + b" \xff left", 20, "not UTF-8: byte 0xFF at offset 20"),  # UTF-8 elsewhere
        ("Город закрыл старый мост".encode("windows-1251"), 0, "not UTF-8: byte 0xC3 at offset 0"),
        ("The mayor’s “yes” came.".encode("mac-roman"), 9, "not UTF-8: byte 0xD5 at offset 9"),
        (b"%PDF-1.7 text", 0, "a binary file"),
        (b"PK\x03\x04\x14\x00", 0, "a binary file"),
        (b"\x89PNG\r\n", 0, "a binary file"),
        (b"The council\x00 voted", 11, "a binary file"),
        (b"ab\x01\x02\x03\x04", 2, "a binary file"),
        (codecs.BOM_UTF8 + b"a \xff", 5, "not UTF-8: byte 0xFF at offset 5"),
        (codecs.BOM_UTF16_LE + b"a\x00b", 4, "not UTF-16: byte 0x62 at offset 4"),
    ],
)
def test_refuses(data: bytes, byte: int, message: str) -> None:
    with pytest.raises(UndecodableError) as caught:
        decode(data)
    assert (caught.value.byte, str(caught.value)) == (byte, message)


def test_a_stray_control_character_is_text() -> None:
    assert decode(b"The council voted on\x02 Tuesday.")[0] == "The council voted on\x02 Tuesday."


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_whatever_is_written_in_utf8_is_read_back(text: str) -> None:
    assert decode(b"\n" + text.encode())[0] == "\n" + text


WRAPPED = """\
The council voted on Tuesday to close the old bridge over the river
after engineers found cracks in two of the pillars that hold it up
and warned that heavy traffic could bring down a part of the deck."""
INDENTED = WRAPPED.replace("The", "   The", 1)
HEADLINES = """\
Council Closes Old Bridge Over the River After Engineers Find Cracks
Mayor Says Repairs Will Take Two Years and Cost Twelve Million Euros
Ferry Owners Offer Free Rides to Commuters Through the Coming Winter"""
HEADING_OVER = """\
Old bridge closes
The council voted on Tuesday to close the old bridge over the river for two years."""
LONG_LINES = "\n".join(["The council voted on Tuesday to close the bridge. " * 4] * 3)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", []),
        (" \n\u00a0\n\t\n", []),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("One.\rTwo.\r\rThree.", ["One.", "Two.", "Three."]),
        ("One\rmore.\nTwo.", ["One\rmore.", "Two."]),
        ("\n  One. \n \u00a0 \n\tTwo.", ["  One. ", "\tTwo."]),
        (WRAPPED, [WRAPPED]),
        (INDENTED, [INDENTED]),
        (WRAPPED.replace("\n", "\r\n"), [WRAPPED.replace("\n", "\r\n")]),
        (f"{WRAPPED}\n\n{WRAPPED}", [WRAPPED, WRAPPED]),
        (f"{INDENTED}\n{INDENTED}", [INDENTED, INDENTED]),
        (f"Old bridge closes\n{WRAPPED}", ["Old bridge closes", WRAPPED]),
        (HEADLINES, HEADLINES.split("\n")),
        (HEADING_OVER, HEADING_OVER.split("\n")),
        (LONG_LINES, LONG_LINES.split("\n")),
        ("milk\nbread\neggs", ["milk", "bread", "eggs"]),
    ],
)
def test_paragraphs(text: str, shown: list[str]) -> None:
    assert [text[block.start : block.end] for block in paragraphs(text)] == shown


def test_a_wrapped_line_may_begin_with_a_name_where_the_file_is_wrapped() -> None:
    pair = "The petition was handed over at the town hall by the retired dean\nPeter Orr."
    assert len(paragraphs(pair)) == 2
    assert len(paragraphs(f"{WRAPPED}\n\n{pair}")) == 2


BODY = "The council voted on Tuesday to close the old bridge over the river."


@pytest.mark.parametrize(
    ("lines", "regions"),
    [
        (["Old bridge closes", BODY], ["headline", "body"]),
        (["Old bridge: what now?", BODY], ["headline", "body"]),
        (["Old bridge to close, says U.S.", BODY], ["headline", "body"]),
        (["Old bridge closes"], ["body"]),  # nothing follows
        ([BODY, BODY], ["body", "body"]),
        (["LONDON (Reuters) - The council", BODY], ["body", "body"]),
        (["Published: 4 May 2021", BODY], ["body", "body"]),
        (["4 May 2021", BODY], ["body", "body"]),
        (["Old bridge closes", "By Jane Roe", BODY], ["headline", "byline", "body"]),
        (
            ["Old bridge closes", "By JANE ROE and Dan O'Hara, Political Correspondent", BODY],
            ["headline", "byline", "body"],
        ),
        (["Old bridge closes", "By the end of the day", BODY], ["headline", "heading", "body"]),
        (["Old bridge closes", BODY, "(Reporting by Jane Roe; editing by Dan Hale)"], ["headline", "body", "byline"]),
        (["Old bridge closes", "Reporting by newspapers helped, the jury said.", BODY], ["headline", "body", "body"]),
        (["Old bridge closes", "Photo: the bridge at dawn", BODY], ["headline", "caption", "body"]),
        (["Old bridge closes", "(Image: City Archive)", BODY], ["headline", "caption", "body"]),
        (["Old bridge closes", "Pictured: Ms. Roe at work.", BODY], ["headline", "caption", "body"]),
        (["Old bridge closes", "Pictured as a villain, he quit.", BODY], ["headline", "body", "body"]),
        (["Old bridge closes", BODY, "Years of neglect", BODY], ["headline", "body", "heading", "body"]),
        (["Old bridge closes", BODY, "years of neglect", BODY], ["headline", "body", "body", "body"]),
        (["Old bridge closes", "The list so far:", "Ferry", BODY], ["headline", "body", "body", "body"]),
        (["Old bridge closes", BODY, "Years of neglect"], ["headline", "body", "body"]),
        (["Old bridge closes", BODY, "Milltown", "Ferrytown", BODY], ["headline", "body", "body", "heading", "body"]),
        (["Old bridge closes", BODY, "By Jane Roe", BODY], ["headline", "standfirst", "byline", "body"]),
        (["Old bridge closes", BODY, f"ORRFORD (AP) — {BODY}"], ["headline", "standfirst", "body"]),
        (["Old bridge closes", "By Jane Roe", BODY, f"Orrford — {BODY}"], ["headline", "byline", "standfirst", "body"]),
        (["Old bridge closes", f"{BODY} {BODY}", "By Jane Roe", BODY], ["headline", "body", "byline", "body"]),
        (["Old bridge closes", BODY, BODY], ["headline", "body", "body"]),
        (["Old bridge closes", "Jane Roe and Dan Hale", f"ORRFORD — {BODY}"], ["headline", "byline", "body"]),
        (["Old bridge closes", "ORRFORD, Maine –", BODY], ["headline", "dateline", "body"]),
        (["Old bridge closes.", "By Jane Roe", BODY], ["headline", "byline", "body"]),
        (["Old Bridge Closes.", BODY], ["headline", "body"]),
        (["Old bridge closes.", BODY], ["body", "body"]),
        (["Video: old bridge closes", BODY], ["headline", "body"]),
    ],
)
def test_regions(lines: list[str], regions: list[str]) -> None:
    assert [block.region for block in paragraphs("\n\n".join(lines))] == regions


@pytest.mark.parametrize(
    "caption",
    [
        "FILE - In this May 6, 2019, file photo, cars cross the bridge. (AP Photo/Jane Roe, File)",
        "FILE PHOTO: Cars cross the bridge in Orrford, May 6, 2019. REUTERS/Jane Roe/File Photo",
        "In this Jan. 31, 2014 photo, cars cross the bridge.",
        "This image provided by the city shows the bridge.",
        "File photo of the bridge in Orrford.",
        "A view of the bridge in Orrford. REUTERS/Jane Roe",
        "Cars cross the bridge on Monday. (Photo by Jane Roe)",
        "Cars cross the bridge on Monday. (Jane Roe/The Orrford Post via AP)",
        "Cars cross the bridge. (Photo: Jane Roe, Getty Images)",
        "Mayor Ann Hale says she will rebuild the bridge. | AP Photo",
        "Photographer: Jane Roe/Bloomberg",
        "AFP via Getty Images",
        "(Reuters)",
    ],
)
def test_captions_of_agencies(caption: str) -> None:
    assert [block.region for block in paragraphs(f"Old bridge closes\n\n{BODY}\n\n{caption}")][-1] == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "In this photo she saw the end of the bridge, and of her youth.",
        "The mayor told Reuters that the bridge would close.",
        "A photo of the bridge hung in the hall, and the mayor (a Democrat) stood under it.",
        "The state agency (TASS) said on Monday that the bridge would close.",
        "The mayor filed a suit over a photo: it showed the bridge.",
        "Hale sued the agency (AFP).",
    ],
)
def test_what_is_no_caption(line: str) -> None:
    assert [block.region for block in paragraphs(f"Old bridge closes\n\n{BODY}\n\n{line}")][-1] == "body"


@given(st.text(st.sampled_from('aB .,\t\n\r\u00a0\u2028"By:-')))
def test_paragraphs_hold_all_the_ink_in_order(text: str) -> None:
    blocks = paragraphs(text)
    assert "".join("".join(text[block.start : block.end].split()) for block in blocks) == "".join(text.split())
    assert all(before.end <= after.start for before, after in pairwise(blocks))
    assert all(text[block.start : block.end].strip() and text[block.end : block.end + 1] in "\r\n" for block in blocks)
