using System.Diagnostics;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Platform.Trail;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Tests.Year.Evidence;
using EmulationFunctions.Tests.Year.Pacts;
using EmulationFunctions.Tests.Year.Plans;
using EmulationFunctions.Tests.Year.Reports;
using EmulationFunctions.Tests.Year.Sheets;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Platform.Trail;

public sealed class RestoreTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    /// <summary>Of this run of the program only: when timers ran, and which days were written.</summary>
    private static readonly string[] NotRestored = ["Marks", "Timers", "Touched"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_account_becomes_what_the_original_was_after_days_of_changes()
    {
        await using var app = await LivedInAsync();
        var target = azurite.TakeAccount();

        var (exit, output, errors) = await RunProgramAsync(target, "restore", "--from", app.Account);

        Assert.Equal(("", 0), (errors, exit));
        Assert.Contains("protected in their containers, by versions and immutability", output, StringComparison.Ordinal);
        await using var restored = new EmulationApp(azurite, issuer, account: target);
        foreach (var table in StorageNames.All.Tables.Except(NotRestored))
        {
            var (original, copy) = (await AllAsync(app, table), await AllAsync(restored, table));
            Assert.Equal(original.Select(row => (row.PartitionKey, row.RowKey)), copy.Select(row => (row.PartitionKey, row.RowKey)));
            Assert.All(original.Zip(copy), pair => Assert.True(pair.First.IsStoredAs(pair.Second, isWhole: true), $"{table} {pair.First.PartitionKey} {pair.First.RowKey} differs."));
        }

        Assert.True((await AllAsync(restored, "Sheets")).Count > 150);
    }

    /// <summary>Whatever a room writes, audited or not, must be marked, or it would be in no backup.</summary>
    [Fact]
    public async Task Everything_that_the_functions_and_timers_of_a_year_write_comes_back()
    {
        await using var app = await PlansOf.StartAsync(azurite, issuer);
        using var office = app.Admin();
        foreach (var (address, body) in new[]
        {
            ("/api/legal-texts/chi-thi-34", """{"paper":{"kind":"Chỉ thị","number":"34-CT/TW"}}"""),
            (PlansOf.Plan, """{"objectives":["Hoàn thành nhiệm vụ"]}"""),
            ($"{PlansOf.Year}/pact", PactsOf.Plain),
            ($"{PlansOf.Year}/reports/so-ket", ReportsOf.Asked),
            ($"{PlansOf.Year}/letterhead", """{"place":"Tỉnh Mẫu"}"""),
            ($"{PlansOf.Year}/role-models/{SheetWorld.Unit}/mot", """{"achievement":"Về đích sớm","step":"found","collective":"Phòng Kế hoạch"}"""),
            ($"/api/units/{SheetWorld.Unit}", """{"name":"Đơn vị 2","kind":"department","functions":[],"isCentrallyManaged":false,"contacts":[],"isPlaceholder":false}"""),
            ("/api/award-rules/cua-tinh", """
            {"from":"2026-01-01","awards":[{"code":"co-thi-dua-ubnd-tinh","title":"Cờ thi đua","kind":"title","level":"province","subject":"unit","source":{"reading":"configurableDefault"}}]}
            """),
            ($"{PlansOf.Year}/nominations/co-thi-dua-ubnd-tinh/{SheetWorld.Unit}", "{}"),
            ($"{PlansOf.Year}/dossiers/co-thi-dua-ubnd-tinh/{SheetWorld.Unit}", "{}"),
            ("/api/cycles/2026/council/sessions/xet-khen-thuong", """
            {"council":"Hội đồng","title":"Phiên họp","day":"2026-11-30","members":[{"id":"chu-tich","post":"Chủ tịch","office":"chair"}],"proposals":[]}
            """),
            ($"{PlansOf.Year}/ballots/suy-ton", $$"""
            {"question":{"title":"Suy tôn","choices":["{{SheetWorld.Unit}}"],"secrecy":"open","threshold":{"part":1,"of":2},"base":"allVoters"},"acceptsFew":true}
            """),
            ("/api/cycles/2026/decisions/co-thi-dua", $$"""
            {"paper":{"kind":"Quyết định","number":"1/QĐ-UBND","day":"2026-11-30","issuer":"Ủy ban nhân dân tỉnh"},"signerPost":"Chủ tịch","titles":[{"unit":"{{SheetWorld.Unit}}","award":"co-thi-dua-ubnd-tinh"}]}
            """),
            ("/api/cycles/2026/disclosures/de-nghi", $$"""
            {"title":"Đề nghị","from":"2026-12-08","until":"2026-12-20","proposals":[{"bloc":"{{SheetWorld.Bloc}}","unit":"{{SheetWorld.Unit}}","award":"co-thi-dua-ubnd-tinh"}]}
            """),
            ("/api/archive/profile", """{"organId":"H05.03","organName":"Sở Nội vụ","filePrefix":"TDKT-"}"""),
        })
        {
            await office.PutAsync(address, EmulationApp.Json(body), Cancellation).JsonAsync();
        }

        await app.HasFilesAsync(PlansOf.Id, "ban-ky");
        using var unit = await app.OfficerAsync(SheetWorld.Unit);
        await unit.SendAsync(SheetWorld.Save(SheetWorld.Complete), Cancellation).JsonAsync();
        using var file = await unit.UploadAsync(SampleFiles.Pdf());
        Assert.Equal(System.Net.HttpStatusCode.Created, file.StatusCode);
        app.SetDay("2026-12-09", 9);
        foreach (var timer in new[] { "StartAnnualCycle", "AdvanceStages", "SendReminders", "DeliverMail" })
        {
            await app.RunAsync(timer);
        }

        app.SetDay("2026-12-10", 9);
        await app.RunAsync("BackUpTables");
        await using var restored = new EmulationApp(azurite, issuer);

        Assert.Equal(0, await RestoreAsync(restored, app.Account));

        var tables = StorageNames.All.Tables.Except(NotRestored).ToList();
        var empty = new List<string>();
        foreach (var table in tables)
        {
            var (original, copy) = (await AllAsync(app, table), await AllAsync(restored, table));
            Assert.Equal(original.Select(row => (table, row.PartitionKey, row.RowKey)), copy.Select(row => (table, row.PartitionKey, row.RowKey)));
            if (original.Count == 0)
            {
                empty.Add(table);
            }
        }

        Assert.Empty(empty.Except(["Standings", "Intents"]));
        using var admin = restored.Admin();
        Assert.NotEmpty((await admin.GetAsync("/api/schemes", Cancellation).JsonAsync())["schemes"]!.AsArray());
    }

    [Fact]
    public async Task The_restored_system_goes_on_with_chains_seals_and_backups_of_everything()
    {
        await using var app = await LivedInAsync();
        var target = azurite.TakeAccount();
        await using var restored = new EmulationApp(azurite, issuer, account: target);
        restored.SetUtc("2026-06-20", 8);

        Assert.Equal(0, await RestoreAsync(restored, app.Account));
        await restored.ChangeAsync(Trails.Sheet, 1);
        restored.SetUtc("2026-06-21", 2);
        await restored.RunAsync("SealAudit");
        await restored.RunAsync("BackUpTables");

        var manifest = await restored.Services.GetRequiredService<BackupStore>().FindManifestAsync(new(2026, 6, 20), Cancellation);
        Assert.Contains(manifest!.Partitions, one => one.Address == Trails.OtherSheet);
        Assert.True((bool)(await restored.VerifyAsync(Trails.Sheet))["holds"]!);
        Assert.True((bool)(await restored.VerifyAsync(Trails.OtherSheet))["holds"]!);
        Assert.Equal("so-a", (string)(await restored.Admin().GetAsync("/api/officers", Cancellation).JsonAsync())["officers"]![0]!["unit"]!);
    }

    [Fact]
    public async Task It_can_come_back_as_it_was_on_an_earlier_day()
    {
        await using var app = await LivedInAsync();
        await using var restored = new EmulationApp(azurite, issuer);

        Assert.Equal(0, await RestoreAsync(restored, app.Account, "--day", "2026-06-15"));

        Assert.Equal(3, (await restored.RowAsync(Trails.Sheet, PartitionHead.Key)).GetInt64("Seq"));
    }

    [Fact]
    public async Task Everything_comes_back_after_any_interruption_when_it_is_started_again()
    {
        await using var app = await LivedInAsync();
        await using var restored = new EmulationApp(azurite, issuer);
        using var started = restored.Nobody();
        var (begun, done) = (false, false);
        for (var k = 1; !done; k += 3)
        {
            restored.Faults.Reset(dieAfter: k);
            try
            {
                Assert.Equal(0, await RestoreAsync(restored, app.Account));
            }
            catch (ProcessDiedException)
            {
            }

            restored.Faults.Reset();
            var isUnderWay = await IsUnderWayAsync(restored);
            if (isUnderWay && !begun)
            {
                // Another one than was begun.
                Assert.Equal(1, await RestoreAsync(restored, app.Account, "--day", "2026-06-15"));
            }

            (begun, done) = (begun || isUnderWay, begun && !isUnderWay);
        }

        Assert.Equal((await AllAsync(app, "Sheets")).Count, (await AllAsync(restored, "Sheets")).Count);
        Assert.Equal(1, await RestoreAsync(restored, app.Account));
    }

    [Fact]
    public async Task An_account_that_is_not_empty_is_not_written_to()
    {
        await using var app = await LivedInAsync();
        await using var used = new EmulationApp(azurite, issuer);
        await used.ChangeAsync(Trails.OtherSheet, 1);
        var before = await AllAsync(used, "Sheets");
        var errors = new StringWriter();

        var exit = await RestoreCommand.RunAsync(["restore", "--from", app.Account], used.Services, TextWriter.Null, errors, Cancellation);

        Assert.Equal(1, exit);
        Assert.Contains("is not empty: the table Sheets has rows", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(before.Select(row => row.ETag), (await AllAsync(used, "Sheets")).Select(row => row.ETag));
    }

    [Fact]
    public async Task A_backup_that_was_changed_is_not_restored()
    {
        await using var app = await LivedInAsync();
        await using var restored = new EmulationApp(azurite, issuer);
        var container = app.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(BackupStore.Container);
        var forged = new PartitionExport(Trails.OtherSheet, 1, "", [new(Trails.OtherSheet.Partition, "note|0")]).ToGzip();
        await container.GetBlobClient("partitions/Sheets/2026-nam/khoi-1/so-b/2026-06-17.jsonl.gz").UploadAsync(BinaryData.FromBytes(forged), overwrite: true, Cancellation);
        var errors = new StringWriter();

        var exit = await RestoreCommand.RunAsync(["restore", "--from", app.Account], restored.Services, TextWriter.Null, errors, Cancellation);

        Assert.Equal(1, exit);
        Assert.Contains("so-b/2026-06-17.jsonl.gz is not what its manifest says.", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Usage:")]
    [InlineData("Usage:", "--from")]
    [InlineData("Usage:", "--to", "x")]
    [InlineData("Usage:", "--from", "https://a.blob.core.windows.net", "--day", "yesterday")]
    [InlineData("is not an https address", "--from", "http://example.vn")]
    public async Task What_it_does_not_understand_it_answers_with_how_it_is_used(string sentence, params string[] args)
    {
        var (exit, output, errors) = await RunProgramAsync(azurite.TakeAccount(), ["restore", .. args]);

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_a_finished_backup_there_is_nothing_to_restore(bool hasContainer)
    {
        var from = await EmptyAsync();
        if (hasContainer)
        {
            await new BlobContainerClient(from, BackupStore.Container, new(StorageRegistration.BlobVersion)).CreateAsync(cancellationToken: Cancellation);
        }

        var (exit, _, errors) = await RunProgramAsync(azurite.TakeAccount(), "restore", "--from", from);

        Assert.Equal(1, exit);
        Assert.Contains("There is no finished backup", errors, StringComparison.Ordinal);
    }

    private static async Task<bool> IsUnderWayAsync(EmulationApp app) => (await AllAsync(app, "Timers")).Exists(row => row.PartitionKey == "restore");

    private async Task<string> EmptyAsync()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var started = app.Nobody();
        return app.Account;
    }

    /// <summary>Three days of changes, each backed up, the last of them still going on afterwards.</summary>
    private async Task<EmulationApp> LivedInAsync()
    {
        var app = new EmulationApp(azurite, issuer);
        app.SetUtc("2026-06-15", 10);
        await app.ChangeAsync(Trails.Sheet, 3);
        await app.OfficerAsync("so-a");
        await AllTypesAsync(app);
        app.SetUtc("2026-06-16", 10);
        await app.RunAsync("BackUpTables");
        await BackUpTablesTests.ManyRowsAsync(app, 1);
        app.SetUtc("2026-06-17", 10);
        await app.RunAsync("BackUpTables");
        await app.ChangeAsync(Trails.OtherSheet, 2);
        await DeleteAsync(app);
        app.SetUtc("2026-06-18", 10);
        await app.RunAsync("SealAudit");
        await app.RunAsync("BackUpTables");
        return app;
    }

    private static Task AllTypesAsync(EmulationApp app) =>
        app.Services.GetRequiredService<PartitionStore>().ChangeAsync(new("Roster", "roster"), KeyRange.Prefix("x|"), Actor.System, (_, change) =>
        {
            change.Put(new("roster", "x|1")
            {
                ["Text"] = "Sở Xây dựng",
                ["Int"] = 5,
                ["Double"] = 5.0,
                ["True"] = true,
                ["Guid"] = Guid.NewGuid(),
                ["At"] = app.Clock.Now.AddTicks(7),
                ["Bytes"] = new byte[] { 1, 2, 3 },
            });
            change.Put(new("roster", "x|2"));
            change.Notify(NoticeKind.SheetReturned, "so-a", "khoi-1", "lời nhắn");
            change.Audit = new("PutUnit", "x", After: new string('ế', 70_000));
            return Task.FromResult(true);
        }, Cancellation);

    private static Task DeleteAsync(EmulationApp app) =>
        app.Services.GetRequiredService<PartitionStore>().ChangeAsync(Trails.Sheet, KeyRange.Prefix("note|"), Actor.System, (_, change) =>
        {
            change.Delete("note|1");
            change.Audit = new("RemoveEvidence", "1");
            return Task.FromResult(true);
        }, Cancellation);

    private static async Task<List<TableEntity>> AllAsync(EmulationApp app, string table)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in app.Tables.GetTable(table).QueryAsync(null, null, null, Cancellation))
        {
            rows.Add(row);
        }

        return [.. rows.OrderBy(row => row.PartitionKey, StringComparer.Ordinal).ThenBy(row => row.RowKey, StringComparer.Ordinal)];
    }

    private static Task<int> RestoreAsync(EmulationApp target, string from, params string[] more) =>
        RestoreCommand.RunAsync(["restore", "--from", from, .. more], target.Services, TextWriter.Null, TextWriter.Null, Cancellation);

    /// <summary>As an administrator does it.</summary>
    private static async Task<(int Exit, string Output, string Errors)> RunProgramAsync(string target, params string[] args)
    {
        using var process = new Process { StartInfo = new("dotnet", [typeof(RestoreCommand).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true } };
        process.StartInfo.Environment["Storage__ConnectionString"] = target;
        process.Start();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Cancellation), process.StandardError.ReadToEndAsync(Cancellation));
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await output, await errors);
    }
}
