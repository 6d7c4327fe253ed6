"""A panel as a frame says what the records say."""

import pytest

import orgcrime as oc
from orgcrime import frames


@pytest.mark.parametrize("backend", ["polars", "pyarrow"])
def test_a_panel_is_the_same_in_a_frame(backend: frames.Backend) -> None:
    """A participant of which it is not known would read as one that is not bound."""
    rows = list(oc.panel(["UNTOC", "trafficking-protocol"], dates=["2003-09-28", "2003-09-29", "2030-01-01"]))
    frame = frames.panel(
        ["UNTOC", "trafficking-protocol"], dates=["2003-09-28", "2003-09-29", "2030-01-01"], backend=backend
    )
    columns = frame.to_dict(as_series=False) if backend == "polars" else frame.to_pydict()
    assert columns["bound"] == [row.truth.known for row in rows]
    assert columns["participant"] == [row.participant for row in rows]
    assert columns["since"] == [None if row.since is None else row.since.day for row in rows]
    assert None in columns["bound"]


def test_a_panel_in_pandas_keeps_what_is_not_known() -> None:
    frame = frames.panel("UNTOC", dates=["2030-01-01"], backend="pandas")
    assert len(frame) == 198
    assert frame["bound"].isna().any()


def test_a_library_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(oc.UnknownKeyError, match="Expected one of: polars, pandas, pyarrow"):
        frames.panel("UNTOC", years=2003, backend="zzzz")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("backend", "said"),
    [
        ("polars", "polars is not installed: pip install 'orgcrime[files]'"),
        ("pandas", "pandas is not installed: pip install pandas"),
    ],
)
def test_a_library_that_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, backend: frames.Backend, said: str
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(oc.MissingExtraError) as caught:
        frames.panel("UNTOC", years=2003, backend=backend)
    assert str(caught.value) == said
