using Microsoft.AspNetCore.Components;

namespace Equity.Graph.Pages.Asking;

/// <summary>A page: it asks the graph by one named document, and shows the answer.</summary>
/// <typeparam name="T">What the document answers.</typeparam>
public abstract class Page<T> : ComponentBase where T : class
{
    /// <summary>What the document answered; there before anything is shown.</summary>
    protected T Answer { get; private set; } = null!;

    [Inject]
    internal PageRequest Request { get; set; } = null!;

    /// <summary>Runs the page's document, by <see cref="PageRequest.AskAsync{T}"/>.</summary>
    protected abstract Task<T> AskAsync();

    /// <inheritdoc/>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        Answer = await AskAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }
}
