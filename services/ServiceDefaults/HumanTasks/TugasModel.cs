using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Kewenangan;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>The task table of an owning service.</summary>
public static class TugasModel
{
    /// <summary>Adds the table to the service's model.</summary>
    public static void AddTugas(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<Tugas>(tugas =>
        {
            tugas.ToTable("Tugas");
            tugas.Property(t => t.Versi).IsConcurrencyToken();
            tugas.Property(t => t.Langkah).AsJson();
            tugas.Property(t => t.Hasil).AsJson();
            tugas.Property(t => t.Fakta).AsJson();
            tugas.Property(t => t.Asal).AsJson();
            tugas.Property(t => t.FaktaSelesai).AsJson();
            tugas.Property(t => t.AtasNama).AsJson();
            tugas.HasIndex(t => t.PermohonanId);
            tugas.HasIndex(t => t.Pemegang).HasFilter("status = 0 AND pemegang IS NOT NULL");
            tugas.HasIndex(t => t.PeriksaPada).HasFilter("status = 0 AND periksa_pada IS NOT NULL");
            tugas.HasIndex(t => new { t.Status, t.DiterbitkanPada });
        });
        model.Entity<CatatanTugas>(catatan =>
        {
            catatan.ToTable("CatatanTugas");
            catatan.Property(c => c.Id).ValueGeneratedNever();
            catatan.HasIndex(c => c.TugasId);
        });
        model.AddSalinanWewenang();
    }

    /// <summary>A value that is written once and read whole: JSON text in one column, on both databases.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return property.HasConversion(
            value => JsonSerializer.Serialize(value, MessageJson.Options),
            text => JsonSerializer.Deserialize<T>(text, MessageJson.Options)!,
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => 0, value => value));
    }
}
