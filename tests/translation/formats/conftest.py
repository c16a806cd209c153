"""The schemas that exports are held against."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree


@pytest.fixture(scope="session")
def _schemas() -> dict[str, etree.XMLSchema | etree.DTD]:
    return {}


@pytest.fixture
def xliff_schema(shared: Path, _schemas: dict) -> etree.XMLSchema:
    """The strict schema of XLIFF 1.2, its import of xml.xsd led to the local copy."""
    if "xliff" not in _schemas:
        folder = shared / "suites" / "schemas"

        class Local(etree.Resolver):
            def resolve(self, system_url, public_id, context):
                if str(system_url).endswith("/xml.xsd"):
                    return self.resolve_filename(str(folder / "xml.xsd"), context)
                return None

        parser = etree.XMLParser(no_network=True)
        parser.resolvers.add(Local())
        tree = etree.parse(str(folder / "xliff-core-1.2-strict.xsd"), parser)
        _schemas["xliff"] = etree.XMLSchema(tree)
    return _schemas["xliff"]


@pytest.fixture
def xliff2_schema(shared: Path, _schemas: dict) -> etree.XMLSchema:
    """The schema of the XLIFF 2.0 core, with the modules that our exports use."""
    if "xliff2" not in _schemas:
        folder = shared / "suites" / "oasis" / "xliff-21" / "schemas"
        names = {"xliff_core_2.0.xsd": "document", "metadata.xsd": "metadata"}
        names["matches.xsd"] = "matches"
        imports = "".join(
            f'<xs:import namespace="urn:oasis:names:tc:xliff:{space}:2.0" schemaLocation="{name}"/>'
            for name, space in names.items()
        )
        every = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
        xml_xsd = folder / "informativeCopiesOf3rdPartySchemas" / "w3c" / "xml.xsd"

        class Local(etree.Resolver):
            def resolve(self, system_url, public_id, context):
                if str(system_url).endswith("/xml.xsd"):
                    return self.resolve_filename(str(xml_xsd), context)
                return None

        parser = etree.XMLParser(no_network=True)
        parser.resolvers.add(Local())
        root = etree.fromstring(every.encode(), parser, base_url=f"{folder}/every.xsd")
        _schemas["xliff2"] = etree.XMLSchema(root)
    return _schemas["xliff2"]


@pytest.fixture
def xliff22_schema(shared: Path, _schemas: dict) -> etree.XMLSchema:
    """The schema of the XLIFF 2.2 core."""
    if "xliff22" not in _schemas:
        folder = shared / "suites" / "oasis" / "xliff-22" / "schemas"

        class Local(etree.Resolver):
            def resolve(self, system_url, public_id, context):
                if str(system_url).endswith("/xml.xsd"):
                    local = shared / "suites" / "schemas" / "xml.xsd"
                    return self.resolve_filename(str(local), context)
                return None

        parser = etree.XMLParser(no_network=True)
        parser.resolvers.add(Local())
        tree = etree.parse(str(folder / "xliff_core_2.2.xsd"), parser)
        _schemas["xliff22"] = etree.XMLSchema(tree)
    return _schemas["xliff22"]


@pytest.fixture
def tmx_dtd(shared: Path, _schemas: dict) -> etree.DTD:
    """The DTD of TMX 1.4."""
    if "tmx" not in _schemas:
        _schemas["tmx"] = etree.DTD(str(shared / "suites" / "schemas" / "tmx14.dtd"))
    return _schemas["tmx"]
