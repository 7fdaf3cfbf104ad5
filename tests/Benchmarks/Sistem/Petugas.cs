using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;

namespace Dukcapil.Benchmarks.Sistem;

/// <summary>
/// All officers of the office, over REST alone: each role watches its live stream and acts on every task as it comes. What is measured is what an officer
/// waits for: from the answer to the act before until the task is in the stream of the next role.
/// </summary>
internal sealed class Petugas : IAsyncDisposable
{
    /// <summary>The way of an application: who acts where, with which data.</summary>
    private static readonly (string Peran, string Pelayan, string Hasil, Func<Berkas, string?> Data)[] Jalan =
    [
        ("LOKET", "loket", "Lengkap", _ => """{"berkas":[{"kode":"F-1.02","keadaan":"ada"},{"kode":"BUKU_NIKAH","keadaan":"ada"}]}"""),
        ("LOKET", "loket", "Selesai", _ => Keluarga),
        ("KASI", "persetujuan", "Sesuai", _ => """{"versiKonsep":1,"peringatanDiketahui":true}"""),
        ("KABID", "persetujuan", "Sesuai", _ => """{"versiKonsep":1,"peringatanDiketahui":true}"""),
        ("LOKET", "registri", "Selesai", b => $$"""{"nomorKk":"{{b.NomorKk}}","versiKonsep":1}"""),
        ("KADIS", "persetujuan", "Ditandatangani", _ => null),
        ("LOKET", "registri", "Selesai", _ => """{"capDibubuhkan":true,"arsip":{"lokasi":"LEMARI 1"}}"""),
        ("LOKET", "registri", "Diserahkan", b => $$"""{"kodeTandaBukti":"{{b.TandaBukti}}","tandaTerima":"TT","penerima":{"nama":"AHMAD CONTOH","hubungan":"pemohon","identitas":{"jenis":"KTP-el","nomor":"9901010107900001"} } }"""),
    ];

    private const string Pengajuan = """{"jenis":"KK_BARU_KELUARGA_BARU","pemohon":{"nama":"AHMAD CONTOH","nik":"9901010107900001"}}""";

    private const string Keluarga = """
        {"kartuKeluarga":{"alamat":{"jalan":"JL CONTOH 1","rt":"001","rw":"002","kodePos":"99111","kodeDesa":"99.01.01.2001","desa":"CONTOH","kecamatan":"CONTOH SATU","kabupatenKota":"KABUPATEN CONTOH","provinsi":"PROVINSI CONTOH"},
         "anggota":[{"nama":"AHMAD CONTOH","nik":"9901010107900001","jenisKelamin":1,"tempatLahir":"CONTOH","tanggalLahir":"1990-07-01","agama":1,"pendidikan":5,"pekerjaan":15,"golonganDarah":13,"statusKawin":2,"tanggalKawin":"2015-05-10","shdk":1,"kewarganegaraan":"WNI","ayah":"BAPAK CONTOH","ibu":"IBU CONTOH"},
          {"nama":"SITI CONTOH","nik":"9901014308920001","jenisKelamin":2,"tempatLahir":"CONTOH","tanggalLahir":"1992-08-03","agama":1,"pendidikan":5,"pekerjaan":2,"golonganDarah":13,"statusKawin":2,"tanggalKawin":"2015-05-10","shdk":3,"kewarganegaraan":"WNI","ayah":"BAPAK DUA","ibu":"IBU DUA"}]},
         "catatanPeringatan":"Diperiksa bersama pemohon."}
        """;

    private readonly Instalasi instalasi;
    private readonly HttpClient http;
    private readonly Dictionary<string, string> token;
    private readonly ConcurrentDictionary<Guid, Berkas> berjalan = new();
    private readonly CancellationTokenSource akhir = new();
    private readonly List<Task> mendengar = [];
    private volatile ConcurrentBag<double> serahTerima = [], permintaan = [];
    private int selesai, diulang;

