using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.Standalone.Audit;

namespace Dukcapil.EndToEnd.Tests.Audit;

/// <summary>What the journals tell of a whole application: who did and saw what, found by NIK without a NIK being stored; and that they are whole.</summary>
public abstract class LaporanAudit(Pemasangan pemasangan)
{
    private const string Siti = "9901014308920001";

    [Fact]
    public async Task Every_act_and_every_look_is_told_of_the_person_and_the_journals_are_whole()
    {
        using var kantor = pemasangan.Klien();
        var berkas = new Berkas(pemasangan, kantor);
        await berkas.AjukanAsync();
        await berkas.PeriksaAsync();
        (await pemasangan.BacaAsync($"/api/v1/permohonan/{berkas.Id}", pemasangan.TokenUntuk("LOKET/9"))).Harus(200);
        var sebelumEntri = DateTimeOffset.UtcNow;
        await berkas.EntriAsync();
        (await pemasangan.BacaAsync($"/api/v1/permohonan/{berkas.Id}/konsep/1", pemasangan.TokenUntuk("KASI"))).Harus(200);
        (await pemasangan.BacaAsync($"/api/v1/permohonan/{berkas.Id}/konsep/1/pdf", pemasangan.TokenUntuk("KABID"))).Harus(200);
        (await pemasangan.BacaAsync($"/api/v1/permohonan/{berkas.Id}/konsep/7", pemasangan.TokenUntuk("KADIS"))).Harus(404);
        await berkas.DariKoreksiSampaiSelesaiAsync();
        (await pemasangan.BacaAsync($"/api/v1/registri/permohonan/{berkas.Id}", pemasangan.TokenUntuk("KADIS"))).Harus(200);
        var sesudah = DateTimeOffset.UtcNow;

        using var auditor = new AuditKlien(pemasangan.Alamat, pemasangan.TokenUntuk("AUDITOR"));
        var semua = await TentangAsync(auditor, berkas.Id, null, null, hanyaBaca: false);
        foreach (var tindakan in (string[])["konsep.buat", "konsep.baca", "konsep.cetak", "nomor.ambil-alih", "kartu.serahkan", "registri.baca"])
            Assert.Single(semua, c => c.Catatan.Tindakan == tindakan);
        Assert.Equal(7, semua.Count(c => c.Catatan.Tindakan == "tugas.selesai"));
        Assert.All(semua, c => Assert.Matches("^[0-9a-f]{32}$", c.Catatan.Jejak));
        // Before the family was entered nobody could see Siti in this file; and what was refused showed nothing.
        Assert.DoesNotContain(semua, c => c.Catatan.Pada < sebelumEntri || c.Catatan.Pelaku == "petugas-loket-9");
        var kasi = Assert.Single(semua, c => c.Catatan.Tindakan == "konsep.baca");
        Assert.Equal(("petugas-kasi", "KASI@9901", "PELAYANAN"), (kasi.Catatan.Pelaku, kasi.Catatan.Wewenang, kasi.Catatan.Tujuan));
        Assert.NotEmpty(kasi.Catatan.Dari!);

        var pelihat = await TentangAsync(auditor, berkas.Id, sebelumEntri, sesudah, hanyaBaca: true);
        Assert.Equal(["konsep.baca", "konsep.cetak", "registri.baca"], pelihat.Select(c => c.Catatan.Tindakan));
        Assert.All(pelihat, c => Assert.NotEmpty(c.Catatan.Data!));
        Assert.Empty(await TentangAsync(auditor, berkas.Id, sesudah, null, hanyaBaca: true));

        await Tunggu.SampaiAsync("jurnal tersegel", async () =>
        {
            var hasil = await Task.WhenAll(SumberAudit.Dari(pemasangan.PilihanAudit())!.Select(s => s.PeriksaAsync(CancellationToken.None)));
            Assert.All(hasil, h => Assert.DoesNotContain(h.Temuan, t => !t.Contains("Tidak ada jangkar", StringComparison.Ordinal)));
            return hasil.Length == 5 && hasil.Count(h => h.Jangkar > 0) >= 3;
        });
    }

    [Theory]
    [InlineData("KADIS")]
    [InlineData("OPS")]
    [InlineData("ADMIN_ALUR")]
    [InlineData("klien:sistem-a")]
    public async Task Nobody_but_the_auditor_reads_the_journal(string peran)
    {
        foreach (var layanan in Contracts.ServiceNames.WithApi)
        {
            (await pemasangan.KirimJsonAsync($"/api/v1/audit/{layanan}/catatan", pemasangan.TokenUntuk(peran), new { tujuan = "Ingin tahu." })).HarusMasalah(403, "bukan-wewenang");
            (await pemasangan.KirimJsonAsync($"/api/v1/audit/{layanan}/orang", pemasangan.TokenUntuk(peran), new { tujuan = "Ingin tahu.", nik = Siti })).HarusMasalah(403, "bukan-wewenang");
        }
    }

    [Fact]
    public async Task The_auditor_says_what_for_and_is_in_the_journal_himself()
    {
        var token = pemasangan.TokenUntuk("AUDITOR/3");
        (await pemasangan.KirimJsonAsync("/api/v1/audit/intake/catatan", token, new { tujuan = "" })).HarusMasalah(422, "isian-tidak-sah");
        (await pemasangan.KirimJsonAsync("/api/v1/audit/intake/orang", token, new { tujuan = "Permintaan subjek data.", nik = Siti })).Harus(200);
        var catatan = (await pemasangan.KirimJsonAsync("/api/v1/audit/intake/catatan", token, new { tujuan = "Uji.", pelaku = "petugas-auditor-3" })).Harus(200);
        var sendiri = Assert.Single(catatan.Json.GetProperty("catatan").EnumerateArray());
        Assert.Equal(("audit.cari-orang", "Permintaan subjek data."), (sendiri.GetProperty("tindakan").GetString(), sendiri.GetProperty("tujuan").GetString()));
    }

    private static async Task<IReadOnlyList<CatatanLayanan>> TentangAsync(AuditKlien auditor, Guid permohonan, DateTimeOffset? dari, DateTimeOffset? sampai, bool hanyaBaca) =>
    [
        // Other tests of this installation file for the same invented person.
        .. (await auditor.TentangAsync(Siti, "Uji laporan.", dari, sampai, hanyaBaca, CancellationToken.None)).Where(c => c.Catatan.PermohonanId == permohonan),
    ];
}

/// <summary>In one process on SQLite.</summary>
[Collection(KumpulanStandalone.Nama)]
public sealed class LaporanAuditStandalone(StandalonePemasangan pemasangan) : LaporanAudit(pemasangan);

/// <summary>On PostgreSQL, each service its own process.</summary>
[Collection(KumpulanTerdistribusi.Nama)]
public sealed class LaporanAuditTerdistribusi(TerdistribusiPemasangan pemasangan) : LaporanAudit(pemasangan);
