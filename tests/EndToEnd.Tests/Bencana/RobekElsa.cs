using Dukcapil.EndToEnd.Tests.Peranti;
using Npgsql;

namespace Dukcapil.EndToEnd.Tests.Bencana;

/// <summary>Elsa's database as no crash of ours leaves it: what can be mended is mended, what cannot is told, and nothing is silently finished.</summary>
public sealed class RobekElsa(ElsaPemasangan pemasangan) : IClassFixture<ElsaPemasangan>
{
    private readonly ElsaPemasangan pemasangan = pemasangan.Harus();

    [Fact]
    public async Task A_task_that_nobody_was_told_of_is_announced_and_an_instance_that_is_gone_is_an_incident_and_no_end()
    {
        using var klien = pemasangan.Klien();
        var berkas = new Berkas(pemasangan, klien);
        await berkas.AjukanAsync();
        await berkas.PeriksaAsync();
        await berkas.EntriAsync();
        var tugas = await berkas.TugasAsync("Dukcapil.KoreksiKonsep", "KASI");
        await using var pemilik = NpgsqlDataSource.Create(pemasangan.BasisDataElsa);

        await JalankanAsync(pemilik, $"DELETE FROM workflow.tugas WHERE permohonan_id = '{berkas.Id}' AND NOT usai");
        await PeriksaAsync(berkas);
        await Tunggu.SampaiAsync(
            "tugas yang sama diumumkan lagi",
            async () => (await pemasangan.BacaBarisAsync("workflow", $"SELECT id FROM tugas WHERE permohonan_id = '{berkas.Id}' AND NOT usai")).Select(b => b[0]).SequenceEqual([tugas.TugasId]));

        await JalankanAsync(pemilik, $"CREATE TABLE elsa.simpan AS SELECT * FROM elsa.\"WorkflowInstances\" WHERE \"Id\" = '{berkas.Id:N}'; DELETE FROM elsa.\"WorkflowInstances\" WHERE \"Id\" = '{berkas.Id:N}'");
        await PeriksaAsync(berkas);
        await pemasangan.TungguInsidenAsync(berkas.Id, "INSTANS_HILANG");
        await berkas.KoreksiAsync("KASI");
        await pemasangan.TungguInsidenAsync(berkas.Id, "PERINTAH_GAGAL");
        Assert.Equal("diproses", (string)(await klien.LacakAsync(berkas.KodeLacak))["status"]!);

        // Somebody restores the row: what waited is carried out, and the incident is over.
        await JalankanAsync(pemilik, "INSERT INTO elsa.\"WorkflowInstances\" SELECT * FROM elsa.simpan");
        await berkas.KoreksiAsync("KABID");
        Assert.DoesNotContain(berkas.Id.ToString(), (await pemasangan.BacaInsidenAsync()).Isi, StringComparison.Ordinal);
        await berkas.CetakAsync();
        await berkas.TandaTanganAsync();
        await berkas.RegistrasiAsync();
        await berkas.SerahkanAsync();
        await berkas.TungguBerakhirAsync("selesai");
        await pemasangan.HarusSepakatAsync(berkas.Id);
    }

    private async Task PeriksaAsync(Berkas berkas) =>
        (await pemasangan.KirimAsync(HttpMethod.Post, $"/api/v1/ops/workflow/permohonan/{berkas.Id}/periksa", pemasangan.TokenUntuk("OPS"))).Harus(204);

    private static async Task JalankanAsync(NpgsqlDataSource basisData, string sql)
    {
        await using var perintah = basisData.CreateCommand(sql);
        await perintah.ExecuteNonQueryAsync();
    }
}
