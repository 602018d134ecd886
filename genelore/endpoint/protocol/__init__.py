"""The SPARQL 1.1 Protocol: queries, the Graph Store Protocol for reading, descriptions."""
