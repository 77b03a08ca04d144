using Azure.Storage.Blobs;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Trail;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Platform.Trail;

/// <summary>Somebody writes to the tables past the program, knowing all that the program knows. What was sealed cannot be changed unseen.</summary>
public sealed class VerifyAuditTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trail_that_nobody_touched_holds_and_the_answer_says_what_is_not_promised()
    {
        await using var app = await SealedAsync();
        using var admin = app.Admin();

        var report = await admin.GetAsync($"/api/admin/audit/verification?table=Sheets&partition={Uri.EscapeDataString(Trails.Sheet.Partition)}", Cancellation).JsonAsync();

        Assert.True((bool)report["holds"]!);
        Assert.Equal(7, (long)report["partitions"]![0]!["rows"]!);
        Assert.Equal(5, (long)report["partitions"]![0]!["sealedRows"]!);
        Assert.Equal("2026-06-16", (string)report["partitions"]![0]!["sealedOn"]!);
        Assert.Null(report["partitions"]![0]!["firstRow"]);
        Assert.Contains(report["notPromised"]!.AsArray(), sentence => ((string)sentence!).Contains("sau lần niêm phong cuối cùng", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("At")]
    [InlineData("Actor")]
    [InlineData("Unit")]
    [InlineData("Action")]
    [InlineData("Subject")]
    [InlineData("Reason")]
    [InlineData("After")]
    [InlineData("Previous")]
    [InlineData("Hash")]
    [InlineData("Added")]
    public async Task A_property_of_a_row_that_was_changed_gives_the_row_away(string property)
    {
        await using var app = await SealedAsync();
        var row = await app.RowAsync(Trails.Sheet, AuditRow.Key(2));
        row[property] = property == "At" ? row.GetDateTimeOffset("At")!.Value.AddTicks(1) : "khác";
        await app.ForceAsync(Trails.Sheet, row);

        await FoundAsync(app, AuditRow.Key(2), "changed");
    }

    [Fact]
    public async Task A_property_of_another_type_gives_the_row_away()
    {
        await using var app = await SealedAsync();
        var row = await app.RowAsync(Trails.Sheet, AuditRow.Key(4));
        row["Subject"] = 7;
        await app.ForceAsync(Trails.Sheet, row);

        await FoundAsync(app, AuditRow.Key(4), "changed");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task A_row_that_was_removed_is_named(int row)
    {
        await using var app = await SealedAsync();
        await app.ForceDeleteAsync(Trails.Sheet, AuditRow.Key(row));

        await FoundAsync(app, AuditRow.Key(row), "removed");
    }

    [Theory]
    [InlineData("audit|0000000002b", "audit|0000000002b")]
    [InlineData("audit|", "audit|")]
    [InlineData("audit|0000000000", "audit|0000000000")]
    [InlineData("audit|٠٠٠٠٠٠٠٠٠٢", "audit|٠٠٠٠٠٠٠٠٠٢")] // digits of another script
    public async Task A_row_that_was_put_in_is_named(string key, string named)
    {
        await using var app = await SealedAsync();
        var row = await app.RowAsync(Trails.Sheet, AuditRow.Key(2));
        row.RowKey = key;
        await app.ForceAsync(Trails.Sheet, row);

        await FoundAsync(app, named, "put in");
    }

    [Fact]
    public async Task The_end_that_was_cut_off_together_with_its_head_is_found_by_the_seal()
    {
        await using var app = await SealedAsync();
        var last = AuditRow.From(await app.RowAsync(Trails.Sheet, AuditRow.Key(4)));
        for (var row = 5; row <= 7; row++)
        {
            await app.ForceDeleteAsync(Trails.Sheet, AuditRow.Key(row));
        }

        await app.SetHeadAsync(Trails.Sheet, 4, last.Hash);

        await FoundAsync(app, AuditRow.Key(5), "sealed on 2026-06-16");
    }

    [Fact]
    public async Task The_whole_partition_that_was_deleted_is_found_by_the_seal()
    {
        await using var app = await SealedAsync();
        foreach (var row in await app.RowsAsync(Trails.Sheet))
        {
            await app.ForceDeleteAsync(Trails.Sheet, row.RowKey);
        }

        await FoundAsync(app, AuditRow.Key(1), "lacks rows 1 to 5 (sealed on 2026-06-16)");
    }

    [Theory]
    [InlineData(1, 1, "rows 1 to 3")] // the first seal covers 3 rows
    [InlineData(2, 1, "rows 1 to 3")]
    [InlineData(4, 4, "rows 4 to 5")] // the second seal 5
    [InlineData(5, 4, "rows 4 to 5")]
    public async Task A_chain_that_was_made_anew_with_all_its_hashes_and_its_head_is_found_by_the_seal(int from, int first, string rows)
    {
        await using var app = await SealedAsync();
        await app.RecomputeAsync(Trails.Sheet, from, row => row with { Entry = row.Entry with { After = "điểm đẹp hơn" } });

        var finding = await FoundAsync(app, AuditRow.Key(first), "rewritten");
        Assert.Contains(rows, finding, StringComparison.Ordinal);
    }

    /// <summary>Said in every answer: it is not promised.</summary>
    [Fact]
    public async Task What_is_not_sealed_yet_can_be_made_anew_unseen()
    {
        await using var app = await SealedAsync();
        await app.RecomputeAsync(Trails.Sheet, 6, row => row with { Entry = row.Entry with { After = "điểm đẹp hơn" } });

        Assert.True((bool)(await app.VerifyAsync(Trails.Sheet))["holds"]!);
    }

    [Fact]
    public async Task One_row_that_was_replaced_with_a_hash_of_its_own_is_found_by_the_row_after_it()
    {
        await using var app = await SealedAsync();
        var row = AuditRow.From(await app.RowAsync(Trails.Sheet, AuditRow.Key(6)));
        row = row with { Entry = row.Entry with { After = "điểm đẹp hơn" } };
        await app.ForceAsync(Trails.Sheet, (row with { Hash = row.ComputeHash() }).ToEntity(Trails.Sheet.Partition));

        await FoundAsync(app, AuditRow.Key(6), "rows 6 to 7");
    }

    [Fact]
    public async Task A_head_that_was_rewritten_or_removed_is_found()
    {
        await using var app = await SealedAsync();
        var head = await app.RowAsync(Trails.Sheet, PartitionHead.Key);

        await app.SetHeadAsync(Trails.Sheet, 7, new('0', 64));
        await FoundAsync(app, AuditRow.Key(7), "head");
        await app.SetHeadAsync(Trails.Sheet, 3, head.GetString("Hash")!);
        await FoundAsync(app, AuditRow.Key(3), "head");
        await app.SetHeadAsync(Trails.Sheet, 9, head.GetString("Hash")!);
        await FoundAsync(app, AuditRow.Key(8), "lacks rows 8 to 9");
        await app.ForceAsync(Trails.Sheet, new(Trails.Sheet.Partition, PartitionHead.Key) { ["Seq"] = "7", ["Hash"] = 7 });
        await FoundAsync(app, AuditRow.Key(1), "head");
        await app.ForceDeleteAsync(Trails.Sheet, PartitionHead.Key);
        await FoundAsync(app, AuditRow.Key(1), "head");
    }

    [Fact]
    public async Task A_row_added_at_the_end_without_the_head_is_found()
    {
        await using var app = await SealedAsync();
        var last = AuditRow.From(await app.RowAsync(Trails.Sheet, AuditRow.Key(7)));
        await app.ForceAsync(Trails.Sheet, AuditRow.Next(7, last.Hash, app.Clock.Now, Actor.System, new("SaveScores", "x")).ToEntity(Trails.Sheet.Partition));

        await FoundAsync(app, AuditRow.Key(8), "rows were added at the end");
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("deleted")]
    [InlineData("put into")]
    public async Task A_data_row_that_was_changed_past_the_trail_is_found_against_the_last_backup(string how)
    {
        var records = new RecordCollector();
        await using var app = new EmulationApp(azurite, issuer, services: records.Collect);
        app.SetUtc("2026-06-15", 10);
        await app.ChangeAsync(Trails.Sheet, 4);
        app.SetUtc("2026-06-16", 10);
        await app.RunAsync("SealAudit");
        await app.RunAsync("BackUpTables");
        var row = await app.RowAsync(Trails.Sheet, "note|1");
        switch (how)
        {
            case "changed":
                row["Text"] = "điểm đẹp hơn";
                await app.ForceAsync(Trails.Sheet, row);
                break;
            case "deleted":
                await app.ForceDeleteAsync(Trails.Sheet, row.RowKey);
                break;
            default:
                row.RowKey = "note|1b";
                await app.ForceAsync(Trails.Sheet, row);
                break;
        }

        var found = await app.VerifyAsync(Trails.Sheet);

        Assert.False((bool)found["holds"]!);
        Assert.Equal(row.RowKey, (string)found["firstRow"]!);
        Assert.Contains(how, (string)found["finding"]!, StringComparison.Ordinal);
        Assert.Equal(row.RowKey, Assert.Single(records.Of("AuditBroken"))["Row"]);
    }

    [Fact]
    public async Task A_backup_that_was_replaced_is_told_and_not_believed()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetUtc("2026-06-15", 10);
        await app.ChangeAsync(Trails.Sheet, 4);
        app.SetUtc("2026-06-16", 10);
        await app.RunAsync("BackUpTables");
        var blob = app.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient("backups").GetBlobClient("partitions/Sheets/2026-nam/khoi-1/so-a/2026-06-15.jsonl.gz");
        var metadata = (await blob.GetPropertiesAsync(cancellationToken: Cancellation)).Value.Metadata;
        await blob.UploadAsync(BinaryData.FromString("something else"), new Azure.Storage.Blobs.Models.BlobUploadOptions { Metadata = metadata }, Cancellation);

        var found = await app.VerifyAsync(Trails.Sheet);

        Assert.False((bool)found["holds"]!);
        Assert.Contains("is not what was stored", (string)found["finding"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_is_checked_with_all_its_partitions_in_pages()
    {
        await using var app = await SealedAsync();
        using var admin = app.Admin();
        var row = await app.RowAsync(Trails.OtherSheet, AuditRow.Key(1));
        row["After"] = "khác";
        await app.ForceAsync(Trails.OtherSheet, row);

        var first = await admin.GetAsync("/api/admin/audit/verification?day=2026-06-15&pageSize=1", Cancellation).JsonAsync();
        var second = await admin.GetAsync($"/api/admin/audit/verification?day=2026-06-15&pageSize=1&continuation={(string)first["continuation"]!}", Cancellation).JsonAsync();

        Assert.True((bool)first["holds"]!);
        Assert.True((bool)first["seal"]!["holds"]!);
        Assert.Equal(Trails.Sheet.Partition, (string)Assert.Single(first["partitions"]!.AsArray())!["partition"]!);
        Assert.False((bool)second["holds"]!);
        Assert.Equal(AuditRow.Key(1), (string)Assert.Single(second["partitions"]!.AsArray())!["firstRow"]!);
        Assert.Null(second["continuation"]);
    }

    [Theory]
    [InlineData("2026-06-15", "{}", "cannot be read")]
    [InlineData("2026-06-15", """{"day":"2026-06-15","at":"2026-06-16T00:40:00Z","previous":null,"partitions":[]}""", "replaced")]
    [InlineData("2026-06-16", """{"day":"2026-06-16","at":"2026-06-17T00:40:00Z","previous":"0000","partitions":[]}""", "does not fit the day before")]
    public async Task A_seal_that_was_replaced_does_not_fit_the_seals_around_it(string day, string forged, string words)
    {
        await using var app = await SealedAsync();
        using var admin = app.Admin();
        admin.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        // Only where the container's policy is not locked.
        await app.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(SealStore.Container).GetBlobClient($"days/{day}.json")
            .UploadAsync(BinaryData.FromString(forged), overwrite: true, Cancellation);

        var report = await admin.GetAsync($"/api/admin/audit/verification?day={day}", Cancellation).JsonAsync();

        Assert.False((bool)report["holds"]!);
        Assert.Contains(words, (string)report["seal"]!["finding"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_check_goes_on_from_where_it_was_and_finds_the_same()
    {
        await using var app = await SealedAsync();
        using var admin = app.Admin();
        var third = AuditRow.From(await app.RowAsync(Trails.Sheet, AuditRow.Key(3)));
        await app.ForceDeleteAsync(Trails.Sheet, AuditRow.Key(5));

        var rest = await admin.GetAsync(
            $"/api/admin/audit/verification?table=Sheets&partition={Uri.EscapeDataString(Trails.Sheet.Partition)}&continuation={ChainContinuation.Write(new(3, third.Hash))}", Cancellation).JsonAsync();

        Assert.Equal(AuditRow.Key(5), (string)rest["partitions"]![0]!["firstRow"]!);
    }

    [Theory]
    [InlineData("", 400, "table")]
    [InlineData("table=Nothing&partition=x", 400, "table")]
    [InlineData("table=Sheets", 400, "partition")]
    [InlineData("table=Sheets&partition=a%2Fb", 400, "partition")]
    [InlineData("table=Sheets&partition=x&continuation=7", 400, "continuation")]
    [InlineData("table=Sheets&partition=x&day=2026-06-15", 400, "day")]
    [InlineData("day=yesterday", 400, "day")]
    [InlineData("day=2026-06-15&continuation=x", 400, "continuation")]
    [InlineData("table=Sheets&partition=x", 404, null)]
    [InlineData("day=2026-06-17", 404, null)]
    public async Task What_cannot_be_checked_is_refused_by_name(string query, int status, string? path)
    {
        await using var app = await SealedAsync();
        using var admin = app.Admin();

        var problem = await admin.GetAsync($"/api/admin/audit/verification?{query}", Cancellation).ProblemAsync(status);

        Assert.Equal(path is null ? [] : [path], problem["faults"] is null ? [] : problem.Paths());
    }

    [Fact]
    public async Task Only_the_office_may_look()
    {
        await using var app = new EmulationApp(azurite, issuer);
        foreach (var path in new[] { "/api/admin/audit/verification?day=2026-06-15", "/api/admin/audit/export?from=2026-06-15&to=2026-06-15" })
        {
            await app.Nobody().GetAsync(path, Cancellation).ProblemAsync(401);
            await app.Holding("Emulation.Council", "Emulation.Reader").GetAsync(path, Cancellation).ProblemAsync(403);
            await (await app.OfficerAsync("so-a")).GetAsync(path, Cancellation).ProblemAsync(403);
        }
    }

    /// <summary>Rows 1 to 3 are of the first day and sealed, 4 and 5 of the second and sealed, 6 and 7 of the third and not.</summary>
    private async Task<EmulationApp> SealedAsync()
    {
        var app = new EmulationApp(azurite, issuer);
        app.SetUtc("2026-06-15", 10);
        await app.ChangeAsync(Trails.Sheet, 3);
        await app.ChangeAsync(Trails.OtherSheet, 2);
        app.SetUtc("2026-06-16", 10);
        await app.RunAsync("SealAudit");
        await app.ChangeAsync(Trails.Sheet, 2);
        app.SetUtc("2026-06-17", 10);
        await app.RunAsync("SealAudit");
        await app.ChangeAsync(Trails.Sheet, 2);
        return app;
    }

    private static async Task<string> FoundAsync(EmulationApp app, string row, string words)
    {
        var found = await app.VerifyAsync(Trails.Sheet);
        var finding = (string)found["finding"]!;
        Assert.False((bool)found["holds"]!, finding);
        Assert.Equal(row, (string)found["firstRow"]!);
        Assert.Contains(words, finding, StringComparison.Ordinal);
        return finding;
    }
}
