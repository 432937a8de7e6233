using System.Text.Encodings.Web;
using System.Text.Json;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Rules;

namespace Equity.Graph.Persistence.Exchange;

/// <summary>A content that stands beside the lines.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Hash">The hash that it is stored under.</param>
internal sealed record ExportedContent(string Name, string Hash);

/// <summary>Writes lines field by field, without fields that are empty.</summary>
internal sealed class LineWriter(Stream to) : IAsyncDisposable
{
    private readonly Utf8JsonWriter json = new(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private readonly List<string> remarks = [];
    private readonly List<ExportedContent> files = [];

    /// <summary>What ought to be looked at.</summary>
    public IReadOnlyList<string> Remarks => remarks;

    /// <summary>The files that lines name.</summary>
    public IReadOnlyList<ExportedContent> Files => files;

    /// <summary>Begins a line.</summary>
    /// <param name="kind">Its kind; null for a team's, which says none.</param>
    public void Begin(string? kind)
    {
        json.WriteStartObject();
        Text("kind", kind);
    }

    /// <summary>Ends it.</summary>
    /// <param name="key">The key of what it tells of.</param>
    public void End(string key)
    {
        json.WriteEndObject();
        json.Flush();
        if (json.BytesCommitted > LineReader.MaxBytes)
            remarks.Add($"{key}: its line is longer than {LineReader.Max}, and import refuses such a line.");
        json.Reset();
        to.WriteByte((byte)'\n');
    }

    public void Text(string field, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            json.WriteString(field, text);
    }

    public void Number(string field, double? number)
    {
        if (number is { } value)
            json.WriteNumber(field, value);
    }

    public void Flag(string field, bool flag) => json.WriteBoolean(field, flag);

    public void Day(string field, DateOnly? day) => Text(field, day is { } value ? Written.Day(value) : null);

    public void Instant(string field, DateTime? at) => Text(field, at is { } value ? Written.Instant(value) : null);

    public void Choice<T>(string field, T? choice) where T : struct, Enum
    {
        if (choice is { } value)
            json.WriteString(field, ContractName.Of(value));
    }

    /// <summary>Choices, each once, in the order of their values.</summary>
    public void Choices<T>(string field, IReadOnlyCollection<T> choices) where T : struct, Enum
    {
        if (choices.Count == 0)
            return;
        json.WriteStartArray(field);
        foreach (var choice in choices.Distinct().Order())
            json.WriteStringValue(ContractName.Of(choice));
        json.WriteEndArray();
    }

    /// <summary>Texts, in their order.</summary>
    public void Texts(string field, IEnumerable<string> texts)
    {
        json.WriteStartArray(field);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>An object, where there is one.</summary>
    public void Object<T>(string field, T? row, Action<T> write) where T : class
    {
        if (row is null)
            return;
        json.WriteStartObject(field);
        write(row);
        json.WriteEndObject();
    }

    /// <summary>The name of a file that belongs to the line, and is written beside all lines.</summary>
    public void File(string field, ExportedContent? file)
    {
        if (file is null)
            return;
        files.Add(file);
        Text(field, file.Name);
    }

    public void List<T>(string field, IEnumerable<T> rows, Action<T> write)
    {
        var any = false;
        foreach (var row in rows)
        {
            if (!any)
                json.WriteStartArray(field);
            any = true;
            json.WriteStartObject();
            write(row);
            json.WriteEndObject();
        }
        if (any)
            json.WriteEndArray();
    }

    public Task FlushAsync(CancellationToken cancel) => to.FlushAsync(cancel);

    public ValueTask DisposeAsync() => json.DisposeAsync();
}
