using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using EmulationFunctions.Common;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// What one program changes, and what the other, which remembers how it was, answers from then on. While the change is made the other is read
/// without end, so that it remembers in the middle of it; once the change is answered it is asked at once, and again for a while.
/// </summary>
internal sealed class TwoChanges(IReadOnlyList<Api> apis, StoredTables tables, Scheme scheme)
{
    private const int Rounds = 10;

    /// <summary>How often the other is asked before, so that it surely remembers.</summary>
    private const int Warming = 5;
    private const int Readers = 2;
    private const string ManyId = "bo";

    private static readonly TimeSpan Span = TimeSpan.FromSeconds(1);

    private readonly int _year = Province.Today.Year;
    private readonly Scheme _many = new(ManyId, 1, Form.Of(2 * Rounds));

    /// <summary>The sheets that it works on.</summary>
    public IReadOnlyList<SheetId> Sheets =>
    [
        .. Each(round => Of("chung", $"can-bo-{round}")),
        .. Each(round => Of("chung", $"roi-khoi-{round}")),
        .. Each(round => Of("gia-han", $"gia-han-{round}")),
        .. Each(round => Of(ManyId, $"bo-{round}")),
        .. Each(round => Of($"khoa-{round}", $"khoa-{round}-nop")),
        .. Each(round => Of($"khoa-{round}", $"khoa-{round}-nhap")),
        .. Each(round => Of($"vong-{round}", $"vong-{round}-nop")),
    ];

    public static string Path(SheetId id) => $"/api/cycles/{id.Year}/periods/nam/blocs/{id.Bloc}/sheets/{id.Unit}";

    /// <param name="others">Blocs that somebody else works with.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task PrepareAsync(IReadOnlyList<(string Bloc, IEnumerable<string> Units)> others, CancellationToken cancellationToken)
    {
        var api = apis[0];
        await api.PutSchemeAsync(_many.Id, _many.Content, cancellationToken);
        await api.ImportRosterAsync(others.SelectMany(one => one.Units.Select(unit => (one.Bloc, unit))).Concat(Sheets.Select(id => (id.Bloc, id.Unit))), cancellationToken);
        var blocs = Sheets.Select(id => id.Bloc).Distinct().Concat(others.Select(one => one.Bloc)).ToList();
        await api.PutCycleAsync(_year, blocs.Select(bloc => (bloc, bloc == ManyId ? _many.Id : scheme.Id)), cancellationToken);
        // Appraisal begins once self-scoring is over.
        var tag = (await api.SendAsync(HttpMethod.Get, $"/api/cycles/{_year}", api.Office, null, null, cancellationToken)).Tag;
        foreach (var bloc in Each(round => $"vong-{round}").Append("gia-han"))
        {
            var body = new JsonObject
            {
                ["scheme"] = new JsonObject { ["id"] = scheme.Id, ["version"] = scheme.Version },
                ["stages"] = new JsonArray(new JsonObject { ["period"] = "nam", ["stage"] = "self-score", ["opens"] = Day(-30), ["closes"] = Day(-1) }),
            };
            tag = (await api.SendAsync(HttpMethod.Put, $"/api/cycles/{_year}/blocs/{bloc}", api.Office, body.ToJsonString(), tag, cancellationToken)).Tag;
        }

        var seed = new SheetSeed(tables.GetTable(SheetTable.Table), scheme);
        foreach (var (index, id) in Sheets.Index())
        {
            await api.BindAsync(id.Unit, cancellationToken);
            if (id.Unit.EndsWith("-nop", StringComparison.Ordinal))
            {
                await seed.WriteAsync(id, index, cancellationToken);
            }
        }
    }

