using Microsoft.Playwright;

namespace Dukcapil.Studio.Tests.Peranti;

/// <summary>The Chromium of this machine, without a screen.</summary>
internal sealed class Kromium : IAsyncDisposable
{
    private static readonly string[] Tempat = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];
    private readonly IPlaywright playwright;

    private Kromium(IPlaywright playwright, IBrowser browser) => (this.playwright, Browser) = (playwright, browser);

    public IBrowser Browser { get; }

    public static async Task<Kromium> BukaAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("DUKCAPIL_TEST_CHROMIUM") ?? Tempat.FirstOrDefault(File.Exists)
                ?? throw new InvalidOperationException("Chromium is not here: apt-get install chromium, or name it in DUKCAPIL_TEST_CHROMIUM."),
            // In a container, and as root, Chromium has no sandbox of its own.
            Args = ["--no-sandbox"],
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}
