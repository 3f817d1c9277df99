"""The verification report: a pure function of the record, and one renderer per format."""
