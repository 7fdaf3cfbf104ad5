-- Which of these applications have been through their workflow.
SELECT permohonan_id FROM {schema}finished_instance WHERE permohonan_id = ANY($1) AND parent_id IS NULL
