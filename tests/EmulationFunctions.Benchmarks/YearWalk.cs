using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EmulationFunctions.Common;
using EmulationFunctions.Emulators;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Benchmarks;

/// <summary>A year as its people and timers go through it, by the public functions only.</summary>
/// <param name="plan">Who does how much.</param>
/// <param name="program">What they do it with.</param>
/// <param name="measuresEach">Whether what is kept is looked at after every step; otherwise only its calls and what it moves are told.</param>
internal sealed class YearWalk(YearPlan plan, YearProgram program, bool measuresEach)
{
    public const string WithWork = ", something to do";

    private static readonly string Explanation = string.Concat(Enumerable.Repeat("Hoàn thành mười hai trên mười hai chỉ tiêu được giao. ", 4))[..YearPlan.Explained];

    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private (long Rows, long RowBytes, long BlobBytes) _kept;

    /// <summary>How often each step was taken, and what it took in all.</summary>
    public SortedDictionary<string, (int Times, YearUse Use)> Steps { get; } = new(StringComparer.Ordinal);

    private IEnumerable<string> Blocs => Enumerable.Range(1, plan.Blocs).Select(bloc => $"khoi-{bloc}");

    private IEnumerable<Sheet> Sheets => Blocs.SelectMany(bloc => Enumerable.Range(1, plan.Units).Select(unit => new Sheet(bloc, $"{bloc}-don-vi-{unit}")));

    /// <param name="isLookedAt">Days on which nobody does anything and that are left out here do not count.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Func<DateOnly, bool> isLookedAt, CancellationToken cancellationToken)
    {
        var progress = new Progress($"days of {plan}", YearPlan.Days);
        _kept = await program.Storage.KeptAsync(cancellationToken);
        for (var day = new DateOnly(YearPlan.Year, 1, 1); day.Year == YearPlan.Year; day = day.AddDays(1))
        {
            progress.Step();
            if (isLookedAt(day))
            {
                await NightAsync(day, cancellationToken);
                await PeopleAsync(day, cancellationToken);
                await EveningAsync(day, cancellationToken);
            }
        }
    }

    /// <summary>Days on which people do something.</summary>
    public static bool IsBusy(DateOnly day) => (day.Month, day.Day) is (1, 2) or (11, 20) or (12, 4) or (12, 9) or (12, 10) or (12, 12) or (12, 14) or (12, 17) or (12, 19) or (12, 22) or (12, 23)
        || day is { Day: 15, Month: <= YearPlan.Looks };

    private async Task NightAsync(DateOnly day, CancellationToken cancellationToken)
    {
        Set(day, 0, 5);
        await TimerAsync("StartAnnualCycle", "", cancellationToken);
        await RepeatAsync(plan.Advances / 2, "AdvanceStages", day, 0, cancellationToken);
        // What was written on the day before is sealed and kept now.
        var past = day.AddDays(-1);
        var more = IsBusy(past) ? WithWork : "";
        Set(day, 7, 40);
        await TimerAsync("SealAudit", more, cancellationToken);
        Set(day, 8, 0);
        await TimerAsync("SendReminders", IsSeason(day) ? ", first of a day" : ", before self-scoring", cancellationToken);
        Set(day, 8, 10);
        await TimerAsync("BackUpTables", more, cancellationToken);
        await RepeatAsync(plan.Deliveries / 2, "DeliverMail", day, 8, cancellationToken);
    }

    private async Task EveningAsync(DateOnly day, CancellationToken cancellationToken)
    {
        Set(day, 13, 0);
        await TimerAsync("SendReminders", IsSeason(day) ? "" : ", before self-scoring", cancellationToken);
        await RepeatAsync(plan.Advances - plan.Advances / 2, "AdvanceStages", day, 14, cancellationToken);
        await RepeatAsync(plan.Deliveries - plan.Deliveries / 2, "DeliverMail", day, 15, cancellationToken);
    }

    private async Task RepeatAsync(int times, string timer, DateOnly day, int hour, CancellationToken cancellationToken)
    {
        for (var time = 0; time < times; time++)
        {
            Set(day, hour, 11 + time % 48);
            var mails = program.Mails;
            await TimerAsync(timer, "", cancellationToken);
            if (program.Mails > mails)
            {
                Rename(timer, WithWork);
            }
        }
    }

    private static bool IsSeason(DateOnly day) => day >= new DateOnly(YearPlan.Year, 11, 15);

