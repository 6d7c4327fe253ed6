"""Diagrams as text: what they say, that nothing in a title breaks them, and that they stay the same."""

import json
import re

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime.crosswalks import crosswalk
from orgcrime.law.rule import AtLeast, Contains, Holds, all_of, any_of, at_least, element
from orgcrime.render import diagrams
from orgcrime.render.graphs import Direction, Edge, Graph, Node, NodeKind, plain, sources_of

GROUP = oc.Group(persons=oc.Between(2, None), randomly_formed=False, maximum_penalty=8, acting_in_concert=False)


def titles(graph: Graph) -> dict[str, str]:
    return {node.id: node.title for node in graph.nodes}


def tied(graph: Graph) -> set[tuple[str, str, str]]:
    names = titles(graph)
    return {(names[edge.source], edge.label, names[edge.target]) for edge in graph.edges}


def test_a_finding_is_a_tree_of_its_elements_with_their_outcomes() -> None:
    finding = oc.assess("untoc-organized-criminal-group", GROUP)
    graph = diagrams.graph(finding)
    assert graph.title == "organized criminal group (UNTOC art. 2(a)): no"
    assert [(node.title, node.truth) for node in graph.nodes[:3]] == [
        ("organized criminal group", oc.Truth.FALSE),
        ("structured group", oc.Truth.TRUE),
        ("three or more persons", oc.Truth.UNKNOWN),
    ]
    assert graph.nodes[0].lines == ("UNTOC art. 2(a)", "needs all of these")
    assert "at least 2 persons; 3 needed" in graph.nodes[2].lines
    assert len(graph.edges) == len(graph) - 1


def test_a_finding_as_mermaid_says_yes_no_and_unknown_in_words() -> None:
    text = diagrams.mermaid(oc.assess("untoc-organized-criminal-group", GROUP))
    assert text.startswith('---\ntitle: "organized criminal group (UNTOC art. 2(a)): no"\n---\nflowchart TD\n')
    assert '  n0["[no] organized criminal group<br/>' in text
    assert '  n1["[yes] structured group<br/>art. 2(c)<br/>' in text
    assert '  n2["[unknown] three or more persons<br/>' in text
    assert "  n0 --> n1\n" in text
    assert {"classDef yes", "classDef no", "classDef unknown"} <= set(re.findall(r"classDef \w+", text))


def test_a_definition_shows_how_its_steps_are_combined_and_what_they_ask() -> None:
    graph = diagrams.graph(oc.definitions["untoc-organized-criminal-group"])
    assert ("organized criminal group", "", "all of") in tied(graph)
    assert ("any of", "", "serious crime") in tied(graph)
    assert ("serious crime", "", "maximum penalty of at least 4 years") in tied(graph)
    assert ("not", "", "randomly formed for the immediate commission of an offence") in tied(graph)


def test_a_step_is_not_said_twice_where_it_asks_what_its_title_says() -> None:
    graph = diagrams.graph(oc.definitions["untoc-organized-criminal-group"])
    assert [node.title for node in graph.nodes].count("acting in concert") == 1


def test_what_the_legal_order_decides_has_a_branch_for_each_answer() -> None:
    graph = diagrams.graph(oc.definitions["untoc-participation-agreement"])
    by_order = next(node for node in graph.nodes if "left to the legal order" in node.lines)
    assert [edge.label for edge in graph.edges if edge.source == by_order.id] == ["yes", "no"]


def test_a_step_whose_wording_no_source_shows_says_so() -> None:
    graph = diagrams.graph(oc.definitions["za-poca"])
    assert any("not established" in node.lines for node in graph.nodes)


def test_a_definition_of_a_part_of_the_facts_says_which_part() -> None:
    assert any("of the group" in node.lines for node in diagrams.graph(oc.definitions["untoc-scope"]).nodes)


def test_some_of_several_steps_are_counted() -> None:
    steps = (
        element("one", Holds("financial_benefit"), "2(a)"),
        element("two", Holds("other_material_benefit"), "2(a)"),
    )
    own = attrs.evolve(oc.definitions["untoc-structured-group"], id="own", rule=at_least(1, *steps), sources=())
    assert isinstance(own.rule, AtLeast)
    assert "at least 1 of" in titles(diagrams.graph(own)).values()
    finding = diagrams.graph(oc.assess(own, oc.Group()))
    assert "needs at least 1 of these" in finding.nodes[0].lines
    assert finding.caption.startswith("Facts as given. Source: UNTOC art. 2(c). Data of ")


def test_where_the_combination_is_nested_the_root_does_not_say_what_it_needs() -> None:
    one, two = (element(each, Holds("financial_benefit"), "2(a)") for each in ("one", "two"))
    rule = all_of(any_of(one, Holds("other_material_benefit")), two)
    own = attrs.evolve(oc.definitions["untoc-structured-group"], id="own", rule=rule)
    graph = diagrams.graph(oc.assess(own, oc.Group()))
    assert [node.title for node in graph.nodes[1:]] == ["one", "two"]
    assert not any(line.startswith("needs") for line in graph.nodes[0].lines)


