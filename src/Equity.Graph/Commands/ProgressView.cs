using System.Globalization;
using Equity.Graph.Persistence.Exchange;
using Spectre.Console;

namespace Equity.Graph.Commands;

/// <summary>Shows how far an import is: bars on a terminal, a plain line every ten per cent elsewhere.</summary>
internal static class ProgressView
{
    /// <summary>Runs work that reports its progress, and shows it.</summary>
    public static Task<T> ShowAsync<T>(TextWriter error, Func<IProgress<ImportProgress>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
            return work(new Lines(error));
        return AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) }).Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bars(context)));
    }

    private static string Unit(ImportStep step) => step == ImportStep.Reading ? "bytes" : "texts";

    private sealed class Lines(TextWriter error) : IProgress<ImportProgress>
    {
        private readonly Lock gate = new();
        private ImportStep step;
        private long tenths;

        public void Report(ImportProgress value)
        {
            if (value.Total == 0)
                return;
            lock (gate)
            {
                if (value.Step != step)
                    (step, tenths) = (value.Step, 0);
                if (step == ImportStep.Storing)
                {
                    if (value.Done == 0)
                        error.WriteLine("Storing.");
                    return;
                }
                if (value.Done * 10 / value.Total is var now && now <= tenths)
                    return;
                tenths = now;
                error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step}: {now * 10} % ({value.Done:N0} of {value.Total:N0} {Unit(step)})"));
            }
        }
    }

    private sealed class Bars(ProgressContext context) : IProgress<ImportProgress>
    {
        private readonly Dictionary<ImportStep, ProgressTask> bars = [];
        private readonly Lock gate = new();

        public void Report(ImportProgress value)
        {
            lock (gate)
            {
                if (!bars.TryGetValue(value.Step, out var bar))
                    bars.Add(value.Step, bar = context.AddTask(value.Step.ToString()));
                bar.IsIndeterminate = value.Step == ImportStep.Storing;
                bar.MaxValue = Math.Max(1, value.Total);
                bar.Value = Math.Max(bar.Value, value.Total == 0 ? 1 : value.Done);
            }
        }
    }
}
