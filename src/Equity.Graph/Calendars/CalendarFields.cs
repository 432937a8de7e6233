using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Mailing;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Calendars;

/// <summary>That your calendar is to have another address.</summary>
internal sealed class RenewCalendarInput : MutationInput
{
    /// <summary>How many addresses it had had, as renewCalendar answered the last time; where that has changed, nothing is done. Left out, it is done in any case.</summary>
    public int? Addresses { get; init; }
}

/// <summary>The field viewer.calendar, and the mutation renewCalendar.</summary>
internal sealed class CalendarFields(SignedLinks links, MailSettings settings) : ITypeExtension<Mutation>, ITypeExtension<ViewerType>
{
    public void Extend(ViewerType type) => type.Field<StringGraphType>("calendar")
        .Description("The address of your calendar of check-ins and events, for a calendar program to subscribe to. Whoever has it reads your calendar: keep it to yourself, and have another with renewCalendar. Null for visitors and for those who never changed anything.")
        .ResolveAsync(async context => context.Source.Person is { } person && await context.QueryAsync((db, cancel) => db.People.AsNoTracking().SingleOrDefaultAsync(known => known.Id == person, cancel)) is { } known
            ? settings.Link(CalendarEndpoint.PathOf(known, links))
            : null);

    public void Extend(Mutation type) => type.AddCount<RenewCalendarInput>(
        "renewCalendar", "addresses", "How many addresses your calendar has had before the one that it has now; null when nothing was changed.",
        "Gives your calendar another address, such as when somebody came to know it who should not. The address before it counts no more.", RenewAsync, typeof(StaleVersion));

    private static async Task<int?> RenewAsync(Change change, RenewCalendarInput input)
    {
        var person = await change.Db.People.SingleAsync(known => known.Id == change.Person, change.Cancel);
        if (input.Addresses is { } known && known != person.CalendarAddress)
            change.Refuse(new StaleVersion(person.CalendarAddress));
        return ++person.CalendarAddress;
    }
}
