"""Search: names, identifiers, terms, documents and conflicts, found as one types."""
