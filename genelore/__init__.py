"""The graph and its faces: build, store, audit, publish, endpoint, federation, command line."""

from importlib.metadata import version

__version__ = version("genelore")
