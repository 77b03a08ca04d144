using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Year.Standings;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>What may take more calls the more criteria a scheme has. What can be repeated is the last of three in a row, and every change has every criterion in it.</summary>
internal sealed class CountedSizes(EmulationApp app, int leaves)
{
    private static readonly string Text = string.Concat(Enumerable.Repeat("Hoàn thành mười hai trên mười hai chỉ tiêu được giao. ", 4))[..200];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public SortedDictionary<string, StorageCallCounts> Counts { get; } = new(StringComparer.Ordinal);

    private SchemeContent Form => SchemeSamples.Of([.. Enumerable.Range(0, leaves).GroupBy(leaf => leaf / 10).SelectMany(group => group
        .Select(leaf => SchemeSamples.Direct(Leaf(leaf), Section(leaf), 10))
        .Prepend(SchemeSamples.Group(Section(group.First()), null, 10 * group.Count())))]);

    /// <summary>The sheet of a member that does not lead its bloc, from the first save to the submission, where units score themselves and nobody else does.</summary>
    public async Task SheetAsync()
    {
        await app.HasOpenBlocAsync(Form, "don-vi-1", "don-vi-2");
        using var unit = await app.OfficerAsync("don-vi-2");
        var sheet = SheetAddress("don-vi-2");
        await CountAsync("SaveScores", unit, (time, tag) => Scores($"{sheet}/scores", time, "explanation", tag), $", explanations of {Text.Length} characters");
        await CountAsync("UploadEvidence", unit, (time, _) => Upload(sheet, time), ", a file of 2 MB");
        await CountAsync("GetSheet", unit, (_, _) => new(HttpMethod.Get, sheet));
        await CountAsync("GetMe", unit, (_, _) => new(HttpMethod.Get, "/api/me"), ", a unit's officer");
        await CountAsync("SubmitSheet", unit, (_, tag) => new HttpRequestMessage(HttpMethod.Post, $"{sheet}/submission").With(tag!), from: sheet);
        app.SetDay("2026-12-05");
        await OnceAsync("GetSheet", unit, new(HttpMethod.Get, sheet), ", first of a day");
    }

    /// <summary>A submitted sheet that peers score and the office appraises, in a bloc of three.</summary>
    public async Task ScoredByOthersAsync()
    {
        var scheme = Form with { CrossScoring = new(null, PeerAverage.Mean, SchemeSamples.Share(50), 1), Appraisal = new() };
        string[] units = ["don-vi-1", "don-vi-2", "don-vi-3"];
        await app.HasOpenBlocAsync(scheme, units);
        foreach (var one in units)
        {
            await app.HasSubmittedAsync(Bloc, one, scheme, Given());
        }

        using var office = app.Admin();
        using var unit = await app.OfficerAsync(units[1]);
        using var peer = await app.OfficerAsync(units[2]);
        var (bloc, sheet) = ($"/api/cycles/{TheYear}/periods/nam/blocs/{Bloc}", SheetAddress(units[1]));
        app.SetDay("2026-12-12");
        await SendAsync(office, new(HttpMethod.Post, $"{bloc}/cross-scoring") { Content = EmulationApp.Json("{}") });
        await CountAsync("GetCrossScoring", peer, (_, _) => new(HttpMethod.Get, $"{bloc}/cross-scoring"), ", a unit's officer");
        var given = $"{bloc}/cross-scoring/{units[2]}/sheets/{units[1]}";
        await CountAsync("SaveCrossScores", peer, (time, tag) => Scores(given, time, null, tag));
        await CountAsync("GetCrossScores", peer, (_, _) => new(HttpMethod.Get, given));
        await CountAsync("SubmitCrossScores", peer, (_, tag) => new HttpRequestMessage(HttpMethod.Post, $"{given}/submission").With(tag!), from: given);

        app.SetDay("2026-12-16");
        await CountAsync("SaveAppraisal", office, (time, tag) => Scores($"{sheet}/appraisal/1", time, "reason", tag));
        await CountAsync("GetAppraisal", office, (_, _) => new(HttpMethod.Get, $"{sheet}/appraisal"));
        await CountAsync("GetSheet", unit, (_, _) => new(HttpMethod.Get, sheet), ", scored by others too");
    }

