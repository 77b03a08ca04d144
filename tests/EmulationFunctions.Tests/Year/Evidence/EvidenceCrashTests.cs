using System.Net;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Evidence;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Evidence.SheetFiles;

namespace EmulationFunctions.Tests.Year.Evidence;

public sealed class EvidenceCrashTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_that_dies_after_any_call_to_storage_leaves_nothing_half_visible_and_can_be_repeated()
    {
        var file = SampleFiles.Pdf(5 * 1024 * 1024); // two blocks and their list
        var calls = 0;
        for (var k = 1; k == 1 || k <= calls; k++)
        {
            await using var app = await StartAsync(azurite, issuer);
            using var unit = await app.OfficerAsync(Unit);
            await unit.FilesAsync(); // what is only done once in a process is done
            app.Faults.Reset(dieAfter: k);
            using var died = await unit.UploadAsync(file, key: "k");
            if (k == 1)
            {
                calls = await CallsAsync(file);
            }

            // Another process, on the same storage.
            await using var next = app.Again(azurite, issuer);
            using var again = await next.OfficerAsync(Unit);
            var listed = await again.FilesAsync();
            foreach (var id in listed)
            {
                using var given = await again.GetAsync($"{Files}/{id}", Cancellation);
                Assert.Equal(file, await given.Content.ReadAsByteArrayAsync(Cancellation));
            }

            using var repeated = await again.UploadAsync(file, key: "k");
            Assert.True(repeated.IsSuccessStatusCode, $"After call {k}: {repeated.StatusCode}");
            Assert.Single(await again.FilesAsync());

            next.Clock.Now += TimeSpan.FromHours(1);
            await next.SweepAsync();
            Assert.Single(await next.BlobsAsync());
            Assert.Equal(0, await next.IntentsAsync());
            using var kept = await again.GetAsync($"{Files}/{(await again.FilesAsync())[0]}", Cancellation);
            Assert.Equal(file, await kept.Content.ReadAsByteArrayAsync(Cancellation));
        }

        Assert.InRange(calls, 8, 40);
    }

    [Fact]
    public async Task A_removal_that_dies_after_any_call_to_storage_loses_no_file_that_is_still_listed()
    {
        var k = 1;
        for (var hasDied = true; hasDied; k++)
        {
            await using var app = await StartAsync(azurite, issuer);
            using var unit = await app.OfficerAsync(Unit);
            using var created = await unit.UploadAsync(SampleFiles.Pdf());
            app.Faults.Reset(dieAfter: k);
            using var died = await unit.DeleteAsync(created.Headers.Location, Cancellation);
            hasDied = app.Faults.Calls == k;

            await using var next = app.Again(azurite, issuer);
            using var again = await next.OfficerAsync(Unit);
            next.Clock.Now += TimeSpan.FromHours(1);
            await next.SweepAsync();

            Assert.Equal((await again.FilesAsync()).Count, (await next.BlobsAsync()).Count);
            Assert.Equal(0, await next.IntentsAsync());
        }

        Assert.InRange(k, 4, 20);
    }

    [Fact]
    public async Task A_sweep_that_dies_after_any_call_to_storage_is_finished_by_the_next()
    {
        var k = 1;
        for (var hasDied = true; hasDied; k++)
        {
            await using var app = await StartAsync(azurite, issuer);
            using var unit = await app.OfficerAsync(Unit);
            using var created = await unit.UploadAsync(SampleFiles.Pdf());
            using var removed = await unit.DeleteAsync(created.Headers.Location, Cancellation);
            app.Clock.Now += TimeSpan.FromHours(1);
            app.Faults.Reset(dieAfter: k);
            try
            {
                await app.SweepAsync();
            }
            catch (ProcessDiedException)
            {
            }

            hasDied = app.Faults.Calls == k;
            app.Faults.Reset();
            await app.SweepAsync();

            Assert.Empty(await app.BlobsAsync());
            Assert.Equal(0, await app.IntentsAsync());
        }

        Assert.InRange(k, 4, 20);
    }

    [Fact]
    public async Task An_upload_so_slow_that_its_blob_was_swept_is_refused_instead_of_pointing_nowhere()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        var table = app.Services.GetRequiredService<EvidenceTable>();
        var blobs = app.Services.GetRequiredService<EvidenceBlobs>();
        const string Id = "0123456789abcdef0123456789abcdef";
        await app.Services.GetRequiredService<Intents>().AddAsync(EvidenceTable.Intent, Sheet.Address, Id, Cancellation);
        await blobs.StoreAsync(Sheet.Address, Id, new MemoryStream(SampleFiles.Pdf()), FileType.Pdf, Cancellation);
        var file = new EvidenceFile(Id, "I.1", "a.pdf", FileType.Pdf, 1, "sha", Id, app.Clock.Now, "somebody");

        app.Clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(1, await app.SweepAsync());
        var caller = new Caller(IssuerFixture.Tenant, EmulationApp.ObjectId(Unit), false, new HashSet<string>(), [Unit]);
        var terms = await app.Services.GetRequiredService<SheetDesk>().FindToChangeAsync(Sheet, caller, Cancellation);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => table.AddAsync(terms, file, null, Actor.System, Cancellation));

        Assert.Equal(503, refusal.Status);
        Assert.Empty(await app.BlobsAsync());
        Assert.Empty(await unit.FilesAsync());
    }

    [Fact]
    public async Task A_sheet_submitted_while_a_file_is_on_its_way_takes_the_file_no_more()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        var isSubmitted = false;
        app.Faults.Instead = request =>
        {
            // Between the blob and the row.
            if (!isSubmitted && request.Method == Azure.Core.RequestMethod.Put && request.Uri.ToString().Contains("/evidence/", StringComparison.Ordinal))
            {
                isSubmitted = true;
                app.SetStateAsync(SheetState.Submitted).GetAwaiter().GetResult();
            }

            return null;
        };

        await unit.UploadAsync(SampleFiles.Pdf()).ProblemAsync(409);

        Assert.Empty(await unit.FilesAsync());
        Assert.Empty(await app.BlobsAsync());
        Assert.Equal(0, await app.IntentsAsync());
    }

    [Fact]
    public async Task Blob_storage_that_answers_503_is_said_plainly_and_nothing_is_visible()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        app.Faults.Instead = request => request.Uri.ToString().Contains("/evidence/", StringComparison.Ordinal) ? new CannedResponse(503) : null;

        var problem = await unit.UploadAsync(SampleFiles.Pdf()).ProblemAsync(503);
        app.Faults.Instead = null;

        Assert.Equal("urn:emulation-functions:storage-unavailable", (string)problem["type"]!);
        Assert.Empty(await unit.FilesAsync());
        using var again = await unit.UploadAsync(SampleFiles.Pdf());
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
    }

    [Fact]
    public async Task A_blob_that_cannot_be_deleted_keeps_no_other_waiting()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        using var one = await unit.UploadAsync(SampleFiles.Pdf(1));
        using var two = await unit.UploadAsync(SampleFiles.Pdf(2));
        using var removedOne = await unit.DeleteAsync(one.Headers.Location, Cancellation);
        using var removedTwo = await unit.DeleteAsync(two.Headers.Location, Cancellation);
        app.Clock.Now += TimeSpan.FromHours(1);
        var sealedBlob = one.Headers.Location!.ToString().Split('/')[^1];
        app.Faults.Instead = request => request.Uri.ToString().Contains($"/evidence/", StringComparison.Ordinal) && request.Uri.ToString().Contains(sealedBlob, StringComparison.Ordinal)
            ? new CannedResponse(409)
            : null;

        Assert.Equal(1, await app.SweepAsync());

        Assert.EndsWith(sealedBlob, Assert.Single(await app.BlobsAsync()), StringComparison.Ordinal);
        Assert.Equal(1, await app.IntentsAsync());
    }

    [Fact]
    public async Task When_too_many_files_come_at_once_the_next_is_asked_to_come_again()
    {
        await using var app = await StartAsync(azurite, issuer, ("Evidence:MaximumUploadsInFlight", "1"));
        using var unit = await app.OfficerAsync(Unit);
        var begun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        app.Faults.Instead = request =>
        {
            // The first upload has been let in and asks for its sheet, before its body is read.
            if (request.Uri.ToString().Contains($"/{SheetTable.Table}", StringComparison.Ordinal) && begun.TrySetResult())
            {
                goOn.Task.GetAwaiter().GetResult();
            }

            return null;
        };
        var first = unit.UploadAsync(SampleFiles.Pdf());
        await begun.Task.WaitAsync(Cancellation);

        using var second = await unit.UploadAsync(SampleFiles.Pdf(1));
        goOn.SetResult();
        using var taken = await first;
        using var third = await unit.UploadAsync(SampleFiles.Pdf(1));

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(10), second.Headers.RetryAfter!.Delta);
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Created], [taken.StatusCode, third.StatusCode]);
    }

    private async Task<int> CallsAsync(byte[] file)
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        app.Faults.Reset();
        using var uploaded = await unit.UploadAsync(file, key: "k");
        return app.Faults.Calls;
    }
}
