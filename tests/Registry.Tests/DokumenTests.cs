using System.Diagnostics;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Tests;

/// <summary>Documents of an application: for its office and for the client system that filed it.</summary>
public abstract class DokumenTests(LayananRegistri layanan)
{
    private static readonly string[] Dokumen = ["salinan", "bukti-penyerahan"];

    [Fact]
    public async Task A_client_system_fetches_documents_of_what_it_filed_and_each_is_a_line_in_the_journal()
    {
        var (berkas, sistem) = await SelesaiAsync();
        foreach (var dokumen in Dokumen)
        {
            var jawaban = (await sistem.BacaAsync(Alamat(berkas, dokumen))).Harus(200);
            Assert.Equal("application/pdf", jawaban.Jenis);
        }
        var jurnal = await layanan.DbAsync(db => db.Set<CatatanAudit>().Where(c => c.PermohonanId == berkas.Id && c.Pelaku == berkas.DiajukanOleh).OrderBy(c => c.Tindakan).ToListAsync());
        Assert.Equal([("bukti-penyerahan.cetak", "lingkup:dokumen"), ("salinan.cetak", "lingkup:dokumen")], jurnal.Select(c => (c.Tindakan, c.Wewenang)));
    }

    [Fact]
    public async Task What_another_filed_is_unknown_to_it_and_without_the_scope_it_is_refused()
    {
        var (berkas, _) = await SelesaiAsync();
        var milikLoket = new BerkasUji(layanan) { DiajukanOleh = "loket" };
        await milikLoket.SiapSerahTerimaAsync();
        var dahulu = new BerkasUji(layanan);
        await dahulu.SiapSerahTerimaAsync();
        foreach (var dokumen in Dokumen)
        {
            (await layanan.Sistem("sistem-lain", "dokumen", "permohonan").BacaAsync(Alamat(berkas, dokumen))).HarusMasalah(404, "tidak-ditemukan");
            (await layanan.Sistem("sistem-lain", "dokumen").BacaAsync(Alamat(milikLoket, dokumen))).Harus(404);
            (await layanan.Sistem("sistem-lain", "dokumen").BacaAsync(Alamat(dahulu, dokumen))).Harus(404);
            (await layanan.Sistem(berkas.DiajukanOleh!, "permohonan").BacaAsync(Alamat(berkas, dokumen))).Harus(403);
            (await layanan.DariKantor("9902", "loket-lain", "LOKET").BacaAsync(Alamat(berkas, dokumen))).Harus(404);
            (await layanan.TanpaToken().BacaAsync(Alamat(berkas, dokumen))).Harus(401);
        }
        // The rest of the application is for officers.
        (await layanan.Sistem(berkas.DiajukanOleh!, "dokumen", "permohonan").BacaAsync($"/api/v1/registri/permohonan/{berkas.Id}")).Harus(403);
    }

