using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dukcapil.ServiceDefaults.Auth;

/// <summary>
/// Who may call an operation, declared at its endpoint. <c>-- izin</c> prints these declarations of the running endpoints into
/// <c>docs/security.md</c>; an endpoint without one is closed to everybody, and a test fails.
/// </summary>
/// <param name="Siapa">Officers, in words for the table.</param>
/// <param name="BolehPeran">Whether an officer with these roles may.</param>
/// <param name="Lingkup">Scope with which a client system may; null: no client system.</param>
/// <param name="Syarat">The condition on the object, which stands in the query.</param>
public sealed record Izin(string Siapa, Func<IReadOnlySet<string>, bool> BolehPeran, string? Lingkup, string Syarat)
{
    private const string KantorSendiri = "kantor sendiri";

    /// <summary>An officer who serves applications.</summary>
    public static readonly Izin Petugas = new("setiap peran yang melayani permohonan", MelayaniPermohonan, null, KantorSendiri);

    /// <summary>The officer whose role the task names.</summary>
    public static readonly Izin Tugas = Petugas with { Syarat = "kantor sendiri; mengubah: peran tugas itu atau delegasinya, tidak dipegang petugas lain" };

    /// <summary>Whoever supervises the role that the task names.</summary>
    public static readonly Izin PengawasTugas = Petugas with { Syarat = "kantor sendiri; penyelia peran tugas itu" };

    /// <summary>Files applications: Loket, or a client system.</summary>
    public static readonly Izin Mengajukan = Untuk(Auth.Peran.Loket) with
    {
        Lingkup = Auth.Lingkup.Permohonan,
        Syarat = "petugas: kantor sendiri; sistem: permohonannya sendiri",
    };

    /// <summary>Sees applications: any officer who serves them, or a client system.</summary>
    public static readonly Izin MelihatPermohonan = Petugas with { Lingkup = Auth.Lingkup.Permohonan, Syarat = Mengajukan.Syarat };

    /// <summary>Fetches documents of applications: any officer who serves them, or the client system that filed.</summary>
    public static readonly Izin MelihatDokumen = MelihatPermohonan with { Lingkup = Auth.Lingkup.Dokumen };

    /// <summary>Reads the books: any officer who serves applications, or a client system the lines of its own.</summary>
    public static readonly Izin MelihatBuku = MelihatPermohonan with { Lingkup = Auth.Lingkup.Buku };

    /// <summary>A client system that files applications; no officer.</summary>
    public static readonly Izin SistemPengaju = new("", _ => false, Auth.Lingkup.Permohonan, "miliknya sendiri");

    /// <summary>Publishes workflow definitions, and acts on running workflows.</summary>
    public static readonly Izin AdminAlur = Untuk(Auth.Peran.AdminAlur);

    /// <summary>Changes drafts of workflow definitions.</summary>
    public static readonly Izin MenyuntingAlur = Untuk(Auth.Peran.AdminAlur, Auth.Peran.PenyuntingAlur);

    /// <summary>Sees workflow definitions and running workflows.</summary>
    public static readonly Izin MelihatAlur = Untuk(Auth.Peran.AdminAlur, Auth.Peran.PenyuntingAlur, Auth.Peran.PengamatAlur);

    /// <summary>Manages users, offices, client systems and signing keys.</summary>
    public static readonly Izin AdminIdentitas = Untuk(Auth.Peran.AdminIdentitas);

    /// <summary>Changes name, clock and calendar of an office.</summary>
    public static readonly Izin MengaturKantor = Untuk(Auth.Peran.Kadis, Auth.Peran.AdminIdentitas) with { Syarat = KantorSendiri };

    /// <summary>Gives authority to another officer, or ends that.</summary>
    public static readonly Izin Mendelegasikan = new(
        "setiap peran yang melayani permohonan, ADMIN_IDENTITAS", peran => MelayaniPermohonan(peran) || peran.Contains(Auth.Peran.AdminIdentitas), null,
        "kantor sendiri; mengubah: pemegang peran itu, penyelianya, atau ADMIN_IDENTITAS");

    /// <summary>Operates the system.</summary>
    public static readonly Izin Ops = Untuk(Auth.Peran.Ops) with { Lingkup = Auth.Lingkup.Ops, Syarat = "tanpa data pribadi" };

    /// <summary>Reads the audit journal.</summary>
    public static readonly Izin Audit = Untuk(Auth.Peran.Auditor) with { Lingkup = Auth.Lingkup.Audit, Syarat = "dengan tujuan; dicatat" };

    /// <summary>Everyone with a valid token of an officer.</summary>
    public static readonly Izin SetiapPetugas = new("setiap petugas", peran => peran.Count > 0, null, "dirinya sendiri");

    /// <summary>Officers with one of these roles.</summary>
    public static Izin Untuk(params string[] peran) => new(string.Join(", ", peran), dimiliki => peran.Any(dimiliki.Contains), null, "");

    /// <summary>No token is asked for; <paramref name="syarat"/> says what protects the operation instead.</summary>
    public static Izin SiapaPun(string syarat) => new("siapa pun", _ => true, null, syarat);

    /// <summary>Whether this caller may.</summary>
    public bool Boleh(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        // A caller without a token has neither roles nor scopes, and gets 401.
        if (user.Identity?.IsAuthenticated != true) return false;
        var petugas = Auth.Petugas.Dari(user);
        // Scopes are for systems: an officer whose program asked for one does not become a system by it.
        return petugas.SistemLain ? Lingkup is not null && petugas.Lingkup.Contains(Lingkup) : BolehPeran(petugas.Peran);
    }

    // Operators, administrators and auditors have no business with applications.
    private static bool MelayaniPermohonan(IReadOnlySet<string> peran) => peran.Any(p => !Auth.Peran.Sistem.Contains(p));
}

/// <summary>Declares the rule at an endpoint.</summary>
public static class IzinEndpoint
{
    /// <summary>Only callers whom the rule allows.</summary>
    public static TBuilder RequireAuthorization<TBuilder>(this TBuilder endpoint, Izin izin)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(izin);
        var kebijakan = new AuthorizationPolicyBuilder().RequireAssertion(c => izin.Boleh(c.User)).Build();
        return endpoint.RequireAuthorization(kebijakan).WithMetadata(izin);
    }

    /// <summary>Open to everybody; says what protects it instead.</summary>
    public static TBuilder Terbuka<TBuilder>(this TBuilder endpoint, string syarat)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.AllowAnonymous().WithMetadata(Izin.SiapaPun(syarat));

    /// <summary>What nobody has declared is closed. Where there is no endpoint of ours the answer is 404 or 405, but only to who has a token.</summary>
    internal static void TutupYangTidakDinyatakan(this AuthorizationBuilder policies) => policies.SetFallbackPolicy(
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser()
            .RequireAssertion(c => c.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
            .Build());
}
