using System.Net;
using Equity.Graph.Mailing;
using Equity.Graph.Notifications;
using Equity.Graph.Tests.Forgetting;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Mailing;

/// <summary>Who is mailed about what waits, when, and how people end it.</summary>
public class MailTests
{
    [Fact]
    public async Task A_person_is_mailed_once_that_there_is_something_to_read_and_not_what_teams_wrote()
    {
        await using var host = await StartAsync();
        await host.ProposeAsync();
        await host.RoundAsync();
        await host.RoundAsync();
        var mail = Assert.Single(host.Mails.Taken);
        Assert.Equal(("ben@trust.example", "equity@trust.example", "Another team asks whether your teams could be friends to call on"), (mail.To.Mailboxes.Single().Address, mail.From.Mailboxes.Single().Address, mail.Subject));
        Assert.Equal((host.Clock.GetUtcNow(), "auto-generated", "List-Unsubscribe=One-Click"), (mail.Date, mail.Headers["Auto-Submitted"], mail.Headers["List-Unsubscribe-Post"]));
        Assert.Contains("https://equity.trust.example/\r\n", mail.TextBody!.ReplaceLineEndings("\r\n"), StringComparison.Ordinal);
        Assert.Contains(StopAddressOf(mail), mail.TextBody!.ReplaceLineEndings(""), StringComparison.Ordinal);
        Assert.All(["harbour", "4711", "Otters", "Herons"], word => Assert.DoesNotContain(word, mail.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Each_kind_of_news_is_a_sentence_that_names_nobody() => Assert.All(Enum.GetValues<NotificationKind>(), kind =>
        Assert.Matches("^(Another|Your) team [^“]+[.?]$|^An event [^“]+[.]$", new Notification { Kind = kind, FriendshipId = kind is >= NotificationKind.FriendshipProposed and <= NotificationKind.FriendPaused ? 1 : null }.TextWithoutNames()));

    [Fact]
    public async Task One_click_without_signing_in_ends_mail_of_that_kind_and_opening_the_link_does_not()
    {
        await using var host = await StartAsync();
        await host.ProposeAsync();
        await host.RoundAsync();
        var stop = StopAddressOf(host.Mails.Taken.Single())["https://equity.trust.example".Length..];
        using var anyone = host.CreateClient();
        using (var opened = await anyone.GetAsync(stop))
            Assert.Contains("friendship proposed", await opened.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("[]", (await host.DoAsync("ben", "{ viewer { mail { refused } } }")).At("viewer", "mail", "refused").GetRawText());
        using (var madeUp = await anyone.PostAsync(stop[..^2], OneClick()))
            Assert.Equal(HttpStatusCode.NotFound, madeUp.StatusCode);
        // Twice: a mail program may try again.
        for (var i = 0; i < 2; i++)
        {
            using var stopped = await anyone.PostAsync(stop, OneClick());
            Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        }
        Assert.Equal("""["FRIENDSHIP_PROPOSED"]""", (await host.DoAsync("ben", "{ viewer { mail { refused } } }")).At("viewer", "mail", "refused").GetRawText());
        await host.ProposeAsync();
        await host.RoundAsync();
        Assert.Single(host.Mails.Taken);
        Assert.Equal(0, (await host.DoAsync("ben", "mutation { chooseMail(input: { kind: \"FRIENDSHIP_PROPOSED\", wanted: true }) { refused } }")).At("chooseMail", "refused").GetInt32());
        await host.RoundAsync();
        Assert.Equal(2, host.Mails.Taken.Count);

        static FormUrlEncodedContent OneClick() => new(new Dictionary<string, string> { ["List-Unsubscribe"] = "One-Click" });
    }

    [Fact]
    public async Task Nobody_is_mailed_who_has_read_it_or_wants_no_mail_or_whose_address_nobody_vouches_for()
    {
        await using var host = await StartAsync();
        await host.ProposeAsync();
        var waiting = (await host.DoAsync("ben", "{ viewer { notifications { id } } }")).At("viewer", "notifications")[0].Text("id");
        await host.DoAsync("ben", $"mutation {{ markNotificationsRead(input: {{ notifications: [\"{waiting}\"] }}) {{ marked }} }}");
        await host.RoundAsync();
        await host.DoAsync("ben", "mutation { chooseMail(input: { wanted: false }) { refused } }");
        await host.ProposeAsync();
        await host.RoundAsync();
        using var eve = host.ClientWith(("sub", "eve"), ("email", "victim@trust.example"), ("email_verified", false));
        var (from, to) = (await host.TeamAsync("ann", "Asking Eve"), await host.TeamAsync("eve", "Eves", eve));
        await host.DoAsync("ann", $"mutation {{ proposeFriendship(input: {{ from: \"{from}\", to: \"{to}\" }}) {{ friendship {{ id }} errors {{ __typename }} }} }}");
        await host.RoundAsync();
        Assert.Equal((0, 0), (host.Mails.Taken.Count, host.Mails.Visits));
        Assert.Empty(await Remains.OfAsync(host.Data, "victim@"));
    }

    [Fact]
    public async Task A_server_that_is_down_is_tried_again_after_growing_waits_until_it_is_given_up_and_said_so()
    {
        await using var host = await StartAsync();
        host.Mails.IsDown = true;
        await host.ProposeAsync();
        for (var tries = 1; tries <= MailRound.MostTries; tries++)
        {
            await host.RoundAsync();
            Assert.Equal(tries, host.Mails.Visits);
            host.Clock.Advance(MailRound.WaitAfter(tries) - TimeSpan.FromSeconds(1));
            await host.RoundAsync();
            Assert.Equal(tries, host.Mails.Visits);
            host.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        host.Mails.IsDown = false;
        await host.RoundAsync();
        Assert.Equal((MailRound.MostTries, 0), (host.Mails.Visits, host.Mails.Taken.Count));
        Assert.Equal(1, (await host.DoAsync("ben", "{ viewer { mail { givenUp } } }")).At("viewer", "mail", "givenUp").GetInt32());
    }

    [Fact]
    public async Task An_address_that_the_server_refuses_for_good_is_not_tried_again_and_keeps_nobody_waiting()
    {
        await using var host = await StartAsync();
        await host.ProposeAsync(3);
        var asked = 0;
        host.Mails.Answer = _ => Interlocked.Increment(ref asked) == 1 ? "550 No such person" : "250 OK";
        await host.RoundAsync();
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.RoundAsync();
        Assert.Equal((3, 2), (asked, host.Mails.Taken.Count));
    }

    [Fact]
    public async Task Two_processes_send_each_mail_once()
    {
        await using var host = await StartAsync();
        await host.ProposeAsync(30);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(host.RoundAsync)));
        Assert.Equal((30, 30), (host.Mails.Taken.Count, host.Mails.Taken.Select(mail => mail.MessageId).Distinct().Count()));
    }

    [Fact]
    public async Task What_a_process_had_claimed_when_it_was_killed_another_sends_after_a_while()
    {
        await using var host = await StartAsync();
        await host.ProposeAsync();
        await host.RoundAsync();
        // As a process leaves it that is killed before it has sent: claimed, and not sent.
        await using var db = await host.OpenAsync();
        await db.Set<MailDelivery>().ExecuteUpdateAsync(row => row.SetProperty(each => each.State, MailState.Waits).SetProperty(each => each.NextAt, host.Clock.GetUtcNow().UtcDateTime + MailRound.Lease));
        await host.RoundAsync();
        Assert.Single(host.Mails.Taken);
        host.Clock.Advance(MailRound.Lease);
        await host.RoundAsync();
        Assert.Single(host.Mails.Taken.Select(mail => mail.MessageId).Distinct());
        Assert.Equal(2, host.Mails.Taken.Count);
    }

    [Fact]
    public async Task After_a_week_of_downtime_nobody_is_mailed_about_what_is_old_by_now()
    {
        await using var host = await StartAsync();
        await host.ProposeAsync();
        host.Clock.Advance(TimeSpan.FromDays(7));
        await host.RoundAsync();
        Assert.Empty(host.Mails.Taken);
        await host.ProposeAsync();
        await host.RoundAsync();
        Assert.Single(host.Mails.Taken);
    }

    [Fact]
    public async Task Who_is_forgotten_takes_along_the_address_and_what_was_wished_for()
    {
        await using var host = await StartAsync();
        await host.ProposeAsync();
        await host.DoAsync("ben", "mutation { chooseMail(input: { kind: \"TEAM_ARCHIVED\", wanted: false }) { refused } }");
        await host.RoundAsync();
        Assert.NotEmpty(await Remains.OfAsync(host.Data, "ben@trust"));
        await host.DoAsync("ben", "mutation { forgetPerson(input: {}) { rows } }");
        Assert.Empty(await Remains.OfAsync(host.Data, "ben@trust"));
        await using var db = await host.OpenAsync();
        Assert.Equal((0, 0), (await db.Set<MailRefusal>().CountAsync(), await db.Set<MailDelivery>().IgnoreQueryFilters().CountAsync()));
    }

    private static async Task<MailHost> StartAsync()
    {
        var host = new MailHost();
        await host.StartAsync();
        return host;
    }

    private static string StopAddressOf(MimeKit.MimeMessage mail) => mail.Headers["List-Unsubscribe"]!.Trim('<', '>');
}
