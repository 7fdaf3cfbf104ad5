using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.Database;

/// <summary>One SQL text for both databases: the schema prefix is PostgreSQL's only.</summary>
public static class SqlText
{
    /// <summary>Fills in <c>{schema}</c>.</summary>
    public static string Sql(this ServiceDb db, string text) =>
        text.Replace("{schema}", db.Database.IsNpgsql() ? db.Schema + "." : "", StringComparison.Ordinal);
}
