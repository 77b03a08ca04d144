using System.Text.Json.Nodes;
using EmulationFunctions.Tests.Year.Sheets;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Tests.Year.Reports.ReportsOf;

namespace EmulationFunctions.Tests.Year.Reports;

/// <summary>A unit's officer writes the unit's part, its leader approves it where the bloc wants that, and the bloc's leaders give it back.</summary>
public sealed class PartTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Content = """{"answers":[{"question":"da-giai-quyet","number":8400,"said":"gần 8.400"}],"results":[{"text":"Một"}]}""";

    private static readonly Uri Paper = new($"/api/cycles/2026/blocs/{Bloc}/documents/report-part?item=so-ket&unit=so-c", UriKind.Relative);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_part_is_written_sent_returned_with_a_reason_and_sent_again()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var deputy = await app.OfficerAsync(Deputy);
        using var unit = await app.OfficerAsync("so-c");
        await deputy.DoneAsync(Put(Address(), Asked));

        var written = await unit.DoneAsync(Put(Part("so-c"), Content));
        Assert.Equal(written, await unit.DoneAsync(Put(Part("so-c"), Content))); // the same again, without If-Match
        await unit.RefusedAsync(428, Put(Part("so-c"), """{"tasks":["Khác"]}"""));
        await unit.RefusedAsync(412, Post($"{Part("so-c")}/submission", tag: "\"1\""));
        var sent = await unit.DoneAsync(Post($"{Part("so-c")}/submission", tag: written));
        Assert.Equal(sent, await unit.DoneAsync(Post($"{Part("so-c")}/submission"))); // again
        Assert.Equal("part-sent", (await unit.RefusedAsync(409, Put(Part("so-c"), """{"tasks":["Khác"]}""", sent))).Type());
        var read = await deputy.GetsAsync(Part("so-c"));
        Assert.Equal(("sent", 8400, "gần 8.400"), ((string)read["part"]!["state"]!, (int)read["content"]!["answers"]![0]!["number"]!, (string)read["content"]!["answers"]![0]!["said"]!));
        Assert.Equal(["mo-hinh"], read["missing"]!.AsArray().Select(code => (string)code!)); // what was not answered is a gap

        Assert.Equal(["$.reason"], (await deputy.RefusedAsync(400, Post($"{Part("so-c")}/return", """{"reason":" "}""", sent))).Paths());
        var returned = await deputy.DoneAsync(Post($"{Part("so-c")}/return", """{"reason":"Thiếu số liệu"}""", sent));
        Assert.Equal(returned, await deputy.DoneAsync(Post($"{Part("so-c")}/return", """{"reason":"Thiếu số liệu"}""")));
        Assert.Equal("part-not-sent", (await deputy.RefusedAsync(409, Post($"{Part("so-c")}/return", """{"reason":"Lần nữa"}""", returned))).Type());
        Assert.Equal("Thiếu số liệu", (string)(await unit.GetsAsync(Part("so-c")))["part"]!["returnReason"]!);
        await app.SendsAsync("so-c", """{"tasks":["Khác"]}""", returned);
        var listed = await deputy.GetsAsync($"{Address()}/parts");
        Assert.Equal(("so-c", "sent", "Khác"), ((string)Assert.Single(listed["parts"]!.AsArray())!["part"]!["unit"]!, (string)listed["parts"]![0]!["part"]!["state"]!, (string)listed["parts"]![0]!["content"]!["tasks"]![0]!));
        await AuditChain.AssertWholeAsync(app.Tables, Id.AddressIn("Reports"), Cancellation);
    }

    [Fact]
    public async Task What_a_part_says_is_the_unit_s_own_until_it_is_sent_and_again_once_it_was_given_back()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var unit = await app.OfficerAsync("so-c");
        using var head = await app.OfficerAsync(Head);
        using var deputy = await app.OfficerAsync(Deputy);
        using var council = app.Holding("Emulation.Council");
        using var reader = app.Holding("Emulation.Reader");
        using var office = app.Admin();
        HttpClient[] others = [head, deputy, council, reader, office];
        await head.DoneAsync(Put(Address(), Asked));

        var tag = await unit.DoneAsync(Put(Part("so-c"), Content));
        await AssertHiddenAsync("draft");
        tag = await unit.DoneAsync(Post($"{Part("so-c")}/submission", tag: tag));
        foreach (var other in others)
        {
            Assert.Equal(8400, (int)(await other.GetsAsync(Part("so-c")))["content"]!["answers"]![0]!["number"]!);
            using var paper = await other.GetAsync(Paper, Cancellation);
            Assert.True(paper.IsSuccessStatusCode);
        }

        await head.DoneAsync(Post($"{Part("so-c")}/return", """{"reason":"Thiếu số liệu"}""", tag));
        await AssertHiddenAsync("returned");
        app.SetDay("2027-06-01"); // the office writes for units in a year that is over, and sees what it writes
        Assert.NotNull((await office.GetsAsync(Part("so-c")))["content"]);

        async Task AssertHiddenAsync(string state)
        {
            foreach (var other in others)
            {
                var read = await other.GetsAsync(Part("so-c"));
                Assert.Equal((state, true), ((string)read["part"]!["state"]!, read["content"] is null));
                await other.GetAsync(Paper, Cancellation).ProblemAsync(404);
            }

            Assert.Null(Assert.Single((await head.GetsAsync($"{Address()}/parts"))["parts"]!.AsArray())!["content"]);
            Assert.NotNull((await unit.GetsAsync(Part("so-c")))["content"]);
            using var own = await unit.GetAsync(Paper, Cancellation);
            Assert.True(own.IsSuccessStatusCode);
        }
    }

    [Fact]
    public async Task No_part_is_taken_that_nobody_asked_for_or_that_comes_after_the_report_was_closed()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync("so-c");

        await unit.RefusedAsync(404, Put(Part("so-c"), Content)); // no such report
        var tag = await head.DoneAsync(Put(Address(), Asked.Replace("\"sections\"", "\"units\":[\"so-c\",\"so-d\"],\"sections\"", StringComparison.Ordinal)));
        await head.RefusedAsync(404, Put(Part(Head), Content)); // not asked
        await unit.RefusedAsync(403, Put(Part("so-d"), Content)); // another unit
        await unit.RefusedAsync(404, Post($"{Part("so-c", "khac")}/submission", tag: "\"1\""));
        Assert.Equal("part-empty", (await unit.RefusedAsync(409, Post($"{Part("so-c")}/submission", tag: "\"1\""))).Type());
        var written = await unit.DoneAsync(Put(Part("so-c"), Content));
        tag = await head.DoneAsync(Put(Address(), Asked.Replace("\"sections\"", "\"isClosed\":true,\"units\":[\"so-c\",\"so-d\"],\"sections\"", StringComparison.Ordinal), tag));

        Assert.Equal("report-closed", (await unit.RefusedAsync(409, Put(Part("so-c"), """{"tasks":["Muộn"]}""", written))).Type());
        Assert.Equal("report-closed", (await unit.RefusedAsync(409, Post($"{Part("so-c")}/submission", tag: written))).Type());
        Assert.Equal("draft", (string)(await unit.GetsAsync(Part("so-c")))["part"]!["state"]!);
        await head.DoneAsync(Put(Address(), Asked.Replace("\"sections\"", "\"units\":[\"so-c\",\"so-d\"],\"sections\"", StringComparison.Ordinal), tag)); // opened again
        await unit.DoneAsync(Post($"{Part("so-c")}/submission", tag: written));
    }

    [Theory]
    [InlineData(ApprovalOfAnswers.ReportParts)]
    [InlineData(ApprovalOfAnswers.ReportPartsAndSheets)]
    internal async Task Where_the_regulation_says_so_the_unit_s_leader_sends_the_part_and_nobody_else(ApprovalOfAnswers approval)
    {
        await using var app = new EmulationApp(azurite, issuer, services: Approval(approval));
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        using var officer = await app.OfficerAsync("so-c");
        using var leader = await app.LeaderOfAsync("so-c");
        using var other = await app.LeaderOfAsync("so-d");
        await head.DoneAsync(Put(Address(), Asked));
        var written = await officer.DoneAsync(Put(Part("so-c"), Content));

        var refused = await officer.RefusedAsync(409, Post($"{Part("so-c")}/submission", tag: written));
        await officer.RefusedAsync(403, Post($"{Part("so-c")}/approval", tag: written));
        await other.RefusedAsync(403, Post($"{Part("so-c")}/approval", tag: written));
        await leader.RefusedAsync(412, Post($"{Part("so-c")}/approval", tag: "\"1\"")); // nobody approves what has changed meanwhile
        var approved = await leader.DoneAsync(Post($"{Part("so-c")}/approval", tag: written));

        Assert.Equal("approval-needed", refused.Type());
        Assert.Contains("lãnh đạo đơn vị", (string)refused["detail"]!, StringComparison.Ordinal);
        Assert.Equal(approved, await leader.DoneAsync(Post($"{Part("so-c")}/approval")));
        var part = (await head.GetsAsync(Part("so-c")))["part"]!;
        Assert.Equal(("sent", true), ((string)part["state"]!, (bool)part["isApproved"]!));
        Assert.Equal(EmulationApp.ObjectId("leader of so-c"), (await leader.GetsAsync("/api/me"))["oid"]!.ToString());
        Assert.Equal(["so-c"], (await leader.GetsAsync("/api/me"))["approvesFor"]!.AsArray().Select(unit => (string)unit!));
    }

    [Theory]
    [InlineData(ApprovalOfAnswers.None, true)]
    [InlineData(ApprovalOfAnswers.ReportParts, true)]
    [InlineData(ApprovalOfAnswers.ReportPartsAndSheets, false)]
    internal async Task Where_the_regulation_says_so_the_unit_s_leader_hands_the_sheet_in_and_nobody_else(ApprovalOfAnswers approval, bool isTaken)
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, services: Approval(approval));
        using var officer = await world.App.OfficerAsync(SheetWorld.Unit);
        using var leader = await world.App.LeaderOfAsync(SheetWorld.Unit);
        var saved = await SheetWorld.DoneAsync(officer, SheetWorld.Save(SheetWorld.Complete));

        using var first = await officer.SendAsync(Post($"{SheetWorld.Sheet}/submission", tag: saved), Cancellation);
        if (!isTaken)
        {
            Assert.Equal("approval-needed", JsonNode.Parse(await first.Content.ReadAsStringAsync(Cancellation))!.Type());
            await leader.DoneAsync(Post($"{SheetWorld.Sheet}/submission", tag: saved));
        }

        Assert.Equal(isTaken, first.IsSuccessStatusCode);
    }
}
