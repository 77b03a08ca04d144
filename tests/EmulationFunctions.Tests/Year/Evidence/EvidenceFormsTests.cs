using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Tests.Year.Sheets;
using EmulationFunctions.Year.Evidence;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Evidence.SheetFiles;

namespace EmulationFunctions.Tests.Year.Evidence;

/// <summary>Files as programs, cameras and people send them.</summary>
public sealed class EvidenceFormsTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_are_taken_as_other_programs_and_cameras_write_them()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        var jpeg = SampleFiles.Jpeg();
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xFF, 0xC2]);
        (byte[] File, string Type)[] taken =
        [
            ([.. SampleFiles.Pdf(), .. new byte[1_100]], "pdf"),
            ([.. "\n\n\n\n\n\n\n\n\n"u8, .. SampleFiles.Pdf()], "pdf"),
            (SamplePdfs.Encrypted(5, ""), "pdf"),
            ([.. jpeg[..frame], 0, 1, .. jpeg[frame..]], "jpeg"),
            (jpeg[..^2], "jpeg"),
            ([.. jpeg[..^2], .. "SEFH\0\0SEFT"u8], "jpeg"),
            (SampleFiles.Docx("word/embeddings/chart.xlsb", "x"u8.ToArray()), "docx"),
        ];

        foreach (var (file, type) in taken)
        {
            Assert.Equal(type, (string)(await unit.UploadAsync(file).JsonAsync())["type"]!);
        }
    }

    [Fact]
    public async Task A_file_that_is_not_taken_is_told_what_it_is_and_what_to_do()
    {
        await using var app = await StartAsync(azurite, issuer, ("Evidence:AllowedTypes", "pdf,docx,xlsx,jpeg,png,zip"));
        using var unit = await app.OfficerAsync(Unit);
        (byte[] File, int Status, string Type, string What, string Do)[] refused =
        [
            (OpenDocument("text"), 415, "file-type-refused", "ODT", "DOCX"),
            (OpenDocument("spreadsheet"), 415, "file-type-refused", "ODS", "XLSX"),
            (OpenDocument("presentation"), 415, "file-type-refused", "ODP", "PDF"),
            (SampleFiles.Zip(("Index/Document.iwa", [1])), 415, "file-type-refused", "Pages, Numbers", "PDF"),
            ("\0\0\0\u0018ftypheic\0\0\0\0"u8.ToArray(), 415, "file-type-refused", "HEIC", "JPEG"),
            ("RIFF\0\0\0\0WEBPVP8 "u8.ToArray(), 415, "file-type-refused", "WEBP", "JPEG"),
            ("II*\0\u0008\0\0\0"u8.ToArray(), 415, "file-type-refused", "TIFF", "JPEG"),
            (SamplePdfs.Encrypted(4, "abc"), 415, "file-encrypted", "mật khẩu", "bỏ mật khẩu"),
            (SampleFiles.Docx("word/embeddings/oleObject1.bin", SampleFiles.Compound("x", new("0003000C-0000-0000-C000-000000000046"))), 415, "file-has-attachment", "đính kèm", "gửi riêng"),
            (SampleFiles.Png(200, texts: 70_000), 413, "file-holds-too-much", "đoạn", "giảm ảnh"),
        ];

        foreach (var (file, status, type, what, todo) in refused)
        {
            var problem = await unit.UploadAsync(file).ProblemAsync(status);
            Assert.Equal($"urn:emulation-functions:{type}", (string)problem["type"]!);
            Assert.Contains(what, (string)problem["detail"]!);
            Assert.Contains(todo, (string)problem["detail"]!);
        }

        Assert.Empty(await unit.FilesAsync());
        Assert.Empty(await app.BlobsAsync());

        static byte[] OpenDocument(string kind) => SampleFiles.Zip(("mimetype", Encoding.ASCII.GetBytes($"application/vnd.oasis.opendocument.{kind}")), ("content.xml", "<a/>"u8.ToArray()));
    }

    [Fact]
    public async Task A_body_that_was_packed_is_told_so_whatever_is_in_it()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            packing.Write(SampleFiles.Pdf());
        }

        foreach (var (method, address, type) in new[]
        {
            (HttpMethod.Post, $"{Files}?criterion=I.1&name=a.pdf", "application/pdf"),
            (HttpMethod.Patch, $"{SheetWorld.Sheet}/scores", "application/json"),
            (HttpMethod.Post, $"{SheetWorld.Sheet}/import", XlsxWriter.MediaType),
        })
        {
            var content = new ByteArrayContent(packed.ToArray()) { Headers = { ContentEncoding = { "gzip" }, ContentType = new(type) } };
            using var request = new HttpRequestMessage(method, address) { Content = content };
            using var answer = await unit.SendAsync(request, Cancellation);
            var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;

            Assert.Equal((HttpStatusCode.UnsupportedMediaType, "urn:emulation-functions:unsupported-content-encoding"), (answer.StatusCode, (string)problem["type"]!));
            Assert.Equal(["identity"], answer.Headers.GetValues("Accept-Encoding"));
            Assert.Contains("Content-Encoding: gzip", (string)problem["detail"]!);
        }

        foreach (var (coding, status) in new[] { ("Identity", HttpStatusCode.Created), ("", HttpStatusCode.OK) })
        {
            var content = new ByteArrayContent(SampleFiles.Pdf());
            content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
            using var plain = new HttpRequestMessage(HttpMethod.Post, $"{Files}?criterion=I.1&name=a.pdf") { Content = content };
            using var taken = await unit.SendAsync(plain, Cancellation);
            Assert.Equal(status, taken.StatusCode);
        }
    }

    [Fact]
    public async Task A_form_of_several_parts_is_told_so_and_whoever_may_not_send_hears_that_first()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        using var nobody = app.Nobody();

        var problem = await PostAsync(unit).ProblemAsync(415);
        await PostAsync(nobody).ProblemAsync(401);

        Assert.Equal("urn:emulation-functions:unsupported-media-type", (string)problem["type"]!);
        Assert.Contains("multipart", (string)problem["detail"]!);

        static Task<HttpResponseMessage> PostAsync(HttpClient client) => client.PostAsync(
            $"{Files}?criterion=I.1&name=a.pdf", new MultipartFormDataContent { { new ByteArrayContent(SampleFiles.Pdf()), "file", "a.pdf" } }, Cancellation);
    }

    [Fact]
    public async Task A_body_that_comes_slower_than_it_may_is_ended_and_leaves_its_place_to_others()
    {
        using var records = new RecordCollector();
        await using var app = new EmulationApp(
            azurite, issuer,
            services: services =>
            {
                records.Collect(services);
                services.AddSingleton(new BodyPace(int.MaxValue, TimeSpan.FromMilliseconds(100)));
            },
            settings: ("Evidence:MaximumUploadsInFlight", "1"));
        await SheetWorld.StartAsync(app);
        using var unit = await app.OfficerAsync(Unit);
        var file = SampleFiles.Pdf(10_000);

        var answer = await AnsweredInTheMiddleAsync(app, unit, file, records);
        using var next = await unit.UploadAsync(file);

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("urn:emulation-functions:too-slow", answer);
        Assert.Equal(HttpStatusCode.Created, next.StatusCode);
        Assert.Single(await app.BlobsAsync());
    }

    [Fact]
    public async Task An_upload_that_comes_too_late_waits_for_no_more_of_its_file()
    {
        using var records = new RecordCollector();
        await using var app = new EmulationApp(
            azurite, issuer,
            services: services =>
            {
                records.Collect(services);
                services.AddSingleton(new BodyPace(1, TimeSpan.FromDays(1)));
            });
        await SheetWorld.StartAsync(app);
        using var unit = await app.OfficerAsync(Unit);
        app.SetDay("2026-12-11", 0);

        var answer = await AnsweredInTheMiddleAsync(app, unit, SampleFiles.Pdf(1024 * 1024), records);

        Assert.StartsWith("HTTP/1.1 409 ", answer, StringComparison.Ordinal);
        Assert.Contains("urn:emulation-functions:deadline-passed", answer);
        Assert.Empty(await app.BlobsAsync());
    }

    [Fact]
    public async Task One_account_holds_two_places_and_the_others_are_let_in()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        using var office = app.Admin();
        var slots = app.Services.GetRequiredService<UploadSlots>();
        var account = $"{IssuerFixture.Tenant}:{EmulationApp.ObjectId(Unit)}";
        var held = Enumerable.Range(0, UploadSlots.OfAccount).Select(_ => slots.Take(account)).ToList();

        using var third = await unit.UploadAsync(SampleFiles.Pdf());
        using var others = await office.UploadAsync(SampleFiles.Pdf(1));
        held.ForEach(slot => slot.Dispose());
        using var again = await unit.UploadAsync(SampleFiles.Pdf());

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(10)), (third.StatusCode, third.Headers.RetryAfter!.Delta!.Value));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, others.StatusCode);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
    }

    /// <summary>Sends half of a file, and the rest of it once the function has answered.</summary>
    private static async Task<string> AnsweredInTheMiddleAsync(EmulationApp app, HttpClient unit, byte[] file, RecordCollector records)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(app.Host.Address.Host, app.Host.Address.Port, Cancellation);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {Files}?criterion=I.1&name=a.pdf HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: {unit.DefaultRequestHeaders.Authorization}\r\nTransfer-Encoding: chunked\r\n\r\n{file.Length:x}\r\n"), Cancellation);
        await stream.WriteAsync(file.AsMemory(0, file.Length / 2), Cancellation);
        while (!records.Of("RequestEnded").Any(record => Equals(record["Function"], nameof(EvidenceFunctions.UploadEvidence))))
        {
            await Task.Delay(10, Cancellation);
        }

        // The host looks for an answer once it has sent all that there is.
        await stream.WriteAsync((byte[])[.. file[(file.Length / 2)..], .. "\r\n0\r\n\r\n"u8], Cancellation);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancellation);
    }
}
