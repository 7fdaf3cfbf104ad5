using System.Collections.Concurrent;
using System.Threading.Channels;
using Dukcapil.Contracts;

namespace Dukcapil.Approval.Aliran;

/// <summary>What all clients of one office are told at once; each picks what is his.</summary>
/// <param name="Perubahan">What has changed; null: each reads once from his own place, because from now on this process follows the office.</param>
/// <param name="Delegasi">Delegations in force.</param>
internal sealed record Kabar(Perubahan? Perubahan, IReadOnlyList<Delegasi> Delegasi);

/// <summary>
/// The clients of the stream in this process. Each has a bounded queue: who does not keep up loses what he has not read, and is told to read the list
/// again; nobody else waits for him.
/// </summary>
internal sealed class PapanTugas(IConfiguration configuration) : IDisposable
{
    private const int KabarTerbanyak = 64, PerPetugasLazim = 8, SemuaLazim = 2000;
    private readonly int perPetugas = configuration.GetValue("Aliran:PerPetugas", PerPetugasLazim), terbanyak = configuration.GetValue("Aliran:Terbanyak", SemuaLazim);
    private readonly ConcurrentDictionary<Guid, Pelanggan> pelanggan = new();
    private readonly SemaphoreSlim isyarat = new(0, 1);
    private int diubahDiSini;

    /// <summary>Offices that somebody watches.</summary>
    public IReadOnlyCollection<string> Kantor => [.. pelanggan.Values.Select(p => p.Kantor).Distinct()];

    /// <summary>The list was changed by this process.</summary>
    public void Bangunkan()
    {
        Interlocked.Exchange(ref diubahDiSini, 1);
        Isyaratkan();
    }

    /// <summary>There may be something new.</summary>
    public void Isyaratkan()
    {
        try
        {
            isyarat.Release();
        }
        catch (SemaphoreFullException)
        {
            // Awake already: one reading finds all.
        }
    }

    /// <summary>Waits for something new, or for so long; whether this process has changed the list since.</summary>
    public async Task<bool> TungguAsync(TimeSpan paling, CancellationToken cancellationToken)
    {
        await isyarat.WaitAsync(paling, cancellationToken);
        return Interlocked.Exchange(ref diubahDiSini, 0) == 1;
    }

    /// <summary>A new client; null when there are too many.</summary>
    public Pelanggan? Daftarkan(string kantor, string petugas)
    {
        if (pelanggan.Count >= terbanyak || pelanggan.Values.Count(p => p.Petugas == petugas) >= perPetugas) return null;
        var baru = new Pelanggan(this, kantor, petugas);
        pelanggan[baru.Id] = baru;
        return baru;
    }

    /// <summary>Tells the clients of an office.</summary>
    public void Siarkan(string kantor, Kabar kabar)
    {
        foreach (var p in pelanggan.Values.Where(p => p.Kantor == kantor)) p.Beri(kabar);
    }

    /// <inheritdoc/>
    public void Dispose() => isyarat.Dispose();

    /// <summary>One client.</summary>
    public sealed class Pelanggan(PapanTugas papan, string kantor, string petugas) : IDisposable
    {
        private readonly Channel<Kabar> antre = Channel.CreateBounded<Kabar>(KabarTerbanyak);
        private int tertinggal;

        public Guid Id { get; } = Guid.NewGuid();

        public string Kantor => kantor;

        public string Petugas => petugas;

        public ChannelReader<Kabar> Kabar => antre.Reader;

        /// <summary>Whether something was lost since the last time this was asked; what is still queued is then worth nothing and dropped.</summary>
        public bool Tertinggal()
        {
            if (Interlocked.Exchange(ref tertinggal, 0) == 0) return false;
            while (antre.Reader.TryRead(out _))
            {
                // The list read anew contains it.
            }
            return true;
        }

        public void Beri(Kabar kabar)
        {
            if (!antre.Writer.TryWrite(kabar)) Interlocked.Exchange(ref tertinggal, 1);
        }

        public void Dispose() => papan.pelanggan.TryRemove(Id, out _);
    }
}
