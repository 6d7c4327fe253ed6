"""Diagrams as text and pictures: definitions, findings, instruments and bodies, crosswalks, ratifications."""

from orgcrime.render import diagrams, plots

__all__ = ["diagrams", "plots"]
