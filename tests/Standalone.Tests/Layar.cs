using Dukcapil.Standalone.Commands;

namespace Dukcapil.Standalone.Tests;

/// <summary>Runs a command line and keeps what it wrote.</summary>
internal static class Layar
{
    public static async Task<(int Kode, string Keluaran, string Kesalahan)> JalankanAsync(params string[] args)
    {
        var (lamaKeluaran, lamaKesalahan) = (Console.Out, Console.Error);
        using var keluaran = new StringWriter();
        using var kesalahan = new StringWriter();
        Console.SetOut(keluaran);
        Console.SetError(kesalahan);
        try
        {
            var kode = await CommandLine.RunAsync(args);
            return (kode, keluaran.ToString(), kesalahan.ToString());
        }
        finally
        {
            Console.SetOut(lamaKeluaran);
            Console.SetError(lamaKesalahan);
        }
    }
}
