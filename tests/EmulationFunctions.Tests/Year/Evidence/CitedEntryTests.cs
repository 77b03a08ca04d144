using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Year.Reports;
using EmulationFunctions.Tests.Year.Sheets;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Evidence.SheetFiles;
using static EmulationFunctions.Tests.Year.Reports.ReportsOf;

namespace EmulationFunctions.Tests.Year.Evidence;

/// <summary>A unit's role models and activities serve as evidence: the sheet keeps the words that they had when they were cited.</summary>
public sealed class CitedEntryTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Year = $"/api/cycles/2026/blocs/{SheetFiles.Bloc}";
    private const string Model = $"{Year}/role-models/{Unit}/guong-1";
    private const string Activity = $"{Year}/activities/{Unit}/ung-ho-1";
    private const string First = $"{Files}/references/dan-chung-1";
    private const string Person = """{"person":{"name":"Ông A","post":"Chuyên viên"},"achievement":"Sáng kiến số hóa hồ sơ","step":"nurtured","day":"2026-05-19"}""";
    private const string Gave = """{"kind":"contribution","title":"Ủng hộ Quỹ Vì người nghèo","daySaid":"vừa qua","amount":5000000}""";

    private static readonly YearOfBloc Bloc2026 = new(2026, SheetFiles.Bloc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_counts_as_evidence_with_its_words_and_a_person_s_name_is_not_among_them()
    {
        await using var app = await BeginAsync();
        using var unit = await app.OfficerAsync(Unit);
        using var head = await app.OfficerAsync(SheetWorld.Head);
        await unit.DoneAsync(Put(Model, Person));
        await unit.DoneAsync(Put(Activity, Gave));
        var sheet = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1","points":38.25}, {"criterion":"I.2","count":3}, {"criterion":"II","points":40}"""));

        var tag = await unit.DoneAsync(Put(First, Body("roleModels", "guong-1")));
        Assert.Equal(tag, await unit.DoneAsync(Put(First, Body("roleModels", "guong-1")))); // the same again
        await unit.DoneAsync(Put($"{Files}/references/dan-chung-2", Body("activities", "ung-ho-1", "I.2")));
        var listed = (await unit.GetsAsync(Files))["references"]!.AsArray();
        await SheetWorld.DoneAsync(unit, SheetWorld.Post($"{SheetWorld.Sheet}/submission", sheet));

        Assert.Equal(["""{"register":"roleModels","id":"guong-1"}""", """{"register":"activities","id":"ung-ho-1"}"""], listed.Select(one => one!["entry"]!.ToJsonString()));
        Assert.Equal(("Điển hình tiên tiến", "guong-1", "2026-05-19", "Sáng kiến số hóa hồ sơ"), Words(listed[0]!));
        Assert.Equal(("Hoạt động", "ung-ho-1", null, "Ủng hộ Quỹ Vì người nghèo"), Words(listed[1]!));
        var kept = await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Sheet.Address, SheetKeys.Everything, Cancellation);
        Assert.DoesNotContain("Chuyên viên", string.Join('\n', kept.Rows.SelectMany(row => row.Select(cell => cell.Value))), StringComparison.Ordinal);
        Assert.NotNull((await head.GetsAsync($"/api/cycles/2026/periods/nam/blocs/{SheetFiles.Bloc}/standings/{Unit}/trace"))["sheetHash"]); // it still is what was submitted
    }

    [Fact]
    public async Task Just_one_of_a_paper_and_an_entry_of_the_unit_s_own_is_cited()
    {
        await using var app = await BeginAsync();
        using var unit = await app.OfficerAsync(Unit);
        using var other = await app.OfficerAsync(SheetWorld.Other);
        await other.DoneAsync(Put(Model.Replace(Unit, SheetWorld.Other, StringComparison.Ordinal), Person));
        await unit.DoneAsync(Put(Activity, Gave));

        foreach (var (body, path) in new[]
        {
            ("""{"criterion":"I.1","paper":{"kind":"Báo cáo","number":"1/BC"},"entry":{"register":"activities","id":"ung-ho-1"}}""", "$.paper"),
            ("""{"criterion":"I.1"}""", "$.paper"),
            (Body("roleModels", "guong-1"), "$.entry.id"), // another unit's
            (Body("roleModels", "ung-ho-1"), "$.entry.id"), // of the other register
            (Body("activities", "Ủng hộ"), "$.entry.id"),
        })
        {
            Assert.Equal([path], (await unit.RefusedAsync(400, Put(First, body))).Paths());
        }

        Assert.Contains("$.entry.register", (await unit.RefusedAsync(400, Put(First, Body("contacts", "ung-ho-1")))).Paths());
        Assert.Empty((await unit.GetsAsync(Files))["references"]!.AsArray());
    }

    [Fact]
    public async Task What_was_cited_stays_when_the_entry_is_changed_and_when_it_is_taken_out()
    {
        await using var app = await BeginAsync();
        using var unit = await app.OfficerAsync(Unit);
        var put = await unit.DoneAsync(Put(Model, Person));
        var cited = await unit.DoneAsync(Put(First, Body("roleModels", "guong-1")));

        put = await unit.DoneAsync(Put(Model, Person.Replace("Sáng kiến số hóa", "Số hóa xong", StringComparison.Ordinal), put));
        Assert.Equal("Sáng kiến số hóa hồ sơ", Words(await unit.GetsAsync(First)).Subject);
        await unit.RefusedAsync(428, Put(First, Body("roleModels", "guong-1"))); // its words are others now
        cited = await unit.DoneAsync(Put(First, Body("roleModels", "guong-1"), cited));
        await RemovesAsync(unit, Model, put);

        Assert.Equal("Số hóa xong hồ sơ", Words(await unit.GetsAsync(First)).Subject);
        Assert.Equal(cited, await unit.DoneAsync(Put(First, Body("roleModels", "guong-1")))); // again, although it is gone
        await unit.DoneAsync(Put(First, Body("roleModels", "guong-1", "I.2"), cited));
        Assert.Equal("Số hóa xong hồ sơ", Words(await unit.GetsAsync(First)).Subject);
        Assert.Equal(["$.entry.id"], (await unit.RefusedAsync(400, Put($"{Files}/references/dan-chung-2", Body("roleModels", "guong-1")))).Paths());
    }

    [Fact]
    public async Task An_entry_is_taken_out_by_who_has_read_it_once_and_the_trail_holds_no_name()
    {
        await using var app = await BeginAsync();
        using var unit = await app.OfficerAsync(Unit);
        foreach (var (address, body) in new[] { (Model, Person), (Activity, Gave) })
        {
            var tag = await unit.DoneAsync(Put(address, body));
            await unit.RefusedAsync(428, Delete(address));
            await unit.RefusedAsync(412, Delete(address, "\"77\""));
            await RemovesAsync(unit, address, tag);
            await RemovesAsync(unit, address, tag); // again
            await RemovesAsync(unit, address, null);
        }

        using var office = app.Admin();
        await office.RefusedAsync(404, Delete(Model.Replace(Unit, "t-don-vi-khac", StringComparison.Ordinal)));
        Assert.Empty((await unit.GetsAsync($"{Year}/role-models"))["models"]!.AsArray());
        Assert.Empty((await unit.GetsAsync($"{Year}/activities"))["activities"]!.AsArray());
        var trail = await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Bloc2026.AddressIn("Registers"), AuditRow.All, Cancellation);
        var entries = trail.Rows.Select(row => AuditRow.From(row).Entry).ToList();
        Assert.Equal(["PutRoleModel", "RemoveRoleModel", "RecordActivity", "RemoveActivity"], entries.Select(entry => entry.Action));
        Assert.Equal(entries[0].After, entries[1].Before);
        Assert.All(entries, entry => Assert.DoesNotContain("Ông A", $"{entry.Before} {entry.After}", StringComparison.Ordinal));
        await AuditChain.AssertWholeAsync(app.Tables, Bloc2026.AddressIn("Registers"), Cancellation);
    }

    [Fact]
    public async Task Once_the_year_is_over_only_the_office_takes_an_entry_out()
    {
        await using var app = await BeginAsync();
        using var unit = await app.OfficerAsync(Unit);
        using var office = app.Admin();
        var (model, activity) = (await unit.DoneAsync(Put(Model, Person)), await unit.DoneAsync(Put(Activity, Gave)));
        app.SetDay("2027-06-01");

        foreach (var (address, tag) in new[] { (Model, model), (Activity, activity) })
        {
            Assert.Equal("year-over", (await unit.RefusedAsync(409, Delete(address, tag))).Type());
            await RemovesAsync(office, address, tag);
        }
    }

    /// <summary>The time of self-scoring, in a bloc that the roster knows by name: its registers hang on that.</summary>
    private async Task<EmulationApp> BeginAsync()
    {
        var app = await StartAsync(azurite, issuer);
        using var office = app.Admin();
        await office.PutAsync($"/api/blocs/{SheetFiles.Bloc}", EmulationApp.Json("""{"name":"Khối 1","kind":"bloc","level":"province","statedMemberCount":3}"""), Cancellation).JsonAsync();
        return app;
    }

    private static string Body(string register, string id, string criterion = "I.1") =>
        new JsonObject { ["criterion"] = criterion, ["entry"] = new JsonObject { ["register"] = register, ["id"] = id } }.ToJsonString();

    private static (string Kind, string Number, string? Day, string Subject) Words(JsonNode cited) =>
        ((string)cited["paper"]!["kind"]!, (string)cited["paper"]!["number"]!, (string?)cited["paper"]!["day"], (string)cited["paper"]!["subject"]!);

    private static HttpRequestMessage Delete(string address, string? tag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Delete, address);
        return tag is null ? request : request.With(new(tag));
    }

    private static async Task RemovesAsync(HttpClient client, string address, string? tag)
    {
        using var answer = await client.SendAsync(Delete(address, tag), Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, answer.StatusCode);
    }
}
