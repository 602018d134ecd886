"""The page of a gene: everything that documents say of it, and what became of that."""
