using System.Net;
using System.Text.Json.Nodes;

namespace EmulationFunctions.Tests.Province.Roster;

public sealed class BlocTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    [Fact]
    public async Task A_bloc_shows_its_members_of_a_day_and_whether_they_are_as_many_as_stated()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        app.SetDay("2026-06-15");
        await admin.TwoUnitsAndBlocsAsync();
        using var first = await admin.PutAsync("/api/blocs/khoi-3", RosterSamples.Bloc("Khối ba", stated: 2));
        await admin.PutAsync("/api/blocs/khoi-3/members/so-b/2026-01-01", RosterSamples.Join()).JsonAsync();
        await admin.PutAsync("/api/blocs/khoi-3/members/so-a/2026-07-01", RosterSamples.Join("2026-12-31")).JsonAsync();

        var today = await admin.ReadAsync("/api/blocs/khoi-3").JsonAsync();
        var later = await admin.ReadAsync("/api/blocs/khoi-3?day=2026-12-31").JsonAsync();
        var after = await admin.ReadAsync("/api/blocs/khoi-3?day=2027-01-01").JsonAsync();
        var without = await admin.ReadAsync("/api/blocs/khoi-1").JsonAsync();

        Assert.Equal(("2026-06-15", 1, false), ((string)today["day"]!, (int)today["memberCount"]!, (bool)today["isCountAsStated"]!));
        Assert.Equal(["Sở A", "Sở B"], later["members"]!.AsArray().Select(member => (string)member!["name"]!));
        Assert.True((bool)later["isCountAsStated"]!);
        Assert.Equal(["so-b"], after["members"]!.AsArray().Select(member => (string)member!["unit"]!));
        Assert.Null(without["isCountAsStated"]);
        Assert.Equal(["day"], (await admin.ReadAsync("/api/blocs/khoi-3?day=31/12/2026").ProblemAsync(400)).Paths());
    }

    [Fact]
    public async Task A_unit_is_in_one_bloc_of_a_level_at_a_time()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.TwoUnitsAndBlocsAsync();
        await admin.PutAsync("/api/blocs/chi-cuc", RosterSamples.Bloc("Khối chi cục", "subDepartment")).JsonAsync();
        await admin.PutAsync("/api/blocs/khoi-1/members/so-a/2026-01-01", RosterSamples.Join("2026-06-30")).JsonAsync();

        var overlapping = await admin.PutAsync("/api/blocs/khoi-2/members/so-a/2026-06-30", RosterSamples.Join()).ProblemAsync(409);
        var enclosing = await admin.PutAsync("/api/blocs/khoi-2/members/so-a/2025-01-01", RosterSamples.Join()).ProblemAsync(409);
        var sameBloc = await admin.PutAsync("/api/blocs/khoi-1/members/so-a/2026-02-01", RosterSamples.Join()).ProblemAsync(409);
        await admin.PutAsync("/api/blocs/khoi-2/members/so-a/2026-07-01", RosterSamples.Join()).JsonAsync();
        await admin.PutAsync("/api/blocs/khoi-2/members/so-a/2025-01-01", RosterSamples.Join("2025-12-31")).JsonAsync();
        await admin.PutAsync("/api/blocs/chi-cuc/members/so-a/2026-01-01", RosterSamples.Join()).JsonAsync();
        var longer = await admin.PutAsync("/api/blocs/khoi-2/members/so-a/2025-01-01/until", RosterSamples.Leave("2026-01-01"), "\"999\"").ProblemAsync(412);
        var read = await admin.ReadAsync("/api/units/so-a").JsonAsync();

        Assert.All([overlapping, enclosing, sameBloc], problem => Assert.EndsWith(":already-in-a-bloc", (string)problem["type"]!, StringComparison.Ordinal));
        Assert.Contains("khoi-1", (string)overlapping["detail"]!, StringComparison.Ordinal);
        Assert.EndsWith(":changed-meanwhile", (string)longer["type"]!, StringComparison.Ordinal);
        Assert.Equal(
            ["khoi-2 2025-01-01", "chi-cuc 2026-01-01", "khoi-1 2026-01-01", "khoi-2 2026-07-01"],
            read["memberships"]!.AsArray().Select(member => $"{member!["bloc"]} {member["from"]}").OrderBy(text => text[^10..]).ThenBy(text => text));
    }

    [Fact]
    public async Task Two_who_put_one_unit_into_two_blocs_at_once_cannot_both_succeed()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.TwoUnitsAndBlocsAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            admin.PutAsync($"/api/blocs/khoi-{number % 2 + 1}/members/so-a/2026-01-01", RosterSamples.Join())));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Distinct().Order());
        Assert.Single((await admin.ReadAsync("/api/units/so-a").JsonAsync())["memberships"]!.AsArray());
    }

    [Fact]
    public async Task Who_leaves_stays_in_the_history_and_may_come_back()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.TwoUnitsAndBlocsAsync();
        await admin.PutAsync("/api/blocs/khoi-1/members/so-a/2024-01-01", RosterSamples.Join()).JsonAsync();

        using var left = await admin.PutAsync("/api/blocs/khoi-1/members/so-a/2024-01-01/until", RosterSamples.Leave("2024-12-31", "99/QĐ"));
        using var again = await admin.PutAsync("/api/blocs/khoi-1/members/so-a/2024-01-01/until", RosterSamples.Leave("2024-12-31", "99/QĐ"));
        await admin.PutAsync("/api/blocs/khoi-1/members/so-a/2024-01-01/until", RosterSamples.Leave("2025-12-31")).ProblemAsync(428);
        using var moved = await admin.PutAsync("/api/blocs/khoi-1/members/so-a/2024-01-01/until", RosterSamples.Leave("2025-06-30"), left.Headers.ETag!.ToString());
        using var joinedAgain = await admin.PutAsync("/api/blocs/khoi-1/members/so-a/2024-01-01", RosterSamples.Join());
        await admin.PutAsync("/api/blocs/khoi-1/members/so-a/2026-01-01", RosterSamples.Join()).JsonAsync();
        var history = (await admin.ReadAsync("/api/units/so-a").JsonAsync())["memberships"]!.AsArray();

        Assert.Equal(left.Headers.ETag, again.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        Assert.Equal(moved.Headers.ETag, joinedAgain.Headers.ETag); // who repeats the joining does not undo the leaving
        Assert.Equal(["2024-01-01 2025-06-30", "2026-01-01 "], history.Select(member => $"{member!["from"]} {member["until"]}"));
        Assert.Equal("12/QĐ-UBND", (string)history[0]!["decision"]!);
        await admin.PutAsync("/api/blocs/khoi-1/members/so-b/2024-01-01/until", RosterSamples.Leave("2024-12-31")).ProblemAsync(404);
    }

    [Fact]
    public async Task A_term_names_members_of_that_bloc_in_that_year()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.TwoUnitsAndBlocsAsync();
        await admin.PutAsync("/api/blocs/khoi-1/members/so-a/2025-12-31", RosterSamples.Join()).JsonAsync();
        await admin.PutAsync("/api/blocs/khoi-1/members/so-b/2026-01-01", RosterSamples.Join()).JsonAsync();

        var tooEarly = await admin.PutAsync("/api/blocs/khoi-1/terms/2025", RosterSamples.Term("so-a", "so-b")).ProblemAsync(409);
        await admin.PutAsync("/api/blocs/khoi-2/terms/2026", RosterSamples.Term("so-a")).ProblemAsync(409);
        await admin.PutAsync("/api/blocs/khoi-9/terms/2026", RosterSamples.Term("so-a")).ProblemAsync(404);
        var sameTwice = await admin.PutAsync("/api/blocs/khoi-1/terms/2026", RosterSamples.Term("so-a", "so-a")).ProblemAsync(400);
        var nobody = await admin.PutAsync("/api/blocs/khoi-1/terms/2026", RosterSamples.Term(null)).ProblemAsync(400);
        var year = await admin.PutAsync("/api/blocs/khoi-1/terms/1999", RosterSamples.Term("so-a")).ProblemAsync(400);
        await admin.PutAsync("/api/blocs/khoi-1/terms/2025", RosterSamples.Term(null, null, "so-a")).JsonAsync();
        using var set = await admin.PutAsync("/api/blocs/khoi-1/terms/2026", RosterSamples.Term("so-a", "so-b"));
        using var again = await admin.PutAsync("/api/blocs/khoi-1/terms/2026", RosterSamples.Term("so-a", "so-b"));
        await admin.PutAsync("/api/blocs/khoi-1/terms/2026", RosterSamples.Term("so-b", "so-a")).ProblemAsync(428);
        await admin.PutAsync("/api/blocs/khoi-1/terms/2026", RosterSamples.Term("so-b", "so-a"), set.Headers.ETag!.ToString()).JsonAsync();
        var terms = (await admin.ReadAsync("/api/blocs/khoi-1").JsonAsync())["terms"]!.AsArray();

        Assert.EndsWith(":not-a-member", (string)tooEarly["type"]!, StringComparison.Ordinal);
        Assert.Contains("so-b", (string)tooEarly["detail"]!, StringComparison.Ordinal);
        Assert.Equal(["$.deputy"], sameTwice.Paths());
        Assert.Equal(["$"], nobody.Paths());
        Assert.Equal(["year"], year.Paths());
        Assert.Equal(set.Headers.ETag, again.Headers.ETag);
        Assert.Equal(["2025   so-a", "2026 so-b so-a "], terms.Select(term => $"{term!["year"]} {term["head"]} {term["deputy"]} {term["standingUnit"]}"));
    }

    [Fact]
    public async Task Who_has_a_role_in_a_year_cannot_leave_before_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.TwoUnitsAndBlocsAsync();
        await admin.PutAsync("/api/blocs/khoi-1/members/so-a/2025-01-01", RosterSamples.Join()).JsonAsync();
        await admin.PutAsync("/api/blocs/khoi-1/terms/2026", RosterSamples.Term("so-a")).JsonAsync();

        var before = await admin.PutAsync("/api/blocs/khoi-1/members/so-a/2025-01-01/until", RosterSamples.Leave("2025-12-31")).ProblemAsync(409);
        await admin.PutAsync("/api/blocs/khoi-1/members/so-a/2025-01-01/until", RosterSamples.Leave("2026-03-31")).JsonAsync();

        Assert.EndsWith(":unit-leads-bloc", (string)before["type"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_units_of_one_name_are_not_in_one_bloc_at_the_same_time()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.TwoUnitsAndBlocsAsync();
        await admin.PutAsync("/api/units/so-x", RosterSamples.Unit("SỞ A")).JsonAsync();
        await admin.PutAsync("/api/blocs/khoi-1/members/so-a/2026-01-01", RosterSamples.Join("2026-06-30")).JsonAsync();

        var refused = await admin.PutAsync("/api/blocs/khoi-1/members/so-x/2026-06-30", RosterSamples.Join()).ProblemAsync(409);
        await admin.PutAsync("/api/blocs/khoi-1/members/so-x/2026-07-01", RosterSamples.Join()).JsonAsync();

        Assert.EndsWith(":same-name-in-bloc", (string)refused["type"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/blocs/khoi-1/members/so-a/2026-13-01", """{"until":null,"decision":null}""", "from")]
    [InlineData("/api/blocs/khoi-1/members/so-a/today", """{"until":null,"decision":null}""", "from")]
    [InlineData("/api/blocs/khoi-1/members/so-a/1900-01-01", """{"until":null,"decision":null}""", "from")] // a slip of the pen
    [InlineData("/api/blocs/khoi-1/members/so-a/2026-01-01", """{"until":"2025-12-31","decision":null}""", "$.until")] // ends before it begins
    [InlineData("/api/blocs/khoi-1/members/so-a/2026-01-01", """{"until":"31/12/2026","decision":""}""", "$.until $.decision")]
    [InlineData("/api/blocs/khoi-1/members/so-a/2026-01-01/until", "{}", "$.until")] // missing
    [InlineData("/api/blocs/khoi-1/members/so-a/2026-01-01/until", """{"until":null,"decision":null}""", "$.until")]
    public async Task A_membership_that_makes_no_sense_is_refused(string address, string body, string paths)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.TwoUnitsAndBlocsAsync();

        var problem = await admin.PutAsync(address, body).ProblemAsync(400);

        Assert.Equal(paths.Split(' '), problem.Paths());
    }

    [Fact]
    public async Task What_does_not_exist_cannot_join_or_be_joined()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.TwoUnitsAndBlocsAsync();

        await admin.PutAsync("/api/blocs/khoi-9/members/so-a/2026-01-01", RosterSamples.Join()).ProblemAsync(404);
        await admin.PutAsync("/api/blocs/khoi-1/members/so-9/2026-01-01", RosterSamples.Join()).ProblemAsync(404);
        await admin.ReadAsync("/api/blocs/khoi-9").ProblemAsync(404);
        await admin.ReadAsync("/api/units/so-9").ProblemAsync(404);
    }

    [Fact]
    public async Task The_level_of_a_bloc_that_has_had_members_stays()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.TwoUnitsAndBlocsAsync();
        await admin.PutAsync("/api/blocs/khoi-1/members/so-a/2026-01-01", RosterSamples.Join()).JsonAsync();
        using var read = await admin.ReadAsync("/api/blocs/khoi-1");
        using var empty = await admin.ReadAsync("/api/blocs/khoi-2");

        var refused = await admin.PutAsync("/api/blocs/khoi-1", RosterSamples.Bloc("Khối một", "subDepartment"), read.Headers.ETag!.ToString()).ProblemAsync(409);
        await admin.PutAsync("/api/blocs/khoi-2", RosterSamples.Bloc("Khối hai", "subDepartment"), empty.Headers.ETag!.ToString()).JsonAsync();
        await admin.PutAsync("/api/blocs/khoi-1", RosterSamples.Bloc("Khối 1")).ProblemAsync(428);
        var province = await admin.ReadAsync("/api/blocs?level=province").JsonAsync();

        Assert.EndsWith(":level-is-fixed", (string)refused["type"]!, StringComparison.Ordinal);
        Assert.Equal("khoi-1", (string)Assert.Single(province["blocs"]!.AsArray())!["id"]!);
    }

    [Fact]
    public async Task Blocs_are_listed_in_pages()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.TwoUnitsAndBlocsAsync();

        var first = await admin.ReadAsync("/api/blocs?pageSize=1").JsonAsync();
        var second = await admin.ReadAsync($"/api/blocs?pageSize=1&continuation={first["continuation"]}").JsonAsync();

        Assert.Equal(["khoi-1", "khoi-2"], new JsonNode[] { first, second }.Select(page => (string)Assert.Single(page["blocs"]!.AsArray())!["id"]!));
        Assert.Null((string?)second["continuation"]);
    }
}
