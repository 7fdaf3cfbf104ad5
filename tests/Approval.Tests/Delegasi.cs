using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Approval.Tests;

/// <summary>Plh and Plt: who acts for whom, from when to when, and what is shown of it.</summary>
public abstract class WewenangDelegasi(LayananPersetujuan layanan)
{
    private const string Jalur = "/api/v1/wewenang/delegasi";

    [Fact]
    public async Task A_delegate_sees_and_does_the_tasks_of_the_absent_officer_and_every_act_says_so()
    {
        var (kabid, plh) = (Orang("kabid"), Orang("kasi"));
        var klien = layanan.Sebagai(plh, "KASI");
        var tugas = await layanan.KoreksiAsync("KABID");
        (await layanan.Sebagai(kabid, "KABID").KirimJsonAsync(Contoh.Alamat(tugas) + "/klaim")).Harus(200);
        (await klien.KirimJsonAsync(Contoh.Alamat(tugas) + "/selesai", Contoh.Paraf())).HarusMasalah(403, "bukan-wewenang");
        var id = await DelegasikanAsync(kabid, plh);

        // The absent officer held it: it is released, and the delegate finds it.
        await Tunggu.SampaiAsync("tugas ada di daftar penerima", async () => (await klien.BacaAsync("/api/v1/tugas?peran=KABID&milik=antrean&urut=terbaru")) is { Status: 200 } j
            && j.Isi.Contains(tugas, StringComparison.Ordinal));
        var butir = (await klien.BacaAsync("/api/v1/tugas/" + tugas)).Harus(200).Json.GetProperty("tugas");
        Assert.Equal(kabid, butir.GetProperty("melalui").GetProperty("pemberi").GetString());
        Assert.Contains((await klien.BacaAsync("/api/v1/tugas/jumlah")).Json.EnumerateArray(), j => j.GetProperty("peran").GetString() == "KABID" && j.TryGetProperty("melalui", out _));

        (await klien.KirimJsonAsync(Contoh.Alamat(tugas) + "/selesai", Contoh.Paraf())).Harus(200);
        await Tunggu.SampaiAsync("kabar terkirim", () => Task.FromResult(layanan.Kurir.Terkirim.Any(t => t.Pesan is TugasBerubah { Status: StatusTugas.Selesai } b && b.TugasId == tugas)));
        await Tunggu.SampaiAsync("paraf sampai", () => Task.FromResult(layanan.Kurir.Terkirim.Any(t => t.Pesan is ParafDiberikan p && p.Petugas == plh)));
        var paraf = layanan.Kurir.Terkirim.Select(t => t.Pesan).OfType<ParafDiberikan>().Last(p => p.Petugas == plh);
        var nama = layanan.Services.GetRequiredService<Pelindung>().Buka<string>(paraf.NamaPetugas);
        Assert.Equal($"PETUGAS {plh.ToUpperInvariant()} (Plh. KABID, a.n. NAMA {kabid})", nama);
        var berubah = layanan.Kurir.Terkirim.Select(t => t.Pesan).OfType<TugasBerubah>().Last(t => t.TugasId == tugas);
        Assert.Equal(new AtasNama(id, JenisDelegasi.Plh, "KABID", kabid), berubah.AtasNama);
        Assert.Contains("Plh KABID " + kabid, await AuditAsync("tugas.selesai", tugas));
    }