    public Petugas(Instalasi instalasi)
    {
        this.instalasi = instalasi;
        http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 512 }) { BaseAddress = instalasi.Alamat, Timeout = Timeout.InfiniteTimeSpan };
        token = Jalan.Select(l => l.Peran).Distinct().ToDictionary(p => p, instalasi.Penerbit.Token);
    }

    /// <summary>Told when an application has come to its end.</summary>
    public Action? Berakhir { get; set; }

    public int Selesai => Volatile.Read(ref selesai);

    /// <summary>Acts refused because another service's message was still on its way, and made again.</summary>
    public int Diulang => Volatile.Read(ref diulang);

    public int Berjalan => berjalan.Count;

    /// <summary>Opens the stream of each role; returns when all are open.</summary>
    public async Task SiapAsync()
    {
        foreach (var peran in token.Keys)
        {
            var siap = new TaskCompletionSource();
            mendengar.Add(Task.Run(() => DengarAsync(peran, siap)));
            await siap.Task;
        }
    }

    /// <summary>Files one application; the rest of its way follows by itself.</summary>
    public async Task AjukanAsync()
    {
        var id = (await KirimAsync("LOKET", "/api/v1/permohonan", Pengajuan)).GetProperty("id").GetGuid();
        Terjawab(id, berjalan.GetOrAdd(id, _ => new Berkas()));
    }

    /// <summary>Files one application for each step, which waits there for ever.</summary>
    public async Task TahanAsync()
    {
        for (var langkah = 0; langkah < Jalan.Length; langkah++)
        {
            var id = (await KirimAsync("LOKET", "/api/v1/permohonan", Pengajuan)).GetProperty("id").GetGuid();
            var berkas = berjalan.GetOrAdd(id, _ => new Berkas());
            berkas.TahanDi = langkah;
            Terjawab(id, berkas);
        }
    }

    /// <summary>Times since the last call (ms): hand-offs, and single requests.</summary>
    public (List<double> SerahTerima, List<double> Permintaan) Ambil() =>
        ([.. Interlocked.Exchange(ref serahTerima, [])], [.. Interlocked.Exchange(ref permintaan, [])]);

    public async ValueTask DisposeAsync()
    {
        await akhir.CancelAsync();
        await Task.WhenAll(mendengar);
        http.Dispose();
        akhir.Dispose();
    }

    private async Task DengarAsync(string peran, TaskCompletionSource siap)
    {
        try
        {
            using var minta = new HttpRequestMessage(HttpMethod.Get, "/api/v1/tugas/aliran") { Headers = { Authorization = new("Bearer", token[peran]) } };
            using var jawaban = await http.SendAsync(minta, HttpCompletionOption.ResponseHeadersRead, akhir.Token);
            jawaban.EnsureSuccessStatusCode();
            await foreach (var e in SseParser.Create(await jawaban.Content.ReadAsStreamAsync(akhir.Token)).EnumerateAsync(akhir.Token))
            {
                if (e.EventType == "mulai") siap.TrySetResult();
                if (e.EventType is "muat-ulang" or "berakhir") throw new InvalidOperationException($"The stream of {peran} says {e.EventType}: the load is more than it keeps up with.");
                if (e.EventType != "tugas") continue;
                var tugas = JsonElement.Parse(e.Data).GetProperty("tugas");
                if (tugas.GetProperty("status").GetString() == "terbuka") Datang(tugas.GetProperty("permohonanId").GetGuid(), tugas.GetProperty("tugasId").GetString()!);
            }
        }
        catch (OperationCanceledException) when (akhir.IsCancellationRequested)
        {
            // The end of the run.
        }
        catch (Exception e)
        {
            siap.TrySetException(e);
            Console.Error.WriteLine(e.Message);
            Environment.Exit(1);
        }
    }

    // A task may be in the stream before the act that brought it about was answered, and more than once: when it is claimed, when it changes.
    private void Datang(Guid permohonan, string tugas)
    {
        var berkas = berjalan.GetOrAdd(permohonan, _ => new Berkas());
        lock (berkas)
        {
            if (!berkas.Sudah.Add(tugas)) return;
            berkas.Tugas = tugas;
            if (berkas.Sibuk) return;
            berkas.Sibuk = true;
            serahTerima.Add(Stopwatch.GetElapsedTime(berkas.TerjawabPada).TotalMilliseconds);
        }
        _ = Task.Run(() => BertindakAsync(permohonan, berkas));
    }

    private void Terjawab(Guid permohonan, Berkas berkas)
    {
        lock (berkas)
        {
            berkas.TerjawabPada = Stopwatch.GetTimestamp();
            berkas.Sibuk = berkas.Tugas is not null;
            if (!berkas.Sibuk) return;
            serahTerima.Add(0);
        }
        _ = Task.Run(() => BertindakAsync(permohonan, berkas));
    }

    private async Task BertindakAsync(Guid permohonan, Berkas berkas)
    {
        if (berkas.Langkah == berkas.TahanDi)
        {
            berjalan.TryRemove(permohonan, out _);
            return;
        }
        var (peran, pelayan, hasil, data) = Jalan[berkas.Langkah];
        var (tugas, d) = (berkas.Tugas, data(berkas));
        berkas.Tugas = null;
        var jawaban = await KirimAsync(peran, $"/api/v1/{pelayan}/tugas/{tugas}/selesai", d is null ? $$"""{"hasil":"{{hasil}}"}""" : $$"""{"hasil":"{{hasil}}","data":{{d}}}""");
        if (berkas.Langkah++ == 0) berkas.TandaBukti = jawaban.GetProperty("jawaban").GetProperty("kodeTandaBukti").GetString()!;
        if (berkas.Langkah < Jalan.Length)
        {
            Terjawab(permohonan, berkas);
            return;
        }
        berjalan.TryRemove(permohonan, out _);
        Interlocked.Increment(ref selesai);
        Berakhir?.Invoke();
    }

    private async Task<JsonElement> KirimAsync(string peran, string jalur, string isi)
    {
        for (var kunci = Guid.NewGuid().ToString(); ; await Task.Delay(5))
        {
            var mulai = Stopwatch.GetTimestamp();
            using var minta = new HttpRequestMessage(HttpMethod.Post, jalur) { Content = new StringContent(isi, Encoding.UTF8, "application/json") };
            minta.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token[peran]);
            minta.Headers.Add("Idempotency-Key", kunci);
            using var jawaban = await http.SendAsync(minta);
            var teks = await jawaban.Content.ReadAsStringAsync();
            permintaan.Add(Stopwatch.GetElapsedTime(mulai).TotalMilliseconds);
            if (jawaban.IsSuccessStatusCode) return JsonElement.Parse(teks);
            if (jawaban.StatusCode != HttpStatusCode.Conflict || !teks.Contains("-belum-tiba", StringComparison.Ordinal))
                throw new InvalidOperationException($"{jalur}: {(int)jawaban.StatusCode} {teks}");
            Interlocked.Increment(ref diulang);
        }
    }

    /// <summary>An application on its way. Nobody acts on it before its filing was answered.</summary>
    private sealed class Berkas
    {
        private static int terakhir;

        public HashSet<string> Sudah { get; } = [];

        public string NomorKk { get; } = "9901012311" + Interlocked.Increment(ref terakhir).ToString("000000", CultureInfo.InvariantCulture);

        public bool Sibuk { get; set; } = true;

        public int Langkah { get; set; }

        /// <summary>Where nobody acts on it.</summary>
        public int? TahanDi { get; set; }

        public string? Tugas { get; set; }

        public string TandaBukti { get; set; } = "";

        public long TerjawabPada { get; set; }
    }
}
