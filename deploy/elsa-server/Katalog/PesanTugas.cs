using System.Collections;
using System.Globalization;
using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace Dukcapil.ElsaServer.Katalog;

/// <summary>The message of a task, from an activity that is being executed. Id, office and time are put in when it is announced.</summary>
internal static class PesanTugas
{
    public static TugasDiterbitkan Dari(ActivityExecutionContext context, IActivity langkah, IEnumerable<string> disambungkan)
    {
        var jenis = JenisTugas.Cari(langkah.Type) ?? throw new InvalidOperationException($"Nobody serves {langkah.Type} (node {langkah.Id}).");
        var isian = context.ActivityDescriptor.Inputs.ToDictionary(
            i => i.Name, i => i.ValueGetter(langkah) is Input masukan ? context.Get(masukan.MemoryBlockReference()) : null, StringComparer.Ordinal);
        var hasil = jenis.Tersedia(disambungkan);
        return new()
        {
            PermohonanId = Guid.TryParseExact(context.WorkflowExecutionContext.Id, "N", out var permohonan)
                ? permohonan
                : throw new InvalidOperationException($"Node {langkah.Id} is a task of an office, but instance {context.WorkflowExecutionContext.Id} works for no application."),
            TugasId = "",
            Kantor = "",
            Pada = default,
            Pelayan = jenis.DilayaniOleh,
            Aktivitas = langkah.Type,
            Simpul = langkah.Id,
            Langkah = new LangkahSop
            {
                Nomor = Teks("Langkah") ?? langkah.Id,
                Kegiatan = Teks("Kegiatan") ?? langkah.Name ?? langkah.Id,
                Pelaksana = Teks("Pelaksana") ?? throw new InvalidOperationException($"Node {langkah.Id} has no pelaksana."),
                Kelengkapan = Daftar("Kelengkapan"),
                KelengkapanWajib = Daftar("KelengkapanWajib"),
                WaktuBaku = decimal.TryParse(Teks("WaktuBaku"), CultureInfo.InvariantCulture, out var menit) ? menit : 0,
                Output = Daftar("Output"),
                Keterangan = Teks("Keterangan"),
                // One outcome is a process, several are a decision; start and end of the SOP are declared by the catalogue.
                Simbol = jenis.Simbol == "kapsul" ? jenis.Simbol : hasil.Count > 1 ? "belahKetupat" : "kotak",
                TenggatMenit = int.TryParse(Teks("TenggatMenit"), CultureInfo.InvariantCulture, out var tenggat) && tenggat > 0 ? tenggat : null,
                PeranEskalasi = Teks("PeranEskalasi"),
            },
            Cara = Teks("Cara"),
            Hasil = hasil,
            Fakta = FaktaAlur.Baca(context),
            Asal = context.WorkflowInput.TryGetValue(TugasDukcapil.Asal, out var asal) && asal is string json
                ? JsonSerializer.Deserialize<AsalTugas>(json, MessageJson.Options)
                : null,
        };

        object? Isi(string nama) => isian.TryGetValue(nama, out var isi) ? isi : null;

        string? Teks(string nama) => Isi(nama) switch
        {
            null or "" => null,
            string teks => teks,
            IConvertible nilai => Convert.ToString(nilai, CultureInfo.InvariantCulture),
            _ => null,
        };

        List<string> Daftar(string nama) => Isi(nama) switch
        {
            null or "" => [],
            string teks => teks.StartsWith('[') ? JsonSerializer.Deserialize<List<string>>(teks)! : [teks],
            IEnumerable banyak => [.. banyak.Cast<object?>().Select(b => Convert.ToString(b, CultureInfo.InvariantCulture) ?? "")],
            _ => [],
        };
    }
}
