using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Pages.InChromium;

/// <summary>Every page against axe's rules for WCAG 2.2 AA and its best practices; no page asks for anything elsewhere or says anything on the console.</summary>
[Collection(nameof(Chromium))]
public class AccessibilityTests(Chromium chromium, ITestOutputHelper output)
{
    /// <summary>The team lead sees every page in light and dark, narrow and wide.</summary>
    public static TheoryData<bool, int> Matrix => new() { { false, 320 }, { false, 1280 }, { true, 320 }, { true, 1280 } };

    /// <summary>Everybody else sees every page once.</summary>
    public static TheoryData<string> Others => [EquityHost.Visitor, "amina", "coach", "analyst", "administrator", "newcomer"];

    /// <summary>All rules, also that targets have 24 pixels, which axe leaves out unless it is told: it is WCAG 2.2's.</summary>
    private static readonly AxeRunOptions Rules = new() { ResultTypes = [ResultType.Violations, ResultType.Passes], Rules = new() { ["target-size"] = new RuleOptions { Enabled = true } } };

    [BrowserTheory]
    [MemberData(nameof(Matrix))]
    public Task Pages_have_no_violation_for_the_team_lead(bool dark, int width) => CheckAsync("tom", dark, width);

    [BrowserTheory]
    [MemberData(nameof(Others))]
    public Task Pages_have_no_violation_for_others(string persona) => CheckAsync(persona, dark: persona.Length % 2 == 0, width: 1280);

    private async Task CheckAsync(string persona, bool dark, int width)
    {
        await using var window = await chromium.OpenAsync(persona, dark, width);
        var (found, pages, rules) = (new List<string>(), 0, 0);
        foreach (var address in await EveryPage.OfAsync(chromium.Host))
        {
            await window.Page.GotoAsync(address);
            var result = await window.Page.RunAxe(Rules);
            (pages, rules) = (pages + 1, rules + result.Passes.Length);
            found.AddRange(result.Violations.SelectMany(violation => violation.Nodes.Take(2), (violation, node) => $"{address}: {violation.Id}: {violation.Help}: {node.Html}"));
            var (inner, outer) = (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await window.Page.EvaluateAsync<int>("document.documentElement.clientWidth"));
            if (inner > outer)
                found.Add($"{address}: scrolls sideways, {inner} of {outer}");
        }
        output.WriteLine($"axe: {pages} pages as {(persona.Length == 0 ? "a visitor" : persona)}, {(dark ? "dark" : "light")}, {width} px: {found.Count} violations, {rules} rules passed.");
        Assert.True(found.Count == 0, string.Join('\n', found.Take(40)));
    }
}
