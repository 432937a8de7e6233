using System.Text.Json;
using Equity.Graph.Execution;
using Equity.Graph.Tests.Events.Harvest;
using Equity.Graph.Tests.Events.Panels;
using Equity.Graph.Tests.Transport;

namespace Equity.Graph.Tests.Events;

/// <summary>The documents of schema/operations about panels and about what tables heard, one after another, as a page would run them.</summary>
public class NamedDocumentTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task A_panel_is_asked_voted_merged_answered_and_read()
    {
        var team = await host.PublishAsync("grace", "Documents Ask");
        var gathering = await host.MeetAsync("Documents of a Panel", ("grace", team));
        using var events = await EventClient.OpenAsync(host, Operations.Text("QuestionAsked").Replace("$event: ID!", $"$event: ID! = \"{gathering}\"", StringComparison.Ordinal));
        var question = (await RunAsync("grace", "AskPanel", new { @event = gathering, text = "Who pays the bus?", team = team.Id })).At("askPanel", "panelQuestion");
        Assert.Equal(question.Text("id"), (await events.NextAsync()).Data.At("data", "questionAsked").Text("id"));
        var other = (await RunAsync("amina", "AskPanel", new { @event = gathering, text = "Who pays for the bus?" })).At("askPanel", "panelQuestion");
        var key = (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Event { key } } }", new { id = gathering })).At("node").Text("key");
        Assert.Equal(2, (await RunAsync("tom", "SimilarQuestions", new { key, text = "Who pays the bus fare?" })).At("event", "panel", "similar").GetArrayLength());
        Assert.Equal(1, (await RunAsync("tom", "VoteForQuestion", new { question = question.Text("id") })).At("voteForQuestion", "panelQuestion", "votes").GetInt32());
        Assert.Equal(0, (await RunAsync("tom", "TakeBackVote", new { question = question.Text("id") })).At("takeBackVote", "panelQuestion", "votes").GetInt32());
        Assert.Equal(1, (await RunAsync("lead", "MergeQuestions", new { question = question.Text("id"), duplicates = new[] { other.Text("id") } })).At("mergeQuestions", "panelQuestion", "merged").GetArrayLength());
        var answered = (await RunAsync("lead", "AnswerQuestion", new { question = question.Text("id"), text = "We all do.", byRole = "SPONSOR", lasts = true })).At("answerQuestion", "panelQuestion", "answers")[0];
        Assert.Equal("Documents Ask", answered.At("learning", "team").Text("name"));
        var panel = (await RunAsync(EquityHost.Visitor, "Panel", new { key })).At("event", "panel");
        Assert.Equal("We all do.", Assert.Single(panel.Nodes("questions")).At("answers")[0].Text("text"));
        Assert.Equal("Who pays the bus?", Assert.Single((await RunAsync(EquityHost.Visitor, "WhatWasHeard", new { key })).Nodes("event", "harvest")).Text("title"));
    }

    [Fact]
    public async Task What_tables_heard_is_written_merged_and_published()
    {
        var (ours, theirs) = (await host.PublishAsync("amina", "Documents Write"), await host.PublishAsync("grace", "Documents Tell"));
        var gathering = await host.MeetAsync("Documents of a Harvest", ("amina", ours), ("grace", theirs));
        await host.SeatAsync(gathering, [ours, theirs]);
        var note = (await RunAsync("amina", "Harvest", new { @event = gathering, kind = "WORKED", text = "Fares were paid in advance.", from = theirs.Id })).At("harvest", "harvestNote").Text("id");
        var other = (await RunAsync("grace", "Harvest", new { @event = gathering, kind = "WORKED", text = "The fares were paid in advance.", from = theirs.Id, title = "Fares" })).At("harvest", "harvestNote").Text("id");
        var notes = (await RunAsync("lead", "HarvestNotes", new { key = "documents-of-a-harvest" })).At("event");
        Assert.Equal((1, 2), (notes.At("harvestGroups").GetArrayLength(), notes.At("harvestNotes", "totalCount").GetInt32()));
        await RunAsync("lead", "MergeHarvestNotes", new { note = other, duplicates = new[] { note } });
        var heard = (await RunAsync("lead", "PublishHarvest", new { @event = gathering })).At("publishHarvest", "event");
        Assert.Equal(("Fares", "Documents Tell"), (Assert.Single(heard.Nodes("harvest")).Text("title"), heard.Nodes("harvest")[0].At("team").Text("name")));
    }

    /// <summary>Runs a named document that must succeed; an error of a payload fails too.</summary>
    private async Task<JsonElement> RunAsync(string persona, string operation, object variables)
    {
        var data = await host.DataAsync(Operations.Text(operation), variables, persona);
        Assert.All(data.EnumerateObject(), field => Assert.False(field.Value.TryGetProperty("errors", out var errors) && errors.ValueKind != JsonValueKind.Null, field.Value.ToString()));
        return data;
    }
}
