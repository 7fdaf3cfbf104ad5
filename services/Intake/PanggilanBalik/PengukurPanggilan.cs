using Dukcapil.Intake.Database;
using Dukcapil.ServiceDefaults.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.PanggilanBalik;

/// <summary>Call-backs that are still to be made, and those given up.</summary>
internal sealed class PengukurPanggilan : IPengukur
{
    public async Task UkurAsync(IServiceProvider services, CatatanUkur catat, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<IntakeDb>();
        catat.Tulis("dukcapil.panggilan.menunggu", await db.Panggilan.LongCountAsync(p => p.Status == StatusPanggilan.Menunggu, cancellationToken));
        catat.Tulis("dukcapil.panggilan.gagal", await db.Panggilan.LongCountAsync(p => p.Status == StatusPanggilan.Gagal, cancellationToken));
    }
}
