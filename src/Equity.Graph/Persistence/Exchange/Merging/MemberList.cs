using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Teams;

namespace Equity.Graph.Persistence.Exchange.Merging;

/// <summary>A team's members. A key made for one comes from the role, never from the name.</summary>
internal sealed class MemberList() : ChildList<TeamMember>("members", FieldNames.Member, "role", TeamRules.MaxOfEach)
{
    protected override List<TeamMember> Rows(Team team) => team.Members;

    protected override string KeyOf(TeamMember row) => row.Key;

    protected override TeamMember New(string key, DateTime now) => new() { Key = key, Role = default };

    protected override void Fill(TeamMember row, Fields fields, Team team, ImportRun run)
    {
        fields.Choice<TeamRole>("role", role => row.Role = role!.Value, required: true);
        fields.Text(TeamRules.MemberName, name => row.Name = name);
        fields.Choice<NameFor>("nameFor", nameFor => row.NameFor = nameFor ?? NameFor.Nobody);
    }
}
