using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Approval.Tests;

/// <summary>SOP steps 3 and 4: what a paraf needs, and what an objection carries.</summary>
public sealed class Koreksi(PersetujuanSqlite layanan) : IClassFixture<PersetujuanSqlite>
{
    [Fact]
    public async Task A_paraf_on_an_old_version_is_refused_and_the_task_stays()
    {
        var permohonan = Guid.NewGuid();
        var tugas = await layanan.KoreksiAsync(permohonan: permohonan);
        await layanan.KonsepAsync(permohonan, 2);
        var kasi = layanan.Sebagai("kasi-1", "KASI");
        var ditolak = (await kasi.KirimJsonAsync(Contoh.Alamat(tugas) + "/selesai", Contoh.Paraf(versi: 1))).HarusMasalah(409, "konsep-berubah");
        Assert.Contains("versi 2", ditolak.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        (await kasi.KirimJsonAsync(Contoh.Alamat(tugas) + "/selesai", new { hasil = "Sesuai", data = new { versiKonsep = 2, hash = "lain" } })).HarusMasalah(409, "konsep-berubah");
        (await kasi.KirimJsonAsync(Contoh.Alamat(tugas) + "/selesai", Contoh.Paraf(versi: 2))).Harus(200);
    }

    [Fact]
    public async Task Warnings_must_be_known_and_a_return_from_Kabid_answered()
    {
        var tugas = await layanan.KoreksiAsync(
            peringatan: 1, asal: new AsalTugas { TugasId = "x", Langkah = "4", Hasil = "TidakSesuai", Dikembalikan = true, KodeAlasan = "SALAH_GELAR" });
        var kasi = layanan.Sebagai("kasi-1", "KASI");
        Assert.True((await kasi.KirimJsonAsync(Contoh.Alamat(tugas) + "/selesai", Contoh.Paraf(peringatan: true))).HarusMasalah(422, "isian-tidak-sah")
            .Json.GetProperty("errors").TryGetProperty("data.tanggapan", out _));
        Assert.True((await kasi.KirimJsonAsync(Contoh.Alamat(tugas) + "/selesai", Contoh.Paraf(tanggapan: "Sudah benar."))).HarusMasalah(422, "isian-tidak-sah")
            .Json.GetProperty("errors").TryGetProperty("data.peringatanDiketahui", out _));
        (await layanan.Sebagai("loket", "KASI").KirimJsonAsync(Contoh.Alamat(tugas) + "/selesai", Contoh.Paraf(tanggapan: "Sudah benar.", peringatan: true)))
            .HarusMasalah(403, "pengentri-tidak-memaraf");
        (await kasi.KirimJsonAsync(Contoh.Alamat(tugas) + "/selesai", Contoh.Paraf(tanggapan: "Sudah benar.", peringatan: true))).Harus(200);
    }

    [Fact]
    public async Task An_objection_carries_remarks_to_the_fields_they_concern()
    {
        var tugas = await layanan.KoreksiAsync();
        var kasi = layanan.Sebagai("kasi-1", "KASI");
        object Keberatan(int versi, int? anggota, string field) => new
        {
            hasil = "TidakSesuai",
            alasan = new { kode = "SALAH_DATA", teks = "Perbaiki." },
            data = new { versiKonsep = versi, catatanIsian = new[] { new { anggota, field, catatan = "Tidak sama dengan buku nikah." } } },
        };
        (await kasi.KirimJsonAsync(Contoh.Alamat(tugas) + "/selesai", Keberatan(2, 1, "tempatLahir"))).HarusMasalah(409, "konsep-berubah");
        (await kasi.KirimJsonAsync(Contoh.Alamat(tugas) + "/selesai", Keberatan(1, 3, "tempatLahir"))).HarusMasalah(422, "isian-tidak-sah");
        (await kasi.KirimJsonAsync(Contoh.Alamat(tugas) + "/selesai", Keberatan(1, null, "tempatLahir"))).HarusMasalah(422, "isian-tidak-sah");
        (await kasi.KirimJsonAsync(Contoh.Alamat(tugas) + "/selesai", Keberatan(1, 1, "tempatLahir"))).Harus(200);
        await Tunggu.SampaiAsync("catatan terkirim ke Intake", () => Task.FromResult(layanan.Kurir.Terkirim.Any(t => t.Pesan is KoreksiDicatat k && k.TugasId == tugas)));
        var koreksi = layanan.Kurir.Terkirim.Select(t => t.Pesan).OfType<KoreksiDicatat>().Single(k => k.TugasId == tugas);
        Assert.Equal(
            new CatatanIsian(1, "tempatLahir", "Tidak sama dengan buku nikah."),
            Assert.Single(layanan.Services.GetRequiredService<Pelindung>().Buka<IReadOnlyList<CatatanIsian>>(koreksi.Catatan)));
    }

    [Fact]
    public async Task When_its_time_of_keeping_is_over_reasons_and_notes_go_and_who_acted_stays()
    {
        var permohonan = Guid.NewGuid();
        var tugas = await layanan.KoreksiAsync(permohonan: permohonan);
        var kasi = layanan.Sebagai("kasi-1", "KASI");
        (await kasi.KirimJsonAsync(Contoh.Alamat(tugas) + "/catatan", new { teks = "Ibu menelepon." })).Harus(201);
        (await kasi.KirimJsonAsync(
            Contoh.Alamat(tugas) + "/selesai",
            new { hasil = "TidakSesuai", alasan = new { kode = "SALAH_DATA", teks = "Nama ibu keliru." }, data = new { versiKonsep = 1, catatanIsian = new[] { new { anggota = 1, field = "tempatLahir", catatan = "Keliru." } } } })).Harus(200);
        await layanan.TerimaAsync(ServiceNames.Intake, new IsiDimusnahkan { PermohonanId = permohonan, Pada = layanan.Jam.GetUtcNow() });

        await using var lingkup = layanan.Services.CreateAsyncScope();
        var db = lingkup.ServiceProvider.GetRequiredService<ApprovalDb>();
        var baris = await db.Set<Tugas>().SingleAsync(t => t.Id == tugas);
        Assert.Equal((null, null, "SALAH_DATA", "TidakSesuai"), (baris.AlasanTersegel, baris.JawabanTersegel, baris.KodeAlasan, baris.HasilDipilih));
        Assert.Equal(0, await db.Set<CatatanTugas>().CountAsync(c => c.TugasId == tugas));
        Assert.Equal(0, await db.Daftar.CountAsync(t => t.PermohonanId == permohonan && t.AlasanTersegel != null));
    }
}
