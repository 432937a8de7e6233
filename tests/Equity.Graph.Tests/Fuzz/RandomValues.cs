using System.Globalization;
using GraphQL.Types;

namespace Equity.Graph.Tests.Fuzz;

/// <summary>A name that stands for itself in a document and is a text in JSON.</summary>
internal sealed record EnumName(string Name);

/// <summary>Values for the arguments of a schema: most of the right type, some of the right type but odd, a few of a wrong one.</summary>
internal sealed class RandomValues(Random random)
{
    private static readonly string[] Texts =
    [
        "", " ", "buses", "tablet-table-quayside", "pursuing-equity", "older patients cannot use the video link", "Zoë’s café", "Łódź", "İstanbul ß ﬁ", "e\u0301\u0323\u0301", "\u202e\u200b\ufeff", "😀👩‍👩‍👧",
        "\0", "a\0b", "\ud83d", "a\udc00b", "%_[]^", "100%", "\\", "\"quoted\"", "'; drop table Teams; --", "\n\r\t", "VGVhbTox", "VGVhbTo5OTk5OTk5OTk5OTk5OTk5OTk", "SW5lcXVpdHk6MQ", "Tm90aGluZzox", "Og", "====", "WyJhIiwxXQ", "W10", "null", "true", "{}", "0", "-1",
        "2026-11-11", "2026-11-11T09:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-02-30", "2026-11-11T09:00", "10000-01-01", "2026-11-11T09:00:00+99:99",
    ];

    private static readonly object?[] Odd =
    [
        0, 1, -1, 101, int.MaxValue, int.MinValue, 2147483648L, long.MaxValue, 9007199254740993L, 1e308, -0.0, 1e-320, 0.1, 12345678901234567890123456789m, true, false, null, "text", new EnumName("NOTHING"), new EnumName("__typename"),
        Array.Empty<object>(), new Dictionary<string, object?>(), new object?[] { null, new object?[] { null } }, new Dictionary<string, object?> { ["__proto__"] = 1, ["and"] = 1 },
    ];

    /// <summary>A value for a type of input.</summary>
    public object? Of(IGraphType? type, int depth)
    {
        if (random.Next(40) == 0)
            return Odd[random.Next(Odd.Length)];
        return type switch
        {
            NonNullGraphType inner => Of(inner.ResolvedType, depth),
            _ when random.Next(25) == 0 => null,
            ListGraphType list => Enumerable.Range(0, random.Next(60) == 0 ? random.Next(150) : random.Next(4)).Select(_ => Of(list.ResolvedType, depth - 1)).ToArray(),
            IInputObjectGraphType input => Fields(input, depth),
            EnumerationGraphType names => new EnumName(names.Values.ElementAt(random.Next(names.Values.Count)).Name),
            IntGraphType => random.Next(8) == 0 ? random.Next(-2, 200) : random.Next(5),
            FloatGraphType => Math.Round(random.NextDouble() * 6, random.Next(3)),
            BooleanGraphType => random.Next(2) == 0,
            _ => Text(),
        };
    }

    /// <summary>A value as a document writes it.</summary>
    public static string Literal(object? value) => value switch
    {
        null => "null",
        EnumName name => name.Name,
        Dictionary<string, object?> fields => "{" + string.Join(", ", fields.Select(field => $"{field.Key}: {Literal(field.Value)}")) + "}",
        object?[] items => "[" + string.Join(", ", items.Select(Literal)) + "]",
        string text => $"\"{string.Concat(text.Select(Escaped))}\"",
        bool yes => yes ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "null",
    };

    /// <summary>A value as JSON takes it.</summary>
    public static object? Plain(object? value) => value switch
    {
        EnumName name => name.Name,
        Dictionary<string, object?> fields => fields.ToDictionary(field => field.Key, field => Plain(field.Value)),
        object?[] items => items.Select(Plain).ToArray(),
        _ => value,
    };

    private static string Escaped(char letter) => letter is '"' or '\\' or < ' ' or > '~' ? $"\\u{(int)letter:X4}" : $"{letter}";

    private Dictionary<string, object?> Fields(IInputObjectGraphType input, int depth)
    {
        var value = new Dictionary<string, object?>();
        var all = input.Fields.ToList();
        foreach (var field in all.Where(field => field.ResolvedType is NonNullGraphType))
            value[field.Name] = Of(field.ResolvedType, depth - 1);
        for (var i = depth <= 0 ? 0 : random.Next(1, 3); i > 0; i--)
        {
            var field = all[random.Next(all.Count)];
            value[field.Name] = Of(field.ResolvedType, depth - 1);
        }
        return value;
    }

    private string Text() => random.Next(30) switch
    {
        0 => new string('ä', random.Next(20_000)),
        1 => string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(1, 0x10000))),
        _ => Texts[random.Next(Texts.Length)],
    };
}
