using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Tests.Year.Sheets;

public sealed class SheetDeadlineTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly StageKey SelfScore = StageKind.SelfScore;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sheet_is_submitted_until_the_last_second_of_the_deadline_day_and_not_a_second_later()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        const string HeadSheet = $"{SheetWorld.Sheets}/{SheetWorld.Head}";
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));
        var headTag = await SheetWorld.DoneAsync(head, SheetWorld.Save(SheetWorld.Complete, sheet: HeadSheet));

        world.App.SetDay("2026-12-10", 23, 59, 59);
        await SheetWorld.DoneAsync(unit, SheetWorld.Post($"{SheetWorld.Sheet}/submission", tag));
        world.App.SetDay("2026-12-11", 0, 0, 0);
        var late = await head.SendAsync(SheetWorld.Post($"{HeadSheet}/submission", headTag), Cancellation).ProblemAsync(409);
        var save = await head.SendAsync(SheetWorld.Save("""{"criterion":"I.1","points":1}""", headTag, HeadSheet), Cancellation).ProblemAsync(409);

        Assert.Equal("urn:emulation-functions:deadline-passed", (string)late["type"]!);
        Assert.Equal("urn:emulation-functions:deadline-passed", (string)save["type"]!);
        Assert.Contains("10/12/2026", (string)late["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_stage_opens_nothing_is_entered()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        world.App.SetDay("2026-11-14", 23, 59, 59);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);

        var problem = await unit.SendAsync(SheetWorld.Save(SheetWorld.Complete), Cancellation).ProblemAsync(409);
        world.App.SetDay("2026-11-15", 0, 0, 0);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));

        Assert.Equal("urn:emulation-functions:stage-not-open", (string)problem["type"]!);
    }

    [Fact]
    public async Task More_time_for_one_unit_is_only_its_own()
    {
        await using var world = await SheetWorld.StartAsync(
            azurite, issuer, change: cycle => cycle.Extend(new(SheetWorld.Unit, SelfScore, new(2026, 12, 14), "Bão số 9")));
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var other = await world.App.OfficerAsync(SheetWorld.Other);

        world.App.SetDay("2026-12-14", 23, 59, 59);
        await SheetWorld.SubmittedAsync(unit);
        await other.SendAsync(SheetWorld.Save(SheetWorld.Complete, sheet: $"{SheetWorld.Sheets}/{SheetWorld.Other}"), Cancellation).ProblemAsync(409);
    }

    [Fact]
    public async Task A_deadline_moved_while_the_program_runs_counts_at_once()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        world.App.SetDay("2026-12-11");
        await unit.SendAsync(SheetWorld.Save(SheetWorld.Complete), Cancellation).ProblemAsync(409);

        var cycle = CalendarTemplate.Default.In(2026) with
        {
            Blocs = [new(SheetWorld.Bloc, new(SheetWorld.Scheme, 1))],
            Overrides = [new(SheetWorld.Bloc, SelfScore, new(2026, 11, 1), new(2026, 12, 11))],
        };
        await world.PutCycleAsync(cycle);

        await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));
    }

    [Theory]
    [InlineData("/api/cycles/2024/periods/nam/blocs/t-khoi-1/sheets/t-don-vi-2")] // no such year
    [InlineData("/api/cycles/2026/periods/quy-1/blocs/t-khoi-1/sheets/t-don-vi-2")] // no such period
    [InlineData("/api/cycles/2026/periods/nam/blocs/t-khoi-9/sheets/t-don-vi-2")] // no such bloc
    [InlineData("/api/cycles/2026/periods/nam/blocs/t-khoi-1/sheets/t-don-vi-9")] // never a member
    public async Task There_is_no_sheet_where_year_period_bloc_or_member_is_unknown(string sheet)
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(sheet[(sheet.LastIndexOf('/') + 1)..]);

        await unit.SendAsync(SheetWorld.Save(SheetWorld.Complete, sheet: sheet), Cancellation).ProblemAsync(404);
        await unit.GetAsync(sheet, Cancellation).ProblemAsync(404);
        await unit.SendAsync(SheetWorld.Post($"{sheet}/submission", null), Cancellation).ProblemAsync(404);
    }

    [Theory]
    [InlineData("/api/cycles/1999/periods/nam/blocs/t-khoi-1/sheets/t-don-vi-2", "year")]
    [InlineData("/api/cycles/2026/periods/n%C4%83m/blocs/t-khoi-1/sheets/t-don-vi-2", "period")]
    [InlineData("/api/cycles/2026/periods/nam/blocs/t%23khoi/sheets/t-don-vi-2", "bloc")]
    [InlineData("/api/cycles/2026/periods/nam/blocs/t-khoi-1/sheets/t%3Fdon%5Cvi", "unit")]
    [InlineData("/api/cycles/2026/periods/nam/blocs/t-khoi-1/sheets/t'don", "unit")]
    public async Task An_address_of_what_could_not_be_an_id_is_refused(string sheet, string part)
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);

        var problem = await world.Admin.GetAsync(sheet, Cancellation).ProblemAsync(400);

        Assert.Equal([part], problem.Paths());
    }

    [Fact]
    public async Task A_unit_that_left_the_bloc_enters_nothing_more_but_still_sees_what_it_entered()
    {
        const string Leaver = "t-don-vi-4";
        const string Sheet = $"{SheetWorld.Sheets}/{Leaver}";
        await using var world = await SheetWorld.StartAsync(azurite, issuer, others: SheetWorld.Member(Leaver, "2020-01-01", "2026-12-02"));
        using var unit = await world.App.OfficerAsync(Leaver);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete, sheet: Sheet));

        world.App.SetDay("2026-12-03");
        var problem = await unit.SendAsync(SheetWorld.Save("""{"criterion":"I.1","points":1}""", tag, Sheet), Cancellation).ProblemAsync(409);
        await unit.SendAsync(SheetWorld.Post($"{Sheet}/submission", tag), Cancellation).ProblemAsync(409);
        var (sheet, _) = await SheetWorld.ReadAsync(unit, Sheet);

        Assert.Equal("urn:emulation-functions:left-the-bloc", (string)problem["type"]!);
        Assert.Equal((3, false), (sheet["scores"]!.AsArray().Count, (bool)sheet["isOpen"]!));
    }

    [Fact]
    public async Task The_office_enters_a_year_that_is_over_but_not_the_present_one()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        const string Past = $"/api/cycles/2025/periods/nam/blocs/{SheetWorld.Bloc}/sheets/{SheetWorld.Unit}";

        await world.Admin.SendAsync(SheetWorld.Save(SheetWorld.Complete), Cancellation).ProblemAsync(403);
        await SheetWorld.SubmittedAsync(world.Admin, Past);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var problem = await unit.SendAsync(SheetWorld.Save("""{"criterion":"I.1","points":1}""", sheet: Past), Cancellation).ProblemAsync(409);
        var changes = await unit.GetAsync($"{Past}/changes", Cancellation).JsonAsync();

        Assert.Equal("urn:emulation-functions:sheet-submitted", (string)problem["type"]!);
        Assert.All(changes["changes"]!.AsArray(), change => Assert.Null(change!["unit"]));
    }

    [Fact]
    public async Task A_bloc_without_a_scheme_has_no_sheets_yet()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, change: cycle => cycle with { Blocs = [new(SheetWorld.Bloc, null)] });
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);

        var problem = await unit.SendAsync(SheetWorld.Save(SheetWorld.Complete), Cancellation).ProblemAsync(409);

        Assert.Equal("urn:emulation-functions:no-scheme", (string)problem["type"]!);
    }
}
