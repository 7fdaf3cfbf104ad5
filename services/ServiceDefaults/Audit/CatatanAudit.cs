using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Dukcapil.ServiceDefaults.Audit;

/// <summary>
/// One line of the audit journal: an act, or a read of personal data. Written in the transaction of the act and never changed. It names no person by
/// NIK or Nomor KK: <see cref="Orang"/> holds keyed hashes (<see cref="Protection.IndeksNomor"/>).
/// </summary>
public sealed class CatatanAudit
{
    /// <summary>Number in the order of writing; the chain follows it. Numbers of units of work that did not commit are missing.</summary>
    public long Nomor { get; init; }

    /// <summary>Id, given by the process that wrote it.</summary>
    public Guid Id { get; init; }

    /// <summary>When (UTC, whole microseconds).</summary>
    public DateTimeOffset Pada { get; init; }

    /// <summary>Who: <c>sub</c> of the token, or <c>sistem:</c> and the service's name.</summary>
    public required string Pelaku { get; init; }

    /// <summary>Under which authority: roles at office (<c>KASI,LOKET@9901</c>), or the scopes of a client system.</summary>
    public required string Wewenang { get; init; }

    /// <summary>On whose behalf, when not the own one: <c>PEMOHON</c>.</summary>
    public string? AtasNama { get; init; }

    /// <summary>What was done, for example <c>tugas.selesai</c> or <c>konsep.baca</c>.</summary>
    public required string Tindakan { get; init; }

    /// <summary>To what: task, attachment, user, version …; ids and codes only.</summary>
    public string? Objek { get; init; }

    /// <summary>The application, by which the persons are found (<see cref="OrangTercatat"/>).</summary>
    public Guid? PermohonanId { get; init; }

    /// <summary>What for, sealed where it is free text (<c>key id:base64</c>), else a code.</summary>
    public required string Tujuan { get; init; }

    /// <summary>From where: address and login session.</summary>
    public string? Dari { get; init; }

    /// <summary>Trace id.</summary>
    public string? Jejak { get; init; }

    /// <summary>Codes that tell more, for example the outcome of a task.</summary>
    public string? Rincian { get; init; }

    /// <summary>Keyed hashes of the persons and families whose data entered the system with this act, blanks between.</summary>
    public string? Orang { get; init; }

    /// <summary>HMAC of all of the above but <see cref="Nomor"/> (<see cref="KunciAudit"/>): a change shows even before the line is sealed.</summary>
    public string Tanda { get; internal set; } = "";

    /// <summary>Told when it has committed; not stored.</summary>
    internal Action<CatatanAudit>? SetelahTersimpan { get; set; }

    /// <summary>Whether it has committed; not stored.</summary>
    internal bool Tersimpan { get; set; }

    /// <summary>The content in one form for every process and database: each field with its length before it.</summary>
    internal byte[] Kanonik()
    {
        var isi = new ArrayBufferWriter<byte>(512);
        Tulis(isi, Id.ToString());
        var waktu = isi.GetSpan(8);
        BinaryPrimitives.WriteInt64BigEndian(waktu, Pada.UtcTicks);
        isi.Advance(8);
        foreach (var teks in (string?[])[Pelaku, Wewenang, AtasNama, Tindakan, Objek, PermohonanId?.ToString(), Tujuan, Dari, Jejak, Rincian, Orang]) Tulis(isi, teks);
        return isi.WrittenSpan.ToArray();
    }

    // Absent is something else than empty.
    private static void Tulis(ArrayBufferWriter<byte> isi, string? teks)
    {
        var panjang = teks is null ? -1 : Encoding.UTF8.GetByteCount(teks);
        var ruang = isi.GetSpan(4 + Math.Max(0, panjang));
        BinaryPrimitives.WriteInt32BigEndian(ruang, panjang);
        if (panjang > 0) Encoding.UTF8.GetBytes(teks, ruang[4..]);
        isi.Advance(4 + Math.Max(0, panjang));
    }
}

/// <summary>Finds the applications in which a person or family appears; each row repeats a word of <see cref="CatatanAudit.Orang"/>.</summary>
public sealed class OrangTercatat
{
    /// <summary>Keyed hash of a NIK or Nomor KK.</summary>
    public required string Indeks { get; init; }

    /// <summary>The line it comes from.</summary>
    public Guid CatatanId { get; init; }

    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Since when its data are here (UTC).</summary>
    public DateTimeOffset Sejak { get; init; }
}
