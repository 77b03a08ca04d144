using System.Net;
using System.Text;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>The check that every other test is under can fail.</summary>
public sealed class DescribedAnswersTests
{
    private const string Unit = """{"officer":"2b0c7f5e-6f0a-4d55-9a0e-7f7a4f0c6f11","unit":"so-a","kind":"person"}""";

    [Theory]
    [InlineData(200, Unit, "application/json", "ETag", null)]
    [InlineData(200, Unit, "application/json", "X-Other", "X-Other, which is not described")]
    [InlineData(200, Unit, "text/plain", "ETag", "text/plain, which is not described")]
    [InlineData(200, """{"officer":"2b0c7f5e-6f0a-4d55-9a0e-7f7a4f0c6f11","unit":null,"kind":"person"}""", "application/json", "ETag", "not as described: /unit")]
    [InlineData(200, """{"officer":"2b0c7f5e-6f0a-4d55-9a0e-7f7a4f0c6f11","kind":"person"}""", "application/json", "ETag", "not as described")]
    [InlineData(418, Unit, "application/json", "ETag", "418 is not described")]
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
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type), Headers = { { header, "\"1\"" } } });
    }
}
