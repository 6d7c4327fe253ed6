"""The RDF exports, read back by rdflib and asked in SPARQL."""

import attrs
import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS
from rdflib.query import ResultRow

import orgcrime as oc
from orgcrime.crosswalks import HUB, hub
from orgcrime.interop import BASE, export
from orgcrime.interop.legislation import eli_of, identifiers
from orgcrime.interop.skos import MATCHES
from orgcrime.model.taxonomy import Match

LISTS = [*oc.taxonomies, HUB]
PREFIXES = """
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    PREFIX schema: <https://schema.org/>
    PREFIX owl: <http://www.w3.org/2002/07/owl#>
    PREFIX eli: <http://data.europa.eu/eli/ontology#>
    PREFIX dc: <http://purl.org/dc/elements/1.1/>
"""


def read(subject: str, form: str = "skos", *, base: str = BASE, on: str | None = None) -> Graph:
    name = "turtle" if form == "skos" else "json-ld"
    return Graph().parse(data=export(subject, form, base=base, on=on).text(), format=name)


def asked(graph: Graph, query: str) -> list[tuple[str, ...]]:
    return [tuple(str(cell) for cell in row) for row in graph.query(PREFIXES + query) if isinstance(row, ResultRow)]


def listed(key: str) -> oc.Taxonomy:
    return hub(oc.crimes.values()) if key == HUB else oc.taxonomies[key]


@pytest.fixture(scope="module", params=LISTS)
def both(request: pytest.FixtureRequest) -> tuple[oc.Taxonomy, Graph]:
    return listed(request.param), read(request.param)


def test_there_are_as_many_concepts_as_entries(both: tuple[oc.Taxonomy, Graph]) -> None:
    taxonomy, graph = both
    found = asked(graph, "SELECT ?c { ?c a skos:Concept; skos:inScheme ?s . ?s a skos:ConceptScheme }")
    assert len(found) == len(taxonomy)


def test_every_concept_has_one_english_label_and_it_is_that_of_the_entry(both: tuple[oc.Taxonomy, Graph]) -> None:
    taxonomy, graph = both
    found = asked(graph, 'SELECT ?l { ?c skos:prefLabel ?l FILTER(lang(?l) = "en") }')
    assert sorted(label for (label,) in found) == sorted(entry.label for entry in taxonomy)


def test_every_french_label_that_stands_is_preferred(both: tuple[oc.Taxonomy, Graph]) -> None:
    taxonomy, graph = both
    found = asked(graph, 'SELECT ?l { ?c skos:prefLabel ?l FILTER(lang(?l) = "fr") }')
    assert sorted(label for (label,) in found) == sorted(filter(None, (entry.label_in("fr") for entry in taxonomy)))


def test_only_official_codes_are_notations(both: tuple[oc.Taxonomy, Graph]) -> None:
    """A code made here would pass for the issuer's own."""
    taxonomy, graph = both
    found = asked(graph, "SELECT ?n { ?c skos:notation ?n }")
    official = [entry.code for entry in taxonomy if entry.code is not None] if taxonomy.official_codes else []
    assert sorted(code for (code,) in found) == sorted(official)


def test_no_label_is_both_preferred_and_another(both: tuple[oc.Taxonomy, Graph]) -> None:
    _, graph = both
    assert asked(graph, "SELECT ?c ?l { ?c skos:prefLabel ?l; skos:altLabel ?l }") == []


def test_every_match_of_the_list_is_an_axiom_with_its_property(both: tuple[oc.Taxonomy, Graph]) -> None:
    taxonomy, graph = both
    query = """SELECT ?a { ?a a owl:Axiom; owl:annotatedSource ?s; owl:annotatedProperty ?p; owl:annotatedTarget ?t .
        ?s ?p ?t }"""
    rows = [match for match in oc.BUILT_IN.matches if taxonomy.id in (match.source, match.target)]
    assert len(asked(graph, query)) == len(rows)


def test_every_source_referred_to_is_described(both: tuple[oc.Taxonomy, Graph]) -> None:
    _, graph = both
    titled = set(graph.subjects(DCTERMS.title))
    assert {source for source in graph.objects(None, DCTERMS.source) if source not in titled} == set()


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # of rdflib itself
def test_turtle_and_json_ld_say_the_same(both: tuple[oc.Taxonomy, Graph]) -> None:
    taxonomy, graph = both
    assert set(graph) == set(read(taxonomy.id, "json-ld"))


def test_all_addresses_are_absolute(both: tuple[oc.Taxonomy, Graph]) -> None:
    _, graph = both
    known = ("http://", "https://", "urn:orgcrime:")
    assert [
        node for triple in graph for node in triple if isinstance(node, URIRef) and not str(node).startswith(known)
    ] == []


