namespace Emulation;

/// <summary>The generated client gives bodies and no headers; it leaves this open to keep the ETag of the last answer.</summary>
public partial class Api
{
    public string? ETag { get; private set; }

    partial void ProcessResponse(HttpClient client, HttpResponseMessage response) => ETag = response.Headers.ETag?.Tag;
}
