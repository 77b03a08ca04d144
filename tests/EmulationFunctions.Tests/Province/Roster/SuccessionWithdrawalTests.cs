using System.Text;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Province.Roster.SuccessionSamples;

namespace EmulationFunctions.Tests.Province.Roster;

/// <summary>A succession that was recorded by mistake is taken back before its day, and what was is there again.</summary>
public sealed class SuccessionWithdrawalTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    [Fact]
    public async Task Before_its_day_it_is_taken_back_and_every_membership_is_what_it_was()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-02-25");
        using var admin = app.Admin();
        await admin.DepartmentsOf2025Async();
        var before = await ReadAsync(admin);
        var body = Merge("2025-03-01", ["so-nong-nghiep", "so-tai-nguyen"], "so-nong-nghiep-moi-truong", Economy);
        var tag = await admin.SucceedAsync("x", body).TagAsync();
        Assert.NotEqual(before, await ReadAsync(admin));

        var blind = await WithdrawAsync(admin, "x", null).ProblemAsync(428);
        var stale = await WithdrawAsync(admin, "x", "\"0\"").ProblemAsync(412);
        using var withdrawn = await WithdrawAsync(admin, "x", tag);
        var again = await WithdrawAsync(admin, "x", tag).ProblemAsync(404);

        Assert.Equal(204, (int)withdrawn.StatusCode);
        Assert.Equal(before, await ReadAsync(admin));
        await admin.ReadAsync("/api/successions/x").ProblemAsync(404);
        Assert.Empty((await admin.ReadAsync("/api/units/so-tai-nguyen").JsonAsync())["successions"]!.AsArray());
        Assert.NotNull(blind);
        Assert.NotNull(stale);
        Assert.NotNull(again);
        // Nothing of it is left in the way of the right one.
        await admin.SucceedAsync("y", Merge("2025-03-02", ["so-nong-nghiep", "so-tai-nguyen"], "so-nong-nghiep-moi-truong", Economy)).JsonAsync();
    }

    [Fact]
    public async Task A_renaming_that_is_taken_back_gives_no_name()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-02-25");
        using var admin = app.Admin();
        await admin.DepartmentsOf2025Async();
        var tag = await admin.SucceedAsync("x", Of("rename", "2025-03-01", "so-cong-thuong", "Sở Năng lượng")).TagAsync();

        using var withdrawn = await WithdrawAsync(admin, "x", tag);
        app.SetDay("2025-03-01", 1);
        await app.RunAsync(nameof(AdvanceStages));

        Assert.Equal(204, (int)withdrawn.StatusCode);
        Assert.Equal("Sở Công Thương", (string)(await admin.ReadAsync("/api/units/so-cong-thuong").JsonAsync())["unit"]!["name"]!);
    }

    [Fact]
    public async Task From_its_day_on_it_stays()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-03-01");
        using var admin = app.Admin();
        await admin.DepartmentsOf2025Async();
        var tag = await admin.SucceedAsync("x", Merge("2025-03-01", ["so-giao-thong"], "so-xay-dung")).TagAsync();

        var refused = await WithdrawAsync(admin, "x", tag).ProblemAsync(409);

        Assert.EndsWith(":succession-has-begun", (string)refused["type"]!, StringComparison.Ordinal);
        Assert.Contains("01/03/2025", (string)refused["detail"]!, StringComparison.Ordinal);
        await admin.ReadAsync("/api/successions/x").JsonAsync();
    }

    [Fact]
    public async Task What_rests_on_it_is_named_and_keeps_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-02-25");
        using var admin = app.Admin();
        await admin.DepartmentsOf2025Async();
        await admin.PutAsync("/api/blocs/khoi-2", RosterSamples.Bloc("Khối hai")).JsonAsync();
        var tag = await admin.SucceedAsync("x", Merge("2025-03-01", ["so-nong-nghiep", "so-tai-nguyen"], "so-nong-nghiep-moi-truong", Economy)).TagAsync();
        // The one that takes over leads next year and takes over from another, and one that ends has joined another bloc.
        await admin.PutAsync($"/api/blocs/{Economy}/terms/2026", RosterSamples.Term("so-nong-nghiep-moi-truong")).JsonAsync();
        await admin.PutAsync("/api/blocs/khoi-2/members/so-nong-nghiep/2025-04-01", RosterSamples.Join()).JsonAsync();

        await admin.SucceedAsync("y", Merge("2025-06-01", ["so-giao-thong"], "so-nong-nghiep-moi-truong")).JsonAsync();

        var refused = await WithdrawAsync(admin, "x", tag).ProblemAsync(409);

        Assert.EndsWith(":succession-stays", (string)refused["type"]!, StringComparison.Ordinal);
        Assert.Equal(3, refused["faults"]!.AsArray().Count);
        Assert.Contains("khoi-2", refused["faults"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("2026", refused["faults"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("so-nong-nghiep-moi-truong", Members(await admin.ReadAsync($"/api/blocs/{Economy}?day=2025-03-01").JsonAsync()));
    }

    [Fact]
    public async Task What_a_unit_put_down_in_a_bloc_that_it_then_did_not_join_is_no_part_of_its_reports_and_the_office_takes_it_out()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-02-25");
        using var admin = app.Admin();
        await admin.DepartmentsOf2025Async();
        await admin.PutAsync("/api/blocs/khoi-2", RosterSamples.Bloc("Khối hai")).JsonAsync();
        await admin.PutCycleAsync(2025, CycleBodyOf.Template(Economy, "khoi-2")).JsonAsync();
        var tag = await admin.SucceedAsync("x", Of("move", "2025-03-15", "so-tai-chinh", bloc: "khoi-2")).TagAsync();
        using var officer = await app.OfficerAsync("so-tai-chinh");
        const string Year = "/api/cycles/2025/blocs/khoi-2";
        (string Address, string Body)[] entries =
        [
            ($"{Year}/activities/so-tai-chinh/chay", """{"kind":"sport","title":"Giải chạy"}"""),
            ($"{Year}/role-models/so-tai-chinh/guong", """{"collective":"Phòng Kế hoạch","achievement":"Về đích sớm","step":"found","daySaid":"vừa qua"}"""),
        ];
        var tags = new List<string>();
        foreach (var (address, body) in entries)
        {
            tags.Add(await officer.PutAsync(address, body).TagAsync());
        }

        await officer.PutAsync($"{Year}/contacts/so-tai-chinh", """{"persons":[{"name":"Ông A","phone":"0900 000 001"}]}""").TagAsync();
        var before = await MergedAsync();

        using var withdrawn = await WithdrawAsync(admin, "x", tag);

        Assert.Equal(204, (int)withdrawn.StatusCode);
        Assert.Equal(2, before.Count);
        Assert.Empty(await MergedAsync());
        await admin.PutAsync(entries[0].Address, entries[0].Body, tags[0]).ProblemAsync(404); // nothing more is put down
        foreach (var ((address, _), known) in entries.Zip(tags))
        {
            using var removal = new HttpRequestMessage(HttpMethod.Delete, address);
            removal.Headers.TryAddWithoutValidation("If-Match", known);
            using var removed = await admin.SendAsync(removal, TestContext.Current.CancellationToken);
            Assert.Equal(204, (int)removed.StatusCode);
        }

        var contacts = await admin.AskAsync($"{Year}/contacts/so-tai-chinh").TagAsync();
        await admin.PutAsync($"{Year}/contacts/so-tai-chinh", """{"persons":[]}""", contacts).JsonAsync();
        Assert.Empty((await admin.ReadAsync($"{Year}/activities").JsonAsync())["activities"]!.AsArray());

        async Task<IReadOnlyList<RegisterEntry>> MergedAsync() => await app.Services.GetRequiredService<RegistersLookup>()(
            await app.Services.GetRequiredService<YearDesk>().FindAsync(new(2025, "khoi-2"), TestContext.Current.CancellationToken), new(2025, 1, 1), new(2025, 12, 31), TestContext.Current.CancellationToken);
    }

    private static async Task<string> ReadAsync(HttpClient admin)
    {
        var read = new StringBuilder();
        foreach (var unit in new[] { "so-nong-nghiep", "so-tai-nguyen", "so-nong-nghiep-moi-truong" })
        {
            foreach (var member in (await admin.ReadAsync($"/api/units/{unit}").JsonAsync())["memberships"]!.AsArray())
            {
                read.Append(unit).Append(member!["bloc"]).Append(member["from"]).Append(member["until"]).Append(member["decision"]).Append(member["endDecision"]).Append('\n');
            }
        }

        return read.ToString();
    }

    private static Task<HttpResponseMessage> WithdrawAsync(HttpClient admin, string id, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/successions/{id}");
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return admin.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
