"""The record of decisions: JSON form, hash chain, and the one fold from events to state.

Everything here is pure. The store's projection, the audit, the report and the screens all go
through the same `apply`.
"""