    /// <returns>A sentence for each kind of change that the other did not know at once.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var wrong = new List<string>();
        Console.WriteLine();
        Console.WriteLine($"Changed on one program, then asked of the other at once and for {Span.TotalSeconds:0.#} s; {Rounds} rounds each, the programs in turn");
        Console.WriteLine($"  {"change",-36} {"asked",7} {"wrong answers",14} {"right after at most",20}");
        foreach (var (name, make) in new (string, Func<int, Watched>)[]
        {
            ("an officer is removed", Removed),
            ("a unit is given more time", Extended),
            ("a sheet is locked by a publication", Locked),
            ("a round is closed", Closed),
            ("a unit leaves its bloc", Left),
            ("a criterion is declared void", Voided),
        })
        {
            var findings = new List<Finding>();
            for (var round = 0; round < Rounds; round++)
            {
                findings.Add(await WatchAsync(name, make(round), apis[round % 2], apis[(round + 1) % 2], cancellationToken));
            }

            var (mistakes, longest) = (findings.Sum(one => one.Wrong), findings.Max(one => one.RightAfter));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-36} {findings.Sum(one => one.Asked),7} {mistakes,14} {longest.TotalMilliseconds,17:0} ms"));
            if (mistakes > 0)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: {mistakes} wrong answers of the other program, the last {longest.TotalMilliseconds:0} ms after the answer of the first: {findings.Last(one => one.Wrong > 0).Last}"));
            }
        }

        return wrong;
    }

    private static async Task<Finding> WatchAsync(string name, Watched change, Api one, Api other, CancellationToken cancellationToken)
    {
        for (var asked = 0; asked < Warming; asked++)
        {
            var before = await change.AskAsync(other, cancellationToken);
            if (before.Status != change.Before)
            {
                throw new InvalidOperationException($"Before {name} it was answered {before.Status}, not {change.Before}: {before.Body}");
            }
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var readers = Enumerable.Range(0, Readers).SelectMany(_ => new[] { other.Office, other.Unit(change.Id.Unit) })
            .Select(token => Task.Run(() => ReadAsync(other, Path(change.Id), token, over.Token), cancellationToken))
            .ToList();
        await one.SendAsync(change.Method, change.Address, one.Office, change.Body, null, cancellationToken);
        var answered = Stopwatch.GetTimestamp();
        var finding = new Finding(0, 0, TimeSpan.Zero, "");
        while (Stopwatch.GetElapsedTime(answered) < Span)
        {
            var answer = await change.AskAsync(other, cancellationToken);
            finding = answer.Status == change.After
                ? finding with { Asked = finding.Asked + 1 }
                : new(finding.Asked + 1, finding.Wrong + 1, Stopwatch.GetElapsedTime(answered), $"{answer.Status} {answer.Body}");
        }

        await over.CancelAsync();
        await Task.WhenAll(readers);
        return finding;
    }

    private static async Task ReadAsync(Api api, string path, string token, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await api.TrySendAsync(HttpMethod.Get, path, token, null, null, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private Watched Removed(int round) => Saving(Of("chung", $"can-bo-{round}"), 200, 403) with
    {
        Method = HttpMethod.Delete,
        Address = $"/api/units/can-bo-{round}/officers/{LocalMachine.ObjectId(FormattableString.Invariant($"can-bo-{round}"))}",
    };

    private Watched Extended(int round) => Saving(Of("gia-han", $"gia-han-{round}"), 409, 200) with
    {
        Method = HttpMethod.Put,
        Address = $"/api/cycles/{_year}/units/gia-han-{round}/extensions/self-score",
        Body = $$"""{"closes":"{{Day(5)}}","reason":"Thiên tai."}""",
    };

    private Watched Locked(int round) => Saving(Of($"khoa-{round}", $"khoa-{round}-nhap"), 200, 409) with
    {
        Address = $"/api/cycles/{_year}/periods/nam/blocs/khoa-{round}/standings/publication",
        Body = $$"""{"confirmation":"khoa-{{round}}","leftOut":["khoa-{{round}}-nhap"]}""",
    };

    private Watched Closed(int round)
    {
        var id = Of($"vong-{round}", $"vong-{round}-nop");
        return new(
            id,
            $"/api/cycles/{_year}/periods/nam/blocs/{id.Bloc}/appraisal/rounds/1/closing",
            "{}",
            Asking(id, "appraisal/1", apis[0].Office, number => $$"""{"scores":[{"criterion":"{{Form.Leaf(0)}}","points":{{PointsOf(number)}},"reason":"Đối chiếu báo cáo."}]}"""),
            200,
            409);
    }

    private Watched Left(int round) => Saving(Of("chung", $"roi-khoi-{round}"), 200, 409) with
    {
        Method = HttpMethod.Put,
        Address = $"/api/blocs/chung/members/roi-khoi-{round}/2001-01-01/until",
        Body = $$"""{"until":"{{Day(-1)}}"}""",
    };

    private Watched Voided(int round) => Saving(Of(ManyId, $"bo-{round}"), 200, 400, round) with
    {
        Address = $"/api/schemes/{ManyId}/versions/1/criteria/{Form.Leaf(round)}/void",
        Body = """{"reason":"Không còn nhiệm vụ này."}""",
    };

    /// <summary>The other is asked by the unit's saves, each with other points.</summary>
    private Watched Saving(SheetId id, int before, int after, int leaf = 0) => new(
        id,
        "",
        null,
        Asking(id, "scores", apis[0].Unit(id.Unit), number => $$"""{"scores":[{"criterion":"{{Form.Leaf(leaf)}}","points":{{PointsOf(number)}}}]}"""),
        before,
        after);

    private static Func<Api, CancellationToken, Task<Answer>> Asking(SheetId id, string what, string token, Func<int, string> body)
    {
        var (number, tag) = (0, (EntityTagHeaderValue?)null);
        return async (api, cancellationToken) =>
        {
            var answer = await api.TrySendAsync(HttpMethod.Patch, $"{Path(id)}/{what}", token, body(++number), tag, cancellationToken);
            tag = answer.Status == 200 ? answer.Tag : tag;
            return answer;
        };
    }

    /// <summary>Never what is there already: to say that again is no change, and is answered 200 whatever happened since.</summary>
    private static Points PointsOf(int number) => new(number % 1000);

    private SheetId Of(FormattableString bloc, FormattableString unit) => new(_year, "nam", FormattableString.Invariant(bloc), FormattableString.Invariant(unit));

    private SheetId Of(string bloc, FormattableString unit) => new(_year, "nam", bloc, FormattableString.Invariant(unit));

    private static IEnumerable<T> Each<T>(Func<int, T> make) => Enumerable.Range(0, Rounds).Select(make);

    private static string Day(int from) => Province.Today.AddDays(from).ToString("O", CultureInfo.InvariantCulture);

    /// <param name="Id">The sheet that it touches.</param>
    /// <param name="Address">Where the change is asked for.</param>
    /// <param name="Body">With what.</param>
    /// <param name="AskAsync">The next question to the other program.</param>
    /// <param name="Before">The status that answers it before the change.</param>
    /// <param name="After">The status that answers it afterwards.</param>
    private sealed record Watched(SheetId Id, string Address, string? Body, Func<Api, CancellationToken, Task<Answer>> AskAsync, int Before, int After)
    {
        public HttpMethod Method { get; init; } = HttpMethod.Post;
    }

    /// <param name="RightAfter">When the last wrong answer came, counted from the answer of the first program; 0 when there was none.</param>
    /// <param name="Last">The last wrong answer.</param>
    private sealed record Finding(int Asked, int Wrong, TimeSpan RightAfter, string Last);
}
