using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Peers.Feedback;

/// <summary>Notes what people find of teams that were recommended to them, with how alike the two were: what weights are learnt from.</summary>
internal sealed class Ratings(PeerIndex index)
{
    /// <summary>
    /// Notes what a person found, in place of what the person found before: one answer a person and pair, or the loudest would decide.
    /// Whatever else tells whether two teams fit, such as what became of a proposal, is noted here too.
    /// </summary>
    /// <param name="db">Within a transaction, whose owner saves.</param>
    /// <param name="team">The integer key of the person's team.</param>
    /// <param name="peer">The integer key of the recommended team.</param>
    /// <param name="person">The integer key of the person.</param>
    /// <param name="verdict">What the person found.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Rating> NoteAsync(EquityDbContext db, int team, int peer, int person, RecommendationVerdict verdict, DateTime now, CancellationToken cancel)
    {
        var rating = await db.Ratings.IgnoreQueryFilters().SingleOrDefaultAsync(each => each.TeamId == team && each.PeerId == peer && each.PersonId == person, cancel);
        if (rating?.Verdict == verdict)
            return rating;
        if (rating is null)
        {
            var keys = await db.Ratings.IgnoreQueryFilters().Where(each => each.TeamId == team).Select(each => each.Key).ToHashSetAsync(cancel);
            rating = new Rating { Key = Key.From("rating", keys), TeamId = team, PeerId = peer, PersonId = person, Likeness = new() };
            db.Add(rating);
        }
        (rating.Verdict, rating.RatedAt) = (verdict, now);
        rating.Likeness = await LikenessAsync(db, team, peer, cancel);
        return rating;
    }

    /// <summary>As it is; where the index is not ready yet, as it was when the team was last shown.</summary>
    private async Task<StoredLikeness> LikenessAsync(EquityDbContext db, int team, int peer, CancellationToken cancel)
    {
        if (index.LikenessOf(team, peer) is { } likeness)
            return StoredLikeness.Of(likeness);
        var shown = await db.Showings.AsNoTracking().Where(showing => showing.TeamId == team && showing.PeerId == peer).OrderByDescending(showing => showing.Day).FirstOrDefaultAsync(cancel);
        return StoredLikeness.Of(shown?.Likeness.ToMatcher());
    }
}
