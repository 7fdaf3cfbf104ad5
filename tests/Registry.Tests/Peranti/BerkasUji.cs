using System.Globalization;
using Dukcapil.Contracts;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Books;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Registry.Tests.Peranti;

/// <summary>An application as the Registry sees it: what other services tell of it, and what Loket does.</summary>
public sealed class BerkasUji(LayananRegistri layanan)
{
    private static int urutNomor;
    private readonly Pelindung pelindung = layanan.Services.GetRequiredService<Pelindung>();

    /// <summary>The application.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>Code on the receipt.</summary>
    public string Kode { get; } = KodeAcak.Buat();

    /// <summary>The task of handover, where a test keeps it.</summary>
    public string? TugasSerah { get; set; }

    /// <summary>Number that SIAK gave.</summary>
    public string NomorKk { get; } = "990101231126" + Interlocked.Increment(ref urutNomor).ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>The approved card.</summary>
    public KartuKeluarga Kartu { get; init; } = new()
    {
        Alamat = new Alamat { Jalan = "JL CONTOH 1", Rt = "001", Rw = "002", Desa = "CONTOH", Kecamatan = "CONTOH SATU" },
        Anggota =
        [
            new Anggota { Nama = "AHMAD CONTOH", Nik = "9901010107900001", JenisKelamin = 1, TempatLahir = "CONTOH", TanggalLahir = new(1990, 7, 1), Shdk = 1, Kewarganegaraan = "WNI" },
            new Anggota { Nama = "SITI CONTOH", JenisKelamin = 2, TempatLahir = "CONTOH", TanggalLahir = new(1992, 8, 3), Shdk = 3, Kewarganegaraan = "WNI" },
        ],
    };

    /// <summary>The other cards the application changes.</summary>
    public IReadOnlyList<KartuTerkait> Terkait { get; init; } = [];

    /// <summary>Who prints and hands over.</summary>
    public Klien Loket { get; } = layanan.Loket;

    /// <summary>Konsep with both parafs, receipt and the task of printing.</summary>
    public async Task<string> SiapCetakAsync()
    {
        await layanan.TerimaAsync(ServiceNames.Intake, new TandaBuktiTerbit
        {
            PermohonanId = Id,
            NomorRegister = $"KK/2026/{NomorKk[^4..]}",
            HashKode = KodeAcak.Hash(Kode),
            NamaPemohon = pelindung.Segel("AHMAD CONTOH"),
            Wakil = false,
        });
        await layanan.TerimaAsync(ServiceNames.Intake, new IsiKonsepTerbit
        {
            PermohonanId = Id,
            Versi = 1,
            Hash = Kartu.HashKanonik(Terkait),
            Jenis = "KK_BARU_KELUARGA_BARU",
            Isi = pelindung.Segel(Kartu),
            Terkait = Terkait.Count > 0 ? pelindung.Segel(Terkait) : null,
        });
        foreach (var peran in new[] { "KASI", "KABID" })
        {
            await layanan.TerimaAsync(ServiceNames.Approval, new ParafDiberikan
            {
                PermohonanId = Id,
                VersiKonsep = 1,
                Hash = Kartu.HashKanonik(Terkait),
                Peran = peran,
                Petugas = peran,
                NamaPetugas = pelindung.Segel(peran),
                Pada = layanan.Jam.GetUtcNow(),
            });
        }
        return await TugasAsync("Dukcapil.CetakKartuKeluarga", "Selesai", "!TidakSesuai");
    }

    /// <summary>The card is printed and signed by hand, the task of registration is there.</summary>
    public async Task<string> SiapRegistrasiAsync()
    {
        (await SelesaikanAsync(await SiapCetakAsync(), DataCetak())).Harus(200);
        await DitandatanganiAsync();
        return await TugasAsync("Dukcapil.RegistrasiDanCap", "Selesai");
    }

