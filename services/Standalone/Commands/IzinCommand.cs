using Dukcapil.Standalone.Hosting;
using Dukcapil.Standalone.Izin;

namespace Dukcapil.Standalone.Commands;

/// <summary>Who may do what, as the endpoints declare it.</summary>
internal sealed class IzinCommand : ICommand
{
    public string Name => "izin";

    public string Usage => "izin [--check BERKAS | --tulis BERKAS]";

    public string Summary => "mencetak tabel operasi dan siapa yang boleh, atau memeriksa dan memperbaruinya dalam dokumen";

    public async Task<int> RunAsync(string[] args)
    {
        var tabel = await BacaAsync();
        if (args.Value("--tulis") is { } berkas)
        {
            await File.WriteAllTextAsync(berkas, TabelIzin.Sisipkan(await File.ReadAllTextAsync(berkas), tabel));
            return 0;
        }
        if (args.Value("--check") is { } diperiksa)
        {
            if (await File.ReadAllTextAsync(diperiksa) is var isi && TabelIzin.Sisipkan(isi, tabel) == isi) return 0;
            await Console.Error.WriteLineAsync($"{diperiksa} tidak sesuai lagi; perbarui dengan: -- izin --tulis {diperiksa}");
            return 1;
        }
        Console.WriteLine(tabel);
        return 0;
    }

    /// <summary>The table of the services as they are built, on a folder that nobody keeps.</summary>
    internal static async Task<string> BacaAsync()
    {
        var sementara = Directory.CreateTempSubdirectory("dukcapil-izin-");
        try
        {
            await using var host = StandaloneHost.Build(new DataFolder(sementara.FullName, sementara: true), "http://127.0.0.1:0");
            return TabelIzin.Dari(host.Endpoints);
        }
        finally
        {
            sementara.Delete(recursive: true);
        }
    }
}
