using System.Diagnostics;
using Dukcapil.TestServers;

namespace Dukcapil.Standalone.Tests.Operasi;

/// <summary>The files of the repository, and programs that check some of them.</summary>
internal static class Pohon
{
    public static string Jalur(string berkas) => Repository.PathOf(berkas);

    public static string Baca(string berkas) => File.ReadAllText(Jalur(berkas));

    /// <summary>Runs a program in a folder of the repository; its output when it fails.</summary>
    public static async Task<string?> JalankanAsync(string folder, string program, params string[] argumen)
    {
        using var proses = Process.Start(new ProcessStartInfo(program, argumen) { WorkingDirectory = Jalur(folder), RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (keluar, galat) = (proses.StandardOutput.ReadToEndAsync(), proses.StandardError.ReadToEndAsync());
        await proses.WaitForExitAsync();
        return proses.ExitCode == 0 ? null : await keluar + await galat;
    }
}
