using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>
/// <c>Idempotency-Key</c> on creating requests: missing → 400, the same key with another payload → 422, still in flight → 409,
/// the same again → the first answer. The first answer is stored in the transaction of its effect, so there is never one without the other.
/// </summary>
public sealed class Idempotensi(ServiceDb db, PermintaanBerjalan berjalan, TimeProvider time)
{
    /// <summary>Header name.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Runs a creating request once. <paramref name="create"/> adds its effect to the database without saving, or answers a refusal.</summary>
    public async Task<IResult> JalankanAsync<T>(
        HttpContext http, string client, string payloadHash, Func<Task<Ciptaan<T>>> create, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(create);
        if (!TryKey(http.Request, out var key)) return KunciTidakSah();
        using var lease = berjalan.Mulai(client + "\n" + key);
        if (lease is null) return Masalah.Bentrok("permintaan-sedang-berjalan", "Permintaan dengan Idempotency-Key ini sedang diproses.");
        if (await FirstAnswerAsync(http, client, key, payloadHash, cancellationToken) is { } first) return first;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ciptaan = await create();
        if (ciptaan.Penolakan is not null) return ciptaan.Penolakan;
        var catatan = Catatan(client, key, payloadHash, ciptaan, time);
        db.Idempotency.Add(catatan);
        try
        {
            await db.SaveAndCommitAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsConflict(e))
        {
            // The same key on another replica was faster: its answer is the first one.
            await transaction.RollbackAsync(cancellationToken);
            db.ChangeTracker.Clear();
            if (await FirstAnswerAsync(http, client, key, payloadHash, cancellationToken) is { } faster) return faster;
            throw;
        }
        return Answer(http, catatan);
    }

    private async Task<IResult?> FirstAnswerAsync(HttpContext http, string client, string key, string payloadHash, CancellationToken cancellationToken)
    {
        var first = await db.Idempotency.AsNoTracking().SingleOrDefaultAsync(r => r.Client == client && r.Key == key, cancellationToken);
        if (first is null) return null;
        return first.PayloadHash == payloadHash
            ? Answer(http, first)
            : KunciDipakai();
    }

    /// <summary>The first answer of a key, to be stored with its effect.</summary>
    public static IdempotencyRecord Catatan<T>(string client, string key, string payloadHash, Ciptaan<T> ciptaan, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(ciptaan);
        ArgumentNullException.ThrowIfNull(time);
        return new()
        {
            Client = client,
            Key = key,
            PayloadHash = payloadHash,
            Status = ciptaan.Status,
            Answer = JsonSerializer.Serialize(ciptaan.Jawaban, ApiJson.Options),
            Location = ciptaan.Alamat,
            CreatedAt = time.GetUtcNow(),
        };
    }

    private static ContentHttpResult Answer(HttpContext http, IdempotencyRecord first)
    {
        if (first.Location is not null) http.Response.Headers.Location = first.Location;
        return TypedResults.Text(first.Answer, "application/json", Encoding.UTF8, first.Status);
    }

    private static bool TryKey(HttpRequest request, out string key)
    {
        key = request.Headers[Header].ToString();
        return KunciSah(key);
    }

    /// <summary>Whether this can be a key.</summary>
    public static bool KunciSah(string? key) => key?.Length is > 0 and <= 200 && key.All(c => c is > ' ' and <= '~');

    /// <summary>422: the key belongs to another payload.</summary>
    public static ProblemHttpResult KunciDipakai() => Masalah.Buat(
        StatusCodes.Status422UnprocessableEntity, "idempotency-key-dipakai", "Idempotency-Key sudah dipakai",
        "Kunci ini sudah dipakai untuk permintaan dengan isi yang berbeda.");

    /// <summary>400: there is no key, or it cannot be one.</summary>
    public static ProblemHttpResult KunciTidakSah() => Masalah.Buat(
        StatusCodes.Status400BadRequest, "idempotency-key-wajib", "Idempotency-Key wajib",
        "Sertakan header Idempotency-Key: 1 sampai 200 karakter ASCII tanpa spasi, baru untuk setiap permintaan.",
        new Dictionary<string, string[]> { [Header] = ["Wajib."] });
}

/// <summary>What a creating request made.</summary>
/// <param name="Status">HTTP status of the answer.</param>
/// <param name="Jawaban">Body of the answer.</param>
/// <param name="Alamat">Address of what was created.</param>
/// <param name="Penolakan">Set when refused; the rest is empty.</param>
public sealed record Ciptaan<T>(int Status, T? Jawaban, string? Alamat = null, IResult? Penolakan = null)
{
    /// <summary>A refusal, wherever an outcome is expected.</summary>
    public static implicit operator Ciptaan<T>(ProblemHttpResult penolakan) => new(0, default, Penolakan: penolakan);
}

/// <summary>Keys of creating requests that this process is working on.</summary>
public sealed class PermintaanBerjalan
{
    private readonly ConcurrentDictionary<string, bool> keys = new();

    /// <summary>Enters a key; null when it is in flight already.</summary>
    public IDisposable? Mulai(string key) => keys.TryAdd(key, true) ? new Lease(keys, key) : null;

    private sealed class Lease(ConcurrentDictionary<string, bool> keys, string key) : IDisposable
    {
        public void Dispose() => keys.TryRemove(key, out _);
    }
}
