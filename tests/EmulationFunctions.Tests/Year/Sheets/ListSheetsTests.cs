using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Year.Sheets;

public sealed class ListSheetsTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_head_sees_who_has_submitted_and_who_is_overdue()
    {
        await using var world = await SheetWorld.StartAsync(
            azurite,
            issuer,
            change: cycle => cycle.Extend(new(SheetWorld.Other, StageKind.SelfScore, new(2026, 12, 14), "Bão số 9")),
            others: [SheetWorld.Member("t-don-vi-0", "2020-01-01", "2026-10-01"), SheetWorld.Member("t-don-vi-4", "2026-12-30", null)]);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var other = await world.App.OfficerAsync(SheetWorld.Other);
        await SheetWorld.SubmittedAsync(unit);
        await SheetWorld.DoneAsync(other, SheetWorld.Save(SheetWorld.Complete, sheet: $"{SheetWorld.Sheets}/{SheetWorld.Other}"));
        world.App.SetDay("2026-12-11");
        await world.App.NameAsync(SheetWorld.Head, "Sở Nội vụ");

        var first = await head.GetAsync($"{SheetWorld.Sheets}?pageSize=2", Cancellation).JsonAsync();
        var second = await head.GetAsync($"{SheetWorld.Sheets}?pageSize=2&continuation={(string)first["continuation"]!}", Cancellation).JsonAsync();

        var items = first["sheets"]!.AsArray().Concat(second["sheets"]!.AsArray())
            .Select(item => ((string)item!["unit"]!, (string)item["state"]!, (bool)item["isOverdue"]!, (string)item["deadline"]!));
        Assert.Equal(
            [
                (SheetWorld.Head, "notStarted", true, "2026-12-10"),
                (SheetWorld.Unit, "submitted", false, "2026-12-10"),
                (SheetWorld.Other, "draft", false, "2026-12-14"),
            ],
            items);
        Assert.Null(second["continuation"]);
        Assert.Equal("Sở Nội vụ", (string)first["sheets"]![0]!["name"]!);
    }

    [Fact]
    public async Task The_year_s_timers_are_told_who_has_submitted()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await SheetWorld.SubmittedAsync(unit);

        var submitted = await world.App.Services.GetRequiredService<SubmittedUnits>()(
            2026, "nam", SheetWorld.Bloc, [SheetWorld.Head, SheetWorld.Unit, SheetWorld.Other], Cancellation);

        Assert.Equal([SheetWorld.Unit], submitted);
    }

    [Theory]
    [InlineData("/api/cycles/2024/periods/nam/blocs/t-khoi-1/sheets", 404)]
    [InlineData("/api/cycles/2026/periods/quy-1/blocs/t-khoi-1/sheets", 404)]
    [InlineData("/api/cycles/2026/periods/nam/blocs/t-khoi-9/sheets", 404)]
    [InlineData("/api/cycles/2026/periods/nam/blocs/t-khoi-1/sheets?continuation=%2F", 400)]
    [InlineData("/api/cycles/2026/periods/nam/blocs/t-khoi-1/sheets?pageSize=0", 400)]
    [InlineData("/api/cycles/2026/periods/nam/blocs/t-khoi-1/sheets/t-don-vi-2/changes?continuation=-1", 400)]
    public async Task A_list_of_what_is_not_there_is_refused(string address, int status)
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);

        await world.Admin.GetAsync(address, Cancellation).ProblemAsync(status);
    }

    [Fact]
    public async Task Each_function_takes_its_callers_and_nobody_else()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var nobody = world.App.Nobody();
        using var stranger = world.App.Holding();
        using var reader = world.App.Holding("Emulation.Reader");
        using var council = world.App.Holding("Emulation.Council");
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        using var lastHead = await world.App.OfficerAsync(SheetWorld.Other);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.SubmittedAsync(unit);
        (string Name, Func<HttpRequestMessage> Request, HttpClient[] Allowed)[] functions =
        [
            ("GetSheet", () => new(HttpMethod.Get, SheetWorld.Sheet), [unit, head, reader, council, world.Admin]),
            ("ListChanges", () => new(HttpMethod.Get, $"{SheetWorld.Sheet}/changes"), [unit, head, reader, council, world.Admin]),
            ("ListSheets", () => new(HttpMethod.Get, SheetWorld.Sheets), [head, reader, council, world.Admin]),
            ("SaveScores", () => SheetWorld.Save(SheetWorld.Complete, tag), [unit]),
            ("SubmitSheet", () => SheetWorld.Post($"{SheetWorld.Sheet}/submission", tag), [unit]),
            ("ReturnSheet", () => SheetWorld.Post($"{SheetWorld.Sheet}/return", "\"0\"", """{"reason":"x"}"""), [head, world.Admin]),
        ];

        foreach (var (name, request, allowed) in functions)
        {
            Assert.Equal(401, await StatusAsync(nobody, request()));
            foreach (var client in new[] { stranger, reader, council, world.Admin, head, lastHead, unit })
            {
                var status = await StatusAsync(client, request());
                Assert.True(allowed.Contains(client) == status is not 403, $"{name} answered {status}.");
            }
        }
    }

    private static async Task<int> StatusAsync(HttpClient client, HttpRequestMessage request)
    {
        using var answer = await client.SendAsync(request, Cancellation);
        return (int)answer.StatusCode;
    }
}
