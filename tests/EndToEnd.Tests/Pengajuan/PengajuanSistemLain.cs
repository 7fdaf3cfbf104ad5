using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.EndToEnd.Tests.Peranti;

namespace Dukcapil.EndToEnd.Tests.Pengajuan;

/// <summary>What other systems have for filing: a look before, drafts, many at once, and lists of their own applications.</summary>
public abstract class PengajuanSistemLain(Pemasangan pemasangan)
{
    private const string Jalur = "/api/v1/permohonan";

    [Fact]
    public async Task A_dry_run_tells_what_is_missing_and_what_the_rules_find_and_stores_nothing()
    {
        var klien = pemasangan.TokenSistemBaru();
        var kartu = IsianUji.Keluarga(1)["kartuKeluarga"]!.AsObject();
        var isi = IsianUji.Permohonan().AsObject();
        isi["kartuKeluarga"] = kartu.DeepClone();
        isi["lampiran"] = new JsonArray("F-1.02", "BUKU_NIKAH");
        var baik = (await pemasangan.KirimJsonAsync($"{Jalur}/periksa", klien, isi.ToJsonString())).Harus(200);
        Assert.True(baik.Json.GetProperty("lengkap").GetBoolean(), baik.Isi);

        isi["lampiran"] = new JsonArray("F-1.02");
        isi["kartuKeluarga"]!["anggota"]![1]!["shdk"] = 1;
        var buruk = (await pemasangan.KirimJsonAsync($"{Jalur}/periksa", klien, isi.ToJsonString())).Harus(200);
        Assert.False(buruk.Json.GetProperty("lengkap").GetBoolean());
        Assert.Contains("BUKU_NIKAH", buruk.Json.GetProperty("kekurangan").ToString());
        Assert.Contains(buruk.Json.GetProperty("temuan").EnumerateArray(), t => t.GetProperty("kode").GetString() == "K02");

        isi["lampiran"] = new JsonArray("TIDAK_ADA");
        (await pemasangan.KirimJsonAsync($"{Jalur}/periksa", klien, isi.ToJsonString())).HarusMasalah(422, "isian-tidak-sah");
        Assert.Empty(await DaftarAsync(klien, "?status=diproses"));
        Assert.Empty(await DaftarAsync(klien, "?status=draf"));
    }

    [Fact]
    public async Task An_open_application_of_the_same_person_is_shown_to_those_who_may_see_it()
    {
        var (klien, lain) = (pemasangan.TokenSistemBaru(), pemasangan.TokenSistemBaru());
        var satu = (await AjukanAsync(klien)).Harus(201).Teks("id");
        var dua = (await AjukanAsync(klien)).Harus(201).Teks("id");
        var punyaLain = (await AjukanAsync(lain)).Harus(201).Teks("id");

        var serupa = (await pemasangan.BacaAsync($"{Jalur}/{dua}", klien)).Harus(200).Json.GetProperty("serupa");
        Assert.Equal(satu, Assert.Single(serupa.EnumerateArray()).GetProperty("permohonanId").GetString());
        Assert.Equal("pemohon.nik", Assert.Single(serupa[0].GetProperty("kesamaan").EnumerateArray()).GetString());
        Assert.Equal(0, (await pemasangan.BacaAsync($"{Jalur}/{punyaLain}", lain)).Harus(200).Json.GetProperty("serupa").GetArrayLength());
        var bagiLoket = (await pemasangan.BacaAsync($"{Jalur}/{dua}", pemasangan.TokenUntuk("LOKET"))).Harus(200).Json.GetProperty("serupa");
        Assert.Superset(new HashSet<string?> { satu, punyaLain }, bagiLoket.EnumerateArray().Select(s => s.GetProperty("permohonanId").GetString()).ToHashSet());

        // The family of a dry run, by the second member.
        var isi = IsianUji.Permohonan().AsObject();
        isi["pemohon"]!["nik"] = null;
        isi["kartuKeluarga"] = IsianUji.Keluarga(1)["kartuKeluarga"]!.DeepClone();
        isi["kartuKeluarga"]!["anggota"]!.AsArray().RemoveAt(0);
        Assert.Equal(0, (await pemasangan.KirimJsonAsync($"{Jalur}/periksa", klien, isi.ToJsonString())).Harus(200).Json.GetProperty("serupa").GetArrayLength());
        isi["kartuKeluarga"]!["anggota"]![0]!["nik"] = "9901010107900001";
        var periksa = (await pemasangan.KirimJsonAsync($"{Jalur}/periksa", klien, isi.ToJsonString())).Harus(200).Json.GetProperty("serupa");
        Assert.Equal(["kartuKeluarga.anggota[0].nik"], periksa[0].GetProperty("kesamaan").EnumerateArray().Select(k => k.GetString()));
    }

