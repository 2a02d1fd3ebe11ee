"""Call the readers of foreign formats in a worker."""

import importlib
import json
from collections.abc import Callable

from kg.document.extract import Extract, read_extracts, write_extracts
from kg.document.form import Form
from kg.errors import DocumentRefusedError, WorkerError
from kg.worker import Limits, run_worker

_READERS = {
    Form.TEXT: "kg.document.html:read_remains",
    Form.HTML: "kg.document.html:read_page",
    Form.DOCX: "kg.document.docx:read_docx",
    Form.DIET_JSON: "kg.document.diet:read_json",
    Form.DIET_XML: "kg.document.diet_xml:read_xml",
    Form.PDF: "kg.document.pdf:read_pdf",
}
"""Named, not imported: each needs a library that may not be there."""

_NEEDS_EXTRA = (
    'needs libraries that are not installed: pip install "gijiroku-kg[documents]"'
)


def extract(
    data: bytes,
    name: str,
    form: Form,
    *,
    encoding: str = "",
    limits: Limits | None = None,
) -> tuple[Extract, ...]:
    """Return the records in *data* of a *form*, read by a worker within *limits*.

    Raises DocumentRefusedError with the reason in one line.
    """
    head = json.dumps({"name": name, "form": form, "encoding": encoding}).encode()
    try:
        answer = run_worker(f"{__name__}:serve", head + b"\n" + data, limits)
    except WorkerError as error:
        raise DocumentRefusedError(name, str(error)) from None
    extracts = read_extracts(answer)
    if not any(one.text.strip() for one in extracts):
        raise DocumentRefusedError(name, "holds no text that can be read")
    return extracts


def serve(request: bytes) -> bytes:
    """Return the records of *request* as JSON: what the worker runs."""
    head, _, data = request.partition(b"\n")
    words = {str(key): str(value) for key, value in json.loads(head).items()}
    read = _find(Form(words["form"]), words["name"])
    return write_extracts(read(data, words["name"], words["encoding"]))


def _find(form: Form, name: str) -> Callable[[bytes, str, str], tuple[Extract, ...]]:
    """Return the reader of *form*, or tell which libraries it lacks."""
    module, _, function = _READERS[form].partition(":")
    try:
        reader: Callable[[bytes, str, str], tuple[Extract, ...]] = getattr(
            importlib.import_module(module), function
        )
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("kg"):
            raise
        raise DocumentRefusedError(name, _NEEDS_EXTRA) from None
    return reader
