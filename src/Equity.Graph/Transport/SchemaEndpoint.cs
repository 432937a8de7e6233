using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;

namespace Equity.Graph.Transport;

/// <summary>Serves the schema as text, to whom may read it from the graph itself.</summary>
internal sealed class SchemaEndpoint(SignIn signIn, NoIntrospection introspection, EquitySchema schema, HttpAnswers answers)
{
    public const string Path = GraphQLEndpoint.Path + "/schema.graphql";

    private readonly Lazy<byte[]> text = new(() => System.Text.Encoding.UTF8.GetBytes(schema.Sdl));

    public async Task AnswerAsync(HttpContext http)
    {
        if (await signIn.ViewerAsync(http.Request.Headers.Authorization, http.RequestAborted) is not { } viewer)
            await answers.RefuseTokenAsync(http);
        else if (!introspection.Allows(viewer))
            await answers.RefuseAsync(http, new RequestError("INTROSPECTION", "The schema is shown to some roles only. Sign in with one of them.") { Status = StatusCodes.Status403Forbidden });
        else
            await HttpAnswers.WriteAsync(http, body => body.WriteAsync(text.Value, http.RequestAborted).AsTask(), "text/plain", viewer);
    }
}
