"""Two texts side by side: details that agree or differ, quoted words, hedges, near-duplicates.

Pure, and never a verdict: what is found is marked in both texts for a person to judge.
"""