    [Fact]
    public async Task Documents_of_an_application_go_to_the_system_that_filed_it_and_to_no_other()
    {
        var nama = "klien:sistem-" + Guid.NewGuid().ToString("N")[..8];
        using var klien = pemasangan.Klien();
        var berkas = new Berkas(pemasangan, klien) { Pengaju = nama };
        await berkas.SampaiSelesaiAsync();
        string[] dokumen =
        [
            $"{Jalur}/{berkas.Id}/konsep/1/pdf", $"{Jalur}/{berkas.Id}/tanda-bukti",
            $"/api/v1/registri/permohonan/{berkas.Id}/salinan", $"/api/v1/registri/permohonan/{berkas.Id}/bukti-penyerahan",
        ];
        foreach (var alamat in dokumen)
        {
            Assert.Equal("application/pdf", (await pemasangan.BacaAsync(alamat, pemasangan.TokenUntuk(nama))).Harus(200).JenisIsi);
            (await pemasangan.BacaAsync(alamat, pemasangan.TokenSistemBaru())).HarusMasalah(404, "tidak-ditemukan");
            (await pemasangan.BacaAsync(alamat, pemasangan.Token.PetugasKantorLain("loket-9902", "LOKET"))).HarusMasalah(404, "tidak-ditemukan");
        }
    }

