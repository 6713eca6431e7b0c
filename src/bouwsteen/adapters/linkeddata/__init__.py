"""The structure as linked data: concepts (SKOS, by NL-SBB), a data set (DCAT-AP-NL), and queries (SPARQL)."""
