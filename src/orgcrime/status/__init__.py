"""Who is bound by what: from dated acts through the final clauses to days, positions, panels and timelines."""
