using System.Globalization;
using System.Text;
using System.Text.Json;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Dukcapil.ServiceDefaults.Audit;

/// <summary>A signed head of a journal.</summary>
/// <param name="Layanan">Whose journal.</param>
/// <param name="Nomor">Number of the seal.</param>
/// <param name="Sampai">Last line under it.</param>
/// <param name="Hash">Its hash (hex).</param>
/// <param name="Pada">When (UTC).</param>
/// <param name="Kunci">Id of the signing key.</param>
/// <param name="Tanda">ECDSA P-256 with SHA-256 over the text of the fields before (base64).</param>
public sealed record KepalaTertanda(string Layanan, long Nomor, long Sampai, string Hash, DateTimeOffset Pada, string Kunci, string Tanda)
{
    /// <summary>What is signed.</summary>
    internal byte[] Isi() => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"dukcapil/audit/kepala/1\n{Layanan}\n{Nomor}\n{Sampai}\n{Hash}\n{Pada.UtcTicks}\n{Kunci}"));
}

/// <summary>
/// Keeps signed heads outside the database, so that a cut-off tail shows too: one line of JSON per head, appended to <c>{Audit:Jangkar}/{service}.jsonl</c>.
/// The folder is meant to be on another machine, where whoever administers the database cannot write.
/// </summary>
public sealed class JangkarAudit(IConfiguration configuration, ServiceIdentity identity, KunciAudit kunci, ILogger<JangkarAudit> log)
{
    private readonly string? folder = configuration["Audit:Jangkar"];
    private long tertanam = -1;

    /// <summary>Name of a journal's file.</summary>
    public static string Berkas(string folder, string layanan) => Path.Combine(folder, layanan + ".jsonl");

    /// <summary>Reads the heads of a folder.</summary>
    public static IReadOnlyList<KepalaTertanda> Baca(string folder, string layanan) => File.Exists(Berkas(folder, layanan))
        ? [.. File.ReadLines(Berkas(folder, layanan)).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<KepalaTertanda>(l, MessageJson.Options)!)]
        : [];

    /// <summary>Anchors a head, once. What fails is tried again with the next one.</summary>
    internal async Task TanamAsync(SegelAudit segel, CancellationToken cancellationToken)
    {
        if (segel.Nomor == tertanam) return;
        if (folder is null || !kunci.DapatMenandai)
        {
            if (tertanam < 0) log.LogWarning("Heads of the audit journal are not anchored: Audit:Jangkar or Audit:Penanda is not set");
            tertanam = segel.Nomor;
            return;
        }
        var kepala = new KepalaTertanda(identity.Name, segel.Nomor, segel.Sampai, Convert.ToHexStringLower(segel.Hash), segel.Pada, kunci.IdPenanda!, "");
        kepala = kepala with { Tanda = kunci.Tandai(kepala.Isi()) };
        try
        {
            Directory.CreateDirectory(folder);
            // Opened anew each time: the file may have been moved to where nobody deletes it. A line is written at once or not at all.
            await using var berkas = new FileStream(Berkas(folder, identity.Name), FileMode.Append, FileAccess.Write, FileShare.ReadWrite, 1);
            await berkas.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(kepala, MessageJson.Options) + "\n"), cancellationToken);
#pragma warning disable CA1849 // Only the synchronous overload reaches the disk itself, not just the operating system.
            berkas.Flush(flushToDisk: true);
#pragma warning restore CA1849
            tertanam = segel.Nomor;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogError(e, "Head {Number} of the audit journal could not be anchored", segel.Nomor);
        }
    }
}
