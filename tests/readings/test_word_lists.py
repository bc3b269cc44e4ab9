"""Lists of words from data files."""

from sidelight.readings.word_lists import in_order, word_lists


def test_a_list_goes_on_over_indented_lines() -> None:
    listed = word_lists("speaker_words")["ends_phrase"]

    assert {"of", "since", "even"} <= listed
    assert not any(word.endswith(":") for word in listed)


def test_the_order_of_a_file_is_kept() -> None:
    assert [key for key, _ in in_order("source_nouns")][:2] == ["inside", "role"]


def test_comments_are_no_words() -> None:
    assert all("#" not in words for _, words in in_order("source_words"))
