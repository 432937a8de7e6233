using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Equity.Graph.Reports;

/// <summary>Tells whether a report has changed, without writing it.</summary>
internal static class ReportStamp
{
    /// <summary>
    /// The newest entry of the audit and the newest release. It cannot be stale: every change of a programme, team, measure or group, and of the figures of one, adds an entry to the audit in the same
    /// transaction, and entries are never removed; released figures change in a release and nowhere else. While one is being made nobody can say: null.
    /// </summary>
    public static async Task<string?> OfAuditAsync(EquityDbContext db, CancellationToken cancel)
    {
        if (await db.MonthlyReleases.AnyAsync(release => release.CompletedAt == null, cancel))
            return null;
        var entry = await db.Audit.IgnoreQueryFilters().MaxAsync(known => (int?)known.Id, cancel) ?? 0;
        var released = await db.MonthlyReleases.MaxAsync(release => release.CompletedAt, cancel);
        return string.Create(CultureInfo.InvariantCulture, $"{entry} {released?.Ticks}");
    }

    /// <summary>The tag of a file: of the address, the stamp and this build of the program, since another may write it otherwise.</summary>
    /// <param name="address">The path and its parameters.</param>
    /// <param name="stamp">The report's stamp.</param>
    public static EntityTagHeaderValue Tag(string address, string stamp)
    {
        var all = $"{address}\n{stamp}\n{typeof(Report).Module.ModuleVersionId}";
        // Weak, because the same tag stands for the plain and the compressed form.
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))}\"", isWeak: true);
    }
}
