namespace Equity.Matching.Tests;

/// <summary>
/// Writers write groups of teams, each group whole and with one number in all its texts, while readers search a community that is large enough for a table of
/// candidates. Every text that an answer quotes tells its number, so an answer with half an update shows.
/// </summary>
public class UpdatesBesideSearchesTests
{
    private const int Others = 2_100, Groups = 60, Members = 5, Updates = 90;

    [Fact]
    public async Task No_answer_shows_half_an_update_and_none_loses_a_team()
    {
        using var matcher = new PeerMatcher(Model.Encoder, new Unread(), new FixedClock());
        await matcher.UpdateAsync([.. Enumerable.Range(1, Others).Select(id => Crowd.Profile(id, id)), .. Enumerable.Range(0, Groups).SelectMany(group => Group(group, 0))]);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var readers = Enumerable.Range(0, 2).Select(seed => Task.Run(() => Read(matcher, new(seed), stop.Token))).ToList();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(writer => WriteAsync(matcher, writer)));
        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), seen => Assert.True(seen > 5, $"only {seen} answers"));
        Assert.Equal(Others + Groups * Members, matcher.Info.Teams);
    }

    /// <summary>Each has half of the groups. A table is made anew on the way, since more teams change than may wait beside it, and when words are fitted.</summary>
    private static async Task WriteAsync(PeerMatcher matcher, int writer)
    {
        for (var update = 1; update <= Updates; update++)
        {
            await matcher.UpdateAsync(Group(2 * update % Groups + writer, update));
            if (update == Updates / 2) await matcher.RefitAsync(default);
        }
    }

    private static int Read(PeerMatcher matcher, Random random, CancellationToken stop)
    {
        var answers = 0;
        for (; !stop.IsCancellationRequested; answers++)
        {
            var group = random.Next(Groups);
            var one = First(group) + random.Next(Members);
            var isFiltered = random.Next(2) == 0;
            var peers = matcher.Peers(one, 100, isFiltered ? id => GroupOf(id) == group : null, (Audience)random.Next(2)).Where(peer => GroupOf(peer.Team) == group).ToList();
            Assert.Equal(Enumerable.Range(First(group), Members).Except([one]), peers.Select(peer => peer.Team).Order());
            Assert.Single(peers.SelectMany(peer => peer.Reasons).SelectMany(reason => (Quote?[])[reason.Ours, reason.Theirs]).Select(quote => quote!.Text[quote.Text.LastIndexOf(' ')..]).Distinct());
        }
        return answers;
    }

    private static int First(int group) => Others + 1 + group * Members;

    private static int? GroupOf(int team) => team > Others ? (team - Others - 1) / Members : null;

    private static List<TeamProfile> Group(int group, int number)
    {
        var name = $"{(char)('a' + group % 26)}{(char)('a' + group / 26)}zzq";
        return [.. Enumerable.Range(First(group), Members).Select(id => new TeamProfile(id, 0,
            [new(ProfileField.Summary, id, $"We are {name} {number}"), new(ProfileField.InequityTitle, id, $"What {name} meets {number}"), new(ProfileField.Offer, id, $"All of {name} {number}")]))];
    }

    /// <summary>Has a vector for every text, made of its hash: nothing is encoded.</summary>
    private sealed class Unread : IVectorStore
    {
        public Task<IReadOnlyDictionary<ContentHash, float[]>> LoadAsync(string modelId, IReadOnlyCollection<ContentHash> hashes, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyDictionary<ContentHash, float[]>>(hashes.Distinct().ToDictionary(hash => hash, hash => Crowd.Unit(new Random(BitConverter.ToInt32(hash.ToArray())), null, 1, 384)));

        public Task SaveAsync(string modelId, IReadOnlyDictionary<ContentHash, float[]> vectors, CancellationToken cancel) => Task.CompletedTask;
    }
}
