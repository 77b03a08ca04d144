using System.Net;
using EmulationFunctions.Platform.Storage.Partitions;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Province.Roster;

/// <summary>The process is killed after every single storage call of an import; then another one is started.</summary>
public sealed class ImportCrashTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const int Members = 28;

    [Theory]
    [InlineData(false)] // the next reader finds what was left
    [InlineData(true)] // the timer's job does
    public async Task An_import_that_dies_anywhere_is_there_whole_or_not_at_all(bool isResumedFirst)
    {
        var outcomes = new List<bool>();
        var died = true;
        for (var calls = 0; died; calls++)
        {
            await using var first = new EmulationApp(azurite, issuer);
            using (var admin = first.Admin())
            {
                await admin.PutAsync("/api/units/xa-001", RosterSamples.Unit("Xã cũ", "locality")).JsonAsync();
                first.Faults.Reset(dieAfter: calls);
                using var answer = await admin.ImportAsync(RosterSamples.Cluster(Members));
                died = answer.StatusCode != HttpStatusCode.OK;
            }

            await using var second = new EmulationApp(azurite, issuer, account: first.Account);
            outcomes.Add(await CheckAsync(second, isResumedFirst));
        }

        // At first nothing, from the commit on everything; and there were calls on both sides of it.
        Assert.Equal(outcomes.Order(), outcomes);
        Assert.True(outcomes.Count(isThere => isThere) > 3 && outcomes.Count(isThere => !isThere) > 3, string.Join(' ', outcomes));
    }

    /// <returns>Whether the import is there.</returns>
    private static async Task<bool> CheckAsync(EmulationApp app, bool isResumedFirst)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var admin = app.Admin();
        if (isResumedFirst)
        {
            await ResumeAsync(app);
        }

        // A single unit first: whoever reads one row only must not see what others do not.
        var isThere = (string)(await admin.ReadAsync("/api/units/xa-001").JsonAsync())["unit"]!["name"]! == "Xã số 001";
        var units = (await admin.ReadAsync("/api/units").JsonAsync())["units"]!.AsArray();
        using var bloc = await admin.ReadAsync("/api/blocs/cum-1");
        Assert.Equal(isThere ? Members : 1, units.Count);
        Assert.Equal(isThere ? HttpStatusCode.OK : HttpStatusCode.NotFound, bloc.StatusCode);

        await ResumeAsync(app);
        Assert.Empty(await app.Services.GetRequiredService<Intents>().ListAsync(StagedChanges.Intent, TimeSpan.Zero, cancellation));
        await foreach (var row in app.Tables.GetTable("Roster").QueryAsync(null, null, null, cancellation))
        {
            Assert.False(row.RowKey.StartsWith('~'), row.RowKey);
        }

        await admin.ImportAsync(RosterSamples.Cluster(Members)).JsonAsync();
        var members = (await admin.ReadAsync("/api/blocs/cum-1").JsonAsync())["members"]!.AsArray();
        Assert.Equal(Members, members.Count);
        Assert.Equal(2, await AuditChain.AssertWholeAsync(app.Tables, new("Roster", "roster"), cancellation));
        return isThere;
    }

    private static async Task ResumeAsync(EmulationApp app)
    {
        var cancellation = TestContext.Current.CancellationToken;
        foreach (var intent in await app.Services.GetRequiredService<Intents>().ListAsync(StagedChanges.Intent, TimeSpan.Zero, cancellation))
        {
            await app.Services.GetRequiredService<StagedChanges>().ResumeAsync(intent, cancellation);
        }
    }
}
