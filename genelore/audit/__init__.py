"""What the stored documents and the reference tables say of each other's claims.

Links tie records to entities, verdicts judge claims, conflicts name what cannot all be right, the consensus
is what a policy accepts. All of it is generated, and can be dropped and made anew.
"""
