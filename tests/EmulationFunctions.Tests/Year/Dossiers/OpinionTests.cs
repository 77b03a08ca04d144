using System.Text.Json.Nodes;
using EmulationFunctions.Tests.Year.Meetings;
using static EmulationFunctions.Tests.Year.Dossiers.DossiersOf;

namespace EmulationFunctions.Tests.Year.Dossiers;

/// <summary>Other bodies are asked about a dossier, within working days; silence is nobody's consent.</summary>
public sealed class OpinionTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_opinion_is_due_after_ten_working_days_and_late_after_that()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync("so-0");
        await head.PutAsync(One, Whole());

        var (asked, tag) = await head.PutAsync(Opinion, Question());
        Assert.Equal(("waiting", "2026-12-15", 10), ((string)asked["state"]!, (string)asked["due"]!, (int)asked["days"]!));
        Assert.Equal("Chưa nhập ngày nghỉ lễ năm 2026: chỉ trừ thứ bảy, chủ nhật.", (string)asked["caution"]!);
        Assert.Equal(tag, (await head.PutAsync(Opinion, Question())).Tag);
        Assert.Equal(["$.opinions[0].answer"], (await head.GetsAsync($"{One}/check")).Places("gaps"));
        app.SetDay("2026-12-16");
        Assert.Equal("unanswered", (string)(await head.GetsAsync(One))["opinions"]![0]!["state"]!);
        Assert.Equal(["$.nomination", "$.opinions[0].answer", "$.opinions[0].due", "$.deadlines[0]"], (await head.GetsAsync($"{One}/check")).Places("warnings"));

        var (answered, answerTag) = await head.PutAsync($"{Opinion}/answer", Answer("2026-12-16", "disagrees"), tag);
        Assert.Equal(("answeredLate", answerTag), ((string)answered["state"]!, (await head.PutAsync($"{Opinion}/answer", Answer("2026-12-16", "disagrees"))).Tag));
        await head.RefusedAsync(428, HttpMethod.Put, $"{Opinion}/answer", Answer("2026-12-16"));
        Assert.Equal("opinion-answered", (await head.RefusedAsync(409, HttpMethod.Put, Opinion, Question(days: 5), answerTag)).Rule());
    }

    [Fact]
    public async Task Holidays_that_are_entered_later_move_the_day()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var office = app.Admin();
        await office.PutAsync(One, Whole());
        await office.PutAsync(Opinion, Question(days: 3));

        await office.PutAsync("/api/holidays/2026", JsonNode.Parse("""{"source":null,"daysOff":[{"day":"2026-12-03","kind":"swapped"}],"workedDays":[{"day":"2026-12-05","for":"2026-12-03"}]}""")!);

        var opinion = (await office.GetsAsync(One))["opinions"]![0]!;
        Assert.Equal(("2026-12-05", null), ((string)opinion["due"]!, (string?)opinion["caution"])); // 2 and 4 December, and the Saturday that is worked
    }

    [Fact]
    public async Task Only_who_was_asked_answers_and_not_before()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync("so-0");
        using var unit = await app.OfficerAsync("so-2");

        await head.RefusedAsync(404, HttpMethod.Put, Opinion, Question());
        await head.PutAsync(One, new JsonObject());
        await unit.RefusedAsync(403, HttpMethod.Put, Opinion, Question());
        await head.RefusedAsync(404, HttpMethod.Put, $"{Opinion}/answer", Answer("2026-12-01"));
        Assert.Equal(["$.askedOn"], (await head.RefusedAsync(400, HttpMethod.Put, Opinion, Question("2026-12-02"))).Paths());
        Assert.Equal(["$.askedOn"], (await head.RefusedAsync(400, HttpMethod.Put, Opinion, Question("2025-12-31"))).Paths()); // before the year began
        var (_, tag) = await head.PutAsync(Opinion, Question("2026-11-30"));
        Assert.Contains("$.opinions[0].askedOn", (await head.GetsAsync($"{One}/check")).Places("warnings")); // before the dossier was opened
        await head.PutAsync(Opinion, Question(), tag);
        Assert.Equal(["$.on"], (await head.RefusedAsync(400, HttpMethod.Put, $"{Opinion}/answer", Answer("2026-11-30"))).Paths());
        Assert.Equal(["$.on"], (await head.RefusedAsync(400, HttpMethod.Put, $"{Opinion}/answer", Answer("2026-12-02"))).Paths());

        Assert.Null((await unit.GetsAsync(One))["opinions"]![0]!["answer"]);
    }
}
