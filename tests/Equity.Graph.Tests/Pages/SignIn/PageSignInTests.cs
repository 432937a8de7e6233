using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Equity.Graph.Auth.Development;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Equity.Graph.Tests.Pages.SignIn;

public class PageSignInTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task A_persona_signs_in_goes_on_where_it_was_and_signs_out()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/find");
        Assert.Contains("Sign in", browser.Text, StringComparison.Ordinal);
        await browser.GoAsync(browser.Page.QuerySelector(".who a")!.GetAttribute("href")!);
        await browser.SendAsync(browser.Page.Forms.Single(form => form.GetAttribute("action") == "/sign-in/as"), ("as", "tom"));
        Assert.Equal("/find", browser.Address);
        Assert.Contains("You are tom", browser.Text, StringComparison.Ordinal);
        await browser.SendAsync(browser.Page.Forms.Single(form => form.GetAttribute("action") == "/sign-out"));
        Assert.DoesNotContain("You are tom", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_leads_to_this_server_alone(string wanted)
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync($"/sign-in?return={Uri.EscapeDataString(wanted)}");
        await browser.SendAsync(browser.Page.Forms.Single(form => form.GetAttribute("action") == "/sign-in/as"), ("as", "tom"), ("return", wanted));
        Assert.Equal((HttpStatusCode.OK, "/"), (browser.Status, browser.Address));
    }

    [Fact]
    public async Task Signing_in_leads_on_to_an_address_in_any_script()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/sign-in");
        await browser.SendAsync(browser.Page.Forms.Single(form => form.GetAttribute("action") == "/sign-in/as"), ("as", "tom"), ("return", "/find?q=água"));
        Assert.Equal((HttpStatusCode.OK, "/find?q=%C3%A1gua"), (browser.Status, browser.Address));
    }

    [Theory]
    [InlineData("/sign-in/as")]
    [InlineData("/sign-out")]
    public async Task What_is_no_form_signs_nobody_in_or_out_and_is_no_fault_of_the_server(string address)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.CreateClient().BaseAddress };
        using var tooMany = await client.PostAsync(address, new FormUrlEncodedContent(Enumerable.Range(0, 2_000).Select(number => KeyValuePair.Create($"field{number}", "x"))));
        using var broken = new StringContent("--b\r\nbroken") { Headers = { ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } } } };
        using var unreadable = await client.PostAsync(address, broken);
        Assert.All([tooMany, unreadable], response => Assert.InRange((int)response.StatusCode, 300, 499));
    }

    [Fact]
    public async Task A_session_ends_eight_hours_after_signing_in_however_much_is_read_meanwhile()
    {
        await using var other = new EmptyHost();
        using var browser = await PlainBrowser.OpenAsync(other, "administrator");
        other.Clock.Advance(TimeSpan.FromHours(5));
        await browser.GoAsync("/help");
        Assert.Contains("You are administrator", browser.Text, StringComparison.Ordinal);
        other.Clock.Advance(TimeSpan.FromHours(4));
        await browser.GoAsync("/help");
        Assert.DoesNotContain("You are", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_serves_pages_and_never_the_graph()
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var client = new HttpClient(handler) { BaseAddress = host.CreateClient().BaseAddress };
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await client.GetStringAsync("/sign-in"));
        var token = page.QuerySelector<IHtmlInputElement>("input[name=token]")!.Value;
        using var signedIn = await client.PostAsync("/sign-in/as", new FormUrlEncodedContent([new("token", token), new("as", "administrator")]));
        Assert.Contains("administrator", await signedIn.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(cookies.GetAllCookies(), cookie => cookie is { Name: "equity", HttpOnly: true });
        using var answer = await client.PostAsJsonAsync("/graphql", new { query = "{ viewer { person roles } }" });
        Assert.Equal("""{"data":{"viewer":{"person":null,"roles":[]}}}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_sign_in_that_another_site_sends_is_not_taken()
    {
        using var client = new HttpClient { BaseAddress = host.CreateClient().BaseAddress };
        using var response = await client.PostAsync("/sign-in/as", new FormUrlEncodedContent([new("as", "tom")]));
        Assert.DoesNotContain("You are", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_pages_listen_to_is_for_pages_of_this_server()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/live/QuestionAsked?event=x") { Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var response = await host.CreateClient().SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        using var other = await host.CreateClient().GetAsync("/live/HomePage");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }
}

public class ProductionSignInTests(ProductionHost host) : IClassFixture<ProductionHost>
{
    [Fact]
    public async Task In_production_there_are_no_made_up_people()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/sign-in");
        Assert.DoesNotContain("tom", browser.Text, StringComparison.Ordinal);
        Assert.Contains("no sign-in for pages yet", browser.Text, StringComparison.Ordinal);
        using var response = await host.CreateClient().PostAsync("/sign-in/as", new FormUrlEncodedContent([new("as", "administrator")]));
        Assert.DoesNotContain("You are", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_is_read_where_a_proxy_ends_TLS()
    {
        using var client = host.CreateClient();
        using var form = await client.PostAsync("/teams", new FormUrlEncodedContent([new("operation", "MarkNotificationsRead")]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, form.StatusCode);
        using var signedOut = await client.PostAsync("/sign-out", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.OK, signedOut.StatusCode);
    }

    [Fact]
    public async Task A_made_up_person_who_signed_in_while_the_server_ran_for_development_is_nobody_in_production()
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = host.CreateClient().BaseAddress };
        var cookie = host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get("pages");
        var ticket = new AuthenticationTicket(new(DevelopmentTokens.ClaimsOf(Persona.All.Single(each => each.Name == "administrator"))), "pages");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/help") { Headers = { { "Cookie", $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}" } } };
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("You are", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

/// <summary>Pages whose people an issuer knows.</summary>
public class IssuerSignInTests(Issuer issuer) : IClassFixture<Issuer>
{
    [Fact]
    public async Task Who_signs_in_with_the_issuer_has_its_name_and_roles()
    {
        await using var host = new WithIssuer(issuer.Address);
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/sign-in?return=%2Ffind");
        await browser.GoAsync(browser.Page.QuerySelectorAll("a.button").Single().GetAttribute("href")!);
        Assert.Equal((HttpStatusCode.OK, "/find"), (browser.Status, browser.Address));
        Assert.Contains("You are Ann", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_nobody_asked_for_signs_nobody_in()
    {
        await using var host = new WithIssuer(issuer.Address);
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/sign-in/callback?code=stolen&state=made-up");
        Assert.DoesNotContain("You are", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Sign in", browser.Text, StringComparison.Ordinal);
    }

    private sealed class WithIssuer : EquityHost
    {
        private readonly string address;

        public WithIssuer(string address) : base(empty: true)
        {
            this.address = address;
            // Cookies of a sign-in under way end by the browser's clock.
            Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        }

        protected override Dictionary<string, string?> Settings => new() { ["Auth:Authority"] = address, ["Auth:ClientId"] = "equity-pages" };
    }
}
