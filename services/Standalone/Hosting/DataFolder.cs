using System.Security.Cryptography;
using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Auth;

namespace Dukcapil.Standalone.Hosting;

/// <summary>
/// Everything Standalone keeps, in one folder: a SQLite file per service, the attachments, and the keys it makes at first start
/// (operator, protection of personal data; those that sign tokens are in identity.db). Who can read this folder can read everything; back it up as a whole.
/// </summary>
internal sealed class DataFolder
{
    private readonly bool sementara;

    /// <param name="path">The folder; made when it is not there.</param>
    /// <param name="sementara">Nobody will come back to it: it gets no administrator.</param>
    public DataFolder(string path, bool sementara = false)
    {
        this.sementara = sementara;
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(Path);
        MakeOnce(OperatorKey, PemBaru);
        MakeOnce(AuditorKey, PemBaru);
        MakeOnce(ExamplePassword, () => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 12));
        MakeOnce(Pelindung, () => JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["k1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        }));
        MakeOnce(PenandaAudit, () => JsonSerializer.Serialize(new Dictionary<string, string> { ["a1"] = PenandaBaru() }));
    }

    private static string PemBaru()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    /// <summary>A key that signs heads of the audit journal (base64 of PKCS #8).</summary>
    public static string PenandaBaru()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(key.ExportPkcs8PrivateKey());
    }

    public string Path { get; }

    /// <summary>File of the key with which the operator's commands prove who they are.</summary>
    public const string OperatorKey = "kunci/operator.pem";

    /// <summary>File of the key with which the commands that read the audit journal prove who they are.</summary>
    public const string AuditorKey = "kunci/auditor.pem";

    private const string Pelindung = "kunci/pelindung.json", PenandaAudit = "kunci/penanda-audit.json";
    private const string ExamplePassword = "kunci/sandi-contoh.txt";

    /// <summary>The one password of the example officers.</summary>
    public string SandiContoh => File.ReadAllText(FileOf(ExamplePassword));

    /// <summary>The operator's key.</summary>
    public ECDsa ReadOperatorKey() => Baca(OperatorKey);

    /// <summary>The auditor's key.</summary>
    public ECDsa ReadAuditorKey() => Baca(AuditorKey);

    private ECDsa Baca(string name)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(FileOf(name)));
        return key;
    }

    /// <summary>Settings of one service on this folder.</summary>
    public Dictionary<string, string?> Settings(string service, Asal asal)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:Database"] = $"Data Source={FileOf(service + ".db")}",
            ["Auth:Issuer"] = asal.Issuer.AbsoluteUri,
            ["Auth:Audience"] = "dukcapil",
            ["Files:Path"] = FileOf(service == ServiceNames.Registry ? "kartu" : "lampiran"),
            ["Services:registry"] = asal.DariSini.AbsoluteUri,
            ["Audit:Jangkar"] = FileOf("jangkar"),
            ["Kantor:Kode"] = "9901",
            ["Kantor:Nama"] = "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL KABUPATEN CONTOH",
            ["Kantor:Wilayah"] = "99.01",
            ["Kantor:Zona"] = "Asia/Jakarta",
        };
        // The last key of a file is the active one; the others open what was sealed with them.
        foreach (var (id, key) in Cincin(Pelindung)) (settings[$"Protection:Keys:{id}"], settings["Protection:Active"]) = (key, id);
        foreach (var (id, key) in Cincin(PenandaAudit)) (settings[$"Audit:Penanda:Kunci:{id}"], settings["Audit:Penanda:Aktif"]) = (key, id);
        return service == ServiceNames.Identity ? Identity(settings, asal) : settings;
    }

    // The operator's commands are a client system with the key of this folder: whoever can read the folder operates the installation anyway.
    private Dictionary<string, string?> Identity(Dictionary<string, string?> settings, Asal asal)
    {
        using var key = ReadOperatorKey();
        settings[$"Identity:Klien:{TokenKlien.Id}:Nama"] = "Perintah operator";
        settings[$"Identity:Klien:{TokenKlien.Id}:Lingkup"] = Lingkup.Ops;
        settings[$"Identity:Klien:{TokenKlien.Id}:Jwks"] = TokenKlien.Jwks(key);
        settings[$"Identity:Klien:{TokenKlien.Id}:PetugasContoh"] = "true";
        using var auditor = ReadAuditorKey();
        settings[$"Identity:Klien:{TokenKlien.IdAuditor}:Nama"] = "Perintah auditor";
        settings[$"Identity:Klien:{TokenKlien.IdAuditor}:Lingkup"] = Lingkup.Audit;
        settings[$"Identity:Klien:{TokenKlien.IdAuditor}:Jwks"] = TokenKlien.Jwks(auditor, TokenKlien.IdAuditor);
        // Designer and screen are programs of people: no secret, only the way back.
        settings["Identity:Klien:studio:Nama"] = "Perancang alur";
        settings["Identity:Klien:studio:AlamatKembali"] = new Uri(asal.Issuer, "/studio/masuk").AbsoluteUri;
        settings["Identity:Klien:studio:AlamatKeluar"] = new Uri(asal.Issuer, "/studio/").AbsoluteUri;
        settings["Identity:Klien:layar:Nama"] = "Layar petugas";
        settings["Identity:Klien:layar:AlamatKembali"] = new Uri(asal.Issuer, "/layar/masuk").AbsoluteUri;
        settings["Identity:SandiContoh"] = SandiContoh;
        settings["Identity:AdminPertama"] = sementara ? "false" : "true";
        settings["Identity:PetugasContoh"] = asal.HanyaMesinIni ? "true" : "false";
        return settings;
    }

    private Dictionary<string, string> Cincin(string name) => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(FileOf(name)))!;

    /// <summary>A new key in both rings; it seals and signs from the next start on, the older ones still open and prove.</summary>
    public void KunciBaru()
    {
        Tambah(Pelindung, "k", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        Tambah(PenandaAudit, "a", PenandaBaru());
    }

    private void Tambah(string name, string awalan, string key)
    {
        var ring = Cincin(name);
        ring[awalan + (ring.Count + 1)] = key;
        Tulis(FileOf(name), JsonSerializer.Serialize(ring));
    }

    private string FileOf(string name) => System.IO.Path.Combine(Path, name);

    private void MakeOnce(string name, Func<string> content)
    {
        var file = FileOf(name);
        if (File.Exists(file)) return;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        Tulis(file, content());
    }

    // Whole or not at all: half a key would lock everything that is sealed with it.
    private static void Tulis(string file, string content)
    {
        var partial = file + ".tmp";
        File.WriteAllText(partial, content);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(partial, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(partial, file, overwrite: true);
    }
}
