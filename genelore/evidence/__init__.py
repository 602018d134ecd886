"""Evidence from outside: what public graphs say of claims that the reference leaves open.

The audit knows nothing of federation; it is given what endpoints answered, as plain values.
"""
