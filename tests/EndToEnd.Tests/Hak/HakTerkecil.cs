using System.Diagnostics;
using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.TestServers;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Dukcapil.EndToEnd.Tests.Hak;

/// <summary>
/// What each service may do at the database and the broker, as the files in <c>deploy</c> give it: its own, and nothing of another. Those very files are run
/// here on real servers.
/// </summary>
public sealed class HakTerkecil(PeladenBersama peladen) : IAsyncLifetime
{
    private const string BasisData = "dukcapil";
    private static readonly string[] Layanan = ["intake", "approval", "registry", "workflow", "identity"];
    private static readonly string[] Pesan = ["intake", "approval", "registry", "workflow"];
    private readonly DirectoryInfo deploy = Directory.CreateTempSubdirectory("dukcapil-deploy-");

    public async ValueTask InitializeAsync()
    {
        // The secrets are made beside the script; a copy leaves the working tree as it is.
        foreach (var asal in Directory.EnumerateFiles(Repository.PathOf("deploy"), "*", SearchOption.AllDirectories))
        {
            var tujuan = Path.Combine(deploy.FullName, Path.GetRelativePath(Repository.PathOf("deploy"), asal));
            Directory.CreateDirectory(Path.GetDirectoryName(tujuan)!);
            File.Copy(asal, tujuan);
        }
        await JalankanAsync(Path.Combine(deploy.FullName, "make-secrets"), [], []);
    }