    [Fact]
    public async Task A_revoked_or_ended_delegation_is_refused_from_that_moment_and_what_was_held_is_released()
    {
        var (kabid, plh) = (Orang("kabid"), Orang("kasi"));
        var (klien, tugas) = (layanan.Sebagai(plh, "KASI"), await layanan.KoreksiAsync("KABID"));
        var id = await DelegasikanAsync(kabid, plh);
        (await klien.KirimJsonAsync(Contoh.Alamat(tugas) + "/klaim")).Harus(200);
        (await layanan.Sebagai(Orang("asing"), "KASI").KirimJsonAsync($"{Jalur}/{id}/cabut")).HarusMasalah(403, "bukan-wewenang");
        (await layanan.Sebagai(kabid, "KABID").KirimJsonAsync($"{Jalur}/{id}/cabut")).Harus(200);
        var ditolak = (await klien.KirimJsonAsync(Contoh.Alamat(tugas) + "/selesai", Contoh.Paraf())).HarusMasalah(403, "delegasi-berakhir");
        Assert.Contains("dicabut", ditolak.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        (await layanan.Sebagai(kabid, "KABID").KirimJsonAsync(Contoh.Alamat(tugas) + "/selesai", Contoh.Paraf())).Harus(200);
        await Tunggu.SampaiAsync("wewenang terkirim", () => Task.FromResult(layanan.Kurir.Terkirim.Any(t => t is { Kepada: ServiceNames.Registry, Pesan: WewenangTerbit })));
    }

    [Fact]
    public async Task A_delegation_starts_and_ends_by_the_clock()
    {
        var (kabid, plh) = (Orang("kabid"), Orang("kasi"));
        var (klien, pemilik, tugas) = (layanan.Sebagai(plh, "KASI"), layanan.Sebagai(kabid, "KABID"), await layanan.KoreksiAsync("KABID"));
        var kini = layanan.Jam.GetUtcNow();
        await DelegasikanAsync(kabid, plh, kini.AddHours(1), kini.AddHours(2));
        (await pemilik.KirimJsonAsync(Contoh.Alamat(tugas) + "/klaim")).Harus(200);
        (await klien.KirimJsonAsync(Contoh.Alamat(tugas) + "/klaim")).HarusMasalah(403, "delegasi-belum-mulai");

        layanan.Jam.Maju(TimeSpan.FromMinutes(61));
        await Tunggu.SampaiAsync("tugas dilepas dan diambil penerima", async () => (await klien.KirimJsonAsync(Contoh.Alamat(tugas) + "/klaim")).Status == 200);
        layanan.Jam.Maju(TimeSpan.FromMinutes(58.5));
        await Tunggu.SampaiAsync("salinan segar lagi", async () => (await klien.BacaAsync("/api/v1/tugas?peran=KABID")).Status == 200);
        layanan.Jam.Maju(TimeSpan.FromSeconds(31));
        // Ended a second ago.
        (await klien.KirimJsonAsync(Contoh.Alamat(tugas) + "/selesai", Contoh.Paraf())).HarusMasalah(403, "delegasi-berakhir");
        await Tunggu.SampaiAsync("tugas dilepas", async () => (await pemilik.KirimJsonAsync(Contoh.Alamat(tugas) + "/klaim")).Status == 200);
        Assert.Contains("delegasi-berakhir", string.Join('|', await AuditAsync("tugas.lepas", tugas, "rincian")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authority_that_was_delegated_is_not_passed_on_and_not_given_twice()
    {
        var (a, b, c) = (Orang("a"), Orang("b"), Orang("c"));
        await DelegasikanAsync(a, b);
        (await layanan.Sebagai(b, "KASI").KirimJsonAsync(Jalur, Isi(b, c))).HarusMasalah(409, "delegasi-berantai");
        (await layanan.Sebagai(c, "KABID").KirimJsonAsync(Jalur, Isi(c, a))).HarusMasalah(409, "delegasi-berantai");
        (await layanan.Sebagai(a, "KABID").KirimJsonAsync(Jalur, Isi(a, c))).HarusMasalah(409, "delegasi-bertumpuk");
        (await layanan.Sebagai(c, "KASI").KirimJsonAsync(Jalur, Isi(Orang("x"), Orang("y")))).HarusMasalah(403, "bukan-wewenang");
        (await layanan.Sebagai(c, "KADIS").KirimJsonAsync(Jalur, Isi(Orang("x"), Orang("y")))).HarusMasalah(422, "isian-tidak-sah");
        (await layanan.Sebagai(c, "KADIS").KirimJsonAsync(Jalur, Isi(Orang("x"), Orang("y"), dasar: "800/12/2026"))).Harus(201);
        (await layanan.Sebagai(a, "KABID").KirimJsonAsync(Jalur, Isi(a, a))).HarusMasalah(422, "isian-tidak-sah");
        (await layanan.Sebagai(a, "OPS").KirimJsonAsync(Jalur, Isi(a, c))).HarusMasalah(403, "bukan-wewenang");
    }

    [Fact]
    public async Task Two_chains_entered_in_the_same_moment_do_not_both_pass()
    {
        for (var kali = 0; kali < 3; kali++)
        {
            var (a, b, c) = (Orang("a"), Orang("b"), Orang("c"));
            var jawaban = await Task.WhenAll(
                layanan.Sebagai(a, "KABID").KirimJsonAsync(Jalur, Isi(a, b)), layanan.Sebagai(b, "KABID").KirimJsonAsync(Jalur, Isi(b, c)));
            Assert.Single(jawaban, j => j.Status == 201);
            Assert.Single(jawaban, j => j.Status == 409);
        }
    }

    [Fact]
    public async Task A_delegation_limited_to_one_kind_of_task_covers_no_other()
    {
        var (kabid, plh) = (Orang("kabid"), Orang("kasi"));
        var tugas = await layanan.KoreksiAsync("KABID");
        (await layanan.Sebagai(kabid, "KABID").KirimJsonAsync(Jalur, Isi(kabid, plh, aktivitas: ["Dukcapil.Tugas"]))).Harus(201);
        (await layanan.Sebagai(plh, "KASI").KirimJsonAsync(Contoh.Alamat(tugas) + "/klaim")).HarusMasalah(403, "bukan-wewenang");
        Assert.DoesNotContain(tugas, (await layanan.Sebagai(plh, "KASI").BacaAsync("/api/v1/tugas?urut=terbaru")).Isi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kasi_who_stands_in_for_Kabid_does_not_give_both_parafs()
    {
        var (kabid, kasi, permohonan) = (Orang("kabid"), Orang("kasi"), Guid.NewGuid());
        await DelegasikanAsync(kabid, kasi);
        var pertama = await layanan.KoreksiAsync(permohonan: permohonan);
        (await layanan.Sebagai(kasi, "KASI").KirimJsonAsync(Contoh.Alamat(pertama) + "/selesai", Contoh.Paraf())).Harus(200);
        var kedua = await layanan.KoreksiAsync("KABID", permohonan);
        (await layanan.Sebagai(kasi, "KASI").KirimJsonAsync(Contoh.Alamat(kedua) + "/selesai", Contoh.Paraf())).HarusMasalah(403, "paraf-dua-orang");
    }

    [Fact]
    public async Task A_copy_that_hears_nothing_any_more_refuses_delegated_acts_and_only_those()
    {
        var (kabid, plh) = (Orang("kabid"), Orang("kasi"));
        var tugas = await layanan.KoreksiAsync("KABID");
        await DelegasikanAsync(kabid, plh);
        await using (var scope = layanan.Services.CreateAsyncScope())
        {
            // As if the sign of life had stopped: nobody moves the office's row, and the copy is old.
            var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
            await db.Set<Approval.Kewenangan.KantorPelayanan>().ExecuteUpdateAsync(k => k.SetProperty(x => x.DenyutPada, DateTimeOffset.UtcNow.AddYears(10)));
            await db.Set<ServiceDefaults.Kewenangan.SalinanWewenang>().ExecuteUpdateAsync(s => s.SetProperty(x => x.DikuatkanPada, layanan.Jam.GetUtcNow().AddSeconds(-31)));
        }
        (await layanan.Sebagai(plh, "KASI").KirimJsonAsync(Contoh.Alamat(tugas) + "/klaim")).HarusMasalah(503, "delegasi-belum-dapat-dipastikan");
        (await layanan.Sebagai(plh, "KASI").BacaAsync("/api/v1/tugas?peran=KABID")).HarusMasalah(403, "bukan-wewenang");
        (await layanan.Sebagai(kabid, "KABID").KirimJsonAsync(Contoh.Alamat(tugas) + "/klaim")).Harus(200);
        await using (var scope = layanan.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ServiceDb>().Set<Approval.Kewenangan.KantorPelayanan>().ExecuteUpdateAsync(k => k.SetProperty(x => x.DenyutPada, DateTimeOffset.UnixEpoch));
        await Tunggu.SampaiAsync("denyut menyegarkan salinan", async () => (await layanan.Sebagai(plh, "KASI").BacaAsync("/api/v1/tugas?peran=KABID")).Status == 200);
    }

    [Fact]
    public async Task A_revocation_counts_although_the_clock_of_who_revokes_is_behind()
    {
        var (kabid, plh) = (Orang("kabid"), Orang("kasi"));
        var tugas = await layanan.KoreksiAsync("KABID");
        var id = await DelegasikanAsync(kabid, plh);
        await using (var scope = layanan.Services.CreateAsyncScope())
        {
            // The last sign of life came from a replica whose clock is five seconds ahead.
            await scope.ServiceProvider.GetRequiredService<ServiceDb>().Set<ServiceDefaults.Kewenangan.SalinanWewenang>()
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.DikuatkanPada, layanan.Jam.GetUtcNow().AddSeconds(5)));
        }
        (await layanan.Sebagai(kabid, "KABID").KirimJsonAsync($"{Jalur}/{id}/cabut")).Harus(200);
        (await layanan.Sebagai(plh, "KASI").KirimJsonAsync(Contoh.Alamat(tugas) + "/klaim")).HarusMasalah(403, "delegasi-berakhir");
    }

    private static string Orang(string nama) => $"{nama}-{Guid.NewGuid().ToString("N")[..8]}";

    private object Isi(string pemberi, string penerima, DateTimeOffset? mulai = null, DateTimeOffset? sampai = null, string[]? aktivitas = null, string? dasar = null) => new
    {
        jenis = "plh",
        peran = "KABID",
        pemberi = new { id = pemberi, nama = "NAMA " + pemberi },
        penerima = new { id = penerima, nama = "NAMA " + penerima },
        mulai = mulai ?? layanan.Jam.GetUtcNow().AddMinutes(-1),
        sampai = sampai ?? layanan.Jam.GetUtcNow().AddDays(3),
        aktivitas,
        dasar,
    };

    private async Task<Guid> DelegasikanAsync(string pemberi, string penerima, DateTimeOffset? mulai = null, DateTimeOffset? sampai = null)
    {
        // Another test's delegation may be entered in this moment: then the office's version is another, and one tries again.
        Jawaban? jawaban = null;
        await Tunggu.SampaiAsync("delegasi dibuat", async () =>
            (jawaban = await layanan.Sebagai(pemberi, "KABID").KirimJsonAsync(Jalur, Isi(pemberi, penerima, mulai, sampai))).Status != 409);
        return jawaban!.Harus(201).Json.GetProperty("id").GetGuid();
    }

    private async Task<List<string>> AuditAsync(string tindakan, string objek, string kolom = "atas_nama")
    {
        await using var scope = layanan.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var baris = await db.Set<ServiceDefaults.Audit.CatatanAudit>().Where(c => c.Tindakan == tindakan && c.Objek == objek).ToListAsync();
        return [.. baris.Select(b => (kolom == "rincian" ? b.Rincian : b.AtasNama) ?? "")];
    }
}

/// <inheritdoc/>
public sealed class WewenangDelegasiSqlite(PersetujuanSqlite layanan) : WewenangDelegasi(layanan), IClassFixture<PersetujuanSqlite>;

/// <inheritdoc/>
public sealed class WewenangDelegasiPostgres(PersetujuanPostgres layanan) : WewenangDelegasi(layanan), IClassFixture<PersetujuanPostgres>;
