using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Equity.Benchmarks;

/// <summary>The page of 20 teams as one would write it by hand for this one question: three statements, straight into JSON.</summary>
internal static class HandWritten
{
    private static readonly string[] Stages = ["FORMING", "UNDERSTANDING", "DESIGNING", "TESTING", "IMPLEMENTING", "SHARING"];

    public static byte[] Answer(string connection)
    {
        using var db = new SqliteConnection(connection);
        db.Open();
        var teams = Rows(db, """
            SELECT "Id", "Key", "Name", "Service", "Stage" FROM "Teams" WHERE "PublishedAt" IS NOT NULL AND "DeletedAt" IS NULL ORDER BY "NameFolded", "Id" LIMIT 21
            """);
        var ids = string.Join(',', teams.Take(20).Select(team => ((long)team[0]).ToString(CultureInfo.InvariantCulture)));
        var inequities = Children(db, $"""
            SELECT "TeamId", "Id", "Title", "Dimension", "Population" FROM (SELECT *, row_number() OVER (PARTITION BY "TeamId" ORDER BY "TitleFolded", "Id") AS "Place" FROM "Inequities" WHERE "DeletedAt" IS NULL AND "TeamId" IN ({ids})) WHERE "Place" <= 10 ORDER BY "TeamId", "Place"
            """);
        var learning = Children(db, $"""
            SELECT "TeamId", "Id", "Kind", "Title", "Body", "SharedAt" FROM (SELECT *, row_number() OVER (PARTITION BY "TeamId" ORDER BY "SharedAt" DESC, "Id") AS "Place" FROM "Learning" WHERE "DeletedAt" IS NULL AND "TeamId" IN ({ids})) WHERE "Place" <= 5 ORDER BY "TeamId", "Place"
            """);
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartObject("teams");
        json.WriteStartArray("nodes");
        foreach (var team in teams.Take(20))
        {
            json.WriteStartObject();
            Write(json, "id", team[0]);
            Write(json, "key", team[1]);
            Write(json, "name", team[2]);
            Write(json, "service", team[3]);
            json.WriteString("stage", Stages[(long)team[4]]);
            List(json, "inequities", inequities[(long)team[0]], ["id", "title", "dimension", "population"]);
            List(json, "learning", learning[(long)team[0]], ["id", "kind", "title", "body", "sharedAt"]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("pageInfo");
        json.WriteBoolean("hasNextPage", teams.Count > 20);
        Write(json, "endCursor", teams[^1][0]);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void List(Utf8JsonWriter json, string name, IEnumerable<object[]> rows, string[] fields)
    {
        json.WriteStartObject(name);
        json.WriteStartArray("nodes");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            for (var field = 0; field < fields.Length; field++)
                Write(json, fields[field], row[field + 1]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        if (value is long number)
            json.WriteNumber(name, number);
        else
            json.WriteString(name, (string)value);
    }

    private static ILookup<long, object[]> Children(SqliteConnection db, string sql) => Rows(db, sql).ToLookup(row => (long)row[0]);

    private static List<object[]> Rows(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }
}