    [Fact]
    public async Task A_list_shows_each_application_once_newest_first_and_to_nobody_else()
    {
        var (klien, lain) = (pemasangan.TokenSistemBaru(), pemasangan.TokenSistemBaru());
        var diajukan = new List<string>();
        for (var i = 0; i < 5; i++) diajukan.Insert(0, (await AjukanAsync(klien)).Teks("id"));
        (await AjukanAsync(lain)).Harus(201);

        var terbaca = new List<string>();
        string? sesudah = null;
        do
        {
            var halaman = (await pemasangan.BacaAsync($"{Jalur}?batas=2" + (sesudah is null ? "" : $"&sesudah={sesudah}"), klien)).Harus(200).Json;
            terbaca.AddRange(halaman.GetProperty("permohonan").EnumerateArray().Select(p => p.GetProperty("id").GetString()!));
            // A new one comes while the list is being read: it moves nothing.
            if (sesudah is null) await AjukanAsync(klien);
            sesudah = halaman.TryGetProperty("berikut", out var berikut) ? berikut.GetString() : null;
        }
        while (sesudah is not null);
        Assert.Equal(diajukan, terbaca);

        var hariIni = DateTimeOffset.UtcNow.AddHours(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(6, (await DaftarAsync(klien, $"?jenis={IsianUji.Jenis}&dari={hariIni}&sampai={hariIni}")).Count);
        Assert.Empty(await DaftarAsync(klien, "?jenis=KK_HILANG"));
        Assert.Empty(await DaftarAsync(klien, "?sampai=2000-01-01"));
        Assert.Empty(await DaftarAsync(klien, "?nomorRegister=KK/1999/000001"));
    }

    [Theory]
    [InlineData("batas=0", "batas")]
    [InlineData("status=apa", "status")]
    [InlineData("jenis=apa", "jenis")]
    [InlineData("sesudah=***", "sesudah")]
    [InlineData("sesudah=AAAA", "sesudah")]
    [InlineData("dari=2026-02-02&sampai=2026-01-01", "sampai")]
    public async Task A_query_that_makes_no_sense_is_refused_and_named(string kueri, string nama)
    {
        var jawaban = (await pemasangan.BacaAsync($"{Jalur}?{kueri}", pemasangan.TokenSistemBaru())).HarusMasalah(400, "permintaan-tidak-terbaca");
        Assert.True(jawaban.Json.GetProperty("errors").TryGetProperty(nama, out _), jawaban.Isi);
    }

    [Fact]
    public async Task A_draft_is_put_together_bit_by_bit_and_filed_once()
    {
        var (klien, lain) = (pemasangan.TokenSistemBaru(), pemasangan.TokenSistemBaru());
        var draf = (await pemasangan.KirimJsonAsync($"{Jalur}/draf", klien, IsianUji.Permohonan(), Kunci())).Harus(201);
        var id = draf.Teks("id");
        var alamat = $"{Jalur}/draf/{id}";
        Assert.Contains("BUKU_NIKAH", draf.Json.GetProperty("kekurangan").ToString());

        // Nobody else sees it, it cannot be tracked or withdrawn, and it is in no list but that of drafts.
        (await pemasangan.BacaAsync($"{Jalur}/{id}", lain)).HarusMasalah(404, "tidak-ditemukan");
        var rincian = (await pemasangan.BacaAsync($"{Jalur}/{id}", klien)).Harus(200);
        (await pemasangan.KirimAsync(HttpMethod.Get, $"/api/v1/lacak/{rincian.Teks("kodeLacak")}")).HarusMasalah(404, "tidak-ditemukan");
        (await pemasangan.KirimJsonAsync($"{Jalur}/{id}/cabut", klien, new { alasan = "Batal." }, Kunci())).HarusMasalah(409, "belum-diajukan");
        Assert.Empty(await DaftarAsync(klien, ""));
        Assert.Equal([id], await DaftarAsync(klien, "?status=draf"));

        // Attachments; one is taken away again.
        var lampiran = (await LampirkanAsync(alamat, klien, "BUKU_NIKAH", "KK_LAMA")).Harus(201);
        Assert.Equal(["BUKU_NIKAH", "KK_LAMA"], lampiran.Json.GetProperty("lampiran").EnumerateArray().Select(l => l.GetString()));
        (await LampirkanAsync(alamat, lain, "KTP_EL")).HarusMasalah(404, "tidak-ditemukan");
        var berkas = (await pemasangan.BacaAsync($"{Jalur}/{id}", klien)).Json.GetProperty("lampiran").EnumerateArray().Single(l => l.GetProperty("kode").GetString() == "KK_LAMA");
        (await pemasangan.KirimAsync(HttpMethod.Delete, $"{alamat}/lampiran/{berkas.GetProperty("id").GetString()}", klien)).Harus(204);

        // Changed on the version that was read, not on another.
        using var tanpa = Isi("KK_HILANG");
        (await pemasangan.KirimAsync(HttpMethod.Put, alamat, klien, tanpa)).HarusMasalah(428, "if-match-wajib");
        (await GantiAsync(alamat, klien, "\"1\"", "KK_HILANG")).HarusMasalah(412, "versi-lain");
        (await GantiAsync(alamat, klien, "\"3\"", "KK_HILANG")).Harus(200);

        var diajukan = (await pemasangan.KirimAsync(HttpMethod.Post, $"{alamat}/ajukan", klien, null, Kunci())).Harus(200);
        Assert.Equal(id, diajukan.Teks("id"));
        Assert.Equal("KK_HILANG", diajukan.Teks("jenis"));
        (await pemasangan.KirimAsync(HttpMethod.Post, $"{alamat}/ajukan", klien, null, Kunci())).HarusMasalah(409, "sudah-diajukan");
        (await GantiAsync(alamat, klien, "\"4\"", IsianUji.Jenis)).HarusMasalah(409, "sudah-diajukan");
        (await LampirkanAsync(alamat, klien, "KTP_EL")).HarusMasalah(409, "sudah-diajukan");
        await Tunggu.SampaiAsync("draf yang diajukan sampai di loket", async () =>
            (await pemasangan.BacaAsync($"{Jalur}/{id}", klien)).Json.GetProperty("posisi").EnumerateArray().Any(p => p.GetProperty("peran").GetString() == "LOKET"));
    }

    [Fact]
    public async Task A_draft_that_is_deleted_is_gone()
    {
        var klien = pemasangan.TokenSistemBaru();
        var id = (await pemasangan.KirimJsonAsync($"{Jalur}/draf", klien, IsianUji.Permohonan(), Kunci())).Harus(201).Teks("id");
        (await pemasangan.KirimAsync(HttpMethod.Delete, $"{Jalur}/draf/{id}", klien)).HarusMasalah(428, "if-match-wajib");
        (await pemasangan.KirimAsync(HttpMethod.Delete, $"{Jalur}/draf/{id}", klien, cocok: "\"1\"")).Harus(204);
        (await pemasangan.BacaAsync($"{Jalur}/{id}", klien)).HarusMasalah(404, "tidak-ditemukan");
        Assert.Empty(await DaftarAsync(klien, "?status=draf"));
    }

    [Fact]
    public async Task Many_are_filed_in_one_call_each_with_its_own_answer_and_repeated_without_a_second_effect()
    {
        var klien = pemasangan.TokenSistemBaru();
        var baik = Enumerable.Range(0, 230).Select(i => Baris($"m-{i}", IsianUji.Permohonan())).ToList();
        var baris = baik.Concat(
        [
            Baris("m-jenis", JsonNode.Parse("""{ "jenis": "KK_TIDAK_ADA", "pemohon": { "nama": "AHMAD" } }""")!),
            Baris("m-5", IsianUji.Permohonan()),
            Baris("m-6", JsonNode.Parse("""{ "jenis": "KK_HILANG", "pemohon": { "nama": "ORANG LAIN" } }""")!),
            "bukan json",
            """{ "kunci": "ada spasi", "permohonan": { "jenis": "KK_HILANG", "pemohon": { "nama": "A" } } }""",
            """{ "kunci": "m-kurang", "permohonan": { "jenis": "KK_HILANG" } }""",
            $$"""{ "kunci": "m-panjang", "permohonan": "{{new string('x', 70_000)}}" }""",
        ]).ToList();
        var hasil = await MassalAsync(klien, baris);
        Assert.Equal(Enumerable.Range(1, baris.Count), hasil.Select(h => h.GetProperty("baris").GetInt32()));
        Assert.All(hasil.Take(230), h => Assert.Equal(201, h.GetProperty("status").GetInt32()));
        Assert.Equal([422, 201, 422, 400, 400, 400, 400], hasil.Skip(230).Select(h => h.GetProperty("status").GetInt32()));
        Assert.Equal(IdDari(hasil[5]), IdDari(hasil[231]));
        Assert.Equal("urn:dukcapil:masalah:idempotency-key-dipakai", hasil[232].GetProperty("masalah").GetProperty("type").GetString());
        Assert.Equal("urn:dukcapil:masalah:isian-wajib-kurang", hasil[235].GetProperty("masalah").GetProperty("type").GetString());
        Assert.Equal(230, hasil.Take(230).Select(IdDari).Distinct().Count());

        var ulang = await MassalAsync(klien, baik);
        Assert.Equal(hasil.Take(230).Select(IdDari), ulang.Select(IdDari));
        var semua = new List<string>();
        for (string? sesudah = ""; sesudah is not null;)
        {
            var halaman = (await pemasangan.BacaAsync($"{Jalur}?batas=200" + (sesudah.Length == 0 ? "" : $"&sesudah={sesudah}"), klien)).Harus(200).Json;
            semua.AddRange(halaman.GetProperty("permohonan").EnumerateArray().Select(p => p.GetProperty("id").GetString()!));
            sesudah = halaman.TryGetProperty("berikut", out var berikut) ? berikut.GetString() : null;
        }
        Assert.Equal(230, semua.Count);
        await pemasangan.TungguPesanHabisAsync(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task More_than_a_thousand_lines_are_cut_off_and_said_so()
    {
        var hasil = await MassalAsync(pemasangan.TokenSistemBaru(), Enumerable.Repeat("{}", 1002));
        Assert.Equal(1001, hasil.Count);
        Assert.Contains("1000", hasil[^1].GetProperty("masalah").GetProperty("detail").GetString());
        using var salah = new StringContent("{}", Encoding.UTF8, "application/json");
        (await pemasangan.KirimAsync(HttpMethod.Post, $"{Jalur}/massal", pemasangan.TokenSistemBaru(), salah)).HarusMasalah(415, "jenis-isi");
    }

    [Fact]
    public async Task What_was_finished_is_in_the_statistics_and_in_the_Buku_Register()
    {
        var berkas = new Berkas(pemasangan, pemasangan.Klien());
        await berkas.AjukanAsync();
        await berkas.PeriksaAsync("TidakLengkap");
        await berkas.AjukanUlangAsync();
        await berkas.PeriksaAsync();
        await berkas.EntriAsync();
        await berkas.DariKoreksiSampaiSelesaiAsync();
        await berkas.TungguBerakhirAsync("selesai");
        await berkas.RiwayatHarusYangDitempuhAsync();

        var loket = pemasangan.TokenUntuk("LOKET");
        var statistik = (await pemasangan.BacaAsync($"{Jalur}/statistik", loket)).Harus(200).Json;
        Assert.True(statistik.GetProperty("diterima").GetInt32() >= 1);
        Assert.True(statistik.GetProperty("selesai").GetInt32() >= 1);
        Assert.Contains(statistik.GetProperty("dikembalikan").EnumerateArray(), d => d.GetProperty("langkah").GetString() == "2" && d.GetProperty("kodeAlasan").GetString() == "DATA_TIDAK_SESUAI");
        Assert.All(["1", "2", "3", "4", "5", "6"], n => Assert.Contains(statistik.GetProperty("langkah").EnumerateArray(), l => l.GetProperty("nomor").GetString() == n));
        // Another system has filed none of them.
        Assert.Equal(0, (await pemasangan.BacaAsync($"{Jalur}/statistik", pemasangan.TokenSistemBaru())).Harus(200).Json.GetProperty("selesai").GetInt32());

        var buku = (await pemasangan.BacaAsync("/api/v1/loket/buku-register?batas=200", loket)).Harus(200).Json.GetProperty("entri").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, buku.Count), buku.Select(e => e.GetProperty("urut").GetInt32()));
        var entri = buku.Single(e => e.GetProperty("nomorRegister").GetString() == berkas.NomorRegister);
        Assert.Equal("************0001", entri.GetProperty("nikPemohon").GetString());
        var csv = (await pemasangan.BacaAsync("/api/v1/loket/buku-register/csv", loket)).Harus(200);
        Assert.Equal("text/csv", csv.JenisIsi);
        Assert.Equal(buku.Count + 1, csv.Isi.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(berkas.NomorRegister, csv.Isi);
        Assert.StartsWith("%PDF-", (await pemasangan.BacaAsync("/api/v1/loket/buku-register/pdf", loket)).Harus(200).Isi);
        Assert.Equal([berkas.Id.ToString()], await DaftarAsync(loket, $"?nomorRegister={Uri.EscapeDataString(berkas.NomorRegister)}"));
        (await pemasangan.BacaAsync("/api/v1/loket/buku-register", pemasangan.Token.SistemDengan("sistem-tanpa-buku", "permohonan", "dokumen"))).HarusMasalah(403, "bukan-wewenang");
    }

    private static string Kunci() => Guid.CreateVersion7().ToString();

    private static string Baris(string kunci, JsonNode permohonan) => new JsonObject { ["kunci"] = kunci, ["permohonan"] = permohonan }.ToJsonString();

    private static string IdDari(JsonElement hasil) => hasil.GetProperty("jawaban").GetProperty("id").GetString()!;

    private static StringContent Isi(string jenis)
    {
        var isi = IsianUji.Permohonan();
        isi["jenis"] = jenis;
        return Pemasangan.IsiJson(isi.ToJsonString());
    }

    private Task<Jawaban> AjukanAsync(string token) => pemasangan.KirimJsonAsync(Jalur, token, IsianUji.Permohonan(), Kunci());

    private async Task<Jawaban> GantiAsync(string alamat, string token, string versi, string jenis)
    {
        using var isi = Isi(jenis);
        return await pemasangan.KirimAsync(HttpMethod.Put, alamat, token, isi, cocok: versi);
    }

    private async Task<Jawaban> LampirkanAsync(string alamat, string token, params string[] kode)
    {
        using var isi = new MultipartFormDataContent();
        foreach (var k in kode) isi.Add(new ByteArrayContent(IsianUji.Pdf), k, k + ".pdf");
        return await pemasangan.KirimAsync(HttpMethod.Post, alamat + "/lampiran", token, isi, Kunci());
    }

    private async Task<List<JsonElement>> MassalAsync(string token, IEnumerable<string> baris)
    {
        using var isi = new StringContent(string.Join('\n', baris), Encoding.UTF8);
        isi.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        var jawaban = (await pemasangan.KirimAsync(HttpMethod.Post, $"{Jalur}/massal", token, isi)).Harus(200);
        return [.. jawaban.Isi.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(b => JsonSerializer.Deserialize<JsonElement>(b))];
    }

    private async Task<List<string>> DaftarAsync(string token, string kueri) =>
        [.. (await pemasangan.BacaAsync(Jalur + kueri, token)).Harus(200).Json.GetProperty("permohonan").EnumerateArray().Select(p => p.GetProperty("id").GetString()!)];
}

/// <summary>In one process.</summary>
[Collection(KumpulanStandalone.Nama)]
public sealed class PengajuanSistemLainStandalone(StandalonePemasangan pemasangan) : PengajuanSistemLain(pemasangan);

/// <summary>As separate services.</summary>
[Collection(KumpulanTerdistribusi.Nama)]
public sealed class PengajuanSistemLainTerdistribusi(TerdistribusiPemasangan pemasangan) : PengajuanSistemLain(pemasangan);