@pytest.mark.parametrize("relation", oc.Relation)
def test_the_crosswalks_have_every_match_under_its_property(relation: oc.Relation) -> None:
    graph = read("crosswalks")
    rows = [match for match in oc.BUILT_IN.matches if match.relation is relation]
    assert len(asked(graph, f"SELECT ?s ?t {{ ?s {MATCHES[relation]} ?t }}")) == len(rows)
    assert len(asked(graph, f"SELECT ?a {{ ?a owl:annotatedProperty {MATCHES[relation]} }}")) == len(rows)


def test_a_match_keeps_its_note_and_its_evidence() -> None:
    query = """SELECT ?n ?e { ?a owl:annotatedSource <urn:orgcrime:list:fatf:piracy> ;
        owl:annotatedTarget <urn:orgcrime:crime:maritime-piracy> ; skos:note ?n ; skos:editorialNote ?e }"""
    assert asked(read("fatf"), query) == [("the list says only 'piracy'", "Evidence: secondary")]


def test_broader_and_narrower_are_not_confused() -> None:
    """Read the wrong way round, terrorist financing would hold terrorism."""
    here, there = URIRef(BASE + "list:fatf:terrorism"), URIRef(BASE + "crime:terrorist-financing")
    assert (here, SKOS.narrowMatch, there) in read("fatf")
    assert (there, SKOS.broadMatch, here) in read("crimes")


def test_a_category_with_two_parents_has_both() -> None:
    found = asked(read("crimes"), "SELECT ?c ?b { ?c skos:broader ?b }")
    assert len(found) == sum(len(category.parents) for category in oc.crimes.values())


def test_a_past_label_is_no_preferred_one_and_says_when_it_was() -> None:
    query = """SELECT ?h { ?c skos:altLabel ?l ; skos:historyNote ?h FILTER(lang(?l) = "en") }"""
    found = asked(read("europol"), query)
    assert len(found) == 1
    assert found[0][0].startswith("Labelled ")


def test_each_language_has_one_preferred_label() -> None:
    names = (
        oc.Name(text="old", language="fr", period=oc.Period.read("2001/2004")),
        oc.Name(text="fraude", language="fr", note="a note"),
        oc.Name(text="escroquerie", language="fr"),
        oc.Name(text="fraude", language="fr", period=oc.Period.read("1990/2000")),
        oc.Name(text="FR-1"),
    )
    fatf = oc.taxonomies["fatf"]
    entry = attrs.evolve(fatf["fraud"], labels=names)
    graph = Graph().parse(data=export(attrs.evolve(fatf, entries=(entry,)), "skos").text(), format="turtle")
    concept = URIRef(BASE + "list:fatf:fraud")
    assert set(graph.objects(concept, SKOS.prefLabel)) == {Literal("fraud", lang="en"), Literal("fraude", lang="fr")}
    others = {Literal("old", lang="fr"), Literal("escroquerie", lang="fr"), Literal("FR-1")}
    assert set(graph.objects(concept, SKOS.altLabel)) == others
    assert Literal("fraude: a note", lang="en") in set(graph.objects(concept, SKOS.note))
    assert len(list(graph.objects(concept, SKOS.historyNote))) == 2


def test_a_period_is_given_as_text_and_by_its_days() -> None:
    query = "SELECT ?f ?t { ?s a skos:ConceptScheme ; schema:validFrom ?f OPTIONAL { ?s schema:validThrough ?t } }"
    assert asked(read("eaw"), query) == [("2002-08-07", "None")]
    assert asked(read("empact"), query) == [("2011", "2029")]


def test_a_day_known_by_bounds_has_no_typed_value() -> None:
    """A guess at the first day would be an invented date."""
    graph = read("eurovoc")
    assert asked(graph, "SELECT ?f { ?s a skos:ConceptScheme ; schema:validFrom ?f }") == []
    assert (URIRef(BASE + "list:eurovoc"), DCTERMS.valid, Literal("[..2021-06-04]/..")) in graph


def test_the_concepts_of_eurovoc_are_those_of_the_publications_office() -> None:
    graph = read("eurovoc")
    at = URIRef("http://eurovoc.europa.eu/5560")
    assert (URIRef(BASE + "list:eurovoc:5560"), SKOS.exactMatch, at) in graph
    assert len(asked(graph, "SELECT ?b { ?c skos:broadMatch ?b FILTER(strstarts(str(?b), 'http://eurovoc')) }")) == 28


def test_a_list_on_a_day_has_the_entries_of_that_day() -> None:
    graph = read("empact", on="2016-01-01")
    assert len(set(graph.subjects(RDF.type, SKOS.Concept))) == len(oc.taxonomies["empact"].on("2016-01-01"))


def test_an_entry_not_known_to_be_in_the_list_says_so() -> None:
    taxonomy = oc.taxonomies["fatf"].on("2016-01-01")
    found = asked(
        read("fatf", on="2016-01-01"), "SELECT ?c { ?c skos:editorialNote ?n FILTER(contains(?n, 'day asked')) }"
    )
    assert len(found) == len(taxonomy.undetermined) > 0


