using Equity.Graph.Events.Harvest;
using Equity.Graph.Learning;
using Equity.Graph.Notifications;
using Equity.Graph.Persistence.Demo;
using Equity.Graph.Rules;

namespace Equity.Graph.Events.Demo;

/// <summary>What was heard at a table of the demo's world café: which team there wrote it down, whose idea it was, and the place in the file, from 0, of a note before it that stands for both.</summary>
internal sealed record DemoNote(int Round, int Table, string By, string From, LearningKind Kind, string? Title, string Text, int? SameAs);

/// <summary>The harvest of the demo's world café.</summary>
internal static class DemoHarvest
{
    /// <summary>Adds the notes, and publishes each that stands for itself as learning of the team whose idea it was.</summary>
    public static void Add(DemoScene scene, Event gathering, IReadOnlyList<DemoNote> harvest)
    {
        var keys = new HashSet<string>();
        var notes = new List<HarvestNote>();
        foreach (var each in harvest)
        {
            notes.Add(new HarvestNote
            {
                Event = gathering,
                Key = Key.Free(Key.From($"{gathering.Key} note"), keys),
                Round = each.Round,
                Table = each.Table,
                Kind = each.Kind,
                Title = each.Title,
                Text = each.Text,
                From = scene.Team(each.From),
                WrittenBy = scene.Team(each.By),
                MergedInto = each.SameAs is { } same ? notes[same] : null,
                WrittenAt = gathering.Cafes[0].Rounds[each.Round - 1].StartsAt.AddMinutes(gathering.Cafes[0].Rounds[each.Round - 1].Minutes),
            });
        }
        foreach (var note in notes.Where(note => note.MergedInto is null))
            Publish(scene, gathering, note);
        scene.Db.AddRange(notes);
    }

    private static void Publish(DemoScene scene, Event gathering, HarvestNote note)
    {
        var at = gathering.OverAt;
        var learning = new SharedLearning
        {
            Team = note.From,
            Key = Key.From(note.Titled(), note.From!.Learning.Select(known => known.Key).ToHashSet()),
            Kind = note.Kind,
            Title = note.Titled(),
            Body = note.Text,
            HeardAtEvent = gathering,
            SharedAt = at,
        };
        scene.Db.Add(learning);
        (note.Learning, note.PublishedAt) = (learning, at);
        scene.Tell(note.From!, at, () => new Notification { Kind = NotificationKind.LearningHeard, Event = gathering, TeamId = note.From!.Id });
    }
}
