using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Dukcapil.Esign;
using Dukcapil.Standalone.Demo;

namespace Dukcapil.EndToEnd.Tests.Peranti;

/// <summary>
/// One application on its way, driven as its officers do, and what its history must say in the end. Every step waits until its task is in the role's
/// list; the outcome is the test's choice.
/// </summary>
internal sealed class Berkas
{
    private static int urutTerakhir;
    private readonly Pemasangan pemasangan;
    private readonly KantorKlien klien;
    private readonly Pengulang pengulang;
    private readonly Func<Task>? boleh;
    private readonly Action? terjawab;
    private readonly HashSet<string> selesai = [];
    private readonly string kunciPengajuan = Guid.CreateVersion7().ToString();
    private readonly int urut = Interlocked.Increment(ref urutTerakhir);
    private int rumah;
    private bool parafDitolak;

    /// <param name="pemasangan">Where it is filed.</param>
    /// <param name="klien">Acts for its officers.</param>
    /// <param name="pengulang">Patience; none when left out.</param>
    /// <param name="boleh">Asked before each step is sent.</param>
    /// <param name="terjawab">Told of every step that was answered.</param>
    public Berkas(Pemasangan pemasangan, KantorKlien klien, Pengulang? pengulang = null, Func<Task>? boleh = null, Action? terjawab = null) =>
        (this.pemasangan, this.klien, this.pengulang, this.boleh, this.terjawab) = (pemasangan, klien, pengulang ?? Pengulang.Tidak, boleh, terjawab);

    /// <summary>Type of the application; <see cref="IsianUji.JenisTte"/> takes the way of the electronic signature.</summary>
    public string Jenis { get; init; } = IsianUji.Jenis;

    /// <summary>Who files it.</summary>
    public string Pengaju { get; init; } = "LOKET";

    public Guid Id { get; private set; }

    public string KodeLacak { get; private set; } = "";

    public string NomorRegister { get; private set; } = "";

    public string KodeTandaBukti { get; private set; } = "";

    public string NomorAgenda { get; private set; } = "";

    /// <summary>Version of the konsep that counts.</summary>
    public int Versi { get; private set; }

    /// <summary>Steps taken: SOP number, role, outcome.</summary>
    public List<(string Langkah, string Peran, string Hasil)> Ditempuh { get; } = [];

    public async Task AjukanAsync(IReadOnlyDictionary<string, byte[]>? lampiran = null)
    {
        var pengajuan = await pengulang.CobaAsync(() => klien.AjukanAsync(IsianUji.Permohonan(Jenis), lampiran, kunciPengajuan, Pengaju));
        (Id, KodeLacak) = (pengajuan.Id, pengajuan.KodeLacak);
        Ditempuh.Add(("1", "PEMOHON", "Diajukan"));
    }

    /// <summary>Files again what was returned to the applicant.</summary>
    public async Task AjukanUlangAsync()
    {
        await TungguPosisiAsync("PEMOHON");
        var kunci = Guid.CreateVersion7().ToString();
        await pengulang.CobaAsync(() => klien.AjukanUlangAsync(Id, idempotencyKey: kunci));
        Ditempuh.Add(("1", "PEMOHON", "Diajukan"));
    }

    public async Task PeriksaAsync(string hasil = "Lengkap")
    {
        var jawaban = await LangkahAsync("Dukcapil.PeriksaKelengkapan", "LOKET", hasil, hasil == "Lengkap" ? IsianUji.Kelengkapan(Jenis) : null);
        if (hasil == "Lengkap") (NomorRegister, KodeTandaBukti) = ((string)jawaban!["nomorRegister"]!, (string)jawaban["kodeTandaBukti"]!);
    }

    /// <summary>Data entry; each "Selesai" enters other data, so that it makes a new version.</summary>
    public async Task EntriAsync(string hasil = "Selesai")
    {
        var jawaban = await LangkahAsync("Dukcapil.EntriDanKonsep", "LOKET", hasil, hasil == "Selesai" ? IsianUji.Keluarga(++rumah) : null);
        if (hasil == "Selesai") (Versi, parafDitolak) = ((int)jawaban!["versiKonsep"]!, false);
    }

