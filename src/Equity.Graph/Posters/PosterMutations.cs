using Equity.Graph.Events;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Rules;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Posters;

/// <summary>What a poster says besides its title.</summary>
internal abstract class PosterInput : MutationInput
{
    /// <summary>What is to be seen on it, for who cannot see it.</summary>
    public string? AltText { get; init; }

    /// <summary>What it says, in plain English.</summary>
    public string? Summary { get; init; }

    /// <summary>The id of the event that it is shown at: one that your team comes to.</summary>
    [Id]
    public string? Event { get; init; }
}

/// <summary>A poster that your team begins. Nobody else sees it before it is published, but leads and coaches of your programme.</summary>
internal sealed class DraftPosterInput : PosterInput
{
    /// <summary>The team's id.</summary>
    [Id]
    public required string Team { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }
}

/// <summary>What is new about a poster. What is left out stays; null clears.</summary>
internal sealed class UpdatePosterInput : PosterInput
{
    /// <summary>The poster's id.</summary>
    [Id]
    public required string Poster { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>Whether to take the picture off.</summary>
    public bool? RemoveImage { get; init; }

    /// <summary>Whether to take the PDF off.</summary>
    public bool? RemovePdf { get; init; }
}

/// <summary>The poster that is to be shown to others.</summary>
internal sealed class PublishPosterInput : MutationInput
{
    /// <summary>The poster's id.</summary>
    [Id]
    public required string Poster { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }
}

/// <summary>What changes the posters of a team. Pictures and PDFs come by PUT to the poster's address.</summary>
internal sealed class PosterMutations : ITypeExtension<Mutation>
{
    public void Extend(Mutation type)
    {
        type.Add<DraftPosterInput, Poster, PosterType>(
            "draftPoster", "Begins a poster of your team. Its picture or PDF is sent to /posters/ID/image by PUT.", DraftAsync, [typeof(NotAMember), typeof(NotFound), typeof(TooMany), typeof(NotAtEvent), .. InputErrors.OfTexts]);
        type.Add<UpdatePosterInput, Poster, PosterType>(
            "updatePoster", "Changes what your team's poster says.", UpdateAsync, [.. InputErrors.OfRows, typeof(PosterIncomplete), typeof(NotAtEvent), .. InputErrors.OfTexts]);
        type.Add<PublishPosterInput, Poster, PosterType>(
            "publishPoster", "Shows your team's poster to whoever sees your team. It needs an alt text, a summary in plain English, and a picture or PDF.", PublishAsync, [.. InputErrors.OfRows, typeof(PosterIncomplete)]);
        type.AddDeletion<Poster, PosterType>("posters", PosterRules.MaxOfTeam);
    }

    private static async Task<Poster?> DraftAsync(Change change, DraftPosterInput input)
    {
        if (await change.OwnTeamAsync(input.Team) is not { } team)
            return null;
        var keys = await change.Db.Posters.Where(other => other.TeamId == team.Id).Select(other => other.Key).ToListAsync(change.Cancel);
        if (keys.Count >= PosterRules.MaxOfTeam)
            change.Refuse(new TooMany("posters", PosterRules.MaxOfTeam));
        var poster = new Poster { TeamId = team.Id, Key = "", Title = "", CreatedAt = change.Now };
        await FillAsync(change, input, poster, input.Title);
        poster.Key = Key.From(poster.Title, keys.ToHashSet());
        change.Db.Add(poster);
        return poster;
    }

    private static async Task<Poster?> UpdateAsync(Change change, UpdatePosterInput input)
    {
        if (await change.OwnAsync<Poster>(input.Poster, "poster") is not { } poster || !change.IsCurrent(poster, input.Version))
            return null;
        await FillAsync(change, input, poster, input.Title);
        if (input.RemoveImage == true)
            poster.RemoveImage();
        if (input.RemovePdf == true)
            poster.Pdf = null;
        if (poster.PublishedAt is not null)
            Demand(change, poster);
        return poster;
    }

    private static async Task<Poster?> PublishAsync(Change change, PublishPosterInput input)
    {
        if (await change.OwnAsync<Poster>(input.Poster, "poster") is not { } poster || !change.IsCurrent(poster, input.Version))
            return null;
        Demand(change, poster);
        poster.PublishedAt ??= change.Now;
        return poster;
    }

    private static async Task FillAsync(Change change, PosterInput input, Poster poster, string? title)
    {
        change.Text(input, PosterRules.Title, title, text => poster.Title = text!);
        change.Text(input, PosterRules.AltText, input.AltText, text => poster.AltText = text);
        change.Text(input, PosterRules.Summary, input.Summary, text => poster.Summary = text);
        await change.ShowAtAsync(input, input.Event, poster, poster.TeamId);
    }

    /// <summary>Who cannot see a poster, or not read much, is told as much as everybody else.</summary>
    private static void Demand(Change change, Poster poster)
    {
        var missing = new List<string>();
        if (poster.AltText is null)
            missing.Add(PosterRules.AltText.Field);
        if (poster.Summary is null)
            missing.Add(PosterRules.Summary.Field);
        if (poster.Image is null && poster.Pdf is null)
            missing.Add("image");
        if (missing.Count > 0)
            change.Refuse(new PosterIncomplete(missing));
    }
}
