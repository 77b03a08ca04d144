using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>What every request has in common: where it goes, how it is signed and retried, how its faults are read.</summary>
internal sealed class TablePipeline(Uri endpoint, ClientOptions options, HttpPipelinePolicy signing)
{
    public const string Json = "application/json;odata=minimalmetadata";

    private readonly HttpPipeline _pipeline = HttpPipelineBuilder.Build(options, [], [signing], new ResponseClassifier());

    public Uri Endpoint { get; } = new(endpoint.AbsoluteUri.TrimEnd('/'));

    /// <param name="method">The verb.</param>
    /// <param name="path">Escaped already.</param>
    public HttpMessage CreateMessage(RequestMethod method, string path)
    {
        var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(Endpoint);
        request.Uri.AppendPath(path, escape: false);
        request.Headers.SetValue("x-ms-version", "2020-12-06");
        request.Headers.SetValue("DataServiceVersion", "3.0");
        request.Headers.SetValue("Accept", Json);
        return message;
    }

    public HttpMessage CreateMessage(RequestMethod method, string path, ReadOnlyMemory<byte> body, string contentType = "application/json")
    {
        var message = CreateMessage(method, path);
        message.Request.Headers.SetValue("Content-Type", contentType);
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        message.Request.Content = RequestContent.Create(body);
        return message;
    }

    public ValueTask SendAsync(HttpMessage message, CancellationToken cancellationToken) => _pipeline.SendAsync(message, cancellationToken);

    public static RequestFailedException Failed(Response response) => new(response, innerException: null, ErrorParser.Shared);

    /// <summary>Whether an earlier attempt was sent whose answer never came: it may have succeeded.</summary>
    public static bool WasRetried(HttpMessage message) => message.ProcessingContext.RetryNumber > 0;

    /// <summary>Reads the service's code and sentence, if the body has them.</summary>
    public static (string? Code, string? Message) ReadError(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var error = json.RootElement.GetProperty("odata.error"u8);
            return (error.GetProperty("code"u8).GetString(), error.GetProperty("message"u8).GetProperty("value"u8).GetString());
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A proxy's page, or nothing at all.
            return (null, null);
        }
    }

    private sealed class ErrorParser : RequestFailedDetailsParser
    {
        public static readonly ErrorParser Shared = new();

        public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
        {
            var (code, message) = ReadError(response.Content.ToMemory());
            error = code is null ? null : new ResponseError(code, message);
            data = null;
            return error is not null;
        }
    }
}
