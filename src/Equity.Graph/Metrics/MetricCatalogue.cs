using System.Globalization;
using Equity.Graph.Disclosure;

namespace Equity.Graph.Metrics;

/// <summary>All metrics, in the order in which they are told: their names, what they mean, and how closely they are told.</summary>
internal static class MetricCatalogue
{
    private static readonly GroupKind[] OfTeams = [GroupKind.Programme, GroupKind.Phase, GroupKind.Dimension, GroupKind.Stage, GroupKind.Locality];

    private static readonly List<Metric> all = [];

    public static readonly Metric Teams = Add(new("teams", "Published teams that work, by the stage that they were in at the end of the month. A team counts from the day on which it was first recorded.", "teams", Makeup.Stock, OfTeams)
    {
        Numerator = "teams",
        Own = [GroupKind.Stage],
    });

    public static readonly Metric DaysInStage = Add(new("daysInStage", "How long teams were in a stage when they left it for another.", "days", Makeup.Flow, OfTeams)
    {
        Numerator = "days in the stages that teams left in the month",
        Denominator = "stages that teams left in the month",
        Own = [GroupKind.Stage],
    });

    public static readonly Metric Involvement = Add(new("involvement", "Teams by how service users and carers take part, where a team has said so.", "teams", Makeup.Now, [GroupKind.Involvement])
    {
        Numerator = "teams",
        Own = [GroupKind.Involvement],
    });

    public static readonly Metric CoProduction = Add(new("coProduction", "Teams by the rung on the ladder of co-production that they stand on, where a team has said so.", "teams", Makeup.Now, [GroupKind.Rung])
    {
        Numerator = "teams",
        Own = [GroupKind.Rung],
    });

    public static readonly Metric Inequities = Add(new("inequities", "Inequities that teams had recorded by the end of the month.", "inequities", Makeup.Stock, [.. OfTeams, GroupKind.Kind])
    {
        Numerator = "inequities",
        Own = [GroupKind.Dimension, GroupKind.Kind],
    });

    public static readonly Metric InequitiesByStatus = Add(new("inequitiesByStatus", "Inequities by where the work on them stands.", "inequities", Makeup.Now, [GroupKind.Status])
    {
        Numerator = "inequities",
        Own = [GroupKind.Status],
    });

    public static readonly Metric Learning = Add(new("learning", "Pieces of learning that teams shared in the month.", "pieces", Makeup.Flow, [.. OfTeams, GroupKind.Kind])
    {
        Numerator = "pieces of learning",
        Own = [GroupKind.Kind],
    });

    public static readonly Metric Thanks = Add(new("thanks", "Thanks that teams received for their learning in the month.", "thanks", Makeup.Flow, OfTeams) { Numerator = "thanks" });

    public static readonly Metric Adoptions = Add(new("adoptions", "Times that a team began to try what another had learnt, by what has become of it.", "adoptions", Makeup.Flow, [.. OfTeams, GroupKind.Outcome])
    {
        Numerator = "adoptions",
        Own = [GroupKind.Outcome],
    });

    public static readonly Metric Travel = Add(new("travel", "How far ideas travel: adoptions of the month by how many teams the idea had come through with this one.", "adoptions", Makeup.Flow, [GroupKind.Steps])
    {
        Numerator = "adoptions",
        Own = [GroupKind.Steps],
    });

    public static readonly Metric AcrossProgrammes = Add(new("adoptionsAcrossProgrammes", "Which share of adoptions took up learning from another programme.", "share", Makeup.Flow, OfTeams)
    {
        Numerator = "adoptions of learning from another programme",
        Denominator = "adoptions",
    });

    public static readonly Metric Asks = Add(new("asks", "Asks for help of the month.", "asks", Makeup.Flow, OfTeams) { Numerator = "asks" });

    public static readonly Metric AsksAnswered = Add(new("asksAnswered", "Which share of the asks of the month has been answered since.", "share", Makeup.Flow, OfTeams)
    {
        Numerator = "asks of the month that were answered",
        Denominator = "asks of the month",
    });

    public static readonly Metric DaysToAnAnswer = Add(Median("daysToAnAnswer", "How many days asks had waited that were answered in the month.", "asks answered in the month"));

    public static readonly Metric FriendshipsProposed = Add(Friendships("friendshipsProposed", "Friendships that teams proposed in the month."));

    public static readonly Metric FriendshipsAccepted = Add(Friendships("friendshipsAccepted", "Proposals that were accepted in the month."));

    public static readonly Metric FriendshipsDeclined = Add(Friendships("friendshipsDeclined", "Proposals that were declined in the month."));

    public static readonly Metric FriendshipsWithdrawn = Add(Friendships("friendshipsWithdrawn", "Proposals that were taken back in the month."));

    public static readonly Metric FriendshipsExpired = Add(Friendships("friendshipsExpired", "Proposals that nobody answered in time, by the month in which they expired."));

    public static readonly Metric FriendshipsEnded = Add(Friendships("friendshipsEnded", "Friendships that ended in the month."));

