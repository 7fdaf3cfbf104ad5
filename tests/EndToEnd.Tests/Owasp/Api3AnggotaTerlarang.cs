using System.Text.Json.Nodes;
using Dukcapil.EndToEnd.Tests.Kontrak;
using Dukcapil.EndToEnd.Tests.Peranti;

namespace Dukcapil.EndToEnd.Tests.Owasp;

/// <summary>
/// OWASP API3:2023, broken object property level authorization (mass assignment): every JSON body of ours with members that its sender must not set, sent by
/// somebody who may otherwise call the operation.
/// </summary>
[Collection(KumpulanStandalone.Nama)]
public sealed class Api3AnggotaTerlarang(StandalonePemasangan pemasangan, ITestOutputHelper keluaran)
{
    private static readonly string[] Terlarang = ["kantorPemilik", "diajukanOleh", "nomorAgenda", "peranSaya", "isAdmin", "versiData"];

    [Fact]
    public async Task A_member_that_an_operation_does_not_know_is_never_taken()
    {
        var izin = BarisIzin.Semua.ToDictionary(b => b.ToString());
        var masuk = new List<string>();
        var dicoba = 0;
        foreach (var o in (await DokumenApi.BacaAsync(pemasangan)).SelectMany(d => d.Operasi).Where(o => o.Jalur.StartsWith("/api/v1/", StringComparison.Ordinal)))
        {
            if (o.BadanPermintaan?["application/json"]?["schema"] is not { } skema || o.Dokumen.Buka(skema)["examples"]?[0] is not JsonObject contoh) continue;
            if (!izin.TryGetValue(o.ToString(), out var baris)) continue;
            var token = baris.PeranBoleh is { } peran ? pemasangan.Token.Petugas("pengisi", peran) : pemasangan.Token.SistemDengan("pengisi", baris.Lingkup);
            foreach (var anggota in Terlarang)
            {
                dicoba++;
                var isi = contoh.DeepClone().AsObject();
                isi[anggota] = "9902";
                using var badan = Pemasangan.IsiJson(isi.ToJsonString());
                var alamat = baris.Isi(nama => nama is "versi" or "version" ? "1" : Guid.NewGuid().ToString());
                var jawaban = await pemasangan.KirimAsync(new HttpMethod(o.Metode), alamat, token, badan, Guid.NewGuid().ToString(), cocok: "\"1\"");
                if (jawaban.Status is < 400 or >= 500) masuk.Add($"{o} dengan {anggota}: {jawaban.Status}");
            }
        }
        keluaran.WriteLine($"{dicoba} attempts");
        Assert.True(dicoba > 150, $"{dicoba} attempts");
        Assert.True(masuk.Count == 0, string.Join(Environment.NewLine, masuk));
    }
}
