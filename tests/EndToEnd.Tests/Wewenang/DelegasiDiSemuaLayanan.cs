using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.Standalone.Demo;

namespace Dukcapil.EndToEnd.Tests.Wewenang;

/// <summary>Delegations are entered at Approval, and every service acts on its own copy of them.</summary>
public abstract class DelegasiDiSemuaLayanan(Pemasangan pemasangan)
{
    private const string Jalur = "/api/v1/wewenang/delegasi";

    // Far less than the age at which a copy refuses by itself: what happens by then, a message did.
    private static readonly TimeSpan Segera = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_delegation_is_known_to_every_owner_and_a_revoked_one_refused_by_every_owner()
    {
        var (loket, plh) = ("loket-" + Acak(), "arsiparis-" + Acak());
        var penerima = pemasangan.Token.Petugas(plh, "ARSIPARIS");
        using var klien = pemasangan.Klien();
        var (intake, registri) = (new Berkas(pemasangan, klien), new Berkas(pemasangan, klien));
        await intake.AjukanAsync();
        await registri.AjukanAsync();
        await registri.PeriksaAsync();
        await registri.EntriAsync();
        await registri.KoreksiAsync("KASI");
        await registri.KoreksiAsync("KABID");
        var diIntake = await intake.TugasAsync("Dukcapil.PeriksaKelengkapan", "LOKET");
        var diRegistri = await registri.TugasAsync("Dukcapil.CetakKartuKeluarga", "LOKET");

        (await pemasangan.KirimAsync(HttpMethod.Post, diIntake.Alamat + "/klaim", penerima)).HarusMasalah(403, "bukan-wewenang");
        var kini = DateTimeOffset.UtcNow;
        var delegasi = (await pemasangan.KirimJsonAsync(
            Jalur, pemasangan.Token.Petugas(loket, "LOKET"),
            new
            {
                jenis = "plh",
                peran = "LOKET",
                pemberi = new { id = loket, nama = "PETUGAS LOKET" },
                penerima = new { id = plh, nama = "ARSIPARIS" },
                mulai = kini,
                sampai = kini.AddDays(1),
            },
            Guid.NewGuid().ToString())).Harus(201).Teks("id");
        foreach (var tugas in (TugasKlien[])[diIntake, diRegistri])
        {
            await Tunggu.SampaiAsync("penerima mengambil tugas", async () => (await pemasangan.KirimAsync(HttpMethod.Post, tugas.Alamat + "/klaim", penerima)).Status == 200, Segera);
            Assert.Equal(loket, (await pemasangan.BacaAsync(tugas.Alamat, penerima)).Harus(200).Json.GetProperty("atasNama").GetProperty("pemberi").GetString());
        }
        (await pemasangan.KirimJsonAsync(diIntake.Alamat + "/selesai", penerima, new { hasil = "Lengkap", data = IsianUji.Kelengkapan() })).Harus(200);
        await Tunggu.SampaiAsync("riwayat menyebut atas nama siapa", async () => (await klien.RiwayatAsync(intake.Id))
            .Any(l => (string?)l!["hasil"] == "Lengkap" && (string?)l["atasNama"]?["pemberi"] == loket));
        var entri = await intake.TugasAsync("Dukcapil.EntriDanKonsep", "LOKET");

        (await pemasangan.KirimAsync(HttpMethod.Post, $"{Jalur}/{delegasi}/cabut", pemasangan.Token.Petugas(loket, "LOKET"))).Harus(200);
        await Task.WhenAll(((TugasKlien[])[entri, diRegistri]).Select(tugas => Tunggu.SampaiAsync(
            $"{tugas.Alamat} ditolak", async () => (await pemasangan.KirimAsync(HttpMethod.Post, tugas.Alamat + "/klaim", penerima)).Status == 403, Segera)));
        (await pemasangan.KirimAsync(HttpMethod.Post, entri.Alamat + "/klaim", penerima)).HarusMasalah(403, "delegasi-berakhir");
        // What the delegate held is free again.
        await Tunggu.SampaiAsync("tugas dilepas", async () => (await pemasangan.KirimAsync(HttpMethod.Post, diRegistri.Alamat + "/klaim", pemasangan.TokenUntuk("LOKET"))).Status == 200, Segera);
        await pemasangan.TungguPesanHabisAsync();
    }

    [Fact]
    public async Task Remarks_of_Kasi_stand_beside_the_field_and_the_difference_is_to_what_the_officer_saw_last()
    {
        using var klien = pemasangan.Klien();
        var berkas = new Berkas(pemasangan, klien);
        await berkas.AjukanAsync();
        await berkas.PeriksaAsync();
        await berkas.EntriAsync();
        var kasi = pemasangan.Token.Petugas("kasi-" + Acak(), "KASI");
        var konsep = $"/api/v1/permohonan/{berkas.Id}/konsep/";
        var tugas = await berkas.TugasAsync("Dukcapil.KoreksiKonsep", "KASI");
        Assert.False((await pemasangan.BacaAsync(konsep + "1", kasi)).Harus(200).Json.TryGetProperty("terakhirDilihat", out _));
        (await pemasangan.KirimJsonAsync(tugas.Alamat + "/selesai", kasi, new
        {
            hasil = "TidakSesuai",
            alasan = new { kode = "SALAH_DATA", teks = "Perbaiki tempat lahir." },
            data = new { versiKonsep = 1, catatanIsian = new[] { new { anggota = 1, field = "tempatLahir", catatan = "Buku nikah: KOTA CONTOH." } } },
        })).Harus(200);
        await Tunggu.SampaiAsync("catatan ada pada konsep", async () =>
            (await pemasangan.BacaAsync(konsep + "1", pemasangan.TokenUntuk("LOKET"))).Harus(200).Json.GetProperty("koreksi").GetArrayLength() == 1);
        var catatan = (await pemasangan.BacaAsync(konsep + "1", pemasangan.TokenUntuk("LOKET"))).Json.GetProperty("koreksi")[0];
        Assert.Equal((1, "tempatLahir", "KASI"), (catatan.GetProperty("anggota").GetInt32(), catatan.GetProperty("field").GetString(), catatan.GetProperty("peran").GetString()));

        await berkas.EntriAsync();
        for (var kali = 0; kali < 2; kali++)
        {
            var kedua = (await pemasangan.BacaAsync(konsep + "2", kasi)).Harus(200).Json;
            Assert.Equal(1, kedua.GetProperty("terakhirDilihat").GetInt32());
            Assert.NotEmpty(kedua.GetProperty("perbedaanSejakDilihat").EnumerateArray());
        }
    }

    private static string Acak() => Guid.NewGuid().ToString("N")[..8];
}

/// <inheritdoc/>
[Collection(KumpulanStandalone.Nama)]
public sealed class DelegasiDiSemuaLayananStandalone(StandalonePemasangan pemasangan) : DelegasiDiSemuaLayanan(pemasangan);

/// <inheritdoc/>
[Collection(KumpulanTerdistribusi.Nama)]
public sealed class DelegasiDiSemuaLayananTerdistribusi(TerdistribusiPemasangan pemasangan) : DelegasiDiSemuaLayanan(pemasangan);
