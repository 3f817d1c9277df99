"""Pages from the network, fetched within strict rules and archived with question and answer.

The only room that talks to the network. `rules`, `limits` and `fetched` are plain values; `fetch`
and `archive` need the extra `capture` and are imported only when an address is to be captured.
"""
