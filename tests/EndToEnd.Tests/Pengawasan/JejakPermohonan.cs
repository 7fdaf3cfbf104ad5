using Dukcapil.EndToEnd.Tests.Peranti;

namespace Dukcapil.EndToEnd.Tests.Pengawasan;

/// <summary>
/// The traces of one application as a real collector receives them: each act of a person is one trace from the gateway to the next officer's inbox, no
/// hop is missing, and each links to the trace that had waited for it.
/// </summary>
/// <param name="terawasi">The installation, and everything that it tells.</param>
[Collection(KumpulanTerawasi.Nama)]
public sealed class JejakPermohonan(PemasanganTerawasi terawasi)
{
    private const int LangkahOrang = 8;

    [Fact]
    public async Task Every_act_is_one_trace_from_the_gateway_to_the_next_inbox_and_links_to_the_one_that_waited_for_it()
    {
        using var kantor = terawasi.Pemasangan.Klien();
        var berkas = new Berkas(terawasi.Pemasangan, kantor);
        await berkas.AjukanAsync();
        await berkas.PeriksaAsync();
        await berkas.EntriAsync();
        await berkas.DariKoreksiSampaiSelesaiAsync();
        await berkas.TungguBerakhirAsync("selesai");

        var salah = "";
        await Tunggu.SampaiAsync(
            "semua jejak tiba utuh",
            () => Task.FromResult((salah = string.Join(Environment.NewLine, Periksa(terawasi.Jaring.Spans, berkas.Id))).Length == 0),
            keadaan: () => Task.FromResult(salah));
        await HarusDitemukanAsync(berkas.Id);
    }

    // What is wrong with them, in words; nothing when all is well.
    private static IEnumerable<string> Periksa(IReadOnlyList<SpanOtlp> semua, Guid permohonan)
    {
        var milik = semua.Where(s => s["permohonan.id"] == permohonan.ToString()).Select(s => s.Jejak).ToHashSet();
        var jejak = semua.Where(s => milik.Contains(s.Jejak)).GroupBy(s => s.Jejak).ToDictionary(j => j.Key, j => new SatuJejak([.. j]));
        foreach (var yatim in jejak.Values.SelectMany(j => j.Yatim)) yield return $"Tanpa induk: {yatim}";

        var pengajuan = jejak.Values.Where(j => j.Ada("dukcapil-intake", "POST /api/v1/permohonan")).ToList();
        if (pengajuan is not [var awal])
        {
            yield return $"{pengajuan.Count} jejak pengajuan.";
            yield break;
        }
        // Filing is Intake's own task: it comes, and goes back as completed, within the one trace.
        foreach (var kurang in awal.Kurang(["dukcapil-gateway", "dukcapil-intake", "> send dukcapil.workflow", "dukcapil-workflow < PermohonanDiajukan", "= burst kartu-keluarga", "> send dukcapil.intake", "dukcapil-intake < TugasDiterbitkan"]))
            yield return "Pengajuan: " + kurang;

        var langkah = jejak.Values.Where(j => j.Semua.Any(s => s.Jenis == 2 && s.Nama.EndsWith("/selesai", StringComparison.Ordinal) && s.Layanan != "dukcapil-gateway")).ToList();
        if (langkah.Count != LangkahOrang) yield return $"{langkah.Count} jejak penyelesaian tugas, seharusnya {LangkahOrang}.";
        foreach (var j in langkah)
        {
            foreach (var kurang in j.Kurang(["dukcapil-gateway", "*/selesai", "> send dukcapil.workflow", "dukcapil-workflow < TugasDiselesaikan", "= burst kartu-keluarga"])) yield return kurang;
            if (!j.Semua.Any(s => s.Nama == "aktivitas Elsa.End" || s["dukcapil.pesan"] is "AlurSelesai")
                && !j.Semua.Any(s => s["dukcapil.pesan"] == "TugasDiterbitkan" && s.Nama.StartsWith("process", StringComparison.Ordinal)))
                yield return $"{j}: tidak sampai ke kotak masuk berikutnya.";
            if (!j.Semua.Any(s => s.Nama.StartsWith("aktivitas Dukcapil.", StringComparison.Ordinal) && s["dukcapil.peristiwa"] == "Completed" && s["dukcapil.simpul"] is { Length: > 0 } && s["dukcapil.hasil"] is { Length: > 0 } && s["dukcapil.versi"] == "1"))
                yield return $"{j}: tanpa aktivitas yang selesai dengan simpul, hasil dan versi.";
            if (!j.Semua.Any(s => s.Jenis == 3 && s.Atribut.ContainsKey("db.system.name") && s.Layanan != "dukcapil-workflow")) yield return $"{j}: tanpa pernyataan basis data.";
            var asal = j.Semua.SelectMany(s => s.Taut).Select(t => jejak.GetValueOrDefault(t.Jejak)?.Semua.FirstOrDefault(s => s.Id == t.Id)).ToList();
            if (!asal.Exists(s => s?["dukcapil.pesan"] == "TugasDiterbitkan")) yield return $"{j}: tidak tertaut ke jejak yang menerbitkan tugasnya.";
        }
    }

