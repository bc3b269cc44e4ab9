"""The language of an answer: the one that the request asks for, if it is there."""

from flask import Flask, Response, g, has_app_context, request

from sidelight.locales import ENGLISH, Languages, Texts
from sidelight.messages import Message
from sidelight.settings import Settings


def speak(app: Flask, settings: Settings) -> None:
    """Give templates `_`, `ngettext`, `{% trans %}` and the filter `say`.

    The language is chosen by the header Accept-Language, which browsers and the
    extension send by themselves.
    """
    languages = Languages([settings.locales] if settings.locales else [])

    @app.before_request
    def choose() -> None:
        tag = request.accept_languages.best_match(languages.tags, default="en")
        g.texts = languages.texts(tag or "en")

    @app.after_request
    def tell(response: Response) -> Response:
        if response.mimetype in {"text/html", "application/problem+json"}:
            response.headers["Content-Language"] = texts().language
        response.vary.add("Accept-Language")
        return response

    @app.context_processor
    def known() -> dict[str, str]:
        return {"language": texts().language, "direction": texts().direction}

    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True
    )
    app.jinja_env.filters.update(say=say, said=said)


def texts() -> Texts:
    """Return the texts in the language of this request's answer; English elsewhere."""
    found: Texts = g.get("texts", ENGLISH) if has_app_context() else ENGLISH
    return found


def gettext(text: str) -> str:
    """Return a text in the language of this answer."""
    return texts().catalogue.gettext(text)


def ngettext(one: str, many: str, number: int) -> str:
    """Return the form of a text that goes with a number."""
    return texts().catalogue.ngettext(one, many, number)


def said(text: str) -> str:
    """Return a message in the language of this answer, and words of a page as they are."""
    return text.said(texts().catalogue) if isinstance(text, Message) else text


def say(text: str) -> str:
    """Return a message, or a literal of the catalogue, in the language of this answer."""
    return texts().say(text)