    public static readonly Metric FriendshipsMet = Add(Friendships("friendshipsMet", "Friendships of which a team said for the first time, in the month, that the two had met."));

    public static readonly Metric FriendshipsActive = Add(Friendships("friendshipsActive", "Friendships that stood at the end of the month.") with { How = Makeup.Stock });

    public static readonly Metric TeamsWithoutAFriend = Add(new("teamsWithoutAFriend", "Which share of the published teams that work had no friend to call on at the end of the month.", "share", Makeup.Stock, [GroupKind.Programme])
    {
        Numerator = "teams without a friend",
        Denominator = "teams",
    });

    public static readonly Metric DaysToAnswerAProposal = Add(Median("daysToAnswerAProposal", "How many days proposals of friendship had waited that were accepted or declined in the month.", "proposals answered in the month"));

    public static readonly Metric AnsweredWithinPromise = Add(new("answeredWithinPromise", "Which share of the proposals that were answered or expired in the month was answered by the day that was promised.", "share", Makeup.Flow, [GroupKind.Programme])
    {
        Numerator = "proposals answered in time",
        Denominator = "proposals answered or expired in the month",
    });

    public static readonly Metric RecommendationsShown = Add(Kept("recommendationsShown", "How many different recommendations of a team to another were shown to members in the month.", "recommendations", "pairs of teams"));

    public static readonly Metric RecommendationsAccepted = Add(Kept("recommendationsAccepted", "Of proposals that followed a recommendation and were answered or expired in the month: which share was accepted.", "share", "proposals accepted", "proposals answered or expired"));

    public static readonly Metric ExposureInequality = Add(Kept("exposureInequality", "How unequally teams were recommended in the month: the Gini coefficient of how often each was shown, 0 when all were shown alike.", "Gini coefficient, 0 to 1", "none: it is no share"));

    public static readonly Metric FirstMeetings = Add(Kept("firstMeetings", "Pairs of teams that met for the first time at a world café of the month.", "pairs of teams", "pairs of teams"));

    public static readonly Metric MeetingsThatBecameFriends = Add(Kept("meetingsThatBecameFriends",
        string.Create(CultureInfo.InvariantCulture, $"Of pairs that met for the first time at a world café: which share became friends within {Events.FirstMeetings.Days} days, by the month in which these days ended."), "share", "pairs that became friends", "pairs that met for the first time"));

    public static readonly Metric GapsNarrowing = Add(Kept("gapsNarrowing", "Of measures that compare groups over time and of which it can be said: in which share the gap narrows. Made of figures as they were released.", "share", "measures whose gap narrows", "measures of which it can be said"));

    public static readonly Metric ProgressScores = Add(OfPeople("progressScores", "Teams by the progress score that they gave themselves, when the month closed.", "teams", "teams", GroupKind.Score));

    public static readonly Metric CoachGap = Add(OfPeople("coachGap", "Which share of teams scored their own progress higher than their coach did, when the month closed.", "share", "teams that scored themselves higher", GroupKind.Programme) with { Denominator = "teams that were scored by both" });

    public static readonly Metric People = Add(OfPeople("people", "People on published teams by role, when the month closed.", "people", "people", GroupKind.Role));

    public static readonly Metric CheckIns = Add(OfPeople("checkIns", "Check-ins of friends in the month, by what they said of whether they had met.", "check-ins", "check-ins", GroupKind.Answer));

    public static readonly Metric CheckInsThatHelped = Add(OfPeople("checkInsThatHelped", "Of check-ins in the month that said how much it had helped, from 1 to 5: which share said 4 or 5.", "share", "check-ins that said 4 or 5") with { Denominator = "check-ins that said how much" });

    public static readonly Metric RecommendationsRated = Add(OfPeople("recommendationsRated", "Recommendations that members rated in the month, by what they found.", "ratings", "ratings", GroupKind.Answer));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Metric> All => all;

    /// <summary>One by its name; null when there is none of that name.</summary>
    public static Metric? Find(string name) => all.Find(metric => metric.Name == name);

    private static Metric Add(Metric metric)
    {
        all.Add(metric = metric with { Place = all.Count });
        return metric;
    }

    private static Metric Friendships(string name, string description) => new(name, description, "friendships", Makeup.Flow, [GroupKind.Programme]) { Numerator = "friendships, each with the team that proposed it" };

    private static Metric Median(string name, string description, string counted) => new(
        name, string.Create(CultureInfo.InvariantCulture, $"{description} The median; of fewer than {DisclosureRules.LeastForAnAverage} it is not told."), "days", Makeup.Median, [GroupKind.Programme])
    {
        Numerator = "none: it is a median",
        Denominator = counted,
    };

    private static Metric Kept(string name, string description, string unit, string numerator, string? denominator = null) => new(name, description, unit, Makeup.Closed, []) { Numerator = numerator, Denominator = denominator };

    private static Metric OfPeople(string name, string description, string unit, string numerator, params GroupKind[] groups) => new(name, description, unit, Makeup.Closed, groups)
    {
        Numerator = numerator,
        Disclosure = DisclosureClass.People,
    };
}
