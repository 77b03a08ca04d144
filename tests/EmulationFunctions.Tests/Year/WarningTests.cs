using System.Net;
using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Rules.Tests.Year.Sheets;
using EmulationFunctions.Tests.Year.Appraisals;
using EmulationFunctions.Tests.Year.Conditions;
using EmulationFunctions.Tests.Year.Evidence;
using EmulationFunctions.Tests.Year.Sheets;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Year;

/// <summary>Warnings beside refusals: what was written is kept, and both sides and the trail are told what should be looked at (docs/sheets.md).</summary>
public sealed class WarningTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Changes = $"{SheetWorld.Sheet}/changes";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_count_over_its_cap_is_saved_and_told_to_the_unit_and_to_those_who_read_and_the_trail_has_it_once()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, MeasuredForm.Content);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        using var other = await world.App.OfficerAsync(SheetWorld.Other);

        var saved = await unit.SendAsync(SheetWorld.Save("""{"criterion":"I.P","count":7}, {"criterion":"I.1","points":10}"""), Cancellation).JsonAsync();
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1","points":11}""", (await SheetWorld.ReadAsync(unit)).Tag));
        var seen = new[] { unit, head, world.Admin }.Select(client => SheetWorld.ReadAsync(client)).ToList();

        string[] told = ["overCap I", "overCap I.P"];
        Assert.Equal(told, Told(saved));
        Assert.Equal("Tiêu chí I.P: 7 lần × 1 điểm = 7 điểm, vượt mức tối đa; chỉ tính 6 điểm.", (string)saved["warnings"]![1]!["detail"]!);
        Assert.All(await Task.WhenAll(seen), one => Assert.Equal(told, Told(one.Sheet["summary"]!)));
        Assert.All(await Task.WhenAll(new[] { unit, head, world.Admin }.Select(client => client.GetAsync($"{SheetWorld.Sheet}/appraisal", Cancellation).JsonAsync())), one => Assert.Equal(told, Told(one)));
        using var closed = await other.GetAsync(SheetWorld.Sheet, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);

        // English for those who ask for it; and gone with its cause.
        unit.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var changes = (await unit.GetAsync(Changes, Cancellation).JsonAsync())["changes"]!.AsArray();
        Assert.Equal(["", "overCap I, overCap I.P"], changes.Select(change => string.Join(", ", Told(change!).Order(StringComparer.Ordinal))));
        Assert.Contains("Criterion I.P: 7 × 1 = 7 points, above its maximum; 6 count.", changes[1]!["warnings"]!.AsArray().Select(one => (string)one!["detail"]!));
        Assert.Equal(["I.P", "I.1"], changes[1]!["scores"]!.AsArray().Select(score => (string)score!["criterion"]!));
        var mended = await unit.SendAsync(SheetWorld.Save("""{"criterion":"I.P","count":4}""", tag), Cancellation).JsonAsync();
        Assert.Empty(Told(mended));
        Assert.Empty(Told((await SheetWorld.ReadAsync(head)).Sheet["summary"]!));
        var trail = await TrailAsync(world.App, SheetWorld.Id.Address);
        Assert.Equal([true, false, false], trail.Where(row => row.Entry.Action == "SaveScores").Select(row => row.Entry.After!.Contains("overCap", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_sheet_with_warnings_is_submitted_and_points_beside_the_step_are_told_when_it_is_appraised()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(Stepped);
        using var head = await app.OfficerAsync(AppraisalsOf.Head);
        using var office = app.Admin();
        using var unit = await app.OfficerAsync("so-b");

        var saved = await head.SendAsync(AppraisalsOf.Appraises(1, null, $"{AppraisalsOf.Entry("I.1", 38.1m)},{AppraisalsOf.Entry("T", 0.33m)}"), Cancellation).JsonAsync();
        var (view, tag) = await head.AppraisalAsync();

        Assert.Equal(["besideStep I.1"], Told(saved));
        Assert.Equal("Tiêu chí I.1: vòng thẩm định 1 chấm 38,1 điểm, không theo bước 0,5 điểm.", (string)saved["warnings"]![0]!["detail"]!);
        Assert.Equal(["besideStep I.1"], Told(view));
        Assert.Equal(["besideStep I.1"], Told((await office.AppraisalAsync()).View));
        Assert.Empty(Told((await unit.AppraisalAsync()).View)); // a round that is open is not the unit's to see
        await head.DoneAsync(AppraisalsOf.Appraises(1, tag, AppraisalsOf.Entry("I.1", 38.1m, "Lý do khác.")));
        await head.CloseAsync(1).JsonAsync();
        Assert.Equal(["besideStep I.1"], Told((await unit.AppraisalAsync()).View));

        var trail = (await app.TrailAsync()).Where(row => row.Entry.Action == "SaveAppraisal").ToList();
        Assert.Equal([true, false], trail.Select(row => row.Entry.After!.Contains("besideStep", StringComparison.Ordinal)));
        Assert.DoesNotContain("arnings", trail[1].Entry.After, StringComparison.Ordinal);
        Assert.DoesNotContain("arnings", trail[1].Entry.Before, StringComparison.Ordinal);
        await AuditChain.AssertWholeAsync(app.Tables, AppraisalsOf.Id.Address, Cancellation);
    }

    [Fact]
    public async Task A_unit_s_own_points_beside_the_step_stop_neither_its_save_nor_its_submission()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, SchemeSamples.Of(SchemeSamples.Direct("I", null, 100) with { Step = SchemeSamples.P(0.5m) }));
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);

        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I","points":90.3}"""));
        var submitted = await unit.SendAsync(SheetWorld.Post($"{SheetWorld.Sheet}/submission", tag), Cancellation).JsonAsync();

        Assert.Equal(("submitted", "besideStep I"), ((string)submitted["state"]!, Assert.Single(Told(submitted))));
        Assert.Contains("besideStep", (await TrailAsync(world.App, SheetWorld.Id.Address))[0].Entry.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_or_a_paper_of_another_year_is_taken_and_told_to_the_unit_the_office_and_the_trail()
    {
        await using var world = await ConditionsOf.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);

        var file = await unit.UploadAsync(SampleFiles.Pdf(), "Báo cáo năm 2025.pdf").JsonAsync();
        using var right = await unit.UploadAsync(SampleFiles.Pdf(1), "Báo cáo năm 2026.pdf");
        var declared = await unit.SendAsync(ConditionsOf.Declare("KH", true, paper: "Quyết định 12/QĐ ngày 01/12/2025"), Cancellation).JsonAsync();
        var again = await unit.SendAsync(ConditionsOf.Declare("KH", true, (string)declared["eTag"]!, "Lý do khác.", "Quyết định 12/QĐ ngày 01/12/2025"), Cancellation).JsonAsync();
        var listed = new[] { unit, head, world.Admin }.Select(client => client.GetAsync(SheetFiles.Files, Cancellation).JsonAsync());
        var conditions = new[] { unit, head, world.Admin }.Select(ConditionsOf.ListAsync);

        Assert.Equal(["paperOfAnotherYear I.1"], Told(file));
        Assert.Equal(["paperOfAnotherYear KH"], Told(declared));
        Assert.Equal("Điều kiện KH: văn bản “Quyết định 12/QĐ ngày 01/12/2025” có vẻ là của năm 2025, không phải năm 2026.", (string)declared["warnings"]![0]!["detail"]!);
        Assert.All(await Task.WhenAll(listed), one => Assert.Equal([1, 0], one["files"]!.AsArray().Select(file => Told(file!).Count()).OrderDescending()));
        Assert.All(await Task.WhenAll(conditions), one => Assert.Equal(["paperOfAnotherYear KH"], Told(one.Condition("KH")["declaration"]!)));
        Assert.Equal(["paperOfAnotherYear I.1"], Told((await SheetWorld.ReadAsync(unit)).Sheet["summary"]!));
        Assert.Equal([true, false], (await TrailAsync(world.App, SheetWorld.Id.Address)).Select(row => row.Entry.After!.Contains("paperOfAnotherYear", StringComparison.Ordinal)));
        Assert.Equal([true, false], (await world.TrailAsync()).Where(row => row.Entry.Action == "DeclareCondition").Select(row => row.Entry.After!.Contains("paperOfAnotherYear", StringComparison.Ordinal)));

        // Gone with its cause.
        var mended = await unit.SendAsync(ConditionsOf.Declare("KH", true, (string)again["eTag"]!, paper: "Quyết định 12/QĐ ngày 01/12/2026"), Cancellation).JsonAsync();
        using var removed = await unit.DeleteAsync($"{SheetFiles.Files}/{file["id"]}", Cancellation);
        Assert.Empty(Told(mended));
        Assert.Empty(Told((await SheetWorld.ReadAsync(unit)).Sheet["summary"]!));
    }

    [Fact]
    public async Task A_bonus_that_every_unit_has_in_full_is_told_before_publication_stops_none_and_stays_in_the_trail()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(Stepped, "so-a", "so-b");
        await app.HasSubmittedAsync(BlocOf.Bloc, "so-a", Stepped, ("I.1", 40), ("I.2", 20), ("II", 40), ("T", 5));
        await app.HasSubmittedAsync(BlocOf.Bloc, "so-b", Stepped, ("I.1", 39), ("I.2", 20), ("II", 40), ("T", 5));
        using var office = app.Admin();
        using var head = await app.OfficerAsync("so-a");
        using var unit = await app.OfficerAsync("so-b");

        Assert.Equal(["fullForAll T"], Told(await office.StandingsAsync().JsonAsync()));
        Assert.Equal(["fullForAll T"], Told(await head.StandingsAsync().JsonAsync()));
        using var hidden = await unit.StandingsAsync();
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        app.SetDay("2026-12-16", 0);
        for (var round = 1; round <= Stepped.Appraising.Rounds; round++)
        {
            await office.CloseAsync(round).JsonAsync();
        }

        var published = await office.PublishAsync().JsonAsync();

        Assert.Equal("published", (string)published["state"]!);
        var trail = await TrailAsync(app, AppraisalsOf.Id.Address);
        Assert.Single(trail, row => row.Entry.After?.Contains("fullForAll", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task A_bonus_that_one_unit_has_less_of_is_not_told()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(Stepped, "so-a", "so-b");
        await app.HasSubmittedAsync(BlocOf.Bloc, "so-a", Stepped, ("I.1", 40), ("I.2", 20), ("II", 40), ("T", 5));
        await app.HasSubmittedAsync(BlocOf.Bloc, "so-b", Stepped, ("I.1", 40), ("I.2", 20), ("II", 40), ("T", 4.5m));
        using var office = app.Admin();

        Assert.Empty(Told(await office.StandingsAsync().JsonAsync()));
    }

    private static SchemeContent Stepped { get; } = SchemeSamples.Of(
        SchemeSamples.Direct("I.1", null, 40) with { Step = SchemeSamples.P(0.5m) },
        SchemeSamples.PassFail("I.2", null, 20),
        SchemeSamples.Direct("II", null, 40),
        new("T", null, "Điểm thưởng", CriterionKind.Bonus, SchemeSamples.P(5)));

    /// <summary>Each warning of an answer by its code, and what it is about.</summary>
    private static IEnumerable<string> Told(JsonNode answer) =>
        answer["warnings"]!.AsArray().Select(one => $"{one!["code"]} {one["criterion"] ?? one["condition"]}");

    private static async Task<IReadOnlyList<AuditRow>> TrailAsync(EmulationApp app, PartitionAddress address)
    {
        await AuditChain.AssertWholeAsync(app.Tables, address, Cancellation);
        return [.. (await app.Services.GetRequiredService<PartitionStore>().ReadAsync(address, AuditRow.All, Cancellation)).Rows.Select(AuditRow.From)];
    }
}
