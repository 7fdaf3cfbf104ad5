using System.Security.Cryptography;
using Dukcapil.Standalone.Hosting;

namespace Dukcapil.Standalone.Commands;

/// <summary>Where an operator's command acts, and how it gets its token: given in <c>DUKCAPIL_TOKEN</c>, or asked for with a key.</summary>
/// <param name="Alamat">Origin.</param>
/// <param name="TokenAsync">Access token with role or scope of operators; asked anew for each use, because tokens last minutes.</param>
internal sealed record Operator(Uri Alamat, Func<Task<string>> TokenAsync)
{
    /// <summary>Where Standalone listens when nothing else is said.</summary>
    public const string AlamatBawaan = "http://127.0.0.1:5080";

    private const string VariabelToken = "DUKCAPIL_TOKEN";

    /// <summary>Reads the options, or says what is missing.</summary>
    public static Operator? Dari(string[] args) => Dari(args, TokenKlien.OpsAsync, data => data.ReadOperatorKey());

    /// <summary>The same for who reads the audit journal: another key.</summary>
    public static Operator? Auditor(string[] args) => Dari(args, TokenKlien.AuditAsync, data => data.ReadAuditorKey());

    private static Operator? Dari(string[] args, Func<Uri, Func<ECDsa>, Task<string>> minta, Func<DataFolder, ECDsa> kunci)
    {
        if (!Uri.TryCreate(args.Value("--alamat") ?? AlamatBawaan, UriKind.Absolute, out var alamat))
        {
            Console.Error.WriteLine("Nilai --alamat bukan alamat, misalnya http://127.0.0.1:5080.");
            return null;
        }
        // Another issuer's tokens come from there.
        if (Environment.GetEnvironmentVariable(VariabelToken) is { Length: > 0 } token) return new Operator(alamat, () => Task.FromResult(token));
        // A distributed installation has no data folder; deploy/make-secrets has made the key.
        if (args.Value("--kunci") is { } berkas) return new Operator(alamat, () => minta(alamat, () => Baca(berkas)));
        return FolderData.Buka(args) is { } data ? new Operator(alamat, () => minta(alamat, () => kunci(data))) : null;
    }

    private static ECDsa Baca(string berkas)
    {
        var kunci = ECDsa.Create();
        kunci.ImportFromPem(File.ReadAllText(berkas));
        return kunci;
    }
}
