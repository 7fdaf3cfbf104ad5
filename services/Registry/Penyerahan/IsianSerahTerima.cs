using Dukcapil.Registry.Langkah;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Registry.Penyerahan;

/// <summary>What a handover needs to say.</summary>
internal static class IsianSerahTerima
{
    private const int TeksTerpanjang = 200;

    public static ProblemHttpResult? Tolak(DataSerahTerima data)
    {
        var salah = new List<(string Field, string Sebab)>();
        var hilang = data.PernyataanHilang is not null;
        if (hilang == data.KodeTandaBukti is not null)
            salah.Add(("data.kodeTandaBukti", "Isi kode tanda bukti, atau pernyataanHilang bila tanda bukti hilang; salah satu saja."));
        if (data.KodeTandaBukti is { } kode) Wajib(kode, "data.kodeTandaBukti");
        if (hilang) Wajib(data.PernyataanHilang!.Acuan, "data.pernyataanHilang.acuan");
        Wajib(data.TandaTerima, "data.tandaTerima");
        Wajib(data.Penerima?.Nama, "data.penerima.nama");
        Wajib(data.Penerima?.Identitas?.Jenis, "data.penerima.identitas.jenis");
        Wajib(data.Penerima?.Identitas?.Nomor, "data.penerima.identitas.nomor");
        if (data.Penerima?.Hubungan == HubunganPenerima.Kuasa)
        {
            Wajib(data.Penerima.SuratKuasa, "data.penerima.suratKuasa");
            if (hilang) salah.Add(("data.penerima.hubungan", "Bila tanda bukti hilang, pemohon datang sendiri."));
        }
        return salah.Count == 0 ? null : Masalah.TidakSah("Data serah terima belum lengkap atau tidak sah.", [.. salah]);

        void Wajib(string? teks, string letak)
        {
            if (teks?.Trim() is not { Length: > 0 and <= TeksTerpanjang }) salah.Add((letak, $"Wajib, 1 sampai {TeksTerpanjang} karakter."));
        }
    }
}