def test_a_diagram_names_its_sources_and_the_day_of_the_data() -> None:
    text = diagrams.mermaid(oc.definitions["untoc-structured-group"])
    source = oc.sources[oc.definitions["untoc-structured-group"].sources[0].source].title
    assert f"accDescr: Source: {source}. Data of {oc.data_version}, orgcrime {oc.__version__}.\n" in text
    assert f"Data of {oc.data_version}" in diagrams.dot(oc.definitions["untoc-structured-group"])


def test_sources_beyond_the_first_few_are_counted() -> None:
    assert sources_of(["a", "b", "a", "c"], oc.BUILT_IN, most=1) == "Sources: a and 2 more."
    assert sources_of([], oc.BUILT_IN) == ""


# --- the family ---------------------------------------------------------------------------------------------------


def test_the_protocols_supplement_the_convention() -> None:
    graph = diagrams.family("UNTOC", steps=1)
    protocols = {source for source, label, target in tied(graph) if (label, target) == ("supplements", "UNTOC")}
    assert protocols == {"Firearms Protocol", "Smuggling Protocol", "Trafficking Protocol"}
    assert graph.nodes[0].title == "UNTOC"
    assert graph.direction is Direction.ACROSS


def test_a_relation_recorded_from_both_sides_is_one_edge() -> None:
    """The commission has its secretariat in the office, and the office is the secretariat of the commission."""
    commission, office = oc.bodies["ccpcj"].name, oc.bodies["unodc"].name
    between = [each for each in tied(diagrams.family("ccpcj", steps=1)) if {each[0], each[2]} == {commission, office}]
    assert sorted(between) == sorted([(office, "secretariat of", commission), (commission, "governs", office)])


def test_cooperation_is_mutual_and_drawn_once_and_dashed() -> None:
    graph = diagrams.family("eppo", steps=1)
    names = titles(graph)
    ties = [edge for edge in graph.edges if "cooperates with" in edge.label]
    assert len({frozenset((names[edge.source], names[edge.target])) for edge in ties}) == len(ties) == 2
    assert not any(edge.strong for edge in ties)


def test_what_one_tie_says_another_does_not_repeat() -> None:
    labels = {label for _, label, target in tied(diagrams.family("untoc-cop", steps=1)) if target == "UNTOC"}
    assert "established by, supervises" in labels


def test_a_conference_is_tied_to_its_instrument_where_nothing_else_says_so() -> None:
    instrument = attrs.evolve(oc.instruments["cites"], conference="interpol")
    rest = [each for each in oc.instruments.values() if each.id != "cites"]
    catalogue = oc.BUILT_IN.replacing(instruments=oc.Registry("instrument", (*rest, instrument), lambda _: ()))
    assert (oc.bodies["interpol"].name, "conference of", "CITES") in tied(diagrams.family("cites", catalogue=catalogue))


def test_what_has_no_record_here_stands_outside() -> None:
    kinds = {node.title: (node.kind, node.lines) for node in diagrams.family("europol", steps=1).nodes}
    assert kinds["Denmark"] == (NodeKind.OUTSIDE, ("state",))
    outside = {node.title: node.kind for node in diagrams.family("fatf", steps=1).nodes}
    assert outside["Organisation for Economic Co-operation and Development"] is NodeKind.OUTSIDE


def test_programmes_follow_each_other_and_review_instruments() -> None:
    cycles = tied(diagrams.family("empact-2014-2017", steps=1))
    titled = {key: oc.programmes[key].title for key in ("empact-2011-2013", "empact-2014-2017")}
    assert (titled["empact-2014-2017"], "follows", titled["empact-2011-2013"]) in cycles
    assert any(label == "reviews" and target == "UNCAC" for _, label, target in tied(diagrams.family("UNCAC")))


def test_without_a_middle_everything_that_is_tied_is_shown() -> None:
    graph = diagrams.family()
    assert "CITES" not in titles(graph).values()
    assert {"UNTOC", "UNCAC", oc.bodies["europol"].name} <= set(titles(graph).values())
    assert graph.title == "Instruments, bodies and programmes"
    tied_ones = {edge.source for edge in graph.edges} | {edge.target for edge in graph.edges}
    assert tied_ones == set(titles(graph))


def test_a_misspelt_middle_is_refused_with_what_is_near() -> None:
    with pytest.raises(oc.UnknownKeyError, match=r"no instrument, body or programme is known as 'Europool'.*europol"):
        diagrams.family("Europool")


def test_no_middle_at_all_is_refused() -> None:
    with pytest.raises(oc.InputError, match="around: no record is given"):
        diagrams.family([])


