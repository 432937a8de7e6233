using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Merging;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Learning.Spread;

/// <summary>What teams try of others' learning, in import and export files. Thanks are persons' and stay.</summary>
internal sealed class AdoptionLines() : TeamLineKind<Adoption>(SpreadRules.MaxAdoptions)
{
    public override string Name => "adoption";

    public override FieldNames Names { get; } = new("an adoption", ["team", "key", "learning", "note", "outcome", "whatHappened", "ledTo", "adoptedAt"], "kind");

    protected override IQueryable<Adoption> WithReferences(IQueryable<Adoption> rows) =>
        rows.Include(adoption => adoption.Learning!.Team).Include(adoption => adoption.LedTo!.Team);

    // What was deleted counts too: whoever tries it once more brings it back.
    protected override IQueryable<Adoption> Known(EquityDbContext db) => db.Adoptions.IgnoreQueryFilters().Include(adoption => adoption.Learning!.Team);

    protected override Task KnowAsync(IEnumerable<Fields> lines, LineMerge merge, CancellationToken cancel) =>
        merge.KnowLearningAsync(lines.SelectMany(line => new[] { line.Peek("learning"), line.Peek("ledTo") }), cancel);

    /// <summary>Once a team and piece of learning: what was deleted of the same is brought back, under the key that it is given now.</summary>
    protected override Adoption? Find(List<Adoption> rows, string key, Fields fields, LineMerge merge) =>
        base.Find(rows, key, fields, merge) ?? rows.Find(row => row.DeletedAt is not null && row.Learning.Reference() == fields.Peek("learning"));

    protected override bool IsThere(Adoption row) => row.DeletedAt is null;

    protected override Adoption New(string key, Team team, DateTime now) => new() { Key = key, Team = team, AdoptedAt = now };

    protected override void Write(Adoption row, LineWriter lines)
    {
        lines.Text("learning", row.Learning.Reference());
        lines.Text("note", row.Note);
        lines.Choice("outcome", row.Outcome);
        lines.Text("whatHappened", row.WhatHappened);
        lines.Text("ledTo", row.LedTo.Reference());
        lines.Instant("adoptedAt", row.AdoptedAt);
    }

    protected override void Merge(Fields fields, Adoption row, Team team, List<Adoption> rows, LineMerge merge)
    {
        (row.Key, row.DeletedAt) = (fields.Peek("key")!, null);
        merge.Learning(fields, "learning", learning => Try(fields, row, learning!, team, rows), required: true);
        fields.Text(SpreadRules.Note, note => row.Note = note);
        fields.Choice<AdoptionOutcome>("outcome", outcome => row.Outcome = outcome);
        fields.Text(SpreadRules.WhatHappened, text => row.WhatHappened = text);
        merge.Learning(fields, "ledTo", learning =>
        {
            if (learning is not null && !team.Learning.Contains(learning))
                fields.Problem("ledTo", "is learning of another team; name one of the team that tried it");
            else
                (row.LedTo, row.LedToId) = (learning, learning is null ? null : row.LedToId);
        });
        fields.Instant("adoptedAt", at => row.AdoptedAt = at);
    }

    private static void Try(Fields fields, Adoption row, SharedLearning learning, Team team, List<Adoption> rows)
    {
        if (team.Learning.Contains(learning))
            fields.Problem("learning", "is the team's own; a team tries what another one has learnt");
        else if (rows.Find(other => other != row && other.Learning == learning) is { } same)
            fields.Problem("learning", $"is what the team tries already, under the key {Written.Quoted(same.Key)}; write it there");
        else if (row.Learning is not null && row.Learning != learning)
            fields.Problem("key", $"is {Written.Quoted(row.Key)}, which is that of other learning in the database; give this one another key");
        else
            row.Learning = learning;
    }
}
