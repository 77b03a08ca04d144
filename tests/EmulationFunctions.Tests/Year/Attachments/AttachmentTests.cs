using System.Net;
using Azure.Storage.Blobs.Models;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Tests.Year.Meetings;
using EmulationFunctions.Tests.Year.Pacts;
using EmulationFunctions.Tests.Year.Plans;
using EmulationFunctions.Tests.Year.Reports;
using EmulationFunctions.Tests.Year.Sheets;
using EmulationFunctions.Year.Attachments;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Plans.PlansOf;

namespace EmulationFunctions.Tests.Year.Attachments;

/// <summary>Signed papers, scans and photographs of a bloc's year: who sends them, what they belong to, who gets them.</summary>
public sealed class AttachmentTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Files = $"{PlansOf.Year}/attachments";
    private const string Signature = $"subject=pactSignature&unit={SheetWorld.Unit}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_head_sends_the_signed_paper_and_a_photograph_with_its_caption_and_every_member_gets_them()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);
        using var member = await app.OfficerAsync(SheetWorld.Unit);
        using var stranger = await app.OfficerAsync("don-vi-ngoai-khoi");

        using var paper = await SendAsync(head, SampleFiles.Pdf(), "subject=regulation&item=1");
        app.Clock.Now += TimeSpan.FromSeconds(1);
        // A caption that names another year than the news item does: it is kept as it was said.
        using var photograph = await SendAsync(head, SampleFiles.Jpeg(), "subject=meeting&item=tong-ket&caption=" + Uri.EscapeDataString("Các thành viên Khối ký kết giao ước thi đua năm 2019"), "Ảnh.tif");
        var all = await ListAsync(member);
        var ofMeeting = await ListAsync(member, "?subject=meeting&item=tong-ket");
        using var given = await member.GetAsync(photograph.Headers.Location, Cancellation);

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Created], [paper.StatusCode, photograph.StatusCode]);
        // Sent at one instant of the clock that is set, they lie in either order.
        Assert.Equal(["meeting", "regulation"], all.Select(file => (string)file["subject"]!).Order(StringComparer.Ordinal));
        var regulation = all.Single(file => (string)file["subject"]! == "regulation");
        Assert.Equal(("1", (string?)null), ((string)regulation["item"]!, (string?)regulation["caption"]));
        var one = Assert.Single(ofMeeting);
        Assert.Equal(("Ảnh.tif.jpg", "jpeg", "Các thành viên Khối ký kết giao ước thi đua năm 2019"), ((string)one["name"]!, (string)one["type"]!, (string)one["caption"]!));
        Assert.Equal(SampleFiles.Jpeg(), await given.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(("image/jpeg", "attachment"), (given.Content.Headers.ContentType!.MediaType, given.Content.Headers.ContentDisposition!.DispositionType));
        await stranger.GetAsync(Files, Cancellation).ProblemAsync(403);
        await stranger.GetAsync(photograph.Headers.Location, Cancellation).ProblemAsync(403);
        Assert.Empty(await ListAsync(member, "?subject=plan"));
        Assert.Equal(2, await AuditChain.AssertWholeAsync(app.Tables, Id.AddressIn(AttachmentTable.Table), Cancellation));
    }

    [Fact]
    public async Task A_unit_sends_and_takes_away_what_is_its_own_and_nothing_else()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);
        using var unit = await app.OfficerAsync(SheetWorld.Unit);
        using var council = app.Holding("Emulation.Council");
        using var ofHead = await SendAsync(head, SampleFiles.Pdf(), "subject=plan");

        using var own = await SendAsync(unit, SampleFiles.Pdf(1), Signature);
        await SendAsync(unit, SampleFiles.Pdf(), $"subject=pactSignature&unit={SheetWorld.Other}").ProblemAsync(403);
        await SendAsync(unit, SampleFiles.Pdf(), "subject=meeting&item=tong-ket").ProblemAsync(403);
        await SendAsync(council, SampleFiles.Pdf(), "subject=plan").ProblemAsync(403);
        await unit.DeleteAsync(ofHead.Headers.Location, Cancellation).ProblemAsync(403);
        using var byHead = await SendAsync(head, SampleFiles.Pdf(2), $"subject=reportPart&item=so-ket&unit={SheetWorld.Unit}");
        using var removed = await unit.DeleteAsync(own.Headers.Location, Cancellation);
        using var removedToo = await unit.DeleteAsync(byHead.Headers.Location, Cancellation);

        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.NoContent], [removed.StatusCode, removedToo.StatusCode]);
        Assert.Equal(["plan"], (await ListAsync(unit)).Select(file => (string)file["subject"]!));
    }

    [Theory]
    [InlineData("subject=reportPart&item=so-ket")]
    [InlineData("subject=movementAnswer&item=nong-thon-moi")]
    [InlineData("subject=pactSignature")]
    public async Task A_file_of_a_unit_is_read_by_the_unit_those_who_lead_the_bloc_and_who_oversee_and_is_not_there_for_others(string subject)
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(SheetWorld.Unit);
        using var head = await app.OfficerAsync(SheetWorld.Head);
        using var other = await app.OfficerAsync(SheetWorld.Other);
        using var office = app.Admin();
        using var council = app.Holding("Emulation.Council");
        using var reader = app.Holding("Emulation.Reader");
        using var own = await SendAsync(unit, SampleFiles.Pdf(), $"{subject}&unit={SheetWorld.Unit}");
        app.Clock.Now += TimeSpan.FromSeconds(1);
        using var ofBloc = await SendAsync(head, SampleFiles.Pdf(1), "subject=plan");

        foreach (var client in new[] { unit, head, office, council, reader })
        {
            Assert.Equal(2, (await ListAsync(client)).Count);
            using var given = await client.GetAsync(own.Headers.Location, Cancellation);
            Assert.Equal(HttpStatusCode.OK, given.StatusCode);
        }

        Assert.Equal(["plan"], (await ListAsync(other)).Select(file => (string)file["subject"]!));
        Assert.Empty(await ListAsync(other, $"?unit={SheetWorld.Unit}"));
        await other.GetAsync(own.Headers.Location, Cancellation).ProblemAsync(404);
        using var bloc = await other.GetAsync(ofBloc.Headers.Location, Cancellation);
        Assert.Equal(HttpStatusCode.OK, bloc.StatusCode);
    }

    [Fact]
    public async Task The_same_content_in_the_same_place_is_one_file_and_gets_the_new_caption()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);

        using var first = await SendAsync(head, SampleFiles.Jpeg(), "subject=meeting&item=a&caption=Sai");
        using var again = await SendAsync(head, SampleFiles.Jpeg(), "subject=meeting&item=a");
        using var better = await SendAsync(head, SampleFiles.Jpeg(), "subject=meeting&item=a&caption=Toan%20canh");
        app.Clock.Now += TimeSpan.FromSeconds(1);
        using var elsewhere = await SendAsync(head, SampleFiles.Jpeg(), "subject=meeting&item=b");

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Created], new[] { first, again, better, elsewhere }.Select(answer => answer.StatusCode));
        Assert.Equal([("a", "Toan canh"), ("b", null)], (await ListAsync(head)).Select(file => ((string)file["item"]!, (string?)file["caption"])));
        Assert.Equal(2, (await BlobsAsync(app)).Count);
    }

    [Fact]
    public async Task What_is_refused_is_named_at_once_and_leaves_nothing()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);

        var nothing = await head.PostAsync(new Uri(Files, UriKind.Relative), new ByteArrayContent(SampleFiles.Pdf()), Cancellation).ProblemAsync(400);
        var subject = await SendAsync(head, SampleFiles.Pdf(), "subject=minutes", "a\nb.pdf").ProblemAsync(400);
        var rules = await SendAsync(head, SampleFiles.Pdf(), "subject=reportPart&unit=don-vi-ngoai-khoi&caption=").ProblemAsync(400);
        var macros = await SendAsync(head, SampleFiles.Docx(DocumentFormat.OpenXml.WordprocessingDocumentType.MacroEnabledDocument), "subject=plan").ProblemAsync(415);
        var cut = await SendAsync(head, SampleFiles.Pdf()[..^10], "subject=plan").ProblemAsync(400);
        await SendAsync(head, SampleFiles.Pdf(), "subject=plan", files: Files.Replace(SheetWorld.Bloc, "khoi-khac", StringComparison.Ordinal)).ProblemAsync(403);
        await head.GetAsync($"{Files}/khong-co", Cancellation).ProblemAsync(404);
        await head.DeleteAsync(new Uri($"{Files}/khong-co", UriKind.Relative), Cancellation).ProblemAsync(404);
        await head.GetAsync($"{Files}?subject=minutes", Cancellation).ProblemAsync(400);

        Assert.Equal(["subject", "name"], nothing.Paths());
        Assert.Equal(["subject", "name"], subject.Paths());
        Assert.Equal(["item", "unit", "caption"], rules.Paths());
        Assert.Equal(["urn:emulation-functions:file-has-macros", "urn:emulation-functions:file-cut-short"], [(string)macros["type"]!, (string)cut["type"]!]);
        Assert.Empty(await ListAsync(head));
        Assert.Empty(await BlobsAsync(app));
        Assert.Equal(0, await IntentsAsync(app));
    }

    [Fact]
    public async Task A_file_that_was_taken_away_is_gone_at_once_and_from_storage_within_the_hour()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);
        using var sent = await SendAsync(head, SampleFiles.Pdf(), "subject=plan&caption=Ong%20A");

        using var removed = await head.DeleteAsync(sent.Headers.Location, Cancellation);
        using var again = await head.DeleteAsync(sent.Headers.Location, Cancellation);
        await head.GetAsync(sent.Headers.Location, Cancellation).ProblemAsync(404);
        app.Clock.Now += TimeSpan.FromHours(1);
        await app.Services.GetRequiredService<AttachmentSweep>().RunAsync(Cancellation);

        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.NoContent], [removed.StatusCode, again.StatusCode]);
        Assert.Empty(await BlobsAsync(app));
        Assert.Equal(0, await IntentsAsync(app));
        // What it showed is kept nowhere.
        var rows = await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Id.AddressIn(AttachmentTable.Table), new("a", "~"), Cancellation);
        Assert.DoesNotContain(rows.Rows.SelectMany(row => row.Select(property => property.Value)).OfType<string>(), text => text.Contains("Ong A", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_come_in_pages()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);
        foreach (var item in new[] { "a", "b", "c" })
        {
            using var sent = await SendAsync(head, SampleFiles.Pdf(), $"subject=meeting&item={item}");
            app.Clock.Now += TimeSpan.FromSeconds(1);
        }

        var first = await head.GetAsync($"{Files}?pageSize=2", Cancellation).JsonAsync();
        var second = await head.GetAsync($"{Files}?pageSize=2&continuation={(string)first["continuation"]!}", Cancellation).JsonAsync();

        Assert.Equal(["a", "b", "c"], first["attachments"]!.AsArray().Concat(second["attachments"]!.AsArray()).Select(file => (string)file!["item"]!));
        Assert.Null(second["continuation"]);
        await head.GetAsync($"{Files}?continuation=A", Cancellation).ProblemAsync(400);
    }

    [Fact]
    public async Task Where_files_are_scanned_none_is_given_before_its_scan()
    {
        await using var app = await StartAsync(azurite, issuer, settings: ("Evidence:MalwareScanning", "true"));
        using var head = await app.OfficerAsync(SheetWorld.Head);
        using var sent = await SendAsync(head, SampleFiles.Pdf(), "subject=plan");

        var problem = await head.GetAsync(sent.Headers.Location, Cancellation).ProblemAsync(409);

        Assert.Equal("urn:emulation-functions:evidence-not-scanned", (string)problem["type"]!);
    }

    [Fact]
    public async Task An_upload_that_dies_after_any_call_to_storage_leaves_nothing_half_visible_and_can_be_repeated()
    {
        var calls = 0;
        for (var k = 1; k == 1 || k <= calls; k++)
        {
            await using var app = await StartAsync(azurite, issuer);
            using var head = await app.OfficerAsync(SheetWorld.Head);
            await ListAsync(head); // what is only done once in a process is done
            app.Faults.Reset(dieAfter: k);
            using var died = await SendAsync(head, SampleFiles.Pdf(), "subject=plan");
            if (k == 1)
            {
                await using var counted = await StartAsync(azurite, issuer);
                using var counting = await counted.OfficerAsync(SheetWorld.Head);
                await ListAsync(counting);
                counted.Faults.Reset();
                using var whole = await SendAsync(counting, SampleFiles.Pdf(), "subject=plan");
                calls = counted.Faults.Calls;
            }

            await using var next = new EmulationApp(azurite, issuer, account: app.Account);
            next.Clock.Now = app.Clock.Now;
            using var again = await next.OfficerAsync(SheetWorld.Head);
            Assert.True((await ListAsync(again)).Count <= 1);
            using var repeated = await SendAsync(again, SampleFiles.Pdf(), "subject=plan");
            Assert.True(repeated.IsSuccessStatusCode, $"After call {k}: {repeated.StatusCode}");

            next.Clock.Now += TimeSpan.FromHours(1);
            await next.Services.GetRequiredService<AttachmentSweep>().RunAsync(Cancellation);
            Assert.Single(await ListAsync(again));
            Assert.Single(await BlobsAsync(next));
            Assert.Equal(0, await IntentsAsync(next));
        }

        Assert.InRange(calls, 6, 40);
    }

    [Theory]
    [InlineData("plan", "subject")]
    [InlineData("regulation&item=1", "item")]
    [InlineData("pact", "subject")]
    [InlineData("pactSignature&unit=t-don-vi-2", "subject")]
    [InlineData("movement&item=nong-thon-moi", "item")]
    [InlineData("movementAnswer&item=nong-thon-moi&unit=t-don-vi-2", "item")]
    [InlineData("meeting&item=tong-ket", "item")]
    [InlineData("report&item=so-ket", "item")]
    [InlineData("reportPart&item=so-ket&unit=t-don-vi-2", "item")]
    [InlineData("handover", "subject")]
    public async Task What_is_not_there_takes_no_file(string subject, string path)
    {
        await using var app = await PlansOf.StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);

        var problem = await SendAsync(head, SampleFiles.Pdf(), $"subject={subject}&caption=").ProblemAsync(400);

        Assert.Equal(["caption", path], problem.Paths());
        Assert.Empty(await BlobsAsync(app));
    }

    [Fact]
    public async Task Every_kind_of_thing_is_looked_up_by_one_room()
    {
        await using var app = await PlansOf.StartAsync(azurite, issuer);

        Assert.Equal(Enum.GetValues<AttachmentSubject>(), app.Services.GetServices<AttachmentHome>().Select(home => home.Kind).Order());
    }

    [Fact]
    public async Task A_file_that_somebody_is_about_to_name_is_not_taken_away_for_some_minutes_and_one_that_is_gone_is_not_named()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);
        using var sent = await SendAsync(head, SampleFiles.Pdf(), "subject=pact");
        var file = sent.Headers.Location!.ToString().Split('/')[^1];
        var hold = app.Services.GetRequiredService<HoldAttachment>();

        var held = await hold(Id, file, Actor.System, Cancellation);
        var refused = await head.DeleteAsync(sent.Headers.Location, Cancellation).ProblemAsync(409);
        app.Clock.Now += TimeSpan.FromMinutes(11);
        using var removed = await head.DeleteAsync(sent.Headers.Location, Cancellation);

        Assert.True(held);
        Assert.Equal("urn:emulation-functions:attachment-in-use", (string)refused["type"]!);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.False(await hold(Id, file, Actor.System, Cancellation));
        Assert.False(await hold(Id, "khong-co", Actor.System, Cancellation));
    }

    /// <summary>A bloc with everything that files are put to in these tests.</summary>
    private static async Task<EmulationApp> StartAsync(AzuriteFixture azurite, IssuerFixture issuer, params (string Name, string? Value)[] settings)
    {
        var app = await PlansOf.StartAsync(azurite, issuer, settings: settings);
        using var office = app.Admin();
        await office.DoesAsync(Put(Plan, """{"statedObjectives":6}"""));
        await office.DoesAsync(Put(Regulation, """{"articles":[],"settings":{}}"""));
        await office.DoesAsync(Put($"{PlansOf.Year}/pact", PactsOf.Plain));
        await office.DoesAsync(Put($"{PlansOf.Year}/movements/nong-thon-moi", """{"name":"Chung sức xây dựng nông thôn mới","scope":"province","form":"regular"}"""));
        await office.DoesAsync(Put($"{PlansOf.Year}/reports/so-ket", ReportsOf.Asked));
        foreach (var meeting in new[] { "tong-ket", "a", "b", "c" })
        {
            await app.HasMeetingAsync(Id, meeting);
        }

        return app;
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, byte[] file, string query, string name = "Tệp.pdf", string files = Files) =>
        client.PostAsync(new Uri($"{files}?{query}&name={Uri.EscapeDataString(name)}", UriKind.Relative), new ByteArrayContent(file) { Headers = { ContentType = new("application/octet-stream") } }, Cancellation);

    private static async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> ListAsync(HttpClient client, string query = "") =>
        [.. (await client.GetAsync(Files + query, Cancellation).JsonAsync())["attachments"]!.AsArray().Select(file => file!)];

    private static async Task<List<string>> BlobsAsync(EmulationApp app)
    {
        var names = new List<string>();
        await foreach (var blob in app.Blobs.GetBlobContainerClient(AttachmentBlobs.Container).GetBlobsAsync(BlobTraits.None, BlobStates.Uncommitted, null, Cancellation))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    private static async Task<int> IntentsAsync(EmulationApp app) =>
        (await app.Services.GetRequiredService<Intents>().ListAsync(AttachmentTable.Intent, TimeSpan.FromDays(-1), Cancellation)).Count;
}
