using System.Text.RegularExpressions;
using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Aliran;

/// <summary>What has changed in the list since a place.</summary>
/// <param name="Penanda">Where the next reading goes on.</param>
/// <param name="Baris">The rows as they now are.</param>
/// <param name="TerlaluBanyak">More than can be told one by one: the list is to be read again.</param>
internal sealed record Perubahan(string Penanda, IReadOnlyList<BarisAliran> Baris, bool TerlaluBanyak);

/// <summary>
/// Follows the list by its state, not by a log of events: a place in the stream is a snapshot of the database (PostgreSQL) or a number (SQLite), and what
/// was committed after it is exactly what is new. So any replica can go on where another ended, after any time.
/// </summary>
internal static partial class PembacaAliran
{
    private const int Terbanyak = 500;
    private static readonly string Postgres = SqlResource.Read(typeof(PembacaAliran), "PembacaAliran.postgres.sql"), Sqlite = SqlResource.Read(typeof(PembacaAliran), "PembacaAliran.sqlite.sql");

    /// <summary>The place of now.</summary>
    public static async Task<string> PenandaKiniAsync(this ApprovalDb db, string kantor, CancellationToken cancellationToken) => db.Database.IsNpgsql()
        ? (await db.Database.SqlQueryRaw<string>("SELECT pg_current_snapshot()::text AS \"Value\"").ToListAsync(cancellationToken))[0]
        : (await db.PerubahanAsync(kantor, long.MaxValue.ToString(System.Globalization.CultureInfo.InvariantCulture), cancellationToken)).Penanda;

    /// <summary>What has changed since.</summary>
    public static async Task<Perubahan> PerubahanAsync(this ApprovalDb db, string kantor, string sejak, CancellationToken cancellationToken)
    {
        var baris = await db.Database.SqlQueryRaw<Baca>(db.Sql(db.Database.IsNpgsql() ? Postgres : Sqlite), kantor, sejak, Terbanyak + 1).ToListAsync(cancellationToken);
        var tugas = baris.Where(b => b.TugasId is not null).Select(b => b.Baris()).ToList();
        return new Perubahan(baris[0].Penanda, tugas.Count > Terbanyak ? [] : tugas, tugas.Count > Terbanyak);
    }

    /// <summary>Whether a client's <c>Last-Event-ID</c> is a place of ours.</summary>
    public static bool PenandaSah(bool postgres, string teks) => postgres ? Snapshot().IsMatch(teks) : Nomor().IsMatch(teks);

    [GeneratedRegex(@"^\d{1,18}:\d{1,18}:(\d{1,18}(,\d{1,18}){0,1000})?$")]
    private static partial Regex Snapshot();

    [GeneratedRegex(@"^\d{1,18}$")]
    private static partial Regex Nomor();

    private sealed record Baca
    {
        public required string Penanda { get; init; }
        public string? TugasId { get; init; }
        public Guid? PermohonanId { get; init; }
        public string? Aktivitas { get; init; }
        public string? Nomor { get; init; }
        public string? Peran { get; init; }
        public string? PeranEskalasi { get; init; }
        public int? Versi { get; init; }
        public int? Status { get; init; }
        public string? Pemegang { get; init; }
        public int? Prioritas { get; init; }
        public bool? Terlambat { get; init; }
        public int? JumlahCatatan { get; init; }

        public BarisAliran Baris() => new(
            TugasId!, PermohonanId!.Value, Aktivitas!, Nomor!, Peran!, PeranEskalasi, Versi!.Value, (StatusTugas)Status!.Value, Pemegang,
            (PrioritasTugas)Prioritas!.Value, Terlambat!.Value, JumlahCatatan!.Value);
    }
}
