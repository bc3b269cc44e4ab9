from sidelight.model import Article
from sidelight.readings import read
from sidelight.sidebyside import side_by_side
from sidelight.sidebyside.wire import as_dict
from tests.sidebyside.reports import first, second, third


def test_every_place_is_into_the_text_as_it_was_sent() -> None:
    sent = first().article.text.replace(" ", "  ").replace("lock", "lo\xadck")
    spaced = read(Article(sent, id="a", publisher="The Ibber Post"))

    found = as_dict(side_by_side([spaced, second()]))

    assert found["rows"]
    for row in found["rows"]:
        mentions = [m for item in row["items"] for m in item["mentions"]]
        for place in (*row["cells"], *mentions):
            text = (sent, second().article.text)[place["report"]]
            assert text[place["start"] : place["end"]] == place["exact"]
        for mention in mentions:
            text = (sent, second().article.text)[mention["report"]]
            around = mention["prefix"] + mention["exact"] + mention["suffix"]
            assert around in text


def test_a_passage_links_to_its_words_in_its_report_if_that_has_an_address() -> None:
    found = as_dict(side_by_side([first(), second(), third()]))

    links = {
        (cell["report"], cell["link"] is not None)
        for row in found["rows"]
        for cell in row["cells"]
    }

    assert links == {(0, True), (1, True), (2, False)}
    link = found["rows"][0]["items"][0]["mentions"][0]["link"]
    assert link == "https://one.example/lock#:~:text=4%20May%202021"


def test_an_address_that_is_not_of_the_web_is_no_link() -> None:
    article = second().article
    odd = read(Article(article.text, url="javascript:alert(1)", publisher="Odd"))

    found = as_dict(side_by_side([first(), odd]))

    for row in found["rows"]:
        assert all(cell["link"] is None for cell in row["cells"] if cell["report"])
