using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Studio.Tests.Peranti;

/// <summary>The stock editor as an administrator uses it: nodes, ports and edges on the canvas, the toolbox, the panel of inputs, publishing.</summary>
internal sealed class Perancang(IPage halaman)
{
    /// <summary>Where an edge may be caught: a little way from the port it leaves.</summary>
    private const string TitikSisi = """
        ([simpul, pintu]) => {
          const r = document.querySelector(`[data-cell-id="${simpul}"] [port="${pintu}"]`).getBoundingClientRect();
          let terbaik;
          for (const jalur of document.querySelectorAll('.x6-edge path')) {
            if (!jalur.getTotalLength()) continue;
            const di = jarak => jalur.getPointAtLength(jarak).matrixTransform(jalur.getScreenCTM());
            const awal = di(0), jauh = Math.hypot(awal.x - r.x - r.width / 2, awal.y - r.y - r.height / 2);
            if (!terbaik || jauh < terbaik.jauh) { const t = di(jalur.getTotalLength() * 0.06); terbaik = { jauh, x: t.x, y: t.y }; }
          }
          return [terbaik.x, terbaik.y];
        }
        """;

    private const int SambunganSop = 15;

    /// <summary>Ten looks in a row at the same picture.</summary>
    private const string Tenang = """
        () => {
          const gambar = [...document.querySelectorAll('.x6-edge path, .x6-node')].map(e => e.getAttribute('d') ?? e.getAttribute('transform')).join();
          window.berulang = gambar && gambar === window.gambar ? (window.berulang ?? 0) + 1 : 0;
          window.gambar = gambar;
          return window.berulang >= 10;
        }
        """;

    /// <summary>Opens a definition, whole on the screen.</summary>
    public static async Task<Perancang> SiapAsync(IPage halaman)
    {
        await TampilAsync(halaman);
        // The tools of the canvas have no name: the first one fits the whole flow in.
        await halaman.Locator(".mud-icon-button:visible").Nth(0).ClickAsync();
        return new(halaman);
    }

    /// <summary>Waits until the flow is drawn: edges come one after another, and the last ones move those before.</summary>
    public static async Task TampilAsync(IPage halaman, int sambungan = SambunganSop)
    {
        await Expect(halaman.Locator(".x6-edge")).ToHaveCountAsync(sambungan, new() { Timeout = 60_000 });
        await halaman.WaitForFunctionAsync(Tenang, null, new() { PollingInterval = 100, Timeout = 30_000 });
    }

    public ILocator Simpul(string id) => halaman.Locator($"[data-cell-id='{id}']");

    /// <summary>Drags a type out of the toolbox; the id of the new node.</summary>
    public async Task<string> TaruhAsync(string kelompok, string jenis, string dekat, float x, float y)
    {
        var ada = await IdSimpulAsync();
        var butir = halaman.Locator("[draggable=true]").Filter(new() { HasText = jenis }).First;
        if (!await butir.IsVisibleAsync()) await halaman.Locator(".mud-expand-panel-header").Filter(new() { HasText = kelompok }).First.ClickAsync();
        await butir.ScrollIntoViewIfNeededAsync();
        var (kanvas, tempat) = (halaman.Locator(".x6-graph"), await Simpul(dekat).BoundingBoxAsync());
        var sudut = await kanvas.BoundingBoxAsync();
        await TersimpanAsync(() => butir.DragToAsync(kanvas, new() { TargetPosition = new() { X = tempat!.X - sudut!.X + x, Y = tempat.Y - sudut.Y + y } }));
        return (await IdSimpulAsync()).Except(ada).Single();
    }

    /// <summary>Connects an outcome with a step.</summary>
    public async Task SambungAsync(string dari, string pintu, string ke)
    {
        var (a, b) = (await PusatAsync($"[data-cell-id='{dari}'] [port='{pintu}']"), await PusatAsync($"[data-cell-id='{ke}'] [port='In']"));
        await TersimpanAsync(async () =>
        {
            await halaman.Mouse.MoveAsync(a.X, a.Y);
            await halaman.Mouse.DownAsync();
            await halaman.Mouse.MoveAsync((a.X + b.X) / 2, (a.Y + b.Y) / 2, new() { Steps = 8 });
            await halaman.Mouse.MoveAsync(b.X, b.Y, new() { Steps = 8 });
            await halaman.Mouse.UpAsync();
        });
    }

