using Equity.Graph.Persistence.Exchange;
using Microsoft.Extensions.Options;

namespace Equity.Graph.Commands;

/// <summary>How a command ends when it does not end well: one clear sentence and an exit code, never a stack trace for what is not a bug.</summary>
internal static class Outcome
{
    /// <summary>What a shell expects of a program that Ctrl-C has stopped.</summary>
    private const int Stopped = 130;

    /// <summary>Runs a command's work.</summary>
    /// <param name="error">Where sentences go.</param>
    /// <param name="database">The database's path.</param>
    /// <param name="untouched">What is true of the outside after a failure, as a sentence.</param>
    /// <param name="work">The work; returns the exit code.</param>
    /// <param name="cancel">Ctrl-C.</param>
    public static async Task<int> OfAsync(TextWriter error, string database, string untouched, Func<Task<int>> work, CancellationToken cancel)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await error.WriteLineAsync($"Stopped. {untouched}");
            return Stopped;
        }
        catch (OptionsValidationException fault)
        {
            await error.WriteLineAsync($"The settings cannot be used. {string.Join(' ', fault.Failures)} {untouched}");
            return 1;
        }
        // How the framework says that a setting is no number, or neither true nor false.
        catch (InvalidOperationException fault) when (fault.InnerException is FormatException && fault.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal))
        {
            await error.WriteLineAsync($"The settings cannot be used. {fault.Message} {untouched}");
            return 1;
        }
        catch (Exception fault) when (StorageFault.Sentence(fault, database) is not null)
        {
            await error.WriteLineAsync($"{StorageFault.Sentence(fault, database)} {untouched}");
            return 1;
        }
    }
}
