using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.Standalone.Demo;
using Dukcapil.Standalone.Hosting;
using Dukcapil.TestServers;

namespace Dukcapil.EndToEnd.Tests.Identitas;

/// <summary>Another issuer takes the place of ours by settings alone.</summary>
public sealed class DenganPenerbitAsing
{
    [Fact]
    public async Task The_whole_way_runs_on_tokens_of_another_issuer_which_may_come_late_and_go_away()
    {
        await using var penerbit = new PenerbitAsing(new Uri($"http://127.0.0.1:{FreePort.Next()}/"));
        await using var pemasangan = new PemasanganAsing(penerbit);
        await pemasangan.InitializeAsync();

        // It is not up yet: nobody is let in, and nobody is told that his token is bad.
        var loket = penerbit.Petugas("u-1", "LOKET");
        (await pemasangan.BacaAsync("/api/v1/tugas", loket)).HarusMasalah(503, "penerbit-token-tidak-terjangkau");
        (await pemasangan.KirimAsync(HttpMethod.Get, "/api/v1/tugas")).HarusMasalah(401, "token-tidak-sah");
        await penerbit.NyalakanAsync();
        (await pemasangan.BacaAsync("/api/v1/tugas", loket)).Harus(200);

        using var klien = new KantorKlien(
            pemasangan.Alamat,
            peran => Task.FromResult(peran.StartsWith(TokenKlien.AwalanSistem, StringComparison.Ordinal) ? penerbit.Sistem(peran) : penerbit.Petugas("u-" + peran, peran)));
        var berkas = new Berkas(pemasangan, klien);
        await berkas.AjukanAsync();
        // Every service asks by itself; wait until each has been answered.
        foreach (var jalur in (string[])["/api/v1/loket/tugas/x", "/api/v1/tugas", "/api/v1/registri/permohonan/" + berkas.Id, "/elsa/api/workflow-definitions"])
            await Tunggu.SampaiAsync($"{jalur} memeriksa token", async () => (await pemasangan.BacaAsync(jalur, loket)).Status is 200 or 403 or 404);
        await penerbit.PadamkanAsync();
        await berkas.PeriksaAsync();
        await berkas.EntriAsync();
        await berkas.DariKoreksiSampaiSelesaiAsync();
        await berkas.TungguBerakhirAsync("selesai");

        // A system files; the claims under our own names count nothing.
        var milikSistem = await klien.AjukanAsync(IsianUji.Permohonan(), peran: "klien:a");
        (await pemasangan.BacaAsync($"/api/v1/permohonan/{milikSistem.Id}", penerbit.Sistem("klien:b"))).HarusMasalah(404, "tidak-ditemukan");
        (await pemasangan.BacaAsync("/api/v1/ops/intake/pesan", loket)).HarusMasalah(403, "bukan-wewenang");
        // Our own issuer is not there at all.
        (await pemasangan.KirimAsync(HttpMethod.Get, "/masuk")).Harus(404);
    }
}
