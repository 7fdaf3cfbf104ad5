using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.Database;

/// <summary>One SQL text for both databases: the schema prefix is PostgreSQL's only.</summary>
public static class SqlText
{
    // A text is made once: thousands of units of work a second run the same few statements.
    private static readonly ConcurrentDictionary<(string Text, string Schema), string> Made = new();

    /// <summary>Fills in <c>{schema}</c>.</summary>
    public static string Sql(this ServiceDb db, string text)
    {
        ArgumentNullException.ThrowIfNull(db);
        return Made.GetOrAdd((text, db.Database.IsNpgsql() ? db.Schema + "." : ""), static t => t.Text.Replace("{schema}", t.Schema, StringComparison.Ordinal));
    }
}
