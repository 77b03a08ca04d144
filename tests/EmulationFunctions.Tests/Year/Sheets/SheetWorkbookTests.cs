using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Spreadsheet;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Rules.Tests.Province.Schemes;

namespace EmulationFunctions.Tests.Year.Sheets;

/// <summary>
/// A whole sheet as a workbook. In the small scheme's workbook the headings stand in row 11, and the criteria below: I (12), I.1 (13), I.2 (14),
/// II (15), T (16), P.đ (17); points are entered in E, times in F, explanations in G.
/// </summary>
public sealed class SheetWorkbookTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Export = $"{SheetWorld.Sheet}/xlsx";
    private const string Import = $"{SheetWorld.Sheet}/import";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sheet_is_downloaded_filled_in_and_sent_back_as_one_save()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var answer = await unit.GetAsync(Export, Cancellation);
        var file = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal((XlsxWriter.MediaType, $"2026-nam-{SheetWorld.Unit}.xlsx"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
        Workbooks.AssertValid(file);

        var filled = Filled(file, ("E13", 38.25), ("G13", "=Hoàn thành\n12/12 chỉ tiêu"), ("F14", 3), ("E15", "đạt"), ("E16", 2.5), ("G17", "Không có"));
        using var saved = await unit.PostAsync(Import, Workbooks.Body(filled), Cancellation);
        var summary = JsonNode.Parse(await saved.Content.ReadAsStringAsync(Cancellation))!;

        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal((95.75m, true), ((decimal)summary["totals"]!["total"]!, (bool)summary["isComplete"]!));
        var (sheet, tag) = await SheetWorld.ReadAsync(unit);
        Assert.Equal(saved.Headers.ETag!.Tag, tag);
        Assert.Equal("=Hoàn thành\n12/12 chỉ tiêu", (string)sheet["scores"]!.AsArray().Single(entry => (string)entry!["criterion"]! == "I.1")!["explanation"]!);
        var change = (await unit.GetAsync($"{SheetWorld.Sheet}/changes", Cancellation).JsonAsync())["changes"]!.AsArray().Single()!;
        Assert.Equal(("SaveScores", "Nhập từ bảng tính", 5), ((string)change["function"]!, (string)change["reason"]!, change["scores"]!.AsArray().Count));
    }

    [Fact]
    public async Task What_is_exported_and_sent_back_changes_nothing_whatever_its_kind()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, SchemeSamples.Of(
            SchemeSamples.Direct("1.10", null, 40),
            new("1.2", null, "Tỷ lệ", CriterionKind.NestedPercentage, SchemeSamples.P(30), Nested: new(SchemeSamples.Share(100), SchemeSamples.P(20), SchemeSamples.Share(15))),
            new("1.3", null, "Định lượng", CriterionKind.Quantitative, SchemeSamples.P(30)),
            new("P", null, "Điểm trừ", CriterionKind.Penalty, SchemeSamples.P(3), Each: SchemeSamples.P(1))));
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""
            {"criterion":"1.10","points":33.35,"explanation":"_x0041_ \t và\nxuống dòng"}, {"criterion":"1.2","counts":{"all":120,"outer":118,"inner":20}},
            {"criterion":"1.3","explanation":"Theo báo cáo"}, {"criterion":"P","count":2}
            """));
        var file = await unit.GetByteArrayAsync(Export, Cancellation);

        using var again = await unit.PostAsync(Import, Workbooks.Body(file), Cancellation);

        Assert.Equal((HttpStatusCode.OK, tag), (again.StatusCode, again.Headers.ETag!.Tag));
        Assert.Single((await unit.GetAsync($"{SheetWorld.Sheet}/changes", Cancellation).JsonAsync())["changes"]!.AsArray());
    }

    [Theory]
    [InlineData(-1.5)]
    [InlineData(1.5)]
    public async Task A_penalty_may_be_typed_with_the_sign_that_the_form_shows_or_without(double typed)
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await unit.PostAsync(Import, Workbooks.Body(Filled(await unit.GetByteArrayAsync(Export, Cancellation), ("E17", typed))), Cancellation).JsonAsync();
        var (sheet, tag) = await SheetWorld.ReadAsync(unit);
        Assert.Equal(1.5m, (decimal)sheet["scores"]!.AsArray().Single()!["points"]!);

        var file = await unit.GetByteArrayAsync(Export, Cancellation);
        Assert.Equal(-1.5m, XlsxReader.Read(file).Sheets[0].Rows.Single(row => row.Number == 17).Cells[5].Number);
        using var again = await unit.PostAsync(Import, Workbooks.Body(file), Cancellation);
        Assert.Equal((HttpStatusCode.OK, tag), (again.StatusCode, again.Headers.ETag!.Tag));
    }

    [Fact]
    public async Task A_row_left_empty_clears_and_a_row_taken_out_leaves_what_was_entered()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));
        var file = await unit.GetByteArrayAsync(Export, Cancellation);

        var changed = Filled(Workbooks.Edited(file, document => Workbooks.Cell(document, "Chấm điểm", "A15").Parent!.Remove()), ("E13", null), ("G13", null));
        await unit.PostAsync(Import, Workbooks.Body(changed), Cancellation).JsonAsync();

        var (sheet, _) = await SheetWorld.ReadAsync(unit);
        Assert.Equal(["I.2", "II"], sheet["scores"]!.AsArray().Select(entry => (string)entry!["criterion"]!));
    }

    [Fact]
    public async Task Every_fault_is_told_at_its_cell_and_nothing_is_saved()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var file = await unit.GetByteArrayAsync(Export, Cancellation);

        await RefusedAsync(["E13", "E15", "F14", "E17"], ("E13", 40.5), ("E15", 20), ("F14", -1), ("E17", -3.5), ("E16", 1)); // rules of a save
        await RefusedAsync(["E13", "F14", "E15"], ("E13", 33.335), ("F14", 1.5), ("E15", "tốt"), ("E16", 1)); // not what the column holds
        await RefusedAsync(["A12"], ("E12", 60), ("E16", 1)); // a group is a sum
        await RefusedAsync(["F13", "E14"], ("F13", 1), ("E14", 5)); // counted in place of typed, and the other way round
        await RefusedAsync(["A13"], ("A13", "IX"), ("E13", 1)); // no such criterion
        await RefusedAsync(["A15"], ("A15", "I.1"), ("E13", 1), ("E15", 1)); // twice
        await RefusedAsync(["A13"], ("A13", null), ("E13", 1));
        await RefusedAsync(["G13"], ("G13", new string('x', 4_001)));
        await RefusedAsync(["E11", "A11"], ("E11", "Số điểm"));
        var formula = Workbooks.Edited(file, document => Workbooks.Cell(document, "Chấm điểm", "E13").CellFormula = new CellFormula("1+1"));
        Assert.Equal(["Sheet 'Chấm điểm' E13"], (await unit.PostAsync(Import, Workbooks.Body(formula), Cancellation).ProblemAsync(400)).Paths());
        Assert.Equal(["$"], (await unit.PostAsync(Import, Workbooks.Body([0x50, 0x4B, 3, 4]), Cancellation).ProblemAsync(400)).Paths());
        await unit.PostAsync(Import, Workbooks.Body(file, "application/json"), Cancellation).ProblemAsync(415);

        Assert.Equal("notStarted", SheetWorld.State((await SheetWorld.ReadAsync(unit)).Sheet));

        async Task RefusedAsync(string[] cells, params (string, object?)[] values)
        {
            var problem = await unit.PostAsync(Import, Workbooks.Body(Filled(file, values)), Cancellation).ProblemAsync(400);
            Assert.Equal(cells.Select(cell => $"Sheet 'Chấm điểm' {cell}").Order(), problem.Paths().Order());
        }
    }

    [Fact]
    public async Task A_workbook_older_than_the_sheet_is_refused()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var empty = await unit.GetByteArrayAsync(Export, Cancellation);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1","points":1}"""));
        var first = await unit.GetByteArrayAsync(Export, Cancellation);
        var latest = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"II","points":40}""", tag));

        await unit.PostAsync(Import, Workbooks.Body(Filled(empty, ("E13", 2))), Cancellation).ProblemAsync(412);
        await unit.PostAsync(Import, Workbooks.Body(Filled(first, ("E13", 2))), Cancellation).ProblemAsync(412);
        // Having read the sheet since does not make the workbook newer.
        var request = new HttpRequestMessage(HttpMethod.Post, Import) { Content = Workbooks.Body(Filled(first, ("E13", 2))) }.With(new EntityTagHeaderValue(latest));
        await unit.SendAsync(request, Cancellation).ProblemAsync(412);

        Assert.Equal(latest, (await SheetWorld.ReadAsync(unit)).Tag);
    }

    [Fact]
    public async Task A_workbook_that_does_not_say_what_it_was_made_from_needs_what_was_read()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1","points":1}"""));
        var bare = XlsxWriter.Write(new TableSheet("Chấm điểm", [new("Giải trình", 10), new("Điểm", 10), new("Mã", 10)], [TableRow.Of("Tự chấm", 2, "I.1")]));

        await unit.PostAsync(Import, Workbooks.Body(bare), Cancellation).ProblemAsync(428);
        var saved = await unit.SendAsync(new HttpRequestMessage(HttpMethod.Post, Import) { Content = Workbooks.Body(bare) }.With(new EntityTagHeaderValue(tag)), Cancellation).JsonAsync();

        Assert.Equal(2m, (decimal)saved["totals"]!["total"]!);
    }

    [Theory]
    [InlineData("B2", 2025)]
    [InlineData("B3", "6-thang")]
    [InlineData("B4", "t-khoi-2")]
    [InlineData("B6", SheetWorld.Head)]
    [InlineData("B8", "bang-diem-khac")]
    [InlineData("B9", 2)]
    [InlineData("B9", null)]
    public async Task A_workbook_of_another_sheet_is_refused(string cell, object? value)
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var file = Filled(await unit.GetByteArrayAsync(Export, Cancellation), ("E13", 1));

        var problem = await unit.PostAsync(Import, Workbooks.Body(Workbooks.With(file, "Phiếu điểm", (cell, value))), Cancellation).ProblemAsync(400);

        Assert.Equal([$"Sheet 'Phiếu điểm' {cell}"], problem.Paths());
    }

    [Fact]
    public async Task What_is_void_is_shown_and_takes_nothing()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));
        await world.Admin.PostAsync($"/api/schemes/{SheetWorld.Scheme}/versions/1/criteria/II/void", EmulationApp.Json("""{"reason":"Bãi bỏ"}"""), Cancellation).JsonAsync();
        var file = await unit.GetByteArrayAsync(Export, Cancellation);

        var row = XlsxReader.Read(file).Sheets[0].Rows.Single(row => row.Number == 15);
        Assert.Equal("Vô hiệu", row.Cells[10].Text);
        Assert.False(row.Cells.ContainsKey(5));
        await unit.PostAsync(Import, Workbooks.Body(Filled(file, ("E13", 20))), Cancellation).JsonAsync();
        Assert.Equal(3, (await SheetWorld.ReadAsync(unit)).Sheet["scores"]!.AsArray().Count); // what was entered for it is not lost
        var problem = await unit.PostAsync(Import, Workbooks.Body(Filled(await unit.GetByteArrayAsync(Export, Cancellation), ("E15", 40))), Cancellation).ProblemAsync(400);
        Assert.Equal(["Sheet 'Chấm điểm' A15"], problem.Paths());
    }

    [Fact]
    public async Task A_workbook_obeys_the_deadline_and_the_sheets_state_like_any_save()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var file = Filled(await unit.GetByteArrayAsync(Export, Cancellation), ("E13", 1));
        world.App.SetDay("2026-12-11");
        Assert.EndsWith("deadline-passed", await RuleAsync());
        world.App.SetDay("2026-12-01");
        await SheetWorld.SubmittedAsync(unit);
        Assert.EndsWith("sheet-submitted", await RuleAsync());

        async Task<string> RuleAsync() => (string)(await unit.PostAsync(Import, Workbooks.Body(file), Cancellation).ProblemAsync(409))["type"]!;
    }

    [Fact]
    public async Task Who_may_see_a_sheet_may_download_it_and_only_its_unit_sends_it()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        using var other = await world.App.OfficerAsync(SheetWorld.Other); // last year's head
        using var reader = world.App.Holding("Emulation.Reader");
        using var nobody = world.App.Nobody();
        var file = Filled(await unit.GetByteArrayAsync(Export, Cancellation), ("E13", 1));

        foreach (var client in new[] { head, reader, world.Admin })
        {
            using var export = await client.GetAsync(Export, Cancellation);
            Assert.Equal(HttpStatusCode.OK, export.StatusCode);
            await client.PostAsync(Import, Workbooks.Body(file), Cancellation).ProblemAsync(403);
        }

        await other.GetAsync(Export, Cancellation).ProblemAsync(403);
        await other.PostAsync(Import, Workbooks.Body(file), Cancellation).ProblemAsync(403);
        await nobody.GetAsync(Export, Cancellation).ProblemAsync(401);
        await nobody.PostAsync(Import, Workbooks.Body(file), Cancellation).ProblemAsync(401);
        await unit.GetAsync($"/api/cycles/2024/periods/nam/blocs/{SheetWorld.Bloc}/sheets/{SheetWorld.Unit}/xlsx", Cancellation).ProblemAsync(404);
    }

    private static byte[] Filled(byte[] file, params (string, object?)[] values) => Workbooks.With(file, "Chấm điểm", values);
}
