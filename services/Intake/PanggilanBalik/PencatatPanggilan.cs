using System.Text.Json;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.Pengajuan;
using Dukcapil.ServiceDefaults.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.PanggilanBalik;

/// <summary>Notes for whom something that happened is to be called. Part of the unit of work of what happened.</summary>
public sealed class PencatatPanggilan(IntakeDb db, Pelanggan pelanggan, TimeProvider time)
{
    /// <summary>Whether anybody has subscribed to anything.</summary>
    public async ValueTask<bool> AdaPelangganAsync(CancellationToken cancellationToken) => (await pelanggan.SemuaAsync(db, cancellationToken)).Count > 0;

    /// <summary>Notes it, if whoever filed the application has subscribed.</summary>
    public async Task CatatAsync(
        Permohonan permohonan, string peristiwa, DateTimeOffset pada, CancellationToken cancellationToken,
        string? langkah = null, string? pelaksana = null, string? kodeAlasan = null)
    {
        ArgumentNullException.ThrowIfNull(permohonan);
        if (!(await pelanggan.SemuaAsync(db, cancellationToken)).Contains(permohonan.DiajukanOleh)) return;
        var langganan = await db.Langganan.AsNoTracking().Where(l => l.Klien == permohonan.DiajukanOleh && l.Aktif).ToListAsync(cancellationToken);
        var data = new DataPanggilan(permohonan.Id, permohonan.Jenis, permohonan.NomorRegister, langkah, pelaksana, kodeAlasan);
        foreach (var l in langganan.Where(l => l.Peristiwa.Contains(peristiwa))) Tambah(l.Id, permohonan.Id, new(peristiwa, pada, data));
    }

    /// <summary>A trial.</summary>
    public Panggilan Uji(Guid langganan) => Tambah(langganan, null, new(PeristiwaPermohonan.Uji, time.GetUtcNow(), null));

    private Panggilan Tambah(Guid langganan, Guid? permohonan, IsiPanggilan isi)
    {
        var panggilan = new Panggilan
        {
            Id = Guid.CreateVersion7(),
            LanggananId = langganan,
            PermohonanId = permohonan,
            Peristiwa = isi.Type,
            Isi = JsonSerializer.Serialize(isi, ApiJson.Options),
            Pada = isi.Timestamp,
            BerikutPada = time.GetUtcNow(),
        };
        db.Add(panggilan);
        return panggilan;
    }
}
