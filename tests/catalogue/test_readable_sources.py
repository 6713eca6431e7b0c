"""Sources are named as readers know them, and in one language, so that a page can say which."""

import re

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.model.sources import SourceKind

ENGLISH = re.compile(r"\b(the|of|and|with|for|only|none|table|version|edition|export of)\b", re.IGNORECASE)


def test_a_school_is_named_as_it_calls_itself():
    records = embedded_catalogue().records
    regulations = [each for each in records.sources if each.kind is SourceKind.SCHOOL_REGULATION]
    schools = {each.name for each in records.institutions}

    assert regulations
    assert {each.publisher for each in regulations} <= schools


def test_titles_and_licences_are_dutch():
    sources = [each for each in embedded_catalogue().records.sources if "oeren__" not in each.id]
    said = [text for each in sources for text in (each.title, each.publisher, each.licence)]

    assert len(sources) > 10
    assert [each for each in said if ENGLISH.search(each)] == []
