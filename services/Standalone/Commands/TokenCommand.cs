using Dukcapil.Standalone.Demo;

namespace Dukcapil.Standalone.Commands;

/// <summary>Access tokens for trying the API of a Standalone installation by hand.</summary>
internal sealed class TokenCommand : ICommand
{
    public string Name => "token";

    public string Usage => "token PERAN | token --klien ID  [--data FOLDER]";

    public string Summary => "mencetak token akses 12 jam: petugas contoh suatu peran, atau sistem klien";

    public async Task<int> RunAsync(string[] args)
    {
        var peran = args.Value("--klien") is { } klien ? PetugasContoh.AwalanKlien + klien
            : args.Length > 0 && !args[0].StartsWith('-') ? args[0]
            : null;
        if (peran is null)
        {
            await Console.Error.WriteLineAsync($"Sebutkan perannya, misalnya: {string.Join(", ", PetugasContoh.Semua.Select(p => p.Peran))}.");
            return 2;
        }
        if (FolderData.Buka(args) is not { } data) return 2;
        using var kunci = data.ReadSigningKey();
        Console.WriteLine(PetugasContoh.Token(kunci, peran));
        return 0;
    }
}
