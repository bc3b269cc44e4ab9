"""A whole lesson in real browsers: a teacher and three pupils.

One pupil has a mouse, one a keyboard alone, one a telephone's screen and a finger. The
service is killed in the middle and started again. axe-core looks at every page.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from tests.browser.axe import complaints
from tests.browser.driver import FLAGS, wait_for

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


class Service:
    """`sidelight serve` in a folder of its own; it can be killed and started again."""

    def __init__(self, folder: Path) -> None:
        """Take a free port."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._environment = {**os.environ, "SIDELIGHT_DATA_DIR": str(folder)}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "sidelight.cli", "serve", "--port", str(self.port)],
            env=self._environment,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        wait_for(self._is_up, "the service", patience=90)

    def kill(self) -> None:
        """End it as a power cut would, its workers too."""
        if self._process and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def _is_up(self) -> bool:
        try:
            with urlopen(f"{self.url}/healthz") as answer:
                return bool(answer.status == 200)
        except URLError:
            return False


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    service = Service(tmp_path)
    try:
        service.start()
        yield service
    finally:
        service.kill()


@pytest.fixture(scope="module")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Start Chromium without the extension, as a school's computer has it."""
    browser = playwright.chromium.launch(
        executable_path=shutil.which("chromium"), headless=True, args=[*FLAGS]
    )
    yield browser
    browser.close()


Sit = Callable[..., Page]


