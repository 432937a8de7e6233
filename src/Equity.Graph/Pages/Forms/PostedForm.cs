using Microsoft.Extensions.Primitives;

namespace Equity.Graph.Pages.Forms;

/// <summary>A form that was sent and changed nothing: what was typed, and what to put right.</summary>
/// <param name="Name">The form's name, unique on its page.</param>
/// <param name="Typed">What was sent, by field.</param>
/// <param name="Errors">What to put right, in the graph's order.</param>
internal sealed record PostedForm(string Name, IReadOnlyDictionary<string, StringValues> Typed, IReadOnlyList<FormError> Errors)
{
    /// <summary>The HTTP status of the page that shows it again.</summary>
    public int Status => IsStale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;

    /// <summary>Whether somebody else has changed meanwhile what the form is about.</summary>
    public bool IsStale => Errors.Any(error => error.Kind == FormError.Stale);
}

/// <summary>What is wrong with a form.</summary>
/// <param name="Kind">The sort of error in the graph, such as TextTooLong.</param>
/// <param name="Field">The form's field; null where no single one is the cause.</param>
/// <param name="Message">What is wrong and what to do, in a sentence.</param>
internal sealed record FormError(string Kind, string? Field, string Message)
{
    /// <summary>Somebody else has changed it.</summary>
    public const string Stale = "StaleVersion";

    /// <summary>The sentence with the field's label in place of its name in the graph.</summary>
    public string Of(string label) => Field is { } name && Message.StartsWith(name + " ", StringComparison.Ordinal) ? $"{label} {Message[(name.Length + 1)..]}" : Message;
}
