"""Which passages bear on a claim: ranking the candidates of a search, and why each was found."""
