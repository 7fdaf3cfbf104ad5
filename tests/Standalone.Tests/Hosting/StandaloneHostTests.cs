using Dukcapil.Contracts;
using Dukcapil.Standalone.Demo;
using Dukcapil.Standalone.Hosting;
using Xunit;

namespace Dukcapil.Standalone.Tests.Hosting;

public sealed class StandaloneHostTests
{
    [Fact]
    public async Task Stopping_in_the_middle_of_the_work_parks_no_message_and_the_next_start_goes_on()
    {
        var folder = Directory.CreateTempSubdirectory("dukcapil-uji-");
        try
        {
            var data = new DataFolder(folder.FullName);
            var permohonan = new List<Guid>();
            await using (var host = await StandaloneHost.StartAsync(data, "http://127.0.0.1:0"))
            {
                using var klien = KantorKlien.DariData(host.Address, data);
                var diajukan = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => klien.AjukanAsync(BerkasContoh.Pengajuan())));
                permohonan.AddRange(diajukan.Select(p => p.Id));
            }
            await using (var host = await StandaloneHost.StartAsync(data, "http://127.0.0.1:0"))
            {
                using var klien = KantorKlien.DariData(host.Address, data);
                foreach (var layanan in ServiceNames.All) Assert.Equal(0, (int)(await klien.BacaAsync("OPS", $"/api/v1/ops/{layanan}/pesan"))["galat"]!);
                foreach (var id in permohonan) Assert.Equal("2", (await klien.TungguTugasAsync(id, "LOKET")).Langkah);
            }
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
