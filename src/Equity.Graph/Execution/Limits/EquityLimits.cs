using System.ComponentModel.DataAnnotations;
using Equity.Graph.Execution.Lists;

namespace Equity.Graph.Execution.Limits;

/// <summary>
/// How much one client may ask for. Configuration section "Limits"; the values here hold where it says nothing.
/// What the schema itself promises (conditions of a "where", values of an "in", lengths of texts) stands beside the field that promises it.
/// </summary>
internal sealed class EquityLimits
{
    public const string Section = "Limits";

    /// <summary>A request's body and a WebSocket's message, in bytes.</summary>
    [Range(1_000, 100_000_000)]
    public int BodyBytes { get; set; } = 1_000_000;

    /// <summary>The variables of one operation, in bytes of JSON without white space.</summary>
    [Range(100, 100_000_000)]
    public int VariablesBytes { get; set; } = 100_000;

    /// <summary>Operations in one batch.</summary>
    [Range(1, 100)]
    public int BatchOperations { get; set; } = 10;

    /// <summary>A line of a document, in characters. To mark the place of a syntax error the parser takes time that grows with the square of the line.</summary>
    [Range(1_000, 50_000)]
    public int LineCharacters { get; set; } = 20_000;

    /// <summary>Parts of a document (fields, arguments, values, fragments…); a fragment counts wherever it is used.</summary>
    [Range(100, 1_000_000)]
    public int Nodes { get; set; } = 10_000;

    /// <summary>Operations and fragments of a document.</summary>
    [Range(1, 10_000)]
    public int Definitions { get; set; } = 500;

    /// <summary>Levels of fields in fields. Reading the schema is bounded in another way.</summary>
    [Range(2, 40)]
    public int Depth { get; set; } = 12;

    /// <summary>Fields with an alias; those of a fragment count wherever it is used.</summary>
    [Range(0, 10_000)]
    public int Aliases { get; set; } = 50;

    /// <summary>Times that one field, or fragments, may be named in one place of the answer.</summary>
    [Range(10, 2_000)]
    public int Repeats { get; set; } = 200;

    /// <summary>Fields of an operation's root.</summary>
    [Range(1, 10_000)]
    public int RootFields { get; set; } = 30;

    /// <summary>The cost of one operation: about one for each thing that it may deliver.</summary>
    [Range(1, 100_000_000)]
    public int Cost { get; set; } = 5_000;

    /// <summary>Items of one page.</summary>
    [Range(1, PageArguments.MaxSize)]
    public int PageItems { get; set; } = PageArguments.MaxSize;

    /// <summary>How long one request may take, in seconds.</summary>
    [Range(1, 600)]
    public int RequestSeconds { get; set; } = 30;

    /// <summary>Operations that a person who has signed in may send in a minute.</summary>
    [Range(1, 10_000_000)]
    public int OperationsPerMinutePerViewer { get; set; } = 600;

    /// <summary>Operations that may come from one address in a minute: more, for a whole trust may stand behind one.</summary>
    [Range(1, 10_000_000)]
    public int OperationsPerMinutePerAddress { get; set; } = 3_000;

    /// <summary>Viewers and addresses that are counted apart; those beyond share one count.</summary>
    [Range(100, 10_000_000)]
    public int CountedClients { get; set; } = 100_000;

    /// <summary>WebSockets that are open at once.</summary>
    [Range(1, 1_000_000)]
    public int WebSockets { get; set; } = 2_000;

    /// <summary>Operations that run at once on one WebSocket.</summary>
    [Range(1, 10_000)]
    public int OperationsPerWebSocket { get; set; } = 50;

    /// <summary>How long a WebSocket may take to say who it is, in seconds.</summary>
    [Range(1, 600)]
    public int WebSocketInitSeconds { get; set; } = 10;

    /// <summary>Events that wait for a slow subscriber before it is dropped.</summary>
    [Range(1, 100_000)]
    public int SubscriberQueue { get; set; } = 100;

    /// <summary>Documents that are kept parsed and validated, and as many registered by hash.</summary>
    [Range(0, 1_000_000)]
    public int StoredDocuments { get; set; } = 1_000;

    /// <summary>The text of the documents that are kept, in characters.</summary>
    [Range(0, 1_000_000_000)]
    public int StoredDocumentCharacters { get; set; } = 10_000_000;
}