def test_a_parent_outside_a_list_without_addresses_is_reported() -> None:
    taxonomy = oc.taxonomies["iccs"]
    cut = attrs.evolve(taxonomy, entries=tuple(entry for entry in taxonomy if entry.parent is not None))
    found = export(cut, "skos")
    assert {each.what for each in found.without} == {"parent"}
    assert len(found.without) == sum(entry.parent not in {each.id for each in cut} for entry in cut)


def test_a_base_of_ones_own_is_used_throughout() -> None:
    graph = read("fatf", base="https://example.org/crime")
    assert URIRef("https://example.org/crime/list/fatf/piracy") in set(graph.subjects())
    assert not [node for triple in graph for node in triple if str(node).startswith(BASE)]


def test_any_text_survives_in_a_literal() -> None:
    """A quotation mark or a line break must not end a literal in Turtle."""
    hostile = 'a "quoted" \\ back\nnew\tline\r\x00\x1f <tag> @en . ^^'
    taxonomy = attrs.evolve(oc.taxonomies["fatf"], title=hostile)
    text = export(taxonomy, "skos").text()
    graph = Graph().parse(data=text, format="turtle")
    assert (URIRef(BASE + "list:fatf"), DCTERMS.title, Literal(hostile, lang="en")) in graph


def test_a_match_written_by_an_application_is_exported() -> None:
    own = Match(
        source="fatf", source_entry="fraud", relation=oc.Relation.RELATED, target="misp", target_entry='a="b c"'
    )
    mine = oc.BUILT_IN.replacing()
    mine.__dict__["matches"] = (own,)
    graph = Graph().parse(data=export("fatf", "skos", catalogue=mine).text(), format="turtle")
    assert list(graph.objects(URIRef(BASE + "list:fatf:fraud"), SKOS.relatedMatch)) == [
        URIRef(BASE + "list:misp:a%3D%22b%20c%22")
    ]


def test_every_instrument_has_the_numbers_that_are_recorded() -> None:
    query = "SELECT ?i ?p ?v { ?i schema:identifier [ schema:propertyID ?p ; schema:value ?v ] }"
    expected = {
        (f"{BASE}instrument:{each.id}", name, value)
        for each in oc.instruments.values()
        for name, value in identifiers(each).items()
    }
    assert set(asked(read("instruments"), query)) == expected


@pytest.mark.parametrize(
    ("instrument", "series", "number"),
    [
        ("untoc", "UNTS", "vol. 2225, p. 209"),
        ("untoc", "UN Treaty Collection", "XVIII-12"),
        ("eu-dir-2018-1673", "CELEX", "32018L1673"),
        ("cets-197", "CETS", "197"),
    ],
)
def test_an_instrument_is_found_by_its_number(instrument: str, series: str, number: str) -> None:
    query = f'SELECT ?i {{ ?i schema:identifier [ schema:propertyID "{series}" ; schema:value "{number}" ] }}'
    assert asked(read("instruments"), query) == [(f"{BASE}instrument:{instrument}",)]


@pytest.mark.parametrize(
    ("celex", "eli"),
    [
        ("32018L1673", "http://data.europa.eu/eli/dir/2018/1673/oj"),
        ("32011L0036", "http://data.europa.eu/eli/dir/2011/36/oj"),
        ("32008F0841", "http://data.europa.eu/eli/dec_framw/2008/841/oj"),
        ("32016R0794", "http://data.europa.eu/eli/reg/2016/794/oj"),
        ("41995A1127(01)", None),
    ],
)
def test_the_address_of_an_act_follows_from_its_celex_number(celex: str, eli: str | None) -> None:
    assert eli_of(celex) == eli


def test_a_directive_is_the_same_as_its_act_in_the_official_journal() -> None:
    query = "SELECT ?e { <urn:orgcrime:instrument:eu-dir-2018-1673> owl:sameAs ?e ; eli:id_local '32018L1673' }"
    assert asked(read("instruments"), query) == [("http://data.europa.eu/eli/dir/2018/1673/oj",)]


def test_an_entry_into_force_is_given_where_the_day_is_known() -> None:
    graph = read("instruments")
    query = "SELECT ?d { <urn:orgcrime:instrument:untoc> eli:first_date_entry_in_force ?d }"
    assert asked(graph, query) == [("2003-09-29",)]


def test_what_is_not_recorded_of_an_instrument_is_reported() -> None:
    found = export("instruments", "skos")
    missing = {each.id for each in found.without if each.what == "identifier"}
    assert missing == {each.id for each in oc.instruments.values() if not identifiers(each)}
    in_part = [each for each in found.without if each.what == "entry into force" and each.id == "cybercrime-2024"]
    assert "in part" in in_part[0].reason or "not recorded" in in_part[0].reason
