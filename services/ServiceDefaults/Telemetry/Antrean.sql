-- Open tasks by queue; an index over status finds them.
SELECT peran AS "Peran", aktivitas AS "Aktivitas", count(*) AS "Terbuka", count(CASE WHEN tenggat_pada < {0} THEN 1 END) AS "Lewat", {umur} AS "Umur"
FROM {schema}tugas WHERE status = 0 GROUP BY peran, aktivitas
