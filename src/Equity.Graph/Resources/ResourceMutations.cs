using Equity.Graph.Events;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Rules;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Resources;

/// <summary>A video that others see has neither a transcript nor captions.</summary>
/// <param name="Field">The input's field that would put it right.</param>
internal sealed record TranscriptMissing(string Field) : MutationError("A video that others see needs a transcript, or captions in the video itself (then set hasCaptions): not everybody hears it.");

/// <summary>What a resource says of itself besides its kind, title and address.</summary>
internal abstract class ResourceInput : MutationInput
{
    /// <summary>What is said and shown in a video, for who cannot hear or see it.</summary>
    public string? Transcript { get; init; }

    /// <summary>Whether a video shows captions of what is said; not unless said.</summary>
    public bool? HasCaptions { get; init; }

    /// <summary>The id of the event that it is shown at: one that your team comes to.</summary>
    [Id]
    public string? Event { get; init; }
}

/// <summary>A video, page or document of your team. Others see it once it is published.</summary>
internal sealed class AddResourceInput : ResourceInput
{
    /// <summary>The team's id.</summary>
    [Id]
    public required string Team { get; init; }

    /// <summary>What sort of thing it is.</summary>
    public required ResourceKind Kind { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Where it is; the address begins with https.</summary>
    public required string Url { get; init; }
}

/// <summary>What is new about a resource. What is left out stays; null clears.</summary>
internal sealed class UpdateResourceInput : ResourceInput
{
    /// <summary>The resource's id.</summary>
    [Id]
    public required string Resource { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }

    /// <summary>What sort of thing it is.</summary>
    public ResourceKind? Kind { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>Where it is; the address begins with https.</summary>
    public string? Url { get; init; }
}

/// <summary>The resource that is to be shown to others.</summary>
internal sealed class PublishResourceInput : MutationInput
{
    /// <summary>The resource's id.</summary>
    [Id]
    public required string Resource { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }
}

/// <summary>What changes the resources of a team.</summary>
internal sealed class ResourceMutations : ITypeExtension<Mutation>
{
    public void Extend(Mutation type)
    {
        type.Add<AddResourceInput, Resource, ResourceType>(
            "addResource", "Adds a video, page or document of your team, as a draft.", AddAsync, [typeof(NotAMember), typeof(NotFound), typeof(TooMany), typeof(NotAtEvent), .. InputErrors.OfTexts]);
        type.Add<UpdateResourceInput, Resource, ResourceType>(
            "updateResource", "Changes what your team says of a video, page or document.", UpdateAsync, [.. InputErrors.OfRows, typeof(TranscriptMissing), typeof(NotAtEvent), .. InputErrors.OfTexts]);
        type.Add<PublishResourceInput, Resource, ResourceType>(
            "publishResource", "Shows your team's resource to whoever sees your team. A video needs a transcript or captions.", PublishAsync, [.. InputErrors.OfRows, typeof(TranscriptMissing)]);
        type.AddDeletion<Resource, ResourceType>("resources", ResourceRules.MaxOfTeam);
    }

    private static async Task<Resource?> AddAsync(Change change, AddResourceInput input)
    {
        if (await change.OwnTeamAsync(input.Team) is not { } team)
            return null;
        var keys = await change.Db.Resources.Where(other => other.TeamId == team.Id).Select(other => other.Key).ToListAsync(change.Cancel);
        if (keys.Count >= ResourceRules.MaxOfTeam)
            change.Refuse(new TooMany("resources", ResourceRules.MaxOfTeam));
        var resource = new Resource { TeamId = team.Id, Key = "", Kind = input.Kind, Title = "", Url = "", CreatedAt = change.Now };
        await FillAsync(change, input, resource, input.Title, input.Url);
        resource.Key = Key.From(resource.Title, keys.ToHashSet());
        change.Db.Add(resource);
        return resource;
    }

    private static async Task<Resource?> UpdateAsync(Change change, UpdateResourceInput input)
    {
        if (await change.OwnAsync<Resource>(input.Resource, "resource") is not { } resource || !change.IsCurrent(resource, input.Version))
            return null;
        change.Choice(input, "kind", input.Kind, kind => resource.Kind = kind);
        await FillAsync(change, input, resource, input.Title, input.Url);
        if (resource.PublishedAt is not null)
            Demand(change, resource);
        return resource;
    }

    private static async Task<Resource?> PublishAsync(Change change, PublishResourceInput input)
    {
        if (await change.OwnAsync<Resource>(input.Resource, "resource") is not { } resource || !change.IsCurrent(resource, input.Version))
            return null;
        Demand(change, resource);
        resource.PublishedAt ??= change.Now;
        return resource;
    }

    private static async Task FillAsync(Change change, ResourceInput input, Resource resource, string? title, string? url)
    {
        change.Text(input, ResourceRules.Title, title, text => resource.Title = text!);
        change.Text(input, ResourceRules.Url, url, text =>
        {
            if (ResourceRules.TryReadAddress(text!, out var address))
                resource.Url = address;
            else
                change.Refuse(new InvalidText(ResourceRules.Url.Field, "must be a whole address that begins with https://, without a name and password in it"));
        });
        change.Text(input, ResourceRules.Transcript, input.Transcript, text => resource.Transcript = text);
        if (input.Gives("hasCaptions"))
            resource.HasCaptions = input.HasCaptions ?? false;
        await change.ShowAtAsync(input, input.Event, resource, resource.TeamId);
    }

    private static void Demand(Change change, Resource resource)
    {
        if (resource is { Kind: ResourceKind.Video, Transcript: null, HasCaptions: false })
            change.Refuse(new TranscriptMissing(ResourceRules.Transcript.Field));
    }
}
