INSERT INTO {schema}audit_orang (indeks, catatan_id, permohonan_id, sejak) SELECT * FROM unnest($1, $2, $3, $4)
