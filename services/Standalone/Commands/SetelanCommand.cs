using Dukcapil.Standalone.Setelan;

namespace Dukcapil.Standalone.Commands;

/// <summary>Settings and metrics, as documented.</summary>
internal sealed class SetelanCommand : ICommand
{
    public string Name => "setelan";

    public string Usage => "setelan [--check BERKAS | --tulis BERKAS]";

    public string Summary => "mencetak semua setelan dengan nilai bawaannya, atau memeriksa dan memperbarui tabelnya (dan tabel metrik) dalam dokumen";

    public async Task<int> RunAsync(string[] args)
    {
        if (args.Value("--tulis") is { } berkas)
        {
            await File.WriteAllTextAsync(berkas, TabelOperasi.Sisipkan(await File.ReadAllTextAsync(berkas)));
            return 0;
        }
        if (args.Value("--check") is { } diperiksa)
        {
            if (await File.ReadAllTextAsync(diperiksa) is var isi && TabelOperasi.Sisipkan(isi) == isi) return 0;
            await Console.Error.WriteLineAsync($"{diperiksa} tidak sesuai lagi; perbarui dengan: -- setelan --tulis {diperiksa}");
            return 1;
        }
        foreach (var baris in TabelOperasi.Setelan) Console.WriteLine($"{baris[0].Replace("`", "", StringComparison.Ordinal)} = {baris[2]}");
        return 0;
    }
}
