using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace EmulationFunctions.Emulators;

/// <summary>How the walk calls the program: whatever is not answered as it should be ends it with the answer.</summary>
internal static class SampleCalls
{
    public static Task<JsonNode> RunTimerAsync(HttpClient office, string timer, CancellationToken cancellationToken) =>
        AskAsync(office.PostAsync(new Uri($"/api/admin/timers/{timer}", UriKind.Relative), null, cancellationToken), cancellationToken);

    public static async Task<JsonNode> GetAsync(HttpClient client, string path, CancellationToken cancellationToken) =>
        await AskAsync(client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken), cancellationToken);

    /// <summary>Writes it, whether or not it is there; what is there already and the same stays.</summary>
    public static async Task PutAsync(HttpClient client, string path, string json, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Put, path, json, null);
        await AskAsync(client.SendAsync(request, cancellationToken), cancellationToken);
    }

    /// <summary>Writes it unless it is there: an earlier start may have got as far.</summary>
    public static async Task OnceAsync(HttpClient client, string path, string json, CancellationToken cancellationToken)
    {
        using var found = await client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        if (found.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed || found.Headers.ETag?.Tag is null or "\"0\"")
        {
            await PutAsync(client, path, json, cancellationToken);
        }
    }

    public static async Task<(JsonNode Body, EntityTagHeaderValue? Tag)> ReadAsync(HttpClient client, string path, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return (await BodyAsync(response, cancellationToken), response.Headers.ETag);
    }

    public static HttpRequestMessage Request(HttpMethod method, string path, string? json, EntityTagHeaderValue? tag)
    {
        var request = new HttpRequestMessage(method, path) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
        if (tag is not null)
        {
            request.Headers.IfMatch.Add(tag);
        }

        return request;
    }

    public static async Task<JsonNode> AskAsync(Task<HttpResponseMessage> asked, CancellationToken cancellationToken)
    {
        using var response = await asked;
        return await BodyAsync(response, cancellationToken);
    }

    public static async Task<JsonNode> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(body)!
            : throw new InvalidOperationException($"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.PathAndQuery} was answered {(int)response.StatusCode}: {body}");
    }

    public static void Demand(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"It did not happen that {what}.");
        }
    }

    /// <summary>The smallest file that is really a PDF.</summary>
    public static byte[] SmallPdf(string text)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
            $"<< /Length {text.Length + 32} >>\nstream\nBT /F 14 Tf 72 770 Td ({text}) Tj ET\nendstream",
        ];
        for (var index = 0; index < objects.Length; index++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{objects[index]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
