using System.Text.Encodings.Web;
using System.Text.Json;
using Equity.Graph.Inequities;
using Equity.Graph.Learning;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Programmes;
using Equity.Graph.Rules;
using Equity.Graph.Support;
using Equity.Graph.Teams;

namespace Equity.Graph.Persistence.Exchange;

/// <summary>Writes rows as lines that import reads: fields in a fixed order, without those that are empty.</summary>
internal sealed class ExportLines(Stream to, bool withNames, NamedRows<Programme> programmes, NamedRows<Organisation> organisations) : IAsyncDisposable
{
    private readonly Utf8JsonWriter json = new(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private readonly List<string> remarks = [];

    /// <summary>What ought to be looked at.</summary>
    public IReadOnlyList<string> Remarks => remarks;

    /// <summary>Writes a programme's line, where it says more than the teams' lines do: more than its name and the numbers of its phases.</summary>
    public void Write(Programme programme)
    {
        var saysMore = programme.SharedAim is not null || programme.Phases.Exists(phase => (phase.Name ?? phase.SharedAim) is not null)
            || programme.Key != Key.From(programme.Name) || programmes.SharesItsName(programme);
        if (!saysMore)
            return;
        json.WriteStartObject();
        json.WriteString("kind", "programme");
        json.WriteString("key", programme.Key);
        json.WriteString("name", programme.Name);
        Text("sharedAim", programme.SharedAim);
        List("phases", programme.Phases.OrderBy(phase => phase.Number), phase =>
        {
            json.WriteNumber("number", phase.Number);
            Text("name", phase.Name);
            Text("sharedAim", phase.SharedAim);
        });
        EndLine(programme.Key);
    }

    /// <summary>Writes a team's line, with all that belongs to it.</summary>
    public void Write(Team team)
    {
        json.WriteStartObject();
        json.WriteString("key", team.Key);
        json.WriteString("name", team.Name);
        Text("organisation", team.Organisation is { } organisation ? organisations.ReferenceTo(organisations.Find(organisation.Key)!) : null);
        json.WriteString("service", team.Service);
        Text("locality", team.Locality);
        Text("programme", team.Programme is { } programme ? programmes.ReferenceTo(programmes.Find(programme.Key)!) : null);
        Number("phase", team.Phase);
        Choice("stage", (Stage?)team.Stage);
        Choice("involvement", team.Involvement);
        Choice("coProduction", team.CoProduction);
        Text("coProductionPlan", team.CoProductionPlan);
        Number("progressScore", team.ProgressScore);
        Number("coachScore", team.CoachScore);
        Number("friendCapacity", team.FriendCapacity);
        Text("pausedUntil", team.PausedUntil is { } day ? Written.Day(day) : null);
        Text("createdAt", Written.Instant(team.CreatedAt));
        Text("aim", team.Aim);
        Text("summary", team.Summary);
        List("members", team.Members.OrderBy(m => m.Key, StringComparer.Ordinal), WriteMember);
        List("inequities", team.Inequities.OrderBy(i => i.Key, StringComparer.Ordinal), WriteInequity);
        List("asks", team.Asks.OrderBy(a => a.Key, StringComparer.Ordinal), WriteAsk);
        List("offers", team.Offers.OrderBy(o => o.Key, StringComparer.Ordinal), WriteOffer);
        List("learning", team.Learning.OrderBy(l => l.Key, StringComparer.Ordinal), WriteLearning);
        EndLine(team.Key);
    }

    public Task FlushAsync(CancellationToken cancel) => to.FlushAsync(cancel);

    public ValueTask DisposeAsync() => json.DisposeAsync();

    private void WriteMember(TeamMember member)
    {
        json.WriteString("key", member.Key);
        Choice("role", (TeamRole?)member.Role);
        Text("name", withNames ? member.Name : null);
        Choice("nameFor", (NameFor?)member.NameFor);
    }

    private void WriteInequity(Inequity inequity)
    {
        json.WriteString("key", inequity.Key);
        json.WriteString("title", inequity.Title);
        Choice("dimension", (InequityDimension?)inequity.Dimension);
        json.WriteString("population", inequity.Population);
        Choice("kind", inequity.Kind);
        Text("evidence", inequity.Evidence);
        if (inequity.Core20Plus5.Count > 0)
        {
            json.WriteStartArray("core20Plus5");
            foreach (var part in inequity.Core20Plus5.Distinct().Order())
                json.WriteStringValue(ContractName.Of(part));
            json.WriteEndArray();
        }
        Choice("status", (InequityStatus?)inequity.Status);
        Text("createdAt", Written.Instant(inequity.CreatedAt));
    }

    private void WriteAsk(Ask ask)
    {
        json.WriteString("key", ask.Key);
        json.WriteString("text", ask.Text);
        Choice("status", (AskStatus?)ask.Status);
        Text("createdAt", Written.Instant(ask.CreatedAt));
    }

    private void WriteOffer(Offer offer)
    {
        json.WriteString("key", offer.Key);
        json.WriteString("text", offer.Text);
        json.WriteBoolean("available", offer.Available);
        Text("createdAt", Written.Instant(offer.CreatedAt));
    }

    private void WriteLearning(SharedLearning learning)
    {
        json.WriteString("key", learning.Key);
        Choice("kind", (LearningKind?)learning.Kind);
        json.WriteString("title", learning.Title);
        json.WriteString("body", learning.Body);
        Text("inequity", learning.Inequity?.Key);
        Text("sharedAt", Written.Instant(learning.SharedAt));
    }

    private void List<T>(string field, IEnumerable<T> rows, Action<T> write)
    {
        var any = false;
        foreach (var row in rows)
        {
            if (!any)
                json.WriteStartArray(field);
            any = true;
            json.WriteStartObject();
            write(row);
            json.WriteEndObject();
        }
        if (any)
            json.WriteEndArray();
    }

    private void Text(string field, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            json.WriteString(field, text);
    }

    private void Number(string field, double? number)
    {
        if (number is { } value)
            json.WriteNumber(field, value);
    }

    private void Choice<T>(string field, T? choice) where T : struct, Enum
    {
        if (choice is { } value)
            json.WriteString(field, ContractName.Of(value));
    }

    private void EndLine(string key)
    {
        json.WriteEndObject();
        json.Flush();
        if (json.BytesCommitted > LineReader.MaxBytes)
            remarks.Add($"{key}: its line is longer than {LineReader.Max}, and import refuses such a line.");
        json.Reset();
        to.WriteByte((byte)'\n');
    }
}
