using Dukcapil.Standalone.Hosting;

namespace Dukcapil.Standalone.Commands;

/// <summary>Where an operator's command acts, and with which token: of the data folder, or given in <c>DUKCAPIL_TOKEN</c>.</summary>
/// <param name="Alamat">Origin.</param>
/// <param name="Token">Access token with role OPS.</param>
internal sealed record Operator(Uri Alamat, string Token)
{
    /// <summary>Where Standalone listens when nothing else is said.</summary>
    public const string AlamatBawaan = "http://127.0.0.1:5080";

    private const string VariabelToken = "DUKCAPIL_TOKEN";

    /// <summary>Reads the options, or says what is missing.</summary>
    public static async Task<Operator?> DariAsync(string[] args)
    {
        if (!Uri.TryCreate(args.Value("--alamat") ?? AlamatBawaan, UriKind.Absolute, out var alamat))
        {
            await Console.Error.WriteLineAsync("Nilai --alamat bukan alamat, misalnya http://127.0.0.1:5080.");
            return null;
        }
        // A distributed installation has no data folder; its tokens come from its identity provider.
        if (Environment.GetEnvironmentVariable(VariabelToken) is { Length: > 0 } token) return new Operator(alamat, token);
        if (FolderData.Buka(args) is not { } data) return null;
        try
        {
            return new Operator(alamat, await TokenKlien.OpsAsync(alamat, data));
        }
        catch (HttpRequestException e)
        {
            await Console.Error.WriteLineAsync("Penerbit token tidak menjawab sebagaimana mestinya: " + e.Message);
            return null;
        }
    }
}
