using Equity.Graph.Auth.Development;
using Equity.Graph.Execution;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Auth;

/// <summary>A team to try a mutation on, with one of everything that mutations are about.</summary>
/// <param name="Key">Its key: home, near or far, and perhaps a draft.</param>
/// <param name="Ids">The global ids of the team and of what it has, by kind; "deleted " before those that were deleted.</param>
internal sealed record Target(string Key, IReadOnlyDictionary<string, string> Ids)
{
    public bool IsDraft => Key.Contains("draft", StringComparison.Ordinal);

    /// <summary>Makes a team of its own to try something on.</summary>
    /// <param name="db">Where.</param>
    /// <param name="place">home, near or far.</param>
    /// <param name="draft">Whether it is not published.</param>
    /// <param name="isDeleted">Whether it is deleted once it is there.</param>
    public static async Task<Target> MakeAsync(EquityDbContext db, string place, bool draft, bool isDeleted)
    {
        var programme = await db.Programmes.SingleAsync(each => each.Key == (place == "far" ? Role.OtherProgramme : Role.Programme));
        var member = await db.People.SingleAsync(person => person.Issuer == DevelopmentTokens.Issuer && person.Subject == "member");
        var key = $"{place}-{(draft ? "draft-" : "")}{await db.Teams.IgnoreQueryFilters().CountAsync()}";
        var team = Cast.Team(key, programme, member, draft ? null : DateTime.UnixEpoch);
        db.Add(team);
        await db.SaveChangesAsync();
        var ids = new Dictionary<string, string> { ["Team"] = NodeId.Of("Team", team.Id) };
        foreach (var seat in team.Members)
            ids[seat.Key] = NodeId.Of("TeamMember", seat.Id);
        foreach (var row in team.Inequities.Cast<IKeyed>().Concat(team.Learning).Concat(team.Asks).Concat(team.Offers))
            ids[row.Key == "deleted" ? $"deleted {row.GetType().Name}" : row.GetType().Name] = NodeId.Of(NodeId.KindOf(row.GetType()), row.Id);
        // As mutations do: what is deleted is read alone, and what hangs on it stays.
        db.ChangeTracker.Clear();
        db.RemoveRange(db.Inequities.Where(row => row.TeamId == team.Id && row.Key == "deleted"));
        db.RemoveRange(db.Learning.Where(row => row.TeamId == team.Id && row.Key == "deleted"));
        db.RemoveRange(db.Asks.Where(row => row.TeamId == team.Id && row.Key == "deleted"));
        db.RemoveRange(db.Offers.Where(row => row.TeamId == team.Id && row.Key == "deleted"));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        if (isDeleted)
            db.RemoveRange(db.Teams.Where(row => row.Id == team.Id));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return new Target(key, ids);
    }

    /// <summary>A valid input of each mutation and of each of its ways that roles.csv tells apart.</summary>
    public static IReadOnlyDictionary<string, Func<Target, string>> Inputs { get; } = new Dictionary<string, Func<Target, string>>
    {
        ["registerTeam"] = _ => "name: \"A new team\", service: \"Outpatients\", myRole: CLINICIAN",
        ["updateTeam"] = target => $"{target.Versioned("team", "Team")}, summary: \"Something new.\"",
        ["updateTeam: coachScore"] = target => $"{target.Versioned("team", "Team")}, coachScore: 1.5",
        ["updateTeam: phase"] = target => $"{target.Versioned("team", "Team")}, phase: 3",
        ["updateTeam: programme"] = target => $"{target.Versioned("team", "Team")}, programme: \"{(target.Key.StartsWith("far", StringComparison.Ordinal) ? "far" : "near")}\"",
        ["publishTeam"] = target => target.Versioned("team", "Team"),
        ["advanceTeam"] = target => $"{target.Versioned("team", "Team")}, to: TESTING",
        ["archiveTeam"] = target => target.Versioned("team", "Team"),
        ["deleteTeam"] = target => target.Versioned("team", "Team"),
        ["restoreTeam"] = target => target.Named("team", "Team"),
        ["addMember"] = target => $"{target.Named("team", "Team")}, role: CARER",
        ["updateMember: role"] = target => $"{target.Named("member", "for-Team")}, role: SPONSOR",
        ["updateMember: name of somebody else who signs in"] = target => $"{target.Named("member", "colleague")}, name: \"Another name\"",
        ["updateMember: one's own name"] = target => $"{target.Named("member", target.Ids.ContainsKey("oneself") ? "oneself" : "colleague")}, name: \"Another name\"",
        ["removeMember"] = target => target.Named("member", "for-Team"),
        ["recordInequity"] = target => $"{target.Named("team", "Team")}, title: \"Longer waits\", dimension: AGE, population: \"Older people\"",
        ["updateInequity"] = target => $"{target.Versioned("inequity", "Inequity")}, title: \"Longer waits\"",
        ["shareLearning"] = target => $"{target.Named("team", "Team")}, kind: ADVICE, title: \"Ask first\", body: \"Then listen.\"",
        ["updateLearning"] = target => $"{target.Versioned("learning", "SharedLearning")}, title: \"Ask first\"",
        ["askForHelp"] = target => $"{target.Named("team", "Team")}, text: \"Who can help?\"",
        ["closeAsk"] = target => $"{target.Versioned("ask", "Ask")}, answered: true",
        ["offerHelp"] = target => $"{target.Named("team", "Team")}, text: \"We can help.\"",
        ["withdrawOffer"] = target => target.Versioned("offer", "Offer"),
        ["deleteInequity"] = target => target.Versioned("id", "Inequity"),
        ["deleteLearning"] = target => target.Versioned("id", "SharedLearning"),
        ["deleteAsk"] = target => target.Versioned("id", "Ask"),
        ["deleteOffer"] = target => target.Versioned("id", "Offer"),
        ["restoreInequity"] = target => target.Named("id", "deleted Inequity"),
        ["restoreLearning"] = target => target.Named("id", "deleted SharedLearning"),
        ["restoreAsk"] = target => target.Named("id", "deleted Ask"),
        ["restoreOffer"] = target => target.Named("id", "deleted Offer"),
        ["forgetPerson: oneself"] = _ => "person: null",
        ["forgetPerson: somebody who asked"] = _ => "person: \"leaver\"",
    };

    /// <summary>Mutations that are about no team that is there.</summary>
    public static bool IsOfNoTeam(string what) => what.StartsWith("forgetPerson", StringComparison.Ordinal) || what == "registerTeam";

    private string Named(string field, string kind) => $"{field}: \"{Ids[kind]}\"";

    private string Versioned(string field, string kind) => $"{Named(field, kind)}, version: 1";
}
