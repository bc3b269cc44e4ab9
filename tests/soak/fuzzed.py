"""What Atheris runs: pages or readings, on whatever bytes it comes to.

    python tests/soak/fuzzed.py pages|readings SECONDS FOLDER

Everything but a `SidelightError` is a find; so is one input that takes ten seconds.
"""

import sys

import atheris

with atheris.instrument_imports(include=["sidelight.pages", "sidelight.readings"]):
    from sidelight import pages, readings
    from sidelight.errors import SidelightError
    from sidelight.model import Article

ENGLISH = "The dam held, the mayor said on Monday, and the people went back to it. "


def fuzz_pages(data: bytes) -> None:
    """Read bytes as a page, as a file of each kind, and as a report."""
    kind, content = data[:1], data[1:]
    try:
        if kind < b"\x40":
            head, tail = b"<html><body><article><p>", b"</p></article></body></html>"
            page = head + ENGLISH.encode() * 5 + content + tail
            pages.fetched(page, "https://ostrey.example/dam", "text/html")
        elif kind < b"\x80":
            pages.fetched(content, "https://ostrey.example/dam", "text/html")
        elif kind < b"\xc0":
            pages.in_file("report.json", content)
        else:
            pages.in_file("page.html", content)
    except SidelightError:
        return


def fuzz_readings(data: bytes) -> None:
    """Read bytes as a text with a headline, and see that spans lie within it."""
    text = data.decode("utf-8", "replace")
    title, _, rest = text.partition("\n")
    reading = readings.read(Article(rest, title=title, published="2031-05-14"))
    for layer in (
        reading.quotations,
        reading.attributions,
        reading.dates,
        reading.figures,
    ):
        for found in layer:
            assert 0 <= found.span.start <= found.span.end <= len(reading.text)


def main() -> None:
    """Fuzz until the time is up, or until something is found."""
    what, seconds, folder = sys.argv[1:]
    target = fuzz_pages if what == "pages" else fuzz_readings
    atheris.Setup(
        [
            sys.argv[0],
            folder,
            f"-max_total_time={seconds}",
            "-max_len=4096",
            "-timeout=10",
            "-rss_limit_mb=2048",
            f"-artifact_prefix={folder}/found-",
            "-print_final_stats=1",
        ],
        target,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
