using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Peers;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Forgetting;

/// <summary>Who is to be forgotten.</summary>
internal sealed class ForgetPersonInput : MutationInput
{
    /// <summary>The subject at your issuer of somebody who asked to be forgotten; administrators only. Left out, it is you.</summary>
    public string? Person { get; init; }
}

/// <summary>Only an administrator may do this for somebody else.</summary>
/// <param name="Field">The input's field.</param>
internal sealed record NotAnAdministrator(string Field) : MutationError($"Only an administrator may set {Field}, at that person's request. Leave it out to be forgotten yourself.");

/// <summary>The mutation forgetPerson.</summary>
internal sealed class ForgettingMutations(IDbContextFactory<EquityDbContext> contexts, ForgottenVectors vectors) : ITypeExtension<Mutation>
{
    public void Extend(Mutation type) => type.AddCount<ForgetPersonInput>(
        "forgetPerson", "rows", "In how many places something was removed or redacted; null when nothing was.",
        "Removes a person for good: seats on teams, the name in the teams' texts, in the audit and in stored answers. It cannot be undone. What teams wrote stays theirs.",
        ForgetAsync, typeof(NotAnAdministrator), typeof(NotFound));

    private async Task<int?> ForgetAsync(Change change, ForgetPersonInput input)
    {
        var (person, name) = (change.Person, change.Viewer.Identity!.Name);
        if (input.Person is { } subject)
        {
            var issuer = change.Viewer.Identity!.Issuer;
            // Nobody else is told whether there is such a person.
            if (!change.Viewer.Is(ViewerRole.Administrator))
                change.Refuse(new NotAnAdministrator("person"));
            else if (await change.Db.People.Where(known => known.Issuer == issuer && known.Subject == subject).Select(known => (int?)known.Id).SingleOrDefaultAsync(change.Cancel) is not { } other)
                change.Refuse(new NotFound("person"));
            else
                (person, name) = (other, null);
        }
        if (change.Errors.Count > 0)
            return null;
        change.Afterwards(CleanAsync);
        return await new ForgottenPerson(change.Db, change.Cancel).RemoveAsync(person, name, onRequest: input.Person is not null);
    }

    /// <summary>Removes what is left of the texts as they were. If it is cut short, the next round of <see cref="Retention"/> does it.</summary>
    private async Task CleanAsync()
    {
        await vectors.RemoveAsync(CancellationToken.None);
        await contexts.EmptyLogAsync(CancellationToken.None);
    }
}
