using System.Net;
using System.Net.Http.Headers;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Tests.Platform.Storage;

/// <summary>
/// Stands where the network is. It answers from a list, or hands on to the real service and then loses the answer; where it
/// was sent is kept. A request that nobody expected fails the test.
/// </summary>
internal sealed class FakeWire : DelegatingHandler
{
    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _answers = new();
    private readonly bool _handsOn;

    /// <param name="handsOn">Whether requests beyond the list go to the real service.</param>
    public FakeWire(bool handsOn = false)
        : base(new SocketsHttpHandler())
    {
        _handsOn = handsOn;
    }

    /// <summary>Everything sent: verb and address.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>The verbs of what was sent with a body, in their order.</summary>
    public List<HttpMethod> WithBody { get; } = [];

    /// <summary>How long the last body was.</summary>
    public long Bytes { get; private set; }

    /// <summary>Quick retries over this wire.</summary>
    public TableClientOptions Options
    {
        get
        {
            var options = new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(this, disposeHandler: false)) }.Patient();
            options.Retry.Delay = TimeSpan.FromMilliseconds(1);
            options.Retry.MaxDelay = TimeSpan.FromMilliseconds(2);
            return options;
        }
    }

    public StoredTable Table => new StoredTables(
        "AccountName=unit;AccountKey=a2V5;TableEndpoint=https://unit.table.core.windows.net", Options).GetTable("Sheets");

    public FakeWire Answers(int status, string body = "", string contentType = "application/json")
    {
        _answers.Enqueue((_, _) => Task.FromResult(Answer(status, body, contentType)));
        return this;
    }

    /// <summary>The service does it, but the answer is lost: the connection breaks.</summary>
    public FakeWire LosesTheAnswer(Func<Task>? meanwhile = null)
    {
        _answers.Enqueue(async (request, cancellationToken) =>
        {
            using var lost = await base.SendAsync(request, cancellationToken);
            Assert.True(lost.IsSuccessStatusCode, $"What should have been done and lost was answered {lost.StatusCode}.");
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
            throw new HttpRequestException("The connection was reset.", new IOException());
        });
        return this;
    }

    /// <summary>The service does not see it, and something else happens before the next attempt.</summary>
    public FakeWire LosesTheRequest(Func<Task>? meanwhile = null)
    {
        _answers.Enqueue(async (_, _) =>
        {
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
            return Answer(503);
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent.Add($"{request.Method} {request.RequestUri!.AbsoluteUri}");
        Bytes = request.Content?.Headers.ContentLength ?? 0;
        if (request.Content is not null)
        {
            WithBody.Add(request.Method);
        }

        if (_answers.TryDequeue(out var answer))
        {
            return await answer(request, cancellationToken);
        }

        return _handsOn ? await base.SendAsync(request, cancellationToken) : throw new InvalidOperationException($"Nobody expected {Sent[^1]}");
    }

    private static HttpResponseMessage Answer(int status, string body = "", string contentType = "application/json") =>
        new((HttpStatusCode)status) { Content = new StringContent(body, MediaTypeHeaderValue.Parse(contentType)) };
}
