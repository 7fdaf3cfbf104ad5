INSERT INTO {schema}nomor_buku AS n (kantor, buku, tahun, terakhir) VALUES ({0}, {1}, {2}, 1)
ON CONFLICT (kantor, buku, tahun) DO UPDATE SET terakhir = n.terakhir + 1
RETURNING terakhir AS "Value"
