using EmulationFunctions.Tests.Year.Sheets;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Plans.PlansOf;

namespace EmulationFunctions.Tests.Year.Plans;

/// <summary>A bloc writes its plan of the year, adopts it, and cites the texts that it carries out.</summary>
public sealed class PlanTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Draft = """
        {"objectives":["Hoàn thành chỉ tiêu kinh tế - xã hội"],"solutionGroups":[{"title":"Đổi mới phong trào","measures":["Phát động theo đợt"]}],
         "carriedOver":[{"kind":"conclusion","text":"Ban hành quy chế trước tháng 3","source":{"year":2025,"room":"meeting","id":"tong-ket"}}]}
        """;

    private static readonly string Adopted = Draft.Replace("{\"objectives\"", "{\"adopted\":{\"day\":\"2026-11-30\",\"meeting\":\"phat-dong\"},\"objectives\"", StringComparison.Ordinal);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_head_drafts_a_plan_the_members_read_it_and_it_is_adopted()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);
        using var member = await app.OfficerAsync(SheetWorld.Unit);
        using var stranger = await app.OfficerAsync("don-vi-ngoai-khoi");

        await member.GetAsync(Plan, Cancellation).ProblemAsync(404);
        var (draft, tag) = await head.DoesAsync(Put(Plan, Draft));
        Assert.Equal(tag, (await head.DoesAsync(Put(Plan, Draft))).Tag); // again: the same, and no If-Match is asked for
        var (read, _) = await member.ReadsAsync(Plan);
        var (adopted, after) = await head.DoesAsync(Put(Plan, Adopted, tag));
        var numbered = Adopted.Replace("{\"adopted\"", "{\"number\":\"05/KH-KTĐ\",\"day\":\"2026-12-01\",\"adopted\"", StringComparison.Ordinal);
        var (paper, _) = await head.DoesAsync(Put(Plan, numbered, after));

        Assert.Equal("draft", (string)draft["state"]!);
        Assert.Equal(draft.ToJsonString(), read.ToJsonString());
        Assert.Equal(("adopted", "2026-11-30", "phat-dong"), ((string)adopted["state"]!, (string)adopted["adopted"]!["day"]!, (string)adopted["adopted"]!["meeting"]!));
        Assert.Equal(("05/KH-KTĐ", "2026-12-01"), ((string)paper["number"]!, (string)paper["day"]!));
        Assert.Equal((2025, "meeting", "tong-ket"), ((int)paper["carriedOver"]![0]!["source"]!["year"]!, (string)paper["carriedOver"]![0]!["source"]!["room"]!, (string)paper["carriedOver"]![0]!["source"]!["id"]!));
        await member.SendAsync(Put(Plan, Draft), Cancellation).ProblemAsync(403);
        await stranger.GetAsync(Plan, Cancellation).ProblemAsync(403);
        Assert.Equal(3, await AuditChain.AssertWholeAsync(app.Tables, Id.AddressIn("Plans"), Cancellation));
    }

    [Fact]
    public async Task What_was_adopted_changes_only_by_another_adoption()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);
        var (_, tag) = await head.DoesAsync(Put(Plan, Adopted));
        var other = Adopted.Replace("Phát động theo đợt", "Phát động cả năm", StringComparison.Ordinal);

        var back = await head.SendAsync(Put(Plan, Draft, tag), Cancellation).ProblemAsync(409);
        var silently = await head.SendAsync(Put(Plan, other, tag), Cancellation).ProblemAsync(409);
        await head.DoesAsync(Put(Plan, other.Replace("2026-11-30", "2026-12-01", StringComparison.Ordinal), tag));

        Assert.All([back, silently], problem => Assert.Equal("urn:emulation-functions:plan-adopted", (string)problem["type"]!));
        Assert.Equal("Phát động cả năm", (string)(await head.ReadsAsync(Plan)).Body["solutionGroups"]![0]!["measures"]![0]!);
    }

    [Fact]
    public async Task A_text_of_the_register_that_is_not_in_force_is_warned_of_and_stands_in_nobodys_way()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var office = app.Admin();
        using var head = await app.OfficerAsync(SheetWorld.Head);
        var (_, text) = await office.DoesAsync(Put("/api/legal-texts/nd-152", """{"paper":{"kind":"Nghị định","number":"152/2025/NĐ-CP","day":"2025-07-01"},"until":"2027-02-28"}"""));
        const string Cites = """{"day":"2026-11-20","directives":[{"text":"nd-152"},{"paper":{"kind":"Chỉ thị","number":"34-CT/TW","day":"2014-04-07"}}]}""";

        var (before, _) = await head.DoesAsync(Put(Plan, Cites));
        await office.DoesAsync(Put("/api/legal-texts/nd-152", """{"paper":{"kind":"Nghị định","number":"152/2025/NĐ-CP","day":"2025-07-01"},"until":"2026-09-30"}""", text));
        var (after, _) = await head.ReadsAsync(Plan);
        using var english = Send(HttpMethod.Get, Plan, "{}");
        english.Headers.AcceptLanguage.Add(new("en"));
        var (inEnglish, _) = await head.DoesAsync(english);
        var unknown = await head.SendAsync(Put(Plan, Cites.Replace("nd-152", "nd-153", StringComparison.Ordinal)), Cancellation).ProblemAsync(400);

        Assert.Empty(before["warnings"]!.AsArray());
        Assert.Equal(("152/2025/NĐ-CP", "ended"), ((string)after["directives"]![0]!["paper"]!["number"]!, (string)after["directives"]![0]!["validity"]!));
        Assert.Null(after["directives"]![1]!["validity"]);
        Assert.Equal("Ngày 20/11/2026: Nghị định 152/2025/NĐ-CP ngày 01/07/2025 đã hết hiệu lực.", (string)Assert.Single(after["warnings"]!.AsArray())!["detail"]!);
        Assert.Equal("On 2026-11-20, Nghị định 152/2025/NĐ-CP ngày 01/07/2025 is no longer in force.", (string)inEnglish["warnings"]![0]!["detail"]!);
        Assert.Equal(["$.directives[0].text"], unknown.Paths());
    }

    [Fact]
    public async Task A_meeting_that_is_not_there_or_yet_to_come_or_was_short_of_its_quorum_or_rejected_it_adopts_nothing()
    {
        await using var app = await StartAsync(azurite, issuer, services => services.AddSingleton<MeetingLookup>((id, meeting, _) =>
            Task.FromResult((id.Year, meeting) switch
            {
                (2026, "phat-dong") => new HeldMeeting(new(2026, 11, 30), HadQuorum: false, IsQuorumAsked: true),
                (2025, "tong-ket") => new HeldMeeting(new(2026, 1, 10), HadQuorum: null, IsQuorumAsked: false),
                (2026, "khong-ro") => new HeldMeeting(new(2026, 11, 30), HadQuorum: null, IsQuorumAsked: true),
                (2026, "bac") => new HeldMeeting(new(2026, 11, 30), HadQuorum: true, IsQuorumAsked: true) { Decisions = [new(DecisionMatter.Regulation, null, true), new(DecisionMatter.Plan, null, false)] },
                (2026, "sap-toi") => new HeldMeeting(new(2026, 12, 31), HadQuorum: null, IsQuorumAsked: false),
                _ => null,
            })));
        using var head = await app.OfficerAsync(SheetWorld.Head);

        var absent = await head.SendAsync(Put(Plan, Adopted), Cancellation).ProblemAsync(409);
        var unknown = await head.SendAsync(Put(Plan, Adopted.Replace("phat-dong", "khong-ro", StringComparison.Ordinal)), Cancellation).ProblemAsync(409);
        var rejected = await head.SendAsync(Put(Plan, Adopted.Replace("phat-dong", "bac", StringComparison.Ordinal)), Cancellation).ProblemAsync(409);
        var toCome = await head.SendAsync(Put(Plan, Adopted.Replace("phat-dong", "sap-toi", StringComparison.Ordinal)), Cancellation).ProblemAsync(409);
        var missing = await head.SendAsync(Put(Plan, Adopted.Replace("phat-dong", "tong-ket", StringComparison.Ordinal)), Cancellation).ProblemAsync(400);
        await head.GetAsync(Plan, Cancellation).ProblemAsync(404);
        await head.DoesAsync(Put(Plan, Adopted.Replace("\"phat-dong\"", "\"tong-ket\",\"meetingYear\":2025", StringComparison.Ordinal)));

        Assert.Equal("urn:emulation-functions:no-quorum", (string)absent["type"]!);
        Assert.Equal("urn:emulation-functions:attendance-not-recorded", (string)unknown["type"]!);
        Assert.Equal("urn:emulation-functions:decision-not-carried", (string)rejected["type"]!);
        Assert.Equal("urn:emulation-functions:meeting-not-held", (string)toCome["type"]!);
        Assert.Equal(["$.adopted.meeting"], missing.Paths());
    }

    [Fact]
    public async Task Every_fault_is_named_at_its_place_and_nothing_is_written()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);

        var rules = await head.SendAsync(Put(Plan, """
            {"number":" ","day":"2027-02-01","objectives":["a"," "],"directives":[{}],"adopted":{"day":"2026-12-02","said":"đầu năm"}}
            """), Cancellation).ProblemAsync(400);
        var form = await head.SendAsync(Put(Plan, $$$"""
            {"statedObjectives":0,"objectives":["{{{new string('x', 2001)}}}"],"carriedOver":[{"kind":"task","text":"a","source":{"year":2025,"room":"report"}}],"adopted":{"meeting":"Phát động"},"more":1}
            """), Cancellation).ProblemAsync(400);
        var group = $"{{\"title\":\"a\",\"measures\":[{string.Join(',', Enumerable.Repeat($"\"{new string('x', 1900)}\"", 30))}]}}";
        var tooLong = await head.SendAsync(Put(Plan, $"{{\"solutionGroups\":[{string.Join(',', Enumerable.Repeat(group, 5))}]}}"), Cancellation).ProblemAsync(400);

        Assert.Equal(["$.number", "$.day", "$.objectives[1]", "$.directives[0]", "$.adopted.said", "$.adopted.day"], rules.Paths());
        Assert.Equal(["$.adopted.meeting", "$.carriedOver[0].kind", "$.more", "$.objectives[0]", "$.statedObjectives"], form.Paths().Order(StringComparer.Ordinal));
        Assert.Equal(["$"], tooLong.Paths());
        await head.GetAsync(Plan, Cancellation).ProblemAsync(404);
    }

    [Fact]
    public async Task Nobody_overwrites_what_he_has_not_read_and_a_bloc_of_no_year_has_no_plan()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);
        using var office = app.Admin();

        await head.SendAsync(Put(Plan, Draft, "\"1\""), Cancellation).ProblemAsync(412);
        await head.DoesAsync(Put(Plan, Draft));
        await head.SendAsync(Put(Plan, Adopted), Cancellation).ProblemAsync(428);
        await head.SendAsync(Put(Plan, Adopted, "\"77\""), Cancellation).ProblemAsync(412);
        await office.SendAsync(Put(Plan.Replace("2026", "2024", StringComparison.Ordinal), Draft), Cancellation).ProblemAsync(404);
        await office.SendAsync(Put(Plan.Replace(SheetWorld.Bloc, "khoi-khac", StringComparison.Ordinal), Draft), Cancellation).ProblemAsync(404);
        await head.SendAsync(Put(Plan.Replace("2026", "2025", StringComparison.Ordinal), Draft), Cancellation).ProblemAsync(403); // somebody else led it then

        Assert.Equal("draft", (string)(await head.ReadsAsync(Plan)).Body["state"]!);
    }

    [Fact]
    public async Task A_plan_that_dies_after_any_call_to_storage_is_whole_or_not_there()
    {
        await using var app = await StartAsync(azurite, issuer);

        await CrashSteps.EachCallAsync(
            app,
            () => new(azurite, issuer, account: app.Account),
            again => Task.FromResult(again.Admin()),
            async (client, attempt) =>
            {
                using var now = await client.GetAsync(Plan, Cancellation);
                return Put(Plan, $$"""{"objectives":["Lần {{attempt}}"]}""", now.Headers.ETag?.Tag);
            },
            async (client, attempt) =>
            {
                using var now = await client.GetAsync(Plan, Cancellation);
                return now.IsSuccessStatusCode && (await now.Content.ReadAsStringAsync(Cancellation)).Contains($"Lần {attempt}\"", StringComparison.Ordinal);
            },
            Id.AddressIn("Plans"));
    }
}
