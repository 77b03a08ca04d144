using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Evidence;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Evidence.SheetFiles;

namespace EmulationFunctions.Tests.Year.Evidence;

/// <summary>The emulator knows no immutability; its answer is put in the place of the service's.</summary>
public sealed class EvidenceSealTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_files_of_a_submitted_sheet_are_sealed_and_those_of_a_draft_are_not()
    {
        await using var app = await StartAsync(azurite, issuer, ("Evidence:ImmutabilityDays", "30"));
        using var unit = await app.OfficerAsync(Unit);
        var asked = Policies(app);
        using var kept = await unit.UploadAsync(SampleFiles.Pdf());
        using var shared = await unit.UploadAsync(SampleFiles.Pdf(), criterion: "I.2");
        using var dropped = await unit.UploadAsync(SampleFiles.Docx(), "b.docx");
        using var removed = await unit.DeleteAsync(dropped.Headers.Location, Cancellation);

        await SealAsync(app);
        Assert.Empty(asked);
        await app.SetStateAsync(SheetState.Submitted);
        var submitted = app.Clock.Now;
        app.Clock.Now += TimeSpan.FromHours(1);
        await SealAsync(app);
        await SealAsync(app);

        var (blob, until) = Assert.Single(asked);
        Assert.EndsWith(kept.Headers.Location!.ToString().Split('/')[^1], blob, StringComparison.Ordinal);
        Assert.Equal(submitted.AddDays(30).ToUniversalTime().ToString("R"), until);
        Assert.Empty(await WaitingAsync(app));
    }

    [Fact]
    public async Task A_seal_that_fails_is_set_by_the_next_run()
    {
        await using var app = await StartAsync(azurite, issuer, ("Evidence:ImmutabilityDays", "30"));
        using var unit = await app.OfficerAsync(Unit);
        using var created = await unit.UploadAsync(SampleFiles.Pdf());
        await app.SetStateAsync(SheetState.Submitted);

        await Assert.ThrowsAsync<AggregateException>(() => SealAsync(app)); // the emulator refuses
        Assert.Single(await WaitingAsync(app));
        var asked = Policies(app);
        await SealAsync(app);

        Assert.Single(asked);
        Assert.Empty(await WaitingAsync(app));
    }

    [Fact]
    public async Task A_sealed_file_that_its_unit_removes_after_a_return_stays_in_storage_and_off_the_list()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        using var created = await unit.UploadAsync(SampleFiles.Pdf());
        using var removed = await unit.DeleteAsync(created.Headers.Location, Cancellation);
        app.Clock.Now += TimeSpan.FromHours(1);
        app.Faults.Instead = request => request.Method == Azure.Core.RequestMethod.Delete && request.Uri.ToString().Contains("/evidence/", StringComparison.Ordinal)
            ? new CannedResponse(409, "BlobImmutableDueToPolicy")
            : null;

        await app.SweepAsync();

        Assert.Equal(0, await app.IntentsAsync());
        Assert.Single(await app.BlobsAsync());
    }

    [Fact]
    public async Task The_hourly_timer_sweeps_and_seals()
    {
        await using var app = await StartAsync(azurite, issuer);

        Assert.Subset(app.Services.GetServices<HourlyWork>().Select(work => work.Name).ToHashSet(), new HashSet<string> { "evidence that nothing needs", "evidence to be sealed" });
    }

    /// <summary>From now on policies are taken; what was asked for is noted: the blob, and until when.</summary>
    private static List<(string Blob, string Until)> Policies(EmulationApp app)
    {
        var asked = new List<(string, string)>();
        app.Faults.Instead = request =>
        {
            if (!request.Uri.Query.Contains("comp=immutabilityPolicies", StringComparison.Ordinal))
            {
                return null;
            }

            Assert.True(request.Headers.TryGetValue("x-ms-immutability-policy-until-date", out var until));
            asked.Add((request.Uri.Path, until));
            return new CannedResponse(200);
        };
        return asked;
    }

    private static Task<IReadOnlyList<string>> SealAsync(EmulationApp app) => app.Services.GetRequiredService<EvidenceSeals>().RunAsync(Cancellation);

    private static Task<List<Intent>> WaitingAsync(EmulationApp app) =>
        app.Services.GetRequiredService<Intents>().ListAsync(EvidenceSeals.Intent, TimeSpan.Zero, Cancellation);
}
