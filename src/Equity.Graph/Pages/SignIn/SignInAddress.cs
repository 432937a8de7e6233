namespace Equity.Graph.Pages.SignIn;

/// <summary>Where one signs in and out.</summary>
internal static class SignInAddress
{
    /// <summary>The page that asks who you are.</summary>
    public const string Path = "/sign-in";

    /// <summary>Takes a persona of the demo community; in Development only.</summary>
    public const string Persona = Path + "/as";

    /// <summary>Leads to the OpenID Connect issuer.</summary>
    public const string Issuer = Path + "/with";

    /// <summary>Where the issuer leads back to.</summary>
    public const string Callback = Path + "/callback";

    /// <summary>Ends the session.</summary>
    public const string Out = "/sign-out";

    /// <summary>The parameter that says where to go on.</summary>
    public const string Return = "return";

    /// <summary>The address of the page, which leads on to where one was.</summary>
    public static string With(string then) => Path + QueryString.Create(Return, then);
}
