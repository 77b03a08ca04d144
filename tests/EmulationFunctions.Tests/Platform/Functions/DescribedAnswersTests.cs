using System.Net;
using System.Text;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>The check that every other test is under can fail.</summary>
public sealed class DescribedAnswersTests
{
    /// <summary>The one answer whose members stay as they are, whatever the rooms add to theirs.</summary>
    private const string Problem = """{"type":"urn:emulation-functions:no-such-unit","title":"Không tìm thấy","status":404,"detail":"Không có đơn vị này.","trace":"1"}""";

    [Theory]
    [InlineData(404, Problem, "application/problem+json", "Content-Language", null)]
    [InlineData(404, Problem, "application/problem+json", "X-Other", "X-Other, which is not described")]
    [InlineData(404, Problem, "text/plain", "Content-Language", "text/plain, which is not described")]
    [InlineData(404, """{"type":"t","title":"t","status":404,"detail":null,"trace":"1"}""", "application/problem+json", "Content-Language", "not as described: /detail")]
    [InlineData(404, """{"type":"t","title":"t","status":404,"trace":"1"}""", "application/problem+json", "Content-Language", "not as described")]
    [InlineData(418, Problem, "application/problem+json", "Content-Language", "418 is not described")]
    public async Task An_answer_that_is_not_as_described_fails_the_test_that_got_it(int status, string body, string type, string header, string? fault)
    {
        using var client = new HttpClient(new DescribedAnswers(new Canned(status, body, type, header)));

        async Task Ask() => (await client.PutAsync(
            "http://api.example/api/units/so-a/officers/2b0c7f5e-6f0a-4d55-9a0e-7f7a4f0c6f11", EmulationApp.Json("{}"), TestContext.Current.CancellationToken)).Dispose();

        if (fault is null)
        {
            await Ask();
        }
        else
        {
            Assert.Contains(fault, (await Assert.ThrowsAsync<Xunit.Sdk.TrueException>(Ask)).Message, StringComparison.Ordinal);
        }
    }

    private sealed class Canned(int status, string body, string type, string header) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Answer());

        private HttpResponseMessage Answer()
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };
            answer.Content.Headers.Add(header, "vi");
            return answer;
        }
    }
}
