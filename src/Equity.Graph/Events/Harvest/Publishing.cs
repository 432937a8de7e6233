using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events.Harvest;

/// <summary>The mutations of those who run an event: mergeHarvestNotes, publishHarvest.</summary>
internal sealed class Publishing : ITypeExtension<Mutation>
{
    public void Extend(Mutation type)
    {
        type.Add<MergeHarvestNotesInput, HarvestNote, HarvestNoteType>(
            "mergeHarvestNotes", "Lets one note stand for others that tell nearly the same: it alone is published. Which team has the credit is what that note says. For those who run the event.",
            MergeAsync, typeof(NotFound), typeof(NotAnOrganiser), typeof(NotesDoNotFit));
        type.Add<PublishHarvestInput, Event, EventType>(
            "publishHarvest", "Makes learning of what was heard, of the team whose idea each was. Its members are told; they may change it, or take it back with deleteLearning. For those who run the event.",
            PublishAsync, typeof(NotFound), typeof(NotAnOrganiser), typeof(IsPublished), typeof(TooMany));
    }

    private static async Task<HarvestNote?> MergeAsync(Change change, MergeHarvestNotesInput input)
    {
        var notes = change.Db.HarvestNotes.Include(known => known.Event);
        if (await change.FindAsync(input.Note, "note", notes) is not { } note || !change.Organises(note.Event!))
            return null;
        var ids = IdsOf("duplicates", input.Duplicates);
        var duplicates = await notes.Where(known => ids.Contains(known.Id)).OrderBy(known => known.Id).ToListAsync(change.Cancel);
        if (duplicates.Count < input.Duplicates.Distinct().Count())
            change.Refuse(new NotFound("duplicates"));
        else if (!StandsForItself(note))
            change.Refuse(new NotesDoNotFit("note"));
        else if (duplicates.Exists(each => each.EventId != note.EventId || each.Id == note.Id || !StandsForItself(each)))
            change.Refuse(new NotesDoNotFit("duplicates"));
        if (change.Errors.Count > 0)
            return null;
        var merged = await notes.Where(known => known.MergedIntoId != null && ids.Contains(known.MergedIntoId.Value)).ToListAsync(change.Cancel);
        foreach (var each in duplicates.Concat(merged))
            each.MergedIntoId = note.Id;
        return note;
    }

    private static async Task<Event?> PublishAsync(Change change, PublishHarvestInput input)
    {
        if (await change.FindAsync<Event>(input.Event, "event") is not { } gathering || !change.Organises(gathering))
            return null;
        foreach (var ofTeam in (await ChosenAsync(change, gathering, input.Notes)).GroupBy(note => note.From!))
        {
            foreach (var note in ofTeam)
            {
                if (await change.HearAsync(gathering, note.From!, note.Kind, note.Titled(), note.Text) is not { } learning)
                    return null;
                (note.Learning, note.PublishedAt) = (learning, change.Now);
            }
            await change.TellAsync(gathering, [ofTeam.Key.Id], NotificationKind.LearningHeard);
        }
        return gathering;
    }

    /// <summary>The drafts to publish, with the teams that have the credit; one of a team that was deleted stays a draft.</summary>
    private static async Task<List<HarvestNote>> ChosenAsync(Change change, Event gathering, IReadOnlyList<string>? named)
    {
        var ids = named is null ? null : IdsOf("notes", named);
        // Of a team that the viewer cannot see the credit is given all the same.
        var notes = await change.Db.HarvestNotes.IgnoreQueryFilters().Include(note => note.From).Where(note => note.EventId == gathering.Id && note.From!.DeletedAt == null)
            .Where(note => ids == null ? note.MergedIntoId == null && note.PublishedAt == null : ids.Contains(note.Id))
            .OrderBy(note => note.Id).Take(HarvestRules.MostAtOnce).ToListAsync(change.Cancel);
        if (named is not null && (notes.Count < named.Distinct().Count() || notes.Exists(note => note.MergedIntoId is not null)))
            change.Refuse(new NotFound("notes"));
        else if (notes.Exists(note => note.PublishedAt is not null))
            change.Refuse(new IsPublished("notes"));
        return change.Errors.Count > 0 ? [] : notes;
    }

    private static bool StandsForItself(HarvestNote note) => note is { MergedIntoId: null, PublishedAt: null };

    private static List<int> IdsOf(string field, IReadOnlyList<string> notes) => notes.Count > HarvestRules.MostAtOnce
        ? throw RequestError.PageSize($"the number of {field}", notes.Count, HarvestRules.MostAtOnce)
        : [.. notes.Select(NodeId.Find).OfType<(string Type, int Id)>().Where(id => id.Type == nameof(HarvestNote)).Select(id => id.Id).Distinct()];
}
