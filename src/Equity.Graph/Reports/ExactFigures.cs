using System.Text.Encodings.Web;
using System.Text.Json;
using Equity.Graph.Audit;
using Equity.Graph.Auth;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Reports;

/// <summary>Lets leads and coaches read figures of their programmes' teams as they were counted, for a reason that the audit keeps.</summary>
internal sealed class ExactFigures(IDbContextFactory<EquityDbContext> contexts, WriteTurns turns, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As whom the rows are read: like a visitor, and as a lead or coach of the same programmes.</summary>
    public static Viewer SightOf(Viewer viewer) => Viewer.Anyone with { Programmes = viewer.Programmes };

    /// <summary>Keeps in the audit of each programme who reads what and why: done before the first row is.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="report">For which report.</param>
    /// <param name="asked">What for, and why.</param>
    /// <param name="cancel">Stops.</param>
    /// <exception cref="Execution.RequestError">Others wrote for too long.</exception>
    public async Task RecordAsync(Viewer viewer, Report report, ReportRequest asked, CancellationToken cancel)
    {
        var what = JsonSerializer.Serialize(new { reason = asked.Why, filters = asked.Filters }, Json);
        await using var db = await contexts.OpenAsync(viewer, cancel);
        await turns.RunAsync(db, async transaction =>
        {
            var now = time.GetUtcNow().UtcDateTime;
            var person = await People.KnownAsync(db, viewer, now, cancel);
            db.AddRange(viewer.Programmes.Select(programme => new AuditEntry
            {
                At = now,
                PersonId = person,
                ProgrammeId = programme,
                Action = AuditAction.Read,
                Kind = nameof(Report),
                Key = report.Name,
                After = what,
                Digest = AuditEntry.DigestOf(null, what),
            }));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(CancellationToken.None);
            return true;
        }, cancel);
    }
}
