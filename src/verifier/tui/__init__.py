"""The terminal interface: the only room that imports Textual. It holds no logic of the desk."""
