using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Equity.Graph.Tests.Pages;

/// <summary>A browser that runs no script: it keeps cookies, follows links and redirects, and sends forms as they stand on the page.</summary>
internal sealed class PlainBrowser : IDisposable
{
    private readonly HttpClient client;

    private PlainBrowser(EquityHost host) => client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = host.CreateClient().BaseAddress, DefaultRequestHeaders = { { "Accept", "text/html" } } };

    /// <summary>The page that is shown.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>How its request was answered.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Where it is, after redirects, such as /teams?done=UpdateTeam.</summary>
    public string Address { get; private set; } = "";

    /// <summary>How many bytes its HTML has.</summary>
    public int Bytes { get; private set; }

    /// <summary>What the page says, with runs of white space as one space.</summary>
    public string Text => string.Join(' ', Page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A new browser, signed in by the page that signs in.</summary>
    public static async Task<PlainBrowser> OpenAsync(EquityHost host, string persona = EquityHost.Visitor)
    {
        var browser = new PlainBrowser(host);
        if (persona == EquityHost.Visitor)
            return browser;
        await browser.GoAsync("/sign-in");
        await browser.SendAsync(browser.Page.QuerySelector<IHtmlFormElement>("form[action='/sign-in/as']")!, ("as", persona));
        return browser;
    }

    /// <summary>Opens an address of the host.</summary>
    public async Task<IHtmlDocument> GoAsync(string address)
    {
        using var response = await client.GetAsync(address);
        return await ShowAsync(response);
    }

    /// <summary>Sends the form with this id, with some of its fields typed anew; a name that comes several times is sent several times.</summary>
    public Task<IHtmlDocument> SendAsync(string form, params (string Name, string Value)[] typed) =>
        SendAsync(Page.GetElementById(form) as IHtmlFormElement ?? throw new Xunit.Sdk.XunitException($"{Address} has no form {form}. It has: {string.Join(", ", Page.Forms.Select(each => each.Id))}"), typed);

    /// <summary>Sends a form.</summary>
    public async Task<IHtmlDocument> SendAsync(IHtmlFormElement form, params (string Name, string Value)[] typed)
    {
        var fields = FieldsOf(form).Where(field => !typed.Any(each => each.Name == field.Name)).Concat(typed).Select(field => KeyValuePair.Create(field.Name, field.Value));
        var address = form.GetAttribute("action") is { Length: > 0 } action ? action : Address;
        if (form.Method == "get")
            return await GoAsync($"{address}?{await new FormUrlEncodedContent(fields).ReadAsStringAsync()}");
        using var response = await client.PostAsync(address, new FormUrlEncodedContent(fields));
        return await ShowAsync(response);
    }

    /// <summary>Sends a form that takes files.</summary>
    public async Task<IHtmlDocument> SendFileAsync(string form, string name, string file, byte[] content, string mediaType, params (string Name, string Value)[] typed)
    {
        var shown = (IHtmlFormElement)Page.GetElementById(form)!;
        using var body = new MultipartFormDataContent();
        foreach (var field in FieldsOf(shown).Where(field => field.Name != name && !typed.Any(each => each.Name == field.Name)).Concat(typed))
            body.Add(new StringContent(field.Value), field.Name);
        var part = new ByteArrayContent(content);
        part.Headers.ContentType = new(mediaType);
        body.Add(part, name, file);
        using var response = await client.PostAsync(shown.GetAttribute("action"), body);
        return await ShowAsync(response);
    }

    public void Dispose() => client.Dispose();

    private async Task<IHtmlDocument> ShowAsync(HttpResponseMessage response)
    {
        var content = await response.Content.ReadAsByteArrayAsync();
        (Status, Address, Bytes) = (response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, content.Length);
        return Page = new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(content));
    }

    /// <summary>What the form would send as it stands, by its first button.</summary>
    private static IEnumerable<(string Name, string Value)> FieldsOf(IHtmlFormElement form) => form.Elements.SelectMany(element => element switch
    {
        IHtmlButtonElement button => button.Name is { Length: > 0 } name && button == form.QuerySelector("button") ? [(name, button.Value)] : [],
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" } => [],
        IHtmlInputElement { Name: { } name } input => [(name, input.Value)],
        IHtmlTextAreaElement { Name: { } name } area => [(name, area.Value)],
        IHtmlSelectElement { Name: { } name } select => select.SelectedOptions.Select(option => (name, option.Value)),
        _ => Array.Empty<(string, string)>(),
    });
}
