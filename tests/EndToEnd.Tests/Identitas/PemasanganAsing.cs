using System.Data.Common;
using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.TestServers;

namespace Dukcapil.EndToEnd.Tests.Identitas;

/// <summary>A Standalone that accepts the tokens of another issuer.</summary>
internal sealed class PemasanganAsing(PenerbitAsing penerbit) : Pemasangan
{
    private readonly string data = Path.Combine(Path.GetTempPath(), "dukcapil-asing-" + Guid.NewGuid().ToString("N"));
    private ServiceProcess? proses;

    public override IReadOnlyList<ServiceProcess> Layanan => [proses!];

    protected override ServiceProcess Pintu => proses!;

    private protected override async Task MulaiAsync()
    {
        proses = new ServiceProcess(ServiceAssembly.Find("Standalone"), penerbit.Setelan, ["layani", "--data", data]);
        await proses.StartAsync();
    }

    private protected override DbConnection BukaBasisData(string layanan) => throw new NotSupportedException();

    private protected override async ValueTask HentikanAsync()
    {
        if (proses is not null) await proses.DisposeAsync();
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
    }
}
