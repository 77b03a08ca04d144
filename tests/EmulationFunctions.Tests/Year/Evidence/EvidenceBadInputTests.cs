using System.Net;
using System.Net.Sockets;
using System.Text;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Tests.Year.Sheets;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Evidence.SheetFiles;

namespace EmulationFunctions.Tests.Year.Evidence;

public sealed class EvidenceBadInputTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const int Megabyte = 1024 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_cannot_be_evidence_is_refused_and_leaves_nothing()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        (byte[] File, string Name, int Status, string Type)[] refused =
        [
            (SampleFiles.Executable(), "Báo cáo.pdf", 415, "file-type-refused"),
            (SampleFiles.Zip(("a.txt", "a"u8.ToArray())), "tài liệu.zip", 415, "file-type-refused"),
            (SampleFiles.Docx(DocumentFormat.OpenXml.WordprocessingDocumentType.MacroEnabledDocument), "báo cáo.docx", 415, "file-has-macros"),
            (SampleFiles.Compound("EncryptedPackage"), "báo cáo.docx", 415, "file-encrypted"),
            (SampleFiles.Compound("WordDocument"), "báo cáo.doc", 415, "file-type-refused"),
            ([], "báo cáo.pdf", 400, "file-empty"),
            (SampleFiles.Pdf()[..^10], "báo cáo.pdf", 400, "file-cut-short"),
            (SampleFiles.Pdf(21 * Megabyte), "báo cáo.pdf", 413, "too-large"),
        ];

        foreach (var (file, name, status, type) in refused)
        {
            var problem = await unit.UploadAsync(file, name).ProblemAsync(status);
            Assert.Equal($"urn:emulation-functions:{type}", (string)problem["type"]!);
        }

        Assert.Empty(await unit.FilesAsync());
        Assert.Empty(await app.BlobsAsync());
        Assert.Equal(0, await app.IntentsAsync());
    }

    [Fact]
    public async Task A_body_without_an_announced_length_is_counted_while_it_comes()
    {
        await using var app = await StartAsync(azurite, issuer, ("Evidence:MaximumBytes", "1000"));
        using var unit = await app.OfficerAsync(Unit);

        var exact = SampleFiles.Pdf();
        exact = SampleFiles.Pdf(1000 - exact.Length);
        using var taken = await SendAsync(exact);
        using var refused = await SendAsync([.. exact, (byte)'\n']);

        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);

        async Task<HttpResponseMessage> SendAsync(byte[] file)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{Files}?criterion=I.1&name=a.pdf")
            {
                Content = new StreamContent(new MemoryStream(file)) { Headers = { ContentLength = null } },
                Headers = { TransferEncodingChunked = true },
            };
            return await unit.SendAsync(request, Cancellation);
        }
    }

    [Fact]
    public async Task What_refuses_an_upload_while_its_file_is_still_on_its_way_reaches_who_sends_it()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        var file = SampleFiles.Pdf(15 * Megabyte);

        // More than once: the answer and the rest of the file meet on the line.
        for (var i = 0; i < 20; i++)
        {
            var problem = await unit.UploadAsync(file, criterion: "IX").ProblemAsync(400);
            Assert.Equal(["criterion"], problem.Paths());
        }
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_of_an_upload_leaves_nothing()
    {
        await using var prepared = await StartAsync(azurite, issuer);
        using var bound = await prepared.OfficerAsync(Unit);
        await using var app = prepared.Again(azurite, issuer, ("Evidence:MaximumUploadsInFlight", "1"));
        var address = app.Host.Address;
        using var unit = app.Client(new(EmulationApp.ObjectId(Unit)));
        var file = SampleFiles.Pdf(Megabyte);
        var letIn = new TaskCompletionSource();
        app.Faults.Instead = request =>
        {
            if (request.Uri.ToString().Contains($"/{SheetTable.Table}", StringComparison.Ordinal))
            {
                letIn.TrySetResult();
            }

            return null;
        };

        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(address.Host, address.Port, Cancellation);
            await using var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"POST {Files}?criterion=I.1&name=a.pdf HTTP/1.1\r\nHost: x\r\nAuthorization: {unit.DefaultRequestHeaders.Authorization}\r\nTransfer-Encoding: chunked\r\n\r\n{file.Length:x}\r\n"), Cancellation);
            await stream.WriteAsync(file.AsMemory(0, file.Length / 2), Cancellation);
            await letIn.Task.WaitAsync(Cancellation);
        }

        // The broken one is the only one that is let in, until it has ended.
        HttpStatusCode whole;
        do
        {
            await Task.Delay(10, Cancellation);
            using var answer = await unit.UploadAsync(file);
            whole = answer.StatusCode;
        }
        while (whole == HttpStatusCode.TooManyRequests);

        Assert.Equal(HttpStatusCode.Created, whole);
        Assert.Single(await unit.FilesAsync());
        Assert.Single(await app.BlobsAsync());
        Assert.Equal(0, await app.IntentsAsync());
    }

    [Fact]
    public async Task Every_fault_of_an_uploads_address_is_named_at_once()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);

        var missing = await unit.PostAsync(Files, new ByteArrayContent(SampleFiles.Pdf()), Cancellation).ProblemAsync(400);
        var bad = await unit.UploadAsync(SampleFiles.Pdf(), name: "a\nb.pdf", criterion: " ", key: new string('x', 201)).ProblemAsync(400);
        var tooLong = await unit.UploadAsync(SampleFiles.Pdf(), name: new string('ế', 256)).ProblemAsync(400);

        Assert.Equal(["criterion", "name"], missing.Paths());
        Assert.Equal(["criterion", "name", "Idempotency-Key"], bad.Paths());
        Assert.Equal(["name"], tooLong.Paths());
    }

    [Theory]
    [InlineData("IX")] // not in the scheme
    [InlineData("I")] // a group
    [InlineData("I.1|x/../\\#?'\"")]
    public async Task A_file_stands_behind_a_criterion_that_is_scored(string criterion)
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);

        var problem = await unit.UploadAsync(SampleFiles.Pdf(), criterion: criterion).ProblemAsync(400);

        Assert.Equal(["criterion"], problem.Paths());
    }

    [Fact]
    public async Task A_year_a_period_or_a_bloc_that_is_not_there_has_no_files()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);

        foreach (var (there, not) in new[] { ("2026", "2024"), ("/nam/", "/quy-1/"), (Bloc, "khoi-khac") })
        {
            await unit.UploadAsync(SampleFiles.Pdf(), files: Files.Replace(there, not, StringComparison.Ordinal)).ProblemAsync(404);
        }

        Assert.Empty(await app.BlobsAsync());
    }

    [Fact]
    public async Task A_unit_that_left_the_bloc_sends_no_more_files_and_still_sees_what_it_sent()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await SheetWorld.StartAsync(app, others: SheetWorld.Member("don-vi-cu", "2016-01-01", "2026-11-20"));
        app.SetDay("2026-11-18");
        using var unit = await app.OfficerAsync("don-vi-cu");
        var files = Files.Replace(Unit, "don-vi-cu", StringComparison.Ordinal);
        using var before = await unit.UploadAsync(SampleFiles.Pdf(), files: files);
        app.SetDay("2026-12-01");

        await unit.UploadAsync(SampleFiles.Pdf(1), files: files).ProblemAsync(409);
        using var given = await unit.GetAsync(before.Headers.Location, Cancellation);

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK], [before.StatusCode, given.StatusCode]);
    }

    [Fact]
    public async Task A_Vietnamese_name_is_the_same_name_however_it_was_typed()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        const string Name = "Quyết định khen thưởng.pdf";

        var decomposed = await unit.UploadAsync(SampleFiles.Pdf(), Name.Normalize(NormalizationForm.FormD)).JsonAsync();

        Assert.Equal(Name, (string)decomposed["name"]!);
    }

    [Fact]
    public async Task A_repeated_key_gives_the_first_answer_again_and_never_stands_for_another_file()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);

        var first = await unit.UploadAsync(SampleFiles.Pdf(), key: "k-1").JsonAsync();
        var repeated = await unit.UploadAsync(SampleFiles.Pdf(), key: "k-1").JsonAsync();
        var otherFile = await unit.UploadAsync(SampleFiles.Pdf(1), key: "k-1").ProblemAsync(422);
        await unit.UploadAsync(SampleFiles.Pdf(), criterion: "I.2", key: "k-1").ProblemAsync(422);
        using var otherKey = await unit.UploadAsync(SampleFiles.Pdf(), key: "k-2"); // the same file under a new key
        await unit.UploadAsync(SampleFiles.Pdf(2), key: "k-2").ProblemAsync(422);

        Assert.Equal(first.ToJsonString(), repeated.ToJsonString());
        Assert.Equal("urn:emulation-functions:idempotency-key-reused", (string)otherFile["type"]!);
        Assert.Equal(HttpStatusCode.OK, otherKey.StatusCode);
        Assert.Single(await unit.FilesAsync());
        Assert.Single(await app.BlobsAsync());
    }

    [Fact]
    public async Task Where_the_setting_names_zip_an_archive_is_taken()
    {
        await using var app = await StartAsync(azurite, issuer, ("Evidence:AllowedTypes", "pdf, zip"));
        using var unit = await app.OfficerAsync(Unit);

        var zip = await unit.UploadAsync(SampleFiles.Zip(("a.txt", "a"u8.ToArray())), "tài liệu").JsonAsync();
        await unit.UploadAsync(SampleFiles.Docx(), "báo cáo.docx").ProblemAsync(415);

        Assert.Equal("tài liệu.zip", (string)zip["name"]!);
    }

    [Theory]
    [InlineData("Evidence:MaximumBytes", "0")]
    [InlineData("Evidence:MaximumBytes", "99000000")]
    [InlineData("Evidence:MaximumUploadsInFlight", "0")]
    [InlineData("Evidence:AllowedTypes", "pdf,exe")]
    [InlineData("Evidence:AllowedTypes", "3")]
    [InlineData("Evidence:AllowedTypes", "")]
    [InlineData("Evidence:ImmutabilityDays", "-1")]
    public void A_setting_that_makes_no_sense_is_named(string name, string value)
    {
        using var app = new EmulationApp(azurite, issuer, settings: (name, value));

        var thrown = Assert.ThrowsAny<Exception>(app.Nobody);

        Assert.Contains(name, thrown.ToString(), StringComparison.Ordinal);
    }
}
