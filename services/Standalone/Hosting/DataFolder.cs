using System.Security.Cryptography;
using System.Text.Json;

namespace Dukcapil.Standalone.Hosting;

/// <summary>
/// Everything Standalone keeps, in one folder: a SQLite file per service, the attachments, and the keys it makes at first start
/// (token signing, protection of personal data). Who can read this folder can read everything; back it up as a whole.
/// </summary>
internal sealed class DataFolder
{
    public DataFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(Path);
        MakeOnce("kunci/token.pem", () =>
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return key.ExportPkcs8PrivateKeyPem();
        });
        MakeOnce("kunci/token.pub.pem", () =>
        {
            using var key = ReadSigningKey();
            return key.ExportSubjectPublicKeyInfoPem();
        });
        MakeOnce("kunci/pelindung.json", () => JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["k1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        }));
    }

    public string Path { get; }

    /// <summary>The key that signs tokens.</summary>
    public ECDsa ReadSigningKey()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(FileOf("kunci/token.pem")));
        return key;
    }

    /// <summary>Settings of one service on this folder.</summary>
    public Dictionary<string, string?> Settings(string service)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:Database"] = $"Data Source={FileOf(service + ".db")}",
            ["Auth:Issuer"] = Tokens.Issuer,
            ["Auth:Audience"] = Tokens.Audience,
            ["Auth:PublicKeyFile"] = FileOf("kunci/token.pub.pem"),
            ["Files:Path"] = FileOf("lampiran"),
            ["Protection:Active"] = "k1",
            ["Kantor:Kode"] = "9901",
            ["Kantor:Nama"] = "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL KABUPATEN CONTOH",
            ["Kantor:Wilayah"] = "99.01",
            ["Kantor:Zona"] = "Asia/Jakarta",
        };
        foreach (var (id, key) in JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(FileOf("kunci/pelindung.json")))!)
            settings[$"Protection:Keys:{id}"] = key;
        return settings;
    }

    private string FileOf(string name) => System.IO.Path.Combine(Path, name);

    private void MakeOnce(string name, Func<string> content)
    {
        var file = FileOf(name);
        if (File.Exists(file)) return;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        // Whole or not at all: half a key would lock everything that is sealed with it.
        var partial = file + ".tmp";
        File.WriteAllText(partial, content());
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(partial, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(partial, file);
    }
}