    /// <summary>Removes the connection that leaves an outcome.</summary>
    public async Task PutuskanAsync(string dari, string pintu)
    {
        var semula = await halaman.Locator(".x6-edge").CountAsync();
        for (var kali = 1; ; kali++)
        {
            try
            {
                await TersimpanAsync(() => HapusSisiAsync(dari, pintu), tunggu: 20_000);
                return;
            }
            catch (TimeoutException) when (kali < 3)
            {
                // After publishing Studio draws the flow anew; what was done to it just before is undone, and not saved.
                await TampilAsync(halaman, semula);
            }
        }
    }

    /// <summary>The same without waiting until it is saved.</summary>
    public async Task HapusSisiAsync(string dari, string pintu)
    {
        var jumlah = await halaman.Locator(".x6-edge").CountAsync();
        var titik = await halaman.EvaluateAsync<float[]>(TitikSisi, new[] { dari, pintu });
        await halaman.Mouse.ClickAsync(titik[0], titik[1]);
        await halaman.Keyboard.PressAsync("Delete");
        await Expect(halaman.Locator(".x6-edge")).ToHaveCountAsync(jumlah - 1, new() { Timeout = 20_000 });
    }

    // One that was just dropped is selected, and has a box over it.
    public Task PilihAsync(string simpul) => Simpul(simpul).Locator(".elsa-activity").ClickAsync(new() { Force = true });

    /// <summary>Types into an input of the selected step.</summary>
    public Task IsiAsync(string label, string teks) => TersimpanAsync(async () =>
    {
        var isian = Isian(label).Locator("input, textarea").First;
        await isian.FillAsync(teks);
        await isian.BlurAsync();
    });

    /// <summary>Chooses from a drop-down of the selected step.</summary>
    public async Task PilihDariAsync(string label, string pilihan)
    {
        await Isian(label).ScrollIntoViewIfNeededAsync();
        await Isian(label).Locator(".mud-input-slot").First.ClickAsync();
        await TersimpanAsync(() => halaman.Locator(".mud-popover-open [role=option]").Filter(new() { HasText = pilihan }).First.ClickAsync());
    }

    /// <summary>Ticks a choice of a checklist of the selected step.</summary>
    public async Task CentangAsync(string kode)
    {
        var pilihan = halaman.Locator(".mud-checkbox").Filter(new() { HasText = $"({kode})" }).First;
        await pilihan.ScrollIntoViewIfNeededAsync();
        await TersimpanAsync(() => pilihan.ClickAsync());
    }

    /// <summary>Gives an input a JavaScript expression.</summary>
    public async Task SkripAsync(string label, string skrip)
    {
        var baris = Isian(label).Locator("xpath=ancestor::*[.//button][1]");
        await baris.Locator("button").Last.ClickAsync();
        await TersimpanAsync(() => halaman.Locator(".mud-popover-open").GetByText("JavaScript", new() { Exact = true }).ClickAsync());
        await halaman.Locator(".monaco-editor").First.ClickAsync();
        await TersimpanAsync(() => halaman.Keyboard.InsertTextAsync(skrip));
    }

    /// <summary>Presses Publish; what the server answered.</summary>
    public async Task<IResponse> TerbitkanAsync()
    {
        var tombol = halaman.Locator(".mud-icon-button.mud-primary-text:not(.mud-switch-base)").First;
        return await halaman.RunAndWaitForResponseAsync(
            () => tombol.ClickAsync(), r => Simpan(r.Request) && r.Request.PostData!.Contains("\"publish\":true", StringComparison.Ordinal));
    }

    /// <summary>Does something that Studio saves by itself, and waits until it is saved.</summary>
    public Task<IResponse> TersimpanAsync(Func<Task> tindakan, int? status = null, float tunggu = 60_000) =>
        halaman.RunAndWaitForResponseAsync(tindakan, r => Simpan(r.Request) && (status is null || r.Status == status), new() { Timeout = tunggu });

    private static bool Simpan(IRequest permintaan) => permintaan.Method == "POST" && permintaan.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal);

    private ILocator Isian(string label) => halaman.Locator(".mud-input-control").Filter(new() { Has = halaman.Locator("label", new() { HasTextRegex = new Regex($"^{label}$") }) }).First;

    private async Task<string[]> IdSimpulAsync() => await halaman.Locator(".x6-node").EvaluateAllAsync<string[]>("semua => semua.map(e => e.dataset.cellId)");

    private async Task<(float X, float Y)> PusatAsync(string pilih)
    {
        var kotak = await halaman.Locator(pilih).First.BoundingBoxAsync();
        return (kotak!.X + kotak.Width / 2, kotak.Y + kotak.Height / 2);
    }
}
