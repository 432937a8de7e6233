using System.CommandLine;
using System.Globalization;
using Equity.Graph.Peers.Feedback;
using Equity.Graph.Persistence;

namespace Equity.Graph.Commands;

/// <summary>Learns the matcher's weights from what people found of recommendations, and goes back to earlier ones.</summary>
internal static class WeightsCommands
{
    /// <summary>Nothing went wrong, and the weights are as they were.</summary>
    private const int Kept = 2;

    private const string Untouched = "The weights are as they were.";

    private static readonly Option<bool> Fitted = new("--fitted")
    {
        Description = "Goes back to the weights that the program comes with, whatever was learnt.",
    };

    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root)
    {
        var retrain = new Command("retrain", "Learns the weights of recommendations from all answers to rateRecommendation, and uses them if they foretell answers better than those in use by more than chance. Exit code 0: they are in use; 2: the weights are as they were.");
        retrain.SetAction(RetrainAsync);
        root.Subcommands.Add(retrain);
        var unlearn = new Command("unlearn", $"Goes back to the weights that were in use before the last training; a server trains again by itself when {WeightsTraining.NewAnswers} more answers have come. Exit code 2: there is nothing to go back to.") { Fitted };
        unlearn.SetAction(UnlearnAsync);
        root.Subcommands.Add(unlearn);
    }

    private static Task<int> RetrainAsync(ParseResult parsed, CancellationToken cancel) => RunAsync(parsed, async (training, output) =>
    {
        if (await training.LearnAsync(byItself: false, cancel) is not { } trained)
        {
            await output.WriteLineAsync($"Somebody else has just decided about the weights. {Untouched} Try again.");
            return Kept;
        }
        await output.WriteLineAsync(TrainingReport.Of(trained));
        return trained.IsInUse ? 0 : Kept;
    }, cancel);

    private static Task<int> UnlearnAsync(ParseResult parsed, CancellationToken cancel) => RunAsync(parsed, async (training, output) =>
    {
        var back = await training.GoBackAsync(parsed.GetValue(Fitted), cancel);
        await output.WriteLineAsync(back switch
        {
            null => "The weights that the program comes with are in use. There is nothing to go back to.",
            { Answers: 0 } => "The weights that the program comes with are in use again.",
            _ => string.Create(CultureInfo.InvariantCulture, $"The weights that were learnt from {back.Answers:N0} answers before are in use again."),
        });
        return back is null ? Kept : 0;
    }, cancel);

    private static async Task<int> RunAsync(ParseResult parsed, Func<WeightsTraining, TextWriter, Task<int>> run, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var database = Path.Combine(parsed.GetRequiredValue(CommandLine.Data).FullName, Database.FileName);
        if (!File.Exists(database))
        {
            await error.WriteLineAsync($"There is no database at {database}; name its folder with --data. {Untouched}");
            return 1;
        }
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System).AddEquityDatabase(Path.GetDirectoryName(database)!).AddSingleton<WeightsTraining>().BuildServiceProvider();
        return await Outcome.OfAsync(error, database, Untouched, () => run(services.GetRequiredService<WeightsTraining>(), output), cancel);
    }
}