    public ValueTask DisposeAsync()
    {
        deploy.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_service_reads_and_writes_its_own_schema_only()
    {
        var server = await peladen.Postgres;
        var admin = new NpgsqlConnectionStringBuilder(server.AdminConnectionString);
        await using (var buat = new NpgsqlConnection(admin.ConnectionString)) await LaksanakanAsync(buat, $"CREATE DATABASE {BasisData}");
        await JalankanAsync(
            Path.Combine(PostgresServer.ProgramFolder ?? "", "psql"),
            ["-h", admin.Host!, "-p", $"{admin.Port}", "-U", admin.Username!, "-d", BasisData, "-q", "-f", Path.Combine(deploy.FullName, "postgres", "init.sql")],
            [("PGPASSWORD", admin.Password ?? ""), .. Rahasia("postgres.env")]);
        foreach (var layanan in Layanan)
        {
            await using var milik = Sebagai(admin, layanan);
            await LaksanakanAsync(milik, $"CREATE TABLE {layanan}.rahasia (isi text); INSERT INTO rahasia VALUES ('{layanan}')");
        }
        foreach (var layanan in Layanan)
        {
            await using var orang = Sebagai(admin, layanan);
            foreach (var lain in Layanan.Except([layanan]))
            {
                foreach (var sql in (string[])[$"SELECT * FROM {lain}.rahasia", $"INSERT INTO {lain}.rahasia VALUES ('x')", $"CREATE TABLE {lain}.titipan (i int)", $"DROP SCHEMA {lain} CASCADE", $"SET ROLE {lain}"])
                    await DitolakAsync(orang, sql);
            }
            foreach (var sql in (string[])["CREATE TABLE public.titipan (i int)", "CREATE SCHEMA titipan", "CREATE ROLE titipan", "SELECT * FROM pg_authid", "COPY rahasia TO PROGRAM 'cat'", "ALTER SYSTEM SET fsync = off"])
                await DitolakAsync(orang, sql);
        }
    }

    [Fact]
    public async Task A_service_sends_to_all_and_reads_its_own_queues_only()
    {
        var broker = await peladen.Rabbit;
        await broker.ImportDefinitionsAsync(Path.Combine(deploy.FullName, "secrets", "rabbitmq-definitions.json"));
        foreach (var layanan in Pesan)
        {
            await using var milik = await SebagaiAsync(broker, layanan);
            await using var saluran = await milik.CreateChannelAsync();
            var nama = "dukcapil." + layanan;
            await saluran.ExchangeDeclareAsync(nama, ExchangeType.Fanout, durable: true);
            await saluran.QueueDeclareAsync(nama, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
            await saluran.QueueBindAsync(nama, nama, "");
        }
        foreach (var layanan in Pesan)
        {
            await using var orang = await SebagaiAsync(broker, layanan);
            var sendiri = "dukcapil." + layanan;
            foreach (var lain in Pesan.Except([layanan]).Select(l => "dukcapil." + l))
            {
                await DitolakAsync(orang, $"{layanan} mengambil dari {lain}", s => s.BasicGetAsync(lain, autoAck: true));
                await DitolakAsync(orang, $"{layanan} mendengarkan {lain}", s => s.BasicConsumeAsync(lain, autoAck: true, new AsyncDefaultBasicConsumer(s)));
                await DitolakAsync(orang, $"{layanan} menyadap {lain}", s => s.QueueBindAsync(sendiri, lain, ""));
                await DitolakAsync(orang, $"{layanan} menguras {lain}", s => s.QueuePurgeAsync(lain));
            }
            await DitolakAsync(orang, $"{layanan} membuat antrean lain", s => s.QueueDeclareAsync("titipan", durable: true, exclusive: false, autoDelete: false));
            await using var kirim = await orang.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
            foreach (var lain in Pesan) await kirim.BasicPublishAsync("dukcapil." + lain, "", mandatory: true, "uji"u8.ToArray());
            Assert.NotNull(await kirim.BasicGetAsync(sendiri, autoAck: true));
        }
    }

    private static async Task DitolakAsync(NpgsqlConnection sebagai, string sql)
    {
        var salah = await Record.ExceptionAsync(() => LaksanakanAsync(sebagai, sql));
        Assert.True(salah is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege }, $"{sebagai.UserName}: {sql} → {salah?.Message ?? "boleh"}");
    }

    // A refusal closes the channel, so each attempt has its own.
    private static async Task DitolakAsync(IConnection sebagai, string apa, Func<IChannel, Task> coba)
    {
        await using var saluran = await sebagai.CreateChannelAsync();
        var salah = await Record.ExceptionAsync(() => coba(saluran));
        Assert.True(salah is OperationInterruptedException { ShutdownReason.ReplyCode: 403 }, $"{apa} → {salah?.Message ?? "boleh"}");
    }

    private NpgsqlConnection Sebagai(NpgsqlConnectionStringBuilder admin, string layanan)
    {
        var sandi = Rahasia("postgres.env").Single(r => r.Nama == $"DUKCAPIL_{layanan.ToUpperInvariant()}_PASSWORD").Nilai;
        return new(new NpgsqlConnectionStringBuilder(admin.ConnectionString) { Database = BasisData, Username = layanan, Password = sandi, Pooling = false }.ConnectionString);
    }

    private async Task<IConnection> SebagaiAsync(RabbitServer broker, string layanan)
    {
        var alamat = new Uri(Rahasia(layanan + ".env").Single(r => r.Nama == "ConnectionStrings__Broker").Nilai);
        var orang = alamat.UserInfo.Split(':');
        return await new ConnectionFactory { HostName = broker.AmqpUri.Host, Port = broker.AmqpUri.Port, UserName = orang[0], Password = orang[1], VirtualHost = alamat.AbsolutePath.Trim('/') }.CreateConnectionAsync();
    }

    private IEnumerable<(string Nama, string Nilai)> Rahasia(string berkas) =>
        File.ReadAllLines(Path.Combine(deploy.FullName, "secrets", berkas)).Select(b => b.Split('=', 2)).Where(b => b.Length == 2).Select(b => (b[0], b[1]));

    private static async Task LaksanakanAsync(NpgsqlConnection sebagai, string sql)
    {
        if (sebagai.State != System.Data.ConnectionState.Open) await sebagai.OpenAsync();
        await using var perintah = new NpgsqlCommand(sql, sebagai);
        await perintah.ExecuteNonQueryAsync();
    }

    private static async Task JalankanAsync(string program, string[] argumen, (string Nama, string Nilai)[] lingkungan)
    {
        var mulai = new ProcessStartInfo(program, argumen) { RedirectStandardError = true };
        foreach (var (nama, nilai) in lingkungan) mulai.Environment[nama] = nilai;
        using var proses = Process.Start(mulai)!;
        var galat = await proses.StandardError.ReadToEndAsync();
        await proses.WaitForExitAsync();
        Assert.True(proses.ExitCode == 0, $"{program}: {galat}");
    }
}
