"""The graph as files, in every syntax of RDF."""
