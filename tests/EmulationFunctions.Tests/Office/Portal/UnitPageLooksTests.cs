using System.Text.Json.Nodes;
using EmulationFunctions.Tests.Year.CrossScores;
using EmulationFunctions.Tests.Year.Meetings;
using EmulationFunctions.Tests.Year.Standings;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>The views of a member unit, for everybody, on an office machine and on a phone.</summary>
public sealed class UnitPageLooksTests(PortalFixture portal, AzuriteFixture azurite)
{
    private const string Year = $"/api/cycles/2026/blocs/{BlocOf.Bloc}";
    private const string Pact = """{"title":"Giao ước","text":"Thi đua.","isForSigning":true,"reportBy":["2026-06-30"],"items":[{"text":"Cải cách hành chính."}],"targets":[{"id":"ty-le","kind":"percentage","what":"công chức hoàn thành nhiệm vụ","percent":100}]}""";
    private const string Movement = """{"name":"Cải cách hành chính","scope":"bloc","form":"campaign","from":"2026-03-01","until":"2026-12-15","answerBy":"2026-12-20"}""";
    private const string Report = """{"kind":"yearEnd","title":"Báo cáo tổng kết","from":"2026-01-01","until":"2026-11-30","due":"2026-12-20","sections":[{"code":"cchc","title":"Cải cách hành chính"}],"questions":[{"code":"ho-so","title":"Hồ sơ","measure":"hồ sơ"},{"code":"mo-hinh","title":"Mô hình mới"}]}""";

    [Fact]
    public async Task No_view_of_a_unit_shuts_anybody_out_or_is_too_wide_for_a_phone()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasPeersAsync(PeersOf.Scheme, "so-a", "so-b", "so-c");
        using var head = await scene.App.OfficerAsync("so-a");
        var panel = await head.DrawAsync();
        await head.PutAsync($"{Year}/pact", JsonNode.Parse(Pact)!);
        await head.PutAsync($"{Year}/reports/tong-ket", JsonNode.Parse(Report)!);
        var meeting = MeetingsOf.Meeting("2026-12-15", "Hội nghị tổng kết");
        (meeting["host"], meeting["chairs"], meeting["agenda"], meeting["secretary"]) = ("so-a", new JsonArray(), new JsonArray(new JsonObject { ["text"] = "Báo cáo", ["at"] = "14:15" }), null);
        var (_, tag) = await head.PutAsync($"{Year}/meetings/hop", meeting);
        scene.App.SetDay("2026-12-15");
        await head.PutAsync($"{Year}/meetings/hop/conclusions/1", MeetingsOf.Conclusion(due: "2026-12-31", owners: ["so-b"]), tag);
        await head.PutAsync($"{Year}/movements/cai-cach", JsonNode.Parse(Movement)!);
        var scored = (string)panel["pairs"]!.AsArray().First(pair => (string)pair!["scorer"]! == "so-b")!["unit"]!;

        var page = await scene.SignInAsync("so-b");
        await scene.HasNoBarriersAtAsync(page, new[]
        {
            ("pact", ""), ("pact", "?tab=progress"), ("pact", "?tab=titles"), ("reports", ""), ("reports", "/tong-ket"), ("peers", ""), ("peers", $"/{scored}"), ("standings", ""),
            ("meetings", ""), ("meetings", "/hop"), ("papers", ""), ("movements", ""), ("movements", "?tab=models"), ("movements", "?tab=activities"),
        }.Select(view => $"/portal/{view.Item1}/2026/nam/{BlocOf.Bloc}/so-b{view.Item2}"));
    }
}
