using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.Audit;

/// <summary>Writes the lines of a unit of work: on PostgreSQL in the round trip that its messages take anyway, on SQLite one by one.</summary>
internal static class AuditWriter
{
    private static readonly string Insert = SqlResource.Read(typeof(AuditWriter), "InsertAudit.sql");
    private static readonly string InsertOrang = SqlResource.Read(typeof(AuditWriter), "InsertAuditOrang.sql");

    private const string InsertOne =
        "INSERT INTO audit (id, pada, pelaku, wewenang, atas_nama, tindakan, objek, permohonan_id, tujuan, dari, jejak, rincian, orang, tanda) VALUES ({0},{1},{2},{3},{4},{5},{6},{7},{8},{9},{10},{11},{12},{13})";

    public static void Write(SqlBatch batch, ServiceDb db, IReadOnlyList<CatatanAudit> catatan)
    {
        if (catatan.Count == 0) return;
        batch.Write(
            db.Sql(Insert),
            SqlValues.Uuids(catatan.Select(c => c.Id)), SqlValues.Times(catatan.Select(c => c.Pada)), SqlValues.Texts(catatan.Select(c => c.Pelaku)),
            SqlValues.Texts(catatan.Select(c => c.Wewenang)), SqlValues.Texts(catatan.Select(c => c.AtasNama)), SqlValues.Texts(catatan.Select(c => c.Tindakan)),
            SqlValues.Texts(catatan.Select(c => c.Objek)), SqlValues.Uuids(catatan.Select(c => c.PermohonanId)), SqlValues.Texts(catatan.Select(c => c.Tujuan)),
            SqlValues.Texts(catatan.Select(c => c.Dari)), SqlValues.Texts(catatan.Select(c => c.Jejak)), SqlValues.Texts(catatan.Select(c => c.Rincian)),
            SqlValues.Texts(catatan.Select(c => c.Orang)), SqlValues.Texts(catatan.Select(c => c.Tanda)));
        var orang = Orang(catatan);
        if (orang.Count == 0) return;
        batch.Write(
            db.Sql(InsertOrang),
            SqlValues.Texts(orang.Select(o => o.Indeks)), SqlValues.Uuids(orang.Select(o => o.CatatanId)), SqlValues.Uuids(orang.Select(o => o.PermohonanId)),
            SqlValues.Times(orang.Select(o => o.Sejak)));
    }

    public static async Task WriteOneByOneAsync(ServiceDb db, IReadOnlyList<CatatanAudit> catatan, CancellationToken cancellationToken)
    {
        foreach (var c in catatan)
        {
            object?[] values =
            [
                c.Id, c.Pada.UtcTicks, c.Pelaku, c.Wewenang, c.AtasNama, c.Tindakan, c.Objek, c.PermohonanId, c.Tujuan, c.Dari, c.Jejak, c.Rincian, c.Orang, c.Tanda,
            ];
            await db.Database.ExecuteSqlRawAsync(InsertOne, values!, cancellationToken);
        }
        foreach (var o in Orang(catatan))
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO audit_orang (indeks, catatan_id, permohonan_id, sejak) VALUES ({o.Indeks}, {o.CatatanId}, {o.PermohonanId}, {o.Sejak.UtcTicks})", cancellationToken);
        }
    }

    /// <summary>The rows that find lines by person.</summary>
    public static IReadOnlyList<OrangTercatat> Orang(IEnumerable<CatatanAudit> catatan) =>
    [
        .. catatan.Where(c => c is { Orang: not null, PermohonanId: not null }).SelectMany(c => c.Orang!.Split(' ').Select(indeks => new OrangTercatat
        {
            Indeks = indeks,
            CatatanId = c.Id,
            PermohonanId = c.PermohonanId!.Value,
            Sejak = c.Pada,
        })),
    ];
}
