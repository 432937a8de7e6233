namespace Equity.Graph.Pages.Forms;

/// <summary>The fields of a form that are its own and no variable of a document.</summary>
internal static class FormFields
{
    /// <summary>The document that the form runs.</summary>
    public const string Do = "operation";

    /// <summary>The form's name, unique on its page.</summary>
    public const string Form = "form";

    /// <summary>A number that each showing of the form has for itself: the same one twice is a second click.</summary>
    public const string Once = "once";

    /// <summary>Where the browser goes when it is done; {key} and {id} stand for those of what was changed.</summary>
    public const string Then = "then";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Do, Form, Once, Then, Token];

    /// <summary>Shows that the form is one of ours.</summary>
    public const string Token = "token";
}
