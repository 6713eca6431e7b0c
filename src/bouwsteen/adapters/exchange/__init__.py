"""Other systems' formats: the register's XML, RIO, data packages."""
