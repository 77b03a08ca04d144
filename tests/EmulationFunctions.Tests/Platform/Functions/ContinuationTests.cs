namespace EmulationFunctions.Tests.Platform.Functions;

public sealed class ContinuationTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    [Fact]
    public async Task A_list_refuses_a_continuation_that_it_did_not_give()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        foreach (var list in new[] { "officers", "schemes", "mail" })
        {
            foreach (var continuation in new[] { "rubbish", "01234567.MQ== MQ==" })
            {
                var address = new Uri($"/api/{list}?continuation={Uri.EscapeDataString(continuation)}", UriKind.Relative);
                var refused = await admin.GetAsync(address, TestContext.Current.CancellationToken).ProblemAsync(400);
                Assert.Equal(["continuation"], refused.Paths());
            }
        }
    }
}
