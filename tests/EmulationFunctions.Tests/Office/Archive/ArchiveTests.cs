using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using EmulationFunctions.Office.Archive;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Tests.Province.Decisions;
using EmulationFunctions.Tests.Province.Roster;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Office.Archive;

/// <summary>A year as the archive takes it, and in the office's tables.</summary>
public sealed class ArchiveTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Here = "/api/cycles/2026/blocs/khoi-1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_archive_holds_issued_papers_files_and_decisions_and_a_list_of_them()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = await PrepareAsync(app);
        await office.PutAsync("/api/archive/profile", """{"organId":"H05.01.01","organName":"Sở Nội vụ","filePrefix":"TDKT-"}""").JsonAsync();

        using var answer = await office.GetAsync("/api/cycles/2026/archive", Cancellation);
        using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancellation)));
        var index = XDocument.Load(zip.GetEntry(ArchiveExport.Index)!.Open()).Root!;
        var paths = index.Descendants("Path").Select(path => path.Value).ToList();
        var file = Assert.Single(paths, path => path.StartsWith("tep/khoi-1/", StringComparison.Ordinal));

        Assert.Equal(("application/zip", "luu-tru-2026.zip"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
        string[] council = ["hoi-dong/xet-khen-thuong-bien-ban-hop.docx", "hoi-dong/xet-khen-thuong-bien-ban-kiem-phieu.docx"];
        Assert.Equal(["quyet-dinh/qd-1.json", "quyet-dinh/qd-1.json", .. council, "van-ban/khoi-1/plan.docx", file], paths);
        Assert.Equal(paths.Distinct().Append(ArchiveExport.Index), zip.Entries.Select(entry => entry.FullName)); // every entry once, and all of them are listed
        Assert.Equal(SampleFiles.Pdf(), await BytesAsync(zip.GetEntry(file)!));
        Assert.Equal(3, new[] { ArchiveExport.NameOf(["award-letter", "", "so-a", "co-b"]), ArchiveExport.NameOf(["award-letter", "", "so-a-co", "b"]), ArchiveExport.NameOf(["award-letter", "so-a", "", "co-b"]) }.Distinct().Count());
        Assert.Contains("12/KH-KTĐ", await TextAsync(zip.GetEntry("van-ban/khoi-1/plan.docx")!), StringComparison.Ordinal);

        var decision = JsonNode.Parse(await BytesAsync(zip.GetEntry("quyet-dinh/qd-1.json")!))!;
        Assert.Equal(("so-a", "falseDeclaration"), ((string)decision["titles"]![0]!["unit"]!, (string)decision["revocations"]![0]!["ground"]!));
        Assert.Equal(
            [("Quyết định khen thưởng năm 2026", "TDKT-001", 2), ("Hội đồng Thi đua - Khen thưởng xét khen thưởng năm 2026", "TDKT-002", 2), ("Khối 1, năm 2026", "TDKT-003", 2)],
            index.Elements("File").Select(one => (one.Element("Title")!.Value, one.Element("FileCode")!.Element("FileNotation")!.Value, one.Elements("Document").Count())));
        var documents = index.Descendants("Document").ToList();
        Assert.Equal(("15", "QĐ-UBND", "2027-01-20", "Chủ tịch Ủy ban nhân dân tỉnh"), (
            documents[0].Element("CodeNumber")!.Value, documents[0].Element("CodeNotation")!.Value, documents[0].Element("IssuedDate")!.Value, documents[0].Element("SignerInfo")!.Value));
        Assert.Equal(
            ("Biên bản", "Kiểm phiếu tại Phiên họp xét khen thưởng", "2027-01-10", "Hội đồng Thi đua - Khen thưởng tỉnh", "Chủ tịch"),
            (Told(documents[3], "TypeName"), Told(documents[3], "Subject"), Told(documents[3], "IssuedDate"), Told(documents[3], "OrganName"), Told(documents[3], "SignerInfo")));
        Assert.Contains("CodeNumber", Told(documents[3], "Missing"), StringComparison.Ordinal); // minutes have no number
        Assert.Contains("Phiên họp xét khen thưởng", await TextAsync(zip.GetEntry(council[0])!), StringComparison.Ordinal);
        Assert.Contains("3/3 (100 %)", await TextAsync(zip.GetEntry(council[1])!), StringComparison.Ordinal);
        Assert.Equal("Trưởng khối", Told(documents[4], "SignerInfo")); // the post, and not the name
        Assert.DoesNotContain("Ông A", index.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_out_piece_by_piece_however_large_the_files_are()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = await PrepareAsync(app);
        using var large = new ByteArrayContent(SampleFiles.Pdf(4 * 1024 * 1024)) { Headers = { ContentType = new("application/octet-stream") } };
        using var sent = await office.PostAsync(new Uri($"{Here}/attachments?subject=plan&name=lon.pdf", UriKind.Relative), large, Cancellation);
        Assert.True(sent.IsSuccessStatusCode);
        var cycle = (await app.Services.GetRequiredService<CycleTable>().FindWithBlocsAsync(2026, Cancellation))!;
        await using var stream = new Pieces();

        await app.Services.GetRequiredService<ArchiveExport>().WriteAsync(
            stream, cycle, new Caller("t", "o", IsApplication: false, new HashSet<string> { Roles.Admin }, []), Cancellation);

        Assert.InRange(stream.Largest, 1, 256 * 1024);
        Assert.True(stream.Count > 4);
    }

    [Fact]
    public async Task Only_the_office_takes_the_archive_and_of_a_year_that_was_opened()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = await PrepareAsync(app);
        using var council = app.Holding("Emulation.Council");

        await council.GetAsync("/api/cycles/2026/archive", Cancellation).ProblemAsync(403);
        await office.GetAsync("/api/cycles/2031/archive", Cancellation).ProblemAsync(404);
        await office.GetAsync("/api/cycles/2031/statistics", Cancellation).ProblemAsync(404);
        var faulty = await office.PutAsync("/api/archive/profile", """{"organId":" ","organName":"Sở\nNội vụ","filePrefix":"TDKT-"}""").ProblemAsync(400);
        Assert.Equal(["$.organId", "$.organName"], faulty.Paths());
        var none = await council.ReadAsync("/api/archive/profile").JsonAsync();
        Assert.Null(none["organId"]);
    }

    [Fact]
    public async Task Statistics_are_laid_out_as_the_office_says()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = await PrepareAsync(app);
        using var reader = app.Holding("Emulation.Reader");
        await office.HasSalaryAsync("2024-07-01", 2_340_000).JsonAsync();

        var shipped = await SheetsAsync(reader);
        var template = """
            {"tables":[{"name":"Khối","title":"SỐ LIỆU NĂM","rows":"bloc","columns":[{"heading":"Đơn vị","measure":"units"},{"heading":"Đề nghị","measure":"nominated"},{"heading":"Bằng khen","measure":"given","awards":["bang-khen-chu-tich-ubnd-tinh"]},
              {"heading":"Hủy","measure":"revoked"},{"heading":"Tiền","measure":"money"},{"heading":"Hội đồng","measure":"councilPassed"}]}]}
            """;
        var tag = await TagAsync(office.PutAsync("/api/statistics/template", template));
        Assert.Equal(tag, await TagAsync(office.PutAsync("/api/statistics/template", template))); // again
        await office.PutAsync("/api/statistics/template", template.Replace("SỐ LIỆU", "BẢNG", StringComparison.Ordinal)).ProblemAsync(428);
        await reader.PutAsync("/api/statistics/template", template).ProblemAsync(403);
        var own = await SheetsAsync(reader);

        Assert.Equal(["Theo khối", "Theo danh hiệu", "Theo đơn vị"], shipped.Keys);
        var sheet = Assert.Single(own);
        Assert.Equal("Khối", sheet.Key);
        Assert.Contains("2|1|1|1|7020000|0", sheet.Value, StringComparison.Ordinal); // the council passed what nobody had nominated
    }

    /// <summary>A bloc of two units in 2026 with a plan that was issued, a file, a nomination, and a decision of which one title was taken back.</summary>
    private static async Task<HttpClient> PrepareAsync(EmulationApp app)
    {
        app.SetDay("2026-12-10");
        var office = app.Admin();
        await office.HasUnitsAsync("so-a", "so-b");
        await office.PutAsync("/api/cycles/2026", """{"startsOn":null,"periods":null,"stages":null,"blocs":[{"bloc":"khoi-1","scheme":null,"stages":[]}]}""").JsonAsync();
        await office.PutAsync($"{Here}/plan", """{"objectives":["Hoàn thành chỉ tiêu"]}""").JsonAsync();
        await office.PutAsync($"{Here}/documents/plan/number", """{"number":"12/KH-KTĐ","day":"2026-12-05","signer":{"name":"Người ký","post":"Trưởng khối"}}""").JsonAsync();
        using var file = new ByteArrayContent(SampleFiles.Pdf()) { Headers = { ContentType = new("application/octet-stream") } };
        using var sent = await office.PostAsync(new Uri($"{Here}/attachments?subject=plan&name=ke-hoach.pdf", UriKind.Relative), file, Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.Created, sent.StatusCode);
        await office.PutAsync($"{Here}/nominations/tap-the-lao-dong-tien-tien/so-a", "{}").JsonAsync();
        app.SetDay("2027-02-01");
        await office.HasCouncilAsync("khoi-1", ("so-a", DecisionSamples.Flag), ("so-b", DecisionSamples.Certificate));
        var tag = (string)(await office.DecideAsync(2026, "qd-1", DecisionSamples.Body("15/QĐ-UBND", "2027-01-20", ("so-a", DecisionSamples.Flag), ("so-b", DecisionSamples.Certificate))).JsonAsync())["etag"]!;
        await office.RevokeAsync(2026, "qd-1", DecisionSamples.Revocation("20/QĐ-UBND", "2027-02-01", ("so-a", DecisionSamples.Flag)), tag).JsonAsync();
        return office;
    }

    private static async Task<Dictionary<string, string>> SheetsAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/api/cycles/2026/statistics", Cancellation);
        Assert.Equal(XlsxWriter.MediaType, answer.Content.Headers.ContentType!.MediaType);
        var file = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        Workbooks.AssertValid(file);
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        return document.WorkbookPart!.Workbook!.Descendants<Sheet>().ToDictionary(
            sheet => sheet.Name!.Value!, sheet => string.Join('|', Workbooks.Worksheet(document, sheet.Name!.Value!).Descendants<Cell>().Select(cell => cell.CellValue?.Text).OfType<string>()));
    }

    private static async Task<string> TagAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return answer.Headers.ETag!.Tag;
    }

    private static string Told(XElement document, string name) => document.Element(name)!.Value;

    private static async Task<string> TextAsync(ZipArchiveEntry entry)
    {
        using var paper = WordprocessingDocument.Open(new MemoryStream(await BytesAsync(entry)), false);
        return paper.MainDocumentPart!.Document!.Body!.InnerText;
    }

    private static async Task<byte[]> BytesAsync(ZipArchiveEntry entry)
    {
        await using var content = await entry.OpenAsync(Cancellation);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, Cancellation);
        return bytes.ToArray();
    }

    /// <summary>A line that takes what is written forwards, and asynchronously only, as Kestrel does.</summary>
    private sealed class Pieces : Stream
    {
        public int Largest { get; private set; }

        public int Count { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => throw new NotSupportedException("A synchronous flush.");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A synchronous write.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Largest = Math.Max(Largest, buffer.Length);
            Count++;
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
