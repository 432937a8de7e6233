using System.CommandLine;
using System.Globalization;
using Equity.Graph.Commands;
using Equity.Graph.Tests.Peers.Feedback;
using Equity.Matching;
using Exchange = Equity.Graph.Tests.Persistence.Exchange.Exchange;

namespace Equity.Graph.Tests.Commands;

/// <summary>What retrain and unlearn print, and their exit codes.</summary>
public class WeightsCommandTests
{
    [Fact]
    public async Task What_was_learnt_is_told_in_words_and_can_be_taken_back()
    {
        using var exchange = await Exchange.StartAsync();
        await using (var db = exchange.Open())
            await MadeUpRatings.AddAsync(db, 400, exchange.Time.GetUtcNow().UtcDateTime);
        var (code, output, error) = await RunAsync("retrain", "--data", exchange.Data);
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("Learnt from 400 answers of 20 teams.\n", output, StringComparison.Ordinal);
        Assert.Contains("That is more than chance: the learnt weights are in use from now on.\n", output, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"weights before: inequity {ScoreWeights.Fitted.Inequity:0.000}, population {ScoreWeights.Fitted.Population:0.000},"), output, StringComparison.Ordinal);

        (code, output, _) = await RunAsync("retrain", "--data", exchange.Data);
        Assert.Equal(2, code);
        Assert.Contains("That may be chance: the weights are as they were.", output, StringComparison.Ordinal);

        Assert.Equal((0, "The weights that the program comes with are in use again.\n", ""), await RunAsync("unlearn", "--data", exchange.Data));
        Assert.Equal((2, "The weights that the program comes with are in use. There is nothing to go back to.\n", ""), await RunAsync("unlearn", "--fitted", "--data", exchange.Data));
    }

    [Fact]
    public async Task Too_few_answers_are_said_to_be()
    {
        using var exchange = await Exchange.StartAsync();
        await using (var db = exchange.Open())
            await MadeUpRatings.AddAsync(db, 199, exchange.Time.GetUtcNow().UtcDateTime);
        Assert.Equal(
            (2, "Answers so far that tell whether two teams fit: 199, of teams: 20. It takes 200 of 10 teams, and both sorts of answers. The weights are as they were.\n", ""),
            await RunAsync("retrain", "--data", exchange.Data));
    }

    [Theory]
    [InlineData("retrain")]
    [InlineData("unlearn")]
    public async Task Without_a_database_none_is_made(string command)
    {
        using var exchange = Exchange.WithoutDatabase();
        var (code, _, error) = await RunAsync(command, "--data", exchange.Data);
        Assert.Equal(1, code);
        Assert.StartsWith($"There is no database at {exchange.Data}", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(exchange.Folder));
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var root = CommandLine.Create((_, _) => Task.FromResult(0));
        var code = await root.Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        return (code, output.ToString(), error.ToString());
    }
}
