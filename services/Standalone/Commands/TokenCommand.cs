using Dukcapil.Identity.Awal;
using Dukcapil.Standalone.Hosting;

namespace Dukcapil.Standalone.Commands;

/// <summary>Access tokens for trying the API of a Standalone installation by hand.</summary>
internal sealed class TokenCommand : ICommand
{
    public string Name => "token";

    public string Usage => "token PERAN | token --klien ID  [--alamat URL] [--data FOLDER]";

    public string Summary => "mencetak token akses 12 jam: petugas contoh suatu peran, atau sistem klien";

    public async Task<int> RunAsync(string[] args)
    {
        var peran = args.Value("--klien") is { } klien ? TokenKlien.AwalanSistem + klien
            : args.Length > 0 && !args[0].StartsWith('-') ? args[0]
            : null;
        if (peran is null)
        {
            await Console.Error.WriteLineAsync($"Sebutkan perannya, misalnya: {string.Join(", ", PetugasContoh.Semua.Select(p => p.Peran))}.");
            return 2;
        }
        if (FolderData.Buka(args) is not { } data) return 2;
        var alamat = new Uri(args.Value("--alamat") ?? Operator.AlamatBawaan);
        try
        {
            Console.WriteLine(await TokenKlien.UntukAsync(alamat, data, peran));
            return 0;
        }
        catch (HttpRequestException e)
        {
            await Console.Error.WriteLineAsync($"Tidak ada token untuk {peran} di {alamat}: {e.Message}");
            return 1;
        }
    }
}
