using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;

namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>How large a request body may be, in bytes.</summary>
public static class RequestLimits
{
    /// <summary>A JSON body: the largest family with all columns is far below.</summary>
    public const long Json = 1024 * 1024;

    /// <summary>One attachment.</summary>
    public const long Lampiran = 5 * 1024 * 1024;

    /// <summary>The PDF of a card as SIAK makes it; one page is a tenth of that.</summary>
    public const long BerkasSiak = 2 * 1024 * 1024;

    /// <summary>A filing with its attachments.</summary>
    public const long Pengajuan = 40 * 1024 * 1024;

    private static readonly TimeSpan LongestUpload = TimeSpan.FromMinutes(10);

    /// <summary>Sets the limit of an endpoint.</summary>
    public static TBuilder WithRequestLimit<TBuilder>(this TBuilder endpoint, long bytes)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.WithMetadata(new RequestSizeLimitAttribute(bytes));
        // A filing over a slow line; whoever sends slower than Kestrel's least rate is cut off long before.
        if (bytes > Json) endpoint.WithRequestTimeout(LongestUpload);
        return endpoint;
    }
}
