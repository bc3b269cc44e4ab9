"""Folders that are no modules."""

from sidelight.packaged import evaluation_set, extension_folder, models_folder


def test_each_folder_holds_what_it_is_for() -> None:
    assert (extension_folder() / "manifest.json").is_file()
    assert (models_folder() / "background.json").is_file()
    assert (evaluation_set() / "split.json").is_file()
