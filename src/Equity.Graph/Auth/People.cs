using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Auth;

/// <summary>The rows of people who sign in.</summary>
internal static class People
{
    /// <summary>The integer key of the viewer's row, which is made where it is missing. The address to mail to is kept as the token says it.</summary>
    /// <param name="db">Within a transaction.</param>
    /// <param name="viewer">Somebody who has signed in.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<int> KnownAsync(EquityDbContext db, Viewer viewer, DateTime now, CancellationToken cancel)
    {
        var who = viewer.Identity ?? throw new InvalidOperationException("Visitors have no row.");
        if (await db.People.SingleOrDefaultAsync(person => person.Issuer == who.Issuer && person.Subject == who.Subject, cancel) is not { } person)
        {
            person = new Person { Issuer = who.Issuer, Subject = who.Subject, CreatedAt = now };
            db.Add(person);
        }
        // A token that says nothing of an address takes none away.
        person.Email = who.Email ?? person.Email;
        await db.SaveChangesAsync(cancel);
        return person.Id;
    }
}
