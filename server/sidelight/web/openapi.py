"""/openapi.json and /schemas/: the contract, written from the models that check it."""

from typing import Any, cast

from flask import Blueprint, Response, current_app
from flask_openapi3.models.info import Info
from flask_openapi3.openapi import OpenAPI
from pydantic import BaseModel

from sidelight import __version__
from sidelight.errors import NotFound
from sidelight.messages import message
from sidelight.web.access import open_to_all
from sidelight.web.body import JsonRequest, answer
from sidelight.web.models import AnnotationPage, AnnotationsRequest, Problem
from sidelight.web.problems import refuse_fields

PAGES = Blueprint("openapi", __name__)

_PROBLEM = {
    "content": {
        "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
    }
}
PROBLEMS: dict[Any, Any] = {
    status: {**_PROBLEM, "description": description}
    for status, description in {
        400: "The body is not JSON, or not UTF-8.",
        401: "The service can be reached by others, and there is no token, or a wrong one.",
        403: "The request comes from another website, or the token is for less.",
        413: "A text is longer than 1 MB, or the body than 16 MB.",
        415: "The body is not labelled as JSON.",
        422: "The body is JSON, but something in it cannot be read; it is named.",
        429: "The token or the address asked too often; Retry-After says how long to wait.",
        500: "A fault in Sidelight.",
        503: "The store of reports cannot be used.",
    }.items()
}
"""What any resource may answer instead."""

NOT_FOUND: dict[Any, Any] = {404: {**_PROBLEM, "description": "It is not here."}}
"""What a resource with an id in its address may answer too."""

_SCHEMAS: dict[str, type[BaseModel]] = {
    "annotations-request": AnnotationsRequest,
    "annotation-page": AnnotationPage,
}


class Contract(OpenAPI):
    """A Flask app that writes its OpenAPI 3.1 document from its resources."""

    request_class = JsonRequest

    def __init__(self, import_name: str, **options: Any) -> None:  # noqa: ANN401
        """Name the document, and refuse wrong fields in the house's own words."""
        super().__init__(
            import_name,
            info=Info(title="Sidelight", version=__version__),
            doc_ui=False,
            security_schemes={"token": {"type": "http", "scheme": "bearer"}},
            validation_error_model=Problem,
            validation_error_callback=refuse_fields,
            **options,
        )


@PAGES.get("/openapi.json")
@open_to_all
def get_openapi() -> Response:
    """Return the OpenAPI 3.1 document of the service."""
    document = dict(cast("Contract", current_app).api_doc)
    parts = document["components"]  # with members of null, which are no OpenAPI
    document["components"] = {name: part for name, part in parts.items() if part}
    document["security"] = [{}, {"token": []}]  # at home none is needed
    return answer(document)


@PAGES.get("/schemas/<name>.json")
@open_to_all
def get_schema(name: str) -> Response:
    """Return the JSON Schema (2020-12) of a request or an answer."""
    if name not in _SCHEMAS:
        raise NotFound(
            message(
                "The schemas are %(schemas)s.", schemas=" and ".join(sorted(_SCHEMAS))
            )
        )
    return answer(schema(name))


def schema(name: str) -> dict[str, Any]:
    """Return a published JSON Schema by its name."""
    model = _SCHEMAS[name]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(),
    }
