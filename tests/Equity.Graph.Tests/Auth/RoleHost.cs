using System.Net.Http.Json;
using System.Text.Json;
using Equity.Graph.Auth.Development;
using Equity.Graph.Events;
using Equity.Graph.Execution;
using Equity.Graph.Friendships;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Auth;

/// <summary>A host with a small community in which every state of every kind of row occurs, and somebody of every role to ask.</summary>
public class RoleHost() : EquityHost(empty: true), IAsyncLifetime
{
    private readonly Dictionary<string, HttpClient> clients = [];

    /// <summary>All rows that were made, by their global ids.</summary>
    internal IReadOnlyDictionary<string, SeededRow> Rows { get; private set; } = new Dictionary<string, SeededRow>();

    /// <summary>Thousands of questions at one moment of a clock that stands still, some of them about everything at once.</summary>
    protected override Dictionary<string, string?> Settings => new()
    {
        ["Limits:OperationsPerMinutePerViewer"] = "100000",
        ["Limits:OperationsPerMinutePerAddress"] = "100000",
        ["Limits:Cost"] = "1000000",
        ["Limits:Nodes"] = "1000000",
    };

    public async Task InitializeAsync()
    {
        await using var db = await OpenAsync();
        Cast.Fill(db);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        Cast.Reach(db);
        Cast.Pause(db);
        Cast.Delete(db);
        await db.SaveChangesAsync();
        Rows = await ReadRowsAsync(db);
        await SettledAsync();
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    /// <summary>A token for a role; null for anyone.</summary>
    internal string? TokenOf(Role role) => role.Persona is { } persona ? new DevelopmentTokens(Data).Create(persona, Clock.GetUtcNow().UtcDateTime) : null;

    /// <summary>The whole answer that a role gets.</summary>
    internal async Task<JsonElement> AskAsync(Role role, string query, object? variables = null, string? operationName = null)
    {
        if (!clients.TryGetValue(role.Persona?.Name ?? "", out var client))
        {
            clients[role.Persona?.Name ?? ""] = client = CreateClient();
            if (TokenOf(role) is { } token)
                client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }
        using var response = await client.PostAsJsonAsync("/graphql", new { query, variables, operationName });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The data that a role gets, without errors.</summary>
    internal async Task<JsonElement> DataAsync(Role role, string query, object? variables = null)
    {
        var answer = await AskAsync(role, query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), $"{role}: {query}\n{errors}");
        return answer.GetProperty("data");
    }

    private static async Task<Dictionary<string, SeededRow>> ReadRowsAsync(EquityDbContext db)
    {
        var teams = await db.Teams.IgnoreQueryFilters().AsNoTracking().ToDictionaryAsync(team => team.Id);
        var rows = new Dictionary<string, SeededRow>();
        foreach (var team in teams.Values)
            Add("Team", team.Id, Cast.StateOf(team, null), team.Key);
        foreach (var row in db.TeamMembers.IgnoreQueryFilters().AsNoTracking().Include(member => member.Person))
            Add("TeamMember", row.Id, Cast.StateOf(teams[row.TeamId], null), teams[row.TeamId].Key, row.Person?.Subject == "member" ? "oneself" : row.NameFor.ToString().ToUpperInvariant());
        // What waits for the member alone: of each team it stands in the member's column of the own ones.
        foreach (var row in db.Notifications.IgnoreQueryFilters().AsNoTracking().Include(one => one.Person))
            Add("Notification", row.Id, row.Person!.Subject == "member" ? "one's own" : "somebody else's", "home");
        foreach (var row in db.Ratings.IgnoreQueryFilters().AsNoTracking().Include(one => one.Person))
            Add("Rating", row.Id, row.Person!.Subject == "member" ? "one's own" : "somebody else's", "home");
        foreach (var row in db.Friendships.IgnoreQueryFilters().AsNoTracking())
            Add("Friendship", row.Id, row.Status == FriendshipStatus.Accepted ? "accepted" : "unaccepted", teams[row.FromId].Key);
        foreach (var row in db.Events.IgnoreQueryFilters().AsNoTracking())
            Add("Event", row.Id, row.DeletedAt is not null ? "deleted" : row.PublishedAt is null ? "draft" : "published", row.Key);
        foreach (var round in db.CafeRounds.IgnoreQueryFilters().AsNoTracking().Include(round => round.WorldCafe!.Event).Where(round => round.WorldCafe!.Event!.DeletedAt == null))
        {
            var state = round.WorldCafe!.Status == CafeStatus.Planned || round.WorldCafe.Event!.PublishedAt is null ? "draft" : "published";
            Add("WorldCafe", round.WorldCafeId, state, round.WorldCafe.Event!.Key);
            Add("CafeRound", round.Id, state, round.WorldCafe.Event.Key);
        }
        foreach (var row in db.PanelQuestions.IgnoreQueryFilters().AsNoTracking().Include(question => question.Event))
            Add("PanelQuestion", row.Id, row.Event!.DeletedAt is not null ? "deleted" : row.Event.PublishedAt is null ? "draft" : "published", row.Event.Key);
        foreach (var row in db.HarvestNotes.IgnoreQueryFilters().AsNoTracking())
            Add("HarvestNote", row.Id, "written", teams[row.WrittenById].Key);
        AddAll("Inequity", db.Inequities);
        AddAll("Learning", db.Learning);
        AddAll("Adoption", db.Adoptions);
        AddAll("ChangeIdea", db.ChangeIdeas);
        AddAll("Measure", db.Measures);
        AddAll("Ask", db.Asks);
        AddAll("Offer", db.Offers);
        AddAll("Poster", db.Posters, poster => poster.PublishedAt is null);
        AddAll("Resource", db.Resources, resource => resource.PublishedAt is null);
        foreach (var team in teams.Values.Where(team => team.OrganisationId is not null && team.DeletedAt is null))
            Add("Organisation", team.OrganisationId!.Value, Cast.StateOf(team, null), team.Key);
        foreach (var row in db.Programmes)
            Add("Programme", row.Id, "published", row.Key);
        var programmes = await db.Programmes.ToDictionaryAsync(programme => programme.Id, programme => programme.Key);
        foreach (var row in await db.Audit.AsNoTracking().Where(entry => entry.TeamId != null || entry.ProgrammeId != null).ToListAsync())
        {
            if (row.TeamId is { } team)
                Add("AuditEntry", row.Id, Cast.StateOf(teams[team], null), teams[team].Key);
            else if (programmes.TryGetValue(row.ProgrammeId!.Value, out var programme))
                Add("AuditEntry", row.Id, "published", programme);
        }
        return rows;

        void Add(string type, int id, string state, string team, string mark = "") => rows.TryAdd(NodeId.Of(type, id), new SeededRow(NodeId.Of(type, id), type, state, team, mark));

        void AddAll<T>(string type, IQueryable<T> all, Func<T, bool>? isDraft = null) where T : class, IWithTeam, IDeletable
        {
            foreach (var row in all.IgnoreQueryFilters().AsNoTracking())
                Add(type, row.Id, Cast.StateOf(teams[row.TeamId], row.DeletedAt) is var state && state == "published" && isDraft?.Invoke(row) == true ? "draft" : state, teams[row.TeamId].Key);
        }
    }
}

/// <summary>A row of the seeded community.</summary>
/// <param name="Id">Its global id.</param>
/// <param name="Type">Its type in the graph.</param>
/// <param name="State">published, draft or deleted.</param>
/// <param name="Team">The key of its team; of a programme its own.</param>
/// <param name="Mark">Of a member: for whom the name is.</param>
internal sealed record SeededRow(string Id, string Type, string State, string Team, string Mark)
{
    /// <summary>Whether a role sees it, as roles.csv says.</summary>
    public bool IsSeenBy(Role role) => RoleTable.Find("row", $"{Type} {State}").For(role, Team) == "read";
}
