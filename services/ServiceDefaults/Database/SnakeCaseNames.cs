using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.Database;

/// <summary>Table and column names as hand-written SQL wants them: <c>buku_agenda</c>, <c>nomor_register</c>.</summary>
internal static class SnakeCaseNames
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            entity.SetTableName(Of(entity.GetTableName()!));
            foreach (var property in entity.GetProperties()) property.SetColumnName(Of(property.GetColumnName()));
            foreach (var key in entity.GetKeys()) key.SetName(Of(key.GetName()!));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Of(index.GetDatabaseName()!));
            foreach (var foreignKey in entity.GetForeignKeys()) foreignKey.SetConstraintName(Of(foreignKey.GetConstraintName()!));
        }
    }

    private static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && !char.IsUpper(name[i - 1]);
            if (startsWord) text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
