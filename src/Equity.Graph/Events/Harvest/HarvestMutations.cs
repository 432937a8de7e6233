using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events.Harvest;

/// <summary>The mutations of those who sit at a table: harvest, updateHarvestNote, removeHarvestNote. The last two are for those who run the event too.</summary>
internal sealed class HarvestMutations(KnownTexts texts) : ITypeExtension<Mutation>
{
    private static readonly Type[] OfNotes = [.. InputErrors.OfRows, typeof(IsPublished)];

    public void Extend(Mutation type)
    {
        type.Add<HarvestInput, HarvestNote, HarvestNoteType>(
            "harvest", "Writes down what was heard at the table where your team sits, or sat: a draft that your team and those who run the event read.", WriteAsync,
            [typeof(NotFound), typeof(NotAtATable), typeof(NotAtTheEvent), typeof(TooManyNotes), .. InputErrors.OfTexts]);
        type.Add<UpdateHarvestNoteInput, HarvestNote, HarvestNoteType>(
            "updateHarvestNote", "Changes a draft: for the team whose member wrote it, and for those who run the event.", UpdateAsync, [.. OfNotes, typeof(NotAtTheEvent), .. InputErrors.OfTexts]);
        type.Add<RemoveHarvestNoteInput, Event, EventType>(
            "removeHarvestNote", "Removes a draft for good, with what it stands for: for the team whose member wrote it, and for those who run the event.", RemoveAsync, OfNotes);
    }

    private async Task<HarvestNote?> WriteAsync(Change change, HarvestInput input)
    {
        if (await change.FindAsync<Event>(input.Event, "event") is not { } gathering || await SeatAsync(change, gathering, input) is not var (round, seat))
            return null;
        var note = new HarvestNote { EventId = gathering.Id, Event = gathering, Key = "", Round = round, Table = seat.Table, Kind = input.Kind, Text = "", WrittenById = seat.TeamId, WrittenAt = change.Now };
        await FillAsync(change, input, note, input.Title, input.Text, input.From);
        await CountAsync(change, note);
        if (change.Errors.Count > 0)
            return null;
        var start = Key.From($"{gathering.Key} note");
        note.Key = Key.Free(start, await change.Db.HarvestNotes.IgnoreQueryFilters().Where(known => known.Key.StartsWith(start)).Select(known => known.Key).ToHashSetAsync(change.Cancel));
        change.Db.Add(note);
        change.Afterwards(() => texts.KeepAsync(note.Text));
        return note;
    }

    /// <summary>Where one's own team sits in a round that has begun; refuses the change when it sits nowhere, or it is not clear which team is meant.</summary>
    private static async Task<(int Round, CafeSeat Seat)?> SeatAsync(Change change, Event gathering, HarvestInput input)
    {
        var begun = change.Db.CafeRounds.IgnoreQueryFilters().Where(round => round.WorldCafe!.EventId == gathering.Id && round.WorldCafe.Status != CafeStatus.Planned && round.StartedAt != null);
        var number = input.Round ?? await begun.MaxAsync(round => (int?)round.Number, change.Cancel);
        var own = change.Viewer.Teams;
        var seats = await change.Db.CafeSeats.IgnoreQueryFilters().Where(seat => begun.Any(round => round.Id == seat.CafeRoundId && round.Number == number) && own.Contains(seat.TeamId)).OrderBy(seat => seat.TeamId).ToListAsync(change.Cancel);
        if (input.Team is not null)
            seats = [.. seats.Where(seat => NodeId.Find<Team>(input.Team) == seat.TeamId)];
        if (seats is [var seat])
            return (number!.Value, seat);
        change.Refuse(new NotAtATable(number));
        return null;
    }

    private static async Task CountAsync(Change change, HarvestNote note)
    {
        var notes = change.Db.HarvestNotes.IgnoreQueryFilters().Where(known => known.EventId == note.EventId);
        if (await notes.CountAsync(known => known.Round == note.Round && known.Table == note.Table, change.Cancel) >= HarvestRules.MostOfATable)
            change.Refuse(new TooManyNotes(HarvestRules.MostOfATable, OfTheTable: true));
        else if (await notes.CountAsync(change.Cancel) >= HarvestRules.MostOfAnEvent)
            change.Refuse(new TooManyNotes(HarvestRules.MostOfAnEvent, OfTheTable: false));
    }

    private async Task<HarvestNote?> UpdateAsync(Change change, UpdateHarvestNoteInput input)
    {
        if (await DraftAsync(change, input) is not { } note)
            return null;
        change.Choice(input, "kind", input.Kind, kind => note.Kind = kind);
        await FillAsync(change, input, note, input.Title, input.Text, input.From);
        change.Afterwards(() => texts.KeepAsync(note.Text));
        return note;
    }

    private static async Task FillAsync(Change change, MutationInput input, HarvestNote note, string? title, string? text, string? from)
    {
        change.Text(input, HarvestRules.Title, title, words => note.Title = words);
        change.Text(input, HarvestRules.Text, text, words => note.Text = words!);
        if (!input.Gives("from"))
            return;
        if (from is null || await change.FindAsync<Team>(from, "from") is not { } team)
            change.Refuse(new NotFound("from"));
        else if (!await change.ComesAsync(note.EventId, team.Id))
            change.Refuse(new NotAtTheEvent("from"));
        else
            note.FromId = team.Id;
    }

    private static async Task<Event?> RemoveAsync(Change change, RemoveHarvestNoteInput input)
    {
        if (await DraftAsync(change, input) is not { } note)
            return null;
        change.Db.Remove(note);
        return note.Event;
    }

    /// <summary>The draft that an input names, as it was read; refuses the change otherwise. Who reads a note may change it.</summary>
    private static async Task<HarvestNote?> DraftAsync(Change change, OneNoteInput input)
    {
        if (await change.FindAsync(input.Note, "note", change.Db.HarvestNotes.Include(known => known.Event)) is not { } note)
            return null;
        if (!change.Viewer.IsMemberOf(note.WrittenById) && !change.Viewer.MayOrganise(note.Event!.ProgrammeId))
            change.Refuse(new NotAMember());
        else if (note.PublishedAt is not null)
            change.Refuse(new IsPublished("note"));
        else if (change.IsCurrent(note, input.Version))
            return note;
        return null;
    }
}
