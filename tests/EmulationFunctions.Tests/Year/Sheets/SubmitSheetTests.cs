using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Year.Sheets;

public sealed class SubmitSheetTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Submission = $"{SheetWorld.Sheet}/submission";
    private const string Return = $"{SheetWorld.Sheet}/return";
    private const string Reason = """{"reason":"Thiếu minh chứng mục I.1"}""";

    private static readonly string Sha256 = new('a', 64);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sheet_that_lacks_anything_is_not_submitted_and_all_of_it_is_named()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);

        var nothing = await unit.SendAsync(SheetWorld.Post(Submission, null), Cancellation).ProblemAsync(409);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1","points":1}, {"criterion":"II","points":0}"""));
        var some = await unit.SendAsync(SheetWorld.Post(Submission, tag), Cancellation).ProblemAsync(409);

        Assert.Equal(["$.scores['I.1']", "$.scores['I.2']", "$.scores['II']"], nothing.Paths());
        Assert.Equal(["$.evidence['I.1']", "$.scores['I.2']"], some.Paths());
        Assert.Equal("draft", SheetWorld.State((await SheetWorld.ReadAsync(unit)).Sheet));
    }

    [Fact]
    public async Task A_file_or_an_explanation_is_enough_and_a_removed_file_is_none()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1","points":1}, {"criterion":"I.2","count":0}, {"criterion":"II","points":0}"""));

        await world.PutAsync(SheetWorld.Id.Address, [Evidence(removed: world.App.Clock.Now)]);
        await unit.SendAsync(SheetWorld.Post(Submission, tag), Cancellation).ProblemAsync(409);
        await world.PutAsync(SheetWorld.Id.Address, [Evidence(removed: null)]);
        await SheetWorld.DoneAsync(unit, SheetWorld.Post(Submission, tag));
    }

    [Fact]
    public async Task The_hash_is_that_of_exactly_what_was_submitted_and_repeating_it_changes_nothing()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await world.PutAsync(SheetWorld.Id.Address, [Evidence(removed: null)]);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));

        await unit.SendAsync(SheetWorld.Post(Submission, null), Cancellation).ProblemAsync(428);
        await unit.SendAsync(SheetWorld.Post(Submission, "\"1\""), Cancellation).ProblemAsync(412);
        var first = await unit.SendAsync(SheetWorld.Post(Submission, tag), Cancellation).JsonAsync();
        var again = await unit.SendAsync(SheetWorld.Post(Submission, tag), Cancellation).JsonAsync();

        var content = new SheetContent(
            [
                new("I.1", Points.FromDecimal(38.25m), Explanation: "Hoàn thành 12/12 chỉ tiêu"),
                new("I.2", Count: 3),
                new("II", Points.FromDecimal(40)),
            ],
            new HashSet<string>(),
            [new("I.1", Sha256)]);
        Assert.Equal(SheetHash.Of(new(SheetWorld.Scheme, 1, SheetWorld.SmallScheme), content, ""), (string)first["hash"]!);
        Assert.Equal("submitted", (string)first["state"]!);
        Assert.Equal(first.ToJsonString(), again.ToJsonString());
    }

    [Fact]
    public async Task A_submitted_sheet_no_longer_changes()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.SubmittedAsync(unit);

        var problem = await unit.SendAsync(SheetWorld.Save("""{"criterion":"I.1","points":40}""", tag), Cancellation).ProblemAsync(409);

        Assert.Equal("urn:emulation-functions:sheet-submitted", (string)problem["type"]!);
        Assert.False((bool)(await SheetWorld.ReadAsync(unit)).Sheet["isOpen"]!);
    }

    [Fact]
    public async Task A_save_whose_answer_was_lost_may_be_sent_again_after_the_sheet_was_handed_in()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));
        await SheetWorld.DoneAsync(unit, SheetWorld.Post(Submission, tag));
        var (before, submitted) = await SheetWorld.ReadAsync(unit);

        var again = await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));
        var (after, _) = await SheetWorld.ReadAsync(unit);

        Assert.Equal((submitted, before.ToJsonString()), (again, after.ToJsonString()));
        await unit.SendAsync(SheetWorld.Save("""{"criterion":"IX"}""", submitted), Cancellation).ProblemAsync(409);
    }

    [Fact]
    public async Task A_sheet_that_lacks_one_thing_is_told_so_in_English()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));
        tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"II"}""", tag));
        using var request = SheetWorld.Post(Submission, tag);
        request.Headers.AcceptLanguage.ParseAdd("en");

        var problem = await unit.SendAsync(request, Cancellation).ProblemAsync(409);

        Assert.Equal("The sheet still lacks 1 thing, so it was not submitted.", (string)problem["detail"]!);
    }

    [Fact]
    public async Task The_head_returns_a_sheet_with_a_reason_and_the_unit_mends_and_submits_it_again()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        var tag = await SheetWorld.SubmittedAsync(unit);

        var returned = await SheetWorld.DoneAsync(head, SheetWorld.Post(Return, tag, Reason));
        Assert.Equal(returned, await SheetWorld.DoneAsync(head, SheetWorld.Post(Return, tag, Reason)));
        var (sheet, _) = await SheetWorld.ReadAsync(unit);
        tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1","points":40,"explanation":"Đã bổ sung"}""", returned));
        Assert.Equal("returned", SheetWorld.State((await SheetWorld.ReadAsync(unit)).Sheet));
        await SheetWorld.DoneAsync(unit, SheetWorld.Post(Submission, tag));
        var (again, _) = await SheetWorld.ReadAsync(head);

        Assert.Equal(("returned", "Thiếu minh chứng mục I.1", true), (SheetWorld.State(sheet), (string)sheet["summary"]!["returnReason"]!, (bool)sheet["isOpen"]!));
        Assert.Null(sheet["summary"]!["hash"]);
        Assert.Equal("submitted", SheetWorld.State(again));
        Assert.Null(again["summary"]!["returnReason"]);
    }

    [Fact]
    public async Task With_the_return_word_is_left_that_the_unit_gets_a_mail()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        await SheetWorld.DoneAsync(head, SheetWorld.Post(Return, await SheetWorld.SubmittedAsync(unit), Reason));

        var view = await world.App.Services.GetRequiredService<PartitionStore>().ReadAsync(SheetWorld.Id.Address, KeyRange.Prefix(Notices.Prefix), Cancellation);

        var notice = Notices.From(SheetWorld.Id.Address, Assert.Single(view.Rows));
        Assert.Equal((NoticeKind.SheetReturned, SheetWorld.Unit, "Thiếu minh chứng mục I.1"), (notice.Kind, Assert.Single(notice.Units), notice.Text));
    }

    [Fact]
    public async Task What_was_not_submitted_cannot_be_returned_and_a_return_needs_a_reason_and_what_was_read()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);

        var problem = await head.SendAsync(SheetWorld.Post(Return, null, Reason), Cancellation).ProblemAsync(409);
        var tag = await SheetWorld.SubmittedAsync(unit);
        await head.SendAsync(SheetWorld.Post(Return, tag, """{"reason":"  "}"""), Cancellation).ProblemAsync(400);
        await head.SendAsync(SheetWorld.Post(Return, tag, """{}"""), Cancellation).ProblemAsync(400);
        await head.SendAsync(SheetWorld.Post(Return, tag, $$"""{"reason":"{{new string('x', 1001)}}"}"""), Cancellation).ProblemAsync(400);
        await head.SendAsync(SheetWorld.Post(Return, null, Reason), Cancellation).ProblemAsync(428);
        await head.SendAsync(SheetWorld.Post(Return, "\"1\"", Reason), Cancellation).ProblemAsync(412);

        Assert.Equal("urn:emulation-functions:sheet-not-submitted", (string)problem["type"]!);
        Assert.Equal("submitted", SheetWorld.State((await SheetWorld.ReadAsync(unit)).Sheet));
    }

    [Fact]
    public async Task A_sheet_that_the_standings_rest_on_is_not_returned_and_not_changed()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        var tag = await SheetWorld.SubmittedAsync(unit);
        var sheets = world.App.Services.GetRequiredService<SheetTable>();
        var submitted = await sheets.ReadSubmittedAsync(SheetWorld.Id, Cancellation);
        var scheme = new SchemeVersion(SheetWorld.Scheme, 1);

        Assert.Null(await sheets.LockAsync(SheetWorld.Id, "cong-bo-1", "another hash", scheme, Actor.System, Cancellation));
        Assert.NotNull(await sheets.LockAsync(SheetWorld.Id, "cong-bo-1", submitted!.Head!.Hash, scheme, Actor.System, Cancellation));
        Assert.NotNull(await sheets.LockAsync(SheetWorld.Id, "cong-bo-1", submitted.Head.Hash, scheme, Actor.System, Cancellation));
        Assert.Null(await sheets.LockAsync(SheetWorld.Id, "cong-bo-2", submitted.Head.Hash, scheme, Actor.System, Cancellation));

        var (locked, lockedTag) = await SheetWorld.ReadAsync(unit);
        var problem = await head.SendAsync(SheetWorld.Post(Return, lockedTag, Reason), Cancellation).ProblemAsync(409);
        await unit.SendAsync(SheetWorld.Save("""{"criterion":"I.1","points":40}""", lockedTag), Cancellation).ProblemAsync(409);
        await unit.SendAsync(SheetWorld.Post(Submission, lockedTag), Cancellation).ProblemAsync(409);
        Assert.Equal(("locked", "urn:emulation-functions:sheet-locked"), (SheetWorld.State(locked), (string)problem["type"]!));
        Assert.NotNull(await sheets.ReadSubmittedAsync(SheetWorld.Id, Cancellation));

        await sheets.UnlockAsync(SheetWorld.Id, "cong-bo-2", Actor.System, Cancellation);
        Assert.Equal("locked", SheetWorld.State((await SheetWorld.ReadAsync(unit)).Sheet));
        await sheets.UnlockAsync(SheetWorld.Id, "cong-bo-1", Actor.System, Cancellation);
        Assert.Equal("submitted", SheetWorld.State((await SheetWorld.ReadAsync(unit)).Sheet));
        Assert.NotEqual(tag, lockedTag);
    }

    [Fact]
    public async Task A_unit_that_has_not_begun_can_no_longer_begin_once_the_standings_are_published()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var sheets = world.App.Services.GetRequiredService<SheetTable>();

        Assert.NotNull(await sheets.LockAsync(SheetWorld.Id, "cong-bo-1", null, new(SheetWorld.Scheme, 1), Actor.System, Cancellation));

        await unit.SendAsync(SheetWorld.Save(SheetWorld.Complete), Cancellation).ProblemAsync(409);
        Assert.Null(await sheets.ReadSubmittedAsync(SheetWorld.Id, Cancellation));
    }

    [Fact]
    public async Task A_submission_and_a_return_are_told_once_each_and_whether_it_was_late()
    {
        using var records = new RecordCollector();
        await using var world = await SheetWorld.StartAsync(
            azurite, issuer, change: cycle => cycle.Extend(new(SheetWorld.Unit, StageKind.SelfScore, new(2026, 12, 14), "Bão số 9")), services: records.Collect);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        var tag = await SheetWorld.DoneAsync(head, SheetWorld.Post(Return, await SheetWorld.SubmittedAsync(unit), Reason));

        world.App.SetDay("2026-12-11");
        await SheetWorld.DoneAsync(unit, SheetWorld.Post(Submission, tag));
        await SheetWorld.DoneAsync(unit, SheetWorld.Post(Submission, tag));

        Assert.Equal([false, true], records.Of("SheetSubmitted").Select(record => (bool)record["Late"]!));
        Assert.Equal(SheetWorld.Unit, Assert.Single(records.Of("SheetReturned"))["Unit"]);
    }

    private static TableEntity Evidence(DateTimeOffset? removed) => new(SheetWorld.Id.Address.Partition, "evidence|1")
    {
        ["Criterion"] = "I.1",
        ["Sha256"] = Sha256,
        ["Removed"] = removed,
    };
}