@pytest.fixture
def sit(chromium: Browser) -> Iterator[Sit]:
    """Sit down at a computer of one's own, or take a telephone; no error is passed by."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def sit(*, phone: bool = False, scripts: bool = True) -> Page:
        context = chromium.new_context(
            viewport=PHONE if phone else DESK,  # type: ignore[arg-type]
            has_touch=phone,
            is_mobile=phone,
            java_script_enabled=scripts,
        )
        context.set_default_timeout(60_000)  # a cold service reads four reports
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        return page

    yield sit
    for context in contexts:
        context.close()
    assert errors == []


def hold_a_ready_lesson(teacher: Page, service: Service) -> str:
    """Hold a ready lesson; return its code."""
    teacher.goto(f"{service.url}/lessons")
    teacher.get_by_role("button", name="Hold this lesson: One vote").click()
    teacher.wait_for_url("**/board")
    return teacher.locator("#board-head .code").inner_text()


def join(pupil: Page, service: Service, code: str) -> str:
    """Join as people do; return the nickname."""
    pupil.goto(f"{service.url}/join")
    pupil.get_by_label("Code").fill(code.lower())
    pupil.get_by_role("button", name="Join").click()
    pupil.wait_for_url("**/class")
    return pupil.locator(".nickname b").inner_text()


def open_first(pupil: Page) -> None:
    pupil.locator(".lessons a").first.click()
    pupil.wait_for_url("**/class/1")
    pupil.wait_for_selector("#text[role=group]")


def saved(pupil: Page) -> None:
    expect(pupil.locator("#saved")).to_have_text("All marks are saved.")


def marked(pupil: Page) -> list[str]:
    return [quote.inner_text() for quote in pupil.locator("#own-marks q").all()]


@pytest.mark.timeout(600)
def test_a_whole_lesson(  # noqa: PLR0915 - a lesson is a long story
    service: Service, sit: Sit
) -> None:
    teacher, mouse, keys, finger = sit(), sit(), sit(), sit(phone=True)
    code = hold_a_ready_lesson(teacher, service)
    assert complaints(teacher) == []
    names = [join(pupil, service, code) for pupil in (mouse, keys, finger)]
    assert len(set(names)) == 3
    for name in names:
        expect(teacher.locator("#seats")).to_contain_text(name)
    for pupil in (mouse, keys, finger):
        assert complaints(pupil) == []
        open_first(pupil)

    # With the mouse: a click on a sentence, a question, a few words.
    mouse.locator("#text p").nth(1).click(position={"x": 40, "y": 12})
    assert complaints(mouse) == []
    mouse.get_by_role("button", name="Who says so?").click()
    mouse.get_by_label("Why?").fill("Who measured it?")
    mouse.get_by_role("button", name="Done").click()
    saved(mouse)
    [sentence] = marked(mouse)
    assert sentence.startswith("The tank failed on March 12, 2024")
    assert sentence.endswith("supervises the river.")
    # ... and by dragging over words.
    words = mouse.locator("#text p").nth(5)
    words.dblclick(position={"x": 60, "y": 12})
    mouse.get_by_role("button", name="How is it worded?").click()
    saved(mouse)
    assert len(marked(mouse)) == 2

    # By keyboard alone.
    keys.keyboard.press("Tab")  # the skip link
    for _ in range(12):
        if keys.evaluate("document.activeElement.id") == "text":
            break
        keys.keyboard.press("Tab")
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "Shift+ArrowRight", "Enter"):
        keys.keyboard.press(key)
    assert keys.evaluate("document.activeElement.dataset.question") == "who-says"
    for key in ("Tab", "Tab", "Tab", "Enter"):
        keys.keyboard.press(key)
    expect(keys.locator("#spoken")).to_have_text("Marked: When was this?")
    keys.keyboard.press("Escape")
    assert keys.evaluate("document.activeElement.id") == "text"
    saved(keys)
    assert marked(keys) == ["tank failed"]

    # With a finger, on a small screen.
    finger.locator("#text p").nth(1).tap(position={"x": 40, "y": 12})
    picker, chosen = finger.locator("#picker"), finger.locator("#text p").nth(1)
    box, text = picker.bounding_box(), chosen.bounding_box()
    assert box is not None
    assert text is not None
    assert text["y"] < box["y"], "what is chosen stays in sight"
    finger.get_by_role("button", name="Who says so?").tap()
    finger.get_by_role("button", name="Done").tap()
    saved(finger)
    assert complaints(finger) == []
    assert finger.evaluate("document.documentElement.scrollWidth <= innerWidth")

    # The board has heard of all of it.
    expect(teacher.locator("#seats")).to_contain_text("4 marks")
    expect(teacher.locator("#article .heat").first).to_be_visible()
    expect(teacher.locator("#passages")).to_contain_text("Who says so? 2")
    assert complaints(teacher) == []

    # The service is killed; what is marked meanwhile is not lost, nor what was.
    service.kill()
    mouse.locator("#text p").nth(2).click(position={"x": 40, "y": 12})
    mouse.get_by_role("button", name="Who is missing?").click()
    mouse.get_by_role("button", name="Done").click()
    expect(mouse.locator("#saved")).to_contain_text("kept on this computer")
    service.start()
    mouse.evaluate("dispatchEvent(new Event('online'))")
    saved(mouse)
    mouse.reload()
    assert len(marked(mouse)) == 3
    expect(teacher.locator("#seats")).to_contain_text("5 marks")

    # Nothing of the notes has come to a pupil; then the teacher opens them.
    assert finger.locator(".note").count() == 0
    teacher.get_by_role("button", name="Freeze").click()
    expect(mouse.locator("#lesson-state")).to_contain_text("stopped the marking")
    teacher.get_by_role("link", name=re.compile("Evening Lantern")).click()
    teacher.get_by_role("button", name="Open all notes").click()
    expect(teacher.locator("#opening")).to_contain_text("The class sees all notes")
    number = teacher.locator("#live").get_attribute("data-now") or ""
    finger.goto(f"{service.url}/class/{number.rpartition('=')[2]}")
    expect(finger.locator(".note").first).to_be_visible()
    assert complaints(finger) == []
    finger.locator("#text .passage a").first.tap()
    card = wait_for(lambda: seen_card(finger), "the card")
    assert finger.locator(".note p").first.inner_text()[:40] in card
    finger.keyboard.press("Escape")

    # They finish, and the teacher ends it.
    for pupil in (mouse, keys):
        pupil.goto(f"{service.url}/class")
        pupil.get_by_role("button", name="I have finished").click()
    expect(teacher.locator("#seats")).to_contain_text("2 finished")
    teacher.get_by_role("button", name="End").click()
    expect(teacher.locator("#lesson-state")).to_contain_text("ended")
    mouse.goto(f"{service.url}/class/1")
    expect(mouse.locator("#lesson-state")).to_contain_text("The lesson is over")
    late = sit()
    late.goto(f"{service.url}/join?code={code}")
    late.get_by_role("button", name="Join").click()
    expect(late.get_by_role("alert")).to_contain_text("no lesson with this code")

    # Afterwards.
    lesson = teacher.url.partition("/board")[0]
    for page in ("", "/summary", "/worksheet", "/compare", "/projector", "/reports/1"):
        teacher.goto(f"{lesson}{page}")
        assert complaints(teacher) == [], page
    mouse.goto(f"{service.url}/class/worksheet")
    expect(mouse.locator(".filled").first).to_contain_text("Who measured it?")
    assert complaints(mouse) == []
    with teacher.expect_download() as table:
        teacher.goto(lesson)
        teacher.get_by_role("link", name="Marks as a table").click()
    assert Path(table.value.path()).read_text("utf-8-sig").count("\n") == 6
    teacher.get_by_role("button", name="Delete the lesson now").click()
    expect(teacher.get_by_role("status")).to_contain_text("deleted")
    mouse.goto(f"{service.url}/class")
    assert mouse.url.endswith("/join")


def seen_card(page: Page) -> str:
    """Return what the card in its closed shadow tree says, or nothing."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    dialogs = [n for n in nodes if n.get("role", {}).get("value") == "dialog"]
    if not any(not dialog.get("ignored") for dialog in dialogs):
        return ""
    return " ".join(str(n.get("name", {}).get("value", "")) for n in nodes)


