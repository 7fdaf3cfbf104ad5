using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.ServiceDefaults.Telemetry;

/// <summary>Messages on their way. An id of a message says when it was written.</summary>
internal sealed class PengukurPesan(ServiceIdentity identity, TimeProvider time) : IPengukur
{
    public async Task UkurAsync(IServiceProvider services, CatatanUkur catat, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<ServiceDb>();
        var layanan = new KeyValuePair<string, object?>("layanan", identity.Name);
        var outbox = db.Outbox.Where(m => m.ParkedBecause == null);
        var tertua = await outbox.OrderBy(m => m.Id).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(cancellationToken);
        catat.Tulis("dukcapil.outbox.pesan", tertua is null ? 0 : await outbox.LongCountAsync(cancellationToken), layanan);
        catat.Tulis("dukcapil.outbox.umur", tertua is { } id && MessageIds.TimeOf(id) is { } sejak ? Math.Max(0, (time.GetUtcNow() - sejak).TotalSeconds) : 0, layanan);
        catat.Tulis("dukcapil.inbox.tertahan", await db.HeldMessages.LongCountAsync(cancellationToken), layanan);
    }
}

/// <summary>Parked messages. Apart from the others: the broker may be away while the database is there.</summary>
internal sealed class PengukurGalat(ServiceIdentity identity) : IPengukur
{
    public async Task UkurAsync(IServiceProvider services, CatatanUkur catat, CancellationToken cancellationToken) => catat.Tulis(
        "dukcapil.pesan.galat", await services.GetRequiredService<IErrorQueue>().CountAsync(cancellationToken), new KeyValuePair<string, object?>("layanan", identity.Name));
}
