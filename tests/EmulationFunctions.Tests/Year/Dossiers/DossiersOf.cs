using System.Text.Json.Nodes;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Tests.Year.Meetings;

namespace EmulationFunctions.Tests.Year.Dossiers;

/// <summary>A dossier of <c>so-2</c> for the province's flag, in the bloc of ten of <see cref="MeetingsOf"/>, on 1 December 2026.</summary>
internal static class DossiersOf
{
    public const string All = $"{MeetingsOf.BlocYear}/dossiers";
    public const string One = $"{All}/{AwardTemplate.ProvinceFlag}/so-2";
    public const string Opinion = $"{One}/opinions/thue";

    public static async Task<EmulationApp> StartAsync(AzuriteFixture azurite, IssuerFixture issuer)
    {
        var app = MeetingsOf.App(azurite, issuer);
        await app.HasTenAsync();
        app.SetDay("2026-12-01");
        return app;
    }

    /// <summary>All that the default template asks for.</summary>
    public static JsonObject Whole() => new()
    {
        ["letter"] = new JsonObject
        {
            ["achievement"] = "Dẫn đầu khối thi đua năm 2026.",
            ["appraisal"] = "Đủ điều kiện.",
            ["grounds"] = new JsonArray(new JsonObject { ["kind"] = "Luật", ["number"] = "06/2022/QH15" }),
        },
        ["minutes"] = new JsonObject { ["day"] = "2026-11-28", ["place"] = "Hội trường", ["vote"] = Vote(10, 8, 8, 0) },
        ["report"] = new JsonObject
        {
            ["until"] = "2026-11-30",
            ["certifiedBy"] = "Sở Nội vụ",
            ["sections"] = new JsonArray([.. new[] { "dac-diem", "thanh-tich", "khen-thuong" }.Select(code => new JsonObject { ["section"] = code, ["text"] = $"Nội dung phần {code}." })]),
        },
    };

    public static JsonObject Vote(int members, int present, int yes, int no) => new()
    {
        ["members"] = members,
        ["present"] = present,
        ["for"] = yes,
        ["notFor"] = no,
        ["invalid"] = 0,
        ["writtenFor"] = 0,
        ["writtenNotFor"] = 0,
        ["isPassed"] = true,
    };

    public static JsonObject Question(string askedOn = "2026-12-01", int? days = null) => new() { ["body"] = "Thuế tỉnh", ["askedOn"] = askedOn, ["days"] = days };

    public static JsonObject Answer(string on, string view = "agrees") => new() { ["on"] = on, ["view"] = view, ["text"] = "Đơn vị không nợ thuế." };

    public static JsonObject Sending(string on, string to = "office") => new() { ["to"] = to, ["on"] = on };

    public static IEnumerable<string> Places(this JsonNode check, string what) => check[what]!.AsArray().Select(one => (string)one!["path"]!);
}
