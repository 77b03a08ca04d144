using System.Collections.Concurrent;
using System.Net;
using EmulationFunctions.StandIn.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RpcException = Grpc.Core.RpcException;

namespace EmulationFunctions.StandIn;

/// <summary>
/// Where workers connect to. One for the whole process, for as long as it lives: tests have hundreds of stand-ins in one, and
/// every worker says who it is.
/// </summary>
internal sealed class WorkerListener : FunctionRpc.FunctionRpcBase
{
    private static readonly Lazy<Task<WorkerListener>> One = new(StartAsync);

    private readonly ConcurrentDictionary<string, WorkerConnection> _expected = new();

    private WorkerListener()
    {
    }

    public static Task<WorkerListener> Shared => One.Value;

    public Uri Address { get; private set; } = null!;

    public WorkerConnection Expect(string workerId, Action<RpcLog> log) => _expected[workerId] = new(log);

    /// <summary>It will not come any more.</summary>
    public void Forget(string workerId) => _expected.TryRemove(workerId, out _);

    public override async Task EventStream(IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        if (!await requestStream.MoveNext(context.CancellationToken) || requestStream.Current.ContentCase != StreamingMessage.ContentOneofCase.StartStream
            || !_expected.TryRemove(requestStream.Current.StartStream.WorkerId, out var connection))
        {
            throw new RpcException(new(StatusCode.PermissionDenied, "No such worker is waited for."));
        }

        await connection.RunAsync(requestStream, responseStream, context.CancellationToken);
    }

    private static async Task<WorkerListener> StartAsync()
    {
        var listener = new WorkerListener();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (null, null));
        builder.Services.AddSingleton(listener);
        var app = builder.Build();
        app.MapGrpcService<WorkerListener>();
        await app.StartAsync();
        listener.Address = new(app.Urls.First());
        return listener;
    }
}
