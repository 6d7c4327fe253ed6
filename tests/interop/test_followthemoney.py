"""The export of bodies, read by the library that owns the format; it needs a compiler and ICU, so it is run apart.

pip install followthemoney
pytest -m interop
"""

import importlib
from typing import Any

import pytest

import orgcrime as oc
from orgcrime.interop import export

pytestmark = [pytest.mark.interop, pytest.mark.filterwarnings("default")]


@pytest.fixture(scope="module")
def model() -> Any:
    return importlib.import_module("followthemoney").model


def test_every_entity_is_valid_and_loses_nothing(model: Any) -> None:
    """Cleaned by the library, every value must still be there: a refused date or address would vanish."""
    for given in export("bodies", "ftm").data:
        model.get(given["schema"]).validate(given)
        made = model.get_proxy(given, cleaned=False)
        found = {name: len(made.get(name)) for name in given["properties"]}
        assert found == {name: len(values) for name, values in given["properties"].items()}


def test_every_topic_of_the_list_is_one_of_the_library() -> None:
    topics: Any = importlib.import_module("followthemoney.types").registry.topic
    assert [entry.id for entry in oc.taxonomies["ftm"] if not topics.validate(entry.id)] == []


def test_every_topic_of_a_body_is_one_of_the_library() -> None:
    topics: Any = importlib.import_module("followthemoney.types").registry.topic
    used = {topic for each in export("bodies", "ftm").data for topic in each["properties"].get("topics", ())}
    assert [topic for topic in used if not topics.validate(topic)] == []
