"""Other systems' formats: the register's XML, RIO, OOAPI, and the vocabularies of ESCO and CompetentNL."""
