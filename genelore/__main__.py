"""python -m genelore: the command line."""

from genelore.cli import main

main()
