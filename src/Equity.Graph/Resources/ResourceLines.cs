using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Merging;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Resources;

/// <summary>Videos, pages and documents of teams in import and export files. What sort of thing one is stands in "resourceKind", since "kind" is that of the line.</summary>
internal sealed class ResourceLines() : TeamLineKind<Resource>(ResourceRules.MaxOfTeam)
{
    public override string Name => "resource";

    public override FieldNames Names { get; } = new(
        "a resource", ["team", "key", "event", "resourceKind", "title", "url", "transcript", "hasCaptions", "publishedAt", "createdAt"], "kind");

    protected override IQueryable<Resource> WithReferences(IQueryable<Resource> rows) => rows.Include(resource => resource.Event);

    protected override Task KnowAsync(IEnumerable<Fields> lines, LineMerge merge, CancellationToken cancel) => merge.KnowEventsAsync(lines.Select(line => line.Peek("event")), cancel);

    protected override Resource New(string key, Team team, DateTime now) => new() { Key = key, Team = team, Kind = default, Title = "", Url = "", CreatedAt = now };

    protected override void Write(Resource row, LineWriter lines)
    {
        lines.Text("event", row.Event?.Key);
        lines.Choice("resourceKind", (ResourceKind?)row.Kind);
        lines.Text("title", row.Title);
        lines.Text("url", row.Url);
        lines.Text("transcript", row.Transcript);
        lines.Flag("hasCaptions", row.HasCaptions);
        lines.Instant("publishedAt", row.PublishedAt);
        lines.Instant("createdAt", row.CreatedAt);
    }

    protected override void Merge(Fields fields, Resource row, Team team, List<Resource> rows, LineMerge merge)
    {
        merge.Event(fields, "event", gathering => (row.Event, row.EventId) = (gathering, gathering is null ? null : row.EventId));
        fields.Choice<ResourceKind>("resourceKind", kind => row.Kind = kind!.Value, required: true);
        fields.Text(ResourceRules.Title, title => row.Title = title!);
        fields.Text(ResourceRules.Url, url =>
        {
            if (ResourceRules.TryReadAddress(url!, out var address))
                row.Url = address;
            else
                fields.Problem(ResourceRules.Url.Field, "must be a whole address that begins with https://, without a name and password in it");
        });
        fields.Text(ResourceRules.Transcript, transcript => row.Transcript = transcript);
        fields.Flag("hasCaptions", has => row.HasCaptions = has ?? false);
        fields.OptionalInstant("publishedAt", at => row.PublishedAt = at);
        fields.Instant("createdAt", at => row.CreatedAt = at);
        if (row is { PublishedAt: not null, Kind: ResourceKind.Video, Transcript: null, HasCaptions: false })
            fields.Problem(ResourceRules.Transcript.Field, "is required of a video that others see, unless hasCaptions is true; or leave publishedAt out");
    }
}
