using System.Globalization;
using System.Text.Json;

namespace Dukcapil.Kependudukan;

/// <summary>
/// A file of synthetic families with expected findings (JSON, snake_case; the test data of this repository are an example). Per case:
/// <c>id</c>, <c>ket</c>, <c>jenis</c>, <c>tahap</c>, <c>anggota</c>, <c>ubah</c> (changes to member i, 0-based, before checking),
/// <c>lampiran</c>, <c>nomor_kk</c>, <c>register_lain</c> (NIK → Nomor KK where it is active), <c>kk_asal</c>, <c>harap</c>. The day is
/// <c>tanggal_acuan</c> of the case or of the file. The region of <see cref="WilayahContoh"/> is registered. A case that cannot be read
/// spoils only itself.
/// </summary>
public static class BerkasPeriksa
{
    /// <summary>Rules the format cannot express: they need an address, the order of a print, an application or a full register.</summary>
    public static IReadOnlySet<string> TidakDinilai { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "K03", "A01", "A02", "J01", "J02", "J03", "G01" };

    /// <summary>Reads all cases.</summary>
    /// <exception cref="JsonException">The file as a whole is not of this format.</exception>
    public static IReadOnlyList<KasusPeriksa> Baca(Stream berkas)
    {
        using var dokumen = JsonDocument.Parse(berkas);
        var akar = dokumen.RootElement;
        if (akar.ValueKind != JsonValueKind.Object
            || !akar.TryGetProperty("kasus", out var kasus)
            || kasus.ValueKind != JsonValueKind.Array)
            throw new JsonException("berkas tidak memuat daftar 'kasus'");
        var wilayah = DaftarWilayah.Bawaan.Dengan(WilayahContoh.Desa);
        return [.. kasus.EnumerateArray().Select((k, i) => BacaKasus(k, i, akar, wilayah))];
    }

    /// <summary>Findings of a case that can be read, without <see cref="TidakDinilai"/>.</summary>
    public static IReadOnlyList<Temuan> Nilai(KasusPeriksa kasus) => kasus is { Kartu: { } kartu, Konteks: { } konteks }
        ? [.. PemeriksaKeluarga.Periksa(kartu, konteks).Where(t => !TidakDinilai.Contains(t.Kode))]
        : [];

    private static KasusPeriksa BacaKasus(JsonElement kasus, int urutan, JsonElement berkas, DaftarWilayah wilayah)
    {
        var id = $"kasus ke-{urutan + 1}";
        try
        {
            var k = new PembacaIsian(kasus);
            id = k.Teks("id") ?? id;
            var konteks = new KonteksPemeriksaan
            {
                TanggalAcuan = k.Tanggal("tanggal_acuan")
                    ?? new PembacaIsian(berkas).Tanggal("tanggal_acuan")
                    ?? throw new FormatException("tanggal_acuan tidak ada"),
                Tahap = k.Teks("tahap") switch
                {
                    null or "AJUKAN" => Tahap.Ajukan,
                    "CETAK" => Tahap.Cetak,
                    var lain => throw new FormatException($"tahap '{lain}' tidak dikenal"),
                },
                Jenis = k.Teks("jenis") is not { } kode ? null
                    : JenisPermohonan.TryParse(kode, out var jenis) ? jenis : throw new FormatException($"jenis '{kode}' tidak dikenal"),
                Lampiran = k.DaftarTeks("lampiran"),
                KkAsal = k.DaftarTeks("kk_asal"),
                Register = new RegisterLokal { KkDariNik = k.PetaTeks("register_lain") },
                Wilayah = wilayah,
            };
            var kartu = new KartuKeluarga { NomorKk = k.Teks("nomor_kk"), Anggota = BacaAnggota(k) };
            return new KasusPeriksa(id, k.Teks("ket") ?? "", kartu, konteks, BacaHarapan(k), null);
        }
        catch (Exception salah) when (salah is FormatException or InvalidOperationException or JsonException)
        {
            return new KasusPeriksa(id, "", null, null, null, salah.Message);
        }
    }

    private static List<Anggota> BacaAnggota(PembacaIsian kasus)
    {
        var anggota = kasus.Daftar("anggota").Select(a => IsianAnggota.Terapkan(new Anggota(), a)).ToList();
        foreach (var (baris, isian) in kasus.Peta("ubah"))
        {
            if (!int.TryParse(baris, NumberStyles.None, CultureInfo.InvariantCulture, out var i) || i >= anggota.Count)
                throw new FormatException($"ubah: anggota ke-{baris} tidak ada");
            anggota[i] = IsianAnggota.Terapkan(anggota[i], isian);
        }
        return anggota;
    }

    private static Dictionary<Tingkat, IReadOnlySet<string>>? BacaHarapan(PembacaIsian kasus)
    {
        if (kasus.Isi("harap") is not { } harap)
            return null;
        var tingkat = new PembacaIsian(harap);
        return new()
        {
            [Tingkat.Error] = tingkat.DaftarTeks("ERROR").ToHashSet(StringComparer.Ordinal),
            [Tingkat.Warning] = tingkat.DaftarTeks("WARNING").ToHashSet(StringComparer.Ordinal),
            [Tingkat.Info] = tingkat.DaftarTeks("INFO").ToHashSet(StringComparer.Ordinal),
        };
    }
}
