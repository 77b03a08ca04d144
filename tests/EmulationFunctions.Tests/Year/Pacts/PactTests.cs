using System.Text.Json.Nodes;
using EmulationFunctions.Common;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Year.Standings;
using static EmulationFunctions.Tests.Year.Pacts.PactsOf;

namespace EmulationFunctions.Tests.Year.Pacts;

/// <summary>A bloc writes its pact, and a change of what was signed is another text.</summary>
public sealed class PactTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Whole = """
        {"title":"Giao ước thi đua năm 2026","text":"Cùng nhau thi đua.","isForSigning":false,
         "grounds":[{"kind":"Chỉ thị","number":"34-CT/TW","day":"2014-04-07","issuer":"Bộ Chính trị","subject":"tiếp tục đổi mới công tác thi đua, khen thưởng"},{"kind":"Quy chế","number":"12/QC-KTĐ"}],
         "items":[{"heading":"Chuyên môn","text":"Hoàn thành nhiệm vụ được giao."},{"text":"Đoàn kết nội bộ."}],
         "targets":[{"id":"hoan-thanh","kind":"percentage","what":"hoàn thành nhiệm vụ","percent":100},{"id":"xuat-sac","kind":"percentage","what":"hoàn thành xuất sắc","percent":15,"within":"hoan-thanh"},
          {"id":"cham","kind":"percentage","what":"hồ sơ chậm","percent":0.5,"isAtMost":true},{"id":"cay","kind":"number","what":"cây xanh","number":8400.5,"unit":"cây"},
          {"id":"cong-so","kind":"title","what":"Cơ quan","titles":["Công sở văn hóa"]},{"id":"loi","kind":"words","what":"Chi bộ trong sạch vững mạnh"}],
         "reportBy":["2026-06-30","2026-12-10"],
         "pictures":[{"attachment":"anh-1","caption":"Các đơn vị ký giao ước thi đua năm 2026"}]}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pact_is_written_by_those_who_run_the_bloc_and_read_as_it_was_written()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b", "so-c");
        using var deputy = await app.OfficerAsync("so-b");
        using var member = await app.OfficerAsync("so-c");

        await member.GetAsync(new Uri(Pact, UriKind.Relative), Cancellation).ProblemAsync(404);
        var tag = await deputy.PutsAsync(Pact, Whole);
        Assert.Equal(tag, await deputy.PutsAsync(Pact, Whole)); // again: the same, and no If-Match is asked for
        var read = await member.ReadsAsync(Pact);

        var sent = JsonNode.Parse(Whole)!;
        foreach (var name in new[] { "title", "text", "isForSigning", "reportBy", "pictures" })
        {
            Assert.True(JsonNode.DeepEquals(sent[name], read[name]), $"{name}: {read[name]}");
        }

        Assert.Equal("34-CT/TW 12/QC-KTĐ", string.Join(' ', read["grounds"]!.AsArray().Select(one => (string)one!["number"]!)));
        Assert.Equal(["Hoàn thành nhiệm vụ được giao.", "Đoàn kết nội bộ."], read["items"]!.AsArray().Select(one => (string)one!["text"]!));
        Assert.Equal([100m, 15m, 0.5m, null, null, null], read["targets"]!.AsArray().Select(one => (decimal?)one!["ofAll"]));
        Assert.Equal((8400.5m, "cây", true), ((decimal)read["targets"]![3]!["target"]!["number"]!, (string)read["targets"]![3]!["target"]!["unit"]!, (bool)read["targets"]![2]!["target"]!["isAtMost"]!));
        Assert.Equal(("draft", 1, 1, 3, null), ((string)read["state"]!, (int)read["edition"]!, (int)read["latestEdition"]!, (int)read["members"]!, (int?)read["statedMembers"]));
        Assert.Empty(read["warnings"]!.AsArray());
        Assert.Equal(1, await AuditChain.AssertWholeAsync(app.Tables, PactsOf.Address, Cancellation));
    }

    [Fact]
    public async Task A_draft_that_nobody_signed_is_rewritten_and_stays_the_first_edition()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var head = await app.OfficerAsync("so-a");

        await head.RefusedAsync(412, Pact, Plain, "\"1\""); // there is nothing yet
        var tag = await head.PutsAsync(Pact, Whole);
        await head.RefusedAsync(428, Pact, Plain);
        await head.RefusedAsync(412, Pact, Plain, "\"77\"");
        await head.PutsAsync(Pact, Plain, tag);

        var read = await head.ReadsAsync(Pact);
        Assert.Equal((1, "incomplete"), ((int)read["edition"]!, (string)read["state"]!));
        Assert.Equal(["so-a", "so-b"], read["missing"]!.Units());
        await head.GetAsync(new Uri($"{Pact}?edition=2", UriKind.Relative), Cancellation).ProblemAsync(404);
    }

    [Fact]
    public async Task A_change_of_what_was_signed_voids_the_signatures_and_keeps_them_with_what_they_stood_under()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b", "so-c");
        using var head = await app.OfficerAsync("so-a");
        var tag = await head.PutsAsync(Pact, Plain);
        await app.SignsAsync("so-a");
        await app.SignsAsync("so-b");
        var first = await head.HashAsync();

        // Days and files are no part of what is signed.
        tag = await head.PutsAsync(Pact, """{"title":"Giao ước thi đua năm 2026","text":"Cùng nhau thi đua.","isForSigning":true,"reportBy":["2026-06-30"],"pictures":[{"attachment":"ban-ky"}]}""", tag);
        var same = await head.ReadsAsync(Pact);
        await head.PutsAsync(Pact, Plain.Replace("Cùng nhau", "Tích cực", StringComparison.Ordinal), tag);
        var changed = await head.ReadsAsync(Pact);
        await app.SignsAsync("so-b");
        var signedAgain = await head.ReadsAsync(Pact);
        var earlier = await head.ReadsAsync($"{Pact}?edition=1");

        Assert.Equal(["so-a", "so-b"], same["signatures"]!.Units());
        Assert.Equal((2, "incomplete"), ((int)changed["edition"]!, (string)changed["state"]!));
        Assert.Empty(changed["signatures"]!.AsArray());
        Assert.Equal([("so-a", first), ("so-b", first)], changed["void"]!.AsArray().Select(one => ((string)one!["unit"]!, (string)one["textHash"]!)));
        Assert.Equal(["so-b"], signedAgain["signatures"]!.Units());
        Assert.Equal(["so-a", "so-b"], signedAgain["void"]!.Units());
        Assert.Equal(("Cùng nhau thi đua.", 1, 2, first), ((string)earlier["text"]!, (int)earlier["edition"]!, (int)earlier["latestEdition"]!, (string)earlier["textHash"]!));

        var notices = await app.YearNoticesAsync();
        Assert.Equal(["so-a", "so-b"], Assert.Single(notices, one => one.Kind == NoticeKind.SignaturesVoided).Units);
        Assert.Equal(["so-a so-b so-c", "so-c"], notices.Where(one => one.Kind == NoticeKind.PactToSign).Select(one => string.Join(' ', one.Units)));
    }

    [Fact]
    public async Task A_text_that_was_signed_since_it_was_read_is_not_changed_and_no_signature_becomes_void()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b", "so-c");
        using var head = await app.OfficerAsync("so-a");
        using var office = app.Admin();
        var another = Plain.Replace("Cùng nhau", "Tích cực", StringComparison.Ordinal);
        var written = await head.PutsAsync(Pact, Plain);
        var unsigned = await head.TagAsync();
        await app.SignsAsync("so-a");
        await app.SignsAsync("so-b");
        var signed = await head.TagAsync();

        Assert.Equal(written, unsigned);
        Assert.Equal("changed-meanwhile", (await head.RefusedAsync(412, Pact, another, unsigned)).Type());
        Assert.Equal(["so-a", "so-b"], (await head.ReadsAsync(Pact))["signatures"]!.Units());
        await office.PostAsync($"{Pact}/signatures/so-b/withdrawal", EmulationApp.Json("""{"reason":"Ghi nhầm."}"""), Cancellation).JsonAsync();
        await head.RefusedAsync(412, Pact, another, signed);
        await head.PutsAsync(Pact, another, await head.TagAsync());
        Assert.Equal(["so-a", "so-b"], (await head.ReadsAsync(Pact))["void"]!.Units());
    }

    [Fact]
    public async Task What_leaves_the_text_as_it_is_needs_no_more_than_that_text_however_many_have_signed_since()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b", "so-c");
        using var head = await app.OfficerAsync("so-a");
        var draft = await head.PutsAsync(Pact, Plain.Replace("true", "false", StringComparison.Ordinal));
        var open = await head.PutsAsync(Pact, Plain, draft);
        await app.SignsAsync("so-a");
        var one = await head.TagAsync();
        await app.SignsAsync("so-b");

        await head.RefusedAsync(412, Pact, Plain.Replace("true}", """true,"reportBy":["2026-05-31"]}""", StringComparison.Ordinal), draft); // opened since
        var june = await head.PutsAsync(Pact, Plain.Replace("true}", """true,"reportBy":["2026-06-30"]}""", StringComparison.Ordinal), one);
        await head.RefusedAsync(412, Pact, Plain.Replace("true}", """true,"reportBy":["2026-07-31"]}""", StringComparison.Ordinal), open); // days were set since

        Assert.Equal(june, await head.TagAsync());
        Assert.Equal(["so-a", "so-b"], (await head.ReadsAsync(Pact))["signatures"]!.Units());
    }

    [Fact]
    public async Task A_text_that_is_changed_back_does_not_bring_its_signatures_back()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var head = await app.OfficerAsync("so-a");
        await head.PutsAsync(Pact, Plain);
        await app.SignsAsync("so-a");
        await head.PutsAsync(Pact, Plain.Replace("Cùng nhau", "Tích cực", StringComparison.Ordinal), await head.TagAsync());
        await app.SignsAsync("so-b");
        await head.PutsAsync(Pact, Plain, await head.TagAsync());

        var read = await head.ReadsAsync(Pact);
        Assert.Equal(3, (int)read["edition"]!);
        Assert.Empty(read["signatures"]!.AsArray());
    }

    [Fact]
    public async Task Every_fault_of_a_pact_is_named_at_its_place_and_nothing_is_written()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var head = await app.OfficerAsync("so-a");

        var rules = await head.RefusedAsync(400, Pact, """
            {"title":"  ","isForSigning":true,"scheme":{"id":"khong-co","version":1},"grounds":[{"kind":" ","number":"12"}],
             "reportBy":["2027-02-01","2026-06-30"],"pictures":[{"attachment":"a"},{"attachment":"a"}]}
            """);
        var inner = await head.RefusedAsync(400, Pact, """
            {"title":"Giao ước","items":[{"text":" "}],"targets":[{"id":"a","kind":"percentage","what":"x","percent":110,"within":"b"}]}
            """);
        var form = await head.RefusedAsync(400, Pact, $$"""
            {"title":"{{new string('x', 301)}}","text":"","more":1,"targets":[{"id":"A B","kind":"share","what":"x"}],"reportBy":["30/6"],"pictures":[{"attachment":"x y"}]}
            """);

        Assert.Equal(["$.title", "$.text", "$.grounds[0].kind", "$.scheme", "$.reportBy[0]", "$.reportBy[1]", "$.pictures[1].attachment"], rules.Paths());
        Assert.Equal(["$.items[0].text", "$.targets[0].percent", "$.targets[0].within"], inner.Paths());
        Assert.Equal(["$.more", "$.pictures[0].attachment", "$.reportBy[0]", "$.targets[0].id", "$.targets[0].kind", "$.text", "$.title"], form.Paths().Order(StringComparer.Ordinal));
        await head.GetAsync(new Uri(Pact, UriKind.Relative), Cancellation).ProblemAsync(404);
    }

    [Fact]
    public async Task A_pact_of_the_most_that_fits_is_written_and_read_whole()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var head = await app.OfficerAsync("so-a");
        var text = string.Concat(Enumerable.Repeat("Đoàn kết, nỗ lực. ", 1666)); // 29,988 letters, in more than one piece with what is beside it
        var body = new JsonObject
        {
            ["title"] = new string('Đ', 300),
            ["text"] = text,
            ["items"] = new JsonArray([.. Enumerable.Range(0, 50).Select(number => new JsonObject { ["text"] = $"{number} {new string('ộ', 990)}" })]),
            ["targets"] = new JsonArray([.. Enumerable.Range(0, 50).Select(number => new JsonObject { ["id"] = $"t{number}", ["kind"] = "words", ["what"] = new string('ị', 500) })]),
        }.ToJsonString();

        var tag = await head.PutsAsync(Pact, body);
        await head.PutsAsync(Pact, body.Replace("\"t0\"", "\"t100\"", StringComparison.Ordinal), tag);

        var read = await head.ReadsAsync(Pact);
        Assert.Equal(text.Trim(), (string)read["text"]!);
        Assert.Equal((50, 50), (read["items"]!.AsArray().Count, read["targets"]!.AsArray().Count));
        Assert.Equal(2, await AuditChain.AssertWholeAsync(app.Tables, PactsOf.Address, Cancellation));
    }

    [Fact]
    public async Task A_year_that_is_over_is_written_by_the_office_alone_and_a_bloc_outside_of_it_by_nobody()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        await app.HasBlocAsync("khoi-2", "so-c");
        using var admin = app.Admin();
        using var unit = await app.OfficerAsync("so-b");
        await admin.RefusedAsync(404, Pact.Replace("khoi-1", "khoi-2", StringComparison.Ordinal), Plain);
        app.SetDay("2027-06-01");

        await admin.PutsAsync(Pact, Plain);
        var refused = await unit.SendAsync(Sign("so-b", await unit.HashAsync()), Cancellation).ProblemAsync(409);

        Assert.Equal("year-over", refused.Type());
        Assert.Equal("year-over", (await unit.RefusedAsync(409, $"{Registrations}/so-b", """{"titles":[{"title":"Tập thể lao động xuất sắc"}]}""")).Type());
        await admin.PutsAsync($"{Registrations}/so-b", """{"titles":[{"title":"Tập thể lao động xuất sắc"}]}""");
    }

    [Fact]
    public async Task The_bloc_s_own_version_of_the_scheme_is_held_if_there_is_such_a_version()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(PublicationSteps.Two, "so-a", "so-b");
        using var admin = app.Admin();
        const string Address = "/api/cycles/2026/blocs/khoi-5/pact";

        var tag = await admin.PutsAsync(Address, """{"title":"Giao ước","scheme":{"id":"bang-diem","version":1}}""");
        var own = await admin.ReadsAsync(Address);
        await admin.RefusedAsync(400, Address, """{"title":"Giao ước","scheme":{"id":"bang-diem","version":2}}""", tag);

        Assert.Equal(("bang-diem", 1), ((string)own["scheme"]!["id"]!, (int)own["scheme"]!["version"]!));
        Assert.Empty(own["warnings"]!.AsArray());
    }

    [Fact]
    public async Task The_pact_and_a_registration_are_had_as_papers_by_the_bloc_and_by_nobody_else()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        await app.HasBlocAsync("khoi-2", "so-x");
        app.SetDay("2026-02-10");
        using var head = await app.OfficerAsync("so-a");
        using var member = await app.OfficerAsync("so-b");
        using var stranger = await app.OfficerAsync("so-x");
        var (pact, registration) = (new Uri($"{PactsOf.Year}/documents/pact", UriKind.Relative), new Uri($"{PactsOf.Year}/documents/registration?unit=so-b", UriKind.Relative));
        await member.GetAsync(pact, Cancellation).ProblemAsync(404);
        await member.GetAsync(registration, Cancellation).ProblemAsync(404);
        await head.PutsAsync(Pact, Plain);
        await head.SignsAsync("so-a", ""","signer":{"post":"Giám đốc"}""");
        await member.PutsAsync($"{Registrations}/so-b", """{"titles":[{"title":"Tập thể lao động xuất sắc"}]}""");

        using var paper = await member.GetAsync(pact, Cancellation);
        using var form = await member.GetAsync(registration, Cancellation);
        await stranger.GetAsync(pact, Cancellation).ProblemAsync(403);
        await stranger.GetAsync(registration, Cancellation).ProblemAsync(403);

        Assert.All([paper, form], file => Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", file.Content.Headers.ContentType!.MediaType));
        Assert.Contains(Uri.EscapeDataString("họ và tên người ký của Đơn vị so-b"), string.Join(',', paper.Headers.GetValues("Paper-Gaps")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_pact_and_a_paper_signature_that_counts_name_is_not_taken_away_until_they_name_it_no_more()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b", "so-c");
        using var head = await app.OfficerAsync("so-a");
        var (scan, picture, unused) = (File("ban-ky"), File("anh-1"), File("a"));
        await head.PutsAsync(Pact, """{"title":"Giao ước","text":"Thi đua.","isForSigning":true,"pictures":[{"attachment":"anh-1"}]}""");
        await head.SignsAsync("so-c", ""","paper":{"scan":"ban-ky","day":"2026-03-05"}""");

        Assert.Equal("attachment-in-use", (await head.DeleteAsync(scan, Cancellation).ProblemAsync(409)).Type());
        Assert.Equal("attachment-in-use", (await head.DeleteAsync(picture, Cancellation).ProblemAsync(409)).Type());
        Assert.Equal(3, (await head.ReadsAsync($"{PactsOf.Year}/attachments"))["attachments"]!.AsArray().Count);
        using var free = await head.DeleteAsync(unused, Cancellation);
        await head.PostAsync($"{Pact}/signatures/so-c/withdrawal", EmulationApp.Json("""{"reason":"Ghi nhầm."}"""), Cancellation).JsonAsync();
        await head.PutsAsync(Pact, """{"title":"Giao ước","text":"Thi đua.","isForSigning":true}""", await head.TagAsync());
        app.Clock.Now += TimeSpan.FromMinutes(11); // while they were written down, they were held
        using var withoutScan = await head.DeleteAsync(scan, Cancellation);
        using var withoutPicture = await head.DeleteAsync(picture, Cancellation);

        Assert.All([free, withoutScan, withoutPicture], answer => Assert.Equal(System.Net.HttpStatusCode.NoContent, answer.StatusCode));

        static Uri File(string id) => new($"{PactsOf.Year}/attachments/{id}", UriKind.Relative);
    }

    [Fact]
    public async Task A_pact_that_is_refused_because_it_was_read_before_a_change_holds_none_of_its_pictures()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var head = await app.OfficerAsync("so-a");
        var tag = await head.PutsAsync(Pact, Plain);
        await head.PutsAsync(Pact, Plain.Replace("Cùng", "Ta cùng", StringComparison.Ordinal), tag);
        var pictured = Plain.Replace("}", ""","pictures":[{"attachment":"anh-1"}]}""", StringComparison.Ordinal);

        await head.RefusedAsync(412, Pact, pictured, tag);
        await head.RefusedAsync(428, Pact, pictured);
        using var removed = await head.DeleteAsync(new Uri($"{PactsOf.Year}/attachments/anh-1", UriKind.Relative), Cancellation);

        Assert.Equal(System.Net.HttpStatusCode.NoContent, removed.StatusCode);
    }

    [Fact]
    public async Task A_pact_killed_anywhere_is_there_whole_or_not_at_all()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var office = app.Admin();
        await office.PutsAsync(Pact, Plain);
        await app.SignsAsync("so-b");

        await CrashSteps.EachCallAsync(
            app,
            () => Restart(app),
            another => another.OfficerAsync("so-a"),
            async (client, attempt) =>
            {
                using var read = await client.GetAsync(new Uri(Pact, UriKind.Relative), Cancellation);
                var request = new HttpRequestMessage(HttpMethod.Put, Pact) { Content = EmulationApp.Json(Plain.Replace("Cùng nhau", $"Lần {attempt}", StringComparison.Ordinal)) };
                return request.With(read.Headers.ETag!);
            },
            async (client, attempt) =>
            {
                var read = await client.ReadsAsync(Pact);
                Assert.Equal((int)read["edition"]! > 1 ? 1 : 0, (await app.YearNoticesAsync()).Count(one => one.Kind == NoticeKind.SignaturesVoided));
                return ((string)read["text"]!).StartsWith($"Lần {attempt} ", StringComparison.Ordinal);
            },
            PactsOf.Address);
    }

    private EmulationApp Restart(EmulationApp app)
    {
        var restarted = new EmulationApp(azurite, issuer, app.Account);
        restarted.Clock.Now = app.Clock.Now;
        return restarted;
    }
}