def test_marks_made_without_a_connection_are_sent_later(
    service: Service, sit: Sit
) -> None:
    teacher, pupil = sit(), sit()
    join(pupil, service, hold_a_ready_lesson(teacher, service))
    open_first(pupil)
    pupil.context.set_offline(True)
    pupil.locator("#text p").nth(1).click(position={"x": 40, "y": 12})
    pupil.get_by_role("button", name="When was this?").click()
    pupil.get_by_role("button", name="Done").click()
    expect(pupil.locator("#saved")).to_contain_text("kept on this computer")

    pupil.context.set_offline(False)
    pupil.reload()

    expect(teacher.locator("#seats")).to_contain_text("1 mark")
    assert len(marked(pupil)) == 1


def test_a_mark_is_changed_and_taken_back(service: Service, sit: Sit) -> None:
    teacher, pupil = sit(), sit()
    join(pupil, service, hold_a_ready_lesson(teacher, service))
    open_first(pupil)
    sentence = pupil.locator("#text p").nth(1)
    sentence.click(position={"x": 40, "y": 12})
    pupil.get_by_role("button", name="When was this?").click()
    pupil.get_by_role("button", name="Done").click()

    sentence.click(position={"x": 40, "y": 12})
    expect(pupil.get_by_role("button", name="When was this?")).to_have_attribute(
        "aria-pressed", "true"
    )
    pupil.get_by_role("button", name="Who is missing?").click()
    pupil.get_by_role("button", name="Done").click()
    saved(pupil)
    expect(pupil.locator("#own-marks")).to_contain_text("Who is missing?")
    pupil.get_by_role("button", name=re.compile("^Change")).click()
    pupil.get_by_role("button", name="Take it back").click()
    saved(pupil)
    pupil.reload()

    assert marked(pupil) == []
    expect(teacher.locator("#seats")).to_contain_text("0 marks")


def test_leaving_a_shared_computer_leaves_nothing_there(
    service: Service, sit: Sit
) -> None:
    teacher, pupil = sit(), sit()
    join(pupil, service, hold_a_ready_lesson(teacher, service))
    open_first(pupil)
    service.kill()
    pupil.locator("#text p").nth(1).click(position={"x": 40, "y": 12})
    pupil.get_by_role("button", name="When was this?").click()
    pupil.get_by_role("button", name="Done").click()
    assert pupil.evaluate("Object.keys(localStorage).length") == 1
    service.start()

    pupil.get_by_role("button", name="Leave").click()

    pupil.wait_for_url("**/join*")
    assert pupil.evaluate("Object.keys(localStorage).length") == 0


def test_without_scripts_the_text_is_read_and_the_worksheet_printed(
    service: Service, sit: Sit
) -> None:
    teacher, pupil = sit(), sit(scripts=False)
    join(pupil, service, hold_a_ready_lesson(teacher, service))

    pupil.locator(".lessons a").first.click()
    assert "The tank failed on March 12, 2024" in pupil.locator("#text").inner_text()
    pupil.locator(".hint").get_by_role("link", name="Worksheet").click()

    assert pupil.locator(".sheet").count() == 4
    assert len(pupil.pdf()) > 10_000


def test_a_teacher_asks_of_a_passage_by_selecting_it(
    service: Service, sit: Sit
) -> None:
    teacher = sit()
    hold_a_ready_lesson(teacher, service)
    teacher.goto(teacher.url.partition("/board")[0] + "/reports/1")
    teacher.locator(".words[data-start]").nth(2).dblclick(position={"x": 60, "y": 12})
    words = teacher.get_by_label("The passage").input_value()
    assert words

    teacher.get_by_label("Your question").fill("Why this word?")
    teacher.get_by_role("button", name="Ask it").click()

    expect(teacher.locator("#own-questions + ul")).to_contain_text("Why this word?")
    assert complaints(teacher) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "page", ["/lessons", "/join", "/privacy", "/lessons/ready/river-licence"]
)
def test_pages_about_lessons_are_accessible(
    service: Service, sit: Sit, page: str, scheme: str
) -> None:
    reader = sit(phone=True)
    reader.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    reader.goto(f"{service.url}{page}")

    assert complaints(reader) == []
    assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth")