    public async Task KoreksiAsync(string peran, string hasil = "Sesuai")
    {
        await LangkahAsync("Dukcapil.KoreksiKonsep", peran, hasil, hasil == "Sesuai" ? IsianUji.Paraf(Versi, parafDitolak) : null);
        parafDitolak = hasil != "Sesuai";
    }

    public Task CetakAsync(string hasil = "Selesai") =>
        LangkahAsync("Dukcapil.CetakKartuKeluarga", "LOKET", hasil, hasil != "Selesai" ? null : Elektronik ? new JsonObject { ["versiKonsep"] = Versi } : IsianUji.Cetak(Versi, urut));

    /// <summary>Step 5a, electronically: uploads what SIAK made, and takes its number over.</summary>
    public async Task UnggahAsync(byte[] pdf)
    {
        var tugas = await TugasAsync("Dukcapil.UnggahBerkasSiak", "LOKET");
        var jawaban = await UnggahAsync(tugas, pdf);
        await LangkahAsync("Dukcapil.UnggahBerkasSiak", "LOKET", "Selesai", IsianUji.Unggah(jawaban.Harus(201).Teks("berkasId"), Versi, urut));
    }

    /// <summary>Step 5a, when the file differs from the konsep.</summary>
    public Task UnggahTidakSesuaiAsync() => LangkahAsync("Dukcapil.UnggahBerkasSiak", "LOKET", "TidakSesuai", null);

    /// <summary>The upload alone.</summary>
    public Task<Jawaban> UnggahAsync(TugasKlien tugas, byte[] isi, string jenisIsi = "application/pdf") => pemasangan.KirimAsync(
        HttpMethod.Post, tugas.Alamat + "/berkas-siak", pemasangan.TokenUntuk("LOKET"),
        new ByteArrayContent(isi) { Headers = { ContentType = new MediaTypeHeaderValue(jenisIsi) } }, Guid.CreateVersion7().ToString());

    /// <summary>Step 6, electronically.</summary>
    public async Task TandaTanganElektronikAsync()
    {
        var tugas = await TugasAsync("Dukcapil.TandaTangan", "KADIS");
        (await MintaTandaTanganAsync(tugas)).Harus(200);
        selesai.Add(tugas.TugasId);
        Ditempuh.Add((tugas.Langkah, "KADIS", "Ditandatangani"));
    }

    /// <summary>The request alone. The task may reach the signer a moment before the file from SIAK: then it is made again, as the refusal says.</summary>
    public Task<Jawaban> MintaTandaTanganAsync(TugasKlien tugas, string passphrase = PeladenEsign.Passphrase) => Tunggu.SampaiAdaAsync(
        "berkas dari SIAK tiba di persetujuan",
        async () =>
        {
            var jawaban = await pemasangan.KirimJsonAsync(tugas.Alamat + "/tanda-tangan", pemasangan.TokenUntuk("KADIS"), new { versiKonsep = Versi, passphrase });
            return jawaban.Status == 409 && jawaban.Teks("type").EndsWith("-belum-tiba", StringComparison.Ordinal) ? null : jawaban;
        });

    public Task TandaTanganAsync() => LangkahAsync("Dukcapil.TandaTangan", "KADIS", "Ditandatangani", null);

    public async Task RegistrasiAsync() =>
        NomorAgenda = (string)(await LangkahAsync("Dukcapil.RegistrasiDanCap", "LOKET", "Selesai", IsianUji.Registrasi(cap: !Elektronik)))!["nomorAgenda"]!;

    public Task SerahkanAsync() => LangkahAsync("Dukcapil.SerahTerima", "LOKET", "Diserahkan", IsianUji.SerahTerima(KodeTandaBukti));

    /// <summary>A step that an administrator has added.</summary>
    public Task TugasLainAsync(string peran) => LangkahAsync("Dukcapil.Tugas", peran, "Selesai", null);

    /// <summary>From the konsep to the end, everyone agreeing.</summary>
    public async Task DariKoreksiSampaiSelesaiAsync()
    {
        await KoreksiAsync("KASI");
        await KoreksiAsync("KABID");
        await CetakAsync();
        await TandaTanganAsync();
        await RegistrasiAsync();
        await SerahkanAsync();
    }

