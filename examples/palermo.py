"""From facts to a finding, to what is missing, to an answer: ``python examples/palermo.py``."""

import attrs

import orgcrime as oc

DEFINITION = "untoc-organized-criminal-group"


def main() -> None:
    """Put the facts of one group to the Palermo definition as they become known."""
    group = oc.Group(
        persons=oc.Between(2, None),  # two are known; there may be more
        randomly_formed=False,
        existed_for_a_period=True,
        acting_in_concert=True,
        maximum_penalty=8,
    )
    early = oc.assess(DEFINITION, group)
    print(early)
    print()
    print("missing:", ", ".join(early.missing))
    print()

    third = attrs.evolve(group, persons=oc.Between(3, None))
    print(f"a third person turns up: {oc.meets_palermo_definition(third).word}")

    paid = attrs.evolve(third, financial_benefit=True)
    settled = oc.assess(DEFINITION, paid)
    print(f"they did it for money: {settled.truth.word}")
    print("decisive:", ", ".join(settled.decisive))

    unpaid = attrs.evolve(third, financial_benefit=False, other_material_benefit=False)
    refused = oc.assess(DEFINITION, unpaid)
    print(f"they did it for no benefit: {refused.truth.word}")
    print("decisive:", ", ".join(refused.decisive))


if __name__ == "__main__":
    main()
