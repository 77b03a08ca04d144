using System.Globalization;
using System.Net;
using System.Text.Json;
using EmulationFunctions.StandIn.Rpc;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace EmulationFunctions.StandIn;

/// <summary>
/// What a request to a function goes through: it is sent on to the worker's own web server with the invocation's id, the
/// invocation goes over the stream, and the caller gets what the worker's server answers.
/// </summary>
internal static class Forwarding
{
    /// <summary>The host's limit of a body.</summary>
    public const long MostBytes = 104_857_600;

    private const string Invocation = "x-ms-invocation-id";

    private static readonly TimeSpan LongestWaitForServer = TimeSpan.FromSeconds(5);

    /// <summary>For the worker's answer when its function has failed or nobody waits for it.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    /// <summary>What belongs to one connection, and what the caller may not say: the worker gets the host's own view. Nor the worker's date: answers are dated by the clock of the stand-in.</summary>
    private static readonly HashSet<string> NotPassedOn = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Expect", "Host", "Date",
        "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix", Invocation,
    };

    public static async Task HandleAsync(HttpContext context, Worker worker, Function function, RouteValueDictionary route)
    {
        var id = Guid.NewGuid().ToString();
        byte[]? body;
        try
        {
            body = await HeldBodyAsync(context.Request, context.RequestAborted);
        }
        catch (BadHttpRequestException exception)
        {
            context.Response.StatusCode = exception.StatusCode;
            return;
        }

        // The invocation's own token fires when the caller leaves; the web server's a little later, as under the host.
        using var ending = new CancellationTokenSource();
        using var leaving = context.RequestAborted.UnsafeRegister(_ => ending.CancelAfter(LongestRest), null);
        using var unwanted = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var flowing = body is null && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true ? new FlowingContent(context.Request.Body) : null;
        var forwarding = ForwardAsync(context, worker, flowing ?? (HttpContent?)(body is null ? null : new ByteArrayContent(body)), id, ending.Token);
        var succeeded = false;
        try
        {
            var invoking = worker.InvokeAsync(id, function, Metadata(context.Request, body, route), context.Request.Headers.TraceParent, unwanted.Token);
            if (flowing is not null && await Task.WhenAny(flowing.Unreadable, invoking) != invoking && invoking is not { IsCompletedSuccessfully: true, Result: true })
            {
                // The worker may still wait for a request that never came.
                await unwanted.CancelAsync();
                await ending.CancelAsync();
                await forwarding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                Fail(context, StatusCodes.Status400BadRequest);
                return;
            }

            succeeded = await invoking;
        }
        catch (IOException)
        {
            await ending.CancelAsync();
        }

        if (!succeeded)
        {
            ending.CancelAfter(LongestRest);
        }

        await forwarding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!succeeded || !forwarding.IsCompletedSuccessfully)
        {
            Fail(context, StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>Whatever stands in the worker's answer: a function that failed before anything was sent is 500, with nothing more; a body that is no HTTP is 400.</summary>
    private static void Fail(HttpContext context, int status)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
        }
        else
        {
            context.Response.Clear();
            context.Response.StatusCode = status;
        }
    }

    /// <summary>The host reads a body whose length is told before it does anything with it, and lets others flow.</summary>
    private static async Task<byte[]?> HeldBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is not { } length)
        {
            return null;
        }

        if (length > MostBytes)
        {
            throw new BadHttpRequestException("The body is too long.", StatusCodes.Status413PayloadTooLarge);
        }

        var body = new byte[length];
        await request.Body.ReadExactlyAsync(body, cancellationToken);
        return body;
    }

    /// <summary>What parameters bind by name, later ones winning: members of a JSON body, query values but the host's key, route values.</summary>
    private static Dictionary<string, TypedData> Metadata(HttpRequest request, byte[]? body, RouteValueDictionary route)
    {
        var metadata = new Dictionary<string, TypedData>(StringComparer.OrdinalIgnoreCase);
        if (body is not null && request.HasJsonContentType())
        {
            foreach (var (name, value) in Members(body))
            {
                metadata[name] = value;
            }
        }

        foreach (var (name, values) in request.Query.Where(pair => !pair.Key.Equals("code", StringComparison.OrdinalIgnoreCase)))
        {
            metadata[name] = new() { String = values.ToString() };
        }

        foreach (var (name, value) in route)
        {
            metadata[name] = new() { String = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "" };
        }

        return metadata;
    }

    /// <summary>None where the body cannot be read as an object, or holds half a character: the worker is to say what is wrong with it.</summary>
    private static List<(string Name, TypedData Value)> Members(byte[] body)
    {
        try
        {
            var json = JsonElement.Parse(body);
            return json.ValueKind != JsonValueKind.Object
                ? []
                : [.. json.EnumerateObject().Select(member => (
                    member.Name,
                    member.Value.ValueKind == JsonValueKind.String ? new TypedData { String = member.Value.GetString() } : new TypedData { Json = member.Value.GetRawText() }))];
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static async Task ForwardAsync(HttpContext context, Worker worker, HttpContent? body, string id, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(context, worker, body, id, cancellationToken);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            if (!NotPassedOn.Contains(name))
            {
                context.Response.Headers.Append(name, values.ToArray());
            }
        }

        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        await content.CopyToAsync(context.Response.Body, cancellationToken);
    }

    /// <summary>The worker says its address a little before its server listens.</summary>
    private static async Task<HttpResponseMessage> SendAsync(HttpContext context, Worker worker, HttpContent? body, string id, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(20))
        {
            using var message = Message(context, worker.Address, body, id);
            try
            {
                return await worker.Client.SendAsync(message, cancellationToken);
            }
            catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConnectionError && waited < LongestWaitForServer)
            {
                // The body goes with the next message, so it does not end with this one.
                message.Content = null;
                await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
            }
        }
    }

    private static HttpRequestMessage Message(HttpContext context, Uri worker, HttpContent? body, string id)
    {
        var from = context.Request;
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var address = new Uri(worker.GetLeftPart(UriPartial.Authority) + (target.StartsWith('/') ? target : from.Path + from.QueryString), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var message = new HttpRequestMessage(new(from.Method), address) { Version = HttpVersion.Version11, Content = body };
        foreach (var (name, values) in from.Headers)
        {
            if (!NotPassedOn.Contains(name) && !message.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        message.Headers.TryAddWithoutValidation(Invocation, id);
        message.Headers.TryAddWithoutValidation("X-Forwarded-For", context.Connection.RemoteIpAddress?.ToString());
        message.Headers.TryAddWithoutValidation("X-Forwarded-Host", from.Host.Value);
        message.Headers.TryAddWithoutValidation("X-Forwarded-Proto", from.Scheme);
        return message;
    }
}
