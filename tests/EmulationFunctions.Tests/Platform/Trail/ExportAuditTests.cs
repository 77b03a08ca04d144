using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Tests.Platform.Trail;

public sealed class ExportAuditTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_partition_s_trail_is_given_line_by_line_with_its_hashes()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.ChangeAsync(Trails.Sheet, 3);
        using var admin = app.Admin();

        using var answer = await admin.GetAsync($"/api/admin/audit/export?table=Sheets&partition={Uri.EscapeDataString(Trails.Sheet.Partition)}", Cancellation);
        var lines = (await answer.Content.ReadAsStringAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();

        Assert.Equal("application/jsonl", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal([AuditRow.Key(1), AuditRow.Key(2), AuditRow.Key(3)], lines.Select(line => (string)line["row"]!));
        Assert.Equal((string)lines[0]["hash"]!, (string)lines[1]["previous"]!);
        Assert.Equal("tenant:somebody", (string)lines[0]["actor"]!);
        Assert.Equal("vì sao", (string)lines[0]["reason"]!);
        Assert.StartsWith("điểm 0", (string)lines[0]["after"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_are_Vietnamese_days_and_hold_every_partition()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2026-06-14", 23, 59, 59);
        await app.ChangeAsync(Trails.Sheet, "0", "hôm trước");
        app.SetDay("2026-06-15", 0, 0);
        await app.ChangeAsync(Trails.Sheet, "0", "đầu ngày");
        app.SetDay("2026-06-15", 23, 59, 59);
        await app.ChangeAsync(Trails.OtherSheet, "0", "cuối ngày");
        app.SetDay("2026-06-16", 0, 0);
        await app.ChangeAsync(Trails.OtherSheet, "0", "hôm sau");
        using var admin = app.Admin();

        var text = await admin.GetStringAsync(new Uri("/api/admin/audit/export?from=2026-06-15&to=2026-06-15", UriKind.Relative), Cancellation);

        Assert.Equal(["đầu ngày", "cuối ngày"], text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (string)JsonNode.Parse(line)!["after"]!));
    }

    [Fact]
    public async Task A_spreadsheet_takes_no_text_for_a_formula()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.ChangeAsync(Trails.Sheet, "0", "=HYPERLINK(\"http://x\";\"y\")");
        await app.ChangeAsync(Trails.Sheet, "0", " \t+1");
        await app.ChangeAsync(Trails.Sheet, "0", "hai\ndòng, \"ngoặc\"");
        using var admin = app.Admin();

        using var answer = await admin.GetAsync($"/api/admin/audit/export?table=Sheets&partition={Uri.EscapeDataString(Trails.Sheet.Partition)}&format=csv", Cancellation);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        var text = System.Text.Encoding.UTF8.GetString(bytes);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains(",\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\",", text, StringComparison.Ordinal);
        Assert.Contains(",' \t+1,", text, StringComparison.Ordinal);
        Assert.Contains(",\"hai\ndòng, \"\"ngoặc\"\"\",", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_somebody_else_wrote_does_not_stop_the_export()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.ChangeAsync(Trails.Sheet, 2);
        await app.ForceAsync(Trails.Sheet, new(Trails.Sheet.Partition, "audit|x") { ["Subject"] = 1 });
        using var admin = app.Admin();

        var text = await admin.GetStringAsync(new Uri($"/api/admin/audit/export?table=Sheets&partition={Uri.EscapeDataString(Trails.Sheet.Partition)}", UriKind.Relative), Cancellation);

        Assert.Equal("(unreadable)", (string)JsonNode.Parse(text.Split('\n', StringSplitOptions.RemoveEmptyEntries)[2])!["action"]!);
    }

    [Theory]
    [InlineData("from=2026-06-15", 400)]
    [InlineData("from=2026-06-15&to=2026-06-14", 400)]
    [InlineData("from=2026-06-15&to=2026-07-16", 400)]
    [InlineData("from=2026-06-15&to=2026-06-15&table=Sheets", 400)]
    [InlineData("table=Sheets&partition=x&format=xlsx", 400)]
    [InlineData("table=Sheets&partition=x", 404)]
    public async Task What_cannot_be_exported_is_refused(string query, int status)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        await admin.GetAsync($"/api/admin/audit/export?{query}", Cancellation).ProblemAsync(status);
    }
}
