"""XML of strangers, heard element by element: no entities, no document types, no depth."""

from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from verifier.model.errors import BadInput

DEEPEST = 200
"""Elements within elements; office programs nest about 30."""


class Listener(ContentHandler):
    """Hears the elements of one XML part; raises BadInput where they lie too deep in one another.

    Names come without their namespace's prefix. `root` is the name of the outermost element.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.root = ""
        self._name = name
        self._depth = 0

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 (SAX's own)
        """An element opens."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise BadInput(f"{self._name} nests XML {DEEPEST} deep: no document is made like it.")
        tag = name.rpartition(":")[2]
        self.root = self.root or tag
        self.opens(tag, {key.rpartition(":")[2]: value for key, value in attrs.items()})

    def endElement(self, name: str) -> None:  # noqa: N802 (SAX's own)
        """An element closes."""
        self._depth -= 1
        self.closes(name.rpartition(":")[2])

    def opens(self, tag: str, attributes: dict[str, str]) -> None:
        """An element opens; a listener to more than depth says here what it does."""

    def closes(self, tag: str) -> None:
        """An element closes."""


def hear(data: bytes, listener: Listener, name: str) -> None:
    """Let `listener` hear the XML in `data`, in the memory of one element.

    Raises BadInput for a document type or entities (nothing is loaded), SAXParseException for what
    is no XML.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.sax import parseString

    try:
        parseString(data, listener, forbid_dtd=True)
    except DefusedXmlException as error:
        raise BadInput(
            f"{name} declares entities or a document type in its XML, which documents do not need "
            "and attacks do. It is not read; save it anew with an office program."
        ) from error
