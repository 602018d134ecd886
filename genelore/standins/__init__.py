"""Small graphs in the shape of public ones: for tests, and for work without network.

Classes, properties and the identifiers that joins rest on are as the public graph publishes them; what is
said is taken from the reference tables, so it is true as far as they are. Nodes whose public number no table
gives have `standin` in their name.
"""
