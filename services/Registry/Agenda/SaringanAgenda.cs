using Dukcapil.Kependudukan;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Agenda;

/// <summary>Which lines: a year, or one day of it, or one type.</summary>
/// <param name="Tahun">Year of the book; this year when left out.</param>
/// <param name="Tanggal">One day of the office's calendar.</param>
/// <param name="Jenis">One application type.</param>
internal sealed record SaringanAgenda(int? Tahun, DateOnly? Tanggal, string? Jenis)
{
    public IQueryable<EntriAgenda> Saring(RegistryDb db, Kantor kantor, TimeProvider time, HttpContext http)
    {
        var (petugas, tahun) = (Petugas.Dari(http.User), Tahun ?? Tanggal?.Year ?? kantor.TahunBuku(time.GetUtcNow()));
        var entri = db.BukuAgenda.AsNoTracking().Where(e => e.Tahun == tahun);
        entri = petugas.SistemLain ? entri.Where(e => db.Terlihat(petugas).Contains(e.PermohonanId)) : entri.Where(e => e.Kantor == petugas.Kantor);
        if (Tanggal is { } hari) entri = entri.Where(e => e.Tanggal == hari);
        return Jenis is { } jenis ? entri.Where(e => e.Jenis == jenis) : entri;
    }
}