# --- a crosswalk --------------------------------------------------------------------------------------------------


def test_a_crosswalk_is_a_flow_from_list_to_list() -> None:
    way = oc.crosswalk("eaw", "europol")
    graph = diagrams.graph(way)
    assert len(graph) == len(way.source) + len(way.target)
    assert ("laundering of the proceeds of crime", "related", "money-laundering activities") in tied(graph)
    assert not any(edge.strong for edge in graph.edges if edge.label == "related")
    assert any(edge.strong for edge in graph.edges if edge.label == "narrow")
    assert next(node.lines for node in graph.nodes if node.title == "arson") == ("no counterpart",)
    assert graph.groups() == (f"{way.source.title} ({way.source.issuer})", f"{way.target.title} ({way.target.issuer})")
    assert "The matches are editorial." in graph.caption


def test_both_lists_stand_in_a_frame_of_their_own() -> None:
    way = oc.crosswalk("eaw", "europol")
    assert diagrams.mermaid(way).count("\n  subgraph ") == diagrams.mermaid(way).count("\n  end\n") == 2
    assert diagrams.dot(way).count("\n  subgraph cluster_") == 2
    assert '-.->|"related"|' in diagrams.mermaid(way)
    assert '[label="related", style=dashed]' in diagrams.dot(way)


def test_a_list_without_edition_day_or_source_is_shown_all_the_same() -> None:
    bare = attrs.evolve(oc.taxonomies["eaw"], id="bare", edition=None, as_of=None, sources=())
    caption = diagrams.graph(crosswalk(bare, bare, ())).caption
    assert caption.startswith("Sources: the lists themselves.")


# --- as text ------------------------------------------------------------------------------------------------------

HOSTILE = (
    '1. "x" <script>alert(1)</script> & `y` *em* [a](b) {c} |d| \\n %%{init}%% $z$ #35; --> end\n---\n"]; click n0'
)


def hostile(text: str) -> Graph:
    return Graph(
        title=text,
        caption=text,
        nodes=(
            Node(id="n0", title=text, lines=(text, "- item"), group=text),
            Node(id="n1", title="end", kind=NodeKind.PROGRAMME),
        ),
        edges=(Edge(source="n0", target="n1", label=text, strong=False), Edge(source="n1", target="n0")),
    )


def test_nothing_in_a_title_is_taken_for_mermaid_or_html() -> None:
    text = diagrams.mermaid(hostile(HOSTILE))
    head, _, body = text.partition("flowchart")
    assert json.loads(head.splitlines()[1].removeprefix("title: ")) == plain(HOSTILE)
    assert "%%{" not in text
    assert "<script" not in body
    assert "`" not in body
    labels = re.findall(r'"([^"]*)"', body)
    assert len(labels) == 4  # a frame, two nodes, an edge
    assert set("<>{}|\\*_$%&") & set("".join(label.replace("<br/>", "") for label in labels)) == set()
    assert "#45; item" in body


def test_nothing_in_a_title_is_taken_for_dot() -> None:
    text = diagrams.dot(hostile(HOSTILE))
    strings = re.findall(r'"((?:[^"\\]|\\.)*)"', text)
    assert plain(HOSTILE).replace("\\", "\\\\").replace('"', '\\"') in strings
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", text)
    assert bare.count("{") == bare.count("}") == 2
    assert "click" not in bare


@given(st.text())
def test_whatever_a_title_holds_its_diagram_keeps_its_lines(text: str) -> None:
    """A text that ends a line or a quotation would become a part of the diagram."""
    plain_one, hostile_one = hostile("x"), hostile(text)
    for write in (diagrams.mermaid, diagrams.dot):
        assert write(hostile_one).count("\n") == write(plain_one).count("\n")
        write(hostile_one).encode("utf-8")


@pytest.mark.parametrize("write", [diagrams.mermaid, diagrams.dot])
@pytest.mark.parametrize("definition", sorted(oc.definitions))
def test_every_definition_has_a_diagram_that_stays_the_same(write: object, definition: str) -> None:
    assert callable(write)
    assert write(oc.definitions[definition]) == write(oc.definitions[definition])


def test_a_graph_is_its_own_graph() -> None:
    graph = hostile("x")
    assert diagrams.graph(graph) is graph


def test_what_has_no_diagram_is_refused() -> None:
    with pytest.raises(oc.InputError, match="shown: a Instrument has no diagram: expected a definition, a finding"):
        diagrams.graph(oc.instruments["UNTOC"])  # type: ignore[arg-type] # what is tested


def test_a_listing_is_asked_for_with_its_values() -> None:
    own = attrs.evolve(
        oc.definitions["trafficking-in-persons"],
        id="own",
        rule=Contains("trafficking_means", ("threat-of-force", "deception")),
    )
    assert any("threat-of-force or deception" in title for title in titles(diagrams.graph(own)).values())
