using System.Security.Cryptography;
using Dukcapil.Identity.Database;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;

namespace Dukcapil.Identity.Kunci;

/// <summary>
/// The keys of this issuer as they stand in the database. A new signing key is published for an hour before it signs, and stays published for a day
/// after its successor has taken over: longer than any token lives. So a rotation interrupts nobody, whatever replica answers.
/// </summary>
public sealed class CincinKunci(IServiceScopeFactory scopes, Pelindung pelindung, TimeProvider time) : IDisposable
{
    /// <summary>How long a key signs.</summary>
    public static readonly TimeSpan Masa = TimeSpan.FromDays(30);

    /// <summary>Published before it signs.</summary>
    public static readonly TimeSpan TerbitDulu = TimeSpan.FromHours(1);

    /// <summary>Published after its successor has taken over; longer than refresh tokens live.</summary>
    public static readonly TimeSpan Simpan = TimeSpan.FromHours(24);

    private CancellationTokenSource berubah = new();
    private volatile Isi isi = new([], []);

    /// <summary>Signing keys, the one that signs first.</summary>
    public IReadOnlyList<KunciPenanda> Penanda => isi.Penanda;

    /// <summary>Keys that encrypt codes and refresh tokens, the newest first.</summary>
    public IReadOnlyList<SymmetricSecurityKey> Penyandi => isi.Penyandi;

    /// <summary>Fires when <see cref="Penanda"/> has become another list.</summary>
    public IChangeToken Perubahan => new CancellationChangeToken(berubah.Token);

    /// <summary>Reads the keys anew; makes those that are missing or due.</summary>
    public async Task SegarkanAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var now = time.GetUtcNow();
        var kunci = await db.Kunci.AsNoTracking().Where(k => k.Jenis != JenisKunci.DataProtection).ToListAsync(cancellationToken);
        if (!kunci.Any(k => k.Jenis == JenisKunci.Penyandi)) kunci.Add(Tambah(db, JenisKunci.Penyandi, RandomNumberGenerator.GetBytes(32), now, now));
        var penanda = kunci.Where(k => k.Jenis == JenisKunci.Penanda).ToList();
        if (penanda.Count == 0) kunci.Add(TambahPenanda(db, now, now));
        else if (penanda.Max(k => k.BerlakuSejak) + Masa - TerbitDulu <= now) kunci.Add(TambahPenanda(db, now, now + TerbitDulu));
        await db.SaveChangesAsync(cancellationToken);
        Pakai(kunci, now);
    }

    /// <summary>Makes a new signing key now, out of turn. <paramref name="segera"/>: it signs at once, for when the present one may be known to others.</summary>
    public async Task<KunciPenanda> RotasiAsync(bool segera, CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
            var now = time.GetUtcNow();
            var baru = TambahPenanda(db, now, segera ? now : now + TerbitDulu);
            await db.SaveChangesAsync(cancellationToken);
            await SegarkanAsync(cancellationToken);
            return Penanda.Single(k => k.Id == baru.Id);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => berubah.Dispose();

    private void Pakai(List<KunciTersimpan> kunci, DateTimeOffset now)
    {
        var urut = kunci.Where(k => k.Jenis == JenisKunci.Penanda).OrderByDescending(k => k.BerlakuSejak).ThenBy(k => k.Id, StringComparer.Ordinal).ToList();
        var menanda = urut.FirstOrDefault(k => k.BerlakuSejak <= now) ?? urut[^1];
        var terbit = urut.Where((k, i) => k == menanda || k.BerlakuSejak > now || urut[i - 1].BerlakuSejak + Simpan > now).OrderBy(k => k == menanda ? 0 : 1).ToList();
        if (terbit.Select(k => k.Id).SequenceEqual(isi.Penanda.Select(k => k.Id))) return;
        isi = new(
            [.. terbit.Select(k => new KunciPenanda(k.Id, Pasangan(k), k.DibuatPada, k.BerlakuSejak))],
            [.. kunci.Where(k => k.Jenis == JenisKunci.Penyandi).OrderByDescending(k => k.BerlakuSejak)
                .Select(k => new SymmetricSecurityKey(pelindung.BukaKolom<byte[]>(k.Tersegel)) { KeyId = k.Id })]);
        Interlocked.Exchange(ref berubah, new CancellationTokenSource()).Cancel();
    }

    private ECDsa Pasangan(KunciTersimpan kunci)
    {
        var pasangan = ECDsa.Create();
        pasangan.ImportPkcs8PrivateKey(pelindung.BukaKolom<byte[]>(kunci.Tersegel), out _);
        return pasangan;
    }

    private KunciTersimpan TambahPenanda(IdentityDb db, DateTimeOffset now, DateTimeOffset sejak)
    {
        using var pasangan = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Tambah(db, JenisKunci.Penanda, pasangan.ExportPkcs8PrivateKey(), now, sejak);
    }

    private KunciTersimpan Tambah(IdentityDb db, JenisKunci jenis, byte[] kunci, DateTimeOffset now, DateTimeOffset sejak)
    {
        var baru = new KunciTersimpan
        {
            Id = Guid.CreateVersion7().ToString("N"),
            Jenis = jenis,
            Tersegel = pelindung.SegelKolom(kunci),
            DibuatPada = now,
            BerlakuSejak = sejak,
        };
        db.Add(baru);
        return baru;
    }

    private sealed record Isi(IReadOnlyList<KunciPenanda> Penanda, IReadOnlyList<SymmetricSecurityKey> Penyandi);
}

/// <summary>A signing key in use or on its way in or out.</summary>
/// <param name="Id">Header <c>kid</c>.</param>
/// <param name="Pasangan">Key pair on P-256.</param>
/// <param name="DibuatPada">When it was made (UTC).</param>
/// <param name="BerlakuSejak">From when it signs (UTC).</param>
public sealed record KunciPenanda(string Id, ECDsa Pasangan, DateTimeOffset DibuatPada, DateTimeOffset BerlakuSejak);
