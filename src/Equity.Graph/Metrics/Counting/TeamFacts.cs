using Equity.Graph.Auth;
using Equity.Graph.Friendships;
using Equity.Graph.Inequities;
using Equity.Graph.Learning;
using Equity.Graph.Learning.Spread;
using Equity.Graph.Persistence;
using Equity.Graph.Support;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Metrics.Counting;

/// <summary>What metrics need to know of a published team.</summary>
internal sealed record TeamFacts(TeamFact Team)
{
    /// <summary>Oldest first.</summary>
    public List<(Stage Stage, DateTime At)> StagesLeft { get; init; } = [];
    public List<(InequityDimension Dimension, InequityKind? Kind, InequityStatus Status, DateTime CreatedAt)> Inequities { get; init; } = [];
    public List<(LearningKind Kind, DateTime SharedAt)> Learning { get; init; } = [];
    public List<(Month Month, int Count)> Thanks { get; init; } = [];
    public List<(DateTime At, AdoptionOutcome? Outcome, int Steps, bool Across)> Adoptions { get; init; } = [];
    public List<(AskStatus Status, DateTime CreatedAt, DateTime? ClosedAt)> Asks { get; init; } = [];

    /// <summary>Proposed by the team.</summary>
    public List<FriendshipFact> Proposed { get; init; } = [];

    /// <summary>When the team had a friend, whoever proposed it.</summary>
    public List<(DateTime From, DateTime? To)> Friends { get; init; } = [];

    /// <summary>Reads some teams; those that are not published or are gone are left out.</summary>
    /// <param name="db">Sees everything.</param>
    /// <param name="teams">Their integer keys.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<List<TeamFacts>> ReadAsync(EquityDbContext db, IReadOnlyList<int> teams, CancellationToken cancel)
    {
        var rows = await db.Teams.Where(team => EF.Parameter(teams).Contains(team.Id) && team.PublishedAt != null)
            .Select(team => new TeamFact(team.Id, team.Programme!.Key, team.ProgrammeId, team.Phase, team.Locality, team.Stage, team.Involvement, team.CoProduction, team.CreatedAt, team.ArchivedAt)).ToListAsync(cancel);
        var found = rows.ToDictionary(team => team.Id, team => new TeamFacts(team));
        int[] ids = [.. found.Keys];
        foreach (var row in await db.StagesLeft.Where(row => ids.Contains(row.TeamId)).OrderBy(row => row.At).ThenBy(row => row.Id).Select(row => new { row.TeamId, row.Stage, row.At }).ToListAsync(cancel))
            found[row.TeamId].StagesLeft.Add((row.Stage, row.At));
        foreach (var row in await db.Inequities.Where(row => ids.Contains(row.TeamId)).Select(row => new { row.TeamId, row.Dimension, row.Kind, row.Status, row.CreatedAt }).ToListAsync(cancel))
            found[row.TeamId].Inequities.Add((row.Dimension, row.Kind, row.Status, row.CreatedAt));
        var learning = await db.Learning.Where(row => ids.Contains(row.TeamId)).Select(row => new { row.Id, row.TeamId, row.Kind, row.SharedAt }).ToDictionaryAsync(row => row.Id, cancel);
        foreach (var row in learning.Values)
            found[row.TeamId].Learning.Add((row.Kind, row.SharedAt));
        // Asked for by the learning's keys, which are few: joined, SQLite goes through everybody's thanks.
        foreach (var row in await db.Thanks.IgnoreQueryFilters([ReadRules.Sight]).Where(thanks => EF.Parameter(learning.Keys.ToArray()).Contains(thanks.LearningId))
            .GroupBy(thanks => new { thanks.LearningId, thanks.At.Year, thanks.At.Month }).Select(group => new { group.Key.LearningId, group.Key.Year, group.Key.Month, Count = group.Count() }).ToListAsync(cancel))
            found[learning[row.LearningId].TeamId].Thanks.Add((Month.Of(new DateOnly(row.Year, row.Month, 1)), row.Count));
        foreach (var row in await db.Asks.Where(row => ids.Contains(row.TeamId)).Select(row => new { row.TeamId, row.Status, row.CreatedAt, row.ClosedAt }).ToListAsync(cancel))
            found[row.TeamId].Asks.Add((row.Status, row.CreatedAt, row.ClosedAt));
        await ReadAdoptionsAsync(db, found, ids, cancel);
        await ReadFriendshipsAsync(db, found, ids, cancel);
        return [.. found.Values];
    }

    private static async Task ReadAdoptionsAsync(EquityDbContext db, Dictionary<int, TeamFacts> found, int[] ids, CancellationToken cancel)
    {
        var rows = await db.Adoptions.Where(row => ids.Contains(row.TeamId))
            .Join(db.Learning, row => row.LearningId, learning => learning.Id, (row, learning) => new { row.TeamId, row.AdoptedAt, row.Outcome, row.LearningId, From = learning.Team!.ProgrammeId }).ToListAsync(cancel);
        var before = await Chains.FollowAsync(db, [.. rows.Select(row => row.LearningId).Distinct()], back: true, int.MaxValue, cancel);
        foreach (var row in rows)
            found[row.TeamId].Adoptions.Add((row.AdoptedAt, row.Outcome, 1 + before[row.LearningId].Select(link => link.Steps).DefaultIfEmpty().Max(), row.From != found[row.TeamId].Team.ProgrammeId));
    }

    private static async Task ReadFriendshipsAsync(EquityDbContext db, Dictionary<int, TeamFacts> found, int[] ids, CancellationToken cancel)
    {
        var rows = await db.Friendships.IgnoreQueryFilters().Where(row => ids.Contains(row.FromId) || ids.Contains(row.ToId)).OrderBy(row => row.Id)
            .Select(row => new FriendshipFact(row.FromId, row.ToId, row.Status, row.ProposedAt, row.AnswerBy, row.AnsweredAt, row.ClosedAt, row.CheckIns.Where(said => said.Met == Met.Yes).Min(said => (DateTime?)said.At))).ToListAsync(cancel);
        foreach (var row in rows)
        {
            if (found.GetValueOrDefault(row.From) is { } from)
                from.Proposed.Add(row);
            foreach (var team in row is { HasStood: true } ? new[] { row.From, row.To } : [])
                found.GetValueOrDefault(team)?.Friends.Add((row.AnsweredAt!.Value, row.ClosedAt));
        }
    }
}

/// <summary>A published team.</summary>
internal sealed record TeamFact(
    int Id, string? Programme, int? ProgrammeId, int? Phase, string? Locality, Stage Stage, Involvement? Involvement, CoProductionRung? CoProduction, DateTime CreatedAt, DateTime? ArchivedAt);

/// <summary>What became of a friendship, and when.</summary>
internal sealed record FriendshipFact(int From, int To, FriendshipStatus Status, DateTime ProposedAt, DateTime AnswerBy, DateTime? AnsweredAt, DateTime? ClosedAt, DateTime? MetAt)
{
    /// <summary>Whether the two were friends once.</summary>
    public bool HasStood => Status is FriendshipStatus.Accepted or FriendshipStatus.Ended && AnsweredAt is not null;
}
