using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Year.Standings;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Office.Papers;

/// <summary>The workbook of a bloc's year, through HTTP: to the bloc's units, each with its own numbers of reports, and to nobody else.</summary>
public sealed class ExportYearTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Here = $"/api/cycles/2026/blocs/{Bloc}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_finds_its_own_numbers_in_it_the_head_those_of_all_and_a_stranger_is_refused()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(SchemeSamples.D, "so-a", "so-b", "so-c");
        await app.Admin().PutAsync("/api/units/so-x", EmulationApp.Json("""{"name":"Sở X","kind":"department","functions":[],"isCentrallyManaged":false,"contacts":[],"isPlaceholder":false}"""), Cancellation).JsonAsync();
        using var head = await app.OfficerAsync("so-a");
        using var stranger = await app.OfficerAsync("so-x");
        await head.PutAsync($"{Here}/reports/so-ket", EmulationApp.Json("""
            {"kind":"halfYear","title":"Báo cáo sơ kết","from":"2026-01-01","until":"2026-06-30","due":"2026-12-30","sections":[],"questions":[{"code":"thu-tuc","title":"Thủ tục","measure":"hồ sơ"}]}
            """), Cancellation).JsonAsync();
        foreach (var (unit, number) in new[] { ("so-b", 800), ("so-c", 900) })
        {
            using var officer = await app.OfficerAsync(unit);
            using var put = await officer.PutAsync($"{Here}/reports/so-ket/parts/{unit}", EmulationApp.Json($$"""{"answers":[{"question":"thu-tuc","number":{{number}}}],"results":[]}"""), Cancellation);
            using var send = new HttpRequestMessage(HttpMethod.Post, $"{Here}/reports/so-ket/parts/{unit}/submission");
            send.Headers.IfMatch.Add(put.Headers.ETag!);
            await officer.SendAsync(send, Cancellation).JsonAsync();
        }

        using var member = await app.OfficerAsync("so-b");
        Assert.Equal(["800"], await NumbersAsync(member));
        Assert.Equal(["800", "900"], await NumbersAsync(head));
        await stranger.GetAsync($"{Here}/workbook", Cancellation).ProblemAsync(403);
        await app.Admin().GetAsync($"/api/cycles/2031/blocs/{Bloc}/workbook", Cancellation).ProblemAsync(404);
    }

    private static async Task<IReadOnlyList<string>> NumbersAsync(HttpClient client)
    {
        using var answer = await client.GetAsync($"{Here}/workbook", Cancellation);
        Assert.Equal(XlsxWriter.MediaType, answer.Content.Headers.ContentType!.MediaType);
        var file = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        Workbooks.AssertValid(file);
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        return [.. Workbooks.Worksheet(document, "Số liệu so-ket").Descendants<Cell>().Select(cell => cell.CellValue?.Text).OfType<string>().Where(text => text is "800" or "900").Distinct()];
    }
}
