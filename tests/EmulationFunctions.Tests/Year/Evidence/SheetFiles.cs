using Azure.Storage.Blobs.Models;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Year.Sheets;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Evidence;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Year.Evidence;

/// <summary>A unit's sheet and its files, as the tests of this room meet them.</summary>
internal static class SheetFiles
{
    public const string Unit = SheetWorld.Unit;
    public const string Bloc = SheetWorld.Bloc;
    public const string Files = $"{SheetWorld.Sheet}/evidence";

    public static readonly SheetId Sheet = SheetWorld.Id;

    /// <summary>The program in the time of self-scoring.</summary>
    public static async Task<EmulationApp> StartAsync(AzuriteFixture azurite, IssuerFixture issuer, params (string Name, string? Value)[] settings)
    {
        var app = new EmulationApp(azurite, issuer, settings: settings);
        await SheetWorld.StartAsync(app);
        return app;
    }

    /// <summary>The program started again on the same storage.</summary>
    public static EmulationApp Again(this EmulationApp app, AzuriteFixture azurite, IssuerFixture issuer, params (string Name, string? Value)[] settings)
    {
        var next = new EmulationApp(azurite, issuer, account: app.Account, settings: settings);
        next.Clock.Now = app.Clock.Now;
        return next;
    }

    public static async Task<HttpResponseMessage> UploadAsync(
        this HttpClient client, byte[] file, string name = "Báo cáo.pdf", string criterion = "I.1", string? key = null, string files = Files)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{files}?criterion={Uri.EscapeDataString(criterion)}&name={Uri.EscapeDataString(name)}")
        {
            Content = new ByteArrayContent(file),
        };
        request.Content.Headers.ContentType = new("text/plain"); // says nothing
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The ids of the files that the sheet lists.</summary>
    public static async Task<List<string>> FilesAsync(this HttpClient client) =>
        [.. (await client.GetAsync(Files, TestContext.Current.CancellationToken).JsonAsync())["files"]!.AsArray().Select(file => (string)file!["id"]!)];

    /// <summary>The names of all blobs, also of those that no row mentions.</summary>
    public static async Task<List<string>> BlobsAsync(this EmulationApp app)
    {
        var names = new List<string>();
        await foreach (var blob in app.Blobs.GetBlobContainerClient(EvidenceBlobs.Container).GetBlobsAsync(BlobTraits.None, BlobStates.Uncommitted, null, TestContext.Current.CancellationToken))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    public static async Task<int> SweepAsync(this EmulationApp app) =>
        (await app.Services.GetRequiredService<EvidenceSweep>().RunAsync(TestContext.Current.CancellationToken)).Count;

    /// <summary>How many uploads and removals still have to be looked at.</summary>
    public static async Task<int> IntentsAsync(this EmulationApp app) =>
        (await app.Services.GetRequiredService<Intents>().ListAsync(EvidenceTable.Intent, TimeSpan.FromDays(-1), TestContext.Current.CancellationToken)).Count;

    /// <summary>As if the unit had submitted.</summary>
    public static Task<bool> SetStateAsync(this EmulationApp app, SheetState state) =>
        app.Services.GetRequiredService<PartitionStore>().ChangeAsync(Sheet.Address, SheetKeys.Everything, Actor.System, (view, change) =>
        {
            change.Put(new SheetHead(state, SheetWorld.Scheme, 1, Hash: "hash", SubmittedAt: app.Clock.Now).ToEntity(Sheet.Address.Partition));
            change.Audit = new("Test", state.ToString());
            return Task.FromResult(true);
        }, TestContext.Current.CancellationToken);
}
