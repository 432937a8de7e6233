using Equity.Graph.Teams;
using Equity.Matching;

namespace Equity.Graph.Peers;

/// <summary>A plan of introductions with what a viewer may see of it.</summary>
/// <param name="Plan">The whole plan, whose figures are for all who may ask.</param>
/// <param name="Introductions">The pairs of it that the viewer may see.</param>
/// <param name="LeftOut">The teams left out that the viewer may see.</param>
internal sealed record PlannedIntroductions(IntroductionPlan Plan, IReadOnlyList<PlannedIntroduction> Introductions, IReadOnlyList<TeamLeftOut> LeftOut);

/// <summary>Two teams that should meet.</summary>
/// <param name="A">One.</param>
/// <param name="B">The other.</param>
/// <param name="Score">How well they belong together, 0 to 1.</param>
/// <param name="Reasons">Why, seen from the first; worked out when asked for.</param>
internal sealed record PlannedIntroduction(Team A, Team B, double Score, Func<IReadOnlyList<Reason>> Reasons);

/// <summary>A team that is introduced to nobody.</summary>
internal sealed record TeamLeftOut(Team Team, LeftOutReason Why);
