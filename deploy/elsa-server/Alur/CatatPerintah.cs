using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ElsaServer.Database;
using Dukcapil.ServiceDefaults.Messaging;

namespace Dukcapil.ElsaServer.Alur;

/// <summary>
/// Takes a message over, in the inbox's transaction. Elsa commits in transactions of its own, so its work is not done here: the row stays until its
/// effect is seen in Elsa, however often this process dies on the way.
/// </summary>
internal sealed class CatatPerintah<T>(AlurDb db, Pemicu pemicu, TimeProvider time) : IHandle<T>
    where T : class, IMessage
{
    public Task HandleAsync(T message, CancellationToken cancellationToken)
    {
        db.Add(new Perintah
        {
            PermohonanId = message.PermohonanId,
            Jenis = typeof(T).Name,
            Isi = JsonSerializer.Serialize(message, MessageJson.Options),
            DiterimaPada = time.GetUtcNow(),
            CobaPada = time.GetUtcNow(),
        });
        db.SetelahCommit(pemicu.Bangunkan);
        return Task.CompletedTask;
    }
}
