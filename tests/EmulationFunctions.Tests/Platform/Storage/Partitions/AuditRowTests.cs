using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Tests.Platform.Storage.Partitions;

public sealed class AuditRowTests(AzuriteFixture azurite)
{
    private static readonly AuditEntry Entry = new("SaveScores", "2026 so-a", "Sửa số liệu", "1", "2");

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("ngắn", null)]
    [InlineData("long", "longer")] // in pieces
    [InlineData("odd", "even")] // a character of two halves at every place where a piece could end
    public async Task What_is_hashed_is_what_is_read_back(string? before, string? after)
    {
        var table = await azurite.NewTableAsync();
        var row = AuditRow.Next(6, "abc", EmulationApp.Noon.AddTicks(1234567), new("tid:oid", null), Entry with { Reason = null, Before = Text(before), After = Text(after) });

        await table.AddEntityAsync(row.ToEntity("p"), TestContext.Current.CancellationToken);
        var read = AuditRow.From((await table.FindAsync("p", AuditRow.Key(7), TestContext.Current.CancellationToken))!);

        Assert.Equal(row, read);
        Assert.Equal(row.Hash, read.ComputeHash());
        Assert.Equal(Text(before), read.Entry.Before);
        Assert.Equal(Text(after), read.Entry.After);
    }

    [Fact]
    public async Task A_text_that_no_row_can_hold_is_cut_with_the_hash_of_the_whole()
    {
        var table = await azurite.NewTableAsync();
        var (one, other) = (new string('x', 500_000) + "1", new string('x', 500_000) + "2");
        var row = AuditRow.Next(0, "", EmulationApp.Noon, Actor.System, Entry with { Before = one, After = other });

        await table.AddEntityAsync(row.ToEntity("p"), TestContext.Current.CancellationToken);
        var read = AuditRow.From((await table.FindAsync("p", AuditRow.Key(1), TestContext.Current.CancellationToken))!);

        Assert.Equal(row.Hash, read.ComputeHash());
        Assert.NotEqual(read.Entry.Before, read.Entry.After);
        Assert.Contains("…sha256:", read.Entry.Before, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_changed_in_a_row_changes_its_hash()
    {
        var row = AuditRow.Next(1, "previous", EmulationApp.Noon, new("tid:oid", "so-a"), Entry);
        AuditRow[] changed =
        [
            row with { Seq = 3 },
            row with { At = row.At.AddTicks(1) },
            row with { Actor = new("tid:other", "so-a") },
            row with { Actor = new("tid:oid", null) },
            row with { Entry = Entry with { Action = "SubmitSheet" } },
            row with { Entry = Entry with { Subject = "2026 so-b" } },
            row with { Entry = Entry with { Reason = null } },
            row with { Entry = Entry with { Reason = "" } },
            row with { Entry = Entry with { Before = "", After = "12" } }, // the same letters in other fields
            row with { Entry = Entry with { Before = "12", After = "" } },
            row with { Id = "another" },
            row with { Previous = "another" },
        ];

        Assert.Equal(changed.Length + 1, changed.Select(one => one.ComputeHash()).Append(row.ComputeHash()).Distinct().Count());
        Assert.Equal(row.Hash, row.ComputeHash());
    }

    private static string? Text(string? name) => name switch
    {
        "long" => new string('đ', 30_000),
        "longer" => string.Concat(Enumerable.Range(0, 15_000).Select(number => $"{number:D5} ")),
        "odd" => "x" + string.Concat(Enumerable.Repeat("🏵", 40_000)),
        "even" => string.Concat(Enumerable.Repeat("🏵", 40_000)),
        _ => name,
    };
}
