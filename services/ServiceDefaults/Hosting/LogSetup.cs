using Dukcapil.ServiceDefaults.Messaging.InProcess;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>
/// Logs: in a process of its own a service writes JSON lines with trace and span id, UTC. What is set here is the least of all settings; levels are
/// changed at run time in the file that <c>Setelan:Berkas</c> names, which is watched, for every replica that sees it.
/// </summary>
internal static class LogSetup
{
    public static void AddLog(this WebApplicationBuilder builder)
    {
        var defaults = new Dictionary<string, string?>
        {
            // Every SQL command and every request as a line of text costs more than the work itself.
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
            ["Logging:LogLevel:System.Net.Http"] = "Warning",
            ["Logging:LogLevel:MassTransit"] = "Warning",
        };
        if (builder.Services.All(s => s.ServiceType != typeof(InProcessBus)))
        {
            defaults["Logging:Console:FormatterName"] = "json";
            defaults["Logging:Console:FormatterOptions:IncludeScopes"] = "true";
            defaults["Logging:Console:FormatterOptions:UseUtcTimestamp"] = "true";
            defaults["Logging:Console:FormatterOptions:TimestampFormat"] = "O";
        }
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = defaults });
        if (builder.Configuration["Setelan:Berkas"] is { Length: > 0 } file)
            builder.Configuration.AddJsonFile(Path.GetFullPath(file), optional: true, reloadOnChange: true);
    }
}
