"""The rules of attribution: each a function with a name, an example and a counter-example."""
