"""Surveys: what answers mean, how scores are made, and what changed between two waves."""
