from flask.testing import FlaskClient

from sidelight.packaged import extension_folder


def test_pages_and_extension_share_their_tokens_and_icon(client: FlaskClient) -> None:
    tokens = client.get("/static/tokens.css", buffered=True)
    icon = client.get("/static/icon.svg", buffered=True)

    assert tokens.data == (extension_folder() / "tokens.css").read_bytes()
    assert icon.mimetype == "image/svg+xml"
