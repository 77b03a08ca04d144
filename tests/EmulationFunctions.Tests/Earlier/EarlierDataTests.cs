using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Trail;
using EmulationFunctions.Tests.Platform.Trail;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Earlier;

/// <summary>What an earlier program has stored means today what it meant then.</summary>
public sealed class EarlierDataTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_the_program_answered_about_a_published_year_it_answers_today()
    {
        var before = await BlocOfBefore.ReadAsync();
        await using var app = await WithAsync(before);

        await AnswersAsync(app, before["answers"]!.AsObject());
    }

    [Fact]
    public async Task A_backup_of_it_is_restored_and_read_the_same()
    {
        var before = await BlocOfBefore.ReadAsync();
        await using var app = await WithAsync(before);
        app.SetDay("2026-12-22", 9);
        await app.RunAsync("BackUpTables");
        await using var restored = new EmulationApp(azurite, issuer);
        restored.SetDay("2026-12-22", 9);

        Assert.Equal(0, await RestoreCommand.RunAsync(["restore", "--from", app.Account], restored.Services, TextWriter.Null, TextWriter.Null, Cancellation));

        await AnswersAsync(restored, before["answers"]!.AsObject());
    }

    /// <summary>As the next save would; these sheets are locked.</summary>
    [Fact]
    public async Task Sheets_whose_scores_are_rewritten_in_wide_rows_are_what_they_were_and_still_what_was_submitted()
    {
        var before = await BlocOfBefore.ReadAsync();
        await using var app = await WithAsync(before);
        List<SheetId> sheets = [.. new[] { "so-a", "so-b", "so-c", "so-d" }.Select(unit => new SheetId(2026, "nam", "khoi-5", unit))];
        foreach (var sheet in sheets)
        {
            await app.Services.GetRequiredService<PartitionStore>().ChangeAsync(sheet.Address, SheetKeys.Everything, Actor.System, (view, change) =>
            {
                SheetRows.Change(view, change, SheetRows.Content(view).Entries.ToDictionary(entry => entry.Criterion), []);
                change.Audit = new("Test", sheet.ToString());
                return Task.FromResult(true);
            }, Cancellation);
        }

        await AnswersAsync(app, before["answers"]!.AsObject().Where(answer => !answer.Key.Contains("table=Sheets", StringComparison.Ordinal)));
        foreach (var sheet in sheets)
        {
            Assert.Empty(await app.RowsAsync(sheet.Address, SheetKeys.EntryPrefix));
            Assert.Single(await app.RowsAsync(sheet.Address, SheetKeys.ScoresPrefix));
            Assert.True((bool)(await app.VerifyAsync(sheet.Address))["holds"]!);
        }
    }

    [Fact]
    public async Task Floors_of_a_scheme_that_could_not_say_so_go_on_to_look_at_the_base_alone()
    {
        var before = await BlocOfBefore.ReadAsync();
        await using var app = new EmulationApp(azurite, issuer);
        await app.PutAsync(before["tables"]!.AsObject());
        using var admin = app.Admin();

        var scheme = await admin.GetAsync("/api/schemes/bang-diem", Cancellation).JsonAsync();

        Assert.Equal(("base", false), ((string)scheme["content"]!["floorsRead"]!, (bool)scheme["content"]!["isDraft"]!));
    }

    private async Task<EmulationApp> WithAsync(JsonNode before)
    {
        var app = new EmulationApp(azurite, issuer);
        app.SetDay("2026-12-20", 9);
        await app.PutAsync(before["tables"]!.AsObject());
        return app;
    }

    private static async Task AnswersAsync(EmulationApp app, IEnumerable<KeyValuePair<string, JsonNode?>> answers)
    {
        using var admin = app.Admin();
        var untold = new List<string>();
        foreach (var (address, answer) in answers)
        {
            var today = await admin.GetAsync(address, Cancellation).JsonAsync();
            WithoutComputed(answer!, today);
            Missing(answer, today, address, untold);
        }

        Assert.True(untold.Count == 0, string.Join(Environment.NewLine, untold));
    }

    /// <summary>A sheet did not show yet what its computed criterion comes to: today it does, and its totals hold just that more.</summary>
    private static void WithoutComputed(JsonNode then, JsonNode now)
    {
        if (then["summary"] is null)
        {
            return;
        }

        var (before, today) = (Criterion(then), Criterion(now));
        Assert.Equal(("missing", "scored"), ((string)before["state"]!, (string)today["state"]!));
        foreach (var total in new[] { "base", "total" })
        {
            var (was, isNow) = (then["summary"]!["totals"]!, now["summary"]!["totals"]!);
            Assert.Equal((decimal)was[total]! + (decimal)today["points"]!, (decimal)isNow[total]!);
            was[total] = isNow[total]!.DeepClone();
        }

        then["summary"]!["totals"]!["percentage"] = now["summary"]!["totals"]!["percentage"]!.DeepClone();
        (before["state"], before["points"]) = (today["state"]!.DeepClone(), today["points"]!.DeepClone());

        static JsonNode Criterion(JsonNode sheet) => sheet["criteria"]!.AsArray().Single(criterion => (string)criterion!["criterion"]! == "III")!;
    }

    /// <summary>Every value of then that is not there today, or is another; today's answers may say more.</summary>
    private static void Missing(JsonNode? then, JsonNode? now, string path, List<string> untold)
    {
        switch (then, now)
        {
            case (JsonObject members, JsonObject today):
                foreach (var (name, value) in members)
                {
                    Missing(value, today[name], $"{path} {name}", untold);
                }

                break;
            case (JsonArray items, JsonArray today) when items.Count == today.Count:
                for (var index = 0; index < items.Count; index++)
                {
                    Missing(items[index], today[index], $"{path} {index}", untold);
                }

                break;
            default:
                if (!JsonNode.DeepEquals(then, now))
                {
                    untold.Add($"{path}: {then?.ToJsonString()} is {now?.ToJsonString()}");
                }

                break;
        }
    }
}
