"""The error tree: what each error is, what it keeps, what it says."""

import copy
import importlib
import json
import pickle
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import orgcrime
import orgcrime as oc
from orgcrime.errors import did_you_mean, suggestions


def every_error() -> Iterator[type[oc.OrgCrimeError]]:
    """Every class of the tree, wherever in the package it is defined."""
    for module in pkgutil.walk_packages(orgcrime.__path__, "orgcrime."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    waiting = [oc.OrgCrimeError]
    while waiting:
        kind = waiting.pop()
        if kind.__module__.startswith("orgcrime"):
            yield kind
        waiting += kind.__subclasses__()


# For each class an error as it is raised, the built-in that a caller expects, and its facts.
ERRORS: list[tuple[oc.OrgCrimeError, type[BaseException], dict[str, object]]] = [
    (oc.OrgCrimeError("something"), Exception, {}),
    (oc.UndecidedTruthError("a finding"), TypeError, {"what": "a finding"}),
    (
        oc.UnknownKeyError("instrument", "untok", ["untoc", "uncac"]),
        KeyError,
        {"kind": "instrument", "key": "untok", "near": ("untoc",)},
    ),
    (
        oc.AmbiguousKeyError("participant", "CS", ["czechoslovakia", "rs"]),
        KeyError,
        {"kind": "participant", "key": "CS", "candidates": ("czechoslovakia", "rs")},
    ),
    (
        oc.DuplicateKeyError("instrument", "ctoc", ["untoc", "other"]),
        ValueError,
        {"kind": "instrument", "key": "ctoc", "ids": ("untoc", "other")},
    ),
    (
        oc.DateError("on", "2003-02-30", "a day: day is out of range for month"),
        ValueError,
        {"where": "on", "given": "2003-02-30", "reason": "a day: day is out of range for month"},
    ),
    (
        oc.InputError([oc.Fault("Group.persons", "is wrong"), oc.Fault("", "is broken")]),
        ValueError,
        {"faults": (oc.Fault("Group.persons", "is wrong"), oc.Fault("", "is broken"))},
    ),
    (oc.DefinitionError("x: a combination has no parts"), ValueError, {}),
    (
        oc.DanglingReferenceError("instruments['x'].parent", "instrument", "untok", ["untoc"]),
        ValueError,
        {"where": "instruments['x'].parent", "kind": "instrument", "target": "untok"},
    ),
    (oc.CitationError("UNTOC art. 99", "UNTOC has no art. 99"), ValueError, {"given": "UNTOC art. 99"}),
    (oc.MissingExtraError("rich", "cli"), ImportError, {"library": "rich", "extra": "cli"}),
]
IDS = [type(error).__name__ for error, _, _ in ERRORS]


def test_the_table_holds_every_error_of_the_package() -> None:
    """A new error would go untested."""
    assert {kind.__name__ for kind in every_error()} == set(IDS)


@pytest.mark.parametrize(("error", "parent", "facts"), ERRORS, ids=IDS)
def test_an_error_is_ours_and_the_built_in_that_a_caller_expects(
    error: oc.OrgCrimeError, parent: type[BaseException], facts: dict[str, object]
) -> None:
    assert isinstance(error, oc.OrgCrimeError)
    assert isinstance(error, parent)
    assert {name: getattr(error, name) for name in facts} == facts


@pytest.mark.parametrize(("error", "parent", "facts"), ERRORS, ids=IDS)
@pytest.mark.parametrize(
    "again",
    [lambda x: pickle.loads(pickle.dumps(x)), copy.copy, copy.deepcopy],  # noqa: S301 - our own bytes
    ids=["pickle", "copy", "deepcopy"],
)
def test_an_error_keeps_message_and_facts_on_the_way_to_another_process(
    error: oc.OrgCrimeError,
    parent: type[BaseException],
    facts: dict[str, object],
    again: Callable[[oc.OrgCrimeError], oc.OrgCrimeError],
) -> None:
    """A worker process would report another error than the one that was raised."""
    restored = again(error)
    assert type(restored) is type(error)
    assert isinstance(restored, parent)
    assert str(restored) == str(error)
    assert restored.args == error.args
    assert {name: getattr(restored, name) for name in facts} == facts


@pytest.mark.parametrize(("error", "parent", "facts"), ERRORS, ids=IDS)
def test_a_message_is_whole_and_never_quoted(
    error: oc.OrgCrimeError, parent: type[BaseException], facts: dict[str, object]
) -> None:
    """`str(KeyError)` puts quotes around the sentence."""
    del parent, facts
    assert str(error)
    assert not str(error).startswith(('"', '\\"'))
    assert str(error) == error.args[0]


def test_an_error_without_a_message_has_an_empty_one() -> None:
    assert str(oc.OrgCrimeError()) == ""


@pytest.mark.parametrize("kind", list(every_error()), ids=lambda kind: str(kind.__name__))
def test_every_error_is_a_public_name(kind: type[oc.OrgCrimeError]) -> None:
    assert getattr(oc, kind.__name__) is kind


# What a user may get wrong, and what is then said: exactly.
def _instrument(**changes: object) -> str:
    made = {"id": "x-1", "title": "X", "kind": "treaty", "status": "verified", "sources": [{"source": "zm2014"}]}
    return json.dumps([{**made, **changes}])


def _data_file(text: str) -> Any:
    return oc.from_json(text, tuple[oc.Instrument, ...])


def _with(text: str) -> oc.Catalogue:
    return oc.BUILT_IN.replacing(instruments=oc.instruments.including(*_data_file(text)))


def _group(**facts: Any) -> oc.Group:
    return oc.Group(**facts)


SAID: dict[str, tuple[Callable[[], object], type[oc.OrgCrimeError], str]] = {
    "a misspelt fact": (
        lambda: _group(persns=4),
        oc.InputError,
        "Group.persns: there is no such fact. Did you mean 'persons'?",
    ),
    "a misspelt fact in JSON": (
        lambda: oc.from_json('{"persns": 4}', oc.Group),
        oc.InputError,
        "persns: there is no such fact. Did you mean 'persons'?",
    ),
    "a fact that resembles none": (
        lambda: _group(qqq=4),
        oc.InputError,
        "Group.qqq: there is no such fact.",
    ),
    "a text for a number": (
        lambda: _group(persons="four"),
        oc.InputError,
        (
            "Group.persons: 'four' is not a whole number of persons: expected a whole number, a Between, or None for "
            "not known"
        ),
    ),
    "a yes for a number": (
        lambda: _group(persons=True),
        oc.InputError,
        (
            "Group.persons: True is not a whole number of persons: expected a whole number, a Between, or None for "
            "not known"
        ),
    ),
    "half a person": (
        lambda: _group(persons=2.5),
        oc.InputError,
        (
            "Group.persons: 2.5 is not a whole number of persons: expected a whole number, a Between, or None for "
            "not known"
        ),
    ),
    "a text for a yes or a no": (
        lambda: _group(acting_in_concert="yes"),
        oc.InputError,
        "Group.acting_in_concert: 'yes' is not a yes or a no: expected True, False, or None for not known",
    ),
    "a number for a yes or a no": (
        lambda: _group(acting_in_concert=1),
        oc.InputError,
        "Group.acting_in_concert: 1 is not a yes or a no: expected True, False, or None for not known",
    ),
    "a text for a penalty": (
        lambda: _group(maximum_penalty="life"),
        oc.InputError,
        (
            "Group.maximum_penalty: 'life' is not a number of years: expected a number, LIFE, DEATH, a Between, or "
            "None for not known"
        ),
    ),
    "a group in place of an offence": (
        lambda: oc.Case(offence="theft"),  # type: ignore[arg-type]
        oc.InputError,
        "Case.offence: 'theft' is not an Offence: expected an Offence, or None for not known",
    ),
    "negative persons": (
        lambda: _group(persons=-1),
        oc.InputError,
        "Group.persons: -1 is not a number of persons: expected 0 or more",
    ),
    "a range that may be negative": (
        lambda: _group(persons=oc.Between(-2, 3)),
        oc.InputError,
        "Group.persons: -2 is not a number of persons: expected 0 or more",
    ),
    "a negative penalty": (
        lambda: _group(maximum_penalty=-0.5),
        oc.InputError,
        "Group.maximum_penalty: -0.5 is not a number of years: expected 0 or more",
    ),
    "a range the wrong way round": (
        lambda: oc.Between(5, 2),
        oc.InputError,
        "Between: the least (5) is greater than the most (2)",
    ),
    "several faults at once": (
        lambda: _group(persns=4, acting_in_concert="yes", persons=-1),
        oc.InputError,
        (
            "Group.acting_in_concert: 'yes' is not a yes or a no: expected True, False, or None for not known\n"
            "Group.persns: there is no such fact. Did you mean 'persons'?\n"
            "Group.persons: -1 is not a number of persons: expected 0 or more"
        ),
    ),
    "a day that there is not": (
        lambda: oc.standing("FR", "UNTOC", on="2003-02-30"),
        oc.DateError,
        "on: '2003-02-30' is not a day: day is out of range for month",
    ),
    "a day that there is not, asked for a yes or a no": (
        lambda: oc.is_party("FR", "UNTOC", on="2003-02-30"),
        oc.DateError,
        "on: '2003-02-30' is not a day: day is out of range for month",
    ),
    "a day that there is not, for all parties": (
        lambda: oc.parties("UNTOC", on="2003-02-30"),
        oc.DateError,
        "on: '2003-02-30' is not a day: day is out of range for month",
    ),
    "an unknown instrument": (
        lambda: oc.instruments["Palermo Convntion"],
        oc.UnknownKeyError,
        "no instrument is known as 'Palermo Convntion'. Did you mean 'Palermo Convention'?",
    ),
    "an unknown instrument, asked for a standing": (
        lambda: oc.standing("FR", "Palermo Convntion"),
        oc.UnknownKeyError,
        "no instrument is known as 'Palermo Convntion'. Did you mean 'Palermo Convention'?",
    ),
    "an unknown instrument, asked for a yes or a no": (
        lambda: oc.is_party("FR", "Palermo Convntion"),
        oc.UnknownKeyError,
        "no instrument is known as 'Palermo Convntion'. Did you mean 'Palermo Convention'?",
    ),
    "an unknown instrument that resembles none": (
        lambda: oc.parties("zzzzzzzz"),
        oc.UnknownKeyError,
        "no instrument is known as 'zzzzzzzz'.",
    ),
    "an unknown participant": (
        lambda: oc.is_party("Frankreich", "UNTOC"),
        oc.UnknownKeyError,
        "no participant is known as 'Frankreich'. Did you mean 'France'?",
    ),
    "an unknown definition": (
        lambda: oc.assess("untoc-organised-criminal-group", oc.Group()),
        oc.UnknownKeyError,
        "no definition is known as 'untoc-organised-criminal-group'. Did you mean 'untoc-organized-criminal-group'?",
    ),
    "a key that is no text": (
        lambda: oc.instruments[12],  # type: ignore[index]
        oc.UnknownKeyError,
        "no instrument is known as 12: expected the text of an id, a name or a code, or an instrument",
    ),
    "a code that two States have borne": (
        lambda: oc.standing("CS", "UNTOC"),
        oc.AmbiguousKeyError,
        "'CS' has named more than one participant ('czechoslovakia', 'rs'): say which day is meant with on=",
    ),
    "a name that is no name of this record alone": (
        lambda: oc.bodies["Ministry of Home Affairs"],
        oc.AmbiguousKeyError,
        "'Ministry of Home Affairs' names more than this body ('fr-interior'): use the id or a fuller name",
    ),
    "facts of another class": (
        lambda: oc.meets_palermo_definition(3),  # type: ignore[arg-type]
        oc.InputError,
        "facts: 3 is not a Group: untoc-organized-criminal-group is about a Group",
    ),
    "a parameter that there is not": (
        lambda: oc.assess("untoc-serious-crime", oc.Offence(), parameters={"overt_act": True}),
        oc.InputError,
        "parameters.overt_act: untoc-serious-crime has no such parameter.",
    ),
    "broken JSON": (
        lambda: oc.from_json('{"persons": 4', oc.Group),
        oc.InputError,
        "is not JSON: Expecting ',' delimiter at line 1, column 14",
    ),
    "no JSON at all": (
        lambda: oc.from_json("", oc.Group),
        oc.InputError,
        "is not JSON: Expecting value at line 1, column 1",
    ),
    "a data file with a day that there is not": (
        lambda: _data_file(_instrument(entry_into_force={"date": "2003-02-30"})),
        oc.InputError,
        "[0].entry_into_force.date: '2003-02-30' is not a day: day is out of range for month",
    ),
    "a data file with a misspelt field": (
        lambda: _data_file(_instrument(titel="X")),
        oc.InputError,
        "[0].titel: there is no such field. Did you mean 'title' or 'titles'?",
    ),
    "a data file with a field left out": (
        lambda: _data_file('[{"id": "x-1", "kind": "treaty", "status": "verified", "sources": []}]'),
        oc.InputError,
        "[0].title: is missing",
    ),
    "a data file with a kind that there is not": (
        lambda: _data_file(_instrument(kind="convntion")),
        oc.InputError,
        "[0].kind: 'convntion' is not an instrument kind. Did you mean 'convention'?",
    ),
    "a data file with a duplicate alias": (
        lambda: _with(_instrument(aliases=["palermo  CONVENTION"])),
        oc.DuplicateKeyError,
        "'palermo convention' is claimed by more than one instrument: 'untoc' and 'x-1'",
    ),
    "a data file with a duplicate id": (
        lambda: _with(_instrument(id="untoc")),
        oc.DuplicateKeyError,
        "'untoc' is claimed by more than one instrument: 'untoc' and 'untoc'",
    ),
    "a data file with a dangling reference": (
        lambda: _with(_instrument(parent="untok")).check(),
        oc.DanglingReferenceError,
        "instruments['x-1'].parent: no instrument has the id 'untok'. Did you mean 'untoc'?",
    ),
    "a data file with a source that there is not": (
        lambda: _with(_instrument(sources=[{"source": "zm20144"}])).check(),
        oc.DanglingReferenceError,
        "x-1.sources: no source has the id 'zm20144'. Did you mean 'zm2014'?",
    ),
    "a registry that a catalogue does not have": (
        lambda: oc.Catalogue(instrument=oc.instruments),
        oc.UnknownKeyError,
        "no registry is known as 'instrument'. Did you mean 'instruments'?",
    ),
    "a truth used as a condition": (
        lambda: bool(oc.Truth.TRUE),
        oc.UndecidedTruthError,
        "a truth has three values and no bool(): compare it, as in `x is Truth.TRUE`",
    ),
}


@pytest.mark.parametrize("what", SAID)
def test_a_bad_input_is_told_exactly_what_is_wrong_and_where(what: str) -> None:
    ask, kind, message = SAID[what]
    with pytest.raises(oc.OrgCrimeError) as caught:
        ask()
    assert str(caught.value) == message
    assert type(caught.value) is kind


@pytest.mark.parametrize("what", SAID)
def test_a_message_shows_no_stack_of_causes(what: str) -> None:
    """A user would read of json, cattrs and attrs before the sentence that matters."""
    ask, _, _ = SAID[what]
    with pytest.raises(oc.OrgCrimeError) as caught:
        ask()
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None or caught.value.__suppress_context__


@pytest.mark.parametrize("value", [3, "group", None, oc.Offence()])
def test_facts_of_another_class_are_named_in_few_words(value: Any) -> None:
    """An offence put to a definition of a group would be printed with every fact that it does not have."""
    with pytest.raises(oc.InputError) as caught:
        oc.meets_palermo_definition(value)
    assert "Group" in str(caught.value)
    assert "=None" not in str(caught.value)


@pytest.mark.parametrize(
    ("given", "known", "near"),
    [
        ("palermo convntion", ["Palermo Convention", "Vienna Convention"], ("Palermo Convention",)),
        ("UNTOK", ["untoc", "uncac"], ("untoc",)),
        ("abcd", ["abce", "abcf", "abcg", "abch"], ("abce", "abcf", "abcg")),
        ("zzz", ["untoc"], ()),
        ("anything", [], ()),
        ("same", ["SAME", "same"], ("same",)),
    ],
)
def test_at_most_three_suggestions_the_nearest_first(given: str, known: list[str], near: tuple[str, ...]) -> None:
    assert suggestions(given, known) == near


def test_several_suggestions_are_offered_in_one_sentence() -> None:
    assert did_you_mean("abcd", ["abce", "abcf"]) == " Did you mean 'abce' or 'abcf'?"
    assert did_you_mean("zzz", ["untoc"]) == ""


def test_a_hint_follows_the_suggestions() -> None:
    error = oc.UnknownKeyError("instrument", "untok", ["untoc"], hint="See oc.instruments.")
    assert str(error) == "no instrument is known as 'untok'. Did you mean 'untoc'? See oc.instruments."
    assert (
        str(oc.UnknownKeyError("crime", "zzz", hint="See oc.crimes.")) == "no crime is known as 'zzz'. See oc.crimes."
    )


def test_where_there_are_few_to_choose_from_and_none_is_near_all_are_named() -> None:
    """Who does not know how it is called cannot come near it."""
    with pytest.raises(oc.UnknownKeyError) as caught:
        oc.legal_bases("FR", "BR", cooperation="mla")
    assert str(caught.value).startswith(
        "no form of cooperation is known as 'mla'. Expected one of: mutual-legal-assistance, extradition, "
    )
    near = oc.UnknownKeyError("form", "extraditon", ["extradition", "confiscation"], few=True)
    assert str(near) == "no form is known as 'extraditon'. Did you mean 'extradition'?"


def test_a_key_that_no_day_settles_sends_to_the_id() -> None:
    with pytest.raises(oc.AmbiguousKeyError) as caught:
        oc.participants.named("CS", on="1993-06-16")
    assert str(caught.value) == (
        "'CS' has named more than one participant ('czechoslovakia', 'rs'): on 1993-06-16 it names none or several; "
        "use the id"
    )


def test_faults_compare_by_place_and_message() -> None:
    fault = oc.Fault("a.b", "is wrong")
    assert fault == oc.Fault("a.b", "is wrong")
    assert fault != oc.Fault("a.c", "is wrong")
    assert fault != "a.b: is wrong"
    assert hash(fault) == hash(oc.Fault("a.b", "is wrong"))
    assert repr(fault) == "Fault('a.b', 'is wrong')"
    assert (str(fault), str(oc.Fault("", "is wrong"))) == ("a.b: is wrong", "is wrong")


def test_a_missing_extra_names_the_command_that_brings_it() -> None:
    assert str(oc.MissingExtraError("rich", "cli")) == "rich is not installed: pip install 'orgcrime[cli]'"
    assert str(oc.MissingExtraError("pyarrow")) == "pyarrow is not installed: pip install pyarrow"


def test_a_name_that_the_package_does_not_have_is_an_attribute_error_with_a_suggestion() -> None:
    with pytest.raises(AttributeError) as caught:
        oc.standng  # noqa: B018 - the access is the act
    assert str(caught.value) == "orgcrime has no 'standng'. Did you mean 'standing'?"


def test_the_facts_of_other_definitions_are_found_where_they_are() -> None:
    """The front door has the facts of three definitions; whoever looks for others there is sent on."""
    with pytest.raises(AttributeError) as caught:
        oc.Trafficking  # noqa: B018 - the access is the act
    assert str(caught.value) == "orgcrime has no 'Trafficking'. It is in orgcrime.law.facts."
