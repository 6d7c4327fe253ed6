"""Checking what a text says: its citations, and its claims of acts, positions, numbers, names and membership."""

from orgcrime.claims.checking import check
from orgcrime.claims.citing import cite, verify
from orgcrime.claims.verdict import Outcome, Verdict

__all__ = ["Outcome", "Verdict", "check", "cite", "verify"]
