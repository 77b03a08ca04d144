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

    [Fact]
    public async Task A_continuation_that_was_cut_is_refused_and_does_not_begin_again()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var one = await app.OfficerAsync("so-mot");
        using var two = await app.OfficerAsync("so-hai");
        using var admin = app.Admin();
        var given = (string)(await admin.GetAsync(new Uri("/api/officers?pageSize=1", UriKind.Relative), TestContext.Current.CancellationToken).JsonAsync())["continuation"]!;

        foreach (var cut in new[] { given[..(given.IndexOf('.', StringComparison.Ordinal) + 1)], given.Split(' ')[0] })
        {
            var address = new Uri($"/api/officers?continuation={Uri.EscapeDataString(cut)}", UriKind.Relative);
            Assert.Equal(["continuation"], (await admin.GetAsync(address, TestContext.Current.CancellationToken).ProblemAsync(400)).Paths());
        }
    }
}
