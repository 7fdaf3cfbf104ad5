-- The signal due longest; what another replica works on is skipped, not waited for.
SELECT * FROM {schema}signal WHERE due_at <= {0} ORDER BY due_at, id LIMIT 1 {lock}