    [Fact]
    public async Task The_salinan_shows_the_approved_data_with_masked_numbers_after_the_file_has_ended()
    {
        var (berkas, _) = await SelesaiAsync();
        await layanan.TerimaAsync(ServiceNames.Workflow, new AlurSelesai { PermohonanId = berkas.Id, Pada = layanan.Jam.GetUtcNow() });
        var teks = await TeksAsync((await berkas.Loket.BacaAsync(Alamat(berkas, "salinan"))).Harus(200).Bita);
        foreach (var kata in new[] { "SALINAN", "AHMAD CONTOH", "SITI CONTOH", "400.12.2.1/", "************" + berkas.NomorKk[12..], "************0001", "KADIS" })
            Assert.Contains(kata, teks, StringComparison.Ordinal);
        foreach (var nomor in new[] { berkas.NomorKk, "9901010107900001", "9901014308920001" }) Assert.DoesNotContain(nomor, teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_its_time_of_keeping_is_over_nothing_says_who_it_was_but_the_book()
    {
        var (berkas, _) = await SelesaiAsync();
        var buku = (await berkas.RincianAsync()).Json.GetProperty("agenda").GetRawText();
        await layanan.TerimaAsync(ServiceNames.Intake, new IsiDimusnahkan { PermohonanId = berkas.Id, Pada = layanan.Jam.GetUtcNow() });
        (await berkas.Loket.BacaAsync(Alamat(berkas, "salinan"))).Harus(404);
        var bukti = await TeksAsync((await berkas.Loket.BacaAsync(Alamat(berkas, "bukti-penyerahan"))).Harus(200).Bita);
        Assert.Contains("(dimusnahkan)", bukti, StringComparison.Ordinal);
        Assert.DoesNotContain("AHMAD", bukti, StringComparison.OrdinalIgnoreCase);
        var rincian = (await berkas.RincianAsync()).Json;
        Assert.Equal(buku, rincian.GetProperty("agenda").GetRawText());
        Assert.Equal("(dimusnahkan)", rincian.GetProperty("penyerahan").GetProperty("namaPenerima").GetString());
        Assert.Equal("(dimusnahkan)", rincian.GetProperty("kartu").GetProperty("kepalaKeluarga").GetString());
        var kartu = await layanan.DbAsync(db => db.Kartu.AsNoTracking().SingleAsync(k => k.PermohonanId == berkas.Id));
        Assert.Equal((null, null), (kartu.IsiTersegel, kartu.NikBaruTersegel));
        Assert.Equal(0, await layanan.DbAsync(db => db.Set<ServiceDefaults.HumanTasks.Tugas>().CountAsync(t => t.PermohonanId == berkas.Id && t.JawabanTersegel != null)));
    }

    [Fact]
    public async Task There_is_no_salinan_before_the_book_has_the_card_nor_after_it_was_withdrawn()
    {
        var berkas = new BerkasUji(layanan) { DiajukanOleh = "sistem-cabut" };
        var tugas = await berkas.SiapRegistrasiAsync();
        (await berkas.Loket.BacaAsync(Alamat(berkas, "salinan"))).Harus(404);
        (await berkas.SelesaikanAsync(tugas, BerkasUji.DataRegistrasi())).Harus(200);
        (await berkas.Loket.BacaAsync(Alamat(berkas, "salinan"))).Harus(200);
        await layanan.TerimaAsync(ServiceNames.Workflow, new PencabutanDiputuskan { PermohonanId = berkas.Id, PencabutanId = Guid.NewGuid(), Dikabulkan = true, Pada = layanan.Jam.GetUtcNow() });
        (await berkas.Loket.BacaAsync(Alamat(berkas, "salinan"))).Harus(404);
        Assert.Null(await layanan.DbAsync(db => db.Kartu.Where(k => k.PermohonanId == berkas.Id).Select(k => k.IsiTersegel).SingleAsync()));
    }

    [Fact]
    public async Task A_client_system_reads_the_lines_of_its_own_applications_and_every_line_shown_is_in_the_journal()
    {
        var (berkas, _) = await SelesaiAsync();
        var lain = new BerkasUji(layanan) { DiajukanOleh = "sistem-lain" };
        await lain.SiapSerahTerimaAsync();
        var sistem = layanan.Sistem(berkas.DiajukanOleh!, "buku");

        var entri = (await sistem.BacaAsync("/api/v1/registri/buku-agenda?batas=200")).Harus(200).Json.GetProperty("entri");
        Assert.Equal(berkas.Id, Assert.Single(entri.EnumerateArray()).GetProperty("permohonanId").GetGuid());
        var csv = (await sistem.BacaAsync("/api/v1/registri/buku-agenda/csv")).Harus(200).Isi;
        Assert.Contains(berkas.Id.ToString(), csv, StringComparison.Ordinal);
        Assert.DoesNotContain(lain.Id.ToString(), csv, StringComparison.Ordinal);
        (await sistem.BacaAsync("/api/v1/registri/buku-agenda/pdf")).Harus(200);
        (await layanan.Sistem(berkas.DiajukanOleh!, "dokumen", "permohonan").BacaAsync("/api/v1/registri/buku-agenda")).Harus(403);

        var jurnal = await layanan.DbAsync(db => db.Set<CatatanAudit>().Where(c => c.Pelaku == berkas.DiajukanOleh && c.PermohonanId != null).OrderBy(c => c.Id).ToListAsync());
        Assert.Equal(["agenda.baca", "agenda.cetak", "agenda.cetak"], jurnal.Select(c => c.Tindakan));
        Assert.All(jurnal, c => Assert.Equal((berkas.Id, "agenda " + entri[0].GetProperty("nomorAgenda").GetString()), (c.PermohonanId, c.Objek)));
    }

    [Fact]
    public async Task Twenty_five_members_with_names_of_sixty_wide_letters_of_one_letter_and_with_apostrophes_are_printed_registered_and_copied()
    {
        string[] nama = [new('W', 60), "O", "NUR'AINI D\u2019ARC", "M"];
        var awal = new BerkasUji(layanan).Kartu;
        var berkas = new BerkasUji(layanan)
        {
            Kartu = awal with
            {
                Anggota = [.. Enumerable.Range(1, 25).Select(i => awal.Anggota[0] with { Nama = nama[i % 4], Nik = i == 2 ? null : $"99010101079001{i:00}", Shdk = i == 1 ? 1 : 4 })],
            },
        };
        (await berkas.SelesaikanAsync(await berkas.SiapRegistrasiAsync(), BerkasUji.DataRegistrasi())).Harus(200);
        var teks = await TeksAsync((await berkas.Loket.BacaAsync(Alamat(berkas, "salinan"))).Harus(200).Bita);
        Assert.Contains("Lembar 3 dari 3", teks, StringComparison.Ordinal);
        Assert.Contains("D\u2019ARC", teks, StringComparison.Ordinal);
        // Six of them, in as many lines as their cells need.
        Assert.InRange(teks.Count(h => h == 'W'), 6 * 60, int.MaxValue);
        var nomor = (await berkas.RincianAsync()).Json.GetProperty("agenda")[0];
        Assert.Equal("O", nomor.GetProperty("kepalaKeluarga").GetString());
    }

    private static string Alamat(BerkasUji berkas, string dokumen) => $"/api/v1/registri/permohonan/{berkas.Id}/{dokumen}";

    private async Task<(BerkasUji Berkas, Klien Sistem)> SelesaiAsync()
    {
        var id = "sistem-" + Guid.NewGuid().ToString("N");
        var berkas = new BerkasUji(layanan) { DiajukanOleh = id };
        (await berkas.SelesaikanAsync(await berkas.SiapSerahTerimaAsync(), berkas.Serah(), "Diserahkan")).Harus(200);
        return (berkas, layanan.Sistem(id, "dokumen"));
    }

    private static async Task<string> TeksAsync(byte[] pdf)
    {
        using var proses = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", "-", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var teks = proses.StandardOutput.ReadToEndAsync();
        await proses.StandardInput.BaseStream.WriteAsync(pdf);
        proses.StandardInput.Close();
        await proses.WaitForExitAsync();
        return await teks;
    }
}

/// <inheritdoc/>
public sealed class DokumenDiSqlite(RegistriSqlite layanan) : DokumenTests(layanan);

/// <inheritdoc/>
public sealed class DokumenDiPostgres(RegistriPostgres layanan) : DokumenTests(layanan);
