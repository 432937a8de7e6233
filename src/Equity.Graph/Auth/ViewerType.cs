using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Programmes;
using Equity.Graph.Teams;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Auth;

/// <summary>Who is asking, in the graph.</summary>
internal sealed class ViewerType : ObjectGraphType<Viewer>
{
    public ViewerType(IEnumerable<ITypeExtension<ViewerType>> features)
    {
        Description = "Who is asking.";
        Field<StringGraphType>("person").Description("What your issuer calls you; null for a visitor.").Resolve(context => context.Source.Identity is { } who ? who.Name ?? who.Subject : null);
        Field(viewer => viewer.Roles).Description("Your roles beyond teams, as your token says.");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TeamType>>>>("teams").Description("The teams that you are a member of, by name.").Holds(3)
            .ResolveAsync(async context => await context.QueryAsync((db, cancel) =>
                db.Teams.AsNoTracking().Where(team => context.Source.Teams.Contains(team.Id)).OrderBy(team => team.Name).ThenBy(team => team.Id).ToListAsync(cancel)));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ProgrammeType>>>>("programmes").Description("The programmes that you lead or coach, by name.").Holds(3)
            .ResolveAsync(async context => await context.QueryAsync((db, cancel) =>
                db.Programmes.AsNoTracking().Where(programme => context.Source.Programmes.Contains(programme.Id)).OrderBy(programme => programme.Name).ThenBy(programme => programme.Id).ToListAsync(cancel)));
        foreach (var feature in features)
            feature.Extend(this);
    }
}

/// <summary>The root field viewer.</summary>
internal sealed class ViewerQueries : ITypeExtension<Query>
{
    public void Extend(Query type) => type.Field<NonNullGraphType<ViewerType>>("viewer").Description("Who is asking: your roles and teams, and what waits for you.").Resolve(context => context.Viewer());
}
