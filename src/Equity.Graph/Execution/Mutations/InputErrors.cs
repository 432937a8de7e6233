namespace Equity.Graph.Execution.Mutations;

/// <summary>Sorts of errors that many mutations answer.</summary>
internal static class InputErrors
{
    /// <summary>Of mutations that take texts.</summary>
    public static readonly Type[] OfTexts = [typeof(TextTooLong), typeof(InvalidText), typeof(ContainsPersonalDetails)];

    /// <summary>Of mutations that change a row of one's own team.</summary>
    public static readonly Type[] OfRows = [typeof(NotAMember), typeof(NotFound), typeof(StaleVersion)];
}
