using Microsoft.AspNetCore.Authorization;

namespace Dukcapil.ServiceDefaults.Auth;

/// <summary>Role codes of the SOP and of the system. More roles are data of the workflow (a definition may name any code).</summary>
public static class Peran
{
    /// <summary>The applicant; no user holds it, Loket or a filing system acts.</summary>
    public const string Pemohon = "PEMOHON";

    /// <summary>Loket, which also is pengolah data.</summary>
    public const string Loket = "LOKET";

    /// <summary>Changes workflow definitions.</summary>
    public const string AdminAlur = "ADMIN_ALUR";

    /// <summary>Operates the system; sees no personal data.</summary>
    public const string Ops = "OPS";
}

/// <summary>Authorization policies, named at the endpoints.</summary>
public static class Izin
{
    /// <summary>An officer who serves applications; which step, the task says.</summary>
    public const string Petugas = "petugas";

    /// <summary>Files applications: Loket, or a client system with scope <c>permohonan</c>.</summary>
    public const string Mengajukan = "mengajukan";

    /// <summary>Sees applications: any officer, or a client system with scope <c>permohonan</c> (its own only).</summary>
    public const string MelihatPermohonan = "melihat-permohonan";

    /// <summary>Changes workflow definitions.</summary>
    public const string AdminAlur = "admin-alur";

    /// <summary>Operates the system.</summary>
    public const string Ops = "ops";

    private const string LingkupPermohonan = "permohonan";

    internal static void Tambahkan(AuthorizationBuilder policies) => policies
        .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
        .AddPolicy(Petugas, p => p.RequireAssertion(MelayaniPermohonan))
        .AddPolicy(Mengajukan, p => p.RequireAssertion(c => c.User.HasClaim(ClaimNames.Peran, Auth.Peran.Loket) || AdaLingkup(c)))
        .AddPolicy(MelihatPermohonan, p => p.RequireAssertion(c => MelayaniPermohonan(c) || AdaLingkup(c)))
        .AddPolicy(AdminAlur, p => p.RequireClaim(ClaimNames.Peran, Auth.Peran.AdminAlur))
        .AddPolicy(Ops, p => p.RequireClaim(ClaimNames.Peran, Auth.Peran.Ops));

    // Operators and administrators of the workflow have no business with applications.
    private static bool MelayaniPermohonan(AuthorizationHandlerContext context) =>
        context.User.HasClaim(c => c.Type == ClaimNames.Peran && c.Value is not (Auth.Peran.Ops or Auth.Peran.AdminAlur));

    // Asked of callers without a token too: they have no claims, and get 401.
    private static bool AdaLingkup(AuthorizationHandlerContext context) =>
        context.User.FindAll(ClaimNames.Scope).Any(c => c.Value.Split(' ').Contains(LingkupPermohonan));
}
