"""Serve a build over HTTP: its pages, its entities, an API, and reconciliation."""
