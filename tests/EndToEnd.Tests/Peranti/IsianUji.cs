using System.Globalization;
using System.Text.Json.Nodes;

namespace Dukcapil.EndToEnd.Tests.Peranti;

/// <summary>What applicant and officers type in, as JSON literals: synthetic, region prefix 99, valid in all family rules.</summary>
internal static class IsianUji
{
    public const string Jenis = "KK_BARU_KELUARGA_BARU";

    /// <summary>Applications of this type are signed electronically in these installations.</summary>
    public const string JenisTte = "KK_BARU_RENTAN";

    /// <summary>The smallest content that each checked attachment type may begin with.</summary>
    public static readonly byte[] Pdf = "%PDF-1.7\n% berkas uji\n"u8.ToArray();

    /// <summary>An application.</summary>
    public static JsonNode Permohonan(string jenis = Jenis) => JsonNode.Parse(
        $$"""{ "jenis": "{{jenis}}", "pemohon": { "nama": "AHMAD CONTOH", "nik": "9901010107900001", "telepon": "0800-000-001" } }""")!;

    /// <summary>Step 2, complete: both documents were shown at the counter.</summary>
    public static JsonNode Kelengkapan(string jenis = Jenis) => JsonNode.Parse(
        $$"""{ "berkas": [ { "kode": "F-1.02", "keadaan": "ada" }, { "kode": "{{(jenis == JenisTte ? "SK_PENGGANTI_IDENTITAS" : "BUKU_NIKAH")}}", "keadaan": "ada" } ] }""")!;

    /// <summary>Step 2, data entry. Another street is another version of the konsep.</summary>
    public static JsonNode Keluarga(int rumah) => JsonNode.Parse(
        $$"""
        {
          "kartuKeluarga": {
            "alamat": {
              "jalan": "JL CONTOH {{rumah}}", "rt": "001", "rw": "002", "kodePos": "99111", "kodeDesa": "99.01.01.2001", "desa": "CONTOH",
              "kecamatan": "CONTOH SATU", "kabupatenKota": "KABUPATEN CONTOH", "provinsi": "PROVINSI CONTOH"
            },
            "anggota": [
              {
                "nama": "AHMAD CONTOH", "nik": "9901010107900001", "jenisKelamin": 1, "tempatLahir": "CONTOH", "tanggalLahir": "1990-07-01", "agama": 1,
                "pendidikan": 5, "pekerjaan": 15, "golonganDarah": 13, "statusKawin": 2, "tanggalKawin": "2015-05-10", "shdk": 1,
                "kewarganegaraan": "WNI", "ayah": "BAPAK CONTOH", "ibu": "IBU CONTOH"
              },
              {
                "nama": "SITI CONTOH", "nik": "9901014308920001", "jenisKelamin": 2, "tempatLahir": "CONTOH", "tanggalLahir": "1992-08-03", "agama": 1,
                "pendidikan": 5, "pekerjaan": 2, "golonganDarah": 13, "statusKawin": 2, "tanggalKawin": "2015-05-10", "shdk": 3,
                "kewarganegaraan": "WNI", "ayah": "BAPAK DUA", "ibu": "IBU DUA"
              }
            ]
          },
          "catatanPeringatan": "Diperiksa bersama pemohon."
        }
        """)!;

    /// <summary>Steps 3 and 4: the paraf.</summary>
    public static JsonNode Paraf(int versi, bool pernahDikembalikan) => new JsonObject
    {
        ["versiKonsep"] = versi,
        ["peringatanDiketahui"] = true,
        ["tanggapan"] = pernahDikembalikan ? "Sudah diperiksa kembali." : null,
    };

    /// <summary>Step 5: the number that SIAK gave, made from a running number.</summary>
    public static JsonNode Cetak(int versi, int urut) => new JsonObject
    {
        ["nomorKk"] = "990101231126" + urut.ToString("0000", CultureInfo.InvariantCulture),
        ["versiKonsep"] = versi,
    };

    /// <summary>Step 5a, electronically: the upload and the number that SIAK gave.</summary>
    public static JsonNode Unggah(string berkasId, int versi, int urut)
    {
        var isi = Cetak(versi, urut);
        isi["berkasId"] = berkasId;
        return isi;
    }

    /// <summary>Step 7; no cap on what was signed electronically.</summary>
    public static JsonNode Registrasi(bool cap = true) => JsonNode.Parse($$"""{ "capDibubuhkan": {{(cap ? "true" : "false")}}, "arsip": { "lokasi": "LEMARI UJI 1" } }""")!;

    /// <summary>Step 8, with the code of the receipt.</summary>
    public static JsonNode SerahTerima(string kodeTandaBukti) => JsonNode.Parse(
        $$"""
        {
          "kodeTandaBukti": "{{kodeTandaBukti}}", "tandaTerima": "TT-UJI",
          "penerima": { "nama": "AHMAD CONTOH", "hubungan": "pemohon", "identitas": { "jenis": "KTP-el", "nomor": "9901010107900001" } }
        }
        """)!;
}
