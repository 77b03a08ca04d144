using System.Globalization;
using EmulationFunctions.Tests;

namespace EmulationFunctions.Benchmarks;

/// <summary>How often something happens in a year, and what all of it takes.</summary>
internal sealed record YearLine(string What, double Times, YearUse Use);

/// <summary>
/// What a province's year takes, without walking through it: how often each thing happens (<see cref="YearPlan"/>), times the calls that docs/storage-calls.md has for it, times the rows
/// and bytes that the same thing took in a bloc of few units. What depends on the size of the province is taken as growing in proportion.
/// </summary>
/// <param name="page">docs/storage-calls.md.</param>
/// <param name="tried">A small bloc's walk, with the same schemes.</param>
/// <param name="small">Its plan.</param>
internal sealed class YearModel(Dictionary<string, StorageCallCounts> page, IReadOnlyDictionary<string, (int Times, YearUse Use)> tried, YearPlan small)
{
    public IReadOnlyList<YearLine> Of(YearPlan plan) => [.. People(plan), .. Timers(plan)];

    /// <summary>Immutability of evidence, which the emulator does not know: each file waits on a list, the hourly timer reads a sheet as long as one of its files waits, then makes it immutable.</summary>
    /// <param name="days">From the upload to the submission.</param>
    /// <param name="plan">Whose files.</param>
    public static YearLine Sealing(YearPlan plan, int days)
    {
        double files = plan.Sheets * YearPlan.Files;
        return new("evidence made immutable (not in the check)", files, new(files * 2 + (double)plan.Sheets * days * plan.Advances, files, 0, 0, 0, 0));
    }

    private IEnumerable<YearLine> People(YearPlan plan)
    {
        var (sheets, blocs, returned) = (plan.Sheets, plan.Blocs, plan.Returned);
        var pairs = sheets * YearPlan.Peers;
        var looks = sheets * (YearPlan.Looks + YearPlan.WorkDays + 1);
        var (growsWithBloc, growsWithProvince) = ((double)plan.Units / small.Units, (double)sheets / small.Sheets);
        string Sized(string what) => $"{what}, {plan.Leaves} criteria";
        return
        [
            Line("PutScheme", 1),
            Line("ImportRoster", 1, "ImportRoster", growsWithProvince),
            Line("ImportOfficers", 1, "ImportOfficers", growsWithProvince),
            Line("GetCycle", 1),
            Line("PutCycle", 1, "PutCycle", (double)blocs / small.Blocs),
            Line("GetMe", looks + sheets * 2, $"{Sized("GetMe")}, a unit's officer"),
            // Whoever looks at the sheet has looked at GetMe before, which makes what both rest on known.
            Line("GetSheet", looks + returned, Sized("GetSheet")),
            Line("SaveScores", (double)sheets * plan.Saves + returned, $"SaveScores, {YearPlan.LeavesInSave} criteria, explanations of {YearPlan.Explained} characters"),
            Line("UploadEvidence", sheets * YearPlan.Files, $"{Sized("UploadEvidence")}, a file of 2 MB"),
            Line("SubmitSheet", sheets + returned, Sized("SubmitSheet")),
            Line("ReturnSheet", returned),
            Line("ListSheets", blocs, "ListSheets", growsWithBloc),
            Line("AssignCrossScoring", blocs, "AssignCrossScoring", growsWithBloc),
            Line("GetCrossScoring", sheets, $"{Sized("GetCrossScoring")}, a unit's officer", growsWithBloc),
            Line("GetCrossScores", pairs, Sized("GetCrossScores")),
            Line("SaveCrossScores", pairs, Sized("SaveCrossScores")),
            Line("SubmitCrossScores", pairs, Sized("SubmitCrossScores")),
            Line("GetAppraisal", sheets, Sized("GetAppraisal")),
            Line("SaveAppraisal", sheets, $"SaveAppraisal, {YearPlan.LeavesInSave} criteria"),
            Line("CloseAppraisalRound", blocs, "CloseAppraisalRound", growsWithBloc),
            Grown("PublishStandings", blocs, Between(plan.Units, $"PublishStandings, 5 units, {plan.Leaves} criteria", 5, $"PublishStandings, 20 units, {plan.Leaves} criteria", 20), growsWithBloc),
            Line("GetStandings", sheets, "GetStandings", growsWithBloc),
            Line("ExportStandings", blocs, "ExportStandings", growsWithBloc),
            Timer("GetOperations", YearPlan.Weeks - 2, Linear(plan, "GetOperations", "") * (YearPlan.Weeks - 2), default),
            new("marks of what is written on a day", plan.PartitionDays, new(plan.PartitionDays, 0, 0, 0, 0, 0)),
        ];
    }

