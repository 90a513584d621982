"""Visits by Mystery Visitors, and texts judged by reviewers: both are judged by people against a checklist."""
