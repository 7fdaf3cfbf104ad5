-- The trigger due longest; what another replica works on is skipped, not waited for.
SELECT * FROM {schema}trigger WHERE due_at <= {0} ORDER BY due_at LIMIT 1 {lock}
