using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Equity.Graph.Tests.Pages.InChromium;

/// <summary>Somebody who uses a page by its keys alone: Tab to get somewhere, Enter and Space to do it, letters to write.</summary>
internal sealed class Keyboard(Window window)
{
    /// <summary>More stops than any page should have.</summary>
    private const int MostStops = 250;

    private static readonly Regex Anything = new(".*");

    /// <summary>How often a key was pressed to get somewhere.</summary>
    public int Stops { get; private set; }

    public IPage Page => window.Page;

    /// <summary>Signs in as a persona.</summary>
    public async Task SignInAsync(string persona)
    {
        await Page.GotoAsync("/sign-in");
        await PressAsync(Page.Locator($"button[name=as][value={persona}]"));
    }

    /// <summary>Follows a link.</summary>
    public Task FollowAsync(string name) => PressAsync(Page.GetByRole(AriaRole.Link, new() { NameRegex = Starts(name) }).First);

    /// <summary>Presses a button.</summary>
    public Task DoAsync(string name) => PressAsync(Page.GetByRole(AriaRole.Button, new() { NameRegex = Starts(name) }).First);

    /// <summary>Opens what a summary hides.</summary>
    public async Task OpenAsync(string name)
    {
        await GoToAsync(Page.Locator("summary", new() { HasTextRegex = Starts(name) }).First);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Writes into a field, in place of what it holds.</summary>
    public async Task WriteAsync(string label, string text)
    {
        await GoToAsync(Page.GetByLabel(Starts(label)).First);
        await Page.Keyboard.PressAsync("Control+a");
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Writes a day and a time before noon, as the browser's own field takes them: part by part, in the order of its language (en-US).</summary>
    public async Task WriteTimeAsync(string label, DateTime when)
    {
        var field = Page.GetByLabel(Starts(label)).First;
        await GoToAsync(field);
        await Page.Keyboard.TypeAsync(when.ToString("MMddyyyy", CultureInfo.InvariantCulture));
        await Page.Keyboard.PressAsync("ArrowRight");
        await Page.Keyboard.TypeAsync(when.ToString("hhmmtt", CultureInfo.InvariantCulture));
        Assert.Equal(when.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture), await field.InputValueAsync());
    }

    /// <summary>Chooses in a list by the first letters of a choice.</summary>
    public async Task ChooseAsync(string label, string choice)
    {
        await GoToAsync(Page.GetByLabel(Starts(label)).First);
        await Page.Keyboard.TypeAsync(choice);
    }

    /// <summary>Chooses one of several that are all in sight: Tab comes to the first or the chosen one, arrows go on.</summary>
    public async Task PickAsync(string choice)
    {
        var wanted = Page.GetByRole(AriaRole.Radio, new() { NameRegex = Starts(choice) }).First;
        var group = Page.Locator($"input[name='{await wanted.GetAttributeAsync("name")}']");
        await GoToAsync(group);
        await Page.Keyboard.PressAsync("Space");
        for (var i = 0; i < 10 && !await wanted.IsCheckedAsync(); i++)
            await Page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await wanted.IsCheckedAsync(), $"{choice} could not be chosen by keys.");
    }

    /// <summary>What the page says was done.</summary>
    public async Task<string> SaidAsync() => await Page.Locator("p.said").First.TextContentAsync() ?? "";

    private async Task PressAsync(ILocator what)
    {
        await GoToAsync(what);
        // The page that comes knows nothing of this one.
        await Page.EvaluateAsync("() => { window.before = true; }");
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForFunctionAsync("() => !window.before && document.readyState === 'complete'");
        if (await Page.Locator(".summary").CountAsync() > 0)
            throw new Xunit.Sdk.XunitException($"{Page.Url}: {await Page.Locator(".summary").TextContentAsync()}");
    }

    /// <summary>Presses Tab until one of these has the focus, and sees that it shows.</summary>
    private async Task GoToAsync(ILocator what)
    {
        for (var i = 0; i < MostStops; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            Stops++;
            if (!await what.EvaluateAllAsync<bool>("all => all.includes(document.activeElement)"))
                continue;
            Assert.True(await Page.EvaluateAsync<bool>("""
                () => { const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
                  return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight + 1 && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2; }
                """), $"The focus on {what} cannot be seen on {Page.Url}.");
            return;
        }
        throw new Xunit.Sdk.XunitException($"Tab does not lead to {what} on {Page.Url}.");
    }

    private static Regex Starts(string text) => text.Length == 0 ? Anything : new Regex($"^\\s*{Regex.Escape(text)}");
}
