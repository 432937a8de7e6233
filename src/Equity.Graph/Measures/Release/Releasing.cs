using Equity.Graph.Auth;
using Equity.Graph.Disclosure;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Measures.Release;

/// <summary>
/// Releases figures about people once a month: those of closed months, as <see cref="Releases"/> shows them, of teams that are published. Between two releases
/// nothing that a team records changes what others see, so that asking before and after tells nothing.
/// </summary>
internal sealed class Releasing(IDbContextFactory<EquityDbContext> contexts, WriteTurns turns, TimeProvider time, ILogger<Releasing> logger)
    : Rounds(FirstPause, Pause, "Figures could not be released.", time, logger)
{
    /// <summary>After a start those go first who ask for something.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);

    /// <summary>How often it looks whether a month is over.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>How many measures one transaction releases: others write in between.</summary>
    private const int AtOnce = 20;

    public override async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        var until = new DateOnly(Now.Year, Now.Month, 1);
        if (await db.MonthlyReleases.AnyAsync(known => known.Until == until && known.CompletedAt != null, cancel) || await BeginAsync(db, until, cancel) is not { } release)
            return;
        var last = await db.MonthlyReleases.Where(known => known.CompletedAt != null).OrderByDescending(known => known.Until).FirstOrDefaultAsync(cancel);
        var due = await Due(db, release, last).OrderBy(measure => measure.Id).Select(measure => measure.Id).ToListAsync(cancel);
        foreach (var some in due.Chunk(AtOnce))
        {
            await turns.RunAsync(db, async transaction =>
            {
                await ReleaseAsync(db, some, until, cancel);
                await transaction.CommitAsync(CancellationToken.None);
                return true;
            }, cancel);
            db.ChangeTracker.Clear();
        }
        await db.MonthlyReleases.Where(known => known.Id == release.Id).ExecuteUpdateAsync(row => row.SetProperty(known => known.CompletedAt, Now), cancel);
    }

    /// <summary>The release of this month; one that was begun and never completed is gone on with. Null when there are no measures yet: the first release waits for them.</summary>
    private async Task<MonthlyRelease?> BeginAsync(EquityDbContext db, DateOnly until, CancellationToken cancel) => await turns.RunAsync(db, async transaction =>
    {
        var release = await db.MonthlyReleases.SingleOrDefaultAsync(known => known.Until == until, cancel);
        if (release is null && await db.Measures.AnyAsync(cancel))
        {
            db.Add(release = new MonthlyRelease { Until = until, At = Now });
            await db.SaveChangesAsync(cancel);
        }
        await transaction.CommitAsync(CancellationToken.None);
        return release;
    }, cancel);

    /// <summary>Measures of which something may be shown anew. What has been recorded since the release began waits for the next one.</summary>
    private static IQueryable<Measure> Due(EquityDbContext db, MonthlyRelease release, MonthlyRelease? last)
    {
        var due = db.Measures.Where(measure => measure.CountsPeople && measure.Team!.PublishedAt != null && measure.RecordedAt <= release.At);
        // What was recorded of a month that had not closed then is due too.
        return last is null ? due : due.Where(measure => measure.RecordedAt >= last.At || measure.Points.Any(point => point.Date >= last.Until && point.Date < release.Until) || !db.ReleasedPoints.Any(point => point.MeasureId == measure.Id));
    }

    private static async Task ReleaseAsync(EquityDbContext db, int[] measures, DateOnly until, CancellationToken cancel)
    {
        var recorded = (await db.MeasurePoints.AsNoTracking().Where(point => measures.Contains(point.MeasureId) && point.Date < until).ToListAsync(cancel)).ToLookup(point => (point.MeasureId, point.Date));
        var released = (await db.ReleasedPoints.Where(point => measures.Contains(point.MeasureId)).ToListAsync(cancel)).ToLookup(point => (point.MeasureId, point.Date));
        foreach (var table in recorded.Select(date => date.Key).Concat(released.Select(date => date.Key)).Distinct().Order())
            Release(db, table.MeasureId, table.Date, [.. recorded[table]], [.. released[table]]);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>
    /// Shows one table anew, where that is to be. Groups are called by their integer keys; everybody, where no groups are compared, by nothing. A date that was released for everybody
    /// alone stays so: its people by group, small ones hidden, could be worked out from how many there were together. For the same reason a figure for everybody that was left beside
    /// groups is none of them.
    /// </summary>
    private static void Release(EquityDbContext db, int measure, DateOnly date, List<MeasurePoint> recorded, List<ReleasedPoint> released)
    {
        if (recorded.Count > 0 && released.Count > 0 && recorded.Exists(point => point.StratumId is not null) != released.Exists(point => point.StratumId is not null))
            return;
        var compares = recorded.Exists(point => point.StratumId is not null) || released.Exists(point => point.StratumId is not null);
        var now = new RawTable(Proportion: true, [.. recorded.Where(point => point.StratumId is not null || !compares).OrderBy(point => point.StratumId).Select(point => new RawStratum(NameOf(point.StratumId), point.Numerator, point.Denominator))]);
        var before = released.Count == 0 ? null : Shown(released, compares);
        var shown = Releases.Release(now, before);
        if (shown == before)
            return;
        foreach (var stratum in shown.Strata)
            Put(KeyOf(stratum.Name), stratum.Numerator, stratum.Denominator);
        if (compares)
            Put(null, shown.Numerator, shown.Denominator);

        void Put(int? stratum, DisclosedCount numerator, DisclosedCount denominator)
        {
            if (released.Find(point => point.StratumId == stratum) is not { } point)
                db.Add(point = new ReleasedPoint { MeasureId = measure, StratumId = stratum, Date = date });
            (point.Numerator, point.Denominator, point.Revised) = (numerator.Value, denominator.Value, shown.Revised);
        }
    }

    private static DisclosedTable Shown(List<ReleasedPoint> released, bool compares)
    {
        var strata = released.Where(point => point.StratumId is not null || !compares).OrderBy(point => point.StratumId)
            .Select(point => new DisclosedStratum(NameOf(point.StratumId), DisclosedCount.Told(point.Numerator), DisclosedCount.Told(point.Denominator))).ToList();
        var total = released.Find(point => point.StratumId is null);
        return new DisclosedTable(Proportion: true, strata, DisclosedCount.Told(total?.Numerator), DisclosedCount.Told(total?.Denominator), released[0].Revised);
    }

    private static string NameOf(int? stratum) => stratum is { } key ? FormattableString.Invariant($"{key}") : "";

    private static int? KeyOf(string name) => name.Length == 0 ? null : int.Parse(name, System.Globalization.CultureInfo.InvariantCulture);
}
