using System.Text;
using System.Text.Json.Nodes;

namespace EmulationFunctions.Tests.Province.Roster;

public sealed class UnitTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    [Fact]
    public async Task A_unit_is_created_read_changed_and_put_again_without_a_change()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        using var created = await admin.PutAsync("/api/units/so-xay-dung", RosterSamples.Unit("Sở Xây dựng"));
        using var again = await admin.PutAsync("/api/units/so-xay-dung", RosterSamples.Unit("Sở Xây dựng"));
        using var changed = await admin.PutAsync("/api/units/so-xay-dung", RosterSamples.Unit("Sở Xây dựng", "board"), created.Headers.ETag!.ToString());
        var read = await admin.ReadAsync("/api/units/so-xay-dung").JsonAsync();

        Assert.Equal(created.Headers.ETag, again.Headers.ETag);
        Assert.NotEqual(created.Headers.ETag, changed.Headers.ETag);
        Assert.Equal("board", (string)read["unit"]!["kind"]!);
        Assert.Equal("Sở Xây dựng", (string)read["unit"]!["name"]!);
    }

    [Fact]
    public async Task A_change_needs_what_was_read()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.PutAsync("/api/units/so-a", RosterSamples.Unit("Sở A")).JsonAsync();

        await admin.PutAsync("/api/units/so-a", RosterSamples.Unit("Sở B")).ProblemAsync(428);
        await admin.PutAsync("/api/units/so-a", RosterSamples.Unit("Sở B"), "\"77\"").ProblemAsync(412);

        Assert.Equal("Sở A", (string)(await admin.ReadAsync("/api/units/so-a").JsonAsync())["unit"]!["name"]!);
    }

    [Fact]
    public async Task A_name_typed_in_decomposed_letters_is_the_same_name()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        const string Name = "Sở Kế hoạch và Đầu tư";

        using var composed = await admin.PutAsync("/api/units/so-a", RosterSamples.Unit(Name));
        using var decomposed = await admin.PutAsync("/api/units/so-a", RosterSamples.Unit(Name.Normalize(NormalizationForm.FormD)));
        var namesake = await admin.PutAsync("/api/units/so-b", RosterSamples.Unit(Name.Normalize(NormalizationForm.FormD).ToUpperInvariant())).JsonAsync();

        Assert.Equal(composed.Headers.ETag, decomposed.Headers.ETag);
        Assert.Equal("so-a", (string)Assert.Single(namesake["sameName"]!.AsArray())!);
        Assert.True(((string)namesake["unit"]!["name"]!).IsNormalized());
    }

    [Fact]
    public async Task A_unit_that_was_renamed_is_no_longer_known_by_its_old_name()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        using var first = await admin.PutAsync("/api/units/so-a", RosterSamples.Unit("Sở Cũ"));
        using var renamed = await admin.PutAsync("/api/units/so-a", RosterSamples.Unit("Sở Mới"), first.Headers.ETag!.ToString());

        var old = await admin.PutAsync("/api/units/so-b", RosterSamples.Unit("Sở Cũ")).JsonAsync();
        var @new = await admin.PutAsync("/api/units/so-c", RosterSamples.Unit("Sở Mới")).JsonAsync();

        Assert.Empty(old["sameName"]!.AsArray());
        Assert.Single(@new["sameName"]!.AsArray());
    }

    [Fact]
    public async Task Contacts_are_shown_to_the_office_and_to_the_units_own_officers_only()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.PutAsync("/api/units/so-a", RosterSamples.Unit("Sở A", contacts: "van-thu@so-a.example.vn")).JsonAsync();
        await admin.PutAsync("/api/units/so-b", RosterSamples.Unit("Sở B", contacts: "van-thu@so-b.example.vn")).JsonAsync();
        using var own = await app.OfficerAsync("so-a");
        using var reader = app.Holding("Emulation.Reader");
        using var council = app.Holding("Emulation.Council");

        Assert.Equal(["van-thu@so-a.example.vn"], await ContactsAsync(admin, "so-a"));
        Assert.Equal(["van-thu@so-a.example.vn"], await ContactsAsync(own, "so-a"));
        Assert.Null(await ContactsAsync(own, "so-b"));
        Assert.Null(await ContactsAsync(reader, "so-a"));
        Assert.Null(await ContactsAsync(council, "so-a"));
        var listed = (await own.ReadAsync("/api/units").JsonAsync())["units"]!.AsArray();
        Assert.Equal([true, false], listed.Select(unit => unit!["contacts"] is not null));

        // Nor is an address kept for ever in the trail.
        await foreach (var row in app.Tables.GetTable("Roster").QueryAsync(null, null, null, TestContext.Current.CancellationToken))
        {
            Assert.DoesNotContain("@", row.RowKey.StartsWith("unit|", StringComparison.Ordinal) ? "" : string.Concat(row.Select(property => property.Value)));
        }
    }

    private static async Task<IEnumerable<string>?> ContactsAsync(HttpClient client, string unit) =>
        (await client.ReadAsync($"/api/units/{unit}").JsonAsync())["unit"]!["contacts"]?.AsArray().Select(address => (string)address!);

    [Fact]
    public async Task A_name_has_letters_in_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        foreach (var name in new[] { "??", "?? ???", "12", "–" })
        {
            Assert.Equal(["$.name"], (await admin.PutAsync("/api/units/so-a", RosterSamples.Unit(name)).ProblemAsync(400)).Paths());
        }

        await admin.PutAsync("/api/units/so-a", RosterSamples.Unit("Sở 12?")).JsonAsync();
    }

    [Fact]
    public async Task Every_fault_of_a_unit_is_named_at_once()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var body = JsonNode.Parse(RosterSamples.Unit("  ", contacts: "a@example.vn khong-phai-thu A@example.vn"))!;
        body["functions"] = new JsonArray("đất đai", "hai\ndòng");

        var meaning = await admin.PutAsync("/api/units/so-a", body.ToJsonString()).ProblemAsync(400);
        body["kind"] = "so";
        body["isPlaceholder"] = "no";
        body["province"] = "x";
        body["contacts"] = new JsonArray([.. Enumerable.Range(1, 11).Select(number => JsonValue.Create($"a{number}@example.vn"))]);
        body["name"] = new string('a', 201);
        body.AsObject().Remove("isCentrallyManaged");
        var structure = await admin.PutAsync("/api/units/so-a", body.ToJsonString()).ProblemAsync(400);
        var control = await admin.PutAsync("/api/units/so-a", RosterSamples.Unit("Sở\u0007 A")).ProblemAsync(400);

        Assert.Equal(["$.name", "$.functions[1]", "$.contacts[1]", "$.contacts[2]"], meaning.Paths());
        Assert.Equal(["$.contacts", "$.functions[1]", "$.isPlaceholder", "$.kind", "$.name", "$.province"], structure.Paths().Order(StringComparer.Ordinal));
        Assert.Equal(["$.name"], control.Paths());
        await admin.ReadAsync("/api/units/so-a").ProblemAsync(404);
    }

    [Theory]
    [InlineData("a%2Fb", "unit")] // /
    [InlineData("a%5Cb", "unit")] // \
    [InlineData("a%23b", "unit")] // #
    [InlineData("a%3Fb", "unit")] // ?
    [InlineData("a'b", "unit")]
    [InlineData("a%22b", "unit")] // "
    [InlineData("a%0Ab", "unit")] // a line break
    [InlineData("a%7Cb", "unit")] // |, which separates the parts of keys
    [InlineData("So-A", "unit")]
    public async Task An_id_that_could_not_be_part_of_a_key_is_refused(string unit, string path)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        var problem = await admin.PutAsync($"/api/units/{unit}", RosterSamples.Unit("Sở A")).ProblemAsync(400);

        Assert.Equal([path], problem.Paths());
    }

    [Fact]
    public async Task Units_are_listed_in_pages_each_sorted_by_the_vietnamese_alphabet()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        (string Id, string Name, string Kind)[] units =
            [("u1", "Ở", "department"), ("u2", "Đ", "department"), ("u3", "D", "fund"), ("u4", "Ă", "department"), ("u5", "A", "fund")];
        foreach (var (id, name, kind) in units)
        {
            await admin.PutAsync($"/api/units/{id}", RosterSamples.Unit(name, kind)).JsonAsync();
        }

        var whole = await admin.ReadAsync("/api/units").JsonAsync();
        var funds = await admin.ReadAsync("/api/units?kind=fund").JsonAsync();
        var pages = new List<string>();
        string? continuation = "";
        while (continuation is not null)
        {
            var page = await admin.ReadAsync($"/api/units?pageSize=2&continuation={continuation}").JsonAsync();
            pages.Add(string.Join(' ', Names(page)));
            continuation = (string?)page["continuation"];
        }

        Assert.Equal(["A", "Ă", "D", "Đ", "Ở"], Names(whole));
        Assert.Equal(["A", "D"], Names(funds));
        Assert.Equal(["Đ Ở", "Ă D", "A"], pages);
        Assert.Equal(["continuation"], (await admin.ReadAsync("/api/units?continuation=%7C").ProblemAsync(400)).Paths());
        Assert.Equal(["pageSize"], (await admin.ReadAsync("/api/units?pageSize=0").ProblemAsync(400)).Paths());
        Assert.Equal(["kind"], (await admin.ReadAsync("/api/units?kind=1").ProblemAsync(400)).Paths());
    }

    private static IEnumerable<string> Names(JsonNode page) => page["units"]!.AsArray().Select(unit => (string)unit!["name"]!);
}
