"""Who was bound by what, and since when: ``python examples/who_was_bound.py``."""

import orgcrime as oc


def main() -> None:
    """Ask the hard questions of treaty status, and see what is answered where the data end."""
    first = oc.parties("UNTOC", on=oc.instruments["UNTOC"].entry_into_force.date.day)
    print(f"On {first.on}, the day on which UNTOC entered into force, it had {len(first)} parties.")

    union = oc.standing("European Union", "UNTOC", on="2019-07-01")
    print(f"{union.participant.name}: {union.truth.word}, {union.position.words} since {union.since}.")
    print(f"It is counted among the parties: {'eu' in oc.parties('UNTOC', on='2019-07-01')}.")

    print("Bhutan denounced UNCAC and came back:")
    for day in ("2023-06-30", "2023-07-01", "2023-10-27"):
        print(f"  {day}: {oc.is_party('Bhutan', 'UNCAC', on=day).word}")
    print(f"  {oc.standing('Bhutan', 'UNCAC', on='2023-07-01').steps[-1]}")

    later = oc.standing("FR", "UNTOC", on="2040-01-01")
    print(f"France in 2040: {later.truth.word}; last known: {later.position.words} on {later.position_on}.")

    latest = oc.parties("UNCAC")
    print(f"{len(latest)} parties to UNCAC on {latest.on}, the last day for which the data vouch for everyone.")


if __name__ == "__main__":
    main()
