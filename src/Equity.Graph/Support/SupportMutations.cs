using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Support;

/// <summary>Something that a team needs help with.</summary>
internal sealed class AskForHelpInput : MutationInput
{
    /// <summary>The team's id.</summary>
    [Id]
    public required string Team { get; init; }

    /// <summary>What the team needs help with.</summary>
    public required string Text { get; init; }
}

/// <summary>An ask for which help is no longer wanted.</summary>
internal sealed class CloseAskInput : MutationInput
{
    /// <summary>The ask's id.</summary>
    [Id]
    public required string Ask { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }

    /// <summary>Whether somebody helped: the ask is then ANSWERED, else CLOSED.</summary>
    public required bool Answered { get; init; }
}

/// <summary>Something that a team can help others with.</summary>
internal sealed class OfferHelpInput : MutationInput
{
    /// <summary>The team's id.</summary>
    [Id]
    public required string Team { get; init; }

    /// <summary>What the team can help others with.</summary>
    public required string Text { get; init; }
}

/// <summary>An offer that the team can no longer keep.</summary>
internal sealed class WithdrawOfferInput : MutationInput
{
    /// <summary>The offer's id.</summary>
    [Id]
    public required string Offer { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }
}

/// <summary>What changes the asks and offers of a team.</summary>
internal sealed class SupportMutations : ITypeExtension<Mutation>
{
    private static readonly Type[] NewErrors = [typeof(NotAMember), typeof(NotFound), typeof(TooMany), .. InputErrors.OfTexts];

    public void Extend(Mutation type)
    {
        type.Add<AskForHelpInput, Ask, AskType>("askForHelp", "Asks the community for help.", AskAsync, NewErrors);
        type.Add<CloseAskInput, Ask, AskType>("closeAsk", "Closes an ask of your team or, for leads and coaches, of a team of their programme.", CloseAsync, InputErrors.OfRows);
        type.Add<OfferHelpInput, Offer, OfferType>("offerHelp", "Offers the community help.", OfferAsync, NewErrors);
        type.Add<WithdrawOfferInput, Offer, OfferType>("withdrawOffer", "Takes back an offer of your team.", WithdrawAsync, InputErrors.OfRows);
        type.AddDeletion<Ask, AskType>("asks", TeamRules.MaxOfEach);
        type.AddDeletion<Offer, OfferType>("offers", TeamRules.MaxOfEach);
    }

    private static async Task<Ask?> AskAsync(Change change, AskForHelpInput input)
    {
        if (await change.OwnTeamAsync(input.Team) is not { } team)
            return null;
        var keys = await change.Db.Asks.Where(other => other.TeamId == team.Id).Select(other => other.Key).ToListAsync(change.Cancel);
        if (keys.Count >= TeamRules.MaxOfEach)
            change.Refuse(new TooMany("asks", TeamRules.MaxOfEach));
        var ask = new Ask { TeamId = team.Id, Key = "", Text = "", CreatedAt = change.Now };
        change.Text(input, SupportRules.Text, input.Text, text => ask.Text = text!);
        ask.Key = Key.From(ask.Text, keys.ToHashSet());
        change.Db.Add(ask);
        return ask;
    }

    private static async Task<Ask?> CloseAsync(Change change, CloseAskInput input)
    {
        if (await change.OwnOrLedAsync(input.Ask, "ask", change.Db.Asks.Include(own => own.Team)) is not { } ask || !change.IsCurrent(ask, input.Version))
            return null;
        (ask.Status, ask.ClosedAt) = (input.Answered ? AskStatus.Answered : AskStatus.Closed, ask.ClosedAt ?? change.Now);
        return ask;
    }

    private static async Task<Offer?> OfferAsync(Change change, OfferHelpInput input)
    {
        if (await change.OwnTeamAsync(input.Team) is not { } team)
            return null;
        var keys = await change.Db.Offers.Where(other => other.TeamId == team.Id).Select(other => other.Key).ToListAsync(change.Cancel);
        if (keys.Count >= TeamRules.MaxOfEach)
            change.Refuse(new TooMany("offers", TeamRules.MaxOfEach));
        var offer = new Offer { TeamId = team.Id, Key = "", Text = "", Available = true, CreatedAt = change.Now };
        change.Text(input, SupportRules.Text, input.Text, text => offer.Text = text!);
        offer.Key = Key.From(offer.Text, keys.ToHashSet());
        change.Db.Add(offer);
        return offer;
    }

    private static async Task<Offer?> WithdrawAsync(Change change, WithdrawOfferInput input)
    {
        if (await change.OwnAsync<Offer>(input.Offer, "offer") is not { } offer || !change.IsCurrent(offer, input.Version))
            return null;
        offer.Available = false;
        return offer;
    }
}
