using Equity.Graph.Audit;

namespace Equity.Graph.Auth;

/// <summary>Who is asking, and what of the community this viewer may see. Roles add up.</summary>
internal sealed record Viewer
{
    /// <summary>A visitor without a token: sees what is published.</summary>
    public static readonly Viewer Anyone = new() { Published = true };

    /// <summary>A visitor where visitors see nothing.</summary>
    public static readonly Viewer Stranger = new();

    /// <summary>The program itself: export, the peer index, what it does on a date.</summary>
    public static readonly Viewer System = new() { Everything = true, ExactFigures = true, Community = true, Published = true, Through = ChangedThrough.Server };

    /// <summary>The program as it imports.</summary>
    public static readonly Viewer Import = System with { Through = ChangedThrough.Import };

    /// <summary>Who it is, as the token's issuer says; null for visitors.</summary>
    public Identity? Identity { get; init; }

    /// <summary>The integer key of the person; null for visitors and for those who never changed anything.</summary>
    public int? Person { get; init; }

    /// <summary>Programme-wide roles, as the token says.</summary>
    public IReadOnlyList<ViewerRole> Roles { get; init; } = [];

    /// <summary>The teams that the person is a member of, by integer key.</summary>
    public IReadOnlyList<int> Teams { get; init; } = [];

    /// <summary>The programmes that a lead or coach is responsible for, by integer key.</summary>
    public IReadOnlyList<int> Programmes { get; init; } = [];

    /// <summary>When the token ends, UTC.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Through what the viewer's changes come.</summary>
    public ChangedThrough Through { get; init; }

    /// <summary>Sees all there is, drafts too.</summary>
    public bool Everything { get; init; }

    /// <summary>Works with figures about people as they were counted, whosever they are: the program alone does.</summary>
    public bool ExactFigures { get; init; }

    /// <summary>Sees what those see who are signed in.</summary>
    public bool Community { get; init; }

    /// <summary>Sees what is published.</summary>
    public bool Published { get; init; }

    public bool IsSignedIn => Identity is not null;

    public bool Is(ViewerRole role) => Roles.Contains(role);

    public bool IsMemberOf(int team) => Teams.Contains(team);

    /// <summary>Whether the viewer leads or coaches the programme.</summary>
    public bool Leads(int? programme) => programme is { } key && Programmes.Contains(key);

    /// <summary>Who the viewer is to stored answers and rates: the same for every token of a person.</summary>
    public string Partition => Identity is { } who ? $"{who.Issuer}\n{who.Subject}" : "";
}

/// <summary>A person, as a token names one.</summary>
/// <param name="Issuer">Who vouches for the person.</param>
/// <param name="Subject">The issuer's name for the person, which never changes.</param>
/// <param name="Name">What to call the person; never stored.</param>
/// <param name="Email">Where to mail the person, if the issuer has verified it.</param>
internal sealed record Identity(string Issuer, string Subject, string? Name, string? Email);

/// <summary>A role that reaches beyond a team; it comes with the token.</summary>
internal enum ViewerRole
{
    /// <summary>Leads a programme.</summary>
    Lead,
    /// <summary>Coaches the teams of a programme.</summary>
    Coach,
    /// <summary>Pulls aggregated figures.</summary>
    Analyst,
    /// <summary>Runs the community's server.</summary>
    Administrator,
}
