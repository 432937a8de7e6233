using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Merging;
using Equity.Graph.Persistence.Exchange.Reading;

namespace Equity.Graph.Teams;

/// <summary>When teams left stages, in import and export files.</summary>
internal sealed class StageLines() : TeamLineKind<StageLeft>(MostStages)
{
    /// <summary>The most that are kept of a team.</summary>
    private const int MostStages = 200;

    public override string Name => "stageLeft";

    public override string Called => "stage";

    public override FieldNames Names { get; } = new("a stage that was left", ["team", "key", "stage", "at"], "kind");

    protected override StageLeft New(string key, Team team, DateTime now) => new() { Key = key, Team = team, Stage = team.Stage, At = now };

    protected override void Write(StageLeft row, LineWriter lines)
    {
        lines.Choice("stage", (Stage?)row.Stage);
        lines.Instant("at", row.At);
    }

    protected override void Merge(Fields fields, StageLeft row, Team team, List<StageLeft> rows, LineMerge merge)
    {
        fields.Choice<Stage>("stage", stage => row.Stage = stage!.Value, required: true);
        fields.Instant("at", at => row.At = at);
    }
}
