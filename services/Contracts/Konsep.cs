namespace Dukcapil.Contracts;

/// <summary>SOP step 2: Loket has made a konsep. Intake → Approval. Carries what a paraf is bound to, and no content.</summary>
public sealed record KonsepTerbit : IMessage
{
    /// <inheritdoc/>
    public required Guid PermohonanId { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public required int Versi { get; init; }

    /// <summary>SHA-256 (hex) of the canonical family data.</summary>
    public required string Hash { get; init; }

    /// <summary>Officer id of who entered the data; that person does not paraf the file.</summary>
    public required string Pengentri { get; init; }

    /// <summary>Number of WARNING findings that passed with Loket's note.</summary>
    public required int JumlahPeringatan { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset Pada { get; init; }
}

/// <summary>The content of a konsep for the print check. Intake → Registry.</summary>
public sealed record IsiKonsepTerbit : IMessage
{
    /// <inheritdoc/>
    public required Guid PermohonanId { get; init; }

    /// <summary>Version of the konsep.</summary>
    public required int Versi { get; init; }

    /// <summary>SHA-256 (hex) of the canonical family data.</summary>
    public required string Hash { get; init; }

    /// <summary>Application type.</summary>
    public required string Jenis { get; init; }

    /// <summary>Sealed JSON of <c>KartuKeluarga</c>.</summary>
    public required Terlindung Isi { get; init; }

    /// <summary>Sealed JSON list of <c>KartuTerkait</c>: the other cards the application touches; null when there are none.</summary>
    public Terlindung? Terkait { get; init; }
}

/// <summary>SOP step 2: the receipt was handed out. Intake → Registry, which later compares the code shown at handover.</summary>
public sealed record TandaBuktiTerbit : IMessage
{
    /// <inheritdoc/>
    public required Guid PermohonanId { get; init; }

    /// <summary>Number in the Buku Register.</summary>
    public required string NomorRegister { get; init; }

    /// <summary>SHA-256 (hex) of the receipt code; the code itself is not known outside Intake.</summary>
    public required string HashKode { get; init; }

    /// <summary>Sealed name of the applicant.</summary>
    public required Terlindung NamaPemohon { get; init; }

    /// <summary>Whether a representative filed.</summary>
    public required bool Wakil { get; init; }
}

/// <summary>SOP steps 3 and 4: a paraf on one version of the konsep. Approval → Registry (print needs both) and Intake (shown on the konsep).</summary>
public sealed record ParafDiberikan : IMessage
{
    /// <inheritdoc/>
    public required Guid PermohonanId { get; init; }

    /// <summary>Version of the konsep.</summary>
    public required int VersiKonsep { get; init; }

    /// <summary>Hash the paraf is bound to.</summary>
    public required string Hash { get; init; }

    /// <summary>Role that gave it.</summary>
    public required string Peran { get; init; }

    /// <summary>Officer id.</summary>
    public required string Petugas { get; init; }

    /// <summary>Officer's name as shown on the konsep, sealed.</summary>
    public required Terlindung NamaPetugas { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset Pada { get; init; }
}

/// <summary>
/// TTE: Loket has uploaded the PDF that SIAK made of a konsep. Registry → Approval, which signs it. The file itself stays in the Registry's archive; whoever
/// signs fetches it there.
/// </summary>
public sealed record BerkasSiakDiunggah : IMessage
{
    /// <inheritdoc/>
    public required Guid PermohonanId { get; init; }

    /// <summary>Id of the file in the Registry.</summary>
    public required Guid BerkasId { get; init; }

    /// <summary>Version of the konsep it shows.</summary>
    public required int VersiKonsep { get; init; }

    /// <summary>Hash of that version.</summary>
    public required string HashKonsep { get; init; }

    /// <summary>SHA-256 (hex) of the file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset Pada { get; init; }
}

/// <summary>SOP steps 3 and 4: what an officer objects to, field by field. Approval → Intake, where Loket sees it beside the field. Idempotent by <see cref="TugasId"/>.</summary>
public sealed record KoreksiDicatat : IMessage
{
    /// <inheritdoc/>
    public required Guid PermohonanId { get; init; }

    /// <summary>The task that ended in "Tidak sesuai".</summary>
    public required string TugasId { get; init; }

    /// <summary>Version of the konsep that was looked at.</summary>
    public required int VersiKonsep { get; init; }

    /// <summary>Role that objects.</summary>
    public required string Peran { get; init; }

    /// <summary>Sealed list of <see cref="CatatanIsian"/>: a remark may name a person.</summary>
    public required Terlindung Catatan { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset Pada { get; init; }
}

/// <summary>A remark on one field.</summary>
/// <param name="Anggota">0-based row of the member; null for the card itself.</param>
/// <param name="Field">JSON name, for example <c>tempatLahir</c> or <c>alamat.rt</c>.</param>
/// <param name="Catatan">What is wrong.</param>
/// <param name="Terkait">0-based index of the other card it is about; null for the card that is applied for.</param>
public sealed record CatatanIsian(int? Anggota, string Field, string Catatan, int? Terkait = null);

/// <summary>SOP step 6: the KK was signed. Approval → Registry.</summary>
public sealed record KartuKeluargaDitandatangani : IMessage
{
    /// <inheritdoc/>
    public required Guid PermohonanId { get; init; }

    /// <summary><c>MANUAL</c> or <c>TTE</c>.</summary>
    public required string Cara { get; init; }

    /// <summary>Version of the konsep whose card was signed; 0 from a sender that did not tell yet.</summary>
    public int VersiKonsep { get; init; }

    /// <summary>Officer id.</summary>
    public required string Petugas { get; init; }

    /// <summary>Signer's name as written in the Buku Agenda, sealed.</summary>
    public required Terlindung NamaPetugas { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset Pada { get; init; }

    /// <summary>TTE: what the signature made of the uploaded file.</summary>
    public BerkasDitandatangani? Berkas { get; init; }
}

/// <summary>
/// A signed file. A signature leaves the bytes of the uploaded file as they are and appends to them (incremental update, ISO 32000-1 §7.5.6), so only what
/// was appended travels.
/// </summary>
public sealed record BerkasDitandatangani
{
    /// <summary>The uploaded file.</summary>
    public required Guid BerkasId { get; init; }

    /// <summary>What was appended (bytes as base64), sealed.</summary>
    public required Terlindung Tambahan { get; init; }

    /// <summary>SHA-256 (hex) of the whole signed file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Who signed by the certificate.</summary>
    public required string Sertifikat { get; init; }
}
