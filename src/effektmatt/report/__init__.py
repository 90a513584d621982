"""Findings to blocks of a document, and one writer per format that turns the blocks into a file."""
