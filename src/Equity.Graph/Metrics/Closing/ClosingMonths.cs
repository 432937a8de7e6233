using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Friendships;
using Equity.Graph.Metrics.Counting;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Metrics.Closing;

/// <summary>
/// Closes months: keeps what is told of people, which between two months does not change, so that asking before and after something happened tells nothing; and what
/// cannot be counted later. A month is closed once figures about people that teams recorded are released.
/// </summary>
internal sealed class ClosingMonths(IDbContextFactory<EquityDbContext> contexts, Counts counts, WriteTurns turns, TimeProvider time, ILogger<ClosingMonths> logger)
    : Rounds(FirstPause, Pause, "A month could not be closed.", time, logger)
{
    /// <summary>After a start those go first who ask for something, and then the release of measures.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(25);

    /// <summary>How often it looks whether a month is over.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>How many months back the first closing goes, at most.</summary>
    private const int MostMonths = 120;

    /// <summary>For how many months late corrections are looked for.</summary>
    private const int MonthsRevised = 12;

    public override async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        var last = Month.Of(Now).Before;
        if (!await IsDueAsync(db, last, cancel))
            return;
        var newest = await db.ClosedMonths.MaxAsync(closed => (DateOnly?)closed.Month, cancel);
        var first = newest is { } known ? Month.Of(known).Next : await FirstAsync(db, last, cancel);
        for (var month = new Month(Math.Max(first.Number, last.Number - MostMonths + 1)); month <= last; month = month.Next)
            await CloseAsync(month, month == last, cancel);
    }

    private static async Task<bool> IsDueAsync(EquityDbContext db, Month last, CancellationToken cancel) =>
        !await db.ClosedMonths.AnyAsync(closed => closed.Month == last.First, cancel)
        && await db.Teams.AnyAsync(cancel)
        && (!await db.Measures.AnyAsync(cancel) || await db.MonthlyReleases.AnyAsync(release => release.Until == last.Next.First && release.CompletedAt != null, cancel));

    /// <summary>The first month of which there is something to tell.</summary>
    private static async Task<Month> FirstAsync(EquityDbContext db, Month last, CancellationToken cancel)
    {
        DateTime?[] firsts =
        [
            await db.Set<CheckIn>().IgnoreQueryFilters().MinAsync(said => (DateTime?)said.At, cancel),
            await db.Ratings.IgnoreQueryFilters().MinAsync(rating => (DateTime?)rating.RatedAt, cancel),
            await db.Events.MinAsync(one => (DateTime?)one.StartsAt, cancel),
            await db.Friendships.IgnoreQueryFilters().MinAsync(friendship => friendship.AnsweredAt, cancel),
        ];
        return firsts.Min() is { } at && Month.Of(at) < last ? Month.Of(at) : last;
    }

    /// <summary>Closes one month, whole or not at all.</summary>
    private async Task CloseAsync(Month month, bool isLast, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        List<KeptTable> tables = [.. await MonthOfThings.HappenedAsync(db, month, cancel), .. await MonthOfPeople.SaidAsync(db, month, cancel)];
        if (isLast)
        {
            await using var open = await contexts.OpenAsync(Viewer.Anyone, cancel);
            tables.AddRange([.. await MonthOfThings.StandingAsync(open, counts, month.Next.First, cancel), .. await MonthOfPeople.StandingAsync(db, cancel)]);
        }
        var inequality = await MonthOfThings.InequalityAsync(db, month, cancel);
        await turns.RunAsync(db, async transaction =>
        {
            db.AddRange(tables.SelectMany(table => table.Told(month, [])));
            if (inequality is { } value)
                db.Add(new ClosedFigure { Month = month.First, Metric = MetricCatalogue.ExposureInequality.Name, Kind = GroupKind.All, Group = MetricRow.Everything, Value = value });
            if (isLast)
            {
                for (var earlier = new Month(month.Number - MonthsRevised); earlier < month; earlier = earlier.Next)
                    await ReviseAsync(db, earlier, cancel);
            }
            db.Add(new ClosedMonth { Month = month.First, At = Now });
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(CancellationToken.None);
            return true;
        }, cancel);
    }

    /// <summary>Tells anew what was said in a month that is closed, where it has changed enough.</summary>
    private static async Task ReviseAsync(EquityDbContext db, Month month, CancellationToken cancel)
    {
        var told = (await db.ClosedFigures.Where(figure => figure.Month == month.First).ToListAsync(cancel)).ToLookup(figure => figure.Metric);
        foreach (var table in (await MonthOfPeople.SaidAsync(db, month, cancel)).Where(table => told[table.Metric.Name].Any()))
        {
            var before = told[table.Metric.Name].ToList();
            foreach (var figure in table.Told(month, before))
            {
                var row = before.Single(known => known.Kind == figure.Kind && known.Group == figure.Group);
                (row.Numerator, row.Denominator, row.Revised) = (figure.Numerator, figure.Denominator, figure.Revised);
            }
        }
    }
}
