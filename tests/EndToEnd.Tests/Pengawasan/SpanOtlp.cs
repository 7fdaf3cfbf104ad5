using System.Globalization;

namespace Dukcapil.EndToEnd.Tests.Pengawasan;

/// <summary>A span as it arrives over OTLP (opentelemetry/proto/trace/v1).</summary>
/// <param name="Layanan">Resource attribute <c>service.name</c>.</param>
/// <param name="Jejak">Trace id, hexadecimal.</param>
/// <param name="Id">Span id.</param>
/// <param name="Induk">Span id of the parent; empty at a root.</param>
/// <param name="Nama">Name.</param>
/// <param name="Jenis">Kind: 1 internal, 2 server, 3 client, 4 producer, 5 consumer.</param>
/// <param name="Atribut">Attributes.</param>
/// <param name="Taut">Links: trace and span.</param>
internal sealed record SpanOtlp(
    string Layanan, string Jejak, string Id, string Induk, string Nama, int Jenis, IReadOnlyDictionary<string, string> Atribut,
    IReadOnlyList<(string Jejak, string Id)> Taut)
{
    public string? this[string atribut] => Atribut.GetValueOrDefault(atribut);

    public override string ToString() => $"{Layanan} \"{Nama}\" {Id} di bawah {(Induk.Length == 0 ? "-" : Induk)} dalam {Jejak}";

    /// <summary>Spans of an ExportTraceServiceRequest.</summary>
    public static IEnumerable<SpanOtlp> Baca(byte[] permintaan) =>
        from sumber in MedanProto.Baca(permintaan).Where(m => m.Nomor == 1)
        let layanan = Pasangan(MedanProto.Baca(sumber.Isi).Where(m => m.Nomor == 1).SelectMany(m => MedanProto.Baca(m.Isi)).Where(m => m.Nomor == 1))
            .GetValueOrDefault("service.name", "")
        from lingkup in MedanProto.Baca(sumber.Isi).Where(m => m.Nomor == 2)
        from span in MedanProto.Baca(lingkup.Isi).Where(m => m.Nomor == 2)
        select Dari(layanan, [.. MedanProto.Baca(span.Isi)]);

    private static SpanOtlp Dari(string layanan, List<MedanProto> medan) => new(
        layanan, Heksa(medan, 1), Heksa(medan, 2), Heksa(medan, 4), medan.Find(m => m.Nomor == 5).Teks, (int)medan.Find(m => m.Nomor == 6).Angka,
        Pasangan(medan.Where(m => m.Nomor == 9)), [.. medan.Where(m => m.Nomor == 13).Select(m => MedanProto.Baca(m.Isi).ToList()).Select(t => (Heksa(t, 1), Heksa(t, 2)))]);

    private static string Heksa(List<MedanProto> medan, int nomor) => medan.Find(m => m.Nomor == nomor).Heksa;

    private static Dictionary<string, string> Pasangan(IEnumerable<MedanProto> pasangan)
    {
        var atribut = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var p in pasangan)
        {
            var isi = MedanProto.Baca(p.Isi).ToList();
            var nilai = MedanProto.Baca(isi.Find(m => m.Nomor == 2).Isi).FirstOrDefault();
            atribut[isi.Find(m => m.Nomor == 1).Teks] = nilai.Nomor == 1 ? nilai.Teks : nilai.Angka.ToString(CultureInfo.InvariantCulture);
        }
        return atribut;
    }
}
