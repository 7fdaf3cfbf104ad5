using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;

namespace Dukcapil.Intake.Pengajuan;

/// <summary>
/// Bulk filing: NDJSON in, NDJSON out, one result per line in the same order. Lines are taken as they come, a group at a time; results are sent when the
/// last line has been read, because many clients do not read before they have sent everything.
/// </summary>
internal static class MassalApi
{
    private const string Ndjson = "application/x-ndjson";
    private const int BarisTerbanyak = 1000, BarisTerpanjang = 64 * 1024, Kelompok = 100;

    public static void MapMassal(this RouteGroupBuilder permohonan) =>
        permohonan.MapPost("/massal", async (HttpContext http, PengajuanMassal massal, CancellationToken token) =>
        {
            if (!string.Equals(http.Request.ContentType?.Split(';')[0].Trim(), Ndjson, StringComparison.OrdinalIgnoreCase))
            {
                return Masalah.Buat(
                    StatusCodes.Status415UnsupportedMediaType, "jenis-isi", "Jenis isi tidak didukung", $"Kirim {Ndjson}: satu permohonan per baris.");
            }
            var petugas = Petugas.Dari(http.User);
            var hasil = new List<HasilBaris>();
            var kelompok = new List<(int Nomor, byte[] Isi)>(Kelompok);
            var nomor = 0;
            await foreach (var isi in BarisAsync(http.Request.BodyReader, token))
            {
                // What comes after is read and thrown away: who sends without reading shall still get the answer.
                if (++nomor > BarisTerbanyak) continue;
                if (isi is null) hasil.Add(Ditolak(nomor, $"Baris lebih dari {BarisTerpanjang / 1024} KB."));
                else kelompok.Add((nomor, isi));
                if (kelompok.Count == Kelompok) await TerimaAsync();
            }
            if (kelompok.Count > 0) await TerimaAsync();
            if (nomor > BarisTerbanyak)
                hasil.Add(Ditolak(BarisTerbanyak + 1, $"Paling banyak {BarisTerbanyak} baris dalam satu permintaan; baris ini dan sesudahnya tidak diproses."));
            return Results.Stream(body => TulisAsync(body, hasil.OrderBy(h => h.Baris), token), Ndjson);

            async Task TerimaAsync()
            {
                hasil.AddRange(await massal.TerimaAsync(kelompok, petugas, token));
                kelompok.Clear();
            }
        })
            .RequireAuthorization(Izin.Mengajukan).WithRequestLimit(RequestLimits.Pengajuan)
            .Accepts<BarisMassal>(Ndjson).Produces<HasilBaris>(StatusCodes.Status200OK, Ndjson).ProducesProblem(413).ProducesProblem(415)
            .WithSummary("Ajukan banyak permohonan sekaligus: satu permohonan per baris, satu hasil per baris");

    private static HasilBaris Ditolak(int nomor, string sebab)
    {
        var masalah = Masalah.TidakTerbaca(sebab, "$");
        return new(nomor, null, masalah.StatusCode, Masalah: masalah.ProblemDetails);
    }

    // Null for a line that is too long; empty lines count for nothing.
    private static async IAsyncEnumerable<byte[]?> BarisAsync(PipeReader reader, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        var terlaluPanjang = false;
        var selesai = false;
        while (!selesai)
        {
            var dibaca = await reader.ReadAsync(token);
            var sisa = dibaca.Buffer;
            var siap = new List<byte[]?>();
            while (sisa.PositionOf((byte)'\n') is { } akhir)
            {
                Tambah(sisa.Slice(0, akhir));
                sisa = sisa.Slice(sisa.GetPosition(1, akhir));
            }
            selesai = dibaca.IsCompleted;
            if (selesai)
            {
                Tambah(sisa);
                sisa = sisa.Slice(sisa.End);
            }
            else if (sisa.Length > BarisTerpanjang)
            {
                // The rest of it is thrown away as it comes: memory stays that of one line.
                terlaluPanjang = true;
                sisa = sisa.Slice(sisa.End);
            }
            // Given back before anybody works on the lines: whatever becomes of them, the connection stays in order.
            reader.AdvanceTo(sisa.Start, dibaca.Buffer.End);
            foreach (var baris in siap) yield return baris;

            void Tambah(ReadOnlySequence<byte> baris)
            {
                if (terlaluPanjang || baris.Length > BarisTerpanjang) siap.Add(null);
                else if (Isi(baris) is { } isi) siap.Add(isi);
                terlaluPanjang = false;
            }
        }
    }

    private static byte[]? Isi(ReadOnlySequence<byte> baris)
    {
        var isi = baris.ToArray();
        return isi.AsSpan().Trim("\r \t"u8).IsEmpty ? null : isi;
    }

    private static async Task TulisAsync(Stream body, IEnumerable<HasilBaris> hasil, CancellationToken token)
    {
        foreach (var baris in hasil)
        {
            await JsonSerializer.SerializeAsync(body, baris, ApiJson.Options, token);
            await body.WriteAsync("\n"u8.ToArray(), token);
        }
    }
}
