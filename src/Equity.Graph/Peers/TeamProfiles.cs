using Equity.Graph.Teams;
using Equity.Matching;

namespace Equity.Graph.Peers;

/// <summary>What the matcher sees of a team, and how it names what it quotes.</summary>
internal static class TeamProfiles
{
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
        .. team.Asks.Where(ask => ask.Status == Support.AskStatus.Open).Select(ask => new ProfileText(ProfileField.Ask, ask.Id, ask.Text)),
        .. team.Offers.Where(offer => offer.Available).Select(offer => new ProfileText(ProfileField.Offer, offer.Id, offer.Text)),
        .. team.Learning.SelectMany<Learning.SharedLearning, ProfileText>(learning =>
        [
            new ProfileText(ProfileField.LearningTitle, learning.Id, learning.Title),
            new ProfileText(ProfileField.LearningBody, learning.Id, learning.Body),
        ]),
    ])
    { Published = team.PublishedAt is not null };

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

    private static IEnumerable<ProfileText> Text(ProfileField field, int source, string? text) => text is null ? [] : [new ProfileText(field, source, text)];
}
