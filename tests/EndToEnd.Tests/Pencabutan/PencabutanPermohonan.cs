using System.Text.Json;
using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.Standalone.Demo;

namespace Dukcapil.EndToEnd.Tests.Pencabutan;

/// <summary>Withdrawal until the signature: exactly one of withdrawal and step wins, and all services say so.</summary>
public abstract class PencabutanPermohonan(Pemasangan pemasangan, ITestOutputHelper keluaran)
{
    private const int Bersamaan = 10;
    private static readonly object Alasan = new { alasan = "Pemohon mengurungkan niat." };

    [Fact]
    public async Task Before_the_signature_it_is_granted_the_open_task_is_closed_and_the_register_entry_is_visibly_void()
    {
        using var klien = pemasangan.Klien();
        var berkas = new Berkas(pemasangan, klien);
        await berkas.AjukanAsync();
        await berkas.PeriksaAsync();
        await berkas.EntriAsync();
        var tugas = await berkas.TugasAsync("Dukcapil.KoreksiKonsep", "KASI");

        var keputusan = await TungguKeputusanAsync(await CabutAsync(berkas));
        Assert.Equal("dikabulkan", keputusan.GetProperty("status").GetString());
        await berkas.TungguBerakhirAsync("batal");
        await pemasangan.HarusSepakatAsync(berkas.Id);

        var terlambat = new { hasil = "Sesuai", data = IsianUji.Paraf(berkas.Versi, pernahDikembalikan: false) };
        (await pemasangan.KirimJsonAsync(tugas.Alamat + "/selesai", pemasangan.TokenUntuk("KASI"), terlambat)).HarusMasalah(409, "tugas-tidak-terbuka");
        var buku = await pemasangan.BacaBarisAsync(
            "intake", $"SELECT nomor FROM buku_register WHERE nomor = '{berkas.NomorRegister}' AND dibatalkan_pada IS NOT NULL");
        Assert.Single(buku);
        var riwayat = await klien.RiwayatAsync(berkas.Id);
        Assert.Equal("ditutup", (string)riwayat[^1]!["status"]!);
        (await CabutAsync(berkas)).HarusMasalah(409, "permohonan-berakhir");
    }

    [Fact]
    public async Task While_the_applicant_is_asked_for_documents_it_is_granted_and_no_register_number_was_used()
    {
        using var klien = pemasangan.Klien();
        var berkas = new Berkas(pemasangan, klien);
        await berkas.AjukanAsync();
        await berkas.PeriksaAsync("TidakLengkap");
        await berkas.TungguPosisiAsync("PEMOHON");

        var keputusan = await TungguKeputusanAsync(await CabutAsync(berkas));
        Assert.Equal("dikabulkan", keputusan.GetProperty("status").GetString());
        await berkas.TungguBerakhirAsync("batal");
        await pemasangan.HarusSepakatAsync(berkas.Id);
        Assert.Null((await klien.PermohonanAsync(berkas.Id))["nomorRegister"]);
    }

    [Fact]
    public async Task After_the_signature_it_is_refused_and_the_application_goes_on_to_its_end()
    {
        using var klien = pemasangan.Klien();
        var berkas = new Berkas(pemasangan, klien);
        await berkas.AjukanAsync();
        await berkas.PeriksaAsync();
        await berkas.EntriAsync();
        await berkas.KoreksiAsync("KASI");
        await berkas.KoreksiAsync("KABID");
        await berkas.CetakAsync();
        await berkas.TandaTanganAsync();
        await berkas.TugasAsync("Dukcapil.RegistrasiDanCap", "LOKET");

        var keputusan = await TungguKeputusanAsync(await CabutAsync(berkas));
        Assert.Equal("ditolak", keputusan.GetProperty("status").GetString());
        Assert.Equal("SUDAH_DITANDATANGANI", keputusan.GetProperty("sebab").GetString());
        await berkas.RegistrasiAsync();
        await berkas.SerahkanAsync();
        await berkas.TungguBerakhirAsync("selesai");
        await berkas.RiwayatHarusYangDitempuhAsync();
        await pemasangan.HarusSepakatAsync(berkas.Id);
    }

    [Fact]
    public async Task At_the_moment_of_the_signature_exactly_one_of_both_wins_everywhere()
    {
        using var klien = pemasangan.Klien();
        var semua = Enumerable.Range(0, Bersamaan).Select(_ => new Berkas(pemasangan, klien)).ToList();
        var tugas = new Dictionary<Berkas, TugasKlien>();
        foreach (var berkas in semua)
        {
            await berkas.AjukanAsync();
            await berkas.PeriksaAsync();
            await berkas.EntriAsync();
            await berkas.KoreksiAsync("KASI");
            await berkas.KoreksiAsync("KABID");
            await berkas.CetakAsync();
            tugas[berkas] = await berkas.TugasAsync("Dukcapil.TandaTangan", "KADIS");
        }
        await Task.WhenAll(semua.Select(async (berkas, i) => await BertandingAsync(berkas, tugas[berkas], i)));
        await pemasangan.HarusSepakatAsync([.. semua.Select(b => b.Id)]);
    }

