using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace EmulationFunctions.Tests;

/// <summary>What storage answers when it does not work: 503.</summary>
internal sealed class UnavailableResponse : Response
{
    public override int Status => 503;

    public override string ReasonPhrase => "Service Unavailable";

    public override Stream? ContentStream { get; set; } = new MemoryStream();

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => false;

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return false;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = null;
        return false;
    }
}