    private IEnumerable<YearLine> Timers(YearPlan plan)
    {
        var deliveries = (double)plan.Deliveries * YearPlan.Days;
        var season = YearPlan.Days - new DateOnly(YearPlan.Year, 11, 14).DayOfYear;
        var mails = (double)plan.Mails / small.Mails;
        var idle = Linear(plan, "DeliverMail", "");
        var digests = Linear(plan, "DeliverMail", ", mails to send") - idle;
        var notice = Linear(plan, "DeliverMail", ", a notice to send") - idle;
        return
        [
            Timer("StartAnnualCycle", YearPlan.Days, Linear(plan, "StartAnnualCycle", "") * YearPlan.Days, default),
            Timer("AdvanceStages", YearPlan.Days * plan.Advances, Linear(plan, "AdvanceStages", "") * (YearPlan.Days * plan.Advances), Kept("AdvanceStages") * ((double)plan.Blocs / small.Blocs)),
            Timer(
                "SendReminders",
                YearPlan.Days * 2,
                Linear(plan, "SendReminders", ", before self-scoring") * ((YearPlan.Days - season) * 2) + Linear(plan, "SendReminders", "") * season + Linear(plan, "SendReminders", ", mails to make") * season,
                Kept("SendReminders") * mails),
            Timer("DeliverMail", deliveries, idle * deliveries + digests * YearPlan.Digests + notice * (plan.Mails - plan.Sheets * YearPlan.Digests), Kept("DeliverMail") * mails),
            Nightly("SealAudit", plan),
            Nightly("BackUpTables", plan),
        ];
    }

    private YearLine Line(string what, double times, string? row = null, double grows = 1) => Grown(what, times, Calls(page[row ?? what]), grows);

    private YearLine Grown(string what, double times, YearUse calls, double grows)
    {
        var (count, use) = tried[what];
        var each = use * (grows / count);
        return new(what, times, each with { Tables = calls.Tables, Blobs = calls.Blobs } * times);
    }

    /// <summary>Between two sizes that are on the page.</summary>
    private YearUse Between(int units, string fewer, int few, string more, int many)
    {
        var (less, greater) = (Calls(page[fewer]), Calls(page[more]));
        return less + (greater - less) * ((double)(units - few) / (many - few));
    }

    private YearLine Timer(string timer, double times, YearUse calls, YearUse kept)
    {
        var all = All(timer);
        return new(timer, times, kept with { Tables = calls.Tables, Blobs = calls.Blobs, Moved = all.Moved / all.Calls * calls.Calls });
    }

    /// <summary>Each night a little, and something for each partition that was changed on the day before.</summary>
    private YearLine Nightly(string timer, YearPlan plan)
    {
        const string Changed = ", each unit's sheet and the officers changed";
        var each = (Calls(page[Name(timer, 1, 4, Changed)]) - Calls(page[Name(timer, 1, 2, Changed)])) * 0.5;
        var night = Calls(page[Name(timer, 1, 2, ", nothing changed")]);
        var (idle, work) = (tried[timer], tried[timer + YearWalk.WithWork]);
        var (keptIdle, keptWork) = (idle.Use * (1.0 / idle.Times), work.Use);
        var kept = keptIdle * YearPlan.Days + (keptWork - keptIdle * work.Times) * ((double)plan.Changed / small.Changed);
        var calls = night * YearPlan.Days + each * plan.PartitionDays;
        return new(timer, YearPlan.Days, kept with { Tables = calls.Tables, Blobs = calls.Blobs });
    }

    /// <summary>What a run takes in a province of this size, from the three sizes on the page.</summary>
    private YearUse Linear(YearPlan plan, string timer, string more)
    {
        var (one, wide, two) = (Calls(page[Name(timer, 1, 2, more)]), Calls(page[Name(timer, 1, 4, more)]), Calls(page[Name(timer, 2, 2, more)]));
        var unit = (wide - one) * 0.5;
        var bloc = two - one - unit * 2;
        return one + bloc * (plan.Blocs - 1) + unit * (plan.Sheets - 2);
    }

    private YearUse Kept(string timer) => All(timer);

    private YearUse All(string timer) =>
        tried.Where(step => step.Key.Split(',')[0] == timer).Aggregate(default(YearUse), (sum, step) => sum + step.Value.Use);

    private static string Name(string timer, int blocs, int units, string more) => string.Create(CultureInfo.InvariantCulture, $"{timer}, {blocs} × {units} units{more}");

    /// <summary>Without marks, which are told apart.</summary>
    private static YearUse Calls(StorageCallCounts counts) => new(counts.Tables, counts.Blobs, 0, 0, 0, 0);
}
