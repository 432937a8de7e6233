using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Equity.Graph.Calendars;

/// <summary>Writes entries as calendars read them (RFC 5545).</summary>
internal static class CalendarFile
{
    /// <summary>The type of such a file.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>The file. The same entries always give the same text.</summary>
    public static string Write(IEnumerable<CalendarEntry> entries)
    {
        var calendar = new Calendar { ProductId = "-//Equity//Friends to call on//EN" };
        calendar.AddProperty("X-WR-CALNAME", "Equity");
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
        calendar.Events.AddRange(entries.Select(Event));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Event(CalendarEntry entry) => new()
    {
        Uid = entry.Id,
        Summary = entry.Title,
        Description = entry.Text,
        Location = entry.Place,
        DtStart = entry.When.Time is { } time ? new CalDateTime(entry.When.Day, time, CalDateTime.UtcTzId) : new CalDateTime(entry.When.Day),
        DtEnd = entry.End is { } end ? new CalDateTime(end) : null,
        DtStamp = new CalDateTime(entry.ChangedAt),
        Sequence = entry.Version,
        // Nobody is busy the whole day for it.
        Transparency = entry.When.Time is null ? TransparencyType.Transparent : TransparencyType.Opaque,
    };
}
