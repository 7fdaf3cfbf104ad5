using System.Globalization;
using System.Xml;
using Dukcapil.Contracts;

namespace Dukcapil.Intake.Statistik;

/// <summary>One application as a process miner sees it.</summary>
/// <param name="PermohonanId">The case.</param>
/// <param name="Jenis">Application type.</param>
/// <param name="Langkah">Its steps.</param>
internal sealed record JejakPermohonan(Guid PermohonanId, string Jenis, IReadOnlyList<LangkahJejak> Langkah);

/// <summary>One step.</summary>
/// <param name="Nomor">Number in the SOP.</param>
/// <param name="Kegiatan">What was done.</param>
/// <param name="Peran">By which role.</param>
/// <param name="Petugas">Officer id; null for callers who may not see it.</param>
/// <param name="Status">State.</param>
/// <param name="Diterbitkan">When it came.</param>
/// <param name="Selesai">When it ended.</param>
/// <param name="Hasil">Outcome.</param>
/// <param name="KodeAlasan">Reason code of a return.</param>
/// <param name="PenangananMs">Handling time.</param>
internal sealed record LangkahJejak(
    string Nomor, string Kegiatan, string Peran, string? Petugas, StatusTugas Status, DateTimeOffset Diterbitkan, DateTimeOffset? Selesai, string? Hasil,
    string? KodeAlasan, long PenangananMs);

/// <summary>
/// An event log in XES (IEEE 1849) for process mining: a trace per application, and per step the events <c>schedule</c> and <c>complete</c> (or
/// <c>withdraw</c>, when it was closed without outcome). Nothing of applicants and families is in it. Written as it is read, so that memory stays flat.
/// </summary>
internal static class PenulisXes
{
    private const string Ruang = "http://www.xes-standard.org/";

    private static readonly (string Nama, string Awalan)[] Perluasan =
        [("Concept", "concept"), ("Lifecycle", "lifecycle"), ("Organizational", "org"), ("Time", "time")];

    public static async Task TulisAsync(Stream keluaran, IAsyncEnumerable<JejakPermohonan> jejak, CancellationToken cancellationToken)
    {
        await using var xml = XmlWriter.Create(keluaran, new XmlWriterSettings { Async = true, CloseOutput = false, CheckCharacters = false });
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "log", Ruang);
        await xml.WriteAttributeStringAsync(null, "xes.version", null, "1849-2016");
        await xml.WriteAttributeStringAsync(null, "xes.features", null, "");
        foreach (var (nama, awalan) in Perluasan)
        {
            await xml.WriteStartElementAsync(null, "extension", Ruang);
            await xml.WriteAttributeStringAsync(null, "name", null, nama);
            await xml.WriteAttributeStringAsync(null, "prefix", null, awalan);
            await xml.WriteAttributeStringAsync(null, "uri", null, $"{Ruang}{awalan}.xesext");
            await xml.WriteEndElementAsync();
        }
        await xml.WriteStartElementAsync(null, "classifier", Ruang);
        await xml.WriteAttributeStringAsync(null, "name", null, "Kegiatan");
        await xml.WriteAttributeStringAsync(null, "keys", null, "concept:name");
        await xml.WriteEndElementAsync();
        await foreach (var permohonan in jejak.WithCancellation(cancellationToken)) await JejakAsync(xml, permohonan);
        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
    }

    private static async Task JejakAsync(XmlWriter xml, JejakPermohonan permohonan)
    {
        await xml.WriteStartElementAsync(null, "trace", Ruang);
        await NilaiAsync(xml, "string", "concept:name", permohonan.PermohonanId.ToString());
        await NilaiAsync(xml, "string", "jenis", permohonan.Jenis);
        var peristiwa = permohonan.Langkah.SelectMany(l => l.Selesai is { } selesai
            ? [(l, l.Diterbitkan, Tahap: "schedule"), (l, selesai, l.Status == StatusTugas.Ditutup ? "withdraw" : "complete")]
            : new[] { (l, l.Diterbitkan, Tahap: "schedule") });
        // Steps of one application follow one another; what happened in one moment stays in the order of the steps.
        foreach (var (langkah, pada, tahap) in peristiwa.OrderBy(p => p.Item2)) await PeristiwaAsync(xml, langkah, pada, tahap);
        await xml.WriteEndElementAsync();
        await xml.FlushAsync();
    }

    private static async Task PeristiwaAsync(XmlWriter xml, LangkahJejak langkah, DateTimeOffset pada, string tahap)
    {
        await xml.WriteStartElementAsync(null, "event", Ruang);
        await NilaiAsync(xml, "string", "concept:name", $"{langkah.Nomor} {langkah.Kegiatan}");
        await NilaiAsync(xml, "string", "lifecycle:transition", tahap);
        await NilaiAsync(xml, "date", "time:timestamp", pada.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        await NilaiAsync(xml, "string", "org:role", langkah.Peran);
        if (tahap == "complete")
        {
            if (langkah.Petugas is { } petugas) await NilaiAsync(xml, "string", "org:resource", petugas);
            if (langkah.Hasil is { } hasil) await NilaiAsync(xml, "string", "hasil", hasil);
            if (langkah.KodeAlasan is { } alasan) await NilaiAsync(xml, "string", "kodeAlasan", alasan);
            await NilaiAsync(xml, "int", "penangananMs", langkah.PenangananMs.ToString(CultureInfo.InvariantCulture));
        }
        await xml.WriteEndElementAsync();
    }

    private static async Task NilaiAsync(XmlWriter xml, string jenis, string kunci, string nilai)
    {
        await xml.WriteStartElementAsync(null, jenis, Ruang);
        await xml.WriteAttributeStringAsync(null, "key", null, kunci);
        // A definition's texts are an admin's; what XML cannot hold goes.
        await xml.WriteAttributeStringAsync(null, "value", null, string.Concat(nilai.Where(XmlConvert.IsXmlChar)));
        await xml.WriteEndElementAsync();
    }
}
