using Equity.Graph.Auth;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Persistence;

/// <summary>The only way to a context: by saying who reads and writes.</summary>
internal static class Contexts
{
    /// <summary>A context that shows what the viewer may read.</summary>
    public static async Task<EquityDbContext> OpenAsync(this IDbContextFactory<EquityDbContext> factory, Viewer viewer, CancellationToken cancel = default)
    {
#pragma warning disable RS0030 // Everywhere else this is how a viewer would be forgotten.
        var db = await factory.CreateDbContextAsync(cancel);
#pragma warning restore RS0030
        db.Sight = viewer;
        return db;
    }
}
