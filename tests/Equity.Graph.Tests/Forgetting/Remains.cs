using System.Text;
using Equity.Graph.Persistence;
using Microsoft.Data.Sqlite;

namespace Equity.Graph.Tests.Forgetting;

/// <summary>Looks for a word everywhere in a data folder: in every column of every table, and in the bytes of the files.</summary>
internal static class Remains
{
    /// <summary>Where the word is in the database, as "Table.Column", and in which files its bytes are; whatever its ASCII case.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(string data, string word)
    {
        var found = new List<string>();
        await using var file = new SqliteConnection($"Data Source={Path.Combine(data, Database.FileName)}");
        await file.OpenAsync();
        foreach (var table in await ColumnAsync(file, "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            foreach (var column in await ColumnAsync(file, $"SELECT name FROM pragma_table_xinfo('{table}')"))
            {
                // LIKE folds ASCII; a value is read as the text that its bytes are.
                if (await ColumnAsync(file, $"SELECT 1 FROM \"{table}\" WHERE CAST(\"{column}\" AS TEXT) LIKE '%{word}%' LIMIT 1") is [_])
                    found.Add($"{table}.{column}");
            }
        }
        return [.. found, .. Files(data, word)];
    }

    /// <summary>How many vectors are stored.</summary>
    public static async Task<HashSet<string>> VectorsAsync(string data)
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(data, Database.FileName)}");
        await file.OpenAsync();
        return [.. await ColumnAsync(file, "SELECT lower(hex(Hash)) FROM Vectors")];
    }

    private static IEnumerable<string> Files(string data, string word)
    {
        foreach (var name in (string[])["", "-wal", "-shm"])
        {
            var path = Path.Combine(data, Database.FileName + name);
            if (!File.Exists(path))
                continue;
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            // Latin-1 keeps each byte as a character.
            if (Encoding.Latin1.GetString(bytes.ToArray()).Contains(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(word)), StringComparison.OrdinalIgnoreCase))
                yield return Path.GetFileName(path);
        }
    }

    private static async Task<List<string>> ColumnAsync(SqliteConnection file, string sql)
    {
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
            values.Add(reader.GetValue(0).ToString()!);
        return values;
    }
}
