using System.Security.Cryptography;
using System.Text.Json;
using Dukcapil.Intake.Database;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Pengajuan;

/// <summary>One line of a bulk filing.</summary>
/// <param name="Kunci">Its idempotency key: 1 to 200 printable ASCII characters without blanks.</param>
/// <param name="Permohonan">The filing; its documents are attached or shown later.</param>
public sealed record BarisMassal(string Kunci, IsiPengajuan Permohonan);

/// <summary>What became of a line.</summary>
/// <param name="Baris">Its number, from 1.</param>
/// <param name="Kunci">Its key; null when it could not be read.</param>
/// <param name="Status">HTTP status that the same filing alone would have got.</param>
/// <param name="Jawaban">The answer (<see cref="PengajuanDiterima"/>), when it was accepted.</param>
/// <param name="Masalah">The refusal, when not.</param>
public sealed record HasilBaris(int Baris, string? Kunci, int Status, JsonElement? Jawaban = null, ProblemDetails? Masalah = null);

/// <summary>
/// Files many applications: those that come together share a transaction, and each is accepted or refused for itself, with the answer it would have got
/// alone. A repeated key gets its first answer.
/// </summary>
internal sealed class PengajuanMassal(IntakeDb db, PelayananPermohonan layanan, TimeProvider time)
{
    private const int Percobaan = 3;

    public async Task<IReadOnlyList<HasilBaris>> TerimaAsync(IReadOnlyList<(int Nomor, byte[] Isi)> baris, Petugas petugas, CancellationToken cancellationToken)
    {
        for (var percobaan = 1; ; percobaan++)
        {
            try
            {
                return await TerimaSekaliAsync(baris, petugas, cancellationToken);
            }
            catch (DbUpdateException e) when (DatabaseFaults.IsConflict(e) && percobaan < Percobaan)
            {
                // The same keys came by another way at this moment; their first answers can be read now.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<IReadOnlyList<HasilBaris>> TerimaSekaliAsync(IReadOnlyList<(int Nomor, byte[] Isi)> baris, Petugas petugas, CancellationToken cancellationToken)
    {
        var hasil = new List<HasilBaris>(baris.Count);
        var terbaca = new List<(int Nomor, BarisMassal Isi, string Sidik)>(baris.Count);
        foreach (var (nomor, isi) in baris)
        {
            if (Baca(nomor, isi, out var benar) is { } salah) hasil.Add(salah);
            else terbaca.Add((nomor, benar!, Convert.ToHexStringLower(SHA256.HashData(isi))));
        }
        var kunci = terbaca.Select(t => t.Isi.Kunci).ToList();
        var pertama = await db.Idempotency.AsNoTracking().Where(r => r.Client == petugas.Id && kunci.Contains(r.Key))
            .ToDictionaryAsync(r => r.Key, StringComparer.Ordinal, cancellationToken);
        foreach (var (nomor, isi, sidik) in terbaca)
        {
            if (pertama.GetValueOrDefault(isi.Kunci) is { } dahulu)
            {
                hasil.Add(dahulu.PayloadHash == sidik ? Diterima(nomor, dahulu) : Ditolak(nomor, isi.Kunci, Idempotensi.KunciDipakai()));
                continue;
            }
            var id = Guid.CreateVersion7();
            var ciptaan = layanan.Ajukan(id, isi.Permohonan, [], petugas);
            if (ciptaan.Penolakan is ProblemHttpResult penolakan)
            {
                hasil.Add(Ditolak(nomor, isi.Kunci, penolakan));
                continue;
            }
            var catatan = Idempotensi.Catatan(petugas.Id, isi.Kunci, sidik, ciptaan, time);
            db.Idempotency.Add(catatan);
            pertama.Add(isi.Kunci, catatan);
            hasil.Add(Diterima(nomor, catatan));
        }
        await db.SaveChangesAsync(cancellationToken);
        // What is filed is filed; the next lines do not have to be compared with it.
        db.ChangeTracker.Clear();
        return [.. hasil.OrderBy(h => h.Baris)];
    }

    private static HasilBaris? Baca(int nomor, byte[] isi, out BarisMassal? baris)
    {
        baris = null;
        try
        {
            baris = JsonSerializer.Deserialize<BarisMassal>(isi, ApiJson.Options);
        }
        catch (JsonException e)
        {
            return Ditolak(nomor, null, MasalahJson.Dari(e));
        }
        if (baris is null) return Ditolak(nomor, null, Masalah.TidakTerbaca("Baris ini kosong.", "$"));
        return Idempotensi.KunciSah(baris.Kunci) ? null : Ditolak(nomor, null, Idempotensi.KunciTidakSah());
    }

    private static HasilBaris Diterima(int nomor, IdempotencyRecord catatan) =>
        new(nomor, catatan.Key, catatan.Status, JsonSerializer.Deserialize<JsonElement>(catatan.Answer));

    private static HasilBaris Ditolak(int nomor, string? kunci, ProblemHttpResult masalah) => new(nomor, kunci, masalah.StatusCode, Masalah: masalah.ProblemDetails);
}
