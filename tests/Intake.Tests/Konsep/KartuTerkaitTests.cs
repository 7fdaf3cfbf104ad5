using System.Text.Json.Nodes;
using Dukcapil.Contracts;
using Dukcapil.Intake.Tests.Peranti;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Intake.Tests.Konsep;

/// <summary>SOP step 2 of a split: the card of origin is entered, checked, shown and handed on together with the new one.</summary>
public sealed class KartuTerkaitTests(LayananLoket layanan) : IClassFixture<LayananLoket>
{
    private const string NomorAsal = "9901010101150009";

    [Fact]
    public async Task A_split_changes_both_cards_in_one_konsep()
    {
        var (id, tugas) = await EntriAsync();
        var jawaban = (await SelesaikanAsync(tugas, Terkait("ASAL", NomorAsal, Orang("BAPAK CONTOH", "9901010107650001", 1)))).Harus(200).Json.GetProperty("jawaban");

        var konsep = (await layanan.Loket.BacaAsync($"/api/v1/permohonan/{id}/konsep/1")).Harus(200);
        Assert.DoesNotContain(NomorAsal, konsep.Isi, StringComparison.Ordinal);
        var asal = Assert.Single(konsep.Json.GetProperty("kartuTerkait").EnumerateArray());
        Assert.Equal(("ASAL", "BAPAK CONTOH"), (asal.GetProperty("peran").GetString(), asal.GetProperty("kartuKeluarga").GetProperty("anggota")[0].GetProperty("nama").GetString()));

        var nomor = (await layanan.Loket.KirimJsonAsync($"/api/v1/permohonan/{id}/konsep/1/ungkap", new { alasan = "Mencocokkan dengan berkas KK lama." })).Harus(200).Json;
        Assert.Equal(NomorAsal, nomor.GetProperty("kartuTerkait")[0].GetProperty("nomorKk").GetString());

        await Tunggu.SampaiAsync("konsep terkirim", () => Task.FromResult(layanan.Kurir.Terkirim.Any(t => t.Pesan is IsiKonsepTerbit k && k.PermohonanId == id)));
        var pesan = Assert.Single(layanan.Kurir.Terkirim.Select(t => t.Pesan).OfType<IsiKonsepTerbit>(), p => p.PermohonanId == id);
        var pelindung = layanan.Services.GetRequiredService<Pelindung>();
        var terkait = pelindung.Buka<IReadOnlyList<KartuTerkait>>(pesan.Terkait!);
        Assert.Equal(pesan.Hash, pelindung.Buka<KartuKeluarga>(pesan.Isi).HashKanonik(terkait));
        Assert.Equal(pesan.Hash, jawaban.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task A_correction_of_the_card_of_origin_makes_the_next_version_and_says_where()
    {
        var (id, tugas) = await EntriAsync();
        (await SelesaikanAsync(tugas, Terkait("ASAL", NomorAsal, Orang("BAPAK CONTOH", "9901010107650001", 1)))).Harus(200);
        var ulang = await layanan.TugasAsync(id, "Dukcapil.EntriDanKonsep", "Selesai");
        (await SelesaikanAsync(ulang, Terkait("ASAL", NomorAsal, Orang("BAPAK CONTOH BARU", "9901010107650001", 1)))).Harus(200);

        var beda = Assert.Single((await layanan.Loket.BacaAsync($"/api/v1/permohonan/{id}/konsep/2")).Harus(200).Json.GetProperty("perbedaan").EnumerateArray());
        Assert.Equal((0, 0, "nama", "BAPAK CONTOH BARU"), (
            beda.GetProperty("terkait").GetInt32(), beda.GetProperty("anggota").GetInt32(), beda.GetProperty("field").GetString(), beda.GetProperty("ke").GetString()));
    }

    [Fact]
    public async Task A_card_of_origin_without_a_head_holds_the_file()
    {
        var (_, tugas) = await EntriAsync();
        (await SelesaikanAsync(tugas, Terkait("ASAL", NomorAsal, Orang("BAPAK CONTOH", "9901010107650001", 9))))
            .HarusMasalah(422, "isian-tidak-sah", "data.kartuTerkait[0].kartuKeluarga.shdk").HarusMasalah(422, "isian-tidak-sah", "data.kartuTerkait");
    }

    [Fact]
    public async Task A_person_on_both_cards_holds_the_file()
    {
        var (_, tugas) = await EntriAsync();
        (await SelesaikanAsync(tugas, Terkait("ASAL", NomorAsal, Orang("BAPAK CONTOH", "9901010107650001", 1), Orang("DIMAS CONTOH", "9901011203060001", 4))))
            .HarusMasalah(422, "isian-tidak-sah", "data.kartuTerkait[0].kartuKeluarga.anggota[1].nama");
    }

    [Fact]
    public async Task A_split_without_its_origin_needs_a_note()
    {
        var (_, tugas) = await EntriAsync();
        (await SelesaikanAsync(tugas)).HarusMasalah(422, "isian-tidak-sah", "data.kartuTerkait").HarusMasalah(422, "isian-tidak-sah", "data.catatanPeringatan");
    }

    [Fact]
    public async Task What_is_no_card_is_refused_with_its_place()
    {
        var (_, tugas) = await EntriAsync();
        (await SelesaikanAsync(tugas, (JsonNode?)null)).HarusMasalah(422, "isian-tidak-sah");
        (await SelesaikanAsync(tugas, [.. Enumerable.Range(0, 6).Select(i => Terkait("TUJUAN", $"990101010115000{i}", Orang("BAPAK CONTOH", null, 1)))]))
            .HarusMasalah(422, "isian-tidak-sah", "data.kartuTerkait");
        (await SelesaikanAsync(tugas, Terkait("ASAL", NomorAsal), Terkait("LAMA", NomorAsal), Terkait("LAMA", NomorAsal)))
            .HarusMasalah(422, "isian-tidak-sah", "data.kartuTerkait");
        Assert.InRange((await SelesaikanAsync(tugas, Terkait("TETANGGA", NomorAsal))).Status, 400, 422);
    }

    [Fact]
    public async Task The_dry_run_looks_at_all_cards()
    {
        var isi = LayananLoket.Permohonan("KK_BARU_PISAH");
        isi["lampiran"] = new JsonArray("F-1.02", "KK_LAMA", "KTP_EL");
        isi["kartuKeluarga"] = Kartu(null, Orang("DIMAS CONTOH", "9901011203060001", 1));
        isi["kartuTerkait"] = new JsonArray(Terkait("ASAL", NomorAsal, Orang("BAPAK CONTOH", "9901010107650001", 9)));
        var jawaban = (await layanan.Loket.KirimJsonAsync("/api/v1/permohonan/periksa", isi)).Harus(200).Json;
        Assert.False(jawaban.GetProperty("lengkap").GetBoolean());
        Assert.Contains(jawaban.GetProperty("temuan").EnumerateArray(), t => t.GetProperty("kode").GetString() == "K02" && t.GetProperty("terkait").GetInt32() == 0);
    }

    private async Task<(Guid Id, string Tugas)> EntriAsync()
    {
        var id = (await layanan.Loket.KirimJsonAsync("/api/v1/permohonan", LayananLoket.Permohonan("KK_BARU_PISAH"))).Harus(201).Json.GetProperty("id").GetGuid();
        return (id, await layanan.TugasAsync(id, "Dukcapil.EntriDanKonsep", "Selesai"));
    }

    private Task<Jawaban> SelesaikanAsync(string tugas, params JsonNode?[] terkait) => layanan.Loket.KirimJsonAsync($"/api/v1/loket/tugas/{tugas}/selesai", new
    {
        hasil = "Selesai",
        data = new { kartuKeluarga = Kartu(null, Orang("DIMAS CONTOH", "9901011203060001", 1)), kartuTerkait = terkait },
    });

    private static JsonObject Terkait(string peran, string? nomor, params JsonNode[] anggota) => new() { ["peran"] = peran, ["kartuKeluarga"] = Kartu(nomor, anggota) };

    private static JsonObject Kartu(string? nomor, params JsonNode[] anggota) => new()
    {
        ["nomorKk"] = nomor,
        ["alamat"] = JsonNode.Parse("""
            {"jalan":"JL CONTOH 1","rt":"001","rw":"002","kodePos":"99111","kodeDesa":"99.01.01.2001","desa":"CONTOH","kecamatan":"CONTOH SATU",
             "kabupatenKota":"KABUPATEN CONTOH","provinsi":"PROVINSI CONTOH"}
            """),
        ["anggota"] = new JsonArray(anggota),
    };

    private static JsonObject Orang(string nama, string? nik, int shdk) => new()
    {
        ["nama"] = nama,
        ["nik"] = nik,
        ["jenisKelamin"] = 1,
        ["tempatLahir"] = "CONTOH",
        ["tanggalLahir"] = nama.StartsWith("DIMAS", StringComparison.Ordinal) ? "2006-03-12" : "1965-07-01",
        ["agama"] = 1,
        ["pendidikan"] = 5,
        ["pekerjaan"] = 15,
        ["golonganDarah"] = 13,
        ["statusKawin"] = 1,
        ["shdk"] = shdk,
        ["kewarganegaraan"] = "WNI",
        ["ayah"] = "KAKEK CONTOH",
        ["ibu"] = "NENEK CONTOH",
    };
}
