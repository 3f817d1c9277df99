"""The verification report: a pure function of the record, and one renderer per format."""

from verifier.report.assemble import assemble
from verifier.report.claims_json import claims_json
from verifier.report.formats import FORMATS, Renderer, render

__all__ = ["FORMATS", "Renderer", "assemble", "claims_json", "render"]
