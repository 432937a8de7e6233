using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Equity.Graph.Execution.Limits;
using Microsoft.Extensions.Time.Testing;

namespace Equity.Graph.Tests.Execution.Limits;

/// <summary>A host where an address has six operations a minute.</summary>
public sealed class PatientHost() : EquityHost(empty: true)
{
    protected override Dictionary<string, string?> Settings => new() { ["Limits:OperationsPerMinutePerAddress"] = "6" };
}

public sealed class RateTests(PatientHost host) : IClassFixture<PatientHost>
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_ask_again()
    {
        var client = host.CreateClient();
        for (var i = 0; i < 6; i++)
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/graphql?query={__typename}")).StatusCode);

        using var refused = await client.PostAsJsonAsync("/graphql", new { query = "{ __typename }" });
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(10), refused.Headers.RetryAfter!.Delta);
        Assert.Equal(
            """{"errors":[{"message":"Too many operations came from your address; the limit is 6 a minute. Try again in 10 s.","extensions":{"code":"RATE","limit":6,"retryAfter":10}}]}""",
            (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetRawText());

        host.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/graphql?query={__typename}")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.GetAsync("/graphql?query={__typename}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/equity.css")).StatusCode);
    }

    [Fact]
    public async Task Who_opens_pages_too_often_gets_a_page_that_says_when_to_come_back()
    {
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        var client = host.CreateClient();
        for (var i = 0; i < 6; i++)
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        using var refused = await client.GetAsync("/");
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(10)), (refused.StatusCode, refused.Headers.RetryAfter!.Delta));
        Assert.Contains("Wait 10 seconds", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void A_viewer_is_counted_apart_from_the_address_and_a_visitor_only_by_it()
    {
        var rates = Rates(perViewer: 2);
        Assert.Null(rates.OfViewer("one", 2));
        Assert.Equal("Too many operations came from you; the limit is 2 a minute. Try again in 30 s.", rates.OfViewer("one")!.Message);
        Assert.Null(rates.OfViewer("two"));
        Assert.Null(rates.OfViewer("", 1_000));
        Assert.Null(rates.OfAddress(IPAddress.Loopback, 2));
    }

    [Fact]
    public void A_refused_operation_does_not_count()
    {
        var rates = Rates(perViewer: 2);
        rates.OfViewer("one", 2);
        for (var i = 0; i < 100; i++)
            Assert.Equal(30, rates.OfViewer("one")!.Seconds);
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(rates.OfViewer("one"));
    }

    [Fact]
    public void What_was_not_used_is_not_saved_for_more_than_a_minute()
    {
        var rates = Rates(perViewer: 2);
        rates.OfViewer("one");
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(rates.OfViewer("one", 2));
        Assert.NotNull(rates.OfViewer("one"));
    }

    [Fact]
    public void More_operations_than_a_minute_has_can_be_had_once_a_minute()
    {
        var rates = Rates(perViewer: 2);
        Assert.Null(rates.OfViewer("one", 10));
        Assert.Equal(60, rates.OfViewer("one", 10)!.Seconds);
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", true)]
    public void Addresses_of_one_network_share_a_count(string one, string other, bool apart)
    {
        var rates = Rates(perViewer: 2);
        Assert.Null(rates.OfAddress(IPAddress.Parse(one), 2));
        Assert.Equal(apart, rates.OfAddress(IPAddress.Parse(other)) is null);
    }

    [Fact]
    public void Many_addresses_do_not_fill_the_memory_and_take_nothing_from_those_who_were_there()
    {
        var rates = Rates(perViewer: 2);
        Assert.Null(rates.OfViewer("known"));
        var admitted = Enumerable.Range(0, 10_000).Count(i => rates.OfViewer($"stranger {i}") is null);
        Assert.Equal(99 + 2, admitted);
        Assert.Null(rates.OfViewer("known"));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(100 + 2, Enumerable.Range(0, 10_000).Count(i => rates.OfViewer($"later {i}") is null));
    }

    private RequestRates Rates(int perViewer) =>
        new(new EquityLimits { OperationsPerMinutePerViewer = perViewer, OperationsPerMinutePerAddress = perViewer, CountedClients = 100 }, clock);
}
