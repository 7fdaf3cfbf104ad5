using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;

namespace Dukcapil.Approval.Tte;

/// <summary>The file to sign, as the Registry told: which it is and what it shows, and not the file.</summary>
public sealed class BerkasUnggahan
{
    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>The file at the Registry.</summary>
    public Guid BerkasId { get; set; }

    /// <summary>Version of the konsep it shows.</summary>
    public int VersiKonsep { get; set; }

    /// <summary>Hash of that version.</summary>
    public required string HashKonsep { get; set; }

    /// <summary>SHA-256 (hex) of the file.</summary>
    public required string Sha256 { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset Pada { get; set; }
}

/// <summary>Keeps which file is to be signed; a later upload takes the place of the earlier.</summary>
internal sealed class CatatBerkas(ApprovalDb db) : IHandle<BerkasSiakDiunggah>
{
    public async Task HandleAsync(BerkasSiakDiunggah message, CancellationToken cancellationToken)
    {
        var berkas = await db.BerkasUnggahan.FindAsync([message.PermohonanId], cancellationToken);
        if (berkas is null) db.BerkasUnggahan.Add(berkas = new BerkasUnggahan { PermohonanId = message.PermohonanId, HashKonsep = "", Sha256 = "" });
        (berkas.BerkasId, berkas.VersiKonsep, berkas.HashKonsep, berkas.Sha256, berkas.Pada) =
            (message.BerkasId, message.VersiKonsep, message.HashKonsep, message.Sha256, message.Pada);
    }
}
