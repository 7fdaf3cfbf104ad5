using Dukcapil.EndToEnd.Tests.Peranti;

namespace Dukcapil.EndToEnd.Tests.Penolakan;

/// <summary>Who is refused: callers without a valid token, and those who may not see what they ask for.</summary>
public abstract class PenolakanPemanggil(Pemasangan pemasangan)
{
    private const string Jalur = "/api/v1/permohonan";

    /// <summary>One address per service, so that none has forgotten to ask.</summary>
    private static readonly string[] Alamat =
    [
        Jalur + "/0190d5a0-0000-7000-8000-000000000000", "/api/v1/loket/tugas/x", "/api/v1/tugas", "/api/v1/persetujuan/tugas/x", "/api/v1/registri/buku-agenda",
        "/elsa/api/workflow-definitions", "/api/v1/ops/intake/pesan", "/api/v1/ops/approval/pesan", "/api/v1/ops/registry/pesan", "/api/v1/ops/workflow/pesan",
    ];

    [Fact]
    public async Task Without_a_valid_token_nothing_is_answered()
    {
        var token = new Dictionary<string, string?>
        {
            ["tanpa token"] = null,
            ["bukan token"] = "abc.def.ghi",
            ["untuk layanan lain"] = pemasangan.Token.UntukLayananLain(),
            ["kedaluwarsa"] = pemasangan.Token.Kedaluwarsa(),
            ["alg none"] = pemasangan.Token.TanpaTandaTangan(),
            ["HS256 dengan kunci umum"] = pemasangan.Token.RahasiaDariKunciUmum(),
            ["kunci asing"] = pemasangan.Token.KunciAsing(),
        };
        foreach (var (sebab, t) in token)
        {
            foreach (var alamat in Alamat)
            {
                var jawaban = await pemasangan.KirimAsync(HttpMethod.Get, alamat, t);
                Assert.True(jawaban.Status == 401, $"{alamat} dengan {sebab}: {jawaban.Status}");
                jawaban.HarusMasalah(401, "token-tidak-sah");
            }
            (await pemasangan.KirimAsync(HttpMethod.Post, Jalur, t, Pemasangan.IsiJson(IsianUji.Permohonan()), "k1")).HarusMasalah(401, "token-tidak-sah");
        }
    }

    [Fact]
    public async Task A_client_system_sees_its_own_applications_only()
    {
        using var klien = pemasangan.Klien();
        var milikA = await klien.AjukanAsync(IsianUji.Permohonan(), peran: "klien:sistem-a");
        var (a, b) = (pemasangan.TokenUntuk("klien:sistem-a"), pemasangan.TokenUntuk("klien:sistem-b"));
        (await pemasangan.BacaAsync($"{Jalur}/{milikA.Id}", a)).Harus(200);
        (await pemasangan.BacaAsync($"{Jalur}/{milikA.Id}", pemasangan.TokenUntuk("LOKET"))).Harus(200);

        (await pemasangan.BacaAsync($"{Jalur}/{milikA.Id}", b)).HarusMasalah(404, "tidak-ditemukan");
        (await pemasangan.BacaAsync($"{Jalur}/{milikA.Id}/riwayat", b)).HarusMasalah(404, "tidak-ditemukan");
        (await pemasangan.KirimJsonAsync($"{Jalur}/{milikA.Id}/cabut", b, new { alasan = "Bukan milik saya." }, "cabut-b")).HarusMasalah(404, "tidak-ditemukan");
        (await pemasangan.KirimJsonAsync($"{Jalur}/{milikA.Id}/ajukan-ulang", b, "{}", "ulang-b")).HarusMasalah(404, "tidak-ditemukan");
        var kantorLain = pemasangan.Token.PetugasKantorLain("loket-lain", "LOKET");
        (await pemasangan.BacaAsync($"{Jalur}/{milikA.Id}", kantorLain)).HarusMasalah(404, "tidak-ditemukan");
    }

    [Theory]
    [InlineData("/api/v1/tugas", "klien:sistem-a")]
    [InlineData("/api/v1/registri/belum-diambil", "klien:sistem-a")]
    [InlineData("/api/v1/ops/intake/pesan", "LOKET")]
    [InlineData("/elsa/api/workflow-definitions", "KADIS")]
    [InlineData("/elsa/api/workflow-definitions", "OPS")]
    public async Task What_is_not_for_this_role_is_forbidden(string alamat, string peran) =>
        (await pemasangan.BacaAsync(alamat, pemasangan.TokenUntuk(peran))).HarusMasalah(403, "bukan-wewenang");

    [Fact]
    public async Task An_address_that_does_not_exist_and_a_wrong_method_are_problems_too()
    {
        (await pemasangan.BacaAsync($"{Jalur}/bukan-guid", pemasangan.TokenUntuk("LOKET"))).HarusMasalah(404, "tidak-ditemukan");
        (await pemasangan.KirimAsync(HttpMethod.Delete, Jalur, pemasangan.TokenUntuk("LOKET"))).HarusMasalah(405, "metode-tidak-didukung");
        (await pemasangan.BacaAsync("/api/v1/lacak/AAAA-BBBB-CCCC", pemasangan.TokenUntuk("LOKET"))).HarusMasalah(404, "tidak-ditemukan");
    }
}

/// <inheritdoc/>
[Collection(KumpulanStandalone.Nama)]
public sealed class PenolakanPemanggilStandalone(StandalonePemasangan pemasangan) : PenolakanPemanggil(pemasangan);

/// <inheritdoc/>
[Collection(KumpulanTerdistribusi.Nama)]
public sealed class PenolakanPemanggilTerdistribusi(TerdistribusiPemasangan pemasangan) : PenolakanPemanggil(pemasangan);
