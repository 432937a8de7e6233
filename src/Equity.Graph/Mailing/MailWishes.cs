using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Notifications;
using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Mailing;

/// <summary>What you want to be mailed about.</summary>
internal sealed class ChooseMailInput : MutationInput
{
    /// <summary>A kind of notification, such as FRIENDSHIP_PROPOSED. Left out, it is about all mail.</summary>
    public string? Kind { get; init; }

    /// <summary>Whether you want to be mailed about it. A kind that you do not want stays unwanted when you allow mail again.</summary>
    public required bool Wanted { get; init; }
}

/// <summary>What a person said of mail, and what became of it.</summary>
/// <param name="Address">The address, as the token said it last.</param>
/// <param name="Wanted">Whether the person wants mail at all.</param>
/// <param name="Refused">The kinds that are not wanted.</param>
/// <param name="GivenUp">How many letters could not be delivered.</param>
internal sealed record ViewerMail(string? Address, bool Wanted, IReadOnlyList<string> Refused, int GivenUp);

/// <summary>A person's mail in the graph.</summary>
internal sealed class ViewerMailType : ObjectGraphType<ViewerMail>
{
    public ViewerMailType()
    {
        Name = "ViewerMail";
        Description = "Whether and about what you are mailed.";
        Field(mail => mail.Address, nullable: true).Description("Your address, as your token said it when you last changed something; null when none is known, and you are not mailed.");
        Field(mail => mail.Wanted).Description("Whether you want to be mailed at all.");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("refused").Description("The kinds of notifications that you do not want to be mailed about.").Holds(3).Resolve(context => context.Source.Refused);
        Field(mail => mail.GivenUp).Description("How many mails to you could not be delivered, of the notifications that are still kept.");
    }
}

/// <summary>The mutation chooseMail, and the field viewer.mail.</summary>
internal sealed class MailWishes : ITypeExtension<Mutation>, ITypeExtension<ViewerType>
{
    public void Extend(ViewerType type) => type.Field<ViewerMailType>("mail").Description("Whether and about what you are mailed; null for visitors and for those who never changed anything.")
        .ResolveAsync(async context => context.Source.Person is not { } person ? null : await context.QueryAsync(async (db, cancel) =>
        {
            if (await db.People.AsNoTracking().SingleOrDefaultAsync(known => known.Id == person, cancel) is not { } known)
                return null;
            var refused = await db.Set<MailRefusal>().Where(refusal => refusal.PersonId == person).Select(refusal => refusal.Kind).ToListAsync(cancel);
            var givenUp = await db.Set<MailDelivery>().CountAsync(delivery => delivery.State == MailState.GivenUp && delivery.Notification!.PersonId == person, cancel);
            return new ViewerMail(known.Email, !known.NoMail, [.. refused.Select(ContractName.Of).Order(StringComparer.Ordinal)], givenUp);
        }));

    public void Extend(Mutation type) => type.AddCount<ChooseMailInput>(
        "chooseMail", "refused", "How many kinds of notifications you are not mailed about now; null when nothing was changed.", "Says whether you want to be mailed, at all or about one kind of notification.", ChooseAsync, typeof(NotFound));

    private static async Task<int?> ChooseAsync(Change change, ChooseMailInput input)
    {
        if (input.Kind is null)
            await change.Db.People.Where(known => known.Id == change.Person).ExecuteUpdateAsync(known => known.SetProperty(person => person.NoMail, !input.Wanted), change.Cancel);
        else if (!ContractName.TryParse<NotificationKind>(input.Kind, out var kind))
            change.Refuse(new NotFound("kind"));
        else if (input.Wanted)
            await change.Db.Set<MailRefusal>().Where(refusal => refusal.PersonId == change.Person && refusal.Kind == kind).ExecuteDeleteAsync(change.Cancel);
        else
            await RefuseAsync(change.Db, change.Person, kind, change.Cancel);
        return input.Kind is null && !input.Wanted ? ContractName.All<NotificationKind>().Count : await change.Db.Set<MailRefusal>().CountAsync(refusal => refusal.PersonId == change.Person, change.Cancel);
    }

    /// <summary>Notes, once, that a person does not want to be mailed about a kind.</summary>
    /// <param name="db">Within a transaction.</param>
    /// <param name="person">The person's integer key.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task RefuseAsync(EquityDbContext db, int person, NotificationKind kind, CancellationToken cancel)
    {
        if (await db.Set<MailRefusal>().AnyAsync(refusal => refusal.PersonId == person && refusal.Kind == kind, cancel))
            return;
        db.Add(new MailRefusal { PersonId = person, Kind = kind });
        await db.SaveChangesAsync(cancel);
    }
}
