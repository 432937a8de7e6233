using Equity.Graph.Rules;

namespace Equity.Graph.Reports;

/// <summary>What an address asks of a report.</summary>
internal sealed class ReportRequest
{
    /// <summary>The most rows that one file has.</summary>
    public const int MostRows = 1_000_000;

    /// <summary>Why figures are wanted as they were counted.</summary>
    public static readonly TextRule Reason = new("reason", 500);

    /// <summary>The fewest characters of a reason.</summary>
    public const int LeastReason = 10;

    private static readonly ReportFilter<int?> RowLimit = ReportFilter.Whole("limit", "At most so many rows.", 1, MostRows);
    private static readonly ReportFilter<bool?> ByteOrderMark = ReportFilter.Flag("bom", "CSV only: whether the file begins with a byte order mark, by which older versions of Excel know UTF-8.");
    private static readonly ReportFilter<bool?> RawFigures = ReportFilter.Flag("raw", "For leads and coaches: whether figures of teams of their programmes come as they were counted. It takes a reason, and both are kept in the audit.");
    private static readonly ReportFilter<string?> RawReason = new(Reason.Field, "text", "Why raw figures are needed; leads of the programme read it in the audit.",
        FormattableString.Invariant($"Say in {LeastReason} to {Reason.Max} characters what the figures are needed for, without naming a person."),
        text => TextRule.Clean(text) is { Length: >= LeastReason } clean && Reason.Problem(clean) is null ? clean : null);

    private readonly Dictionary<string, object> values = [];
    private readonly SortedDictionary<string, string> filters = new(StringComparer.Ordinal);

    private ReportRequest() { }

    /// <summary>The most rows that are wanted.</summary>
    public int Limit => Get(RowLimit) ?? MostRows;

    /// <summary>Whether a byte order mark goes first.</summary>
    public bool Bom => Get(ByteOrderMark) == true;

    /// <summary>Whether figures are wanted as they were counted.</summary>
    public bool Raw => Get(RawFigures) == true;

    /// <summary>Why; null when it is not said.</summary>
    public string? Why => Get(RawReason);

    /// <summary>What the rows are filtered by, as it was written, by name.</summary>
    public IReadOnlyDictionary<string, string> Filters => filters;

    /// <summary>The parameters that a report takes.</summary>
    public static IReadOnlyList<ReportFilter> Known(Report report) => [.. report.Filters, RowLimit, ByteOrderMark, .. report.HasExactFigures ? [RawFigures, RawReason] : Array.Empty<ReportFilter>()];

    /// <summary>Reads the parameters of an address.</summary>
    /// <param name="report">Of what.</param>
    /// <param name="query">The parameters.</param>
    /// <param name="problem">What is wrong; null when nothing is.</param>
    /// <returns>What is asked for; null when something is wrong.</returns>
    public static ReportRequest? Of(Report report, IQueryCollection query, out ReportProblem? problem)
    {
        var request = new ReportRequest();
        var known = Known(report);
        foreach (var (name, texts) in query)
        {
            problem = known.FirstOrDefault(filter => filter.Name == name) is not { } filter ? ReportProblem.UnknownParameter(name, known)
                : texts is not [{ } text] ? ReportProblem.Twice(filter)
                : filter.Read(text) is not { } value ? ReportProblem.Unreadable(filter)
                : request.Add(filter, value, report.Filters.Contains(filter) ? text : null);
            if (problem is not null)
                return null;
        }
        problem = request.Raw && request.Why is null ? ReportProblem.Unreadable(RawReason) : null;
        return problem is null ? request : null;
    }

    /// <summary>The value of a parameter; the type's null when it was left out.</summary>
    public T Get<T>(ReportFilter<T> filter) => values.TryGetValue(filter.Name, out var value) ? (T)value : default!;

    private ReportProblem? Add(ReportFilter filter, object value, string? text)
    {
        values.Add(filter.Name, value);
        if (text is not null)
            filters.Add(filter.Name, text);
        // What is found is not repeated.
        return filter == RawReason && Reason.PersonalDetails((string)value) is { Count: > 0 } found ? ReportProblem.PersonalDetails(found) : null;
    }
}
