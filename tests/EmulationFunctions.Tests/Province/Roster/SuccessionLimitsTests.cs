using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Tests.Province.Calendar;
using static EmulationFunctions.Tests.Province.Roster.SuccessionSamples;

namespace EmulationFunctions.Tests.Province.Roster;

/// <summary>A part that is split off, names that are taken, units that are not there, and what a unit that ended may no more.</summary>
public sealed class SuccessionLimitsTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    [Fact]
    public async Task A_part_is_split_off_and_the_unit_goes_on_where_it_is()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-07-02");
        using var admin = app.Admin();
        await admin.DepartmentsOf2025Async();
        var body = Merge("2025-07-01", ["so-tai-nguyen"], "so-nong-nghiep-moi-truong", Economy);
        body["kind"] = "splitOff";

        var done = await admin.SucceedAsync("tach", body).JsonAsync();

        Assert.True((bool)done["isDone"]!);
        Assert.Null(done["tasksTo"]);
        Assert.Empty(done["termsToRenew"]!.AsArray()); // it leads on
        var members = Members(await admin.ReadAsync($"/api/blocs/{Economy}").JsonAsync()).ToList();
        Assert.Contains("so-tai-nguyen", members);
        Assert.Contains("so-nong-nghiep-moi-truong", members);
        Assert.Null((string?)(await admin.ReadAsync("/api/units/so-tai-nguyen").JsonAsync())["memberships"]![0]!["until"]);
        var kept = Assert.Single((await admin.ReadAsync("/api/units/so-tai-nguyen").JsonAsync())["successions"]!.AsArray())!;
        Assert.Equal("splitOff", (string)kept["kind"]!);
    }

    [Fact]
    public async Task No_unit_is_given_the_name_of_another_in_its_bloc()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-02-25");
        using var admin = app.Admin();
        await admin.DepartmentsOf2025Async();
        await admin.SucceedAsync("x", Of("rename", "2025-03-01", "so-cong-thuong", "Sở Năng lượng")).JsonAsync();

        var taken = await admin.SucceedAsync("y", Of("rename", "2025-02-20", "so-cong-thuong", "Sở Tài chính")).ProblemAsync(409);
        // Another takes the name between the decision and its day: the record waits and says so.
        await admin.PutAsync("/api/units/so-khac", RosterSamples.Unit("Sở Năng lượng")).JsonAsync();
        await admin.PutAsync($"/api/blocs/{Economy}/members/so-khac/2025-02-26", RosterSamples.Join()).JsonAsync();
        app.SetDay("2025-03-01", 0, 10);
        await app.RunAsync(nameof(AdvanceStages));
        var waits = await admin.ReadAsync("/api/successions/x").JsonAsync();

        Assert.Contains("$.name", taken.Paths());
        Assert.False((bool)waits["isDone"]!);
        Assert.Contains("so-khac", (string)waits["obstacle"]!, StringComparison.Ordinal);
        Assert.Equal("Sở Công Thương", (string)(await admin.ReadAsync("/api/units/so-cong-thuong").JsonAsync())["unit"]!["name"]!);
    }

    [Fact]
    public async Task No_unit_joins_a_bloc_by_what_is_recorded_before_its_known_end_and_would_outlive_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-02-25");
        using var admin = app.Admin();
        await admin.DepartmentsOf2025Async();
        await admin.PutAsync("/api/blocs/khoi-2", RosterSamples.Bloc("Khối hai")).JsonAsync();
        var end = await admin.SucceedAsync("x", Merge("2025-12-20", ["so-giao-thong", "so-nong-nghiep-moi-truong"], "so-xay-dung")).TagAsync();

        var moves = await admin.SucceedAsync("y", Of("move", "2025-12-01", "so-giao-thong", bloc: "khoi-2")).ProblemAsync(409);
        var joins = await admin.SucceedAsync("z", Merge("2025-03-01", ["so-nong-nghiep"], "so-nong-nghiep-moi-truong", Economy)).ProblemAsync(409);
        using var withdrawal = new HttpRequestMessage(HttpMethod.Delete, "/api/successions/x");
        withdrawal.Headers.TryAddWithoutValidation("If-Match", end);
        using var withdrawn = await admin.SendAsync(withdrawal, TestContext.Current.CancellationToken);
        await admin.SucceedAsync("y", Of("move", "2025-12-01", "so-giao-thong", bloc: "khoi-2")).JsonAsync();
        await admin.SucceedAsync("x", Merge("2025-12-20", ["so-giao-thong", "so-nong-nghiep-moi-truong"], "so-xay-dung")).JsonAsync();

        Assert.Equal(["$.bloc"], moves.Paths());
        Assert.Contains("'x'", (string)moves["faults"]![0]!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(["$.to[0].bloc"], joins.Paths());
        Assert.Equal(204, (int)withdrawn.StatusCode);
        Assert.DoesNotContain("so-giao-thong", Members(await admin.ReadAsync("/api/blocs/khoi-2?day=2025-12-20").JsonAsync()));
    }

    [Fact]
    public async Task Of_a_unit_that_is_not_there_that_is_said_and_nothing_of_its_sheet()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-03-05");
        using var admin = app.Admin();
        await admin.DepartmentsOf2025Async();

        var unknown = await admin.SucceedAsync("x", Merge("2025-03-01", ["so-la"], "so-la-nua", Economy).With(("so-la", Economy, "carried", "so-la-nua"))).ProblemAsync(409);

        Assert.EndsWith(":succession-not-possible", (string)unknown["type"]!, StringComparison.Ordinal);
        Assert.Equal(["$.from[0]", "$.to[0].unit"], unknown.Paths());
        Assert.Contains("so-la", (string)unknown["faults"]![0]!["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_ended_reads_its_blocs_year_and_writes_nothing_in_it_any_more()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-03-05");
        using var admin = app.Admin();
        await admin.DepartmentsOf2025Async();
        await admin.PutCycleAsync(2025, CycleBodyOf.Template(Economy)).JsonAsync();
        using var ended = await app.OfficerAsync("so-giao-thong");
        const string Activities = $"/api/cycles/2025/blocs/{Economy}/activities";
        var writes = new[]
        {
            $"{Activities}/so-giao-thong/giai-chay", $"/api/cycles/2025/blocs/{Economy}/movements/thi-dua/answers/so-giao-thong", $"/api/cycles/2025/blocs/{Economy}/reports/nam/parts/so-giao-thong",
        };
        foreach (var before in writes)
        {
            using var answer = await ended.PutAsync(before, "{}");
            Assert.NotEqual(403, (int)answer.StatusCode);
        }

        await admin.SucceedAsync("x", Merge("2025-03-01", ["so-giao-thong"], "so-xay-dung")).JsonAsync();

        foreach (var after in writes)
        {
            await ended.PutAsync(after, "{}").ProblemAsync(403);
        }

        await ended.ReadAsync(Activities).JsonAsync();
    }
}
