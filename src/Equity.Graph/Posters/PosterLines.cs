using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Merging;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Posters.Files;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Posters;

/// <summary>Posters in import and export files. Pictures and PDFs stand beside the lines, in a folder of their own; thumbnails are made anew.</summary>
internal sealed class PosterLines() : TeamLineKind<Poster>(PosterRules.MaxOfTeam)
{
    public override string Name => "poster";

    public override FieldNames Names { get; } = new("a poster", ["team", "key", "event", "title", "altText", "summary", "image", "pdf", "publishedAt", "createdAt"], "kind");

    protected override IQueryable<Poster> WithReferences(IQueryable<Poster> rows) => rows.Include(poster => poster.Event);

    protected override Task KnowAsync(IEnumerable<Fields> lines, LineMerge merge, CancellationToken cancel) => merge.KnowEventsAsync(lines.Select(line => line.Peek("event")), cancel);

    protected override Poster New(string key, Team team, DateTime now) => new() { Key = key, Team = team, Title = "", CreatedAt = now };

    protected override void Write(Poster row, LineWriter lines)
    {
        lines.Text("event", row.Event?.Key);
        lines.Text("title", row.Title);
        lines.Text("altText", row.AltText);
        lines.Text("summary", row.Summary);
        lines.File("image", PosterFile.OfImage(row));
        lines.File("pdf", PosterFile.OfPdf(row));
        lines.Instant("publishedAt", row.PublishedAt);
        lines.Instant("createdAt", row.CreatedAt);
    }

    protected override void Merge(Fields fields, Poster row, Team team, List<Poster> rows, LineMerge merge)
    {
        merge.Event(fields, "event", gathering => (row.Event, row.EventId) = (gathering, gathering is null ? null : row.EventId));
        fields.Text(PosterRules.Title, title => row.Title = title!);
        fields.Text(PosterRules.AltText, text => row.AltText = text);
        fields.Text(PosterRules.Summary, summary => row.Summary = summary);
        fields.OptionalInstant("publishedAt", at => row.PublishedAt = at);
        fields.Instant("createdAt", at => row.CreatedAt = at);
        var (image, pdf) = (row.Image is not null, row.Pdf is not null);
        fields.Text(PosterFile.Image, name => image = name is null ? Clear(row.RemoveImage) : name == PosterFile.OfImage(row)?.Name || Take(fields, PosterFile.Image, name, row, merge) || image);
        fields.Text(PosterFile.Pdf, name => pdf = name is null ? Clear(() => row.Pdf = null) : name == PosterFile.OfPdf(row)?.Name || Take(fields, PosterFile.Pdf, name, row, merge) || pdf);
        Demand(fields, row, image || pdf, merge);
    }

    private static bool Clear(Action clear)
    {
        clear();
        return false;
    }

    /// <summary>Has a file taken on before the rows are stored; whether it is there. One that is not is no problem: the text stays of worth.</summary>
    private static bool Take(Fields fields, TextRule field, string name, Poster row, LineMerge merge)
    {
        var file = PosterFile.Find(merge.Folder, name);
        if (file is null)
        {
            merge.Run.Remarks.Add(fields.PlaceOf(field.Field), $"{Written.Quoted(name)} is not in the folder {PosterFile.FolderName}/ beside the input; put it there and import again.");
            return false;
        }
        if (file.Problem(isPicture: field == PosterFile.Image) is { } problem)
            fields.Problem(field.Field, problem);
        else
            merge.Run.Before((blobs, cancel) => file.TakeOnAsync(row, blobs, cancel));
        return true;
    }

    /// <summary>Who cannot see a poster, or not read much, is told as much as everybody else.</summary>
    private static void Demand(Fields fields, Poster row, bool hasFile, LineMerge merge)
    {
        if (row.PublishedAt is null)
            return;
        if (row.AltText is null)
            fields.Problem(PosterRules.AltText.Field, "is required of a poster that others see; or leave publishedAt out");
        if (row.Summary is null)
            fields.Problem(PosterRules.Summary.Field, "is required of a poster that others see; or leave publishedAt out");
        if (hasFile)
            return;
        row.PublishedAt = null;
        merge.Run.Remarks.Add(fields.PlaceOf("publishedAt"), "the poster has neither picture nor PDF and stays a draft.");
    }
}
