using System.Collections.Concurrent;
using System.Diagnostics;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using MassTransit;

namespace Dukcapil.Benchmarks.Elsa;

/// <summary>
/// All owners of tasks in one: files applications and answers every task at once with the outcome that moves it on. What it measures is what an
/// officer would wait for: from a completion sent to the next task received, over the broker both ways.
/// </summary>
internal sealed class Kantor : IAsyncDisposable
{
    private readonly IBusControl bus;
    private readonly ConcurrentDictionary<Guid, Berkas> berjalan = new();
    private volatile ConcurrentBag<double> serahTerima = [];
    private volatile bool mengisi;
    private int selesai;

    private Kantor(IBusControl bus) => this.bus = bus;

    /// <summary>Applications that came to their end since <see cref="MulaiAsync"/>.</summary>
    public int Selesai => Volatile.Read(ref selesai);

    /// <summary>Applications on their way.</summary>
    public ICollection<Guid> Berjalan => berjalan.Keys;

    public static async Task<Kantor> BukaAsync(Uri broker)
    {
        Kantor? kantor = null;
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(broker, host => host.PublisherConfirmation = true);
            foreach (var layanan in (string[])[ServiceNames.Intake, ServiceNames.Approval, ServiceNames.Registry])
            {
                rabbit.ReceiveEndpoint("dukcapil." + layanan, endpoint =>
                {
                    endpoint.SetQuorumQueue();
                    endpoint.ConfigureConsumeTopology = false;
                    endpoint.PrefetchCount = 64;
                    endpoint.Handler<TugasDiterbitkan>(c => kantor!.TugasAsync(c.Message));
                    // Everyone is told of the end; it counts once.
                    endpoint.Handler<AlurSelesai>(c => layanan == ServiceNames.Intake ? kantor!.BerakhirAsync(c.Message.PermohonanId) : Task.CompletedTask);
                });
            }
        });
        kantor = new Kantor(bus);
        await bus.StartAsync();
        return kantor;
    }

    /// <summary>Keeps this many applications under way.</summary>
    public async Task MulaiAsync(int bersamaan)
    {
        (serahTerima, mengisi) = ([], true);
        Volatile.Write(ref selesai, 0);
        for (var i = 0; i < bersamaan; i++) await AjukanAsync();
    }

    /// <summary>Files no more; what is under way goes on.</summary>
    public void Berhenti() => mengisi = false;

    /// <summary>Times from a completion to the next task (ms).</summary>
    public List<double> Ambil() => [.. Interlocked.Exchange(ref serahTerima, [])];

    /// <summary>Gives up what is under way, and says which.</summary>
    public IReadOnlyList<Guid> Lupakan()
    {
        var sisa = berjalan.Keys.ToList();
        berjalan.Clear();
        return sisa;
    }

    public async ValueTask DisposeAsync() => await bus.StopAsync();

    private Task AjukanAsync()
    {
        var (id, berkas) = (Guid.CreateVersion7(), new Berkas());
        berjalan[id] = berkas;
        return KirimAsync(berkas, new PermohonanDiajukan { PermohonanId = id, Kantor = "9901", Fakta = new Fakta { Jenis = "KK_BARU", JumlahAnggota = 4 }, Pada = DateTimeOffset.UtcNow });
    }

    private async Task TugasAsync(TugasDiterbitkan tugas)
    {
        if (!berjalan.TryGetValue(tugas.PermohonanId, out var berkas)) return;
        lock (berkas)
        {
            // An executor that repeats itself after a crash is answered once, as an owner would.
            if (!berkas.Tugas.Add(tugas.TugasId)) return;
            if (berkas.DikirimPada is { } pada) serahTerima.Add(Stopwatch.GetElapsedTime(pada).TotalMilliseconds);
            berkas.DikirimPada = Stopwatch.GetTimestamp();
        }
        await KirimAsync(berkas, new TugasDiselesaikan
        {
            PermohonanId = tugas.PermohonanId,
            TugasId = tugas.TugasId,
            Hasil = tugas.Hasil.First(h => !h.PerluAlasan).Nama,
            Fakta = new Fakta { Keputusan = "maju", Pelaksana = "petugas-1", KodeAlasan = "" },
            Pada = DateTimeOffset.UtcNow,
        });
    }

    private Task BerakhirAsync(Guid permohonan)
    {
        if (!berjalan.TryRemove(permohonan, out _)) return Task.CompletedTask;
        Interlocked.Increment(ref selesai);
        return mengisi ? AjukanAsync() : Task.CompletedTask;
    }

    private async Task KirimAsync<T>(Berkas berkas, T pesan)
        where T : class, IMessage
    {
        var nomor = Interlocked.Increment(ref berkas.Nomor);
        var tujuan = await bus.GetSendEndpoint(new Uri("exchange:dukcapil." + ServiceNames.Workflow));
        await tujuan.Send(pesan, Pipe.Execute<SendContext>(konteks =>
        {
            konteks.MessageId = Guid.CreateVersion7();
            konteks.CorrelationId = pesan.PermohonanId;
            konteks.Headers.Set("dukcapil-sender", ServiceNames.Intake);
            konteks.Headers.Set("dukcapil-sequence", nomor);
        }));
    }

    private sealed class Berkas
    {
        public long Nomor;

        public HashSet<string> Tugas { get; } = [];

        public long? DikirimPada { get; set; }
    }
}
