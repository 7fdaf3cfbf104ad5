using Dukcapil.Identity.Pengguna;
using Dukcapil.Identity.Sandi;

namespace Dukcapil.Identity.Masuk;

/// <summary>Section <c>Identity</c>.</summary>
public sealed class SetelanIdentitas(IConfiguration configuration)
{
    /// <summary><c>Identity:FaktorKeduaWajib</c> (true): every user must have a second factor.</summary>
    public bool FaktorKeduaWajib { get; } = configuration.GetValue("Identity:FaktorKeduaWajib", true);

    /// <summary><c>Identity:PetugasContoh</c> (false): the demonstration's officers may log in. Standalone sets it while nobody but this machine can reach it.</summary>
    public bool PetugasContoh { get; } = configuration.GetValue("Identity:PetugasContoh", false);

    /// <summary>Least length of a password.</summary>
    public int SandiTerpendek => FaktorKeduaWajib ? AturanSandi.TerpendekDenganFaktorKedua : AturanSandi.TerpendekSendiri;

    /// <summary>Whether this user may use the system at all now.</summary>
    public bool Boleh(Akun akun)
    {
        ArgumentNullException.ThrowIfNull(akun);
        return akun.Aktif && (!akun.Contoh || PetugasContoh);
    }

    /// <summary>Whether this user must give a second factor.</summary>
    public bool PerluFaktorKedua(Akun akun)
    {
        ArgumentNullException.ThrowIfNull(akun);
        return akun.TotpAktif || (FaktorKeduaWajib && !akun.Contoh);
    }
}
