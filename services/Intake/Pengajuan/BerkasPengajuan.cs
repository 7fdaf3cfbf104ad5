using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Files;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Dukcapil.Intake.Pengajuan;

/// <summary>A filing as it was read: the JSON, the stored attachments and a fingerprint of both.</summary>
public sealed record PengajuanTerbaca<T>(T Isi, IReadOnlyList<Lampiran> Lampiran, string Sidik);

/// <summary>
/// Reads a filing: JSON alone, or multipart with a part <c>permohonan</c> and one file part per attachment, named by its requirement code.
/// Files are streamed into the store one after another and never held whole; those of a refused filing are removed again.
/// </summary>
public sealed class BerkasPengajuan(FileStore files, TimeProvider time)
{
    private const string BagianIsi = "permohonan";

    /// <summary>Attachments of one application at most.</summary>
    public const int PalingBanyak = 40;

    /// <summary>Reads the body, or says what is wrong with it.</summary>
    /// <param name="request">Request.</param>
    /// <param name="permohonanId">The application its files belong to.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="isiBawaan">What counts as the JSON part when there is none; null: it is mandatory.</param>
    public async Task<(PengajuanTerbaca<T>? Terbaca, ProblemHttpResult? Masalah)> BacaAsync<T>(
        HttpRequest request, Guid permohonanId, CancellationToken cancellationToken, byte[]? isiBawaan = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.HasJsonContentType())
        {
            var json = await BacaSemuaAsync(request.Body, RequestLimits.Json, cancellationToken);
            return json is null ? (null, TerlaluBesar("$")) : (new PengajuanTerbaca<T>(Isi<T>(json), [], Sidik(request, json, [])), null);
        }
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        if (boundary is null || !request.HasFormContentType) return (null, BukanMultipart());
        var lampiran = new List<Lampiran>();
        try
        {
            var (terbaca, masalah) = await BacaBagianAsync<T>(request, boundary, permohonanId, lampiran, isiBawaan, cancellationToken);
            if (masalah is not null) await BuangAsync(lampiran);
            return (terbaca, masalah);
        }
        catch
        {
            await BuangAsync(lampiran);
            throw;
        }
    }

    /// <summary>Reads a body of file parts alone.</summary>
    public async Task<(PengajuanTerbaca<object>? Terbaca, ProblemHttpResult? Masalah)> BacaLampiranAsync(
        HttpRequest request, Guid permohonanId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (terbaca, masalah) = request.HasJsonContentType() ? (null, BukanMultipart()) : await BacaAsync<object>(request, permohonanId, cancellationToken, "{}"u8.ToArray());
        if (terbaca is null) return (null, masalah);
        return terbaca.Lampiran.Count > 0 ? (terbaca, null) : (null, Masalah.TidakTerbaca("Tidak ada berkas di dalam permintaan ini.", "lampiran"));
    }

    /// <summary>Removes the files of a filing that did not commit.</summary>
    /// <remarks>Whoever sent it may be gone: that must not leave them there.</remarks>
    public async Task BuangAsync(IEnumerable<Lampiran> lampiran)
    {
        foreach (var berkas in lampiran) await files.DeleteAsync(berkas.Id, CancellationToken.None);
    }

    private async Task<(PengajuanTerbaca<T>? Terbaca, ProblemHttpResult? Masalah)> BacaBagianAsync<T>(
        HttpRequest request, string boundary, Guid permohonanId, List<Lampiran> lampiran, byte[]? isiBawaan, CancellationToken cancellationToken)
        where T : class
    {
        var json = isiBawaan;
        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            var name = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                ? HeaderUtilities.RemoveQuotes(disposition.Name).Value
                : null;
            if (name == BagianIsi)
            {
                json = await BacaSemuaAsync(section.Body, RequestLimits.Json, cancellationToken);
                if (json is null) return (null, TerlaluBesar(BagianIsi));
                continue;
            }
            if (name is null || !Persyaratan.Dokumen.ContainsKey(name))
                return (null, Masalah.TidakSah("Lampiran dengan kode yang tidak dikenal.", (name ?? "(tanpa nama)", "Gunakan kode persyaratan, misalnya BUKU_NIKAH.")));
            if (lampiran.Count == PalingBanyak) return (null, Masalah.TidakSah("Lampiran terlalu banyak.", (name, $"Paling banyak {PalingBanyak} berkas.")));
            if (await SimpanAsync(section.Body, name, permohonanId, lampiran, cancellationToken) is { } masalah) return (null, masalah);
        }
        return json is null
            ? (null, Masalah.TidakTerbaca("Bagian \"permohonan\" (JSON) tidak ada.", BagianIsi))
            : (new PengajuanTerbaca<T>(Isi<T>(json), lampiran, Sidik(request, json, lampiran)), null);
    }

    private async Task<ProblemHttpResult?> SimpanAsync(
        Stream body, string kode, Guid permohonanId, List<Lampiran> lampiran, CancellationToken cancellationToken)
    {
        StoredFile stored;
        try
        {
            stored = await files.WriteAsync(body, RequestLimits.Lampiran, cancellationToken);
        }
        catch (FileTooLargeException)
        {
            return TerlaluBesar(kode);
        }
        var jenis = JenisBerkas.Dari(stored.Head);
        lampiran.Add(new Lampiran
        {
            Id = stored.Name,
            PermohonanId = permohonanId,
            Kode = kode,
            JenisIsi = jenis ?? "",
            Ukuran = stored.Length,
            Sha256 = stored.Sha256,
            DiunggahPada = time.GetUtcNow(),
        });
        return jenis is null ? Masalah.TidakSah("Jenis berkas lampiran tidak didukung.", (kode, "Isi berkas harus PDF, JPEG, atau PNG.")) : null;
    }

    private static T Isi<T>(byte[] json)
        where T : class =>
        JsonSerializer.Deserialize<T>(json, ApiJson.Options) ?? throw new JsonException("null", "$", 0, 0);

    private static string Sidik(HttpRequest request, byte[] json, IEnumerable<Lampiran> lampiran)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(request.Path));
        hash.AppendData(json);
        foreach (var berkas in lampiran) hash.AppendData(Encoding.ASCII.GetBytes(berkas.Kode + berkas.Sha256));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<byte[]?> BacaSemuaAsync(Stream body, long limit, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (content.Length + read > limit) return null;
            await content.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        return content.ToArray();
    }

    private static ProblemHttpResult BukanMultipart() => Masalah.Buat(
        StatusCodes.Status415UnsupportedMediaType, "jenis-isi", "Jenis isi tidak didukung",
        "Kirim application/json, atau multipart/form-data dengan bagian \"permohonan\" dan berkas-berkasnya.");

    private static ProblemHttpResult TerlaluBesar(string bagian) => Masalah.Buat(
        StatusCodes.Status413PayloadTooLarge, "terlalu-besar", "Isi permintaan terlalu besar",
        bagian is "$" or BagianIsi ? "Data permohonan paling besar 1 MB." : $"Lampiran {bagian} lebih dari 5 MB.",
        new Dictionary<string, string[]> { [bagian] = ["Terlalu besar."] });
}
