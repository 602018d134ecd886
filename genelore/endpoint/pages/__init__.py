"""Pages for people, and the same things in the formats of RDF."""