    // The same trace is named by the audit journal, the execution journal and a refusal.
    private async Task HarusDitemukanAsync(Guid permohonan)
    {
        var jejak = terawasi.Jaring.Spans.Where(s => s["permohonan.id"] == permohonan.ToString()).Select(s => s.Jejak).ToHashSet();
        var audit = await terawasi.Pemasangan.BacaBarisAsync("approval", $"SELECT jejak FROM audit WHERE {Pemasangan.SamaDengan("permohonan_id", permohonan)} AND tindakan = 'tugas.selesai'");
        Assert.NotEmpty(audit);
        Assert.All(audit, baris => Assert.Contains(baris[0], jejak));
        var jurnal = await terawasi.Pemasangan.BacaBarisAsync(
            "workflow", $"SELECT convert_from(records, 'UTF8')::json->>'t' FROM journal WHERE instance_id = (SELECT id FROM finished_instance WHERE {Pemasangan.SamaDengan("permohonan_id", permohonan)})");
        Assert.True(jurnal.Count > LangkahOrang);
        Assert.All(jurnal, baris => Assert.Contains(baris[0], jejak));
        var ditolak = (await terawasi.Pemasangan.BacaAsync($"/api/v1/permohonan/{Guid.NewGuid()}", terawasi.Pemasangan.TokenUntuk("LOKET"))).HarusMasalah(404, "tidak-ditemukan");
        var traceId = ditolak.Json.GetProperty("traceId").GetString();
        await Tunggu.SampaiAsync("jejak penolakan", () => Task.FromResult(terawasi.Jaring.Spans.Any(s => s.Jejak == traceId)));
    }

    // The spans of one trace.
    private sealed class SatuJejak(IReadOnlyList<SpanOtlp> semua)
    {
        private readonly Dictionary<string, SpanOtlp> menurutId = semua.DistinctBy(s => s.Id).ToDictionary(s => s.Id);

        public IReadOnlyList<SpanOtlp> Semua => semua;

        public IEnumerable<SpanOtlp> Yatim => semua.Where(s => s.Induk.Length > 0 && !menurutId.ContainsKey(s.Induk));

        public bool Ada(string layanan, string nama) => semua.Any(s => s.Layanan == layanan && s.Nama.TrimEnd('/') == nama);

        // Hops that no chain of parents has, from the root on; spans in between are allowed.
        public IEnumerable<string> Kurang(string[] lompatan)
        {
            var terjauh = 0;
            foreach (var daun in semua.Where(s => Cocok(s, lompatan[^1])))
            {
                var dicari = lompatan.Length - 1;
                for (var s = daun; s is not null && dicari >= 0; s = menurutId.GetValueOrDefault(s.Induk))
                {
                    if (Cocok(s, lompatan[dicari])) dicari--;
                }
                if (dicari < 0) yield break;
                terjauh = Math.Max(terjauh, lompatan.Length - 1 - dicari);
            }
            yield return $"{this}: dari akhir hanya {terjauh} dari {lompatan.Length} lompatan {string.Join(" / ", lompatan)}.{Environment.NewLine}{string.Join(Environment.NewLine, semua)}";
        }

        public override string ToString() => semua.FirstOrDefault(s => s.Induk.Length == 0)?.ToString() ?? "jejak tanpa akar";

        private static bool Cocok(SpanOtlp s, string lompatan) => lompatan switch
        {
            ['>', ' ', .. var nama] => s.Jenis == 4 && s.Nama == nama,
            ['=', ' ', .. var nama] => s.Nama == nama,
            ['*', .. var akhir] => s.Jenis == 2 && s.Layanan != "dukcapil-gateway" && s.Nama.EndsWith(akhir, StringComparison.Ordinal),
            _ when lompatan.Split(" < ") is [var layanan, var pesan] => s.Jenis == 5 && s.Layanan == layanan && s["dukcapil.pesan"] == pesan,
            _ => s.Layanan == lompatan && s.Jenis == 2,
        };
    }
}
