"""Bytes to Document: what kind of file it is, its text unchanged, what it says of itself."""

from verifier.reading.document import (
    DEFAULT_LIMIT,
    bytes_of,
    read_bytes,
    read_path,
    read_stream,
)

__all__ = ["DEFAULT_LIMIT", "bytes_of", "read_bytes", "read_path", "read_stream"]
