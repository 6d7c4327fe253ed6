"""A web service over the library: who is bound, what a case comes to, what a text may mean, what links two States.

    pip install "orgcrime" fastapi uvicorn
    uvicorn --app-dir examples/service app:app

The page of its endpoints is then at http://127.0.0.1:8000/docs. Bad input is answered with 422 and, for every fault at
once, its place and its reason.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel, ConfigDict, Field, create_model

import orgcrime as oc
from orgcrime.catalogue import named
from orgcrime.cooperation.coverage import crime_meant
from orgcrime.fields import Named, Written, place
from orgcrime.law.rule import parameters
from orgcrime.model.cooperation import Form  # noqa: TC001 - FastAPI reads the annotations
from orgcrime.serial import read_json

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

LARGEST = 1024 * 1024  # bytes of a question

Day = Annotated[
    Annotated[dt.date, Written()] | None,
    Query(description="The day; without it the last day that the data vouch for, never today."),
]


class Checked(APIRoute):
    """A route that reads a body once by the rules of the library: nothing said twice, too deep or too large."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what handles a request."""
        handle = super().get_route_handler()

        async def checked(request: Request) -> Response:
            body = await request.body()
            if len(body) > LARGEST:
                raise oc.InputError([oc.Fault("", f"is larger than {LARGEST // 1024} KiB")])
            if body:
                read_json(body)
            return await handle(request)

        return checked


class Problem(BaseModel):
    """One fault: where it is, and what is wrong there."""

    loc: list[str | int]
    msg: str
    type: str


class Problems(BaseModel):
    """Every fault of a question."""

    detail: list[Problem]


class Found(BaseModel):
    """What a search has found."""

    kind: str = Field(description="What kind of record it is.", examples=["Instrument"])
    id: str
    matched: str = Field(description="The text of it that matched.")
    score: float = Field(ge=0, le=1)


class Asked(BaseModel):
    """What is put to a definition, and nothing else."""

    model_config = ConfigDict(extra="forbid", strict=True)


app = FastAPI(title="orgcrime", version=oc.__version__, description=(__doc__ or "").partition("\n\n")[0])
router = APIRouter(route_class=Checked, responses={422: {"model": Problems, "description": "Every fault at once."}})


@app.exception_handler(oc.OrgCrimeError)
def refuse(_: Request, error: oc.OrgCrimeError) -> JSONResponse:
    """Answer an error of the library with its faults."""
    faults = error.faults if isinstance(error, oc.InputError) else (oc.Fault("", str(error)),)
    return problems([{"loc": list(place(fault.path)), "msg": fault.message} for fault in faults])


@app.exception_handler(RequestValidationError)
def refuse_input(_: Request, error: RequestValidationError) -> JSONResponse:
    """Answer bad input with its faults; what was sent is not sent back, since it may be what JSON cannot say."""
    return problems([{"loc": list(each["loc"]), "msg": each["msg"], "type": each["type"]} for each in error.errors()])


def problems(found: list[dict[str, Any]]) -> JSONResponse:
    """Return the answer to a bad question."""
    return JSONResponse({"detail": [{"type": "orgcrime"} | each for each in found]}, status_code=422)


def asked(**questions: Callable[[], Any]) -> list[Any]:
    """Return the answers to some questions, or refuse with the faults of all of them, each with its place."""
    found, faults = [], []
    for where, question in questions.items():
        try:
            found.append(question())
        except oc.InputError as error:
            faults += [oc.Fault(f"{where}.{fault.path}", fault.message) for fault in error.faults]
        except oc.OrgCrimeError as error:
            faults.append(oc.Fault(where, str(error)))
    if faults:
        raise oc.InputError(faults)
    return found


def assessing(definition: oc.Definition) -> Callable[[Any], oc.Finding]:
    """Return what puts facts to a definition."""
    name = "".join(word.capitalize() for word in definition.id.split("-"))
    legal_order: Any = {
        key: (bool | None, Field(default=None, description=each.question))
        for key, each in parameters(definition).items()
    }
    answers = create_model(f"{name}Parameters", __base__=Asked, **legal_order)
    fields: Any = {"facts": (definition.about, ...), "parameters": (answers, answers())}
    model = create_model(f"{name}Question", __base__=Asked, **fields)

    def assess(question: Any) -> oc.Finding:  # noqa: ANN401 - the model is made above
        return oc.assess(definition, question.facts, parameters=question.parameters.model_dump(exclude_unset=True))

    assess.__annotations__["question"] = model
    return assess


for each in oc.definitions.values():
    router.add_api_route(
        f"/assess/{each.id}",
        assessing(each),
        methods=["POST"],
        response_model=oc.Finding,
        summary=f"{each.title} ({each.citation})",
        operation_id=f"assess-{each.id}",
        tags=["assess"],
    )


@router.get("/status/{participant}/{instrument}", tags=["status"])
def status(participant: str, instrument: str, on: Day = None) -> oc.Standing:
    """Return where a participant stands towards an instrument on a day."""
    who, what = asked(
        participant=lambda: named(oc.participants, participant, on=on),
        instrument=lambda: named(oc.instruments, instrument),
    )
    return oc.standing(who, what, on=on)


@router.get("/parties/{instrument}", tags=["status"])
def parties(instrument: Annotated[oc.Instrument, Named("instruments")], on: Day = None) -> oc.Parties:
    """Return the parties to an instrument on a day, and those of whom it is not determined."""
    return oc.parties(instrument, on=on)


@router.get("/find", tags=["find"])
def find(text: Annotated[str, Query(max_length=200)], most: Annotated[int, Query(ge=1, le=100)] = 10) -> list[Found]:
    """Return what a text may mean, the likeliest first."""
    return [
        Found(kind=type(hit.record).__name__, id=hit.record.id, matched=hit.matched, score=hit.score)
        for hit in oc.find(text, most=most)
    ]


@router.get("/bases/{requesting}/{requested}", tags=["bases"])
def bases(
    requesting: str,
    requested: str,
    cooperation: Form,
    crime: Annotated[str | None, Query(max_length=200)] = None,
    on: Day = None,
) -> oc.LegalBases:
    """Return every basis on which one State may ask another for cooperation: what holds, fails, is unknown."""
    a, b, _ = asked(
        requesting=lambda: named(oc.participants, requesting, on=on),
        requested=lambda: named(oc.participants, requested, on=on),
        crime=lambda: None if crime is None else crime_meant(crime, oc.BUILT_IN),
    )
    if a == b:
        raise oc.InputError([oc.Fault("requested", "a State does not ask itself")])
    return oc.legal_bases(a, b, cooperation=cooperation, crime=crime, on=on)


app.include_router(router)
