using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.Intake.Konsep;

/// <summary>What a version of the konsep says: the applied card and the other cards that change with it.</summary>
internal sealed record IsiVersiKonsep(KartuKeluarga Kartu, IReadOnlyList<KartuTerkait> Terkait)
{
    public string Hash => Kartu.HashKanonik(Terkait);

    public static IsiVersiKonsep Dari(VersiKonsep versi, Pelindung pelindung) => new(
        pelindung.BukaKolom<KartuKeluarga>(versi.KartuTersegel),
        versi.TerkaitTersegel is { } terkait ? pelindung.BukaKolom<IReadOnlyList<KartuTerkait>>(terkait) : []);

    public IReadOnlyList<Perbedaan> SejakDari(IsiVersiKonsep lama) => Perbedaan.Antara(lama.Kartu, lama.Terkait, Kartu, Terkait);

    /// <summary>With every number masked.</summary>
    public IsiVersiKonsep Tersamar() => new(Kartu.Tersamar(), [.. Terkait.Select(t => t with { KartuKeluarga = t.KartuKeluarga.Tersamar() })]);
}
