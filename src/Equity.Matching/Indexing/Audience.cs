namespace Equity.Matching;

/// <summary>For whom an answer is made: it is made of what all of them may read.</summary>
public enum Audience
{
    /// <summary>Anybody: published teams, without what they ask for and offer. It is as if the matcher had never been given the rest.</summary>
    Visitors,
    /// <summary>Who takes part: asks and offers count. Drafts are compared too, for those who may read them; the caller chooses among teams.</summary>
    Community,
}
