"""Documents in, quads out."""
