using Equity.Graph.Auth;
using Equity.Graph.Peers.Feedback;
using Equity.Graph.Persistence;
using Equity.Graph.Teams;
using Equity.Matching;

namespace Equity.Graph.Tests.Peers.Feedback;

/// <summary>Ratings of people whose preference is known.</summary>
internal static class MadeUpRatings
{
    /// <summary>Adds ratings of drafts, which leave other teams' scores as they are: useful is what is alike in the people it is for, and what is not is not.</summary>
    /// <param name="db">Where.</param>
    /// <param name="count">How many: each of twenty new teams rates as many.</param>
    /// <param name="at">When they were given, UTC.</param>
    /// <param name="preferred">Reads what people prefer by.</param>
    public static async Task AddAsync(EquityDbContext db, int count, DateTime at, Func<StoredLikeness, double>? preferred = null)
    {
        var random = new Random(count);
        var person = new Person { Issuer = "made up", Subject = $"{at:O}", CreatedAt = at };
        var teams = Enumerable.Range(0, 20).Select(i => Team($"rating-{at.Ticks}-{i}", at)).ToList();
        var peers = Enumerable.Range(0, (count + 19) / 20).Select(i => Team($"rated-{at.Ticks}-{i}", at)).ToList();
        foreach (var i in Enumerable.Range(0, count))
        {
            var likeness = StoredLikeness.Of(new PairLikeness(random.NextDouble(), random.NextDouble(), random.NextDouble(), random.NextDouble(), random.NextDouble()));
            var isUseful = (preferred?.Invoke(likeness) ?? likeness.Population) > 0.5;
            db.Add(new Rating { Key = $"rating-{i}", Team = teams[i % 20], Peer = peers[i / 20], Person = person, Verdict = isUseful ? RecommendationVerdict.Useful : RecommendationVerdict.NotUseful, RatedAt = at, Likeness = likeness });
        }
        await db.SaveChangesAsync();
    }

    private static Team Team(string key, DateTime at) => new() { Key = key, Name = key, Service = "Made up", Stage = Stage.Forming, CreatedAt = at };
}
