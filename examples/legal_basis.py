"""Which instrument lets one State ask the other: ``python examples/legal_basis.py``."""

from orgcrime import Case, Group, Offence, Truth, legal_bases


def main() -> None:
    """Ask what links two States, on a day and on the day before, and let a case settle what is open."""
    bases = legal_bases("FR", "BR", cooperation="mutual-legal-assistance", crime="money-laundering", on="2019-07-01")
    print(bases)

    eve = legal_bases("FR", "BR", cooperation="mutual-legal-assistance", crime="money-laundering", on="2004-02-27")
    print(f"\nThe day before both were bound: {eve.basis('untoc').reasons[0]}.")

    robbery = legal_bases("FR", "BR", cooperation="extradition", crime="robbery", on="2019-07-01")
    print(f"\nRobbery, under UNTOC: {robbery.basis('untoc').truth.word}; it asks for {robbery.basis('untoc').asks[0]}.")

    case = Case(
        offence=Offence(maximum_penalty=15, states=["FR", "BR"]),
        group=Group(
            persons=5,
            randomly_formed=False,
            existed_for_a_period=True,
            acting_in_concert=True,
            maximum_penalty=15,
            financial_benefit=True,
        ),
    )
    known = legal_bases("FR", "BR", cooperation="mutual-legal-assistance", crime="robbery", on="2019-07-01", case=case)
    print(f"With the case: {known.basis('untoc').truth.word}: {known.basis('untoc').conditions[0]}.")

    excluded = legal_bases("AZ", "AM", cooperation="mutual-legal-assistance", crime="corruption", on="2019-07-01")
    for basis in excluded.bases:
        if basis.truth is Truth.UNKNOWN:
            print(f"\nAzerbaijan and Armenia, {basis.instrument.name}: {basis.reasons[0]}.")

    warrant = legal_bases("IE", "GB", cooperation="extradition", crime="human-trafficking", on="2021-01-01")
    print(f"\nIreland and the United Kingdom in 2021: {warrant.basis('eu-fd-2002-584').reasons[0]}.")


if __name__ == "__main__":
    main()
