-- Open tasks of each queue, counted with the statement that changes the list. A connection counts into its own drawer, in one order of queues.
CREATE FUNCTION {schema}.tugas_kantor_jumlah_{peristiwa}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO {schema}.jumlah_antrean AS j (kantor, peran, nomor, laci, terbuka, dipegang, segera, terlambat)
  SELECT kantor, peran, nomor, pg_backend_pid() % 32, sum(tanda), sum(tanda * (pemegang IS NOT NULL)::int), sum(tanda * prioritas),
         sum(tanda * (dieskalasi_pada IS NOT NULL)::int)
  FROM ({baris}) d
  WHERE status = 0
  GROUP BY kantor, peran, nomor
  HAVING sum(tanda) <> 0 OR sum(tanda * (pemegang IS NOT NULL)::int) <> 0 OR sum(tanda * prioritas) <> 0 OR sum(tanda * (dieskalasi_pada IS NOT NULL)::int) <> 0
  ORDER BY kantor, peran, nomor
  ON CONFLICT (kantor, peran, nomor, laci) DO UPDATE SET
    terbuka = j.terbuka + EXCLUDED.terbuka, dipegang = j.dipegang + EXCLUDED.dipegang,
    segera = j.segera + EXCLUDED.segera, terlambat = j.terlambat + EXCLUDED.terlambat;
  RETURN NULL;
END $$;
CREATE TRIGGER tugas_kantor_jumlah_{peristiwa} AFTER {peristiwa} ON {schema}.tugas_kantor
  REFERENCING {alih} FOR EACH STATEMENT EXECUTE FUNCTION {schema}.tugas_kantor_jumlah_{peristiwa}();
