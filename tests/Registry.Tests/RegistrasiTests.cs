using Dukcapil.ServiceDefaults.Books;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Dukcapil.Registry.Tests;

/// <summary>SOP step 7a to c: book, cap, sorting of the file.</summary>
public abstract class RegistrasiTests(LayananRegistri layanan)
{
    [Fact]
    public async Task Numbers_have_no_gaps_when_many_register_at_once_and_some_of_them_are_refused_or_rolled_back()
    {
        var berkas = new List<(BerkasUji Berkas, string Tugas)>();
        for (var i = 0; i < 12; i++)
        {
            var b = new BerkasUji(layanan);
            berkas.Add((b, await b.SiapRegistrasiAsync()));
        }
        var kerja = berkas.Select((b, i) => i % 3 == 2 ? GagalAsync() : b.Berkas.SelesaikanAsync(b.Tugas, BerkasUji.DataRegistrasi()));
        await Task.WhenAll(kerja);

        var urut = await layanan.DbAsync(db => db.BukuAgenda.OrderBy(e => e.Tahun).ThenBy(e => e.Urut).Select(e => new { e.Tahun, e.Urut }).ToListAsync());
        Assert.All(urut.GroupBy(u => u.Tahun), tahun => Assert.Equal(Enumerable.Range(1, tahun.Count()), tahun.Select(u => u.Urut)));

        async Task<Jawaban> GagalAsync()
        {
            // A process that dies here, or anything that rolls back, gives its number back.
            await layanan.DbAsync(async db =>
            {
                await using var transaksi = await db.Database.BeginTransactionAsync();
                return await db.NomorBerikutAsync("9901", "agenda", layanan.Jam.GetUtcNow().Year, CancellationToken.None);
            });
            return new Jawaban(500, [], null);
        }
    }

    [Fact]
    public async Task One_application_has_one_number_however_often_it_is_registered()
    {
        var berkas = new BerkasUji(layanan);
        (await berkas.SelesaikanAsync(await berkas.SiapRegistrasiAsync(), BerkasUji.DataRegistrasi())).Harus(200);
        (await berkas.SelesaikanAsync(await berkas.TugasAsync("Dukcapil.RegistrasiDanCap", "Selesai"), BerkasUji.DataRegistrasi())).Harus(200);
        Assert.Equal(1, (await berkas.RincianAsync()).Json.GetProperty("agenda").GetArrayLength());
    }

    [Fact]
    public async Task The_file_is_sorted_and_its_archive_entry_has_place_and_checksum()
    {
        var berkas = new BerkasUji(layanan);
        var tugas = await berkas.SiapRegistrasiAsync();
        var pindai = "%PDF-1.7 pindaian"u8.ToArray();
        var id = (await berkas.Loket.KirimBerkasAsync($"/api/v1/registri/tugas/{tugas}/berkas-arsip?jenis=pindaianKartu", pindai, "application/pdf")).Harus(201).Json;
        object Isian(string lokasi = "LEMARI 1", bool cap = true, object? pindaian = null, string kertas = "KK lama") => new
        {
            capDibubuhkan = cap,
            arsip = new { lokasi, pindaian },
            pilahan = new[] { new { berkas = "F-1.02", tindakan = "arsip" }, new { berkas = "BUKU_NIKAH", tindakan = "dikembalikan" }, new { berkas = kertas, tindakan = "ditarik" } },
        };
        (await berkas.SelesaikanAsync(tugas, Isian(lokasi: " "))).HarusMasalah(422, "isian-tidak-sah", "data.arsip.lokasi");
        (await berkas.SelesaikanAsync(tugas, Isian(cap: false))).HarusMasalah(422, "isian-tidak-sah", "data.capDibubuhkan");
        (await berkas.SelesaikanAsync(tugas, Isian(kertas: ""))).HarusMasalah(422, "isian-tidak-sah", "data.pilahan[2].berkas");
        (await berkas.SelesaikanAsync(tugas, Isian(pindaian: Guid.NewGuid()))).HarusMasalah(422, "isian-tidak-sah", "data.arsip.pindaian");
        (await berkas.SelesaikanAsync(tugas, Isian(pindaian: id.GetProperty("berkasId").GetGuid()))).Harus(200);
        var arsip = (await berkas.RincianAsync()).Json.GetProperty("arsip");
        Assert.Equal(("LEMARI 1", id.GetProperty("sha256").GetString()), (arsip.GetProperty("lokasi").GetString(), arsip.GetProperty("sha256").GetString()));
        Assert.Equal(["arsip", "dikembalikan", "ditarik"], arsip.GetProperty("pilahan").EnumerateArray().Select(p => p.GetProperty("tindakan").GetString()));
    }

    [Theory]
    [InlineData("400.12.2.1/{n}/{tahun}", "400.12.2.1/7/2026")]
    [InlineData("AG-{tahun}-{n:5}", "AG-2026-00007")]
    public void The_pattern_of_the_number_is_the_offices(string pola, string nomor) =>
        Assert.Equal(nomor, PolaNomor.Isi(SetelanRegistri.Dari(Setelan(pola)).PolaNomorAgenda, 7, 2026));

    [Theory]
    [InlineData("400/{n}")]
    [InlineData("400/{tahun}")]
    public void A_pattern_that_gives_two_lines_one_number_is_refused_at_start(string pola) =>
        Assert.Throws<InvalidOperationException>(() => SetelanRegistri.Dari(Setelan(pola)));

    private static ConfigurationManager Setelan(string pola) => new() { ["Registry:PolaNomorAgenda"] = pola };
}

/// <inheritdoc/>
public sealed class RegistrasiDiSqlite(RegistriSqlite layanan) : RegistrasiTests(layanan);

/// <inheritdoc/>
public sealed class RegistrasiDiPostgres(RegistriPostgres layanan) : RegistrasiTests(layanan);
