using System.Net;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Province.Calendar;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Reports.ReportsOf;
using Roster = EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Tests.Year.Reports;

/// <summary>What a bloc asks its units for in a report, of whom, and who has sent it.</summary>
public sealed class ReportRequestTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_has_sent_who_is_missing_and_who_is_late_is_counted_by_calendar_day()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync("so-c");
        await head.DoneAsync(Put(Address(), Asked));
        app.SetDay("2026-07-10", hour: 23, minute: 59);
        await app.SendsAsync("so-c", """{"tasks":["Kịp hạn"]}""");
        var inTime = await head.GetsAsync(Address());
        app.SetDay("2026-07-11", hour: 0, minute: 1);
        await app.SendsAsync("so-d", """{"tasks":["Chậm một phút"]}""");
        app.SetDay("2026-07-13");
        var later = await head.GetsAsync(Address());

        Assert.Equal((0, 0, 1), ((int)inTime["daysLeft"]!, (int)inTime["late"]!, (int)inTime["sent"]!));
        Assert.Equal((-3, 3, 2, 4), ((int)later["daysLeft"]!, (int)later["late"]!, (int)later["sent"]!, (int)later["asked"]!));
        Assert.Equal(
            [("Ban X", "sent", 1), ("Sở A", "missing", 3), ("Sở D", "sent", 0), ("Sở Đ", "missing", 3)],
            later["parts"]!.AsArray().Select(part => ((string)part!["unitName"]!, (string)part["state"]!, (int)part["daysLate"]!)));
        // A unit sees how many there are, and itself.
        var own = await unit.GetsAsync(Address());
        Assert.Equal((4, "so-c"), ((int)own["asked"]!, (string)Assert.Single(own["parts"]!.AsArray())!["unit"]!));
    }

    [Fact]
    public async Task Of_a_half_year_those_are_asked_who_belonged_to_the_bloc_at_its_end()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        using var office = app.Admin();
        await app.ChangeRosterAsync(change => change.Put(Roster.RosterRows.Row(new Roster.Membership(Bloc, "so-d", new(2010, 1, 1), new(2026, 7, 5), null, null, 0))));
        await office.PutAsync("/api/units/so-moi", ReportsOf.Json(new { name = "Sở Mới", kind = "department", functions = Array.Empty<string>(), isCentrallyManaged = false, contacts = Array.Empty<string>(), isPlaceholder = false }), Cancellation).JsonAsync();
        await office.PutAsync($"/api/blocs/{Bloc}/members/so-moi/2026-07-01", ReportsOf.Json(new { until = (string?)null, decision = (string?)null }), Cancellation).JsonAsync();
        await head.DoneAsync(Put(Address(), Asked));

        Assert.Equal(["so-a", "so-b", "so-c", "so-d"], (await head.GetsAsync(Address()))["parts"]!.AsArray().Select(part => (string)part!["unit"]!).Order());
    }

    [Fact]
    public async Task Every_fault_of_what_is_asked_is_named_and_nothing_is_saved()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);

        var problem = await head.RefusedAsync(400, Put(Address(), """
            {"kind":"yearEnd","title":" ","from":"2025-12-31","until":"2025-12-30","due":"2027-07-01","units":["so-a","so-x","so-a"],
             "sections":[{"code":"cchc","title":"Cải cách"},{"code":"cchc","title":"Lặp"}],
             "questions":[{"code":"cchc","title":"Lặp mục","measure":"hồ sơ"},{"code":"ty-le","title":"Tỷ lệ đúng hạn","measure":"%"}]}
            """));

        Assert.Equal(
            ["$.title", "$.from", "$.until", "$.due", "$.units[1]", "$.units[2]", "$.sections[1].code", "$.questions[0].code", "$.questions[1].isSummed"], problem.Paths());
        using var read = await head.GetAsync(new Uri(Address(), UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
    }

    [Fact]
    public async Task What_units_have_answered_keeps_its_place_when_the_request_changes()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        var tag = await head.DoneAsync(Put(Address(), Asked));
        using var unit = await app.OfficerAsync("so-c");
        await unit.DoneAsync(Put(Part("so-c"), """{"answers":[{"question":"da-giai-quyet","number":5}],"results":[{"text":"Một","section":"cchc"}]}"""));

        foreach (var less in new[]
        {
            Asked.Replace("\"sections\":[{\"code\":\"cchc\"", "\"sections\":[{\"code\":\"khac\"", StringComparison.Ordinal),
            Asked.Replace("\"code\":\"da-giai-quyet\"", "\"code\":\"khac\"", StringComparison.Ordinal),
            Asked.Replace(",\"measure\":\"hồ sơ\"", "", StringComparison.Ordinal),
            Asked.Replace("\"hồ sơ\"", "\"nghìn hồ sơ\"", StringComparison.Ordinal),
            Asked.Replace("\"hồ sơ\"", "\"hồ sơ\",\"isSummed\":false", StringComparison.Ordinal),
            Asked.Replace("\"sections\"", "\"units\":[\"so-d\"],\"sections\"", StringComparison.Ordinal),
        })
        {
            Assert.NotEqual(Asked, less);
            Assert.Equal("part-in-use", (await head.RefusedAsync(409, Put(Address(), less, tag))).Type());
        }

        await head.RefusedAsync(428, Put(Address(), Asked.Replace("07-10", "07-11", StringComparison.Ordinal)));
        await head.DoneAsync(Put(Address(), Asked.Replace("07-10", "07-11", StringComparison.Ordinal), tag));
    }

    [Fact]
    public async Task Nobody_is_mailed_what_is_entered_of_a_year_that_is_over()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        app.SetDay("2027-06-01");
        using var office = app.Admin();

        await office.DoneAsync(Put(Address(), Asked));

        var view = await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Id.AddressIn("Reports"), KeyRange.Prefix(Notices.Prefix), Cancellation);
        Assert.Empty(view.Rows);
    }

    [Fact]
    public async Task Units_are_told_when_they_are_asked_and_when_the_day_moves_and_again_when_their_part_is_returned()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        var tag = await head.DoneAsync(Put(Address(), Asked));
        tag = await head.DoneAsync(Put(Address(), Asked.Replace("Gửi kèm", "Gửi cả", StringComparison.Ordinal), tag)); // nothing new to do
        await head.DoneAsync(Put(Address(), Asked.Replace("07-10", "07-15", StringComparison.Ordinal), tag));
        var sent = await app.SendsAsync("so-c", """{"tasks":["Một"]}""");
        await head.DoneAsync(Post($"{Part("so-c")}/return", """{"reason":"Thiếu số liệu"}""", sent));

        var view = await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Id.AddressIn("Reports"), KeyRange.Prefix(Notices.Prefix), Cancellation);
        Assert.Equal(
            [(NoticeKind.ReportsRequested, "so-a so-b so-c so-d"), (NoticeKind.ReportsRequested, "so-a so-b so-c so-d"), (NoticeKind.ReportPartReturned, "so-c")],
            view.Rows.Select(row => Notices.From(view.Address, row)).Select(notice => (notice.Kind!.Value, string.Join(' ', notice.Units))));
    }

    [Fact]
    public async Task The_units_are_reminded_of_what_they_have_not_sent()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Put(Address(), Asked));
        await app.SendsAsync("so-c", """{"tasks":["Một"]}""");

        var year = await head.GetsAsync($"/api/cycles/2026/blocs/{Bloc}/year");

        var work = Assert.Single(year["work"]!.AsArray(), one => ((string)one!["what"]!).StartsWith("gửi báo cáo sơ kết", StringComparison.Ordinal))!;
        Assert.Equal((4, 1, "2026-07-10"), ((int)work["total"]!, (int)work["done"]!, (string)work["due"]!));
        Assert.DoesNotContain("so-c", work["missing"]!.AsArray().Select(unit => (string)unit!["unit"]!));
    }
}
