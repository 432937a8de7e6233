using System.Globalization;
using Equity.Graph.Measures.Charts;
using Equity.Graph.Pages.Asking;
using Equity.Graph.Rules;

namespace Equity.Graph.Pages.Insights;

/// <summary>How a chart is drawn, as an address says it: by which rules, of which group, calculated anew from when, from how many first points.</summary>
internal sealed record MeasureOptions(string Method, string? Stratum, DateOnly? Rebase, int? Baseline)
{
    /// <summary>The options of an address; what cannot be understood is left out.</summary>
    public static MeasureOptions Of(PageRequest request) => new(
        ContractName.TryParse<ChartMethod>(request.Parameter("method"), out _) ? request.Parameter("method") : "XMR",
        request.Parameter("stratum") is { Length: > 0 } stratum ? stratum : null,
        DateOnly.TryParseExact(request.Parameter("rebase"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        int.TryParse(request.Parameter("baseline"), NumberStyles.None, CultureInfo.InvariantCulture, out var points) && points > 0 ? points : null);

    /// <summary>The same as variables of a document.</summary>
    public object Variables(string id) => new { id, method = Method, stratum = Stratum, rebase = Rebase is { } day ? new[] { day } : null, baseline = Baseline };

    /// <summary>The picture of a group, or of everybody, drawn in this way.</summary>
    public string Picture(string id, string? stratum) => MeasurePictures.AddressOf(id) + QueryString.Create(
        new[] { ("method", Method), ("stratum", stratum), ("rebase", Rebase?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("baseline", Baseline?.ToString(CultureInfo.InvariantCulture)) }
            .Where(each => each.Item2 is not null).Select(each => KeyValuePair.Create(each.Item1, each.Item2)));
}
