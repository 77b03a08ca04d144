using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Standings;

/// <summary>The workbook, as a spreadsheet program would open it.</summary>
public sealed class StandingsExportTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_workbook_of_published_standings_is_valid_and_says_what_the_standings_say()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(SchemeSamples.D, "mt-a", "mt-b", "mt-c");
        await app.HasSubmittedAsync(Bloc, "mt-a", SchemeSamples.D, ("I.1", 33.35m), ("I.2", 26.65m), ("II.1", 34), ("III", 10));
        await app.HasSubmittedAsync(Bloc, "mt-b", SchemeSamples.D, ("I.1", 33.34m), ("I.2", 26.65m), ("II.1", 0));
        using var admin = app.Admin();
        app.SetDay("2026-12-20", 9);
        await admin.PublishAsync(Bloc, "mt-c").JsonAsync();

        using var answer = await admin.GetAsync($"{Address()}/export", Cancellation);
        var pages = await ReadAsync(answer);

        Assert.Equal("Xếp hạng Khối khoi-5 2026.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition.DispositionType);
        Assert.Equal(XlsxWriter.MediaType, answer.Content.Headers.ContentType!.MediaType);
        var first = pages["Xếp hạng"];
        Assert.Equal("Công bố lúc 09:00 ngày 20/12/2026", first["A8"]);
        Assert.Equal(["Hạng", "Đơn vị", "Tổng điểm", "Xếp loại", "Giải thích thứ hạng", "Căn cứ xếp loại"], Row(first, 10));
        Assert.Equal(["1", "Đơn vị mt-a", "104", "Tốt", "Hạng 1 với 104 điểm.", "94 điểm: Tốt."], Row(first, 11));
        Assert.Equal(["2", "Đơn vị mt-b", "59.99", "Khá", "Hạng 2 với 59,99 điểm.", "59,99 điểm: Khá."], Row(first, 12));
        Assert.Equal(["Đơn vị mt-c", "Không xếp hạng", "Chưa lập phiếu điểm."], Row(first, 13));
        var second = pages["Theo nhóm tiêu chí"];
        Assert.Equal(["Hạng", "Đơn vị", "I. Nhóm I", "II. Nhóm II", "III. Điểm thưởng", "Cộng", "Điểm thưởng", "Điểm trừ", "Tổng điểm"], Row(second, 10));
        Assert.Equal(["Điểm tối đa", "60", "40", "10", "100"], Row(second, 11));
        Assert.Equal(["1", "Đơn vị mt-a", "60", "34", "10", "94", "10", "0", "104"], Row(second, 12));
        Assert.Equal(["2", "Đơn vị mt-b", "59.99", "0", "59.99", "0", "0", "59.99"], Row(second, 13));
    }

    [Fact]
    public async Task What_is_declared_void_after_publication_changes_nothing_of_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(SchemeSamples.D, "mt-a");
        await app.HasSubmittedAsync(Bloc, "mt-a", SchemeSamples.D, ("I.1", 33.35m), ("I.2", 26.65m), ("II.1", 34));
        var schemes = app.Services.GetRequiredService<SchemeTable>();
        await schemes.FreezeAsync("bang-diem", 1, Cancellation);
        await schemes.VoidAsync("bang-diem", 1, "I.1", "Không thực hiện.", [], Actor.System, Cancellation);
        using var admin = app.Admin();
        app.Clock.Now += TimeSpan.FromDays(1);
        var published = await admin.PublishAsync().JsonAsync();
        app.Clock.Now += TimeSpan.FromDays(1);
        await schemes.VoidAsync("bang-diem", 1, "II", "Không thực hiện.", [], Actor.System, Cancellation);

        using var answer = await admin.GetAsync($"{Address()}/export", Cancellation);
        var page = (await ReadAsync(answer))["Theo nhóm tiêu chí"];

        Assert.Equal((60.65m, 66.65m), ((decimal)published.Place("mt-a")["total"]!, (decimal)published["scheme"]!["maximum"]!));
        Assert.Equal(["Điểm tối đa", "26.65", "40", "10", "66.65"], Row(page, 11));
        Assert.Equal(["1", "Đơn vị mt-a", "26.65", "34", "60.65", "0", "0", "60.65"], Row(page, 12));
    }

    [Fact]
    public async Task What_is_declared_void_in_the_very_instant_in_which_a_publication_begins_counts_in_its_places_and_in_its_workbook_alike()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(SchemeSamples.D, "mt-a");
        await app.HasSubmittedAsync(Bloc, "mt-a", SchemeSamples.D, ("I.1", 33.35m), ("I.2", 26.65m), ("II.1", 34));
        using var admin = app.Admin();
        await using var other = new EmulationApp(azurite, issuer, app.Account);
        other.Clock.Now = app.Clock.Now;
        var schemes = other.Services.GetRequiredService<SchemeTable>();
        await schemes.FreezeAsync("bang-diem", 1, Cancellation);
        var (hasBegun, isVoid) = (false, false);
        app.Faults.Instead = request =>
        {
            // Between its beginning and the first lock; no clock has moved.
            if (hasBegun && !isVoid)
            {
                isVoid = true;
                schemes.VoidAsync("bang-diem", 1, "I.1", "Bãi bỏ.", [], Actor.System, Cancellation).GetAwaiter().GetResult();
            }

            hasBegun |= PublicationSteps.IsTransaction(request);
            return null;
        };

        var published = await admin.PublishAsync().JsonAsync();
        app.Faults.Instead = null;
        using var answer = await admin.GetAsync($"{Address()}/export", Cancellation);
        var page = (await ReadAsync(answer))["Theo nhóm tiêu chí"];

        Assert.True(isVoid);
        Assert.Equal((94m, 100m), ((decimal)published.Place("mt-a")["total"]!, (decimal)published["scheme"]!["maximum"]!));
        Assert.Equal(["Điểm tối đa", "60", "40", "10", "100"], Row(page, 11));
        Assert.Equal(["1", "Đơn vị mt-a", "60", "34", "94", "0", "0", "94"], Row(page, 12));
    }

    [Fact]
    public async Task Before_publication_the_workbook_says_that_it_is_only_a_preview()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(SchemeSamples.D, "mt-a");
        await app.HasSubmittedAsync(Bloc, "mt-a", SchemeSamples.D, ("I.1", 33.35m), ("I.2", 26.65m), ("II.1", 34));
        using var admin = app.Admin();

        using var answer = await admin.GetAsync($"{Address()}/export", Cancellation);
        var pages = await ReadAsync(answer);

        Assert.Equal("Xếp hạng Khối khoi-5 2026 (tạm tính).xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("Tạm tính từ các phiếu điểm đã nộp, chưa công bố", pages["Xếp hạng"]["A8"]);
    }

    [Fact]
    public async Task What_looks_like_a_formula_stays_a_text()
    {
        const string Formula = "=cmd|' /C calc'!A0";
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(SchemeSamples.D, "mt-a", "mt-b");
        await app.NameAsync("mt-a", "=cmd()");
        await app.NameAsync("mt-b", Formula + "\u0001\u0008_x0041_&<>");
        await app.HasSubmittedAsync(Bloc, "mt-a", SchemeSamples.D, ("I.1", 33.35m), ("I.2", 26.65m), ("II.1", 34));
        await app.HasSubmittedAsync(Bloc, "mt-b", SchemeSamples.D, ("I.1", 33.35m), ("I.2", 26.65m), ("II.1", 33));
        using var admin = app.Admin();
        await admin.PublishAsync().JsonAsync();

        using var answer = await admin.GetAsync($"{Address()}/export", Cancellation);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var pages = await ReadAsync(answer);
        var cells = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Cell>()).ToList();
        var named = cells.Where(cell => cell.InlineString?.InnerText.StartsWith("=cmd", StringComparison.Ordinal) == true).ToList();
        var formats = document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();

        Assert.DoesNotContain(cells, cell => cell.CellFormula is not null);
        Assert.Equal(4, named.Count); // two units on two pages
        Assert.All(named, cell =>
        {
            Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
            Assert.True(formats[(int)cell.StyleIndex!.Value].QuotePrefix?.Value);
        });
        Assert.Equal("=cmd()", pages["Xếp hạng"]["B11"]);
        Assert.Equal(Formula + "_x005F_x0041_&<>", pages["Xếp hạng"]["B12"]);
    }

    [Fact]
    public async Task A_scheme_of_five_levels_is_shown_by_its_groups()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(SchemeC.Content with { Basis = ScoreBasis.PercentOfAssigned }, "don-vi-a");
        using var admin = app.Admin();

        using var answer = await admin.GetAsync($"{Address()}/export", Cancellation);
        var pages = await ReadAsync(answer);

        var headings = Row(pages["Theo nhóm tiêu chí"], 10).Count;
        Assert.Equal(6 + SchemeC.Content.Criteria.Count(criterion => criterion.Parent is null || criterion.Kind == CriterionKind.Group), headings);
        Assert.Equal("Tỷ lệ xếp hạng (%)", pages["Xếp hạng"]["D10"]);
    }

    /// <summary>Opens the workbook, finds no fault in it, and reads every cell: page, then address.</summary>
    private static async Task<Dictionary<string, Dictionary<string, string>>> ReadAsync(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, System.Text.Encoding.UTF8.GetString(bytes));
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Workbooks.AssertValid(bytes);
        var book = document.WorkbookPart!;
        return book.Workbook.Descendants<Sheet>().ToDictionary(
            sheet => sheet.Name!.Value!,
            sheet => ((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<Cell>()
                .ToDictionary(cell => cell.CellReference!.Value!, cell => cell.InlineString?.InnerText ?? cell.CellValue?.InnerText ?? ""));
    }

    /// <summary>What stands in a row, empty cells left out.</summary>
    private static List<string> Row(Dictionary<string, string> page, int row) =>
        [.. page.Where(cell => cell.Key.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]) == $"{row}" && cell.Value.Length > 0).Select(cell => cell.Value)];
}
