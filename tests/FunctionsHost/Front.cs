using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.StandIn;

/// <summary>Where callers ask: a bare web server, because tests start hundreds, that finds the function and answers what is the host's own.</summary>
/// <param name="port">0: a free one.</param>
/// <param name="clock">What answers are dated by.</param>
/// <param name="ready">The worker, as soon as there is one.</param>
/// <param name="runTimer">Runs the timer of a name, without waiting for its end; false when there is none.</param>
internal sealed class Front(int port, TimeProvider clock, Func<Task<Worker>> ready, Func<string, bool> runTimer) : IHttpApplication<HttpContext>, IDisposable
{
    private readonly KestrelServer _server = Server(port);

    public Uri Address => new(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    public Task StartAsync(CancellationToken cancellationToken) => _server.StartAsync(this, cancellationToken);

    /// <summary>Takes nothing more, and ends what is under way when it is cancelled.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _server.StopAsync(cancellationToken);

    public void Dispose() => _server.Dispose();

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        var worker = await ready().WaitAsync(context.RequestAborted);
        var (request, response, route) = (context.Request, context.Response, new RouteValueDictionary());
        response.GetTypedHeaders().Date = clock.GetUtcNow();
        var function = worker.Routes.Find(request.Method, request.Path, route);
        if (function is { IsAnonymous: true })
        {
            await Forwarding.HandleAsync(context, worker, function, route);
        }
        else if (function is not null)
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (request.Path == "/")
        {
            response.ContentType = "text/html";
            await response.WriteAsync("<!DOCTYPE html><title>Your Functions app is up and running</title>", context.RequestAborted);
        }
        else
        {
            // The host's own address for running a timer now. It does not wait for it either.
            response.StatusCode = HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/admin/functions", out var name) && runTimer(name.Value!.Trim('/'))
                ? StatusCodes.Status202Accepted
                : StatusCodes.Status404NotFound;
        }
    }

    private static KestrelServer Server(int port)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = Forwarding.MostBytes;
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        return new(Options.Create(options), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance), NullLoggerFactory.Instance);
    }
}
