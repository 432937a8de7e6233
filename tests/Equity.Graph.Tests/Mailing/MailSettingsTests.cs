using Equity.Graph.Mailing;

namespace Equity.Graph.Tests.Mailing;

public class MailSettingsTests
{
    [Theory]
    [InlineData(null, null, null, true)]
    [InlineData("mail.example", "equity@trust.example", "https://equity.trust.example", true)]
    [InlineData("mail.example", null, "https://equity.trust.example", false)]
    [InlineData("mail.example", "not an address <", "https://equity.trust.example", false)]
    [InlineData("mail.example", "equity@trust.example", null, false)]
    [InlineData("mail.example", "equity@trust.example", "ftp://equity.trust.example", false)]
    public void A_mail_server_needs_a_sender_and_an_address_for_links(string? host, string? from, string? address, bool isComplete) =>
        Assert.Equal(isComplete, new MailSettings { Host = host, From = from, PublicAddress = address is null ? null : new Uri(address) }.IsComplete());

    [Fact]
    public void Waits_grow_from_a_minute_to_some_hours() =>
        Assert.Equal([1, 4, 16, 64, 256], Enumerable.Range(1, 5).Select(tries => MailRound.WaitAfter(tries).TotalMinutes));
}
