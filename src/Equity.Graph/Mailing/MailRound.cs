using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Notifications;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Mailing;

/// <summary>
/// Mails people about notifications that wait for them. A letter is claimed in a transaction, which is a lock, before it is sent, so that of two processes one
/// sends it; only a process that is killed between sending and noting so leaves it to be sent once more, under the same message id.
/// </summary>
internal sealed class MailRound(IDbContextFactory<EquityDbContext> contexts, WriteTurns turns, INotificationSender sender, LetterText text, MailSettings settings, TimeProvider time, ILogger<MailRound> logger)
    : Rounds(Pause, Pause, "Nobody could be mailed.", time, logger)
{
    /// <summary>The time between two rounds.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>How often a letter is tried.</summary>
    public const int MostTries = 6;

    /// <summary>How long others leave a letter alone that is being sent.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>How long sending one may take: all that are claimed at once go out, or fail, within the lease.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>How many letters are claimed at once.</summary>
    private const int AtOnce = 25;

    /// <summary>How long to wait after so many tries: 1 minute, 4, 16, about 1 hour, about 4.</summary>
    public static TimeSpan WaitAfter(int tries) => TimeSpan.FromMinutes(Math.Pow(4, tries - 1));

    /// <summary>One round. Nobody is kept from writing when there is nobody to mail.</summary>
    public override async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        while (await Waiting(db).AnyAsync(cancel) || await Due(db).AnyAsync(cancel))
        {
            var claimed = await turns.RunAsync(db, async transaction =>
            {
                var letters = await ClaimAsync(db, cancel);
                await transaction.CommitAsync(CancellationToken.None);
                return letters;
            }, cancel);
            db.ChangeTracker.Clear();
            await SendAsync(db, claimed, cancel);
        }
    }

    /// <summary>Notifications that nobody has mailed about yet, and that are new enough.</summary>
    private IQueryable<Notification> Waiting(EquityDbContext db)
    {
        var earliest = Now.AddDays(-settings.NewestDays);
        return db.Notifications.IgnoreQueryFilters().Where(one => one.At >= earliest && one.ReadAt == null && one.Person!.Email != null && !one.Person.NoMail
            && !db.Set<MailRefusal>().Any(refusal => refusal.PersonId == one.PersonId && refusal.Kind == one.Kind)
            && !db.Set<MailDelivery>().Any(delivery => delivery.NotificationId == one.Id));
    }

    private IQueryable<MailDelivery> Due(EquityDbContext db)
    {
        var now = Now;
        return db.Set<MailDelivery>().IgnoreQueryFilters().Where(delivery => delivery.State == MailState.Waits && delivery.NextAt <= now);
    }

    /// <summary>Takes the next letters for this process; what is not wanted any more, or too old by now, is struck off.</summary>
    private async Task<List<MailDelivery>> ClaimAsync(EquityDbContext db, CancellationToken cancel)
    {
        var now = Now;
        db.AddRange((await Waiting(db).OrderBy(one => one.Id).Select(one => one.Id).Take(AtOnce).ToListAsync(cancel)).Select(id => new MailDelivery { NotificationId = id, NextAt = now }));
        await db.SaveChangesAsync(cancel);
        var due = await Due(db).Include(delivery => delivery.Notification!.Person).OrderBy(delivery => delivery.Id).Take(AtOnce).ToListAsync(cancel);
        var people = due.Select(delivery => delivery.Notification!.PersonId).ToHashSet();
        var refused = (await db.Set<MailRefusal>().Where(refusal => people.Contains(refusal.PersonId)).ToListAsync(cancel)).Select(refusal => (refusal.PersonId, refusal.Kind)).ToHashSet();
        foreach (var delivery in due)
        {
            var notification = delivery.Notification!;
            if (notification.ReadAt is not null || notification.Person is { Email: null } or { NoMail: true } || refused.Contains((notification.PersonId, notification.Kind)))
                delivery.State = MailState.Dropped;
            else if (notification.At < now.AddDays(-settings.NewestDays))
                GiveUp(delivery, "it is too old by now");
            else
                (delivery.Tries, delivery.NextAt) = (delivery.Tries + 1, now + Lease);
        }
        await db.SaveChangesAsync(cancel);
        return [.. due.Where(delivery => delivery.State == MailState.Waits)];
    }

    /// <summary>Sends what was claimed. When the server cannot be used, it is left alone for now.</summary>
    private async Task SendAsync(EquityDbContext db, List<MailDelivery> claimed, CancellationToken cancel)
    {
        Exception? fault = null;
        foreach (var delivery in claimed)
        {
            if (fault is null or LetterRefusedException)
                fault = await TryAsync(delivery, cancel);
            if (fault is null)
                delivery.State = MailState.Sent;
            else if (fault is LetterRefusedException { ForGood: true })
                GiveUp(delivery, fault.Message);
            else if (delivery.Tries >= MostTries)
                GiveUp(delivery, $"it was tried {MostTries} times ({fault.GetType().Name})");
            else
                delivery.NextAt = Now + WaitAfter(delivery.Tries);
        }
        if (fault is not null and not LetterRefusedException)
            Logger.LogWarning("The mail server could not be used ({Fault}); letters wait.", fault.GetType().Name);
        if (claimed.Count > 0)
            await NoteAsync(db, claimed);
    }

    private async Task<Exception?> TryAsync(MailDelivery delivery, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await sender.SendAsync(text.Write(delivery.Notification!, Now), patience.Token);
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    /// <summary>Notes what has become of letters, also when the server is being stopped: what was sent is not to be sent again.</summary>
    private Task NoteAsync(EquityDbContext db, List<MailDelivery> claimed) => turns.RunAsync(db, async transaction =>
    {
        // A row that went meanwhile, such as with a person who was forgotten, is no longer there to be changed.
        foreach (var delivery in claimed)
            await db.Set<MailDelivery>().IgnoreQueryFilters().Where(row => row.Id == delivery.Id && row.Tries == delivery.Tries)
                .ExecuteUpdateAsync(row => row.SetProperty(each => each.State, delivery.State).SetProperty(each => each.NextAt, delivery.NextAt), CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }, CancellationToken.None);

    private void GiveUp(MailDelivery delivery, string why)
    {
        delivery.State = MailState.GivenUp;
        Logger.LogWarning("Mail {Delivery} ({Kind}) is given up: {Why}. What it was about still waits where the person signs in.", delivery.Id, delivery.Notification!.Kind, why);
    }
}
