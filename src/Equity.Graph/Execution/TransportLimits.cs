namespace Equity.Graph.Execution;

/// <summary>How much one client may ask for, in one place.</summary>
internal sealed class TransportLimits
{
    /// <summary>A request's body and a WebSocket's message, in bytes.</summary>
    public int BodyBytes { get; set; } = 1_000_000;

    /// <summary>Operations in one batch.</summary>
    public int BatchOperations { get; set; } = 10;

    /// <summary>How long one request may take, in seconds.</summary>
    public int RequestSeconds { get; set; } = 30;

    /// <summary>WebSockets and event streams that are open at once.</summary>
    public int WebSockets { get; set; } = 2_000;

    /// <summary>Operations that run at once on one WebSocket.</summary>
    public int OperationsPerWebSocket { get; set; } = 50;

    /// <summary>How long a WebSocket may take to say who it is, in seconds.</summary>
    public int WebSocketInitSeconds { get; set; } = 10;

    /// <summary>Events that wait for a slow subscriber before it is dropped.</summary>
    public int SubscriberQueue { get; set; } = 100;

    /// <summary>Documents that are kept parsed and validated, and as many registered by hash.</summary>
    public int StoredDocuments { get; set; } = 1_000;

    /// <summary>The text of the documents that are kept, in characters.</summary>
    public int StoredDocumentCharacters { get; set; } = 10_000_000;
}
