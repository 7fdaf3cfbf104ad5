namespace Dukcapil.Tte.Tests.Peranti;

/// <summary>A PEM file that is there as long as it is needed.</summary>
internal sealed class BerkasPem : IDisposable
{
    public BerkasPem(string isi) => File.WriteAllText(Nama, isi);

    public string Nama { get; } = Path.Combine(Path.GetTempPath(), $"dukcapil-akar-{Guid.NewGuid():N}.pem");

    public void Dispose() => File.Delete(Nama);
}
