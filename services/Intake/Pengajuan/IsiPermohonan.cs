using Dukcapil.Contracts;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.Intake.Pengajuan;

/// <summary>What an application tells: the facts a workflow may know, and its family data for those who may see them.</summary>
public sealed class IsiPermohonan(Pelindung pelindung)
{
    /// <summary>The facts of Intake; never anything personal.</summary>
    public Fakta Dari(Permohonan permohonan)
    {
        ArgumentNullException.ThrowIfNull(permohonan);
        return new Fakta
        {
            Jenis = permohonan.Jenis,
            Wakil = permohonan.Keadaan.Diwakilkan,
            JumlahAnggota = Kartu(permohonan)?.Anggota.Count ?? 0,
            VersiKonsep = permohonan.VersiKonsep,
        };
    }

    /// <summary>Family data as filed.</summary>
    public KartuKeluarga? Kartu(Permohonan permohonan)
    {
        ArgumentNullException.ThrowIfNull(permohonan);
        return permohonan.KartuTersegel is { } sealedCard ? pelindung.BukaKolom<KartuKeluarga>(sealedCard) : null;
    }
}
