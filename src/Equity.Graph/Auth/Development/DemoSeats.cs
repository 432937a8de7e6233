using System.Globalization;
using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Auth.Development;

/// <summary>Seats the personas on the demo community's teams: membership is a row in the database and nothing else.</summary>
internal static class DemoSeats
{
    /// <summary>Adds the personas that are missing; a persona whose team is not there stays without one.</summary>
    public static async Task FillAsync(EquityDbContext db, DateTime now, CancellationToken cancel)
    {
        var known = await db.People.Where(person => person.Issuer == DevelopmentTokens.Issuer).Select(person => person.Subject).ToListAsync(cancel);
        foreach (var persona in Persona.All.Where(persona => !known.Contains(persona.Name)))
        {
            var person = new Person { Issuer = DevelopmentTokens.Issuer, Subject = persona.Name, CreatedAt = now };
            db.Add(person);
            if (persona.Team is { } key && await db.Teams.SingleOrDefaultAsync(team => team.Key == key, cancel) is { } team)
                db.Add(new TeamMember { Team = team, Person = person, Key = $"persona-{Key.From(persona.Name)}", Role = persona.TeamRole, Name = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(persona.Name), NameFor = NameFor.Community });
        }
        await db.SaveChangesAsync(cancel);
    }
}
