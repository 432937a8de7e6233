using GraphQL;

namespace Equity.Graph.Transport;

/// <summary>Writes server-sent events, one at a time.</summary>
internal sealed class EventWriter(Stream body, IGraphQLTextSerializer serializer, CancellationToken cancel) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Writes one answer.</summary>
    public async Task NextAsync(ExecutionResult result)
    {
        using var message = new MemoryStream();
        message.Write("event: next\ndata: "u8);
        await serializer.WriteAsync(message, result, cancel);
        message.Write("\n\n"u8);
        await WriteAsync(message.GetBuffer().AsMemory(0, (int)message.Length));
    }

    /// <summary>Says that no more answers come.</summary>
    public Task CompleteAsync() => WriteAsync("event: complete\ndata:\n\n"u8.ToArray());

    /// <summary>Writes something that clients pass over.</summary>
    public Task CommentAsync() => WriteAsync(":\n\n"u8.ToArray());

    public void Dispose() => turn.Dispose();

    private async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        await turn.WaitAsync(cancel);
        try
        {
            await body.WriteAsync(bytes, cancel);
            await body.FlushAsync(cancel);
        }
        finally
        {
            turn.Release();
        }
    }
}
