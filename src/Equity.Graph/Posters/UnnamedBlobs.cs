using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Blobs;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Posters;

/// <summary>Removes stored contents that no poster names: of posters that went for good, of pictures that were replaced, of uploads that were cut short.</summary>
internal sealed class UnnamedBlobs(IDbContextFactory<EquityDbContext> contexts, IBlobStore blobs, TimeProvider time)
{
    /// <summary>How long a content may wait for the row that names it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Removes what nobody named in a day.</summary>
    /// <returns>How many contents.</returns>
    public async Task<int> RemoveAsync(CancellationToken cancel)
    {
        var until = time.GetUtcNow().UtcDateTime - Kept;
        var old = blobs.WrittenBefore(until);
        if (old.Count == 0)
            return 0;
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        if ((await NamedAsync(db, cancel)).IsSupersetOf(old))
            return 0;
        // Who names one now waits for this to end, and then looks whether it is there.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var named = await NamedAsync(db, cancel);
        return old.Count(hash => !named.Contains(hash) && blobs.Remove(hash, until));
    }

    private static async Task<HashSet<string>> NamedAsync(EquityDbContext db, CancellationToken cancel)
    {
        var posters = await db.Posters.IgnoreQueryFilters().AsNoTracking().Where(poster => poster.Image != null || poster.Pdf != null)
            .Select(poster => new { poster.Image, poster.SmallThumbnail, poster.LargeThumbnail, poster.Pdf }).ToListAsync(cancel);
        return [.. posters.SelectMany(poster => new[] { poster.Image, poster.SmallThumbnail, poster.LargeThumbnail, poster.Pdf }).OfType<string>()];
    }
}
