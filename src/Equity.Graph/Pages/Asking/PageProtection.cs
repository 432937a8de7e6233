namespace Equity.Graph.Pages.Asking;

/// <summary>What a browser is told about every page: nothing comes from elsewhere, nothing goes elsewhere, nobody frames it, nothing is kept.</summary>
internal static class PageProtection
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sets a page's headers.</summary>
    public static void ProtectPage(this HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "private, no-store";
    }
}
