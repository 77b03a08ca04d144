using System.Net;
using System.Security.Cryptography;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Tests.Year.Sheets;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Tests.Year.Evidence.SheetFiles;

namespace EmulationFunctions.Tests.Year.Evidence;

public sealed class EvidenceTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_puts_a_file_behind_a_criterion_and_those_who_see_the_sheet_get_it_back()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        using var reader = app.Holding("Emulation.Reader");
        var file = SampleFiles.Pdf();

        using var created = await unit.UploadAsync(file, "Quyết định \"12\".pdf");
        var view = await Task.FromResult(created).JsonAsync();
        var listed = await reader.GetAsync(Files, Cancellation).JsonAsync();
        using var given = await reader.GetAsync(created.Headers.Location, Cancellation);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(("I.1", "Quyết định _12_.pdf", "pdf", file.Length), ((string)view["criterion"]!, (string)view["name"]!, (string)view["type"]!, (int)view["bytes"]!));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), (string)view["sha256"]!);
        Assert.Equal(view.ToJsonString(), listed["files"]![0]!.ToJsonString());
        Assert.False((bool)listed["malwareScanning"]!); // local runs say so
        Assert.Equal(file, await given.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(file.Length, given.Content.Headers.ContentLength);
        Assert.Equal("application/pdf", given.Content.Headers.ContentType!.ToString());
        Assert.Equal(("attachment", "Quyết định _12_.pdf"), (given.Content.Headers.ContentDisposition!.DispositionType, given.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal(["nosniff"], given.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal($"\"{view["sha256"]}\"", given.Headers.ETag!.Tag);
        Assert.Equal([$"2026-nam/{Bloc}/{Unit}/{view["id"]}"], await app.BlobsAsync());
        Assert.Equal(0, await app.IntentsAsync());
    }

    [Fact]
    public async Task A_file_need_not_be_given_again_and_can_be_given_in_parts()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        var file = SampleFiles.Pdf();
        using var created = await unit.UploadAsync(file);
        using var unchanged = new HttpRequestMessage(HttpMethod.Get, created.Headers.Location);
        unchanged.Headers.IfNoneMatch.Add(new($"\"{Convert.ToHexStringLower(SHA256.HashData(file))}\""));
        using var part = new HttpRequestMessage(HttpMethod.Get, created.Headers.Location) { Headers = { Range = new(5, 9) } };

        using var notModified = await unit.SendAsync(unchanged, Cancellation);
        using var partial = await unit.SendAsync(part, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, notModified.StatusCode);
        Assert.Equal(HttpStatusCode.PartialContent, partial.StatusCode);
        Assert.Equal(file[5..10], await partial.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_part_that_there_is_not_and_another_version_are_refused_with_a_problem_and_no_file()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        using var created = await unit.UploadAsync(SampleFiles.Pdf());
        using var beyond = new HttpRequestMessage(HttpMethod.Get, created.Headers.Location) { Headers = { Range = new(99_999_999, null) } };
        using var other = new HttpRequestMessage(HttpMethod.Get, created.Headers.Location);
        other.Headers.IfMatch.Add(new("\"another\""));

        using var refused = await unit.SendAsync(other, Cancellation);

        Assert.Equal("urn:emulation-functions:no-such-range", (string)(await unit.SendAsync(beyond, Cancellation).ProblemAsync(416))["type"]!);
        Assert.Equal("urn:emulation-functions:changed-meanwhile", (string)(await Task.FromResult(refused).ProblemAsync(412))["type"]!);
        Assert.Null(refused.Content.Headers.ContentDisposition);
    }

    [Fact]
    public async Task A_file_of_several_blocks_comes_back_whole()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        var file = SampleFiles.Pdf(padding: 17 * 1024 * 1024);

        using var created = await unit.UploadAsync(file);
        using var given = await unit.GetAsync(created.Headers.Location, Cancellation);

        Assert.Equal(SHA256.HashData(file), SHA256.HashData(await given.Content.ReadAsByteArrayAsync(Cancellation)));
    }

    [Fact]
    public async Task The_same_file_is_stored_once_however_often_it_is_used_within_a_sheet()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        var file = SampleFiles.Pdf();

        using var first = await unit.UploadAsync(file);
        using var again = await unit.UploadAsync(file, "Tên khác.pdf");
        using var elsewhere = await unit.UploadAsync(file, criterion: "I.2");

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Created], [first.StatusCode, again.StatusCode, elsewhere.StatusCode]);
        Assert.Equal(2, (await unit.FilesAsync()).Count);
        Assert.Single(await app.BlobsAsync());

        // Its first place is given up; the other still needs it.
        using var removed = await unit.DeleteAsync(first.Headers.Location, Cancellation);
        app.Clock.Now += TimeSpan.FromHours(1);
        await app.SweepAsync();
        using var given = await unit.GetAsync(elsewhere.Headers.Location, Cancellation);
        Assert.Equal(file, await given.Content.ReadAsByteArrayAsync(Cancellation));

        using var removedToo = await unit.DeleteAsync(elsewhere.Headers.Location, Cancellation);
        app.Clock.Now += TimeSpan.FromHours(1);
        await app.SweepAsync();
        Assert.Empty(await app.BlobsAsync());
        Assert.Equal(0, await app.IntentsAsync());
    }

    [Fact]
    public async Task Many_who_send_the_same_file_at_once_leave_one_file()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        var file = SampleFiles.Docx();
        // One account sends two files at a time: these are several officers of the unit.
        var officers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => app.OfficerAsync(Unit, $"officer-{number}")));

        var answers = await Task.WhenAll(officers.Select(officer => officer.UploadAsync(file, "Báo cáo.docx")));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode));
        Assert.Single(await unit.FilesAsync());
        Assert.Single(await app.BlobsAsync());
        Assert.Equal(0, await app.IntentsAsync());
    }

    [Fact]
    public async Task A_removed_file_is_gone_at_once_and_can_be_sent_again()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        using var created = await unit.UploadAsync(SampleFiles.Pdf());

        using var removed = await unit.DeleteAsync(created.Headers.Location, Cancellation);
        using var removedAgain = await unit.DeleteAsync(created.Headers.Location, Cancellation);

        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.NoContent], [removed.StatusCode, removedAgain.StatusCode]);
        Assert.Empty(await unit.FilesAsync());
        await unit.GetAsync(created.Headers.Location, Cancellation).ProblemAsync(404);

        using var sentAgain = await unit.UploadAsync(SampleFiles.Pdf());
        app.Clock.Now += TimeSpan.FromHours(1);
        await app.SweepAsync();
        using var given = await unit.GetAsync(sentAgain.Headers.Location, Cancellation);
        Assert.Equal(HttpStatusCode.Created, sentAgain.StatusCode);
        Assert.Equal(SampleFiles.Pdf(), await given.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Single(await app.BlobsAsync());
    }

    [Theory]
    [InlineData("Submitted", "sheet-submitted")]
    [InlineData("Locked", "sheet-locked")]
    public async Task Nothing_is_added_to_a_submitted_sheet_and_nothing_taken_off_it(string state, string rule)
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        using var created = await unit.UploadAsync(SampleFiles.Pdf(), key: "one");
        await app.SetStateAsync(Enum.Parse<SheetState>(state));

        var removal = await unit.DeleteAsync(created.Headers.Location, Cancellation).ProblemAsync(409);
        var addition = await unit.UploadAsync(SampleFiles.Pdf(1)).ProblemAsync(409);
        using var repeated = await unit.UploadAsync(SampleFiles.Pdf(), key: "one"); // its answer was lost before
        app.Clock.Now += TimeSpan.FromHours(1);
        await app.SweepAsync();

        Assert.Equal($"urn:emulation-functions:{rule}", (string)removal["type"]!);
        Assert.Equal($"urn:emulation-functions:{rule}", (string)addition["type"]!);
        Assert.Equal(HttpStatusCode.OK, repeated.StatusCode);
        Assert.Single(await unit.FilesAsync());
        Assert.Single(await app.BlobsAsync());

        await app.SetStateAsync(SheetState.Returned);
        using var removed = await unit.DeleteAsync(created.Headers.Location, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
    }

    [Fact]
    public async Task Only_those_who_may_write_the_sheet_add_and_remove_and_only_those_who_see_it_read()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        using var created = await unit.UploadAsync(SampleFiles.Pdf());
        var file = created.Headers.Location!;
        using var nobody = app.Nobody();
        using var head = await app.OfficerAsync(SheetWorld.Head);
        using var other = await app.OfficerAsync(SheetWorld.Other); // led the bloc last year
        using var admin = app.Admin();
        using var council = app.Holding("Emulation.Council");
        using var reader = app.Holding("Emulation.Reader");

        foreach (var (caller, status) in new[] { (nobody, 401), (other, 403), (head, 403), (council, 403), (reader, 403), (admin, 403) }) // the office writes past years only
        {
            await caller.UploadAsync(SampleFiles.Pdf(1)).ProblemAsync(status);
            await caller.DeleteAsync(file, Cancellation).ProblemAsync(status);
        }

        foreach (var (caller, status) in new[] { (nobody, 401), (other, 403) })
        {
            await caller.GetAsync(Files, Cancellation).ProblemAsync(status);
            await caller.GetAsync(file, Cancellation).ProblemAsync(status);
        }

        foreach (var caller in new[] { unit, head, admin, council, reader })
        {
            Assert.Single(await caller.FilesAsync());
            using var given = await caller.GetAsync(file, Cancellation);
            Assert.Equal(HttpStatusCode.OK, given.StatusCode);
        }

        // The file is this unit's: it is not found under another one's sheet.
        await admin.GetAsync(file.ToString().Replace(Unit, SheetWorld.Other, StringComparison.Ordinal), Cancellation).ProblemAsync(404);
    }

    [Fact]
    public async Task Where_files_are_scanned_a_file_is_offered_only_once_its_scan_says_clean()
    {
        await using var app = await StartAsync(azurite, issuer, ("Evidence:MalwareScanning", "true"));
        using var unit = await app.OfficerAsync(Unit);
        using var created = await unit.UploadAsync(SampleFiles.Pdf());
        var blob = app.Blobs.GetBlobContainerClient("evidence").GetBlobClient((await app.BlobsAsync())[0]);

        var waiting = await unit.GetAsync(created.Headers.Location, Cancellation).ProblemAsync(409);
        await blob.SetTagsAsync(new Dictionary<string, string> { ["Malware Scanning scan result"] = "Malicious" }, cancellationToken: Cancellation);
        var quarantined = await unit.GetAsync(created.Headers.Location, Cancellation).ProblemAsync(409);
        await blob.SetTagsAsync(new Dictionary<string, string> { ["Malware Scanning scan result"] = "Not Scanned" }, cancellationToken: Cancellation);
        var unscannable = await unit.GetAsync(created.Headers.Location, Cancellation).ProblemAsync(409);
        await blob.SetTagsAsync(new Dictionary<string, string> { ["Malware Scanning scan result"] = "No threats found" }, cancellationToken: Cancellation);
        using var given = await unit.GetAsync(created.Headers.Location, Cancellation);

        Assert.Equal("urn:emulation-functions:evidence-not-scanned", (string)waiting["type"]!);
        Assert.Equal("urn:emulation-functions:evidence-quarantined", (string)quarantined["type"]!);
        Assert.Equal("urn:emulation-functions:evidence-scan-failed", (string)unscannable["type"]!);
        Assert.Equal(HttpStatusCode.OK, given.StatusCode);
    }

    [Fact]
    public async Task A_lost_right_to_read_what_scans_found_shows_in_health_as_what_it_is()
    {
        await using var app = await StartAsync(azurite, issuer, ("Evidence:MalwareScanning", "true"));
        using var unit = await app.OfficerAsync(Unit);
        using var created = await unit.UploadAsync(SampleFiles.Pdf());
        app.Faults.Instead = request => request.Uri.ToString().Contains("comp=tags", StringComparison.Ordinal) ? new CannedResponse(403, "AuthorizationPermissionMismatch") : null;

        using var refused = await unit.GetAsync(created.Headers.Location, Cancellation);
        var health = await app.Nobody().GetAsync("/api/health", Cancellation).JsonAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Contains("the right to read the tags", health["checks"]!.AsArray().Single(check => (string)check!["name"]! == "malware")!["detail"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_proves_a_score_and_what_was_submitted_includes_it()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete.Replace(",\"explanation\":\"Hoàn thành 12/12 chỉ tiêu\"", "", StringComparison.Ordinal)));
        await unit.SendAsync(SheetWorld.Post($"{SheetWorld.Sheet}/submission", tag), Cancellation).ProblemAsync(409); // I.1 needs a proof

        using var created = await unit.UploadAsync(SampleFiles.Pdf());
        var (_, afterUpload) = await SheetWorld.ReadAsync(unit);
        await SheetWorld.DoneAsync(unit, SheetWorld.Post($"{SheetWorld.Sheet}/submission", tag));
        var removal = await unit.DeleteAsync(created.Headers.Location, Cancellation).ProblemAsync(409);
        var changes = await unit.GetAsync($"{SheetWorld.Sheet}/changes", Cancellation).JsonAsync();

        Assert.Equal(tag, afterUpload); // who types scores is not disturbed
        Assert.Equal("urn:emulation-functions:sheet-submitted", (string)removal["type"]!);
        Assert.Contains("UploadEvidence", changes.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_come_and_go_until_the_deadline_and_not_a_second_longer()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        app.SetDay("2026-12-10", 23, 59, 59);
        using var inTime = await unit.UploadAsync(SampleFiles.Pdf());
        app.SetDay("2026-12-11", 0);

        var late = await unit.UploadAsync(SampleFiles.Pdf(1)).ProblemAsync(409);
        var lateRemoval = await unit.DeleteAsync(inTime.Headers.Location, Cancellation).ProblemAsync(409);

        Assert.Equal(HttpStatusCode.Created, inTime.StatusCode);
        Assert.Equal("urn:emulation-functions:deadline-passed", (string)late["type"]!);
        Assert.Equal("urn:emulation-functions:deadline-passed", (string)lateRemoval["type"]!);
        Assert.Single(await unit.FilesAsync());
    }

    [Fact]
    public async Task The_office_adds_files_to_a_year_that_is_over()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var admin = app.Admin();
        var files = Files.Replace("2026", "2025", StringComparison.Ordinal);

        using var created = await admin.UploadAsync(SampleFiles.Pdf(), files: files);
        using var given = await admin.GetAsync(created.Headers.Location, Cancellation);
        using var removed = await admin.DeleteAsync(created.Headers.Location, Cancellation);

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.NoContent], [created.StatusCode, given.StatusCode, removed.StatusCode]);
    }
}
