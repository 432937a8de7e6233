using Equity.Graph.Auth;
using Equity.Graph.Learning;
using Equity.Graph.Notifications;
using Equity.Graph.Programmes;
using Equity.Graph.Teams;

namespace Equity.Graph.Persistence.Demo;

/// <summary>Where the story of the demo community becomes rows.</summary>
/// <param name="db">Within a transaction, whose owner saves.</param>
/// <param name="teams">The teams that the story tells of, by key, with members and learning.</param>
/// <param name="people">Who votes and thanks.</param>
/// <param name="programmes">The programmes, by key.</param>
/// <param name="now">The time of the first start, UTC.</param>
internal sealed class DemoScene(EquityDbContext db, IReadOnlyDictionary<string, Team> teams, IReadOnlyList<Person> people, IReadOnlyDictionary<string, Programme> programmes, DateTime now)
{
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>For how long people have not read what others did.</summary>
    private static readonly TimeSpan Unread = TimeSpan.FromDays(7);

    private readonly List<Notification> news = [];
    private readonly List<Func<IEnumerable<object>>> afterwards = [];

    public EquityDbContext Db => db;

    public DateOnly Today => DateOnly.FromDateTime(now);

    public Team Team(string key) => teams[key];

    public Programme? Programme(string key) => programmes.GetValueOrDefault(key);

    /// <summary>A piece of learning by its title; null when the team has changed it or taken it back.</summary>
    public SharedLearning? Learning(string team, string title) => Team(team).Learning.Find(learning => learning.Title == title);

    /// <summary>Some of the people, each once, others for each place to begin at.</summary>
    public IEnumerable<Person> People(int count, int from) => Enumerable.Range(0, Math.Min(count, people.Count)).Select(i => people[(from + i) % people.Count]);

    /// <summary>A person of the story by name.</summary>
    public Person Person(string name) => people.First(person => person.Subject == name);

    /// <summary>A moment so many days from the first start, at noon unless said.</summary>
    public DateTime At(int day, TimeOnly? time = null) => now.Date.AddDays(day) + (time ?? Noon).ToTimeSpan();

    /// <summary>Tells the members of a team; of what is a while ago they have read.</summary>
    public void Tell(Team team, DateTime at, Func<Notification> make)
    {
        foreach (var person in team.Members.Select(member => member.PersonId).OfType<int>().Distinct().Order())
        {
            var one = make();
            (one.PersonId, one.At, one.ReadAt) = (person, at, at < now - Unread ? at.AddDays(1) : null);
            news.Add(one);
        }
    }

    /// <summary>Rows that name others by number, and can be made once these are stored.</summary>
    public void Afterwards(Func<IEnumerable<object>> rows) => afterwards.Add(rows);

    /// <summary>Stores everything.</summary>
    public async Task StoreAsync(CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        db.AddRange(afterwards.SelectMany(rows => rows()));
        // Rows without new ones to wait for are stored in this order, and the newest is read first.
        db.AddRange(news.OrderBy(one => one.At));
        await db.SaveChangesAsync(cancel);
    }
}
