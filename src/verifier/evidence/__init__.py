"""Passages of source documents: what they mean, and which of them bear on a claim. Pure."""
