using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Dukcapil.Standalone.Hosting;

/// <summary>An application of ASP.NET Core whose requests come from another server in the same process.</summary>
internal abstract class HostedApplication : IHttpApplication<HostedApplication.Request>
{
    public abstract Request CreateContext(IFeatureCollection contextFeatures);

    public Task ProcessRequestAsync(Request context) => context.ProcessAsync();

    public void DisposeContext(Request context, Exception? exception) => context.Dispose(exception);

    /// <summary>Hides the context type of an application.</summary>
    public static HostedApplication Wrap<TContext>(IHttpApplication<TContext> application)
        where TContext : notnull =>
        new Wrapped<TContext>(application);

    /// <summary>One request on its way through an application.</summary>
    internal abstract class Request
    {
        public abstract Task ProcessAsync();

        public abstract void Dispose(Exception? exception);
    }

    private sealed class Wrapped<TContext>(IHttpApplication<TContext> application) : HostedApplication
        where TContext : notnull
    {
        public override Request CreateContext(IFeatureCollection contextFeatures) => new Of(application, application.CreateContext(contextFeatures));

        private sealed class Of(IHttpApplication<TContext> application, TContext context) : Request
        {
            public override Task ProcessAsync() => application.ProcessRequestAsync(context);

            public override void Dispose(Exception? exception) => application.DisposeContext(context, exception);
        }
    }
}
