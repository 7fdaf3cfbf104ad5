using System.Diagnostics;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Microsoft.AspNetCore.Http;

namespace Dukcapil.ServiceDefaults.Audit;

/// <summary>
/// Writes the audit journal. A unit of work calls <see cref="Catat"/> beside what it changes, and the line commits with it; an endpoint that only reads
/// declares <see cref="TercatatEndpoint.Dicatat"/>. Who, from where and in which trace come from the request.
/// </summary>
public sealed class JurnalAudit(ServiceDb db, ServiceIdentity identity, KunciAudit kunci, SaksiAudit saksi, IHttpContextAccessor accessor, TimeProvider time)
{
    /// <summary>Purpose of everything an officer does for applications.</summary>
    public const string TujuanPelayanan = "PELAYANAN";

    private const string Titipan = "dukcapil.audit";

    /// <summary>Adds a line to the unit of work.</summary>
    /// <param name="tindakan">What is done.</param>
    /// <param name="permohonan">The application.</param>
    /// <param name="objek">To what; ids and codes only.</param>
    /// <param name="rincian">Codes that tell more.</param>
    /// <param name="orang">Keyed hashes of the persons whose data enter with it.</param>
    /// <param name="pelaku">Who, when it is not the caller of the request.</param>
    /// <param name="atasNama">On whose behalf.</param>
    /// <param name="tujuan">What for: a code, or a sealed text.</param>
    public CatatanAudit Catat(
        string tindakan, Guid? permohonan = null, string? objek = null, string? rincian = null, IReadOnlyCollection<string>? orang = null, Petugas? pelaku = null,
        string? atasNama = null, string tujuan = TujuanPelayanan)
    {
        var http = accessor.HttpContext;
        if (pelaku is null && http?.User.Identity?.IsAuthenticated == true) pelaku = Petugas.Dari(http.User);
        var kini = time.GetUtcNow();
        var catatan = new CatatanAudit
        {
            Id = Guid.CreateVersion7(kini),
            // PostgreSQL keeps microseconds; what is signed must be what is read back.
            Pada = new DateTimeOffset(kini.UtcTicks - (kini.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
            Pelaku = pelaku?.Id ?? (http is null ? "sistem:" + identity.Name : "tidak-dikenal"),
            Wewenang = pelaku is null ? "" : Wewenang(pelaku),
            AtasNama = atasNama,
            Tindakan = tindakan,
            Objek = objek,
            PermohonanId = permohonan,
            Tujuan = tujuan,
            Dari = http is null ? null : Dari(http),
            Jejak = Activity.Current?.TraceId.ToString(),
            Rincian = rincian,
            Orang = orang is { Count: > 0 } ? string.Join(' ', orang.Distinct(StringComparer.Ordinal)) : null,
            SetelahTersimpan = saksi.Saksikan,
        };
        catatan.Tanda = kunci.Tanda(catatan);
        if (permohonan is { } id) Telemetry.Jejak.Tentang(id);
        db.Catat(catatan);
        return catatan;
    }

    /// <summary>Adds a line that the first unit of work of this request shall take along, in whatever scope it runs.</summary>
    internal CatatanAudit Rencanakan(string tindakan, Guid? permohonan, string? objek, string tujuan)
    {
        var catatan = Catat(tindakan, permohonan, objek, tujuan: tujuan);
        accessor.HttpContext!.Items[Titipan] = catatan;
        return catatan;
    }

    /// <summary>Takes along what the endpoint of this request has declared; for units of work in a scope of their own.</summary>
    public void Ikutkan()
    {
        if (accessor.HttpContext?.Items[Titipan] is CatatanAudit { Tersimpan: false } catatan) db.Catat(catatan);
    }

    /// <summary>Writes the declared line by itself if no unit of work has taken it along.</summary>
    internal async Task TuntaskanAsync(CatatanAudit catatan, CancellationToken cancellationToken)
    {
        if (catatan.Tersimpan) return;
        db.ChangeTracker.Clear();
        db.Catat(catatan);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Nothing was done: the declared line is dropped.</summary>
    internal void Batalkan(CatatanAudit catatan) => db.TidakJadi(catatan);

    private static string Wewenang(Petugas pelaku) => pelaku.SistemLain
        ? "lingkup:" + string.Join(',', pelaku.Lingkup.Order(StringComparer.Ordinal))
        : string.Join(',', pelaku.Peran.Order(StringComparer.Ordinal)) + "@" + pelaku.Kantor;

    private static string Dari(HttpContext http)
    {
        var sesi = http.User.FindFirst(ClaimNames.Sesi)?.Value;
        return sesi is null ? $"{http.Connection.RemoteIpAddress}" : $"{http.Connection.RemoteIpAddress} sesi={sesi}";
    }
}