    private async Task BertandingAsync(Berkas berkas, TugasKlien tugas, int ke)
    {
        // The withdrawal travels over three messages to the owner of the task. Each contestant reads the task once more often before he signs, so that
        // the signatures spread over that way.
        var cabut = CabutAsync(berkas);
        for (var kali = 0; kali < ke; kali++) (await pemasangan.BacaAsync(tugas.Alamat, pemasangan.TokenUntuk("KADIS"))).Harus(200);
        var tandaTangan = await pemasangan.KirimJsonAsync(tugas.Alamat + "/selesai", pemasangan.TokenUntuk("KADIS"), new { hasil = "Ditandatangani" });
        var dikabulkan = (await TungguKeputusanAsync(await cabut)).GetProperty("status").GetString() == "dikabulkan";
        keluaran.WriteLine($"{ke}: tanda tangan {tandaTangan.Status}, pencabutan {(dikabulkan ? "dikabulkan" : "ditolak")}");
        if (dikabulkan)
        {
            var type = tandaTangan.Harus(409).Teks("type");
            Assert.True(type.EndsWith(":tugas-tidak-terbuka", StringComparison.Ordinal) || type.EndsWith(":tugas-diubah-bersamaan", StringComparison.Ordinal), type);
            await berkas.TungguBerakhirAsync("batal");
            Assert.Empty(await BarisAsync("approval", "tanda_tangan", berkas));
            return;
        }
        tandaTangan.Harus(200);
        Assert.Single(await BarisAsync("approval", "tanda_tangan", berkas));
        await berkas.RegistrasiAsync();
        await berkas.SerahkanAsync();
        await berkas.TungguBerakhirAsync("selesai");
    }

    [Fact]
    public async Task At_the_moment_of_an_earlier_step_no_200_is_taken_back_and_no_task_stays_behind()
    {
        using var klien = pemasangan.Klien();
        var semua = Enumerable.Range(0, Bersamaan).Select(_ => new Berkas(pemasangan, klien)).ToList();
        await Task.WhenAll(semua.Select(async berkas =>
        {
            await berkas.AjukanAsync();
            var tugas = await berkas.TugasAsync("Dukcapil.PeriksaKelengkapan", "LOKET");
            var selesai = pemasangan.KirimJsonAsync(
                tugas.Alamat + "/selesai", pemasangan.TokenUntuk("LOKET"), new { hasil = "Lengkap", data = IsianUji.Kelengkapan() });
            var (periksa, pencabutan) = (selesai, await CabutAsync(berkas));
            // Nothing is signed, so it is granted in the end; what was answered 200 before stays in the history.
            Assert.Equal("dikabulkan", (await TungguKeputusanAsync(pencabutan)).GetProperty("status").GetString());
            await berkas.TungguBerakhirAsync("batal");
            await pemasangan.TungguPesanHabisAsync();
            var riwayat = await klien.RiwayatAsync(berkas.Id);
            var langkah = riwayat.Single(l => (string)l!["tugasId"]! == tugas.TugasId)!;
            Assert.Equal((await periksa).Status == 200 ? "selesai" : "ditutup", (string)langkah["status"]!);
            Assert.DoesNotContain(riwayat, l => (string)l!["status"]! == "terbuka");
        }));
        await pemasangan.HarusSepakatAsync([.. semua.Select(b => b.Id)]);
    }

    private Task<IReadOnlyList<string[]>> BarisAsync(string layanan, string tabel, Berkas berkas) =>
        pemasangan.BacaBarisAsync(layanan, $"SELECT permohonan_id FROM {tabel} WHERE {Pemasangan.SamaDengan("permohonan_id", berkas.Id)}");

    private Task<Jawaban> CabutAsync(Berkas berkas) => pemasangan.KirimJsonAsync(
        $"/api/v1/permohonan/{berkas.Id}/cabut", pemasangan.TokenUntuk("LOKET"), Alasan, Guid.CreateVersion7().ToString());

    private async Task<JsonElement> TungguKeputusanAsync(Jawaban diminta)
    {
        diminta.Harus(202);
        var (permohonan, alamat) = (diminta.Teks("id"), diminta.Alamat!);
        var keputusan = await Tunggu.SampaiAdaAsync(
            $"keputusan pencabutan {permohonan}",
            async () =>
            {
                var jawaban = (await pemasangan.BacaAsync(alamat, pemasangan.TokenUntuk("LOKET"))).Harus(200);
                return jawaban.Teks("status") == "diproses" ? null : jawaban;
            },
            keadaan: () => Task.FromResult(pemasangan.KeluaranTerakhir()));
        return keputusan.Json;
    }
}

/// <inheritdoc/>
[Collection(KumpulanStandalone.Nama)]
public sealed class PencabutanPermohonanStandalone(StandalonePemasangan pemasangan, ITestOutputHelper keluaran)
    : PencabutanPermohonan(pemasangan, keluaran);

/// <inheritdoc/>
[Collection(KumpulanTerdistribusi.Nama)]
public sealed class PencabutanPermohonanTerdistribusi(TerdistribusiPemasangan pemasangan, ITestOutputHelper keluaran)
    : PencabutanPermohonan(pemasangan, keluaran);

/// <inheritdoc/>
[Collection(KumpulanElsa.Nama)]
public sealed class PencabutanPermohonanElsa(ElsaPemasangan pemasangan, ITestOutputHelper keluaran) : PencabutanPermohonan(pemasangan.Harus(), keluaran);
