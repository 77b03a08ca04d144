using System.Text.Json.Nodes;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Tests.Year.Plans;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Plans.PlansOf;

namespace EmulationFunctions.Tests.Province.Calendar;

/// <summary>The office enters each year's public holidays as they were announced; terms in working days go by them.</summary>
public sealed class HolidayTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Of2026 = "/api/holidays/2026";

    private const string Body = """
        {"source":{"kind":"Thông báo","day":"2025-10-14","issuer":"Bộ Nội vụ"},
         "daysOff":[{"day":"2026-09-02","kind":"nationalDay"},{"day":"2026-09-01","kind":"nationalDay"},{"day":"2026-08-31","kind":"swapped"},{"day":"2026-11-24","kind":"other","name":"Ngày Văn hóa Việt Nam"}],
         "workedDays":[{"day":"2026-08-22","for":"2026-08-31"}]}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_year_that_is_not_entered_says_so_and_proposes_what_is_the_same_each_year()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();

        var (none, tag) = await office.ReadsAsync(Of2026);

        Assert.Equal((false, "\"0\""), ((bool)none["isEntered"]!, tag));
        Assert.Equal("Chưa nhập ngày nghỉ lễ năm 2026: chỉ trừ thứ bảy, chủ nhật.", (string)none["caution"]!);
        Assert.Equal(["newYear", "lunarNewYear", "hungKings", "victory", "labour", "nationalDay"], none["missing"]!.AsArray().Select(one => (string)one!["kind"]!));
        Assert.Equal("2026-09-02", (string)none["missing"]![5]!["proposed"]![0]!);
    }

    [Fact]
    public async Task What_was_entered_is_what_terms_are_counted_by()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();
        var (put, tag) = await office.DoesAsync(Put(Of2026, Body));

        Assert.Equal(tag, (await office.DoesAsync(Put(Of2026, Body))).Tag); // again: nothing changes, and no If-Match is asked for
        Assert.Equal(["2026-08-31", "2026-09-01", "2026-09-02", "2026-11-24"], put["daysOff"]!.AsArray().Select(one => (string)one!["day"]!));
        Assert.Null((string?)put["caution"]);
        Assert.Equal(put.ToJsonString(), (await office.ReadsAsync(Of2026)).Body.ToJsonString());
        var holidays = await app.Services.GetRequiredService<HolidayTable>().FromAsync(new(2026, 8, 20), Cancellation);
        Assert.Equal(new(2026, 9, 3), WorkingDays.Add(new(2026, 8, 28), 1, holidays).Last);
        Assert.Equal([2027], WorkingDays.Add(new(2026, 12, 31), 1, holidays).Unknown);
        Assert.Equal(1, await AuditChain.AssertWholeAsync(app.Tables, HolidayTable.Address, Cancellation));
    }

    [Fact]
    public async Task What_is_wrong_is_named_at_its_place_and_nobody_overwrites_what_he_has_not_read()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();
        var changed = JsonNode.Parse(Body)!;
        changed["daysOff"]!.AsArray().RemoveAt(3);

        var form = await office.SendAsync(Put(Of2026, """{"source":null,"daysOff":[{"day":"1/1/2026","kind":"tet"}],"workedDays":[],"more":1}"""), Cancellation).ProblemAsync(400);
        var rules = await office.SendAsync(Put(Of2026, Body.Replace("2026-08-22", "2026-08-24", StringComparison.Ordinal)), Cancellation).ProblemAsync(400);
        Assert.False((bool)(await office.ReadsAsync(Of2026)).Body["isEntered"]!);
        var (_, tag) = await office.DoesAsync(Put(Of2026, Body));
        await office.SendAsync(Put(Of2026, changed.ToJsonString()), Cancellation).ProblemAsync(428);
        await office.SendAsync(Put(Of2026, changed.ToJsonString(), "\"77\""), Cancellation).ProblemAsync(412);
        await office.DoesAsync(Put(Of2026, changed.ToJsonString(), tag));

        Assert.Equal(["$.daysOff[0].day", "$.daysOff[0].kind", "$.more"], form.Paths().Order(StringComparer.Ordinal));
        Assert.Equal(["$.workedDays[0].day"], rules.Paths());
    }
}
