"""Registers of everybody or everything in the project: shares and counts that have no sampling error."""
