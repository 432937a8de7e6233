namespace Equity.Matching;

/// <summary>A team that may be introduced to others.</summary>
/// <param name="Id">The caller's.</param>
/// <param name="OpenPlaces">How many more friends it has room for, 0 or more.</param>
/// <param name="Paused">It takes no new friends for now.</param>
public sealed record IntroducibleTeam(int Id, int OpenPlaces, bool Paused = false);

/// <summary>Who is introduced to whom across a whole cohort: everybody if at all possible, and then the most that the scores allow.</summary>
/// <param name="Introductions">Each pair once, highest score first, then by ids.</param>
/// <param name="Teams">How many teams were to be introduced.</param>
/// <param name="LeftOut">The teams without an introduction, by id. No plan over the same pairs leaves out fewer.</param>
/// <param name="MostShown">The most introductions that one team has.</param>
/// <param name="TotalScore">The sum of the scores of all pairs.</param>
/// <param name="UpperBound">No plan over the same pairs that introduces as many teams has a higher total.</param>
/// <param name="Naive">What comes of it when each team takes its own best, for comparison.</param>
public sealed record IntroductionPlan(
    IReadOnlyList<Introduction> Introductions, int Teams, IReadOnlyList<LeftOutTeam> LeftOut, int MostShown, double TotalScore, double UpperBound, NaivePlan Naive);

/// <summary>Two teams that should meet. Undirected.</summary>
/// <param name="A">The lower id.</param>
/// <param name="B">The higher id.</param>
/// <param name="Score">How well they belong together, 0 to 1.</param>
public sealed record Introduction(int A, int B, double Score);

/// <summary>A team that nobody is introduced to, and why.</summary>
/// <param name="Team">Its id.</param>
/// <param name="Why">The first of the reasons that holds.</param>
public sealed record LeftOutTeam(int Team, LeftOutReason Why);

/// <summary>Why a team is introduced to nobody.</summary>
public enum LeftOutReason
{
    /// <summary>It takes no new friends for now.</summary>
    Paused,
    /// <summary>It has as many friends as it has room for.</summary>
    NoOpenPlace,
    /// <summary>There is no other team with an open place that it has not met or declined.</summary>
    NobodyFits,
    /// <summary>Everybody who fits has no place left: whoever met this team, another one would be left out.</summary>
    EverybodyIsTaken,
}

/// <summary>What comes of it when each team takes its own best and nobody looks at the whole.</summary>
/// <param name="TotalScore">The sum of the scores of all lists. A team on a list counts half: in a plan, both sides of a pair are shown.</param>
/// <param name="Unseen">How many of the teams that have an open place are on no list.</param>
/// <param name="MostShown">On how many lists the most popular team is.</param>
public sealed record NaivePlan(double TotalScore, int Unseen, int MostShown);