    /// <summary>The straight path.</summary>
    public async Task SampaiSelesaiAsync()
    {
        await AjukanAsync();
        await PeriksaAsync();
        await EntriAsync();
        await DariKoreksiSampaiSelesaiAsync();
    }

    /// <summary>The task of an activity type, once it is in the list of its role.</summary>
    public Task<TugasKlien> TugasAsync(string aktivitas, string peran) => Tunggu.SampaiAdaAsync(
        $"tugas {aktivitas} {peran} untuk permohonan {Id}",
        async () =>
        {
            // The list follows the owners' messages: what was completed a moment ago may still stand there.
            var daftar = await pengulang.CobaAsync(() => klien.DaftarTugasAsync(peran, Id));
            return daftar.FirstOrDefault(t => t.Aktivitas == aktivitas && !selesai.Contains(t.TugasId));
        },
        pengulang.Batas,
        CeritaAsync);

    /// <summary>Waits until the application lies with a role.</summary>
    public Task TungguPosisiAsync(string peran) => Tunggu.SampaiAsync(
        $"permohonan {Id} berada di {peran}",
        async () => (await pengulang.CobaAsync(() => klien.PermohonanAsync(Id)))["posisi"]!.AsArray().Any(p => (string)p!["peran"]! == peran),
        pengulang.Batas,
        CeritaAsync);

    /// <summary>Waits until the application has ended, and fails unless it ended this way.</summary>
    public async Task TungguBerakhirAsync(string status)
    {
        var akhir = await Tunggu.SampaiAdaAsync(
            $"permohonan {Id} berakhir",
            async () =>
            {
                var jejak = await pengulang.CobaAsync(() => klien.LacakAsync(KodeLacak));
                return (string)jejak["status"]! == "diproses" ? null : jejak;
            },
            pengulang.Batas,
            CeritaAsync);
        Assert.Equal(status, (string)akhir["status"]!);
    }

    /// <summary>Waits until the history is complete, and fails unless it is the way that was taken.</summary>
    public async Task RiwayatHarusYangDitempuhAsync()
    {
        var riwayat = await Tunggu.SampaiAdaAsync(
            $"riwayat {Id} lengkap",
            async () =>
            {
                var r = await pengulang.CobaAsync(() => klien.RiwayatAsync(Id));
                return r.Count >= Ditempuh.Count && r.All(l => (string)l!["status"]! == "selesai") ? r : null;
            },
            pengulang.Batas,
            CeritaAsync);
        Assert.Equal(Ditempuh, [.. riwayat.Select(l => ((string)l!["langkah"]!["nomor"]!, (string)l["langkah"]!["pelaksana"]!, (string)l["hasil"]!))]);
        Assert.Equal(riwayat.Count, riwayat.Select(l => (string)l!["tugasId"]!).Distinct().Count());
    }

    /// <summary>Where the application stands, for the message of a failed test.</summary>
    public async Task<string> CeritaAsync()
    {
        var riwayat = await pemasangan.BacaAsync($"/api/v1/permohonan/{Id}/riwayat", pemasangan.TokenUntuk("LOKET"));
        return $"Riwayat {Id}: {riwayat.Isi}{Environment.NewLine}{pemasangan.KeluaranTerakhir()}";
    }

    private bool Elektronik => Jenis == IsianUji.JenisTte;

    private async Task<JsonNode?> LangkahAsync(string aktivitas, string peran, string hasil, JsonNode? data)
    {
        var tugas = await TugasAsync(aktivitas, peran);
        if (boleh is not null) await boleh();
        var alasan = hasil.StartsWith("Tidak", StringComparison.Ordinal) ? new AlasanKlien("DATA_TIDAK_SESUAI", $"Alasan {hasil} dari {peran}.") : null;
        var jawaban = await pengulang.CobaAsync(() => klien.SelesaikanAsync(tugas, peran, hasil, alasan, data));
        selesai.Add(tugas.TugasId);
        Ditempuh.Add((tugas.Langkah, peran, hasil));
        terjawab?.Invoke();
        return jawaban;
    }
}
