"""What there is: frozen records, one module a kind, with no input or output and no search."""
