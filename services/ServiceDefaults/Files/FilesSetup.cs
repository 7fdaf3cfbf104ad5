using Amazon.Runtime;
using Amazon.S3;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dukcapil.ServiceDefaults.Files;

/// <summary>Chooses by configuration where the files of a service lie: a folder (<c>Files:Path</c>) or a bucket (<c>Files:S3</c>).</summary>
public static class FilesSetup
{
    /// <summary>Adds the <see cref="FileStore"/>.</summary>
    public static void AddFileStore(this WebApplicationBuilder builder, string service)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(_ => PlaceOf(builder.Configuration, service));
        builder.Services.AddSingleton(services => new FileStore(services.GetRequiredService<IFilePlace>(), services.GetRequiredService<Pelindung>()));
    }

    private static IFilePlace PlaceOf(ConfigurationManager configuration, string service)
    {
        var s3 = configuration.GetSection("Files:S3");
        if (!s3.Exists()) return new FileFolder(Needed(configuration, "Files:Path"));
        var settings = new AmazonS3Config
        {
            ServiceURL = Needed(configuration, "Files:S3:Endpoint"),
            AuthenticationRegion = s3["Region"] ?? "us-east-1",
            ForcePathStyle = s3.GetValue("PathStyle", defaultValue: true),
            // Checksums beyond SHA-256 of the signature are Amazon's own; contents are verified by ours.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            MaxErrorRetry = 2,
            Timeout = TimeSpan.FromSeconds(20),
        };
        var credentials = new BasicAWSCredentials(Needed(configuration, "Files:S3:AccessKey"), Needed(configuration, "Files:S3:SecretKey"));
        // Two services may share a bucket: each keeps to its own prefix.
        return new ObjectBucket(credentials, settings, Needed(configuration, "Files:S3:Bucket"), s3["Prefix"] ?? service + "/");
    }

    private static string Needed(ConfigurationManager configuration, string name) =>
        configuration[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"Setting {name} is missing.");
}
