using Microsoft.Playwright;

namespace Equity.Graph.Tests.Pages.InChromium;

/// <summary>The browser of this machine, and a demo community that has lived, for all tests that look at pages as people do.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright playwright = null!;

    /// <summary>Why there can be no test in a browser; null where there is one, and in CI, which must have one.</summary>
    public static string? WhyNot => Place is not null || Environment.GetEnvironmentVariable("CI") == "true" ? null
        : "There is no Chromium on this machine, so no page was looked at in a browser. Install Debian's chromium, or name one in CHROMIUM. .ci/run does.";

    /// <summary>The server that is looked at.</summary>
    public LivedInHost Host { get; } = new();

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    private static string? Place => new[] { Environment.GetEnvironmentVariable("CHROMIUM") }.Concat(Places).FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (WhyNot is not null)
            return;
        await Host.LiveAsync();
        playwright = await Playwright.CreateAsync();
        // As long as everything else waits: other tests keep the processors busy.
        Assertions.SetDefaultExpectTimeout(30_000);
        // Chromium has no sandbox for the user root, which CI often is; it opens no page but ours.
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Place, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        playwright?.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>A window of its own, signed in by the page that signs in. Whatever it asks for elsewhere, and whatever it says on the console, fails the test that closes it.</summary>
    public async Task<Window> OpenAsync(string persona = EquityHost.Visitor, bool dark = false, int width = 1280, bool scripts = true, EquityHost? on = null)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = (on ?? Host).CreateClient().BaseAddress!.ToString(),
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var window = new Window(context, await context.NewPageAsync());
        if (persona != EquityHost.Visitor)
        {
            await window.Page.GotoAsync("/sign-in");
            await window.Page.ClickAsync($"button[name=as][value={persona}]");
        }
        return window;
    }
}

/// <summary>A window of the browser.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> said = [];
    private readonly List<string> asked = [];

    public Window(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) => said.Add($"{page.Url}: {message.Text}");
        page.PageError += (_, fault) => said.Add($"{page.Url}: {fault}");
        page.Request += (_, request) => asked.Add(request.Url);
    }

    /// <summary>The page that is shown.</summary>
    public IPage Page { get; }

    /// <summary>What the console said, without what a browser says of a status that the test expects.</summary>
    public IReadOnlyList<string> Said => [.. said.Where(text => !text.Contains("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal))];

    /// <summary>The hosts that something was asked from.</summary>
    public IReadOnlySet<string> Hosts => asked.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)).Select(url => new Uri(url).Authority).ToHashSet();

    public async ValueTask DisposeAsync()
    {
        var (spoken, hosts) = (Said, Hosts);
        await context.DisposeAsync();
        Assert.True(spoken.Count == 0, string.Join('\n', spoken));
        Assert.InRange(hosts.Count, 0, 1);
    }
}

/// <summary>Tests in the browser share one, and one server.</summary>
[CollectionDefinition(nameof(Chromium))]
public sealed class InOneBrowser : ICollectionFixture<Chromium>;