    /// <summary>The card is in the Buku Agenda, the task of handover is there.</summary>
    public async Task<string> SiapSerahTerimaAsync()
    {
        (await SelesaikanAsync(await SiapRegistrasiAsync(), DataRegistrasi())).Harus(200);
        return await TugasAsync("Dukcapil.SerahTerima", "Diserahkan", "!SalahCetak", "TidakDiambil");
    }

    /// <summary>Kadis has signed by hand.</summary>
    public Task DitandatanganiAsync() => layanan.TerimaAsync(ServiceNames.Approval, new KartuKeluargaDitandatangani
    {
        PermohonanId = Id,
        Cara = "MANUAL",
        VersiKonsep = 1,
        Petugas = "kadis",
        NamaPetugas = pelindung.Segel("KADIS"),
        Pada = layanan.Jam.GetUtcNow(),
    });

    /// <summary>The workflow issues a task; an outcome with ! returns the file.</summary>
    public async Task<string> TugasAsync(string aktivitas, params string[] hasil) => await TugasAsync(aktivitas, null, hasil);

    /// <summary>The same with where it comes from.</summary>
    public async Task<string> TugasAsync(string aktivitas, AsalTugas? asal, params string[] hasil)
    {
        var id = Guid.NewGuid().ToString("N");
        await layanan.TerimaAsync(ServiceNames.Workflow, new TugasDiterbitkan
        {
            PermohonanId = Id,
            TugasId = id,
            Pelayan = ServiceNames.Registry,
            Kantor = "9901",
            Aktivitas = aktivitas,
            Simpul = aktivitas,
            Langkah = new LangkahSop { Nomor = "5", Kegiatan = "Uji", Pelaksana = "LOKET", WaktuBaku = 1 },
            Hasil = [.. hasil.Select(h => new HasilTersedia(h.TrimStart('!'), h, h[0] == '!'))],
            Fakta = new Fakta { VersiKonsep = 1, JumlahAnggota = 2 },
            Asal = asal,
            Pada = layanan.Jam.GetUtcNow(),
        });
        return id;
    }

    /// <summary>Completes a task.</summary>
    public Task<Jawaban> SelesaikanAsync(string tugas, object? data, string? hasil = null, Klien? oleh = null) => (oleh ?? Loket).KirimJsonAsync(
        $"/api/v1/registri/tugas/{tugas}/selesai",
        new { hasil = hasil ?? "Selesai", data, alasan = hasil is "SalahCetak" or "TidakSesuai" ? new { kode = "SALAH_CETAK", teks = "Nama terpotong." } : null });

    /// <summary>What was printed.</summary>
    public object DataCetak(string? nomor = null, string? ulang = null, object? layar = null, string? alasan = null) => new
    {
        nomorKk = nomor ?? NomorKk,
        versiKonsep = 1,
        nomorKkUlang = ulang,
        layar,
        alasanCetakUlang = alasan,
        anggota = new[] { new { urutan = 2, nik = "9901014308920001" } },
    };

    /// <summary>What was registered.</summary>
    public static object DataRegistrasi() => new { capDibubuhkan = true, arsip = new { lokasi = "LEMARI 1" } };

    /// <summary>Who receives the card.</summary>
    public object Serah(string? kode = null, string nama = "Ahmad Contoh", string hubungan = "pemohon", string? suratKuasa = null, string? hilang = null, Guid? citra = null) => new
    {
        kodeTandaBukti = hilang is null ? kode ?? Kode : kode,
        pernyataanHilang = hilang is null ? null : new { acuan = hilang },
        tandaTerima = "BUKU SERAH TERIMA 1",
        citraTandaTerima = citra,
        penerima = new { nama, hubungan, suratKuasa, identitas = new { jenis = "KTP-el", nomor = "9901010107900001" } },
    };

    /// <summary>What the Registry tells of it.</summary>
    public Task<Jawaban> RincianAsync() => Loket.BacaAsync($"/api/v1/registri/permohonan/{Id}");
}
