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
