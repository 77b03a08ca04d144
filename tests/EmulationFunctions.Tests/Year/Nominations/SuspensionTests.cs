using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Year.Standings;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Nominations;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Nominations.NominationsOf;
using static EmulationFunctions.Tests.Year.Reports.ReportsOf;

namespace EmulationFunctions.Tests.Year.Nominations;

/// <summary>While something is looked into a unit is neither proposed nor awarded; why is for the unit itself and those who oversee. Lists of outside bodies feed what it is held to.</summary>
public sealed class SuspensionTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    /// <summary>Without marks: JSON nodes write letters with marks as escapes.</summary>
    private const string Secret = "Xac minh don to cao 77";
    private const string Finding = "Vi pham PCCC 12";
    private const string Complaint = $$"""{"cause":"complaint","since":"2026-12-20","reason":"{{Secret}}","source":"Quyết định 77/QĐ-TTr"}""";
    private const string Lists = "/api/cycles/2026/outside-lists";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_suspended_unit_is_not_nominated_and_goes_on_when_it_was_cleared()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPublishedAsync();
        using var office = app.Admin();
        await office.NominatesAsync("so-a");

        var tag = await office.DoneAsync(Put(Suspension("so-a"), Complaint));
        Assert.Equal(tag, await office.DoneAsync(Put(Suspension("so-a"), Complaint))); // the same again
        await office.DoneAsync(Put(Suspension("so-b"), Complaint));
        var refused = await office.RefusedAsync(409, Put(Nomination("so-b"), Nothing));
        Assert.Equal("unit-suspended", refused.Type());
        Assert.Contains("khoản 4 Điều 4", (string)refused["detail"]!, StringComparison.Ordinal);
        Assert.Equal(["so-a suspended"], await StatusesAsync(office));
        Assert.Equal("met", (await office.EligibilityAsync("so-a")).State("dan-dau-khoi")); // suspended is not ineligible

        await office.RefusedAsync(428, Post($"{Suspension("so-a")}/lifting", """{"day":"2026-12-22","reason":"Tố cáo không đúng"}"""));
        var early = await office.RefusedAsync(400, Post($"{Suspension("so-a")}/lifting", """{"day":"2026-12-19","reason":"Tố cáo không đúng"}""", tag));
        Assert.Equal(["$.day"], early.Paths());
        var lifted = await office.DoneAsync(Post($"{Suspension("so-a")}/lifting", """{"day":"2026-12-22","reason":"Tố cáo không đúng"}""", tag));
        Assert.Equal(lifted, await office.DoneAsync(Post($"{Suspension("so-a")}/lifting", """{"day":"2026-12-22","reason":"Tố cáo không đúng"}""")));
        Assert.Equal("suspension-lifted", (await office.RefusedAsync(409, Post($"{Suspension("so-a")}/lifting", """{"day":"2026-12-21","reason":"Khác"}""", lifted))).Type());
        Assert.Equal(["so-a nominated"], await StatusesAsync(office));
        await office.RefusedAsync(404, Post($"{Suspension("so-c")}/lifting", """{"day":"2026-12-22","reason":"Không có"}""", tag));
        await AuditChain.AssertWholeAsync(app.Tables, new YearOfBloc(2026, BlocOf.Bloc).AddressIn(NominationTable.Table), Cancellation);
    }

    [Fact]
    public async Task After_a_penalty_a_unit_is_held_to_its_end_and_a_second_suspension_is_one_of_its_own()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPublishedAsync();
        using var office = app.Admin();
        var tag = await office.DoneAsync(Put(Suspension("so-a"), Complaint));
        await office.DoneAsync(Post($"{Suspension("so-a")}/lifting", """{"day":"2026-12-21","reason":"Khiển trách","penaltyEnds":"2027-03-20"}""", tag));

        var held = await office.EligibilityAsync("so-a");
        Assert.Equal(("notMet", "notMet"), (held.State("ky-luat"), (string)held["state"]!));
        Assert.Contains("20/03/2027", (string)held.Condition("ky-luat")["why"]!, StringComparison.Ordinal);

        // A penalty of the year before goes on into this one.
        var nominations = app.Services.GetRequiredService<NominationTable>();
        var last = new YearOfBloc(2025, BlocOf.Bloc);
        var suspended = await nominations.SuspendAsync(last, new("so-b", 0, SuspensionCause.Discipline, new(2025, 10, 1), "Kỷ luật", null), told: null, new([]), Actor.System, Cancellation);
        await nominations.LiftAsync(last, "so-b", new(new(2025, 11, 1), "Cảnh cáo", new(2026, 10, 31)), told: null, new([EntityTag.Of(suspended.Version)]), Actor.System, Cancellation);
        Assert.Equal("notKnown", (await office.EligibilityAsync("so-b")).State("ky-luat"));

        await office.DoneAsync(Put(Suspension("so-a"), Complaint.Replace("complaint", "inspection", StringComparison.Ordinal)));
        Assert.Equal(
            ["complaint 2026-12-21", "inspection"],
            (await office.GetsAsync($"{BlocYear}/suspensions"))["suspensions"]!.AsArray().Select(one => $"{one!["cause"]} {one["liftedOn"]}".Trim()));
    }

    [Fact]
    public async Task Why_a_unit_is_suspended_or_named_is_seen_by_itself_and_by_those_who_oversee_and_by_nobody_else()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPublishedAsync();
        using var office = app.Admin();
        using var own = await app.OfficerAsync("so-b");
        using var head = await app.OfficerAsync("so-a");
        using var peer = await app.OfficerAsync("so-c");
        using var council = app.Holding("Emulation.Council");
        await office.NominatesAsync("so-b");
        await office.DoneAsync(Put($"{Lists}/cong-an", $$"""{"body":"Công an tỉnh","about":"Phòng cháy","received":"2026-12-08","entries":[{"unit":"so-b","finding":"{{Finding}}"}]}"""));
        await office.DoneAsync(Put(Suspension("so-b"), Complaint));

        foreach (var client in new[] { office, own, council })
        {
            var seen = (await client.GetsAsync($"{BlocYear}/eligibility/so-b")).ToJsonString();
            Assert.Contains(Secret, seen, StringComparison.Ordinal);
            Assert.Contains(Finding, seen, StringComparison.Ordinal);
        }

        var toHead = await head.GetsAsync($"{BlocYear}/eligibility/so-b");
        Assert.True((bool)toHead["isSuspended"]!);
        Assert.Null(toHead["suspension"]);
        var listed = (await head.EligibilityAsync("so-b")).Condition("khong-bi-neu-ten");
        Assert.Equal(("notMet", "Chỉ đơn vị và cơ quan theo dõi xem được chi tiết."), ((string)listed["state"]!, (string)listed["why"]!));
        await peer.GetAsync(new Uri($"{BlocYear}/eligibility/so-b", UriKind.Relative), Cancellation).ProblemAsync(403);
        foreach (var client in new[] { head, peer })
        {
            foreach (var address in new[] { $"{BlocYear}/suspensions", Lists })
            {
                await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation).ProblemAsync(403);
            }

            var nominations = (await client.GetsAsync($"{BlocYear}/nominations")).ToJsonString();
            Assert.Contains("suspended", nominations, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, nominations, StringComparison.Ordinal);
        }

        var refused = (await head.RefusedAsync(409, Put(Nomination("so-b", "bang-khen-chu-tich-ubnd-tinh"), Nothing))).ToJsonString();
        Assert.DoesNotContain(Secret, refused, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, toHead.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Finding, toHead.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_expected_by_a_day_then_comes_and_names_units_or_nobody()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPublishedAsync();
        await app.HasRulesAsync("quy-dinh-2026", "2026-01-01", flag =>
            flag["conditions"]!.AsArray().Single(one => (string)one!["code"]! == "khong-bi-neu-ten")!["lists"] = new JsonArray("cong-an", "thue"));
        using var office = app.Admin();
        await office.DoneAsync(Put($"{Lists}/cong-an", """{"body":"Công an tỉnh","about":"Phòng cháy","due":"2026-12-10","received":"2026-12-08","entries":[{"unit":"so-b","finding":"Vi phạm phòng cháy"}]}"""));
        var expected = await office.DoneAsync(Put($"{Lists}/thue", """{"body":"Thuế tỉnh","about":"Nợ thuế","due":"2026-12-10"}"""));

        Assert.Equal("notKnown", (await office.EligibilityAsync("so-a")).State("khong-bi-neu-ten"));
        Assert.Equal("Chưa nhận danh sách của: Thuế tỉnh.", (string)(await office.EligibilityAsync("so-a")).Condition("khong-bi-neu-ten")["why"]!);
        Assert.Equal([("cong-an", false), ("thue", true)], (await office.GetsAsync(Lists))["lists"]!.AsArray().Select(one => ((string)one!["list"]!, (bool)one["isLate"]!)));

        await office.RefusedAsync(428, Put($"{Lists}/thue", """{"body":"Thuế tỉnh","about":"Nợ thuế","due":"2026-12-10","received":"2026-12-15"}"""));
        await office.DoneAsync(Put($"{Lists}/thue", """{"body":"Thuế tỉnh","about":"Nợ thuế","due":"2026-12-10","received":"2026-12-15"}""", expected));
        Assert.Equal(("met", "notMet"), ((await office.EligibilityAsync("so-a")).State("khong-bi-neu-ten"), (await office.EligibilityAsync("so-b")).State("khong-bi-neu-ten")));
        Assert.Contains("Vi phạm phòng cháy", (string)(await office.EligibilityAsync("so-b")).Condition("khong-bi-neu-ten")["why"]!, StringComparison.Ordinal);

        var faults = await office.RefusedAsync(400, Put($"{Lists}/y-te", """{"body":" ","about":"An toàn thực phẩm","entries":[{"unit":"so-la","finding":"x"}]}"""));
        Assert.Equal(["$.body", "$.received", "$.entries[0].unit"], faults.Paths());
        await AuditChain.AssertWholeAsync(app.Tables, new PartitionAddress(NominationTable.Table, "2026"), Cancellation);
    }

    private static async Task<IReadOnlyList<string>> StatusesAsync(HttpClient client) =>
        [.. (await client.GetsAsync($"{BlocYear}/nominations"))["nominations"]!.AsArray().Select(one => $"{one!["unit"]} {one["status"]}")];
}
