using Dukcapil.Kependudukan;
using Dukcapil.Registry.Cetak;
using Dukcapil.Registry.Database;
using Dukcapil.Registry.Masukan;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Books;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Agenda;

/// <summary>Writes and voids lines of the Buku Agenda.</summary>
internal sealed class PencatatAgenda(RegistryDb db, Kantor kantor, SetelanRegistri setelan)
{
    private const string Buku = "agenda";

    /// <summary>The application's unvoided line, or null.</summary>
    public Task<EntriAgenda?> BerlakuAsync(Guid permohonanId, CancellationToken cancellationToken) =>
        db.BukuAgenda.SingleOrDefaultAsync(e => e.PermohonanId == permohonanId && e.BatalPada == null, cancellationToken);

    /// <summary>Takes the next number and writes the line. Number and line live or die with the transaction.</summary>
    public async Task<EntriAgenda> CatatAsync(
        string kodeKantor, KartuTercetak kartu, TandaTanganMasuk tandaTangan, bool dicap, Petugas petugas, DateTimeOffset pada,
        CancellationToken cancellationToken)
    {
        var tahun = kantor.TahunBuku(pada);
        var urut = await db.NomorBerikutAsync(kodeKantor, Buku, tahun, cancellationToken);
        var entri = new EntriAgenda
        {
            Kantor = kodeKantor,
            Tahun = tahun,
            Urut = urut,
            Nomor = PolaNomor.Isi(setelan.PolaNomorAgenda, urut, tahun),
            PermohonanId = kartu.PermohonanId,
            Tanggal = kantor.TanggalPada(pada),
            NomorKkTersegel = kartu.NomorKkTersegel,
            KepalaKeluargaTersegel = kartu.KepalaKeluargaTersegel,
            Jenis = kartu.Jenis,
            TanggalTerbit = kantor.TanggalPada(tandaTangan.Pada),
            PenandaTangan = tandaTangan.NamaPetugas,
            Cara = tandaTangan.Cara,
            CapPada = dicap ? pada : null,
            CapOleh = dicap ? petugas.Nama : null,
            Petugas = petugas.Id,
            NamaPetugas = petugas.Nama,
            Pada = pada,
        };
        db.BukuAgenda.Add(entri);
        return entri;
    }

    /// <summary>Voids the application's line, if it has one.</summary>
    public async Task BatalkanAsync(Guid permohonanId, string sebab, DateTimeOffset pada, CancellationToken cancellationToken)
    {
        if (await BerlakuAsync(permohonanId, cancellationToken) is { } entri) (entri.BatalPada, entri.SebabBatal) = (pada, sebab);
    }
}
