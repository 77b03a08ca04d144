using System.Net.Http.Headers;
using EmulationFunctions.Common;
using EmulationFunctions.Office.Reminders;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Tests.Year.Appraisals;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Appraisals.AppraisalsOf;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Sheets;

/// <summary>A submitted sheet goes back to its unit with a day of its own, long after self-scoring is over.</summary>
public sealed class RevisionTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Unit = "so-b";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Address => SheetAddress(Unit);

    [Fact]
    public async Task A_unit_revises_its_sheet_until_the_end_of_the_day_and_hands_it_in_again()
    {
        await using var app = await StartAsync();
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync(Unit);

        var tag = await head.DoneAsync(Request("2026-12-18"));
        var (sheet, _) = await SheetWorld.ReadAsync(unit, Address);
        app.SetDay("2026-12-18", 23, 59, 59);
        tag = await unit.DoneAsync(SheetWorld.Save("""{"criterion":"I.1","points":35}""", tag, Address));
        tag = await unit.DoneAsync(SheetWorld.Post($"{Address}/submission", tag));
        var (again, _) = await SheetWorld.ReadAsync(unit, Address);

        Assert.Equal(
            ("revisionRequested", "2026-12-18", "Thiếu minh chứng", 1, true, null),
            (SheetWorld.State(sheet), (string)sheet["summary"]!["deadline"]!, (string)sheet["summary"]!["returnReason"]!, (int)sheet["summary"]!["revisions"]!, (bool)sheet["isOpen"]!, (string?)sheet["summary"]!["hash"]));
        Assert.Equal(
            ("submitted", "2026-12-10", null, 1, false),
            (SheetWorld.State(again), (string)again["summary"]!["deadline"]!, (string?)again["summary"]!["returnReason"], (int)again["summary"]!["revisions"]!, (bool)again["isOpen"]!));
        Assert.Equal(95m, (decimal)again["summary"]!["totals"]!["base"]!);
        Assert.Equal(4, await AuditChain.AssertWholeAsync(app.Tables, Sheet(Unit).Address, Cancellation));
    }

    [Fact]
    public async Task After_the_day_nothing_changes_until_a_second_request_moves_it()
    {
        await using var app = await StartAsync();
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync(Unit);
        using var admin = app.Admin();
        var tag = await head.DoneAsync(Request("2026-12-17"));

        app.SetDay("2026-12-18", 0, 0, 0);
        var save = await unit.SendAsync(SheetWorld.Save("""{"criterion":"I.1","points":35}""", tag, Address), Cancellation).ProblemAsync(409);
        var submit = await unit.SendAsync(SheetWorld.Post($"{Address}/submission", tag), Cancellation).ProblemAsync(409);
        var file = await unit.SendAsync(Upload("I.1"), Cancellation).ProblemAsync(409);
        var listed = (await admin.GetAsync($"/api/cycles/{TheYear}/periods/nam/blocs/{Bloc}/sheets", Cancellation).JsonAsync())["sheets"]!.AsArray().Single(one => (string)one!["unit"]! == Unit)!;
        var standings = await admin.StandingsAsync().JsonAsync();
        var moved = await head.DoneAsync(Request("2026-12-19", tag));
        await unit.DoneAsync(SheetWorld.Save("""{"criterion":"I.1","points":35}""", moved, Address));

        Assert.All([save, submit, file], problem => Assert.Equal("urn:emulation-functions:deadline-passed", (string)problem["type"]!));
        Assert.Contains("17/12/2026", (string)save["detail"]!, StringComparison.Ordinal);
        Assert.Equal(("revisionRequested", "2026-12-17", true), ((string)listed["state"]!, (string)listed["deadline"]!, (bool)listed["isOverdue"]!));
        var apart = standings["apart"]!.AsArray().Single(one => (string)one!["unit"]! == Unit)!;
        Assert.Equal("Phiếu điểm được yêu cầu chỉnh sửa, hạn hết ngày 17/12/2026, và chưa nộp lại.", (string)apart["reason"]!);
        Assert.Equal(1, (await app.HeadAsync(Unit))!.Revisions);
    }

    [Fact]
    public async Task Where_criteria_are_named_only_they_and_their_evidence_change()
    {
        await using var app = await StartAsync();
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync(Unit);
        var tag = await head.DoneAsync(Request("2026-12-18", criteria: "\"I\""));

        var save = await unit.SendAsync(SheetWorld.Save("""{"criterion":"I.1","points":35}, {"criterion":"II","points":39}""", tag, Address), Cancellation).ProblemAsync(400);
        var file = await unit.SendAsync(Upload("II"), Cancellation).ProblemAsync(409);
        using var taken = await unit.SendAsync(Upload("I.1"), Cancellation);
        tag = await unit.DoneAsync(SheetWorld.Save("""{"criterion":"I.1","points":35}, {"criterion":"II","points":40}""", tag, Address));
        await unit.DoneAsync(SheetWorld.Post($"{Address}/submission", tag));

        Assert.Equal(["$.scores[1].criterion"], save.Paths());
        Assert.Equal("urn:emulation-functions:outside-revision", (string)file["type"]!);
        Assert.True(taken.IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing_and_one_that_was_not_read_is_refused()
    {
        await using var app = await StartAsync();
        using var head = await app.OfficerAsync(Head);
        await head.SendAsync(Request("2026-12-18", tag: ""), Cancellation).ProblemAsync(428);
        await head.SendAsync(Request("2026-12-18", "\"9\""), Cancellation).ProblemAsync(412);

        var first = await head.DoneAsync(Request("2026-12-18", criteria: "\"I.1\", \"II\""));
        var again = await head.DoneAsync(Request("2026-12-18", criteria: "\"I.1\", \"II\""));

        Assert.Equal(first, again);
        var view = await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Sheet(Unit).Address, KeyRange.Prefix(Notices.Prefix), Cancellation);
        var notice = Notices.From(Sheet(Unit).Address, Assert.Single(view.Rows));
        Assert.Equal(
            (NoticeKind.RevisionRequested, Unit, "Thiếu minh chứng"),
            (notice.Kind, Assert.Single(notice.Units), notice.Text));
    }

    [Fact]
    public async Task Every_fault_is_named()
    {
        await using var app = await StartAsync();
        using var head = await app.OfficerAsync(Head);

        var early = await head.SendAsync(Request("2026-12-15", criteria: "\"I\", \"IX\", \"I\"", reason: " "), Cancellation).ProblemAsync(400);
        var late = await head.SendAsync(Request("2026-12-20"), Cancellation).ProblemAsync(400);

        Assert.Equal(["$.criteria[1]", "$.criteria[2]", "$.due", "$.reason"], early.Paths().Order(StringComparer.Ordinal));
        Assert.Equal(["$.due"], late.Paths());
        Assert.Equal(SheetState.Submitted, (await app.HeadAsync(Unit))!.State);
    }

    [Fact]
    public async Task Deputy_office_and_specialists_ask_whatever_their_power_and_nobody_for_its_own_sheet()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(Form with
        {
            Appraisal = new(Revisions: 9, Head: AppraisalPower.SendBack, Deputy: AppraisalPower.SendBack, Office: AppraisalPower.SendBack, Specialists: [new("II", Specialist)]),
        });
        using var head = await app.OfficerAsync(Head);
        using var deputy = await app.OfficerAsync(Deputy);
        using var specialist = await app.OfficerAsync(Specialist);
        using var admin = app.Admin();
        using var other = await app.OfficerAsync("so-c");

        var tag = await deputy.DoneAsync(Request("2026-12-17"));
        tag = await specialist.DoneAsync(Request("2026-12-18", tag));
        await admin.DoneAsync(Request("2026-12-19", tag));
        await other.SendAsync(Request("2026-12-19"), Cancellation).ProblemAsync(403);
        var own = await head.SendAsync(Request("2026-12-18", unit: Head), Cancellation).ProblemAsync(409);

        Assert.Equal("urn:emulation-functions:own-sheet", (string)own["type"]!);
    }

    [Fact]
    public async Task What_is_not_submitted_is_not_sent_back_and_no_more_often_than_the_scheme_says()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(Form with { Appraisal = new(Revisions: 1) }, "so-c");
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync(Unit);
        var unsubmitted = await head.SendAsync(Request("2026-12-18", unit: "so-c"), Cancellation).ProblemAsync(409);

        var tag = await unit.DoneAsync(SheetWorld.Post($"{Address}/submission", await head.DoneAsync(Request("2026-12-18"))));
        var more = await head.SendAsync(Request("2026-12-18", tag), Cancellation).ProblemAsync(409);

        Assert.Equal("urn:emulation-functions:sheet-not-submitted", (string)unsubmitted["type"]!);
        Assert.Equal("urn:emulation-functions:no-more-revisions", (string)more["type"]!);
    }

    [Fact]
    public async Task Once_the_last_round_is_closed_nothing_is_sent_back()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(Form with { Appraisal = new(Rounds: 1) });
        using var head = await app.OfficerAsync(Head);
        await head.CloseAsync(1).JsonAsync();

        var problem = await head.SendAsync(Request("2026-12-18"), Cancellation).ProblemAsync(409);

        Assert.Equal("urn:emulation-functions:round-not-open", (string)problem["type"]!);
    }

    [Fact]
    public async Task A_publication_that_is_given_up_gives_the_revision_back()
    {
        await using var app = await StartAsync();
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync(Unit);
        await head.DoneAsync(Request("2026-12-18", criteria: "\"I.1\""));
        var before = (await app.HeadAsync(Unit))!;
        var sheets = app.Services.GetRequiredService<SheetTable>();
        Assert.NotNull(await sheets.LockAsync(Sheet(Unit), "cong-bo-1", null, new("bang-diem", 1), Actor.System, Cancellation));
        var locked = (await app.HeadAsync(Unit))!;
        var refused = await head.SendAsync(Request("2026-12-19", $"\"{locked.Version}\""), Cancellation).ProblemAsync(409);

        await sheets.UnlockAsync(Sheet(Unit), "cong-bo-1", Actor.System, Cancellation);
        var after = (await app.HeadAsync(Unit))!;

        Assert.Equal("urn:emulation-functions:sheet-locked", (string)refused["type"]!);
        Assert.False(locked.IsSubmitted);
        Assert.Equal((before.State, before.RevisionDue, before.ReturnReason, before.Revisions), (after.State, after.RevisionDue, after.ReturnReason, after.Revisions));
        Assert.Equal(["I.1"], after.RevisionCriteria!);
        await unit.DoneAsync(SheetWorld.Save("""{"criterion":"I.1","points":35}""", $"\"{after.Version}\"", Address));
    }

    [Fact]
    public async Task The_unit_is_reminded_of_the_day_of_its_revision()
    {
        await using var app = await StartAsync();
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Request("2026-12-18"));
        var reader = app.Services.GetRequiredService<DueReader>();

        var work = await reader.ReadAsync(Bloc, await reader.OpenYearsAsync(Cancellation), Cancellation);

        var due = Assert.Single(Assert.Single(work).Obligations, one => one is { Done: false, IsOfBloc: false });
        Assert.Equal((Unit, (DateOnly?)new DateOnly(2026, 12, 18)), (due.Unit, due.Due));
        var digest = Assert.Single(DueWork.On(new(2026, 12, 17), new(2026, 12, 16), ReminderRules.Default, work), digest => digest.Unit == Unit);
        Assert.Equal(new DateOnly(2026, 12, 18), Assert.Single(digest.Own).Deadline);
    }

    [Fact]
    public async Task A_request_that_dies_is_there_with_its_mail_or_not_at_all()
    {
        await using var app = await StartAsync();
        await CrashSteps.EachCallAsync(
            app,
            () => new(azurite, issuer, app.Account) { Clock = { Now = app.Clock.Now } },
            one => one.OfficerAsync(Head),
            async (client, attempt) => Request("2026-12-18", (await SheetWorld.ReadAsync(client, Address)).Tag, reason: $"Lần {attempt}"),
            async (client, attempt) =>
            {
                var (sheet, _) = await SheetWorld.ReadAsync(client, Address);
                var isThere = (string?)sheet["summary"]!["returnReason"] == $"Lần {attempt}";
                Assert.Equal(SheetWorld.State(sheet) == "submitted", sheet["summary"]!["hash"] is not null);
                var notices = await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Sheet(Unit).Address, KeyRange.Prefix(Notices.Prefix), Cancellation);
                Assert.Equal(isThere, notices.Rows.Any(row => Notices.From(Sheet(Unit).Address, row).Text == $"Lần {attempt}"));
                return isThere;
            },
            Sheet(Unit).Address);
    }

    private async Task<EmulationApp> StartAsync()
    {
        var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync();
        return app;
    }

    /// <summary>Of a sheet that nobody has touched since it was submitted, unless another ETag is given.</summary>
    private static HttpRequestMessage Request(string due, string tag = "\"1\"", string? criteria = null, string reason = "Thiếu minh chứng", string unit = Unit)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{SheetAddress(unit)}/revision")
        {
            Content = EmulationApp.Json($$"""{"reason":"{{reason}}","due":"{{due}}","criteria":{{(criteria is null ? "null" : $"[{criteria}]")}}}"""),
        };
        return tag.Length == 0 ? request : request.With(new EntityTagHeaderValue(tag));
    }

    private static HttpRequestMessage Upload(string criterion)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Address}/evidence?criterion={criterion}&name=a.pdf") { Content = new ByteArrayContent(SampleFiles.Pdf()) };
        request.Content.Headers.ContentType = new("application/pdf");
        return request;
    }
}
