"""A line of the journal: which event, and never what somebody typed."""

import json
import logging

import pytest

from bouwsteen.entrances.web.journal import LOGGER, OneLine


def line(name: str, message: str, *arguments: object, **more: object) -> dict[str, object]:
    record = logging.LogRecord(name, logging.ERROR, __file__, 1, message, arguments, None)
    record.__dict__.update(more)
    return json.loads(OneLine().format(record))


def test_a_request_is_told_by_its_fixed_word():
    assert line(LOGGER.name, "request", said={"route": "home", "status": 200})["what"] == "request"


@pytest.mark.parametrize(
    ("message", "arguments"), [("%s: %s", ("Service Unavailable", "/geheim")), ("Not Found: /geheim", ())]
)
def test_what_others_write_is_told_by_who_wrote_it(message, arguments):
    found = line("django.request", message, *arguments, status_code=503)

    assert (found["level"], found["what"], found["status"]) == ("error", "django.request", 503)
    assert "geheim" not in json.dumps(found)


def test_a_fault_is_told_by_kind_and_place_without_its_values():
    try:
        raise ValueError("geheim")
    except ValueError as error:
        fault = (type(error), error, error.__traceback__)
    found = line("django.request", "%s: %s", "Internal Server Error", "/geheim", exc_info=fault)

    assert found["what"] == "django.request"
    assert (found["fault"], found["where"].rpartition(":")[0]) == ("ValueError", __name__)
    assert "geheim" not in json.dumps(found)
