"""The register of treaty actions and commitments against transnational organized crime in the Americas."""

__version__ = "0.1.0"
