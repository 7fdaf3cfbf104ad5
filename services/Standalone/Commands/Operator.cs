using Dukcapil.Standalone.Demo;

namespace Dukcapil.Standalone.Commands;

/// <summary>Where an operator's command acts, and with which token: of the data folder, or given in <c>DUKCAPIL_TOKEN</c>.</summary>
/// <param name="Alamat">Origin.</param>
/// <param name="Token">Access token with role OPS.</param>
internal sealed record Operator(Uri Alamat, string Token)
{
    private const string AlamatBawaan = "http://127.0.0.1:5080", VariabelToken = "DUKCAPIL_TOKEN";

    /// <summary>Reads the options, or says what is missing.</summary>
    public static Operator? Dari(string[] args)
    {
        if (!Uri.TryCreate(args.Value("--alamat") ?? AlamatBawaan, UriKind.Absolute, out var alamat))
        {
            Console.Error.WriteLine("Nilai --alamat bukan alamat, misalnya http://127.0.0.1:5080.");
            return null;
        }
        // A distributed installation has no data folder; its tokens come from its identity provider.
        if (Environment.GetEnvironmentVariable(VariabelToken) is { Length: > 0 } token) return new Operator(alamat, token);
        if (FolderData.Buka(args) is not { } data) return null;
        using var kunci = data.ReadSigningKey();
        return new Operator(alamat, PetugasContoh.Token(kunci, "OPS"));
    }
}
