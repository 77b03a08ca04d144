using System.Net.Http.Headers;
using System.Text;
using EmulationFunctions.Emulators;

namespace EmulationFunctions.Benchmarks;

/// <summary>Speaks to the program as the office and as units do.</summary>
internal sealed class Api(LocalIssuer issuer, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send)
{
    /// <summary>Reaches the program; another way once it was started again.</summary>
    public Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Send { get; set; } = send;

    public string Office { get; } = issuer.Token(new(Guid.NewGuid().ToString()) { Roles = ["Emulation.Admin"] });

    public string Unit(string unit) => issuer.Token(new(LocalMachine.ObjectId(unit)));

    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public async Task<Answer> SendAsync(
        HttpMethod method, string path, string token, string? body, EntityTagHeaderValue? tag, CancellationToken cancellationToken, string type = "application/json")
    {
        var answer = await TrySendAsync(method, path, token, body, tag, cancellationToken, type);
        return answer.Status is >= 200 and < 300 ? answer : throw new InvalidOperationException($"{method} {path} was answered {answer.Status}: {answer.Body}");
    }

    /// <exception cref="HttpRequestException">It was not answered, or not to the end.</exception>
    public async Task<Answer> TrySendAsync(
        HttpMethod method, string path, string token, string? body, EntityTagHeaderValue? tag, CancellationToken cancellationToken, string type = "application/json")
    {
        using var request = Request(method, path, token, body, tag, type);
        using var response = await Send(request, cancellationToken);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken), response.Headers.ETag);
    }

    public static HttpRequestMessage Request(
        HttpMethod method, string path, string token, string? body, EntityTagHeaderValue? tag, string type = "application/json")
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Authorization = new("Bearer", token);
        if (tag is not null)
        {
            request.Headers.IfMatch.Add(tag);
        }

        return request;
    }
}

internal sealed record Answer(int Status, string Body, EntityTagHeaderValue? Tag);
