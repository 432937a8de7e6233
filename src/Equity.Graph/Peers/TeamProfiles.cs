using Equity.Graph.Persistence;
using Equity.Graph.Teams;
using Equity.Matching;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Peers;

/// <summary>What the matcher sees of a team, and how it names what it quotes.</summary>
internal static class TeamProfiles
{
    private const int ReadAtOnce = 500;

    /// <summary>The profiles of those teams that are there, by id.</summary>
    public static async Task<List<TeamProfile>> ReadAsync(EquityDbContext db, List<int> ids, CancellationToken cancel)
    {
        var profiles = new List<TeamProfile>(ids.Count);
        foreach (var some in ids.Chunk(ReadAtOnce))
        {
            var teams = await WithTexts(db.Teams.AsNoTracking().Where(team => EF.Parameter(some).Contains(team.Id))).OrderBy(team => team.Id).ToListAsync(cancel);
            profiles.AddRange(teams.Select(Of));
        }
        return profiles;
    }

    /// <summary>The team's texts, with its children loaded.</summary>
    public static TeamProfile Of(Team team) => new(team.Id, (int)team.Stage,
    [
        new ProfileText(ProfileField.Name, team.Id, team.Name),
        new ProfileText(ProfileField.Service, team.Id, team.Service),
        .. Text(ProfileField.Locality, team.Id, team.Locality),
        .. Text(ProfileField.Aim, team.Id, team.Aim),
        .. Text(ProfileField.Summary, team.Id, team.Summary),
        .. team.Inequities.SelectMany<Inequities.Inequity, ProfileText>(inequity =>
        [
            new ProfileText(ProfileField.InequityTitle, inequity.Id, inequity.Title),
            new ProfileText(ProfileField.Population, inequity.Id, inequity.Population),
            .. Text(ProfileField.Evidence, inequity.Id, inequity.Evidence),
        ]),
        // An archived team neither needs help any more nor gives it.
        .. team.Asks.Where(ask => ask.Status == Support.AskStatus.Open && team.ArchivedAt is null).Select(ask => new ProfileText(ProfileField.Ask, ask.Id, ask.Text)),
        .. team.Offers.Where(offer => offer.Available && team.ArchivedAt is null).Select(offer => new ProfileText(ProfileField.Offer, offer.Id, offer.Text)),
        .. team.Learning.SelectMany<Learning.SharedLearning, ProfileText>(learning =>
        [
            new ProfileText(ProfileField.LearningTitle, learning.Id, learning.Title),
            new ProfileText(ProfileField.LearningBody, learning.Id, learning.Body),
        ]),
    ])
    {
        Published = team.PublishedAt is not null,
        Dimensions = team.Inequities.Where(inequity => inequity.Id != 0).ToDictionary(inequity => inequity.Id, inequity => inequity.Dimension.ToString()), // rows to come have no id
    };

    /// <summary>The type of the row that a field belongs to, and the field's name in the graph.</summary>
    public static (string Type, string Field) InGraph(ProfileField field) => field switch
    {
        ProfileField.Name => ("Team", "name"),
        ProfileField.Service => ("Team", "service"),
        ProfileField.Locality => ("Team", "locality"),
        ProfileField.Aim => ("Team", "aim"),
        ProfileField.Summary => ("Team", "summary"),
        ProfileField.InequityTitle => ("Inequity", "title"),
        ProfileField.Population => ("Inequity", "population"),
        ProfileField.Evidence => ("Inequity", "evidence"),
        ProfileField.Ask => ("Ask", "text"),
        ProfileField.Offer => ("Offer", "text"),
        ProfileField.LearningTitle => ("Learning", "title"),
        ProfileField.LearningBody => ("Learning", "body"),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field."),
    };

    private static IQueryable<Team> WithTexts(IQueryable<Team> teams) => teams
        .Include(team => team.Inequities.OrderBy(inequity => inequity.Id))
        .Include(team => team.Asks.OrderBy(ask => ask.Id))
        .Include(team => team.Offers.OrderBy(offer => offer.Id))
        .Include(team => team.Learning.OrderBy(learning => learning.Id))
        .AsSplitQuery();

    private static IEnumerable<ProfileText> Text(ProfileField field, int source, string? text) => text is null ? [] : [new ProfileText(field, source, text)];
}
