using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Dukcapil.Approval;
using Dukcapil.Approval.Berkas;
using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Messaging.InProcess;
using Dukcapil.TestServers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Dukcapil.Tte.Tests.Peranti;

/// <summary>The Approval service alone, in this process: SQLite in a folder of its own, real HTTP, an eSign service that signs, and a Registry that has files.</summary>
public sealed class Persetujuan : IAsyncLifetime
{
    /// <summary>Officers who may sign; the second's certificate is suspended, the third is not registered.</summary>
    public const string Kadis = "kadis", Kadis2 = "kadis-2", KadisDibekukan = "kadis-dibekukan", KadisTanpaSertifikat = "kadis-tanpa";

    /// <summary>Longest wait for an answer of the eSign service here.</summary>
    public static readonly TimeSpan Batas = TimeSpan.FromSeconds(2);

    private const string Issuer = "https://uji.dukcapil.invalid", Audience = "dukcapil", Nik = "9901010107700001";
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dukcapil-tte-");
    private readonly ECDsa kunci = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private RegistriTiruan registri = null!;
    private WebApplication? aplikasi;
    private int urut;

    /// <summary>Its clock.</summary>
    public Jam Jam { get; } = new();

    /// <summary>The eSign service.</summary>
    public PeladenEsign Esign { get; private set; } = null!;

