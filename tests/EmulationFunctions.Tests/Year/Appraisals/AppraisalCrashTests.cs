using static EmulationFunctions.Tests.Year.Appraisals.AppraisalsOf;

namespace EmulationFunctions.Tests.Year.Appraisals;

/// <summary>The process is killed after the k-th call to storage, for every k; then another process on the same storage looks.</summary>
public sealed class AppraisalCrashTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    [Fact]
    public async Task A_save_that_dies_is_there_whole_or_not_at_all()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync();

        await CrashSteps.EachCallAsync(
            app,
            () => Restarted(app),
            one => one.OfficerAsync(Head),
            async (client, attempt) =>
            {
                var (_, tag) = await client.AppraisalAsync();
                return Appraises(1, tag is "\"0\"" ? null : tag, $"{Entry("I.1", attempt)},{Entry("T", attempt / 10m)}");
            },
            async (client, attempt) =>
            {
                var (view, _) = await client.AppraisalAsync();
                var isThere = view.Seen("I.1") == $"1:{attempt}";
                Assert.Equal(isThere, view.Seen("T") == $"1:{attempt / 10m:0.##}");
                return isThere;
            },
            Id.Address);
    }

    [Fact]
    public async Task A_round_whose_closing_dies_is_closed_with_its_mails_or_not_at_all()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(Form with { Appraisal = new(Rounds: 1) });
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Appraises(1, null, Entry("I.1", 38)));
        await head.DoneAsync(Appraises(1, null, Entry("I.1", 37), "so-c"));
        await using var restarted = Restarted(app);
        using var again = await restarted.OfficerAsync(Head);

        for (var calls = 1; ; calls++)
        {
            app.Faults.Reset(dieAfter: calls);
            using var answer = await head.CloseAsync(1);
            app.Faults.Reset();
            var isClosed = (string)(await again.AppraisalAsync()).View["rounds"]![0]!["state"]! == "closed";

            Assert.Equal(isClosed ? ["so-b", "so-c"] : [], (await restarted.NoticesAsync()).SelectMany(notice => notice.Units));
            await AuditChain.AssertWholeAsync(restarted.Tables, Id.Address, TestContext.Current.CancellationToken);
            if (isClosed)
            {
                await again.CloseAsync(1).JsonAsync();
                Assert.Equal(3, (await restarted.TrailAsync()).Count);
                return;
            }

            Assert.False(answer.IsSuccessStatusCode);
        }
    }

    [Fact]
    public async Task An_explanation_that_dies_is_there_or_not()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync();
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Appraises(1, null, $"{Entry("I.1", 38)},{Entry("T", 1)}"));
        await head.CloseAsync(1).JsonAsync();

        await CrashSteps.EachCallAsync(
            app,
            () => Restarted(app),
            one => one.OfficerAsync("so-b"),
            async (client, attempt) => Explains(
                1, (string?)(await client.AppraisalAsync()).View["rounds"]![0]!["explanationsETag"], $"{Said("I.1", $"Lần {attempt}")},{Said("T", $"Lần {attempt}")}"),
            async (client, attempt) =>
            {
                var (view, _) = await client.AppraisalAsync();
                var texts = new[] { "I.1", "T" }.Select(code => (string?)view.Criterion(code)["rounds"]![0]!["explanation"]?["text"]).Distinct();
                return Assert.Single(texts) == $"Lần {attempt}";
            },
            Id.Address);
    }

    private EmulationApp Restarted(EmulationApp app) => new(azurite, issuer, app.Account) { Clock = { Now = app.Clock.Now } };
}
