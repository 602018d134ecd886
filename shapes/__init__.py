"""SHACL shapes, one file for each class, and the check of a document's graph against them."""
