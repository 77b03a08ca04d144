using System.Net.Http.Headers;
using EmulationFunctions.Rules.Tests.Year.Sheets;
using EmulationFunctions.Tests.Year.Sheets;
using static EmulationFunctions.Tests.Year.Conditions.ConditionsOf;

namespace EmulationFunctions.Tests.Year.Conditions;

/// <summary>Who declares which condition of a unit until when. Here the head is t-don-vi-1, the deputy t-don-vi-3.</summary>
public sealed class DeclareConditionTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_party_declares_what_the_scheme_gives_it_and_the_office_everything_and_the_trail_says_who()
    {
        await using var world = await ConditionsOf.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        using var deputy = await world.App.OfficerAsync(SheetWorld.Other);
        using var body = await world.App.OfficerAsync(MeasuredForm.Inspectorate);

        var own = await unit.SendAsync(Declare("KH", true, reason: " Đăng trên cổng thông tin. "), Cancellation).JsonAsync();
        var byHead = await head.SendAsync(Declare("KT", true), Cancellation).JsonAsync();
        var byDeputy = await deputy.SendAsync(Declare("KT", false, (string)byHead["eTag"]!), Cancellation).JsonAsync();
        var byBody = await body.SendAsync(Declare("KT", true, (string)byDeputy["eTag"]!), Cancellation).JsonAsync();
        var byOffice = await world.Admin.SendAsync(Declare("KT", false, (string)byBody["eTag"]!), Cancellation).JsonAsync();
        await SheetWorld.DoneAsync(world.Admin, Declare("TPH", true, paper: null));

        Assert.Equal(
            """{"isSo":true,"reason":"Đăng trên cổng thông tin.","paper":"Quyết định 12/QĐ ngày 01/12/2026","by":"unit","at":"2026-12-01T05:00:00+00:00","eTag":"\"1\"","warnings":[]}""", own.Plain());
        Assert.Equal(["head", "head", "body", "office"], new[] { byHead, byDeputy, byBody, byOffice }.Select(one => (string)one["by"]!));
        var trail = await world.TrailAsync();
        Assert.Equal(
            [SheetWorld.Unit, SheetWorld.Head, SheetWorld.Other, MeasuredForm.Inspectorate, null, null], trail.Select(row => row.Actor.Unit));
        Assert.All(trail, row => Assert.Equal("DeclareCondition", row.Entry.Action));
        Assert.Equal(("2026 nam t-khoi-1 t-don-vi-2 KT", "Theo báo cáo."), (trail[2].Entry.Subject, trail[2].Entry.Reason));
        Assert.Equal(
            ("""{"isSo":true,"paper":"Quyết định 12/QĐ ngày 01/12/2026","by":"head"}""", """{"isSo":false,"paper":"Quyết định 12/QĐ ngày 01/12/2026","by":"head"}"""),
            (trail[2].Entry.Before, trail[2].Entry.After));
        Assert.Null(trail[0].Entry.Before);
    }

    [Fact]
    public async Task Who_the_scheme_does_not_name_is_told_who_declares_it_and_a_leader_does_not_speak_for_its_own_unit()
    {
        await using var world = await ConditionsOf.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        using var body = await world.App.OfficerAsync(MeasuredForm.Inspectorate);
        const string Own = $"{SheetWorld.Sheets}/{SheetWorld.Head}";

        var byUnit = await unit.SendAsync(Declare("KT", false), Cancellation).ProblemAsync(409);
        Assert.Equal("condition-of-others", byUnit.Type());
        Assert.Equal("Điều kiện “Người đứng đầu bị khiển trách” do Khối trưởng hoặc Khối phó, đơn vị 't-thanh-tra' khai báo.", (string)byUnit["detail"]!);
        Assert.Equal("condition-of-others", (await head.SendAsync(Declare("KH", true), Cancellation).ProblemAsync(409)).Type());
        Assert.Equal("condition-of-others", (await body.SendAsync(Declare("KH", true), Cancellation).ProblemAsync(409)).Type());
        Assert.Equal("condition-of-others", (await head.SendAsync(Declare("TPH", true), Cancellation).ProblemAsync(409)).Type());
        Assert.Equal("condition-of-others", (await head.SendAsync(Declare("KT", false, sheet: Own), Cancellation).ProblemAsync(409)).Type());
        await SheetWorld.DoneAsync(head, Declare("KH", true, sheet: Own)); // as any unit its own

        Assert.Single(await world.TrailAsync());
    }

    [Fact]
    public async Task Nobody_else_is_let_in()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, MeasuredForm.Content); // without a deputy
        using var other = await world.App.OfficerAsync(SheetWorld.Other); // a member, and last year's head
        using var stranger = await world.App.OfficerAsync("t-don-vi-9");
        using var reader = world.App.Holding("Emulation.Reader");
        using var council = world.App.Holding("Emulation.Council");
        using var nobody = world.App.Nobody();
        using var unknown = world.App.Client(new(EmulationApp.ObjectId("ai do")));

        foreach (var client in new[] { other, stranger, reader, council, unknown })
        {
            await client.SendAsync(Declare("KH", true), Cancellation).ProblemAsync(403);
        }

        foreach (var client in new[] { other, stranger, unknown })
        {
            await client.GetAsync(ConditionsOf.List, Cancellation).ProblemAsync(403);
        }

        await nobody.SendAsync(Declare("KH", true), Cancellation).ProblemAsync(401);
        await nobody.GetAsync(ConditionsOf.List, Cancellation).ProblemAsync(401);
        Assert.Empty(await world.TrailAsync());
    }

    [Fact]
    public async Task Those_beside_the_office_declare_until_the_end_of_the_day_that_the_scheme_names()
    {
        await using var world = await ConditionsOf.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);

        world.App.SetDay("2026-12-05", 23, 59, 59);
        var tag = await SheetWorld.DoneAsync(unit, Declare("KH", true));
        world.App.SetDay("2026-12-06", 0);
        var late = await unit.SendAsync(Declare("KH", false, tag), Cancellation).ProblemAsync(409);
        var byOffice = await world.Admin.SendAsync(Declare("KH", false, tag), Cancellation).JsonAsync();

        Assert.Equal("deadline-passed", late.Type());
        Assert.Equal(
            "Hạn khai báo điều kiện “Kế hoạch được công bố” là hết ngày 05/12/2026, nay đã qua. Khi có lý do, cơ quan thường trực vẫn có thể khai báo.", (string)late["detail"]!);
        Assert.Equal("office", (string)byOffice["by"]!);
    }

    [Fact]
    public async Task A_declaration_has_a_reason_and_the_paper_that_the_scheme_asks_for_and_every_fault_is_named()
    {
        await using var world = await ConditionsOf.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);

        var both = await unit.SendAsync(Declare("KH", true, reason: "  ", paper: " "), Cancellation).ProblemAsync(400);
        var none = await unit.SendAsync(Declare("KH", true, paper: null), Cancellation).ProblemAsync(400);
        var tooLong = await unit.SendAsync(Declare("KH", true, reason: new('x', 1_001), paper: new('x', 301)), Cancellation).ProblemAsync(400);
        var shape = await unit.SendAsync(
            new HttpRequestMessage(HttpMethod.Put, $"{ConditionsOf.List}/KH") { Content = EmulationApp.Json("""{"isSo":"có","why":1}""") }, Cancellation).ProblemAsync(400);
        Assert.Equal(["$.reason", "$.paper"], both.Paths());
        Assert.Equal(["$.paper"], none.Paths());
        Assert.Equal("Cần ghi văn bản chứng minh: số, ngày, nơi ban hành.", (string)none["faults"]![0]!["detail"]!);
        Assert.Equal(["$.paper", "$.reason"], tooLong.Paths().Order());
        Assert.Equal(["$.isSo", "$.reason", "$.why"], shape.Paths().Order());
        Assert.Empty(await world.TrailAsync());

        // The scheme asks for it only when the fact is so.
        await SheetWorld.DoneAsync(unit, Declare("KH", false, paper: null));
    }

    [Fact]
    public async Task What_was_not_read_is_not_overwritten_and_the_same_again_changes_nothing()
    {
        await using var world = await ConditionsOf.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);

        await unit.SendAsync(Declare("KH", true, "\"3\""), Cancellation).ProblemAsync(412);
        var first = await SheetWorld.DoneAsync(unit, Declare("KH", true));
        var again = await SheetWorld.DoneAsync(unit, Declare("KH", true, reason: " Theo báo cáo."));
        await unit.SendAsync(Declare("KH", false), Cancellation).ProblemAsync(428);
        await unit.SendAsync(Declare("KH", false, "\"0\""), Cancellation).ProblemAsync(412);
        await SheetWorld.DoneAsync(world.Admin, Declare("TPH", true)); // another condition is another thing
        var second = await SheetWorld.DoneAsync(unit, Declare("KH", false, first));
        await unit.SendAsync(Declare("KH", true, first), Cancellation).ProblemAsync(412);

        Assert.Equal(first, again);
        Assert.Equal(second, (string)(await ListAsync(unit)).Condition("KH")["declaration"]!["eTag"]!);
        Assert.Equal(3, (await world.TrailAsync()).Count);
    }

    [Fact]
    public async Task Once_the_standings_are_published_nobody_declares_anything_whatever_was_read()
    {
        await using var world = await ConditionsOf.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, Declare("KH", true));
        await world.HasPublishedAsync();

        foreach (var request in new[] { Declare("KH", false, tag), Declare("KH", false), Declare("KH", false, "\"9\""), Declare("KT", true) })
        {
            Assert.Equal("standings-published", (await world.Admin.SendAsync(request, Cancellation).ProblemAsync(409)).Type());
        }

        Assert.Equal(tag, await SheetWorld.DoneAsync(unit, Declare("KH", true))); // the answer to a save that was lost
        Assert.True((bool)(await ListAsync(unit)).Condition("KH")["isSo"]!);
    }

    [Fact]
    public async Task What_the_scheme_does_not_ask_or_the_program_knows_by_itself_is_not_declared_nor_for_whom_is_not_in_the_bloc()
    {
        await using var world = await ConditionsOf.StartAsync(azurite, issuer);

        var unknown = await world.Admin.SendAsync(Declare("XX", true), Cancellation).ProblemAsync(404);
        var known = await world.Admin.SendAsync(Declare("NOP", true), Cancellation).ProblemAsync(409);
        var stranger = await world.Admin.SendAsync(Declare("KH", true, sheet: $"{SheetWorld.Sheets}/t-don-vi-9"), Cancellation).ProblemAsync(404);
        await world.Admin.SendAsync(Declare("KH", true, sheet: SheetWorld.Sheet.Replace("2026", "2024", StringComparison.Ordinal)), Cancellation).ProblemAsync(404);

        Assert.Equal("Bảng điểm không có điều kiện XX.", (string)unknown["detail"]!);
        Assert.Equal(("condition-known", "Hệ thống tự biết điều kiện “Đã nộp phiếu tự chấm”, không ai khai báo."), (known.Type(), (string)known["detail"]!));
        Assert.Equal("not-found", stranger.Type());
        Assert.Empty(await world.TrailAsync());
    }

    [Fact]
    public async Task The_list_says_who_declares_what_by_when_what_was_declared_and_what_follows()
    {
        await using var world = await ConditionsOf.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var body = await world.App.OfficerAsync(MeasuredForm.Inspectorate);
        using var reader = world.App.Holding("Emulation.Reader");
        await SheetWorld.DoneAsync(world.Admin, Declare("KT", true));
        await SheetWorld.DoneAsync(world.Admin, Declare("TPH", true));
        await SheetWorld.DoneAsync(unit, Record(10, 7));

        var list = await ListAsync(unit);
        using var english = new HttpRequestMessage(HttpMethod.Get, ConditionsOf.List) { Headers = { AcceptLanguage = { new StringWithQualityHeaderValue("en") } } };
        var inEnglish = await reader.SendAsync(english, Cancellation).JsonAsync();

        Assert.Equal(["KH", "KT", "TPH", "NOP"], list["conditions"]!.AsArray().Select(one => (string)one!["condition"]!));
        Assert.Equal(
            """{"condition":"KH","title":"Kế hoạch được công bố","declaredBy":"đơn vị","due":"2026-12-05","isSo":false,"isDeclared":false,"liftedBy":null,"effects":["tiêu chí II.1 được 0 điểm khi không"],"declaration":null}""",
            list.Condition("KH").Plain());
        Assert.Equal((true, true, "TPH", null), ((bool)list.Condition("KT")["isSo"]!, (bool)list.Condition("KT")["isDeclared"]!, (string)list.Condition("KT")["liftedBy"]!, (string?)list.Condition("KT")["due"]));
        Assert.Equal((false, true, "hệ thống"), ((bool)list.Condition("NOP")["isSo"]!, (bool)list.Condition("NOP")["isDeclared"]!, (string)list.Condition("NOP")["declaredBy"]!));
        Assert.Equal("""{"all":10,"women":7,"asOf":"2026-11-30","source":"Báo cáo biên chế 2026","eTag":"\"3\""}""", list["staff"]!.Plain());
        Assert.Equal(["at most class T when it is so", "bonus I does not count when it is so"], inEnglish.Condition("KT")["effects"]!.AsArray().Select(one => (string)one!));
        Assert.Equal("the bloc's head or deputy, the unit 't-thanh-tra'", (string)inEnglish.Condition("KT")["declaredBy"]!);
        Assert.Equal(4, (await ListAsync(body))["conditions"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_scheme_without_conditions_has_none_to_list()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);

        Assert.Equal("""{"conditions":[],"staff":null}""", (await ListAsync(unit)).Plain());
        Assert.Equal(("[]", "[]"), ((await SheetWorld.ReadAsync(unit)).Sheet["effects"]!.Plain(), (await SheetWorld.ReadAsync(unit)).Sheet["undeclared"]!.Plain()));
        await world.Admin.SendAsync(Declare("KH", true), Cancellation).ProblemAsync(404);
    }
}
