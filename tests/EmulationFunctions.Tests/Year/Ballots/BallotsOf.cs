using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Year.Reports;
using EmulationFunctions.Year.Ballots;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Tests.Year.Ballots;

/// <summary>A bloc at the end of the year, whose units vote.</summary>
internal static class BallotsOf
{
    public const string OfYear = $"/api/cycles/2026/blocs/{ReportsOf.Bloc}";
    public const string All = $"{OfYear}/ballots";

    private const string Keepers = """[{"post":"Trưởng ban kiểm phiếu","unit":"so-01"},{"post":"Ủy viên ban kiểm phiếu"}]""";

    public static readonly YearOfBloc Id = new(2026, ReportsOf.Bloc);

    public static readonly PartitionAddress Where = Id.AddressIn(BallotTable.Table);

    public static string[] Units(int count) => [.. Enumerable.Range(1, count).Select(number => $"so-{number:D2}")];

    /// <summary>So many units on 20 December 2026; the first is the head.</summary>
    public static Task HasVotersAsync(this EmulationApp app, int count) =>
        app.HasBlocAsync(2026, "2026-12-20", "Khối 5", "so-01", null, null, [.. Units(count).Select(unit => (unit, $"Sở {unit[3..]}"))]);

    /// <summary>One more unit is a member.</summary>
    public static async Task JoinsAsync(this HttpClient office, string unit)
    {
        await office.DoneAsync(ReportsOf.Put($"/api/units/{unit}", $$"""{"name":"Sở {{unit[3..]}}","kind":"department","functions":[],"isCentrallyManaged":false,"contacts":[],"isPlaceholder":false}"""));
        await office.DoneAsync(ReportsOf.Put($"/api/blocs/{ReportsOf.Bloc}/members/{unit}/2010-01-01", """{"until":null,"decision":null}"""));
    }

    /// <summary>The body of OpenBallot.</summary>
    public static string Opening(bool isSecret = true, string[]? choices = null, string more = "", string beside = "", string threshold = """{"part":1,"of":2,"above":true}""") => $$"""
        {"question":{"title":"Suy tôn đơn vị dẫn đầu","secrecy":"{{(isSecret ? "secret" : "open")}}","choices":{{Json(choices ?? ["so-01", "so-02", "so-03"])}},"threshold":{{threshold}},"base":"allVoters"{{more}}},
         "acceptsFew":true,"keepers":{{(isSecret ? Keepers : "[]")}}{{beside}}}
        """;

    public static IEnumerable<(string Unit, int? Votes, string Outcome)> Told(this JsonNode ballot) =>
        ballot["choices"]!.AsArray().Select(one => ((string)one!["unit"]!, (int?)one["votes"], (string)one["outcome"]!));

    public static string Json(string[] texts) => $"[{string.Join(',', texts.Select(text => $"\"{text}\""))}]";
}
