using Microsoft.Data.Sqlite;

namespace Equity.Graph.Persistence.Exchange;

/// <summary>What is said when the machine does not do as it should (a locked database, a full disk): one clear sentence each.</summary>
internal static class StorageFault
{
    // SQLite's result codes (https://www.sqlite.org/rescode.html).
    private const int Error = 1, Busy = 5, Locked = 6, ReadOnly = 8, Io = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    /// <summary>What happened; null when the fault is none of the machine's but a bug.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="database">The database's path.</param>
    public static string? Sentence(Exception fault, string database)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException sqlite)
                return $"The database {database} {Reason(sqlite)}.";
            if (cause is ChangedMeanwhileException or IOException or UnauthorizedAccessException)
                return cause.Message.EndsWith('.') ? cause.Message : cause.Message + ".";
        }
        return null;
    }

    private static string Reason(SqliteException fault) => fault.SqliteErrorCode switch
    {
        Busy or Locked => "is locked: another process is writing to it and did not finish in time. Try again when it is done",
        ReadOnly => "is read-only, or lies in a folder that is",
        Io => "cannot be read or written: the disk reports an error",
        Corrupt => "is damaged",
        Full => "cannot grow: the disk is full",
        CannotOpen => "cannot be opened: the file or its folder may not be used by this user",
        NotADatabase => "is no SQLite database",
        Error => $"is not as this version expects it: {fault.Message}",
        _ => $"reports: {fault.Message}",
    };
}
