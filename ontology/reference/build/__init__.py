"""Rebuilding the reference tables from pinned public packages, whose data files are read and never run."""
