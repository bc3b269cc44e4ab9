"""The same page seen otherwise: in print, magnified, in forced colours, from the right."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.driver import (
    boxes,
    card,
    cards,
    click_passage,
    click_toolbar,
    highlighted_strings,
    mutations,
    panel,
    passage_box,
    press,
    status,
    watch_mutations,
    with_open_shell,
)
from tests.browser.made_pages import page as made_page
from tests.browser.made_pages import paragraphs
from tests.browser.site import Site
from tests.browser.stub_service import StubNote, StubService

OpenPage = Callable[[str], Page]

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

MARK = """(property) => getComputedStyle(
  document.querySelector('p'), '::highlight(sidelight-who-says-so)')[property]"""
BLUE, LIGHT_BLUE = "rgb(11, 87, 208)", "rgb(168, 199, 250)"


@pytest.fixture
def read(site: Site, open_page: OpenPage, service: StubService) -> OpenPage:
    """Open a page that is given as its source, and let it be read."""

    def read(source: str) -> Page:
        site.made["made"] = source
        page = open_page("made")
        watch_mutations(page)
        click_toolbar(page)
        status(page, holding="note" if service.notes else "No notes")
        return page

    return read


def apart(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    return (
        one[2] <= other[0]
        or other[2] <= one[0]
        or one[3] <= other[1]
        or other[3] <= one[1]
    )


def test_print_keeps_the_underlines_and_drops_the_card(
    read: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("In part 1")]
    page = read(made_page(paragraphs(2)))
    click_passage(page, "In part 1")
    card(page)

    page.emulate_media(media="print")

    assert cards(page) == []
    assert page.evaluate(MARK, "textDecorationLine") == "underline"


def test_print_drops_the_wash(read: OpenPage, service: StubService) -> None:
    service.notes = [StubNote("In part 1")]
    page = read(made_page(paragraphs(2)))

    page.emulate_media(media="print")

    # Asked once: Chromium goes on to tell what it told for the screen.
    assert page.evaluate(MARK, "backgroundColor") == "rgba(0, 0, 0, 0)"


def test_at_400_percent_nothing_is_cut_off_or_covered(
    read: OpenPage, service: StubService
) -> None:
    words = "Shopkeepers on the quay"
    service.notes = [StubNote(words, evidence="some passage")]
    page = read(
        made_page(paragraphs(2), head="<meta name=viewport content=width=device-width>")
    )
    page.set_viewport_size({"width": 320, "height": 256})  # 1280 by 1024, at 400%
    for left, _, right, _ in boxes(page).values():
        assert left >= 0
        assert right <= 320
    press(page, "Hide")  # It takes the lower half of so small a view.

    click_passage(page, words)
    card(page)

    for left, _, right, _ in boxes(page).values():
        assert left >= 0
        assert right <= 320
    assert apart(boxes(page)["Unclear who says this"], passage_box(page, words))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_forced_colours_leave_the_underline(
    read: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("In part 1")]
    page = read(made_page(paragraphs(2)))
    before = page.locator("p").first.screenshot()

    page.emulate_media(forced_colors="active")

    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert page.evaluate(MARK, "textDecorationLine") == "underline"
    marked = page.locator("p").first.screenshot()
    assert marked != before
    click_toolbar(page)
    assert page.locator("p").first.screenshot() != marked


LIGHT_PAGE = "<style>body { background: #fff; color: #222; }</style>"
BOTH = "<style>:root { color-scheme: light dark; }</style>"


@pytest.mark.parametrize(
    ("head", "system", "colour"),
    [
        pytest.param(LIGHT_PAGE, "dark", BLUE, id="light page, dark system"),
        pytest.param("", "dark", BLUE, id="page of no colour, dark system"),
        pytest.param(BOTH, "dark", LIGHT_BLUE, id="page that follows, dark system"),
        pytest.param(BOTH, "light", BLUE, id="page that follows, light system"),
    ],
)
def test_marks_suit_the_article_whatever_the_system_is(  # noqa: PLR0913, PLR0917
    site: Site,
    open_page: OpenPage,
    service: StubService,
    head: str,
    system: str,
    colour: str,
) -> None:
    service.notes = [StubNote("In part 1")]
    site.made["made"] = made_page(paragraphs(2), head=head)
    page = open_page("made")
    page.emulate_media(color_scheme=system)  # type: ignore[arg-type]

    click_toolbar(page)
    status(page, holding="1 note")

    assert page.evaluate(MARK, "textDecorationColor") == colour


ARABIC = "أعلن المجلس يوم الثلاثاء أن الجسر سيغلق تسعة أسابيع، وقال نقاد إن الإغلاق يأتي متأخرا جدا. "


def test_page_that_runs_from_the_right(read: OpenPage, service: StubService) -> None:
    words = "وقال نقاد"
    service.notes = [
        StubNote(
            words, evidence="some passage", around=("تسعة أسابيع، ", " إن الإغلاق")
        )
    ]
    page = read(
        made_page(
            [ARABIC, ARABIC.replace("نقاد", "خبراء") * 4],
            traits="lang=ar dir=rtl",
            head="<style>article { width: 400px; }</style>",
        )
    )

    assert highlighted_strings(page) == {"who-says-so": [words]}
    click_passage(page, words)
    card(page)
    box = boxes(page)["Unclear who says this"]
    assert apart(box, passage_box(page, words))
    assert box[0] >= 0
    assert box[2] <= 1280


COMBINED = {
    "accents apart": "cafe\u0301 owner\u0327s",
    "points under letters": "שָׁלוֹם עֲלֵיכֶם",
    "joined letters": "क्षत्रिय लोग",
    "many marks on one": "Z\u0351\u036b\u0343a\u0328\u0321l\u030ego fans",
    "width of zero": "in\u200dsiders say",
}


@pytest.mark.parametrize("words", COMBINED.values(), ids=COMBINED.keys())
def test_combining_marks_are_kept_with_their_letters(
    read: OpenPage, service: StubService, words: str
) -> None:
    one, *rest = paragraphs(2)
    service.notes = [StubNote(words)]

    page = read(made_page([f"{one} There {words} are not so sure.", *rest]))

    assert words in service.asked[0]["text"]
    assert highlighted_strings(page) == {"who-says-so": [words]}


def test_twenty_thousand_words_are_read_to_the_end_and_change_nothing(
    read: OpenPage, service: StubService
) -> None:
    count = 430
    service.notes = [
        StubNote(f"In part {n} of", family=family)
        for n, family in [
            (1, "who-says-so"),
            (200, "wording"),
            (count, "other-reports"),
        ]
    ]

    page = read(made_page(paragraphs(count)))

    assert len(service.asked[0]["text"].split()) > 20_000
    assert service.asked[0]["text"] == "\n\n".join(paragraphs(count))
    assert highlighted_strings(page) == {
        "who-says-so": ["In part 1 of"],
        "wording": ["In part 200 of"],
        "other-reports": [f"In part {count} of"],
    }
    assert mutations(page) == ["childList of html: sidelight-notes"]


def test_marks_cost_no_layout(read: OpenPage, service: StubService) -> None:
    counts = []
    for n in (1, 40):
        service.notes = [StubNote(f"In part {i} of") for i in range(1, n + 1)]
        page = read(made_page(paragraphs(40)))
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")
        metrics = session.send("Performance.getMetrics")["metrics"]
        counts.append(next(m["value"] for m in metrics if m["name"] == "LayoutCount"))
        assert len(highlighted_strings(page)["who-says-so"]) == n
        page.close()

    one, forty = counts
    assert forty <= one + 1  # The time between two looks at the page may hold one.


def found_by_axe(page: Page) -> list[str]:
    """Return what axe-core finds wrong in the page, a line for each element."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("(rules) => axe.run({runOnly: rules})", RULES)
    return [
        f"{violation['id']}: {node['html'][:200]}: {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_cards(
    read: OpenPage, service: StubService, scheme: str
) -> None:
    background = {"light": "#fff; color: #222", "dark": "#14161a; color: #d8d8d4"}
    service.notes = [StubNote("In part 1", evidence="some passage")]
    page = read(
        made_page(
            f"<main><article><h1>Ferry</h1><p>{'</p><p>'.join(paragraphs(2))}</article></main>",
            head=f"<style>body {{ background: {background[scheme]} }}</style>",
        )
    )
    click_passage(page, "In part 1")
    card(page)

    with_open_shell(page)

    assert (
        page.evaluate("document.querySelector('sidelight-notes').shadowRoot")
        is not None
    )
    assert found_by_axe(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_panel(
    read: OpenPage, service: StubService, scheme: str
) -> None:
    service.notes = [StubNote("In part 1"), StubNote("In part 2", evidence="a passage")]
    service.voices = [
        ("Shopkeepers", "", 2, "Shopkeepers"),
        ("The council", "Council", 3, "the council"),
    ]
    beside = panel(read(made_page(paragraphs(2))))
    beside.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    beside.locator("ol.notes .label").first.wait_for()
    beside.evaluate(
        "document.querySelectorAll('details').forEach((d) => { d.open = true; })"
    )

    assert found_by_axe(beside) == []
    beside.close()
