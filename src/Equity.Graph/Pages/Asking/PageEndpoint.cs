using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Pages.Forms;
using Equity.Graph.Pages.Problems;
using Equity.Graph.Pages.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Equity.Graph.Pages.Asking;

/// <summary>Serves a page: GET shows it, POST does what one of its forms asks for and leads on.</summary>
internal static class PageEndpoint
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, PropertyInfo>> Parameters = new();

    /// <summary>Serves a page at an address.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="pattern">The address; its parts in braces are the component's parameters.</param>
    public static void MapPage<T>(this IEndpointRouteBuilder routes, string pattern) where T : IComponent =>
        routes.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post], http => http.AnswerPageAsync<T>()).WithDisplayName(typeof(T).Name);

    /// <summary>Answers a request with a page.</summary>
    public static async Task AnswerPageAsync<T>(this HttpContext http) where T : IComponent
    {
        http.ProtectPage();
        try
        {
            var request = await BeginAsync(http);
            if (!HttpMethods.IsPost(http.Request.Method) || await http.RequestServices.GetRequiredService<Posting>().DoAsync(request) is not { } next)
                await http.ShowAsync<T>(http.Request.RouteValues);
            else
                (http.Response.StatusCode, http.Response.Headers.Location) = (StatusCodes.Status303SeeOther, next);
        }
        catch (PageFault fault) when (!http.Response.HasStarted)
        {
            await http.ShowFaultAsync(fault);
        }
        catch (Exception fault) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            http.RequestServices.GetRequiredService<ILogger<PageFault>>().LogError(fault, "The page {Page} could not be shown.", typeof(T).Name);
            await http.ShowFaultAsync(new PageFault(StatusCodes.Status500InternalServerError, "Something went wrong on our side."));
        }
    }

    /// <summary>Says who asks, and turns away who asks too often or sees nothing without signing in.</summary>
    public static async Task<PageRequest> BeginAsync(HttpContext http)
    {
        var viewer = await http.PageViewerAsync();
        var request = http.RequestServices.GetRequiredService<PageRequest>();
        request.Begin(http, viewer);
        var rates = http.RequestServices.GetRequiredService<RequestRates>();
        if ((rates.OfAddress(http.Connection.RemoteIpAddress) ?? rates.OfViewer(viewer.Partition)) is { } tooOften)
            throw new PageFault(StatusCodes.Status429TooManyRequests, tooOften.Message) { RetryAfter = tooOften.Seconds };
        return request;
    }

    /// <summary>A component as the answer. Parts of the address that it does not take are left out.</summary>
    private static Task ShowAsync<T>(this HttpContext http, IEnumerable<KeyValuePair<string, object?>> values) where T : IComponent
    {
        var taken = Parameters.GetOrAdd(typeof(T), type => type.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute))).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase));
        var given = values.Where(value => value.Value is not null && taken.ContainsKey(value.Key)).ToDictionary(value => taken[value.Key].Name, value => value.Value);
        var status = http.RequestServices.GetRequiredService<PageRequest>().Posted is { } refused ? refused.Status : StatusCodes.Status200OK;
        return new RazorComponentResult<T>(given) { StatusCode = status, PreventStreamingRendering = true }.ExecuteAsync(http);
    }

    /// <summary>Why a page cannot be shown, as a page. Who has not signed in is asked to where that is what is missing.</summary>
    public static Task ShowFaultAsync(this HttpContext http, PageFault fault)
    {
        if (fault.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden && !http.RequestServices.GetRequiredService<PageRequest>().Viewer.IsSignedIn)
        {
            http.Response.Redirect(SignInAddress.With(HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : http.Request.Path));
            return Task.CompletedTask;
        }
        // The component that gave up has set this header already, and a second one adds it again.
        http.Response.Headers.Remove("blazor-enhanced-nav");
        if (fault.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return new RazorComponentResult<ProblemPage>(new { fault.Status, fault.Message, fault.RetryAfter }) { StatusCode = fault.Status, PreventStreamingRendering = true }.ExecuteAsync(http);
    }
}
