using System.Text.Json;
using Equity.Graph.Peers.Feedback;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Peers.Feedback;

public class TrainingTests
{
    [Fact]
    public async Task Learnt_weights_are_in_use_within_moments_and_can_be_taken_back()
    {
        await using var host = new EquityHost();
        Assert.Equal((0, null), await InUseAsync(host));
        var fitted = await WeightsAsync(host);
        var before = await host.PeersAsync("amina", Recommended.Tablet, first: 10);
        await using var db = await host.OpenAsync();
        await MadeUpRatings.AddAsync(db, 400, Now(host));
        Assert.True((await Training(host).LearnAsync(byItself: false, CancellationToken.None))!.IsInUse);

        await host.WithinAsync(async () => (await InUseAsync(host)).From == 400);
        Assert.Equal("2026-11-11T09:00:00Z", (await InUseAsync(host)).Since);
        Assert.True((await WeightsAsync(host))["population"] > 0.5);
        var after = await host.PeersAsync("amina", Recommended.Tablet, first: 10);
        Assert.NotEqual(before.Select(peer => peer.At("score").GetDouble()), after.Select(peer => peer.At("score").GetDouble()));
        Assert.All(after, peer => Assert.Equal(peer.At("score").GetDouble(), peer.At("parts").EnumerateArray().Sum(part => part.At("value").GetDouble()), 9));

        host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(await Training(host).GoBackAsync(toFitted: false, CancellationToken.None));
        await host.WithinAsync(async () => (await InUseAsync(host)).From == 0);
        Assert.Equal("2026-11-11T10:00:00Z", (await InUseAsync(host)).Since);
        Assert.Equal(fitted, await WeightsAsync(host));
        // Who is shown to whom by default is chosen anew in the background, a moment after the weights.
        await host.WithinAsync(async () => JsonSerializer.Serialize(before) == JsonSerializer.Serialize(await host.PeersAsync("amina", Recommended.Tablet, first: 10)));
    }

    [Fact]
    public async Task Going_back_goes_one_training_further_each_time_and_ends_with_what_the_program_comes_with()
    {
        await using var host = new EquityHost();
        await using var db = await host.OpenAsync();
        var training = Training(host);
        await MadeUpRatings.AddAsync(db, 400, Now(host));
        await training.LearnAsync(byItself: false, CancellationToken.None);
        var first = await db.WeightsDecisions.InForceAsync(CancellationToken.None);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await MadeUpRatings.AddAsync(db, 3_000, Now(host), likeness => likeness.Support!.Value);
        await training.LearnAsync(byItself: false, CancellationToken.None);
        Assert.Equal(3_400, (await db.WeightsDecisions.InForceAsync(CancellationToken.None))!.Answers);

        var back = await training.GoBackAsync(toFitted: false, CancellationToken.None);
        Assert.Equal((400, first!.Weights), (back!.Answers, back.Weights));
        Assert.Equal(0, (await training.GoBackAsync(toFitted: false, CancellationToken.None))!.Answers);
        Assert.Null(await training.GoBackAsync(toFitted: false, CancellationToken.None));
        Assert.Null(await training.GoBackAsync(toFitted: true, CancellationToken.None));
    }

    [Fact]
    public async Task Who_knows_a_team_already_teaches_nothing()
    {
        await using var host = new EquityHost();
        await using var db = await host.OpenAsync();
        await MadeUpRatings.AddAsync(db, 400, Now(host));
        await db.Ratings.IgnoreQueryFilters().ExecuteUpdateAsync(set => set.SetProperty(rating => rating.Verdict, RecommendationVerdict.AlreadyKnowThem));
        var trained = await Training(host).LearnAsync(byItself: false, CancellationToken.None);
        Assert.Equal((0, false), (trained!.Proposal.Answers, trained.IsInUse));
        Assert.False(await db.WeightsDecisions.AnyAsync());
    }

    [Fact]
    public async Task The_server_trains_by_itself_once_a_day_when_fifty_answers_have_come()
    {
        await using var host = new EquityHost();
        await using var db = await host.OpenAsync();
        await MadeUpRatings.AddAsync(db, 400, Now(host));
        await host.AdvanceUntilAsync(DailyTraining.FirstPause, () => db.WeightsDecisions.AnyAsync());
        Assert.Equal((WeightsOutcome.Learnt, true), await db.WeightsDecisions.Select(each => ValueTuple.Create(each.Outcome, each.ByItself)).SingleAsync());

        var training = Training(host);
        host.Clock.Advance(TimeSpan.FromHours(2));
        await MadeUpRatings.AddAsync(db, 49, Now(host));
        Assert.Null(await training.LearnAsync(byItself: true, CancellationToken.None)); // too early
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await training.LearnAsync(byItself: true, CancellationToken.None)); // too few
        await MadeUpRatings.AddAsync(db, 1, Now(host));
        // Other processes look at the same moment; one of them decides.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => training.LearnAsync(byItself: true, CancellationToken.None))));
        Assert.Equal(2, await db.WeightsDecisions.CountAsync());
    }

    private static WeightsTraining Training(EquityHost host) => new(host.Services.GetRequiredService<IDbContextFactory<EquityDbContext>>(), host.Clock);

    private static DateTime Now(EquityHost host) => host.Clock.GetUtcNow().UtcDateTime;

    private static async Task<(int From, string? Since)> InUseAsync(EquityHost host)
    {
        var matching = (await host.DataAsync("{ matching { weightsLearntFrom weightsSince } }", null, "lead")).At("matching");
        return (matching.At("weightsLearntFrom").GetInt32(), matching.At("weightsSince").GetString());
    }

    private static async Task<Dictionary<string, double>> WeightsAsync(EquityHost host) =>
        (await host.DataAsync("{ matching { weights { name value } } }", null, "lead")).At("matching", "weights").EnumerateArray().ToDictionary(weight => weight.Text("name"), weight => weight.At("value").GetDouble());
}
