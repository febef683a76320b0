"""The page for people in a real browser: it loads nothing, fits a phone, filters, and its links jump."""

import os
import shutil

import pytest
from reports import CASES, document, finding, options

from newslint.finding import Report
from newslint.formats import FORMATS

BROWSER = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(not BROWSER, reason="no Chromium is installed (Debian: apt install chromium)")


@pytest.fixture(scope="module")
def chromium():
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with driver.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium, tmp_path):
    """Opens a report, and shows the requests that the page made and what the browser complained of."""
    contexts = []

    def show(report, how, *, width=1200, scheme="light"):
        path = tmp_path / "report.html"
        path.write_text("".join(FORMATS["html"](report, how)), "utf-8")
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.requests, page.complaints = [], []
        page.on("request", lambda request: page.requests.append(request.url))
        page.on("console", lambda said: page.complaints.append(said.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (page.complaints.append(dialog.message), dialog.dismiss()))
        page.goto(path.as_uri())
        return page

    yield show
    for context in contexts:
        context.close()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_page_is_the_only_request_and_runs_nothing(opened, case):
    page = opened(*case())
    page.wait_for_timeout(100)
    assert [address.rsplit("/", 1)[1] for address in page.requests] == ["report.html"]
    assert page.complaints == []


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.parametrize("width", [400, 700, 1000, 1600])
def test_nothing_sticks_out_at_any_width(opened, case, width):
    page = opened(*case(), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_long_word_and_a_table_fit_a_phone(opened):
    one = document("x" * 300 + ".txt", "trips" + "w" * 500 + "\n\na | b | " + "-" * 300 + "\n")
    page = opened(Report((finding(one, "trips", message="m" * 300),), articles=1), options(one), width=400)
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_filters_hide_entries_and_marks_and_keep_the_text(opened):
    page = opened(*CASES["usual"]())
    entries = page.locator(".entry:visible")
    assert entries.count() == 5
    article = page.locator("article").first
    words = article.inner_text()
    page.get_by_label("warning").uncheck()
    assert entries.count() == 2, "the finding and both its second places are gone"
    assert page.locator("#m2").evaluate("one => getComputedStyle(one).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert "80,000 troops were counted" in article.inner_text().replace("2 ", " ").replace("  ", " ")
    page.get_by_label("words").uncheck()
    assert entries.count() == 1
    page.get_by_label("warning").check()
    page.get_by_label("words").check()
    assert entries.count() == 5
    assert article.inner_text() == words


def in_view(page, selector):
    return page.locator(selector).evaluate(
        "one => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"
    )


def far_apart():
    one = document("x.txt", "trips here\n" + "\n".join(f"\nParagraph {n}." for n in range(80)) + "\n\nthe end there\n")
    there = one.text.index("there")
    from newslint.finding import PlacedNote
    from newslint.span import Span

    span = Span(there, there + 5)
    note = PlacedNote("x.txt", one.place(span), "there", "the other", span)
    return Report((finding(one, "trips", notes=(note,)),), articles=1), options(one)


def test_a_link_jumps_to_the_other_place_and_back(opened):
    page = opened(*far_apart(), width=1200)
    assert in_view(page, "#f1")
    assert not in_view(page, "#n1-1")
    page.get_by_role("link", name="line 163").click()
    assert in_view(page, "#n1-1")
    assert not in_view(page, "#f1")
    page.locator(".entry.second .to").click()
    assert in_view(page, "#f1")
    page.locator("#f1 .to").click()
    assert page.evaluate("location.hash") == "#m1"


def test_the_keyboard_reaches_filters_links_and_reasons(opened):
    page = opened(*CASES["usual"]())
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        now = page.evaluate(
            "document.activeElement.id || document.activeElement.getAttribute('href') || document.activeElement.tagName"
        )
        if now in {"BODY", "show-error"} and reached:
            break
        reached.append(now)
    assert {"show-error", "show-family-1", "#a1", "#m1", "#f1", "#n2-1", "#f2", "SUMMARY"} <= set(reached)
    page.locator("#f1 summary").focus()
    assert not page.get_by_text("Spelling checkers pass it.").is_visible()
    page.keyboard.press("Enter")
    assert page.get_by_text("Spelling checkers pass it.").is_visible()
    page.locator("#show-error").focus()
    page.keyboard.press("Space")
    assert not page.locator("#f1").is_visible()


CONTRAST = """() => {
  const parse = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => { const [x, y, z] = [r, g, b].map(v => { v /= 255;
    return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4 }); return 0.2126 * x + 0.7152 * y + 0.0722 * z };
  const behind = one => { for (; one; one = one.parentElement) { const colour = parse(getComputedStyle(one).backgroundColor);
    if (colour.length && (colour.length < 4 || colour[3] > 0)) return colour } return [255, 255, 255] };
  const poor = [];
  for (const one of document.querySelectorAll('body *')) {
    if (![...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()) || !one.checkVisibility()) continue;
    const [a, b] = [light(parse(getComputedStyle(one).color)), light(behind(one))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) poor.push([one.className || one.tagName, ratio]);
  }
  return poor }"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_can_be_read_on_its_ground(opened, scheme):
    page = opened(*CASES["usual"](), scheme=scheme)
    assert page.evaluate(CONTRAST) == []
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(252, 251, 248)", "dark": "rgb(23, 22, 20)"}[scheme]


def test_on_paper_there_are_no_filters_and_all_entries(opened):
    page = opened(*CASES["usual"]())
    page.emulate_media(media="print")
    assert not page.locator(".filters").is_visible()
    assert page.locator(".entry:visible").count() == 5
    assert page.pdf(format="A4").startswith(b"%PDF")