    private Task PeopleAsync(DateOnly day, CancellationToken cancellationToken)
    {
        Set(day, 9, 0);
        return (day.Month, day.Day) switch
        {
            (1, 2) => SetUpAsync(cancellationToken),
            (11, 20) => EachAsync((sheet, stop) => WorkAsync(sheet, 0, stop), cancellationToken),
            (12, 4) => EachAsync((sheet, stop) => WorkAsync(sheet, 1, stop), cancellationToken),
            (12, 9) => SubmitAsync(cancellationToken),
            (12, 10) => ReturnAsync(cancellationToken),
            (12, 12) => EachBlocAsync((bloc, stop) => OfficeAsync("AssignCrossScoring", HttpMethod.Post, $"{Path(bloc)}/cross-scoring", "{}", stop), cancellationToken),
            (12, 14) => EachAsync(ScorePeersAsync, cancellationToken),
            (12, 17) => EachAsync(AppraiseAsync, cancellationToken),
            (12, 19) => EachBlocAsync((bloc, stop) => OfficeAsync("CloseAppraisalRound", HttpMethod.Post, $"{Path(bloc)}/appraisal/rounds/1/closing", "{}", stop), cancellationToken),
            (12, 22) => EachBlocAsync((bloc, stop) => OfficeAsync("PublishStandings", HttpMethod.Post, $"{Path(bloc)}/standings/publication", $$"""{"confirmation":"{{bloc}}","leftOut":[]}""", stop), cancellationToken),
            (12, 23) => LookAtStandingsAsync(cancellationToken),
            ( <= YearPlan.Looks, 15) => EachAsync(LookAsync, cancellationToken),
            _ => day.DayOfWeek == DayOfWeek.Monday ? OfficeAsync("GetOperations", HttpMethod.Get, "/api/admin/operations", null, cancellationToken) : Task.CompletedTask,
        };
    }

    private async Task SetUpAsync(CancellationToken cancellationToken)
    {
        var scheme = Form.Of(plan.Leaves) with
        {
            CrossScoring = new(YearPlan.Peers, PeerAverage.Mean, new Percent(5000)),
            Appraisal = new(Rounds: 1),
        };
        await OfficeAsync("PutScheme", HttpMethod.Put, "/api/schemes/bang-diem", scheme.ToJson(), cancellationToken);
        var roster = new StringBuilder("unit,name,kind,contacts,bloc,blocName,from,roles\n");
        var officers = new StringBuilder("account,unit,kind\n");
        foreach (var (bloc, unit) in Sheets)
        {
            var role = unit.EndsWith("-don-vi-1", StringComparison.Ordinal) ? $"{YearPlan.Year} head" : "";
            roster.Append(CultureInfo.InvariantCulture, $"{unit},Đơn vị {unit},department,{unit}@tinh.example,{bloc},Khối {bloc},2015-01-01,{role}\n");
            officers.Append(CultureInfo.InvariantCulture, $"{LocalMachine.ObjectId(unit)},{unit},person\n");
        }

        await OfficeAsync("ImportRoster", HttpMethod.Post, "/api/roster/import", roster.ToString(), cancellationToken, "text/csv");
        await OfficeAsync("ImportOfficers", HttpMethod.Post, "/api/officers/import", officers.ToString(), cancellationToken, "text/csv");
        var cycle = new JsonObject
        {
            ["startsOn"] = null,
            ["periods"] = null,
            ["stages"] = null,
            ["blocs"] = new JsonArray([.. Blocs.Select(bloc => new JsonObject { ["bloc"] = bloc, ["scheme"] = new JsonObject { ["id"] = "bang-diem", ["version"] = 1 }, ["stages"] = new JsonArray() })]),
        };
        // The timer has opened it.
        var tag = (await OfficeAsync("GetCycle", HttpMethod.Get, $"/api/cycles/{YearPlan.Year}", null, cancellationToken)).Tag;
        await MeasureAsync("PutCycle", () => program.Api.SendAsync(HttpMethod.Put, $"/api/cycles/{YearPlan.Year}", program.Office, cycle.ToJsonString(), tag, cancellationToken), cancellationToken);
    }

    private async Task<EntityTagHeaderValue?> LookAsync(Sheet sheet, CancellationToken cancellationToken)
    {
        await UnitAsync(sheet.Unit, "GetMe", HttpMethod.Get, "/api/me", null, null, cancellationToken);
        return (await UnitAsync(sheet.Unit, "GetSheet", HttpMethod.Get, Path(sheet), null, null, cancellationToken)).Tag;
    }

