using System.Security.Cryptography.X509Certificates;

namespace Dukcapil.Approval.Tte;

/// <summary>Who may sign, and by which certificate that is known.</summary>
/// <param name="Identitas">Name of the field at the eSign service: <c>nik</c> or <c>email</c>.</param>
/// <param name="Nilai">Its value; never in an address, a log or an answer.</param>
/// <param name="NamaSertifikat">Common name in the officer's certificate.</param>
/// <param name="SidikSertifikat">SHA-256 fingerprints (hex) of the officer's certificates; where there are any, they decide and not the name.</param>
public sealed record Penandatangan(string Identitas, string Nilai, string? NamaSertifikat, IReadOnlySet<string> SidikSertifikat)
{
    /// <inheritdoc/>
    public override string ToString() => "Penandatangan";
}

/// <summary>
/// Electronic signatures; section <c>Tte</c>. Without <c>Tte:Alamat</c> there are none, and what else is set is not looked at. Set by half it stops the start, because
/// a signature that cannot be verified is none.
/// </summary>
public sealed class SetelanTte
{
    private static readonly IReadOnlySet<string> TanpaSidik = new HashSet<string>();

    private SetelanTte()
    {
    }

    /// <summary>Base address of the eSign Client service; null: off.</summary>
    public Uri? Alamat { get; private init; }

    /// <summary>Base address at which the Registry answers (<c>Services:registry</c>); the file to sign is fetched there.</summary>
    public Uri? Registri { get; private init; }

    /// <summary>User of the Basic authentication.</summary>
    public string NamaPengguna { get; private init; } = "";

    /// <summary>Its password.</summary>
    public string Sandi { get; private init; } = "";

    /// <summary>Trusted roots (<c>Tte:Akar</c>: a PEM file).</summary>
    public X509Certificate2Collection Akar { get; } = [];

    /// <summary>Certificates between root and officer, where signatures do not carry them (<c>Tte:Antara</c>: a PEM file).</summary>
    public X509Certificate2Collection Antara { get; } = [];

    /// <summary>Whether revocation is asked for at the addresses in the certificates. Default true.</summary>
    public bool PeriksaPencabutan { get; private init; } = true;

    /// <summary>Whether the eSign service is asked for its verdict besides. Default true.</summary>
    public bool PeriksaDiEsign { get; private init; } = true;

    /// <summary>Longest wait for one answer. Default 30 s.</summary>
    public TimeSpan Batas { get; private init; } = TimeSpan.FromSeconds(30);

    /// <summary>Files of a batch that are signed at the same time. Default 4.</summary>
    public int Serentak { get; private init; } = 4;

    /// <summary>Reason that is written into the signature. Default <c>Penerbitan Kartu Keluarga</c>.</summary>
    public string Alasan { get; private init; } = "";

    /// <summary>Place that is written into the signature.</summary>
    public string? Lokasi { get; private init; }

    /// <summary>By officer id.</summary>
    public IReadOnlyDictionary<string, Penandatangan> Penandatangan { get; private init; } = new Dictionary<string, Penandatangan>();

    /// <summary>Reads the section, and throws with the name of the setting when it is set by half.</summary>
    public static SetelanTte Dari(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var tte = configuration.GetSection("Tte");
        if (string.IsNullOrEmpty(tte["Alamat"])) return new SetelanTte();
        var alamat = AlamatDari(tte, "Tte:Alamat", tte["Alamat"]);
        if (alamat.Scheme != Uri.UriSchemeHttps && !alamat.IsLoopback && !tte.GetValue("BolehHttp", defaultValue: false))
            throw Salah("Tte:Alamat", "must be https, because passphrases go there; Tte:BolehHttp=true for a network that nobody else can listen to");
        var setelan = new SetelanTte
        {
            Alamat = alamat,
            Registri = AlamatDari(tte, "Services:registry", configuration["Services:registry"]),
            NamaPengguna = tte["NamaPengguna"] ?? throw Salah("Tte:NamaPengguna", "is missing"),
            Sandi = tte["Sandi"] ?? throw Salah("Tte:Sandi", "is missing"),
            PeriksaPencabutan = tte.GetValue("PeriksaPencabutan", defaultValue: true),
            PeriksaDiEsign = tte.GetValue("PeriksaDiEsign", defaultValue: true),
            Batas = TimeSpan.FromSeconds(Antara1Dan(tte, "BatasDetik", 30, 600)),
            Serentak = Antara1Dan(tte, "Serentak", 4, 32),
            Alasan = tte["Alasan"] ?? "Penerbitan Kartu Keluarga",
            Lokasi = tte["Lokasi"],
            Penandatangan = tte.GetSection("Penandatangan").GetChildren()
                .ToDictionary(p => p["Petugas"] ?? throw Salah(p.Path + ":Petugas", "is missing: the officer's id, claim sub of the token"), Satu),
        };
        Muat(setelan.Akar, "Tte:Akar", tte["Akar"] ?? throw Salah("Tte:Akar", "is missing: a PEM file with the roots that officers' certificates lead to"));
        if (tte["Antara"] is { } antara) Muat(setelan.Antara, "Tte:Antara", antara);
        return setelan;
    }

    private static Penandatangan Satu(IConfigurationSection p)
    {
        var (nik, email) = (p["Nik"], p["Email"]);
        if (nik is null == email is null) throw Salah(p.Path, "needs either Nik or Email");
        var sidik = p.GetSection("SidikSertifikat").GetChildren().Select(s => s.Value!.Replace(":", "", StringComparison.Ordinal).ToUpperInvariant()).ToHashSet();
        if (sidik.Count == 0 && string.IsNullOrWhiteSpace(p["NamaSertifikat"])) throw Salah(p.Path, "needs NamaSertifikat or SidikSertifikat, else anybody's signature would do");
        return new Penandatangan(nik is null ? "email" : "nik", nik ?? email!, p["NamaSertifikat"], sidik.Count == 0 ? TanpaSidik : sidik);
    }

    private static Uri AlamatDari(IConfigurationSection tte, string nama, string? nilai) =>
        Uri.TryCreate(nilai?.TrimEnd('/') + "/", UriKind.Absolute, out var alamat) && alamat.Scheme is "http" or "https"
            ? alamat
            : throw Salah(nama, $"must be an http address as long as {tte.Path}:Alamat is set");

    private static int Antara1Dan(IConfigurationSection tte, string nama, int bawaan, int terbesar) =>
        tte.GetValue(nama, bawaan) is var nilai && nilai >= 1 && nilai <= terbesar ? nilai : throw Salah("Tte:" + nama, $"must be 1 to {terbesar}");

    private static void Muat(X509Certificate2Collection ke, string nama, string berkas)
    {
        ke.ImportFromPemFile(berkas);
        if (ke.Count == 0) throw Salah(nama, $"names {berkas}, in which there is no certificate");
    }

    private static InvalidOperationException Salah(string nama, string apa) => new($"Setting {nama} {apa}.");
}
