using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Pages.Forms;

/// <summary>Every form of every page, sent without a script and with what it cannot take: nothing is changed, nothing is lost, and the page says where and why.</summary>
public class EveryFormTests(Lived lived, ITestOutputHelper output) : IClassFixture<Lived>
{
    /// <summary>More than any field holds.</summary>
    private static readonly string TooLong = string.Concat(Enumerable.Repeat("much too long ", 5_000));

    private const string Personal = "Ring Ann Other on 07700 900123 at home";

    /// <summary>How to reach a team may be a person's number, because only the two teams read it; and an id is no text.</summary>
    private static readonly string[] Unscreened = ["contact", "person"];

    public static TheoryData<string> People => ["tom", "ruth", "grace", "lead", "newcomer"];

    [Theory]
    [MemberData(nameof(People))]
    public async Task What_is_too_long_is_refused_beside_its_field_and_kept(string persona)
    {
        var sent = 0;
        await foreach (var (browser, form, field) in TextFieldsAsync(persona))
        {
            await browser.SendAsync(form, [(field, TooLong), .. Needed(form, field)]);
            AssertRefused(browser, form.Id!, field, TooLong);
            sent++;
        }
        output.WriteLine($"{sent} fields of forms, as {persona}: too long.");
    }

    [Fact]
    public async Task What_no_request_may_hold_is_kept_on_the_page_too()
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host, "ruth");
        await browser.GoAsync("/propose/eyes-on-reception-deaf");
        var book = string.Concat(Enumerable.Repeat("a whole book ", 20_000));
        await browser.SendAsync(browser.Page.Forms.Single(form => form.QuerySelector("input[value=ProposeFriendship]") is not null), ("message", book));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Equal(book, browser.Page.QuerySelector<IHtmlTextAreaElement>("textarea[name=message]")!.Value);
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task What_tells_who_a_person_is_is_refused_beside_its_field_and_kept(string persona)
    {
        var sent = 0;
        await foreach (var (browser, form, field) in TextFieldsAsync(persona))
        {
            if (Unscreened.Contains(field))
                continue;
            await browser.SendAsync(form, [(field, Personal), .. Needed(form, field)]);
            AssertRefused(browser, form.Id!, field, Personal);
            sent++;
        }
        output.WriteLine($"{sent} fields of forms, as {persona}: personal.");
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task What_somebody_else_has_changed_meanwhile_is_not_overwritten_and_nothing_is_lost(string persona)
    {
        var sent = 0;
        await foreach (var (browser, form) in FormsAsync(persona))
        {
            if (form.QuerySelector("input[name=version]") is null)
                continue;
            var typed = form.QuerySelectorAll("input[type=text], textarea").OfType<IElement>().Where(field => field.GetAttribute("name") is not null).Select(field => (field.GetAttribute("name")!, "Written by the second of two")).Take(1).ToArray();
            await browser.SendAsync(form, [("version", "-1"), .. typed]);
            Assert.True(browser.Status == HttpStatusCode.Conflict, $"{browser.Address} {form.Id}: {browser.Status} {browser.Page.QuerySelector(".summary")?.TextContent}");
            Assert.Contains("Somebody else has changed this", browser.Text, StringComparison.Ordinal);
            Assert.All(typed, field => Assert.Contains(field.Item2, Shown(browser, form.Id!, field.Item1), StringComparison.Ordinal));
            sent++;
        }
        output.WriteLine($"{sent} forms as {persona}: stale.");
    }

    /// <summary>What else a form must have: the first choice of each, and a few words.</summary>
    private static IEnumerable<(string Name, string Value)> Needed(IHtmlFormElement form, string but)
    {
        foreach (var select in form.QuerySelectorAll<IHtmlSelectElement>("select").Where(each => each.Value is null or "" && each.Name != but))
            yield return (select.Name!, select.Options.First(option => option.Value is { Length: > 0 }).Value);
        foreach (var field in form.QuerySelectorAll("[required]:not(select)").Where(each => each.GetAttribute("name") is { } name && name != but && Typed(each).Length == 0))
            yield return (field.GetAttribute("name")!, field.GetAttribute("type") switch { "date" => "2026-12-01", "datetime-local" => "2026-12-01T10:00", "number" => "1", "url" => "https://video.example/one", _ => "A few words" });
        foreach (var radios in form.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").GroupBy(each => each.Name).Where(each => each.All(radio => !radio.IsChecked)))
            yield return (radios.Key!, radios.First().Value);
    }

    private static string Typed(IElement field) => field switch { IHtmlTextAreaElement area => area.Value, IHtmlInputElement input => input.Value, _ => "" };

    /// <summary>Refused as it should be: a link leads from the top to the field, the field says what is wrong and still holds what was typed.</summary>
    private static void AssertRefused(PlainBrowser browser, string form, string field, string typed)
    {
        var where = $"{browser.Address} {form} {field}: {browser.Status} {browser.Page.QuerySelector(".summary")?.TextContent}";
        Assert.True(browser.Status == HttpStatusCode.UnprocessableEntity, where);
        Assert.True(browser.Page.QuerySelector($".summary a[href='#{form}-{field}']") is not null, where);
        Assert.True(browser.Page.GetElementById($"{form}-{field}-error") is not null, where);
        Assert.True(Shown(browser, form, field).Trim() == typed.Trim(), where);
        Assert.StartsWith("Error: ", browser.Page.Title, StringComparison.Ordinal);
    }

    /// <summary>What a field holds; where several share a name, the first that holds something.</summary>
    private static string Shown(PlainBrowser browser, string form, string field) =>
        browser.Page.GetElementById(form)?.QuerySelectorAll($"[name='{field}']:not([type=hidden])").Select(Typed).FirstOrDefault(typed => typed.Length > 0) ?? "";

    private async IAsyncEnumerable<(PlainBrowser Browser, IHtmlFormElement Form, string Field)> TextFieldsAsync(string persona)
    {
        await foreach (var (browser, form) in FormsAsync(persona))
        {
            foreach (var field in form.QuerySelectorAll("input[type=text], textarea").Select(each => each.GetAttribute("name")).OfType<string>().ToList())
                yield return (browser, form, field);
        }
    }

    /// <summary>Each form once, however many pages and rows show it.</summary>
    private async IAsyncEnumerable<(PlainBrowser Browser, IHtmlFormElement Form)> FormsAsync(string persona)
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host, persona);
        var done = new HashSet<string>();
        foreach (var address in await EveryPage.OfAsync(lived.Host))
        {
            await browser.GoAsync(address);
            var shown = browser.Page;
            foreach (var form in shown.Forms.Where(form => form.QuerySelector("input[name=operation]") is not null))
            {
                if (done.Add($"{form.QuerySelector<IHtmlInputElement>("input[name=operation]")!.Value} {string.Join(' ', form.Elements.Select(each => each.GetAttribute("name")).Distinct())}"))
                    yield return (browser, form);
            }
        }
    }
}
