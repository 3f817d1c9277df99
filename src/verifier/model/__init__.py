"""The things a fact-check is made of, as frozen dataclasses and enums, and their JSON form.

This is the lowest floor: it imports the standard library only, and every other room speaks in its
words. The words are those of the field: AVeriTeC (claim, speaker, evidence), schema.org
ClaimReview, the W3C Web Annotation model (quote and position selectors), the Admiralty code
(reliability A-F, credibility 1-6) and ICD 203/206 (confidence, source descriptors).
"""