    private async Task WorkAsync(Sheet sheet, int workDay, CancellationToken cancellationToken)
    {
        var tag = await LookAsync(sheet, cancellationToken);
        var saves = plan.Saves / YearPlan.WorkDays;
        for (var save = workDay * saves; save < (workDay + 1) * saves; save++)
        {
            var first = save * YearPlan.LeavesInSave % plan.Leaves;
            tag = (await UnitAsync(sheet.Unit, "SaveScores", HttpMethod.Patch, $"{Path(sheet)}/scores", Scores(first, YearPlan.LeavesInSave, 9 - workDay, "explanation"), save == 0 ? null : tag, cancellationToken)).Tag;
        }

        for (var file = 0; file < YearPlan.Files / YearPlan.WorkDays; file++)
        {
            var criterion = Form.Leaf((workDay * YearPlan.Files + file) % plan.Leaves);
            var name = $"{sheet.Unit}-{workDay}-{file}";
            await MeasureAsync("UploadEvidence", () => UploadAsync(sheet, criterion, name, cancellationToken), cancellationToken);
        }
    }

    private async Task<Answer> UploadAsync(Sheet sheet, string criterion, string name, CancellationToken cancellationToken)
    {
        using var request = Api.Request(HttpMethod.Post, $"{Path(sheet)}/evidence?criterion={criterion}&name={name}.pdf", Token(sheet.Unit), null, null);
        request.Headers.Add("Idempotency-Key", name);
        var pdf = $"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n%{name}\n%{new string('x', YearPlan.FileBytes)}\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
        request.Content = new ByteArrayContent(Encoding.ASCII.GetBytes(pdf)) { Headers = { ContentType = new("application/pdf") } };
        using var response = await program.Api.Send(request, cancellationToken);
        return response.IsSuccessStatusCode ? new((int)response.StatusCode, "", response.Headers.ETag)
            : throw new InvalidOperationException($"The upload was answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
    }

    private async Task SubmitAsync(CancellationToken cancellationToken)
    {
        await EachAsync(SubmitAsync, cancellationToken);
        await EachBlocAsync((bloc, stop) => OfficeAsync("ListSheets", HttpMethod.Get, $"{Path(bloc)}/sheets", null, stop), cancellationToken);
    }

    private async Task SubmitAsync(Sheet sheet, CancellationToken cancellationToken) =>
        await UnitAsync(sheet.Unit, "SubmitSheet", HttpMethod.Post, $"{Path(sheet)}/submission", null, await LookAsync(sheet, cancellationToken), cancellationToken);

    private async Task ReturnAsync(CancellationToken cancellationToken)
    {
        foreach (var sheet in Sheets.Where((_, index) => index % YearPlan.ReturnedOf == 0))
        {
            var tag = (await MeasureAsync("GetSheet", () => program.Api.SendAsync(HttpMethod.Get, Path(sheet), program.Office, null, null, cancellationToken), cancellationToken)).Tag;
            tag = (await MeasureAsync("ReturnSheet", () => program.Api.SendAsync(HttpMethod.Post, $"{Path(sheet)}/return", program.Office, """{"reason":"Đề nghị bổ sung minh chứng."}""", tag, cancellationToken), cancellationToken)).Tag;
            tag = (await UnitAsync(sheet.Unit, "SaveScores", HttpMethod.Patch, $"{Path(sheet)}/scores", Scores(0, YearPlan.LeavesInSave, 7, "explanation"), tag, cancellationToken)).Tag;
            await UnitAsync(sheet.Unit, "SubmitSheet", HttpMethod.Post, $"{Path(sheet)}/submission", null, tag, cancellationToken);
        }
    }

    private async Task ScorePeersAsync(Sheet sheet, CancellationToken cancellationToken)
    {
        await UnitAsync(sheet.Unit, "GetMe", HttpMethod.Get, "/api/me", null, null, cancellationToken);
        var panel = JsonNode.Parse((await UnitAsync(sheet.Unit, "GetCrossScoring", HttpMethod.Get, $"{Path(sheet.Bloc)}/cross-scoring?pageSize=100", null, null, cancellationToken)).Body)!;
        foreach (var scored in panel["pairs"]!.AsArray().Where(pair => (string)pair!["scorer"]! == sheet.Unit).Select(pair => (string)pair!["unit"]!).ToList())
        {
            var given = $"{Path(sheet.Bloc)}/cross-scoring/{sheet.Unit}/sheets/{scored}";
            await UnitAsync(sheet.Unit, "GetCrossScores", HttpMethod.Get, given, null, null, cancellationToken);
            var tag = (await UnitAsync(sheet.Unit, "SaveCrossScores", HttpMethod.Patch, given, Scores(0, plan.Leaves, 8, null), null, cancellationToken)).Tag;
            await UnitAsync(sheet.Unit, "SubmitCrossScores", HttpMethod.Post, $"{given}/submission", null, tag, cancellationToken);
        }
    }

    private async Task AppraiseAsync(Sheet sheet, CancellationToken cancellationToken)
    {
        await OfficeAsync("GetAppraisal", HttpMethod.Get, $"{Path(sheet)}/appraisal", null, cancellationToken);
        await OfficeAsync("SaveAppraisal", HttpMethod.Patch, $"{Path(sheet)}/appraisal/1", Scores(0, YearPlan.LeavesInSave, 8, "reason"), cancellationToken);
    }

    private async Task LookAtStandingsAsync(CancellationToken cancellationToken)
    {
        await EachAsync(async (sheet, stop) =>
        {
            await UnitAsync(sheet.Unit, "GetMe", HttpMethod.Get, "/api/me", null, null, stop);
            await UnitAsync(sheet.Unit, "GetStandings", HttpMethod.Get, $"{Path(sheet.Bloc)}/standings", null, null, stop);
        }, cancellationToken);
        await EachBlocAsync((bloc, stop) => OfficeAsync("ExportStandings", HttpMethod.Get, $"{Path(bloc)}/standings/export", null, stop), cancellationToken);
    }

    private async Task EachAsync(Func<Sheet, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        foreach (var sheet in Sheets)
        {
            await act(sheet, cancellationToken);
        }
    }

    private async Task EachBlocAsync(Func<string, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        foreach (var bloc in Blocs)
        {
            await act(bloc, cancellationToken);
        }
    }

    private Task<Answer> OfficeAsync(string what, HttpMethod method, string path, string? body, CancellationToken cancellationToken, string type = "application/json") =>
        MeasureAsync(what, () => program.Api.SendAsync(method, path, program.Office, body, null, cancellationToken, type), cancellationToken);

    private Task<Answer> UnitAsync(string unit, string what, HttpMethod method, string path, string? body, EntityTagHeaderValue? tag, CancellationToken cancellationToken) =>
        MeasureAsync(what, () => program.Api.SendAsync(method, path, Token(unit), body, tag, cancellationToken), cancellationToken);

    private Task TimerAsync(string timer, string more, CancellationToken cancellationToken) => MeasureAsync(timer + more, async () =>
    {
        await program.RunTimerAsync(timer, cancellationToken);
        return 0;
    }, cancellationToken);

    private async Task<T> MeasureAsync<T>(string what, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var before = YearUse.Of(program.Calls, _kept);
        var result = await work();
        _kept = measuresEach ? await program.Storage.KeptAsync(cancellationToken) : _kept;
        _last = YearUse.Of(program.Calls, _kept) - before;
        var (times, use) = Steps.GetValueOrDefault(what);
        Steps[what] = (times + 1, use + _last);
        return result;
    }

    /// <summary>The last step turned out to be of another kind.</summary>
    private void Rename(string what, string more)
    {
        var (times, use) = Steps[what];
        Steps[what] = (times - 1, use - _last);
        (times, use) = Steps.GetValueOrDefault(what + more);
        Steps[what + more] = (times + 1, use + _last);
    }

    private YearUse _last;

    private string Token(string unit) => _tokens.TryGetValue(unit, out var known) ? known : _tokens[unit] = program.Unit(unit);

    private void Set(DateOnly day, int hour, int minute) => program.Clock.Now = new(day, new(hour, minute), TimeSpan.FromHours(7));

    private static string Path(string bloc) => $"/api/cycles/{YearPlan.Year}/periods/nam/blocs/{bloc}";

    private static string Path(Sheet sheet) => $"{Path(sheet.Bloc)}/sheets/{sheet.Unit}";

    private static string Scores(int first, int count, int points, string? text) => new JsonObject
    {
        ["scores"] = new JsonArray([.. Enumerable.Range(first, count).Select(leaf =>
        {
            var score = new JsonObject { ["criterion"] = Form.Leaf(leaf), ["points"] = points };
            if (text is not null)
            {
                score[text] = Explanation;
            }

            return score;
        })]),
    }.ToJsonString();

    private sealed record Sheet(string Bloc, string Unit);
}
