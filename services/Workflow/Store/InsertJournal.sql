-- One row per burst.
INSERT INTO {schema}journal (instance_id, burst, version, at, records) SELECT * FROM unnest($1, $2, $3, $4, $5)
