using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.Books;

/// <summary>The last number of one book of one office in one year.</summary>
public sealed class NomorBuku
{
    /// <summary>Office code.</summary>
    public required string Kantor { get; init; }

    /// <summary>Book, for example <c>register</c> or <c>agenda</c>.</summary>
    public required string Buku { get; init; }

    /// <summary>Year by the office's calendar.</summary>
    public int Tahun { get; init; }

    /// <summary>Last number given.</summary>
    public int Terakhir { get; init; }
}

/// <summary>Numbers of Buku Register and Buku Agenda: from 1 each year, without gaps, because the counter's row is part of the transaction that uses the number.</summary>
public static class PenomoranBuku
{
    private static readonly string Next = SqlResource.Read(typeof(NomorBuku), "NomorBuku.sql");

    /// <summary>Adds the counters to the service's model.</summary>
    public static void AddNomorBuku(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<NomorBuku>().ToTable("NomorBuku").HasKey(n => new { n.Kantor, n.Buku, n.Tahun });
    }

    /// <summary>Takes the next number. Needs an open transaction: its rollback gives the number back, and others of this book wait until its end.</summary>
    public static async Task<int> NomorBerikutAsync(this ServiceDb db, string kantor, string buku, int tahun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A book number outside a transaction would leave gaps.");
        db.SetelahCommit(() => Ukuran.NomorBuku.Add(1, new KeyValuePair<string, object?>("buku", buku)));
        return (await db.Database.SqlQueryRaw<int>(db.Sql(Next), kantor, buku, tahun).ToListAsync(cancellationToken))[0];
    }
}
