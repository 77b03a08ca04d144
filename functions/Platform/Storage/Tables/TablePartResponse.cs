using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>The answer to one action of a transaction, or to a change that was found done.</summary>
internal sealed class TablePartResponse(int status, ETag etag, string body = "") : Response
{
    private const string ETagHeader = "ETag";

    public override int Status => status;

    public override bool IsError => status >= 400;

    public override string ReasonPhrase => "";

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    public string Body => body;

    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => etag == default ? [] : [new HttpHeader(ETagHeader, etag.ToString("H"))];

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = name.Equals(ETagHeader, StringComparison.OrdinalIgnoreCase) && etag != default ? etag.ToString("H") : null;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }
}
