using Equity.Graph.Execution.Mutations;

namespace Equity.Graph.Friendships;

/// <summary>What two friends agree on: a promise, boundaries, how to reach each other, and when they are asked whether they met.</summary>
internal static class Agreement
{
    /// <summary>Where nothing is agreed yet, what two teams agree on that say nothing else.</summary>
    public static void Usual(Friendship friendship, FriendshipTimes times, DateTime now)
    {
        friendship.WorkingDays ??= FriendshipRules.DefaultWorkingDays;
        friendship.Boundaries ??= FriendshipRules.DefaultBoundaries;
        friendship.NextCheckIn ??= DateOnly.FromDateTime(now).AddDays(times.CheckInDays);
    }

    /// <summary>Takes over what the input says.</summary>
    /// <param name="change">The change, which is refused for what may not be stored.</param>
    /// <param name="friendship">With its contacts.</param>
    /// <param name="input">The input.</param>
    /// <param name="team">The integer key of the team that says it.</param>
    public static void Take(Change change, Friendship friendship, AgreementInput input, int team)
    {
        change.Number(input, FriendshipRules.WorkingDays, input.WorkingDays, days => friendship.WorkingDays = (int?)days);
        change.Text(input, FriendshipRules.Boundaries, input.Boundaries, text => friendship.Boundaries = text);
        change.Text(input, FriendshipRules.Contact, input.Contact, how => Reach(change, friendship, team, how));
        if (input.NextCheckIn is { } day)
            Plan(change, friendship, day);
    }

    /// <summary>Sets how a team is reached; null takes it away.</summary>
    public static void Reach(Change change, Friendship friendship, int team, string? how)
    {
        var known = friendship.Contacts.SingleOrDefault(contact => contact.TeamId == team);
        if (how is null && known is not null)
            friendship.Contacts.Remove(known);
        else if (how is not null && known is not null)
            (known.How, known.PersonId) = (how, change.Person);
        else if (how is not null)
            friendship.Contacts.Add(new FriendContact { TeamId = team, PersonId = change.Person, How = how });
    }

    /// <summary>Sets the day of the next check-in.</summary>
    public static void Plan(Change change, Friendship friendship, DateOnly day)
    {
        var today = DateOnly.FromDateTime(change.Now);
        var (earliest, latest) = (today.AddDays(1), today.AddDays(FriendshipRules.LatestCheckIn));
        if (day < earliest || day > latest)
            change.Refuse(new DayOutOfRange("nextCheckIn", earliest, latest));
        else
            friendship.NextCheckIn = day;
    }
}
