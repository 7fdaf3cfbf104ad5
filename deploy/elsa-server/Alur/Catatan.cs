using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;

namespace Dukcapil.ElsaServer.Alur;

/// <summary>An application whose workflow runs here. Elsa's instance has the same id, so that none can be started twice.</summary>
internal sealed class Permohonan
{
    public required Guid Id { get; init; }

    public required string Kantor { get; init; }

    public required string Definisi { get; init; }

    /// <summary>Whether Elsa has had an instance of it. One that is gone after that is an incident, and not begun anew.</summary>
    public bool Dimulai { get; set; }

    /// <summary>How often it was returned: a fact of the definition.</summary>
    public int JumlahPengembalian { get; set; }

    /// <summary>After the signature it can no longer be withdrawn.</summary>
    public bool Ditandatangani { get; set; }

    public required DateTimeOffset MulaiPada { get; init; }

    /// <summary>Last time something went on (UTC).</summary>
    public DateTimeOffset BergerakPada { get; set; }

    /// <summary>When instance and tasks are compared next (UTC): soon after it moved, ever more rarely while it does not.</summary>
    public DateTimeOffset PeriksaPada { get; set; }

    public DateTimeOffset? BerakhirPada { get; set; }

    /// <summary>Ended by a withdrawal that was granted.</summary>
    public bool Batal { get; set; }

    /// <summary>Code of <see cref="Temuan"/>; null: all is well.</summary>
    public string? Insiden { get; set; }

    /// <summary>What a person should know of it; never personal.</summary>
    public string? KeteranganInsiden { get; set; }

    public DateTimeOffset? InsidenPada { get; set; }

    /// <summary>Elsa's instance.</summary>
    public string InstansId => IdInstans(Id);

    public static string IdInstans(Guid permohonan) => permohonan.ToString("N");
}

/// <summary>A task that waits at its owner: one open bookmark of Elsa, announced.</summary>
internal sealed class TugasDiLuar
{
    /// <summary><c>{instance}.{bookmark}</c>.</summary>
    public required string Id { get; init; }

    public required string BookmarkId { get; init; }

    public required Guid PermohonanId { get; init; }

    /// <summary>The <see cref="TugasDiterbitkan"/> as it was sent.</summary>
    public required string Isi { get; init; }

    public required DateTimeOffset DiterbitkanPada { get; init; }

    /// <summary>The withdrawal for which its owner was asked to close it.</summary>
    public Guid? DitutupUntuk { get; set; }

    /// <summary>Whether its owner has closed it.</summary>
    public bool Tertutup { get; set; }

    /// <summary>How often this bookmark was announced under a new id, because its owner had closed it for a withdrawal that was refused.</summary>
    public int Ulangan { get; init; }

    /// <summary>Its bookmark is gone. The row stays until the application ends, so that a task that was never here is told from one that comes twice.</summary>
    public bool Usai { get; set; }

    public TugasDiterbitkan Pesan => JsonSerializer.Deserialize<TugasDiterbitkan>(Isi, MessageJson.Options)!;
}

/// <summary>A message that came, until Elsa has shown its effect.</summary>
internal sealed class Perintah
{
    public long Id { get; init; }

    public required Guid PermohonanId { get; init; }

    /// <summary>Name of the message type; <see cref="Periksa"/> for a look at the instance.</summary>
    public required string Jenis { get; init; }

    public required string Isi { get; init; }

    public required DateTimeOffset DiterimaPada { get; init; }

    /// <summary>Not before (UTC): it failed, and is tried again.</summary>
    public DateTimeOffset CobaPada { get; set; }

    public int Percobaan { get; set; }

    /// <summary>Nothing came: somebody wants to know whether instance and tasks agree.</summary>
    public const string Periksa = "Periksa";

    public T Pesan<T>()
        where T : IMessage => JsonSerializer.Deserialize<T>(Isi, MessageJson.Options)!;
}

/// <summary>A withdrawal, until it is decided.</summary>
internal sealed class Pencabutan
{
    public required Guid Id { get; init; }

    public required Guid PermohonanId { get; init; }

    public bool? Dikabulkan { get; set; }

    public required DateTimeOffset DimintaPada { get; init; }
}
