using System.Runtime.CompilerServices;
using Equity.Graph.Auth;
using Equity.Graph.Measures;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Reports;

/// <summary>A measure with whose it is, and what the reader may see of it.</summary>
/// <param name="Team">The key of the team.</param>
/// <param name="TeamName">What it is called.</param>
/// <param name="Programme">The key of its programme; null where it takes part in none.</param>
/// <param name="Measure">The measure, with its groups.</param>
/// <param name="Figures">What the reader may see, by date and then by group.</param>
/// <param name="Exact">Whether that is as it was counted.</param>
internal sealed record MeasuredTeam(string Team, string TeamName, string? Programme, Measure Measure, IReadOnlyList<Figure> Figures, bool Exact);

/// <summary>The measures of published teams, for reports about them.</summary>
internal static class MeasuredTeams
{
    /// <summary>How many measures are in memory at once, each with at most <see cref="MeasureRules.MaxPoints"/> figures that were counted.</summary>
    private const int AtOnce = 4;

    /// <summary>The filters that it applies. Those by date and by dimension are about figures: the reports apply them.</summary>
    public static readonly IReadOnlyList<ReportFilter> Filters = [ReportFilter.Team, ReportFilter.Programme, ReportFilter.Measure];

    /// <summary>All that are asked for, by the keys of team and measure.</summary>
    public static async IAsyncEnumerable<MeasuredTeam> ReadAsync(EquityDbContext db, ReportRequest asked, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (team, programme, measure) = (asked.Get(ReportFilter.Team), asked.Get(ReportFilter.Programme), asked.Get(ReportFilter.Measure));
        var heads = db.Measures.AsNoTracking().Where(own => own.Team!.PublishedAt != null
                && (team == null || own.Team.Key == team) && (programme == null || own.Team.Programme!.Key == programme) && (measure == null || own.Key == measure))
            .OrderBy(own => own.Team!.Key).ThenBy(own => own.Key)
            .Select(own => new { Team = own.Team!.Key, TeamName = own.Team.Name, Programme = own.Team.Programme!.Key, Measure = own });
        await foreach (var some in heads.AsAsyncEnumerable().Chunk(AtOnce).WithCancellation(cancel))
        {
            var ids = some.Select(head => head.Measure.Id).ToList();
            var strata = (await db.Strata.AsNoTracking().Where(stratum => ids.Contains(stratum.MeasureId)).OrderBy(stratum => stratum.Order).ThenBy(stratum => stratum.Id).ToListAsync(cancel)).ToLookup(stratum => stratum.MeasureId);
            var figures = await Figures.ReadAsync(db, ids, cancel);
            var exact = await db.Measures.Where(own => ids.Contains(own.Id)).Where(RowRules.AsCounted(db)).Select(own => own.Id).ToHashSetAsync(cancel);
            foreach (var head in some)
            {
                head.Measure.Strata.AddRange(strata[head.Measure.Id]);
                yield return new(head.Team, head.TeamName, head.Programme, head.Measure, figures.GetValueOrDefault(head.Measure.Id) ?? [], exact.Contains(head.Measure.Id));
            }
        }
    }
}
