using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Friendships;
using Equity.Matching;
using GraphQL.Types;

namespace Equity.Graph.Peers;

/// <summary>How well two teams belong together, as data that is kept when it counts: later their texts, the weights and the matcher are others.</summary>
internal sealed class PeerMatches(PeerIndex index)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    /// <summary>What is kept beside the score.</summary>
    internal sealed record Kept(IReadOnlyList<ScorePart> Parts, IReadOnlyList<Reason> Reasons);

    /// <summary>The score of two teams, and its parts and reasons as JSON, seen from the first; both null while the index does not know the two. Nobody waits for it.</summary>
    public (double? Score, string? Match) Of(int team, int peer)
    {
        if (!index.IsReady || index.Matcher.Peers(team, 1, id => id == peer).SingleOrDefault() is not { } match)
            return (null, null);
        return (match.Score, JsonSerializer.Serialize(new Kept(match.Parts, match.Reasons), Json));
    }

    /// <summary>What was kept.</summary>
    public static Kept? Read(string? match) => match is null ? null : JsonSerializer.Deserialize<Kept>(match, Json);
}

/// <summary>What the matcher adds to a friendship in the graph.</summary>
internal sealed class FriendshipMatches : ITypeExtension<FriendshipType>
{
    public void Extend(FriendshipType type)
    {
        type.Field<FloatGraphType>("score").Description("How well the two belonged together when it was proposed, 0 to 1; null when nobody knew yet. For the two teams, leads and coaches.")
            .Resolve(context => context.OfLeads(friendship => friendship.Score));
        type.Field<ListGraphType<NonNullGraphType<ScorePartType>>>("parts").Description("What the score was made of.").Holds(5)
            .Resolve(context => context.OfLeads(friendship => PeerMatches.Read(friendship.Match)?.Parts));
        type.Field<ListGraphType<NonNullGraphType<PeerReasonType>>>("reasons").Description("Why, as it was when it was proposed, seen from the proposer: ours is what it wrote then. For the two teams, leads and coaches.").Holds(3)
            .Resolve(context => context.OfLeads(friendship => PeerMatches.Read(friendship.Match)?.Reasons));
    }
}
