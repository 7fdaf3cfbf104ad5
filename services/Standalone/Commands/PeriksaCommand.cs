namespace Dukcapil.Standalone.Commands;

/// <summary>The family rules on a file, without any service.</summary>
internal sealed class PeriksaCommand : ICommand
{
    public string Name => "periksa";

    public string Usage => "periksa [--check] BERKAS";

    public string Summary => "memeriksa data keluarga dalam berkas terhadap aturan";

    public Task<int> RunAsync(string[] args) => Task.FromResult(Kependudukan.PeriksaCommand.Run(args, Console.Out));
}
