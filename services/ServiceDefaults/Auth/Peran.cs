namespace Dukcapil.ServiceDefaults.Auth;

/// <summary>Role codes of the SOP and of the system. More roles are data of the workflow (a definition may name any code).</summary>
public static class Peran
{
    /// <summary>The applicant; no user holds it, Loket or a filing system acts.</summary>
    public const string Pemohon = "PEMOHON";

    /// <summary>Loket, which also is pengolah data.</summary>
    public const string Loket = "LOKET";

    /// <summary>Section head: first paraf.</summary>
    public const string Kasi = "KASI";

    /// <summary>Division head: second paraf.</summary>
    public const string Kabid = "KABID";

    /// <summary>Head of the office: signs.</summary>
    public const string Kadis = "KADIS";

    /// <summary>Changes workflow definitions and puts them into effect.</summary>
    public const string AdminAlur = "ADMIN_ALUR";

    /// <summary>Changes drafts of workflow definitions; somebody else publishes them.</summary>
    public const string PenyuntingAlur = "PENYUNTING_ALUR";

    /// <summary>Sees workflow definitions and running workflows.</summary>
    public const string PengamatAlur = "PENGAMAT_ALUR";

    /// <summary>Manages users, offices, client systems and signing keys; has no business with applications.</summary>
    public const string AdminIdentitas = "ADMIN_IDENTITAS";

    /// <summary>Operates the system; sees no personal data.</summary>
    public const string Ops = "OPS";

    /// <summary>Reads the audit journal.</summary>
    public const string Auditor = "AUDITOR";

    /// <summary>Roles of the system itself: none of them serves applications.</summary>
    public static readonly IReadOnlySet<string> Sistem = new HashSet<string>(StringComparer.Ordinal)
    {
        AdminAlur, PenyuntingAlur, PengamatAlur, AdminIdentitas, Ops, Auditor,
    };
}

/// <summary>Scopes of client systems (OAuth 2, client credentials).</summary>
public static class Lingkup
{
    /// <summary>Files applications and sees its own.</summary>
    public const string Permohonan = "permohonan";

    /// <summary>Fetches documents of the applications that it filed itself.</summary>
    public const string Dokumen = "dokumen";

    /// <summary>Reads the lines of Buku Register and Buku Agenda of the applications that it filed itself.</summary>
    public const string Buku = "buku";

    /// <summary>Operates the system, as the role OPS: reconciliation, replay of parked messages.</summary>
    public const string Ops = "ops";

    /// <summary>Reads the audit journal, as the role AUDITOR.</summary>
    public const string Audit = "audit";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> Semua = [Permohonan, Dokumen, Buku, Ops, Audit];
}
