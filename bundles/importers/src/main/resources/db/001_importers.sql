-- From where, for whom and how files are imported; what became of the files is told elsewhere.
CREATE TABLE import_definition (
    name VARCHAR NOT NULL PRIMARY KEY,
    unit_code VARCHAR NOT NULL,
    -- null to recognise it
    format VARCHAR,
    -- one code a line
    accounts VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    pattern VARCHAR NOT NULL,
    archive VARCHAR NOT NULL,
    background BOOLEAN NOT NULL,
    strictness VARCHAR NOT NULL CHECK (strictness IN ('USUAL', 'STRICT', 'LENIENT')),
    -- one name=value a line
    options VARCHAR NOT NULL
);
