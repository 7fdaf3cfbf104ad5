using Dukcapil.Contracts;

namespace Dukcapil.EndToEnd.Tests.Peranti;

/// <summary>
/// The distributed installation with Elsa Server (<c>deploy/elsa-server</c>) in the place of the Workflow service. Its packages are not on every feed:
/// without them nothing is started and its tests are skipped.
/// </summary>
/// <param name="peladen">Database server and broker.</param>
public sealed class ElsaPemasangan(PeladenBersama peladen) : TerdistribusiPemasangan(peladen)
{
    // Set by ./test --elsa FOLDER, which builds the host.
    private static readonly string? ProgramElsa = Environment.GetEnvironmentVariable("DUKCAPIL_TEST_ELSA");

    /// <summary>This installation; ends the calling test as skipped where there is none.</summary>
    public ElsaPemasangan Harus()
    {
        Assert.SkipWhen(ProgramElsa is null, "Elsa Server is not built: ./test --elsa FOLDER, a folder with the packages of Elsa 3.7.");
        return this;
    }

    private protected override string ProgramDari(string nama) => nama == ServiceNames.Workflow ? ProgramElsa! : base.ProgramDari(nama);

    private protected override IEnumerable<string> SkemaLain(string nama) => nama == ServiceNames.Workflow ? ["elsa"] : [];

    private protected override Task MulaiAsync() => ProgramElsa is null ? Task.CompletedTask : base.MulaiAsync();
}
