using Equity.Graph.Auth;
using Equity.Graph.Events.Harvest;
using Equity.Graph.Events.Panels;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Notifications;
using Equity.Graph.Peers;
using Equity.Graph.Peers.Feedback;
using Equity.Graph.Posters;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Persistence;

/// <summary>Removes for good what is kept no longer, as docs/retention.md says: at a start and then every hour.</summary>
internal sealed class Retention(IDbContextFactory<EquityDbContext> contexts, ForgottenVectors vectors, UnnamedBlobs blobs, TimeProvider time, ILogger<Retention> logger) : Rounds(FirstPause, Pause, "What is kept no longer could not be removed.", time, logger)
{
    /// <summary>After a start those go first who ask for something.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    /// <summary>The time between two rounds.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>How many rows one transaction removes: others write in between.</summary>
    private const int AtOnce = 100;

    private (long Profiles, int Events)? swept;

    /// <summary>One round.</summary>
    public override async Task RunAsync(CancellationToken cancel)
    {
        var deleted = await RemoveDeletedAsync<Team>(cancel) + await RemoveDeletedAsync<Learning.SharedLearning>(cancel) + await RemoveDeletedAsync<Inequities.Inequity>(cancel)
            + await RemoveDeletedAsync<Learning.Spread.Adoption>(cancel) + await RemoveDeletedAsync<Ideas.ChangeIdea>(cancel) + await RemoveDeletedAsync<Measures.Measure>(cancel)
            + await RemoveDeletedAsync<Support.Ask>(cancel) + await RemoveDeletedAsync<Support.Offer>(cancel) + await RemoveDeletedAsync<Events.Event>(cancel)
            + await RemoveDeletedAsync<Poster>(cancel) + await RemoveDeletedAsync<Resources.Resource>(cancel);
        var answers = await RemoveAnswersAsync(cancel);
        var notifications = await RemoveNotificationsAsync(cancel);
        var showings = await RemoveShowingsAsync(cancel);
        var (changes, newest) = await RemoveChangesAsync(cancel);
        // Texts change only where a profile changes or something is written at an event, whichever process writes it; what goes with an event goes unwritten.
        var written = (newest, await NewestAtEventsAsync(cancel));
        var unused = written == swept && deleted == 0 ? 0 : await vectors.RemoveAsync(cancel);
        swept = written;
        var contents = await blobs.RemoveAsync(cancel);
        await contexts.EmptyLogAsync(cancel);
        if (deleted + answers + notifications + showings + changes + unused + contents > 0)
            Logger.LogInformation("Removed for good: {Deleted} things deleted {Days} days ago, {Answers} stored answers, {Notifications} notifications, {Showings} days of showing a team, {Changes} noted changes, {Vectors} vectors, {Contents} pictures and PDFs.", deleted, Deletion.Kept.Days, answers, notifications, showings, changes, unused, contents);
    }

    /// <summary>Removes rows through the context, so that the audit tells of them; the transaction is a lock: what one process removes, another does not find.</summary>
    private async Task<int> RemoveDeletedAsync<T>(CancellationToken cancel) where T : class, IDeletable
    {
        var until = Now - Deletion.Kept;
        for (var removed = 0; ;)
        {
            await using var db = await contexts.OpenAsync(Viewer.System, cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var rows = await db.Set<T>().IgnoreQueryFilters().Where(row => row.DeletedAt <= until).OrderBy(row => row.Id).Take(AtOnce).ToListAsync(cancel);
            if (rows.Count == 0)
                return removed;
            db.RemoveRange(rows);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(CancellationToken.None);
            removed += rows.Count;
        }
    }

    private async Task<int> RemoveAnswersAsync(CancellationToken cancel)
    {
        var until = Now - IdempotencyKey.Kept;
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        return await InBatchesAsync(() => db.StoredAnswers.Where(answer => answer.StartedAt < until).OrderBy(answer => answer.Id).Take(AtOnce).ExecuteDeleteAsync(cancel));
    }

    private async Task<int> RemoveNotificationsAsync(CancellationToken cancel)
    {
        var until = Now - Notification.Kept;
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        return await InBatchesAsync(() => db.Notifications.IgnoreQueryFilters().Where(one => one.At < until).OrderBy(one => one.Id).Take(AtOnce).ExecuteDeleteAsync(cancel));
    }

    private async Task<int> RemoveShowingsAsync(CancellationToken cancel)
    {
        var until = DateOnly.FromDateTime(Now - Showing.Kept);
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        return await InBatchesAsync(() => db.Showings.Where(showing => showing.Day < until).OrderBy(showing => showing.Id).Take(AtOnce).ExecuteDeleteAsync(cancel));
    }

    private async Task<(int Removed, long Newest)> RemoveChangesAsync(CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        var newest = await db.ProfileChanges.MaxAsync(change => (long?)change.Id, cancel) ?? 0;
        var removed = await InBatchesAsync(() => db.ProfileChanges.Where(change => change.Id <= newest - ProfileChange.Kept).OrderBy(change => change.Id).Take(AtOnce).ExecuteDeleteAsync(cancel));
        return (removed, newest);
    }

    /// <summary>The last change of what people write at events and vectors are made of, as the audit has it.</summary>
    private async Task<int> NewestAtEventsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        return await db.Audit.Where(entry => entry.Kind == nameof(PanelQuestion) || entry.Kind == nameof(HarvestNote)).MaxAsync(entry => (int?)entry.Id, cancel) ?? 0;
    }

    private static async Task<int> InBatchesAsync(Func<Task<int>> remove)
    {
        var removed = 0;
        for (var last = AtOnce; last == AtOnce; removed += last)
            last = await remove();
        return removed;
    }
}
