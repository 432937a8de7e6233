using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Auth;

/// <summary>The rows of people who sign in.</summary>
internal static class People
{
    /// <summary>The integer key of the viewer's row, which is made where it is missing.</summary>
    /// <param name="db">Within a transaction.</param>
    /// <param name="viewer">Somebody who has signed in.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<int> KnownAsync(EquityDbContext db, Viewer viewer, DateTime now, CancellationToken cancel)
    {
        var who = viewer.Identity ?? throw new InvalidOperationException("Visitors have no row.");
        var known = await db.People.Where(person => person.Issuer == who.Issuer && person.Subject == who.Subject).Select(person => (int?)person.Id).SingleOrDefaultAsync(cancel);
        if (known is { } id)
            return id;
        var added = new Person { Issuer = who.Issuer, Subject = who.Subject, CreatedAt = now };
        db.Add(added);
        await db.SaveChangesAsync(cancel);
        return added.Id;
    }
}
