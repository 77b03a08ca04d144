using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Tests.Year.Meetings;
using EmulationFunctions.Tests.Year.Plans;
using EmulationFunctions.Year.Dossiers;
using static EmulationFunctions.Tests.Year.Dossiers.DossiersOf;
using SoundPapers = EmulationFunctions.Rules.Tests.Platform.Documents.Papers;

namespace EmulationFunctions.Tests.Year.Dossiers;

/// <summary>A unit's dossier for an award grows until nothing is missing, and is sent by its day.</summary>
public sealed class DossierTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dossier_names_what_it_lacks_until_it_is_whole_and_sent()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync("so-2");

        var (opened, tag) = await unit.PutAsync(One, new JsonObject());
        Assert.Equal(("open", "2026-12-01", AwardTemplate.Version, 0), ((string)opened["state"]!, (string)opened["opened"]!, (string)opened["rulesVersion"]!, (int)opened["template"]!));
        Assert.Equal(["$.letter", "$.minutes", "$.report"], (await unit.GetsAsync($"{One}/check")).Places("gaps"));
        var early = await unit.RefusedAsync(409, HttpMethod.Post, $"{One}/sending", Sending("2026-12-01"), tag);
        Assert.Equal("dossier-incomplete", early.Rule());
        Assert.Equal(["$.letter", "$.minutes", "$.report"], early.Paths());

        (_, tag) = await unit.PutAsync(One, Whole(), tag);
        Assert.Equal(tag, (await unit.PutAsync(One, Whole())).Tag); // again: nothing changes, and no If-Match is asked for
        var check = await unit.GetsAsync($"{One}/check");
        Assert.True((bool)check["isComplete"]!);
        await unit.RefusedAsync(428, HttpMethod.Post, $"{One}/sending", Sending("2026-12-01"));
        var (sent, sentTag) = await unit.PostAsync($"{One}/sending", Sending("2026-12-01"), tag);
        Assert.Equal(("sent", sentTag), ((string)sent["state"]!, (await unit.PostAsync($"{One}/sending", Sending("2026-12-01"))).Tag));
        Assert.Equal("2026-12-01", (string)sent["deadlines"]![0]!["sent"]!);

        Assert.Equal("dossier-sent", (await unit.RefusedAsync(409, HttpMethod.Put, One, new JsonObject(), sentTag)).Rule());
        Assert.Equal(3, await AuditChain.AssertWholeAsync(app.Tables, MeetingsOf.Id.AddressIn(DossierTable.Table), Cancellation));
    }

    [Fact]
    public async Task What_the_office_returns_with_its_reason_and_basis_is_changed_and_sent_again()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var office = app.Admin();
        using var unit = await app.OfficerAsync("so-2");
        var back = new JsonObject { ["reason"] = "Thiếu số liệu so sánh.", ["basis"] = new JsonObject { ["kind"] = "Nghị định", ["number"] = "152/2025/NĐ-CP" }, ["on"] = "2026-12-03" };
        var (_, tag) = await unit.PutAsync(One, Whole());
        app.SetDay("2026-12-03");

        Assert.Equal("dossier-not-sent", (await office.RefusedAsync(409, HttpMethod.Post, $"{One}/return", back, tag)).Rule());
        Assert.Equal(["$.on"], (await unit.RefusedAsync(400, HttpMethod.Post, $"{One}/sending", Sending("2026-12-02"), tag)).Paths()); // a unit dates nothing back
        Assert.Equal(["$.on"], (await office.RefusedAsync(400, HttpMethod.Post, $"{One}/sending", Sending("2026-11-30"), tag)).Paths()); // nor the office before it was opened
        (_, tag) = await office.PostAsync($"{One}/sending", Sending("2026-12-02"), tag); // the paper came yesterday
        Assert.Equal(tag, (await unit.PostAsync($"{One}/sending", Sending("2026-12-02"))).Tag); // again: nothing changes
        Assert.Equal(["$.basis.number", "$.reason"], (await office.RefusedAsync(400, HttpMethod.Post, $"{One}/return", new JsonObject { ["reason"] = " ", ["basis"] = new JsonObject { ["kind"] = "Luật" }, ["on"] = "2026-12-03" }, tag)).Paths());
        var (returned, returnedTag) = await office.PostAsync($"{One}/return", back, tag);
        Assert.Equal(returnedTag, (await office.PostAsync($"{One}/return", back)).Tag);
        Assert.Equal(("returned", "2026-12-02"), ((string)returned["state"]!, (string)returned["returned"]!["sentOn"]!));
        var changed = Whole();
        changed["letter"]!["achievement"] = "Dẫn đầu khối, vượt 12/12 chỉ tiêu.";
        (_, tag) = await unit.PutAsync(One, changed, returnedTag);
        Assert.Equal(["$.on"], (await unit.RefusedAsync(400, HttpMethod.Post, $"{One}/sending", Sending("2026-12-02"), tag)).Paths()); // it was with the office until the third
        var (again, _) = await unit.PostAsync($"{One}/sending", Sending("2026-12-03"), tag);

        Assert.Equal("sent", (string)again["state"]!);
    }

    [Fact]
    public async Task Only_the_office_sends_on_to_the_Ministry_and_only_what_it_has()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var office = app.Admin();
        using var unit = await app.OfficerAsync("so-2");
        var flag = $"{All}/{AwardTemplate.GovernmentFlag}/so-2";
        var (view, tag) = await unit.PutAsync(flag, Whole());

        Assert.Equal([("office", "2026-12-09"), ("ministry", "2027-06-30")], view["deadlines"]!.AsArray().Select(one => ((string)one!["at"]!, (string)one["last"]!)));
        await unit.RefusedAsync(403, HttpMethod.Post, $"{flag}/sending", Sending("2026-12-01", "ministry"), tag);
        Assert.Equal("dossier-not-sent", (await office.RefusedAsync(409, HttpMethod.Post, $"{flag}/sending", Sending("2026-12-01", "ministry"), tag)).Rule());
        (_, tag) = await unit.PostAsync($"{flag}/sending", Sending("2026-12-01"), tag);
        app.SetDay("2027-06-30");
        Assert.Equal(["$.on"], (await office.RefusedAsync(400, HttpMethod.Post, $"{flag}/sending", Sending("2027-07-01", "ministry"), tag)).Paths());
        var (on, _) = await office.PostAsync($"{flag}/sending", Sending("2027-06-30", "ministry"), tag);

        Assert.Equal("sentOn", (string)on["state"]!);
    }

    [Fact]
    public async Task A_dossier_keeps_the_outline_under_which_it_was_opened()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var office = app.Admin();
        using var unit = await app.OfficerAsync("so-2");
        const string Template = "/api/dossier-template";
        var (shipped, _) = await office.ReadsAsync(Template);
        await unit.PutAsync(One, new JsonObject());
        var body = new JsonObject { ["outlines"] = shipped["outlines"]!.DeepClone() };
        body["outlines"]![1]!["sections"]!.AsArray().Add(new JsonObject { ["code"] = "sang-kien", ["title"] = "Sáng kiến" });
        body["outlines"]![1]!["opinionsFrom"] = new JsonArray("Công an tỉnh");

        var (put, tag) = await office.PutAsync(Template, body);
        Assert.Equal(tag, (await office.PutAsync(Template, body)).Tag);
        var other = One.Replace("so-2", "so-3", StringComparison.Ordinal);
        using var third = await app.OfficerAsync("so-3");
        await third.PutAsync(other, Whole());

        Assert.Equal((0, 1), ((int)shipped["number"]!, (int)put["number"]!));
        Assert.Equal((0, 1), ((int)(await unit.GetsAsync(One))["template"]!, (int)(await third.GetsAsync(other))["template"]!));
        Assert.Equal(["$.report.sections[3].text", "$.opinions"], (await third.GetsAsync($"{other}/check")).Places("gaps"));
        body["outlines"]![0]!["awards"] = new JsonArray("khong-co");
        Assert.Equal(["$.outlines[0].awards[0]"], (await office.RefusedAsync(400, HttpMethod.Put, Template, body, tag)).Paths());
        await office.RefusedAsync(428, HttpMethod.Put, Template, new JsonObject { ["outlines"] = shipped["outlines"]!.DeepClone() });
    }

    [Fact]
    public async Task What_cannot_be_is_named_at_its_place_and_changes_nothing()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync("so-2");
        var bad = Whole();
        bad["minutes"]!["vote"] = Vote(10, 8, 9, 0);
        bad["minutes"]!["meeting"] = "khong-co";
        bad["report"]!["sections"]![0]!["section"] = "khac";
        bad["files"] = new JsonArray(new JsonObject { ["attachment"] = "tep-1", ["title"] = "Ảnh" });

        Assert.Equal(
            ["$.files[0].attachment", "$.minutes.meeting", "$.minutes.vote.for", "$.report.sections[0].section"],
            (await unit.RefusedAsync(400, HttpMethod.Put, One, bad)).Paths().Order(StringComparer.Ordinal));
        await unit.RefusedAsync(404, HttpMethod.Put, $"{All}/khong-co/so-2", Whole());
        Assert.Equal("award-not-for-unit", (await unit.RefusedAsync(409, HttpMethod.Put, $"{All}/{AwardTemplate.TypicalLocality}/so-2", Whole())).Rule());
        await unit.RefusedAsync(403, HttpMethod.Put, One.Replace("so-2", "so-3", StringComparison.Ordinal), Whole());
        using var head = await app.OfficerAsync("so-0");
        await head.RefusedAsync(404, HttpMethod.Put, One.Replace("so-2", "so-khac", StringComparison.Ordinal), Whole());

        await head.PutAsync($"{MeetingsOf.All}/tong-ket", MeetingsOf.Meeting("2026-11-27"));
        bad = Whole();
        bad["minutes"]!["meeting"] = "tong-ket";
        Assert.Equal(["$.minutes.day"], (await unit.RefusedAsync(400, HttpMethod.Put, One, bad)).Paths()); // the meeting was on another day

        await unit.GetAsync(One, Cancellation).ProblemAsync(404);
        Assert.Empty((await head.GetsAsync(All))["dossiers"]!.AsArray());
    }

    [Fact]
    public async Task Where_the_bloc_held_a_ballot_its_result_is_the_dossier_s_and_one_typed_otherwise_is_refused()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync("so-0");
        using var office = app.Admin();
        var (typed, tag) = await head.PutAsync(One, Whole()); // before there was a ballot
        Assert.Null(typed["ballot"]);
        await head.PutAsync($"{MeetingsOf.BlocYear}/nominations/{AwardTemplate.ProvinceFlag}/so-2", new JsonObject());
        await head.PutAsync($"{MeetingsOf.BlocYear}/ballots/bau-co/paper", JsonNode.Parse($$"""
            {"question":{"title":"Suy tôn","award":"{{AwardTemplate.ProvinceFlag}}","secrecy":"secret"},"on":"2026-11-28","issued":8,"returned":8,"notReturned":0,"valid":7,"invalid":1,"blank":1,"present":8,
             "votes":[{"unit":"so-2","votes":6}]}
            """)!);

        var told = (await head.GetsAsync(One))["minutes"]!["vote"]!;
        Assert.Equal((10, 8, 6, 1, 1, true), ((int)told["members"]!, (int)told["present"]!, (int)told["for"]!, (int)told["notFor"]!, (int)told["invalid"]!, (bool)told["isPassed"]!));
        Assert.Equal(["$.minutes.vote"], (await head.GetsAsync($"{One}/check")).Places("warnings")); // what was typed is another
        var refused = await head.RefusedAsync(400, HttpMethod.Put, One, Whole(), tag);
        Assert.Equal(["$.minutes.vote.for", "$.minutes.vote.notFor", "$.minutes.vote.invalid"], refused.Paths());

        var agreed = Whole();
        agreed["minutes"]!["vote"] = told.DeepClone();
        var (put, agreedTag) = await head.PutAsync(One, agreed, tag);
        agreed["minutes"]!.AsObject().Remove("vote");
        Assert.Equal(agreedTag, (await head.PutAsync(One, agreed)).Tag); // left away it is the same
        Assert.Equal(("bau-co", "2026-11-28", 6), ((string)put["ballot"]!["ballot"]!, (string)put["ballot"]!["counted"]!, (int)put["minutes"]!["vote"]!["for"]!));
        Assert.Empty((await head.GetsAsync($"{One}/check")).Places("warnings"));

        // Of a ballot that was annulled no number stays behind.
        await office.PostAsync($"{MeetingsOf.BlocYear}/ballots/bau-co/annulment", JsonNode.Parse("""{"reason":"Sai thành phần dự họp."}""")!);
        Assert.Equal(["$.minutes.vote"], (await head.GetsAsync($"{One}/check")).Places("gaps"));
        await head.PutAsync($"{MeetingsOf.BlocYear}/ballots/bau-lai", JsonNode.Parse($$"""{"question":{"title":"Suy tôn","award":"{{AwardTemplate.ProvinceFlag}}","secrecy":"open"} }""")!);
        Assert.Equal(["$.minutes.vote"], (await head.RefusedAsync(400, HttpMethod.Put, One, Whole(), agreedTag)).Paths()); // nor is one typed before the count
    }

    [Fact]
    public async Task Peers_see_that_there_is_one_and_not_what_is_in_it_and_lists_come_in_pages()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync("so-0");
        using var peer = await app.OfficerAsync("so-3");
        foreach (var (award, unit) in new[] { (AwardTemplate.ProvinceFlag, "so-2"), (AwardTemplate.ProvinceFlag, "so-1"), (AwardTemplate.ProvinceCertificate, "so-2") })
        {
            await head.PutAsync($"{All}/{award}/{unit}", new JsonObject());
        }

        await peer.GetAsync(One, Cancellation).ProblemAsync(403);
        var found = new List<string>();
        string? after = null;
        do
        {
            var page = await peer.GetsAsync($"{All}?pageSize=1&continuation={after}");
            found.AddRange(page["dossiers"]!.AsArray().Select(one => $"{one!["award"]} {one["unit"]}"));
            after = (string?)page["continuation"];
        }
        while (after is not null);

        Assert.Equal([$"{AwardTemplate.ProvinceCertificate} so-2", $"{AwardTemplate.ProvinceFlag} so-1", $"{AwardTemplate.ProvinceFlag} so-2"], found);
        await peer.GetAsync($"{All}?continuation=A.b", Cancellation).ProblemAsync(400);
    }

    [Fact]
    public async Task A_file_that_a_dossier_names_is_not_taken_away()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync("so-2");
        var (_, tag) = await unit.PutAsync(One, new JsonObject());
        using var content = new ByteArrayContent(Rules.Tests.Platform.Files.SampleFiles.Pdf()) { Headers = { ContentType = new("application/octet-stream") } };
        var upload = await unit.PostAsync(new Uri($"{MeetingsOf.BlocYear}/attachments?subject=dossier&item={AwardTemplate.ProvinceFlag}&unit=so-2&name=anh.pdf", UriKind.Relative), content, Cancellation).JsonAsync();
        var file = (string)upload["id"]!;
        var whole = Whole();
        whole["files"] = new JsonArray(new JsonObject { ["attachment"] = file, ["title"] = "Ảnh" });

        // Nor named by another unit, for which it is not there.
        using var peer = await app.OfficerAsync("so-3");
        var other = One.Replace("so-2", "so-3", StringComparison.Ordinal);
        Assert.Equal(["$.files[0].attachment"], (await peer.RefusedAsync(400, HttpMethod.Put, other, whole)).Paths());
        await peer.GetAsync(other, Cancellation).ProblemAsync(404);

        (_, tag) = await unit.PutAsync(One, whole, tag);
        app.SetDay("2026-12-02"); // nobody holds it any more
        Assert.Equal("attachment-in-use", (await unit.DeleteAsync(new Uri($"{MeetingsOf.BlocYear}/attachments/{file}", UriKind.Relative), Cancellation).ProblemAsync(409)).Rule());
        await unit.PutAsync(One, Whole(), tag);
        using var gone = await unit.DeleteAsync(new Uri($"{MeetingsOf.BlocYear}/attachments/{file}", UriKind.Relative), Cancellation);

        Assert.True(gone.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Its_papers_come_as_Word_and_as_a_page_that_a_browser_prints()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync("so-2");
        using var peer = await app.OfficerAsync("so-3");
        await unit.PutAsync(One, Whole());

        foreach (var kind in new[] { "award-letter", "award-minutes", "achievement-report" })
        {
            var address = $"{MeetingsOf.BlocYear}/documents/{kind}";
            var order = $"?unit=so-2&item={AwardTemplate.ProvinceFlag}";
            using var word = await unit.GetAsync(new Uri(address + order, UriKind.Relative), Cancellation);
            SoundPapers.AssertValid(await word.Content.ReadAsByteArrayAsync(Cancellation));
            using var page = await unit.GetAsync(new Uri($"{address}/print{order}", UriKind.Relative), Cancellation);
            Assert.Equal(("text/html", PaperPage.Policy, true), (page.Content.Headers.ContentType!.MediaType!, page.Headers.GetValues("Content-Security-Policy").Single(), page.Headers.CacheControl!.NoStore));
            Assert.Equal(Gaps(word), Gaps(page));
            Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            await peer.GetAsync($"{address}/print{order}", Cancellation).ProblemAsync(403);
        }
    }

    [Fact]
    public async Task Its_days_stand_in_the_bloc_s_year_until_it_is_sent()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync("so-0");
        var flag = $"{All}/{AwardTemplate.GovernmentFlag}/so-2";
        var (_, tag) = await head.PutAsync(flag, Whole());

        Assert.Equal([("due", "2026-12-09", 8), ("due", "2027-06-30", 211)], await DueAsync(head, 2026));
        await head.PostAsync($"{flag}/sending", Sending("2026-12-01"), tag);
        Assert.Equal([("due", "2027-06-30", 211)], await DueAsync(head, 2026));
    }

    private static IEnumerable<string> Gaps(HttpResponseMessage answer) => answer.Headers.GetValues("Paper-Gaps").Single().Split(", ").Order(StringComparer.Ordinal);

    private static async Task<IReadOnlyList<(string State, string Due, int Left)>> DueAsync(HttpClient client, int year) =>
    [
        .. (await client.GetsAsync($"/api/cycles/{year}/blocs/{MeetingsOf.Bloc}/year"))["work"]!.AsArray()
            .Where(work => ((string)work!["what"]!).Contains("Cờ thi đua của Chính phủ", StringComparison.Ordinal) && (string)work["state"]! != "done")
            .Select(work => ((string)work!["state"]!, (string)work["due"]!, (int)work["missing"]![0]!["daysLeft"]!)),
    ];
}
