using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dukcapil.ServiceDefaults.Protection;

/// <summary>
/// Seals what is under an older key anew: every text column of the model whose property says <c>Tersegel</c>. Small transactions, each value only if it is
/// still what was read, so it runs beside the service. Lines of the audit journal are never changed; for them the older keys stay in the ring.
/// </summary>
internal static class PenyegelUlang
{
    private const string Tanda = "Tersegel";
    private const int Sekaligus = 500;

    /// <summary>Runs to the end; how many values.</summary>
    public static async Task<int> KolomAsync(ServiceDb db, Pelindung pelindung, CancellationToken cancellationToken)
    {
        var banyak = 0;
        foreach (var kolom in db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(Tersegel).ToList())
        {
            // A pass follows the rows on disk; what moves behind it meanwhile is found by the next one.
            for (int bagian; (bagian = await SekaliAsync(db, kolom, pelindung, cancellationToken)) > 0;) banyak += bagian;
        }
        return banyak;
    }

    private static bool Tersegel(IProperty p) => p.ClrType == typeof(string)
        && (p.Name.Contains(Tanda, StringComparison.Ordinal) || p.PropertyInfo?.IsDefined(typeof(TersegelAttribute), inherit: false) == true);

    private static async Task<int> SekaliAsync(ServiceDb db, IProperty kolom, Pelindung pelindung, CancellationToken cancellationToken)
    {
        var postgres = db.Database.IsNpgsql();
        var (tabel, nama) = (db.Sql("{schema}") + kolom.DeclaringType.GetTableName(), kolom.GetColumnName());
        // Where a row lies: no key of ours is needed, and no index.
        var (letak, nilai, awal) = postgres ? ("ctid::text", "{0}::tid", "(0,0)") : ("CAST(rowid AS TEXT)", "CAST({0} AS INTEGER)", "0");
        var kunci = postgres ? "ctid" : "rowid";
        var baca = $"SELECT {letak} AS letak, {nama} AS isi FROM {tabel} WHERE {kunci} > {nilai} AND {nama} IS NOT NULL AND {nama} NOT LIKE {{1}} LIMIT {Sekaligus}";
        var ubah = $"UPDATE {tabel} SET {nama} = {{1}} WHERE {kunci} = {nilai} AND {nama} = {{2}}";
        var banyak = 0;
        for (var dari = awal; ;)
        {
            var lama = await db.Database.SqlQueryRaw<Nilai>(baca, dari, pelindung.Aktif + ":%").ToListAsync(cancellationToken);
            if (lama.Count == 0) return banyak;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            foreach (var n in lama) banyak += await db.Database.ExecuteSqlRawAsync(ubah, [n.Letak, pelindung.SegelUlang(n.Isi), n.Isi], cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            dari = lama[^1].Letak;
        }
    }

    private sealed record Nilai(string Letak, string Isi);
}