    /// <summary>Its own container.</summary>
    public IServiceProvider Services => aplikasi!.Services;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Esign = await PeladenEsign.MulaiAsync(FreePort.Next());
        registri = await RegistriTiruan.MulaiAsync();
        Esign.Daftarkan(Nik, "KEPALA DINAS CONTOH");
        Esign.Daftarkan("kadis2@contoh.invalid", "PLH KEPALA DINAS");
        Esign.Daftarkan("beku@contoh.invalid", "KEPALA DINAS BEKU", "SUSPEND");
        await MulaiAsync();
    }

    /// <summary>Starts the service; on the data it has.</summary>
    public async Task MulaiAsync(bool denganTte = true)
    {
        await HentikanAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(Setelan(denganTte));
        builder.Services.AddSingleton(new InProcessBus());
        var penerbit = new OpenIdConnectConfiguration { Issuer = Issuer };
        penerbit.SigningKeys.Add(new ECDsaSecurityKey(kunci));
        builder.Services.AddSingleton<IConfigurationManager<OpenIdConnectConfiguration>>(new StaticConfigurationManager<OpenIdConnectConfiguration>(penerbit));
        builder.Services.AddSingleton<TimeProvider>(Jam);
        aplikasi = ApprovalService.Build(builder);
        await aplikasi.StartAsync();
    }

    /// <summary>A task to sign, with konsep, parafs and file, as the other services tell of it.</summary>
    public async Task<TugasUji> TugasAsync(string cara = "TTE", int paraf = 2, bool denganBerkas = true, string? isi = null)
    {
        var (permohonan, tugas) = (Guid.NewGuid(), Guid.NewGuid().ToString("N"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(permohonan.ToByteArray()));
        var pdf = BerkasContoh.Pdf(isi ?? $"KARTU KELUARGA {Interlocked.Increment(ref urut)}");
        registri.Berkas[permohonan] = pdf;
        await TerimaAsync(ServiceNames.Intake, 1, new KonsepTerbit { PermohonanId = permohonan, Versi = 1, Hash = hash, Pengentri = "loket", JumlahPeringatan = 0, Pada = Jam.GetUtcNow() });
        if (denganBerkas) await BerkasAsync(permohonan, hash, Sha(pdf), 1);
        await DbAsync(async db =>
        {
            foreach (var peran in new[] { "KASI", "KABID" }.Take(paraf))
            {
                db.Paraf.Add(new ParafPejabat
                {
                    TugasId = Guid.NewGuid().ToString("N"),
                    PermohonanId = permohonan,
                    VersiKonsep = 1,
                    Hash = hash,
                    Peran = peran,
                    Petugas = "p-" + peran,
                    NamaPetugas = peran,
                    Pada = Jam.GetUtcNow(),
                });
            }
            await db.SaveChangesAsync();
            return 0;
        });
        await TerimaAsync(ServiceNames.Workflow, 1, new TugasDiterbitkan
        {
            PermohonanId = permohonan,
            TugasId = tugas,
            Pelayan = ServiceNames.Approval,
            Kantor = "9901",
            Aktivitas = "Dukcapil.TandaTangan",
            Simpul = "tandaTangan",
            Langkah = new LangkahSop { Nomor = "6", Kegiatan = "Menandatangani", Pelaksana = "KADIS" },
            Cara = cara,
            Hasil = [new HasilTersedia("Ditandatangani", "Ditandatangani", PerluAlasan: false)],
            Fakta = new Fakta { VersiKonsep = 1 },
            Pada = Jam.GetUtcNow(),
        });
        return new TugasUji(permohonan, tugas, hash, pdf);
    }

    /// <summary>The Registry tells of a file.</summary>
    public Task BerkasAsync(Guid permohonan, string hash, string sha256, long nomor) => TerimaAsync(ServiceNames.Registry, nomor, new BerkasSiakDiunggah
    {
        PermohonanId = permohonan,
        BerkasId = Guid.NewGuid(),
        VersiKonsep = 1,
        HashKonsep = hash,
        Sha256 = sha256,
        Pada = Jam.GetUtcNow(),
    });

    /// <summary>A message comes from another service; returns when it is applied.</summary>
    public Task TerimaAsync(string dari, long nomor, IMessage pesan) =>
        Services.GetRequiredService<Inbox>().ReceiveAsync(new IncomingMessage(Guid.NewGuid(), dari, nomor, null, pesan), CancellationToken.None);

    /// <summary>Signs.</summary>
    public Task<Jawaban> TandaTanganiAsync(
        TugasUji tugas, string petugas = Kadis, string passphrase = PeladenEsign.Passphrase, int versi = 1, string peran = "KADIS") =>
        KirimAsync($"/api/v1/persetujuan/tugas/{tugas.Id}/tanda-tangan", petugas, new { versiKonsep = versi, passphrase }, peran);

    /// <summary>Posts as an officer.</summary>
    public async Task<Jawaban> KirimAsync(string jalur, string petugas, object isi, string peran = "KADIS")
    {
        using var permintaan = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(aplikasi!.Urls.First()), jalur)) { Content = JsonContent.Create(isi) };
        if (jalur.StartsWith("/api/v1/wewenang", StringComparison.Ordinal)) permintaan.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await KirimAsync(permintaan, petugas, peran);
    }

    /// <summary>Reads as an officer.</summary>
    public async Task<Jawaban> BacaAsync(string jalur, string petugas = Kadis)
    {
        using var permintaan = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(aplikasi!.Urls.First()), jalur));
        return await KirimAsync(permintaan, petugas);
    }

    /// <summary>What the service has of an application.</summary>
    public Task<Keadaan> KeadaanAsync(TugasUji tugas) => DbAsync(async db => new Keadaan(
        (await db.Set<ServiceDefaults.HumanTasks.Tugas>().AsNoTracking().SingleAsync(t => t.Id == tugas.Id)).Status,
        await db.Percobaan.AsNoTracking().Where(p => p.TugasId == tugas.Id).OrderBy(p => p.MulaiPada).Select(p => $"{p.Keadaan}{(p.Sebab == null ? "" : " " + p.Sebab)}").ToListAsync(),
        await db.TandaTangan.AsNoTracking().Where(t => t.PermohonanId == tugas.PermohonanId).ToListAsync(),
        await db.Outbox.AsNoTracking().Where(o => o.Stream == tugas.PermohonanId && o.Type != nameof(TugasBerubah)).OrderBy(o => o.Sequence).Select(o => o.Type).ToListAsync(),
        await db.Set<ServiceDefaults.Audit.CatatanAudit>().AsNoTracking().Where(c => c.PermohonanId == tugas.PermohonanId && c.Tindakan.StartsWith("tte.")).OrderBy(c => c.Nomor).Select(c => c.Tindakan).ToListAsync()));

    /// <summary>Works on its database.</summary>
    public async Task<T> DbAsync<T>(Func<ApprovalDb, Task<T>> kerja)
    {
        await using var scope = Services.CreateAsyncScope();
        return await kerja(scope.ServiceProvider.GetRequiredService<ApprovalDb>());
    }

    /// <summary>All that stands in the files of its database, read as it lies on disk.</summary>
    public Task<IReadOnlyList<(string Berkas, string Teks)>> IsiBasisDataAsync() => DbAsync<IReadOnlyList<(string, string)>>(async db =>
    {
        // SQLite takes the log away with the last connection; this one keeps it.
        await db.Database.OpenConnectionAsync();
        _ = await db.Percobaan.AnyAsync();
        return [("approval.db", await BacaAsync("approval.db")), ("approval.db-wal", await BacaAsync("approval.db-wal"))];
    });

    private async Task<string> BacaAsync(string berkas)
    {
        await using var aliran = new FileStream(Path.Combine(folder.FullName, berkas), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bita = new MemoryStream();
        await aliran.CopyToAsync(bita);
        return Encoding.Latin1.GetString(bita.ToArray());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await HentikanAsync();
        await Esign.DisposeAsync();
        await registri.DisposeAsync();
        kunci.Dispose();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static string Sha(byte[] isi) => Convert.ToHexStringLower(SHA256.HashData(isi));

    private async Task<Jawaban> KirimAsync(HttpRequestMessage permintaan, string petugas, string peran = "KADIS")
    {
        permintaan.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token.Buat(kunci, Issuer, Audience, petugas, peran));
        using var jawaban = await Http.SendAsync(permintaan);
        return new Jawaban((int)jawaban.StatusCode, await jawaban.Content.ReadAsStringAsync());
    }

    private async Task HentikanAsync()
    {
        if (aplikasi is null) return;
        await aplikasi.StopAsync();
        await aplikasi.DisposeAsync();
        aplikasi = null;
    }

    private Dictionary<string, string?> Setelan(bool denganTte)
    {
        var pem = Path.Combine(folder.FullName, "akar.pem");
        File.WriteAllText(pem, Esign.Otoritas.Pem);
        var setelan = new Dictionary<string, string?>
        {
            ["Kantor:Kode"] = "9901",
            ["Kantor:Nama"] = "DINAS CONTOH",
            ["Kantor:Wilayah"] = "99.01",
            ["Kantor:Zona"] = "Asia/Jakarta",
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:Database"] = $"Data Source={Path.Combine(folder.FullName, "approval.db")}",
            ["Auth:Issuer"] = Issuer,
            ["Auth:Audience"] = Audience,
            ["Files:Path"] = folder.FullName,
            ["Protection:Active"] = "k1",
            ["Protection:Keys:k1"] = Convert.ToBase64String(new byte[32]),
        };
        if (!denganTte) return setelan;
        setelan["Services:registry"] = registri.Alamat.AbsoluteUri;
        setelan["Tte:Alamat"] = Esign.Alamat.AbsoluteUri;
        setelan["Tte:NamaPengguna"] = PeladenEsign.NamaPengguna;
        setelan["Tte:Sandi"] = PeladenEsign.Sandi;
        setelan["Tte:Akar"] = pem;
        setelan["Tte:BatasDetik"] = "2";
        setelan["Tte:Penandatangan:0:Petugas"] = Kadis;
        setelan["Tte:Penandatangan:0:Nik"] = Nik;
        setelan["Tte:Penandatangan:0:NamaSertifikat"] = "KEPALA DINAS CONTOH";
        setelan["Tte:Penandatangan:1:Petugas"] = Kadis2;
        setelan["Tte:Penandatangan:1:Email"] = "kadis2@contoh.invalid";
        setelan["Tte:Penandatangan:1:NamaSertifikat"] = "PLH KEPALA DINAS";
        setelan["Tte:Penandatangan:2:Petugas"] = KadisDibekukan;
        setelan["Tte:Penandatangan:2:Email"] = "beku@contoh.invalid";
        setelan["Tte:Penandatangan:2:NamaSertifikat"] = "KEPALA DINAS BEKU";
        return setelan;
    }
}

/// <summary>A task to sign.</summary>
public sealed record TugasUji(Guid PermohonanId, string Id, string Hash, byte[] Pdf);

/// <summary>What the service has of an application: task, attempts, signatures, messages not yet taken, lines of the journal.</summary>
public sealed record Keadaan(
    StatusTugas Tugas, IReadOnlyList<string> Percobaan, IReadOnlyList<TandaTanganKartu> TandaTangan, IReadOnlyList<string> Pesan, IReadOnlyList<string> Jurnal);
