using System.Text.Json.Serialization;

namespace Dukcapil.Kependudukan;

/// <summary>One field that differs between two versions of a konsep, as Kasi and Kabid read it.</summary>
/// <param name="Anggota">0-based row, in the newer version (in the older one for a member that left); null for the card itself.</param>
/// <param name="Field">
/// JSON name, for example <c>tempatLahir</c> or <c>alamat.rt</c>; <c>anggota</c> when a member came or left (the value is the name),
/// <c>baris</c> when a member changed its row (the values are 0-based rows).
/// </param>
/// <param name="Dari">Former text (code in decimal, date ISO); null when empty. NIK and Nomor KK in full: mask before showing.</param>
/// <param name="Ke">New text; null when empty.</param>
/// <param name="Kanonik">True when a paraf lapses by it; false for NIK and Nomor KK, which come from SIAK.</param>
/// <param name="Terkait">0-based index of the other card it is on (<see cref="KartuTerkait"/>); null for the card that is applied for.</param>
public sealed record Perbedaan(int? Anggota, string Field, string? Dari, string? Ke, bool Kanonik,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Terkait = null)
{
    /// <summary>
    /// Compares two versions with the other cards of the application. Those are paired by their place; one that came or left is <c>kartuTerkait</c> (the
    /// value is its role), one of another role <c>peran</c>.
    /// </summary>
    public static IReadOnlyList<Perbedaan> Antara(
        KartuKeluarga lama, IReadOnlyList<KartuTerkait> terkaitLama, KartuKeluarga baru, IReadOnlyList<KartuTerkait> terkaitBaru)
    {
        var hasil = new List<Perbedaan>(Antara(lama, baru));
        for (var i = 0; i < Math.Max(terkaitLama.Count, terkaitBaru.Count); i++)
        {
            var (dari, ke) = (terkaitLama.ElementAtOrDefault(i), terkaitBaru.ElementAtOrDefault(i));
            if (dari is null || ke is null)
            {
                hasil.Add(new Perbedaan(null, "kartuTerkait", Peran(dari), Peran(ke), true, i));
                continue;
            }
            if (dari.Peran != ke.Peran) hasil.Add(new Perbedaan(null, "peran", Peran(dari), Peran(ke), true, i));
            hasil.AddRange(Antara(dari.KartuKeluarga, ke.KartuKeluarga).Select(p => p with { Terkait = i }));
        }
        return hasil;

        static string? Peran(KartuTerkait? kartu) => kartu is null ? null : IsianKartu.Teks(kartu.Peran);
    }

    /// <summary>
    /// Compares two versions. Members are paired by unchanged row, then by NIK, then by name and birth date, then by what is left on the
    /// same row, so that a member put in between does not show every later row as changed. No canonical difference ⇔ equal
    /// <see cref="KartuKeluarga.HashKanonik"/>.
    /// </summary>
    public static IReadOnlyList<Perbedaan> Antara(KartuKeluarga lama, KartuKeluarga baru)
    {
        var hasil = new List<Perbedaan>();
        Tambah(hasil, null, "nomorKk", IsianKartu.Teks(lama.NomorKk), IsianKartu.Teks(baru.NomorKk), kanonik: false);
        var (alamatLama, alamatBaru) = (lama.Alamat ?? new Alamat(), baru.Alamat ?? new Alamat());
        foreach (var (nama, teks) in IsianKartu.Alamat)
            Tambah(hasil, null, "alamat." + nama, teks(alamatLama), teks(alamatBaru));

        var pasangan = Pasangkan(lama.Anggota, baru.Anggota);
        for (var i = 0; i < baru.Anggota.Count; i++)
        {
            if (pasangan[i] is not { } asal)
                hasil.Add(new Perbedaan(i, "anggota", null, baru.Anggota[i].Nama ?? "", true));
            else
                BandingkanAnggota(hasil, i, asal, lama.Anggota[asal], baru.Anggota[i]);
        }
        for (var i = 0; i < lama.Anggota.Count; i++)
        {
            if (!pasangan.Contains(i))
                hasil.Add(new Perbedaan(i, "anggota", lama.Anggota[i].Nama ?? "", null, true));
        }
        return hasil;
    }

    /// <summary>A text without field values, because records end up in logs.</summary>
    public override string ToString() => $"Perbedaan {{ Terkait = {Terkait}, Anggota = {Anggota}, Field = {Field} }}";

    private static void BandingkanAnggota(List<Perbedaan> hasil, int baris, int barisLama, Anggota lama, Anggota baru)
    {
        Tambah(hasil, baris, "baris", $"{barisLama}", $"{baris}");
        Tambah(hasil, baris, "nik", IsianKartu.Teks(lama.Nik), IsianKartu.Teks(baru.Nik), kanonik: false);
        foreach (var (nama, teks) in IsianKartu.Anggota)
            Tambah(hasil, baris, nama, teks(lama), teks(baru));
    }

    private static void Tambah(List<Perbedaan> hasil, int? anggota, string field, string dari, string ke, bool kanonik = true)
    {
        if (dari != ke)
            hasil.Add(new Perbedaan(anggota, field, dari.Length == 0 ? null : dari, ke.Length == 0 ? null : ke, kanonik));
    }

    /// <summary>For each new row the old row of the same person, or null.</summary>
    private static int?[] Pasangkan(IReadOnlyList<Anggota> lama, IReadOnlyList<Anggota> baru)
    {
        var pasangan = new int?[baru.Count];
        var bebas = Enumerable.Range(0, lama.Count).ToHashSet();
        Cocokkan((l, b) => l == b && IsianKartu.Anggota.All(f => f.Teks(lama[l]) == f.Teks(baru[b])));
        Cocokkan((l, b) => IsianKartu.Teks(lama[l].Nik) is { Length: > 0 } nik && nik == IsianKartu.Teks(baru[b].Nik));
        Cocokkan((l, b) => lama[l].Nama is { Length: > 0 } nama && nama == baru[b].Nama && lama[l].TanggalLahir == baru[b].TanggalLahir);
        Cocokkan((l, b) => l == b);
        return pasangan;

        void Cocokkan(Func<int, int, bool> sama)
        {
            for (var b = 0; b < baru.Count; b++)
            {
                if (pasangan[b] is not null)
                    continue;
                foreach (var l in bebas.Order().Where(l => sama(l, b)).Take(1).ToList())
                {
                    pasangan[b] = l;
                    bebas.Remove(l);
                }
            }
        }
    }
}
