using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using EmulationFunctions.Emulators;
using EmulationFunctions.Year.Ballots;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// All units of a bloc cast on one secret ballot at once, each vote in its turn in the one row of the box; beside it somebody who saves the scores of ten criteria alone. In turns, each time on a new ballot, which is
/// then counted: none is lost.
/// </summary>
internal static class BallotsBenchmark
{
    private const int Voters = 15;
    private const int Rounds = 15;
    private const int Warming = 5;
    private const int Leaves = 10;
    private const int SavesARound = 10;
    private const double Most = 3;
    private const string Bloc = "phieu";

    private static readonly List<string> Units = [.. Enumerable.Range(0, Voters).Select(unit => string.Create(CultureInfo.InvariantCulture, $"{Bloc}-{unit}"))];

    public static async Task RunAsync(Packages packages, CancellationToken cancellationToken)
    {
        await using var azurite = await Emulator.StartAsync(cancellationToken);
        await using var issuer = await LocalIssuer.StartAsync(Target.Tenant, Target.Client, TimeProvider.System, keyFile: null, port: 0, cancellationToken);
        await using var program = await Target.StartAsync(packages.Program, azurite.ConnectionString, issuer.Instance.ToString(), cancellationToken);
        var (api, year) = (new Api(issuer, program.SendAsync), Province.Today.Year);
        await api.PutSchemeAsync(Bloc, Form.Of(Leaves), cancellationToken);
        await api.ImportRosterAsync(Units.Select(unit => (Bloc, unit)), cancellationToken);
        await api.PutCycleAsync(year, [(Bloc, Bloc)], cancellationToken);
        foreach (var unit in Units)
        {
            await api.BindAsync(unit, cancellationToken);
        }

        var saver = new SteadySaver(api.Unit(Units[0]), new SheetId(year, "nam", Bloc, Units[0]), Leaves);
        await saver.ReadAsync(api, cancellationToken);
        var (saves, votes, lone, lost) = (new Turns(), new Turns(), new Turns(), 0);
        for (var round = -Warming; round < Rounds; round++)
        {
            for (var save = 0; save < SavesARound; save++)
            {
                var begun = Stopwatch.GetTimestamp();
                await saver.SaveAsync(api, cancellationToken);
                Note(saves, round, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            var ballot = string.Create(CultureInfo.InvariantCulture, $"/api/cycles/{year}/blocs/{Bloc}/ballots/lan-{round + Warming}");
            var keys = await OpenAsync(api, ballot, cancellationToken);
            var answers = await CastAsync(api, ballot, cancellationToken);
            Note(votes, round, (answers[^1] - answers[0]) / Voters);
            Note(lone, round, answers[0]);
            var closed = await api.SendAsync(HttpMethod.Post, $"{ballot}/closing", api.Office, $$"""{"keys":["{{keys[0]}}","{{keys[1]}}"]}""", null, cancellationToken);
            lost += Voters - (int)JsonNode.Parse(closed.Body)!["choices"]![0]!["votes"]!;
        }

        Console.WriteLine();
        Console.WriteLine($"Ballots: {Voters} units cast at once on one secret ballot, {Rounds} times in turn with lone saves of {Leaves} criteria (ms)");
        Console.WriteLine($"  a lone save {saves}; from the first to the last answer ÷ {Voters} {votes}; until the first answer {lone}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ratio {votes.Median / saves.Median:0.00} × (aim: at most {Most:0} ×); votes lost: {lost}"));
    }

    private static async Task<string[]> OpenAsync(Api api, string ballot, CancellationToken cancellationToken)
    {
        var opened = await api.SendAsync(HttpMethod.Put, ballot, api.Office, $$"""
            {"question":{"title":"Suy tôn","secrecy":"secret","choices":["{{Units[0]}}","{{Units[1]}}"],"threshold":{"part":1,"of":2},"base":"allVoters"},
             "keepers":[{"post":"Trưởng ban kiểm phiếu"},{"post":"Ủy viên ban kiểm phiếu"}]}
            """, null, cancellationToken);
        foreach (var unit in Units)
        {
            await api.SendAsync(HttpMethod.Put, $"{ballot}/voters/{unit}", api.Unit(unit), "{}", null, cancellationToken);
        }

        return [.. JsonNode.Parse(opened.Body)!["keys"]!.AsArray().Select(key => (string)key!["key"]!)];
    }

    /// <returns>After how many milliseconds each was answered, in order.</returns>
    private static async Task<List<double>> CastAsync(Api api, string ballot, CancellationToken cancellationToken)
    {
        var body = $$"""{"choices":["{{Units[0]}}"],"isBlank":false,"padding":""}""";
        body = body.Replace("\"padding\":\"\"", $"\"padding\":\"{new string(' ', CastBody.Bytes - Encoding.UTF8.GetByteCount(body))}\"", StringComparison.Ordinal);
        var tokens = Units.ConvertAll(api.Unit);
        var begun = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(Units.Select(async (unit, index) =>
        {
            await api.SendAsync(HttpMethod.Post, $"{ballot}/votes/{unit}", tokens[index], body, null, cancellationToken);
            return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }));
        return [.. answers.Order()];
    }

    private static void Note(Turns turns, int round, double milliseconds)
    {
        if (round >= 0)
        {
            turns.Add(milliseconds);
        }
    }
}
