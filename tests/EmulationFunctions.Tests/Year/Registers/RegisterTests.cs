using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Year.Reports;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Reports.ReportsOf;

namespace EmulationFunctions.Tests.Year.Registers;

/// <summary>Role models, activities and contact persons are put down, found again, and feed the report.</summary>
public sealed class RegisterTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Year = $"/api/cycles/2026/blocs/{Bloc}";
    private const string Person = """{"person":{"name":"Ông A","post":"Chuyên viên"},"achievement":"Sáng kiến số hóa hồ sơ","step":"nurtured","day":"2026-05-19","source":{"kind":"Quyết định","number":"15/QĐ-SA"}}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_puts_down_its_role_models_and_what_it_gave_and_the_report_takes_them_in()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var unit = await app.OfficerAsync("so-c");
        using var head = await app.OfficerAsync(Head);

        var tag = await unit.DoneAsync(Put($"{Year}/role-models/so-c/guong-1", Person));
        Assert.Equal(tag, await unit.DoneAsync(Put($"{Year}/role-models/so-c/guong-1", Person))); // the same again
        await unit.RefusedAsync(428, Put($"{Year}/role-models/so-c/guong-1", Person.Replace("nurtured", "spread", StringComparison.Ordinal)));
        await unit.DoneAsync(Put($"{Year}/role-models/so-c/guong-1", Person.Replace("nurtured", "spread", StringComparison.Ordinal), tag));
        await head.DoneAsync(Put($"{Year}/role-models/so-d/guong-1", """{"collective":"Phòng Kế hoạch","achievement":"Về đích sớm","step":"found","daySaid":"vừa qua"}"""));
        await unit.DoneAsync(Put($"{Year}/activities/so-c/ung-ho-1", """{"kind":"contribution","title":"Quỹ Vì người nghèo","day":"2026-03-10","amount":5000000,"amountSaid":"gần 5 triệu đồng"}"""));
        await unit.DoneAsync(Put($"{Year}/activities/so-c/the-thao-1", """{"kind":"sport","title":"Giải bóng bàn","participants":120}"""));
        app.SetDay("2026-12-01");
        await unit.DoneAsync(Put($"{Year}/activities/so-c/ung-ho-2", """{"kind":"contribution","title":"Ủng hộ đồng bào bão lụt","day":"2026-11-01","amount":7000000}""")); // not in the half-year

        await head.DoneAsync(Put(Address(), Asked));
        var merged = await head.PostAsync(new Uri($"{Address()}/merge", UriKind.Relative), null, Cancellation).JsonAsync();

        var models = await unit.GetsAsync($"{Year}/role-models");
        Assert.Equal([("so-c", "Ông A", "spread"), ("so-d", null, "found")], models["models"]!.AsArray().Select(one => ((string)one!["unit"]!, (string?)one["person"]?["name"], (string)one["step"]!)));
        Assert.Equal("15/QĐ-SA", (string)models["models"]![0]!["source"]!["number"]!);
        Assert.Equal(
            [
                "Phát hiện điển hình tiên tiến: tập thể Phòng Kế hoạch, Ban X (vừa qua): Về đích sớm",
                "Hoạt động thể thao: Giải bóng bàn (Sở D; 120 người tham gia).",
                "Hoạt động xã hội, từ thiện: Quỹ Vì người nghèo (Sở D; ngày 10/03/2026; gần 5 triệu đồng).",
                "Nhân rộng điển hình tiên tiến: một cá nhân, Sở D (ngày 19/05/2026): Sáng kiến số hóa hồ sơ",
                "Tổng số tiền đóng góp, ủng hộ được ghi nhận: khoảng 5.000.000 đồng (1 đợt).",
            ],
            merged["report"]!.Texts("results"));
        Assert.Empty((await head.PostAsync(new Uri($"{Address()}/merge", UriKind.Relative), null, Cancellation).JsonAsync())["added"]!.AsArray());
        var trail = await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Id.AddressIn("Reports"), AuditRow.All, Cancellation);
        Assert.All(trail.Rows.Select(row => AuditRow.From(row).Entry), entry => Assert.DoesNotContain("Chuyên viên", $"{entry.Before} {entry.After}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_trail_holds_no_name_number_or_address_of_a_person()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var unit = await app.OfficerAsync("so-c");

        await unit.DoneAsync(Put($"{Year}/role-models/so-c/guong-1", Person));
        var tag = await unit.DoneAsync(Put($"{Year}/contacts/so-c", Contacts("0900 000 001")));
        await unit.DoneAsync(Put($"{Year}/contacts/so-c", Contacts("0900 000 002"), tag));

        var trail = await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Id.AddressIn("Registers"), AuditRow.All, Cancellation);
        var entries = trail.Rows.Select(row => AuditRow.From(row).Entry).ToList();
        Assert.Equal(3, entries.Count);
        Assert.All(entries, entry =>
        {
            var text = $"{entry.Before} {entry.After}";
            Assert.Contains("sha256:", text, StringComparison.Ordinal);
            foreach (var secret in new[] { "Ông A", "Chuyên viên", "0900 000", "ong.a" })
            {
                Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
            }
        });
        Assert.Equal(entries[1].After, entries[2].After); // who is the same has the same fingerprint
        await AuditChain.AssertWholeAsync(app.Tables, Id.AddressIn("Registers"), Cancellation);
    }

    [Fact]
    public async Task Contact_persons_are_shown_to_the_bloc_s_leaders_the_office_and_the_unit_and_to_nobody_else()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var unit = await app.OfficerAsync("so-c");
        using var other = await app.OfficerAsync("so-d");
        using var council = app.Holding("Emulation.Council");
        await unit.DoneAsync(Put($"{Year}/contacts/so-c", Contacts("0900 000 001")));

        foreach (var client in new[] { await app.OfficerAsync(Head), await app.OfficerAsync(Deputy), app.Admin() })
        {
            var listed = await client.GetsAsync($"{Year}/contacts");
            Assert.Equal("0900 000 001", (string)Assert.Single(listed["units"]!.AsArray())!["persons"]![0]!["phone"]!);
            client.Dispose();
        }

        Assert.Equal("ong.a@example.vn", (string)(await unit.GetsAsync($"{Year}/contacts/so-c"))["persons"]![0]!["email"]!);
        foreach (var (client, address) in new[] { (unit, "contacts"), (other, "contacts/so-c"), (council, "contacts"), (council, "contacts/so-c") })
        {
            await client.GetAsync(new Uri($"{Year}/{address}", UriKind.Relative), Cancellation).ProblemAsync(403);
        }
    }

    [Fact]
    public async Task Every_fault_is_named_at_its_place_and_nothing_is_saved()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);

        var model = await head.RefusedAsync(400, Put($"{Year}/role-models/so-c/a", """{"collective":" ","person":{"name":" "},"achievement":" ","step":"found","day":"2026-07-02","daySaid":"vừa qua","source":{"kind":" ","number":" "}}"""));
        var activity = await head.RefusedAsync(400, Put($"{Year}/activities/so-c/a", """{"kind":"culture","title":" ","day":"2025-12-31","amountSaid":"gần 5 triệu","participantsSaid":"đông"}"""));
        var contacts = await head.RefusedAsync(400, Put($"{Year}/contacts/so-c", """{"persons":[{"name":" ","phone":"không có","email":"ong.a"}]}"""));
        await head.RefusedAsync(404, Put($"{Year}/contacts/so-khac", """{"persons":[]}""")); // not in the bloc

        Assert.Equal(["$.achievement", "$.person", "$.collective", "$.person.name", "$.day", "$.daySaid", "$.source.kind", "$.source.number"], model.Paths());
        Assert.Equal(["$.title", "$.day", "$.amount", "$.participants"], activity.Paths());
        Assert.Equal(["$.persons[0].name", "$.persons[0].phone", "$.persons[0].email"], contacts.Paths());
        Assert.Empty((await head.GetsAsync($"{Year}/role-models"))["models"]!.AsArray());
        Assert.Empty((await head.GetsAsync($"{Year}/activities"))["activities"]!.AsArray());
    }

    [Fact]
    public async Task Once_the_year_is_over_only_the_office_writes()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        app.SetDay("2027-06-01");
        using var unit = await app.OfficerAsync("so-c");
        using var office = app.Admin();

        foreach (var (address, body) in new[]
        {
            ("role-models/so-c/guong-1", Person), ("activities/so-c/the-thao-1", """{"kind":"sport","title":"Giải bóng bàn"}"""), ("contacts/so-c", Contacts("0900 000 001")),
        })
        {
            Assert.Equal("year-over", (await unit.RefusedAsync(409, Put($"{Year}/{address}", body))).Type());
            await office.DoneAsync(Put($"{Year}/{address}", body));
        }
    }

    [Fact]
    public async Task Entries_come_in_pages()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        foreach (var (unit, id) in new[] { ("so-c", "a"), ("so-c", "a-1"), ("so-c", "b"), ("so-d", "a") })
        {
            await head.DoneAsync(Put($"{Year}/activities/{unit}/{id}", """{"kind":"culture","title":"Hội diễn"}"""));
        }

        var seen = new List<string>();
        var next = "";
        do
        {
            var page = await head.GetsAsync($"{Year}/activities?pageSize=1{next}");
            seen.AddRange(page["activities"]!.AsArray().Select(one => $"{one!["unit"]} {one["activity"]}"));
            next = page["continuation"] is { } continuation ? $"&continuation={continuation}" : null;
        }
        while (next is not null);

        Assert.Equal(["so-c a", "so-c a-1", "so-c b", "so-d a"], seen);
        await head.GetAsync(new Uri($"{Year}/activities?continuation=so-c", UriKind.Relative), Cancellation).ProblemAsync(400);
    }

    private static string Contacts(string phone) => new JsonObject
    {
        ["persons"] = new JsonArray(new JsonObject { ["name"] = "Ông A", ["post"] = "Chuyên viên", ["phone"] = phone, ["email"] = "ong.a@example.vn" }),
    }.ToJsonString();
}
