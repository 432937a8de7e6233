namespace Equity.Matching.Tests;

public class ReferencesTests
{
    [Fact]
    public void Matching_knows_no_web_no_database_and_no_graph()
    {
        string[] foreign = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "GraphQL", "HotChocolate"];
        var references = typeof(PeerMatcher).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        Assert.DoesNotContain(references, r => foreign.Any(f => r.StartsWith(f, StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_what_the_graph_needs_is_public()
    {
        string[] expected =
        [
            "Audience", "CafeOrder", "CafeTeam", "ContentHash", "EncodingProgress", "IVectorStore", "IntroducibleTeam", "Introduction", "IntroductionPlan", "LearningOptions", "LearningOutcome", "LeftOutReason", "LeftOutTeam",
            "MatcherInfo", "MatcherOptions", "NaivePlan", "PairLikeness", "PeerAnswer", "PeerMatch", "PeerMatcher", "ProfileField", "ProfileText", "Quote",
            "Reason", "ReasonKind", "ScorePart", "ScoreWeights", "SearchFindings", "SearchHit", "SearchKind", "SearchPage", "SearchPlace", "Seat", "SeatChange", "SeatedTable", "SeatingFigures", "SeatingPlan", "SentenceEncoder", "TeamProfile", "TextGroup", "TextMatch", "WeightProposal",
        ];
        Assert.Equal(expected, typeof(PeerMatcher).Assembly.GetExportedTypes().Select(t => t.Name).Order(StringComparer.Ordinal));
    }
}
