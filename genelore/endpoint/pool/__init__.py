"""Killable evaluation: worker processes that hold a frozen generation, and the queue before them."""
