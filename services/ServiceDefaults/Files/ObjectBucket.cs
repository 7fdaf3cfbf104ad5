using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Dukcapil.ServiceDefaults.Files;

/// <summary>
/// A bucket of an S3-compatible object store (section <c>Files:S3</c>). Objects are written in one request whose checksum the store verifies, so that half
/// an object never is; what is sealed goes through a temporary file first, because its length must be known.
/// </summary>
internal sealed class ObjectBucket(AWSCredentials credentials, AmazonS3Config settings, string bucket, string prefix) : IFilePlace, IDisposable
{
    private const int InsufficientStorage = 507;
    private readonly AmazonS3Client client = new(credentials, settings);

    public async Task PutAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"dukcapil-{Guid.NewGuid():N}.tmp"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024,
            FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        await write(file, cancellationToken);
        await file.FlushAsync(cancellationToken);
        file.Position = 0;
        await DoAsync(name, () => client.PutObjectAsync(
            // One signed body, not chunks with signatures of their own: every compatible store takes it.
            new PutObjectRequest { BucketName = bucket, Key = KeyOf(name), InputStream = file, AutoCloseStream = false, UseChunkEncoding = false },
            cancellationToken));
    }

    public Task<Stream> OpenAsync(string name, CancellationToken cancellationToken) => DoAsync(name, async () =>
    {
        using var answer = await client.GetObjectAsync(bucket, KeyOf(name), cancellationToken);
        var content = new MemoryStream();
        try
        {
            await answer.ResponseStream.CopyToAsync(content, cancellationToken);
        }
        catch (AmazonClientException e)
        {
            // The body came whole and is not what the store's own checksum says.
            throw new InvalidDataException("The object is not what its checksum says.", e);
        }
        content.Position = 0;
        return (Stream)content;
    });

    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await DoAsync(name, () => client.DeleteObjectAsync(bucket, KeyOf(name), cancellationToken));
        }
        catch (FileNotFoundException)
        {
            // S3 itself never says so, some that speak it do.
        }
    }

    public async IAsyncEnumerable<string> NamesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix };
        ListObjectsV2Response page;
        do
        {
            page = await DoAsync(bucket, () => client.ListObjectsV2Async(request, cancellationToken));
            foreach (var item in page.S3Objects ?? []) yield return item.Key[(item.Key.LastIndexOf('/') + 1)..];
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    public void Dispose() => client.Dispose();

    private string KeyOf(string name) => prefix + name;

    private static async Task<T> DoAsync<T>(string name, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "NoSuchKey" || (e.StatusCode == HttpStatusCode.NotFound && e.ErrorCode != "NoSuchBucket"))
        {
            throw new FileNotFoundException("No such object.", name, e);
        }
        catch (AmazonServiceException e) when ((int)e.StatusCode == InsufficientStorage || e.ErrorCode is "QuotaExceeded" or "XMinioStorageFull")
        {
            throw new StorageFullException(e);
        }
        catch (Exception e) when (IsAway(e))
        {
            throw new StorageAwayException(e);
        }
    }

    // No answer, an answer cut off, or one that says "not now". A refusal (wrong key, no such bucket) is a fault of the settings and goes through.
    private static bool IsAway(Exception e) => e switch
    {
        AmazonServiceException s => s.StatusCode == 0 || (int)s.StatusCode >= 500 || s.StatusCode is HttpStatusCode.TooManyRequests,
        AmazonClientException or HttpRequestException or IOException => true,
        OperationCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };
}
