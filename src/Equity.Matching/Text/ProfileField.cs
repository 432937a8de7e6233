namespace Equity.Matching;

/// <summary>What a text of a team's profile is.</summary>
public enum ProfileField
{
    /// <summary>The team's name.</summary>
    Name,
    /// <summary>The service it belongs to, such as "talking therapies".</summary>
    Service,
    /// <summary>Where it works, such as a borough.</summary>
    Locality,
    /// <summary>Its aim, a sentence.</summary>
    Aim,
    /// <summary>What it does, in a few sentences.</summary>
    Summary,
    /// <summary>The title of an inequity it tackles.</summary>
    InequityTitle,
    /// <summary>Whom the inequity hurts.</summary>
    Population,
    /// <summary>How the team knows of the inequity.</summary>
    Evidence,
    /// <summary>What it needs help with.</summary>
    Ask,
    /// <summary>What it can help others with.</summary>
    Offer,
    /// <summary>The title of something it learnt.</summary>
    LearningTitle,
    /// <summary>What it learnt.</summary>
    LearningBody,
}
