"""The register as a website: which pages it has, what each shows, and what leads from one to another."""
