using Macam = Dukcapil.Kependudukan.Peristiwa;

namespace Dukcapil.Kependudukan;

/// <summary>
/// Circumstances of one application, on which conditional requirements depend. Said by the applicant and Loket, apart from what the card
/// itself shows (<see cref="DenganKartu"/>). All false: the plain case.
/// </summary>
public sealed record Keadaan
{
    /// <summary>The applicant is represented (F-1.07, UU 23/2006 art. 26).</summary>
    public bool Diwakilkan { get; init; }

    /// <summary>Someone's biodata are new, not yet recorded or changed (F-1.01).</summary>
    public bool AdaBiodataBaru { get; init; }

    /// <summary>The applicant still stands on another card.</summary>
    public bool TercatatDiKkLain { get; init; }

    /// <summary>The former head of the family has died.</summary>
    public bool KepalaMeninggal { get; init; }

    /// <summary>The former head of the family left by divorce.</summary>
    public bool KepalaCerai { get; init; }

    /// <summary>All members left are younger than 17.</summary>
    public bool SemuaDiBawah17 { get; init; }

    /// <summary>The split is because of a marriage.</summary>
    public bool PisahKarenaKawin { get; init; }

    /// <summary>The move itself is registered at this office (F-1.03).</summary>
    public bool PindahDidaftarDiSini { get; init; }

    /// <summary>The address belongs to someone else: lodging, rent, boarding.</summary>
    public bool MenumpangAlamat { get; init; }

    /// <summary>A child under 17 moves without its parents.</summary>
    public bool AnakTanpaOrangTua { get; init; }

    /// <summary>A KTP-el still carries the former address.</summary>
    public bool KtpAlamatLama { get; init; }

    /// <summary>The applicant has no population document at all (F-1.04).</summary>
    public bool TanpaDokumen { get; init; }

    /// <summary>Naturalised by decree of the President.</summary>
    public bool DenganKeppres { get; init; }

    /// <summary>The foreigner is married.</summary>
    public bool SudahKawin { get; init; }

    /// <summary>Moved within Indonesia.</summary>
    public bool PindahDalamNkri { get; init; }

    /// <summary>An Indonesian arriving from abroad.</summary>
    public bool DariLuarNegeri { get; init; }

    /// <summary>Someone who joins the card is a foreigner.</summary>
    public bool AnggotaOrangAsing { get; init; }

    /// <summary>The applicant is a foreigner.</summary>
    public bool PemohonOrangAsing { get; init; }

    /// <summary>The office asks for a statement how the card was lost or damaged; a setting of the office.</summary>
    public bool PernyataanDiminta { get; init; }

    /// <summary>
    /// The vital events reported, for <see cref="JenisPermohonan.UbahPeristiwa"/>; a birth and a death may come together.
    /// </summary>
    public IReadOnlyList<Peristiwa> Peristiwa { get; init; } = [];

    /// <summary>These circumstances with those that the card shows: a member without NIK, everybody under 17.</summary>
    public Keadaan DenganKartu(KartuKeluarga kartu, DateOnly tanggalAcuan) => this with
    {
        AdaBiodataBaru = AdaBiodataBaru || kartu.Anggota.Any(a => string.IsNullOrWhiteSpace(a?.Nik)),
        SemuaDiBawah17 = SemuaDiBawah17
            || (kartu.Anggota.Count > 0 && kartu.Anggota.All(a => a?.TanggalLahir is { } lahir && Umur.Pada(lahir, tanggalAcuan) < 17)),
    };

    /// <summary>Answers the names used in <c>persyaratan.json</c>.</summary>
    internal bool Berlaku(string bila, IReadOnlyCollection<string> lampiran) => bila switch
    {
        "diwakilkan" => Diwakilkan,
        "adaBiodataBaru" => AdaBiodataBaru,
        "tercatatDiKkLain" => TercatatDiKkLain,
        "kepalaMeninggal" => KepalaMeninggal,
        "kepalaCerai" => KepalaCerai,
        "semuaDiBawah17" => SemuaDiBawah17,
        "pisahKarenaKawin" => PisahKarenaKawin,
        "pindahDidaftarDiSini" => PindahDidaftarDiSini,
        "menumpangAlamat" => MenumpangAlamat,
        "anakTanpaOrangTua" => AnakTanpaOrangTua,
        "ktpAlamatLama" => KtpAlamatLama,
        "tanpaDokumen" => TanpaDokumen,
        "denganKeppres" => DenganKeppres || lampiran.Contains("KEPPRES_WN"), // The decree itself shows which way was taken.
        "sudahKawin" => SudahKawin,
        "pindahDalamNkri" => PindahDalamNkri,
        "dariLuarNegeri" => DariLuarNegeri,
        "anggotaOrangAsing" => AnggotaOrangAsing,
        "pemohonOrangAsing" => PemohonOrangAsing,
        "pernyataanDiminta" => PernyataanDiminta,
        "peristiwaAnak" => Ada(Macam.Kelahiran, Macam.PengakuanAnak, Macam.PengesahanAnak, Macam.PengangkatanAnak),
        "peristiwaPerkawinan" => Ada(Macam.Perkawinan),
        "peristiwaPerceraian" => Ada(Macam.Perceraian),
        "peristiwaKematian" => Ada(Macam.Kematian),
        "peristiwaDenganPenetapan" =>
            Ada(Macam.PembatalanPerkawinan, Macam.PembatalanPerceraian, Macam.PengangkatanAnak, Macam.PerubahanNama, Macam.PembatalanAkta),
        _ => throw new InvalidOperationException($"keadaan '{bila}' tidak dikenal"),
    };

    private bool Ada(params ReadOnlySpan<Macam> salahSatu)
    {
        foreach (var peristiwa in salahSatu)
        {
            if (Peristiwa.Contains(peristiwa))
                return true;
        }
        return false;
    }
}