    /// <summary>The standings of so many units, on another day than they have submitted, and after those of another bloc.</summary>
    public async Task PublicationAsync(int count)
    {
        string[] units = [.. Enumerable.Range(1, count).Select(unit => $"don-vi-{unit}")];
        string[] blocs = [Bloc, "khoi-6"];
        await app.HasOpenBlocsAsync(Form, blocs, units);
        foreach (var bloc in blocs)
        {
            foreach (var unit in units)
            {
                await app.HasSubmittedAsync(bloc, unit, Form, Given());
            }
        }

        app.SetDay("2026-12-22");
        using var office = app.Admin();
        foreach (var bloc in blocs)
        {
            await OnceAsync($"PublishStandings, {count} units", office, new(HttpMethod.Post, $"{Address(bloc)}/publication") { Content = Confirm(bloc) });
            await OnceAsync($"GetStandings, {count} units", office, new(HttpMethod.Get, Address(bloc)));
        }
    }

    /// <param name="what">The function.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="request">Given how often it was asked before and the tag of the last answer.</param>
    /// <param name="more">What the sheet's size does not say.</param>
    /// <param name="from">What can be done only once needs the tag that this address answers with.</param>
    private async Task CountAsync(string what, HttpClient caller, Func<int, EntityTagHeaderValue?, HttpRequestMessage> request, string more = "", string? from = null)
    {
        var tag = from is null ? null : await SendAsync(caller, new(HttpMethod.Get, from));
        for (var time = 0; time < (from is null ? 3 : 1); time++)
        {
            tag = await OnceAsync(what, caller, request(time, tag), more);
        }
    }

    private async Task<EntityTagHeaderValue?> OnceAsync(string what, HttpClient caller, HttpRequestMessage request, string more = "")
    {
        var before = app.Calls.Counts;
        var tag = await SendAsync(caller, request);
        Counts[$"{what}, {leaves} criteria{more}"] = app.Calls.Counts - before;
        return tag;
    }

    private static async Task<EntityTagHeaderValue?> SendAsync(HttpClient caller, HttpRequestMessage request)
    {
        using (request)
        using (var answer = await caller.SendAsync(request, Cancellation))
        {
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
            return answer.Headers.ETag;
        }
    }

    private HttpRequestMessage Scores(string address, int time, string? text, EntityTagHeaderValue? tag)
    {
        var scores = new JsonArray([.. Enumerable.Range(0, leaves).Select(leaf =>
        {
            var score = new JsonObject { ["criterion"] = Leaf(leaf), ["points"] = 9 - time };
            if (text is not null)
            {
                score[text] = Text;
            }

            return score;
        })]);
        var request = new HttpRequestMessage(HttpMethod.Patch, address) { Content = EmulationApp.Json(new JsonObject { ["scores"] = scores }) };
        return tag is null ? request : request.With(tag);
    }

    private static HttpRequestMessage Upload(string sheet, int time)
    {
        var file = new ByteArrayContent(SampleFiles.Pdf(2_000_000 + time)) { Headers = { ContentType = new("application/pdf") } };
        return new(HttpMethod.Post, $"{sheet}/evidence?criterion=1.1&name=bao-cao-{time}.pdf") { Content = file, Headers = { { "Idempotency-Key", $"lan-{time}" } } };
    }

    private (string Criterion, decimal Points)[] Given() => [.. Enumerable.Range(0, leaves).Select(leaf => (Leaf(leaf), 9m))];

    private static string Section(int leaf) => $"{leaf / 10 + 1}";

    private static string Leaf(int leaf) => $"{Section(leaf)}.{leaf % 10 + 1}";
}
