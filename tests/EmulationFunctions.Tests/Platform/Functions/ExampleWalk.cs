using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Tests.Year.Sheets;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>The description's examples, sent one after the other at the right time of the year: from a bloc's first unit to its published standings, every function once or more.</summary>
internal static class ExampleWalk
{
    private const string Unit = "so-tai-chinh";
    private const string Peer = "so-xay-dung";
    private const string Head = "so-cong-thuong";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task RunAsync(EmulationApp app, ExampleCalls calls)
    {
        using var office = app.Admin();
        app.SetDay("2026-11-20");
        await SetUpAsync(calls, office);
        var (unit, peer) = (await app.OfficerAsync(Unit), await app.OfficerAsync(Peer));
        app.SetDay("2026-12-01");
        await PlanAsync(calls, office, unit, peer);
        await PromiseAsync(calls, office, unit);
        await ProposeAsync(calls, office, unit);
        await MeetAsync(app, calls, office, unit);
        await VoteAsync(calls, office, unit);
        await ReportAsync(app, calls, office, unit);
        await ScoreAsync(calls, office, unit, peer);
        app.SetDay("2026-12-12");
        await ScorePeersAsync(calls, office, peer, await app.OfficerAsync(Head));
        app.SetDay("2026-12-16");
        await AppraiseAsync(calls, office, unit);
        await ComplainAsync(calls, office, unit);
        await SucceedByMistakeAsync(calls, office);
        app.SetDay("2026-12-22");
        await PublishAsync(calls, office);
        await NominateAsync(calls, office);
        await DecideAsync(calls, office, unit);
        await EditSchemesAsync(calls, office);
        await HandOverAsync(calls, office);
        await CloseAsync(calls, office);
        foreach (var read in calls.LeftToRead.ToList())
        {
            await calls.DoneAsync(office, read);
        }

        await calls.DoneAsync(office, "ErasePeople");
    }

    private static async Task SetUpAsync(ExampleCalls calls, HttpClient office)
    {
        await calls.DoneAsync(office, "PutBloc");
        await calls.DoneAsync(office, "PutUnit");
        await calls.DoneAsync(office, "JoinBloc");
        foreach (var (other, name) in new[] { (Peer, "Sở Xây dựng"), (Head, "Sở Công Thương") })
        {
            await office.PutAsync($"/api/units/{other}", EmulationApp.Json(
                $$"""{"name":"{{name}}","kind":"department","functions":[],"isCentrallyManaged":false,"contacts":[],"isPlaceholder":false}"""), Cancellation).JsonAsync();
            await calls.DoneAsync(office, "JoinBloc", instead: ("unit", other));
        }

        await calls.DoneAsync(office, "SetTerm");
        await calls.DoneAsync(office, "PutOfficer");
        using var officers = new StringContent($"account,unit,kind\n{EmulationApp.ObjectId("a colleague")},{Unit},person\n", Encoding.UTF8, "text/csv");
        await calls.DoneAsync(office, "ImportOfficers", file: officers);
        await calls.DoneAsync(office, "PutScheme");
        var (year, _) = await calls.DoneAsync(office, "PutCycle");
        (year, _) = await calls.DoneAsync(office, "RemoveCycleBloc", year);
        await calls.DoneAsync(office, "PutCycleBloc", year);
        await calls.DoneAsync(office, "PutCalendarTemplate");
        await calls.DoneAsync(office, "PutHolidays");
        await calls.DoneAsync(office, "PutReminderRules");
        await BeginYearAsync(calls, office);
    }

    private static async Task BeginYearAsync(ExampleCalls calls, HttpClient office)
    {
        await calls.DoneAsync(office, "PutLegalText");
        await calls.DoneAsync(office, "PutPlan");
        await calls.DoneAsync(office, "PutLetterhead");
        await calls.DoneAsync(office, "PutBlocLetterhead");
        await calls.DoneAsync(office, "AdoptRegulation", (await calls.DoneAsync(office, "PutRegulation")).Tag);
    }

    private static async Task ProposeAsync(ExampleCalls calls, HttpClient office, HttpClient unit)
    {
        await calls.DoneAsync(office, "PutDossierTemplate");
        var (tag, _) = await calls.DoneAsync(unit, "PutDossier");
        var (asked, _) = await calls.DoneAsync(office, "AskOpinion");
        await calls.DoneAsync(office, "RecordOpinion", asked);
        (tag, _) = await calls.DoneAsync(unit, "SendDossier", tag);
        await calls.DoneAsync(office, "PutCouncilSession");
        await calls.DoneAsync(office, "RecordCouncilVote");
        await calls.DoneAsync(office, "RecordOutcome");
        await calls.DoneAsync(office, "ReturnDossier", tag);
    }

    private static async Task AttachAsync(ExampleCalls calls, HttpClient office)
    {
        using var file = new ByteArrayContent(SampleFiles.Pdf()) { Headers = { ContentType = new("application/octet-stream") } };
        var (_, made) = await calls.DoneAsync(office, "UploadAttachment", file: file);
        var attachment = (string)JsonNode.Parse(made)!["id"]!;
        await calls.DoneAsync(office, "DownloadAttachment", instead: ("attachment", attachment));
        await calls.DoneAsync(office, "RemoveAttachment", instead: ("attachment", attachment));
    }

    private static async Task PlanAsync(ExampleCalls calls, HttpClient office, HttpClient unit, HttpClient peer)
    {
        await calls.DoneAsync(office, "PutInspection");
        await calls.DoneAsync(office, "SetTargets");
        await calls.DoneAsync(unit, "SetActuals");
        await calls.DoneAsync(peer, "SetActuals", instead: ("unit", Peer));
        await calls.DoneAsync(office, "DeclareCondition");
        await calls.DoneAsync(unit, "RecordStaff");
        await calls.DoneAsync(office, "ExtendDeadline");
        var (tag, _) = await calls.DoneAsync(office, "SetNotApplicable");
        // The rest of the year is about a unit that everything applies to.
        using var all = new HttpRequestMessage(HttpMethod.Put, "/api/cycles/2026/periods/nam/blocs/khoi-kinh-te/sheets/so-tai-chinh/not-applicable")
        {
            Content = EmulationApp.Json("""{"criteria":[],"reason":"Ghi nhầm."}"""),
        };
        await SheetWorld.DoneAsync(office, all.With(new EntityTagHeaderValue(tag)));
    }

    private static async Task PromiseAsync(ExampleCalls calls, HttpClient office, HttpClient unit)
    {
        await calls.DoneAsync(unit, "RegisterTitles");
        await calls.DoneAsync(office, "PutPact");
        await AttachAsync(calls, office);
        await calls.DoneAsync(unit, "SignPact");
        await calls.DoneAsync(unit, "ReportTarget");
        await calls.DoneAsync(office, "WithdrawSignature");
        await calls.DoneAsync(office, "PutMovement");
        await calls.DoneAsync(unit, "AnswerMovement");
    }

    /// <summary>A meeting that is planned, held and minuted; and another one that is called off.</summary>
    private static async Task MeetAsync(EmulationApp app, ExampleCalls calls, HttpClient office, HttpClient unit)
    {
        await calls.DoneAsync(office, "PutMeeting");
        await calls.DoneAsync(office, "InviteToMeeting");
        await calls.DoneAsync(office, "PutMeeting", instead: ("meeting", "hop-bat-thuong"));
        await calls.DoneAsync(office, "CancelMeeting", instead: ("meeting", "hop-bat-thuong"));
        app.SetDay("2026-12-04");
        await calls.DoneAsync(office, "RecordAttendance");
        await calls.DoneAsync(office, "PutMinutes");
        var (tag, _) = await calls.DoneAsync(office, "RecordConclusion");
        await calls.DoneAsync(office, "AdoptMinutes", tag);
        await calls.DoneAsync(unit, "ReportConclusion");
        await calls.DoneAsync(office, "CloseConclusion");
    }

    /// <summary>An open ballot, and one on paper whose last place is settled, and which is annulled.</summary>
    private static async Task VoteAsync(ExampleCalls calls, HttpClient office, HttpClient unit)
    {
        await calls.DoneAsync(office, "OpenBallot");
        await calls.DoneAsync(unit, "NameVoter");
        await calls.DoneAsync(unit, "CastBallot");
        await calls.DoneAsync(office, "RecordWrittenOpinion", instead: ("unit", Peer));
        await calls.DoneAsync(office, "CloseBallot");
        await calls.DoneAsync(office, "RecordPaperBallot", instead: ("ballot", "phieu-giay"));
        await calls.DoneAsync(office, "SettleBallotTie", instead: ("ballot", "phieu-giay"));
        await calls.DoneAsync(office, "AnnulBallot", instead: ("ballot", "phieu-giay"));
    }

    private static async Task ReportAsync(EmulationApp app, ExampleCalls calls, HttpClient office, HttpClient unit)
    {
        var (model, _) = await calls.DoneAsync(unit, "PutRoleModel");
        var (activity, _) = await calls.DoneAsync(unit, "RecordActivity");
        await calls.DoneAsync(unit, "PutContacts");
        await calls.DoneAsync(office, "RequestReports");
        var (tag, _) = await calls.DoneAsync(unit, "PutReportPart");
        (tag, _) = await calls.DoneAsync(unit, "SendReportPart", tag);
        (tag, _) = await calls.DoneAsync(office, "ReturnReportPart", tag);
        await office.PutAsync($"/api/units/{Unit}/officers/{EmulationApp.ObjectId("a leader")}", EmulationApp.Json("""{"kind":"person","mayApprove":true}"""), Cancellation).JsonAsync();
        await calls.DoneAsync(app.Client(new(EmulationApp.ObjectId("a leader"))), "ApproveReportPart", tag);
        (tag, _) = await calls.DoneAsync(office, "MergeReport");
        (tag, _) = await calls.DoneAsync(office, "PutReport", tag);
        await calls.DoneAsync(office, "AdoptReport", tag);
        await calls.DoneAsync(unit, "RemoveRoleModel", model);
        await calls.DoneAsync(unit, "RemoveActivity", activity);
    }

    private static async Task ScoreAsync(ExampleCalls calls, HttpClient office, HttpClient unit, HttpClient peer)
    {
        var (tag, _) = await calls.DoneAsync(unit, "SaveScores", (await calls.DoneAsync(unit, "GetSheet")).Tag);
        var (_, workbook) = await calls.DoneAsync(unit, "ExportSheet");
        using var file = Workbook(workbook);
        await calls.DoneAsync(unit, "ImportSheet", file: file);

        var evidence = await UploadAsync(calls, unit, Unit);
        await calls.DoneAsync(unit, "DownloadEvidence", instead: ("evidence", evidence));
        await calls.DoneAsync(unit, "RemoveEvidence", instead: ("evidence", evidence));
        await UploadAsync(calls, unit, Unit, "nop-lan-2");
        await calls.DoneAsync(unit, "CiteEvidence");
        await calls.DoneAsync(unit, "GetCitation");
        await calls.DoneAsync(unit, "RemoveCitation");
        await calls.DoneAsync(unit, "SubmitSheet", (await calls.DoneAsync(unit, "GetSheet")).Tag);
        await calls.DoneAsync(unit, "RecordPaperNumber");
        await calls.DoneAsync(office, "ReturnSheet", (await calls.DoneAsync(unit, "GetSheet")).Tag);
        await calls.DoneAsync(unit, "SubmitSheet", (await calls.DoneAsync(unit, "GetSheet")).Tag);

        (tag, _) = await calls.DoneAsync(peer, "SaveScores", instead: ("unit", Peer));
        await UploadAsync(calls, peer, Peer);
        await calls.DoneAsync(peer, "SubmitSheet", tag, instead: ("unit", Peer));
    }

    private static async Task<string> UploadAsync(ExampleCalls calls, HttpClient caller, string unit, string key = "nop-lan-1")
    {
        using var file = new ByteArrayContent(SampleFiles.Pdf());
        file.Headers.ContentType = new("application/octet-stream");
        var (_, made) = await calls.DoneAsync(caller, "UploadEvidence", file: file, instead: [("unit", unit), ("Idempotency-Key", key)]);
        return (string)JsonNode.Parse(made)!["id"]!;
    }

    private static async Task ScorePeersAsync(ExampleCalls calls, HttpClient office, HttpClient peer, HttpClient head)
    {
        await calls.DoneAsync(office, "AssignCrossScoring");
        await calls.DoneAsync(peer, "SaveCrossScores");
        await calls.DoneAsync(peer, "GetCrossScores");
        await calls.DoneAsync(office, "ReplaceScorer");
        foreach (var scored in new[] { Unit, Peer })
        {
            var (tag, _) = await calls.DoneAsync(head, "SaveCrossScores", instead: [("scorer", Head), ("unit", scored)]);
            await calls.DoneAsync(head, "SubmitCrossScores", tag, instead: [("scorer", Head), ("unit", scored)]);
        }

        // Until they are appraised, the two have the same in everything.
        var (decided, _) = await calls.DoneAsync(office, "DecideTie");
        await calls.DoneAsync(office, "TakeBackTieDecision", decided);
    }

    private static async Task AppraiseAsync(ExampleCalls calls, HttpClient office, HttpClient unit)
    {
        await calls.DoneAsync(office, "RequestRevision", (await calls.DoneAsync(office, "GetSheet")).Tag);
        await calls.DoneAsync(unit, "SubmitSheet", (await calls.DoneAsync(unit, "GetSheet")).Tag);
        await calls.DoneAsync(office, "SaveAppraisal");
        await calls.DoneAsync(office, "CloseAppraisalRound");
        await calls.DoneAsync(unit, "ExplainScores");
    }

    private static async Task ComplainAsync(ExampleCalls calls, HttpClient office, HttpClient unit)
    {
        await calls.DoneAsync(unit, "OpenComplaint");
        await calls.DoneAsync(office, "AnswerComplaint");
        await calls.DoneAsync(unit, "CloseComplaint");
    }

    private static async Task PublishAsync(ExampleCalls calls, HttpClient office)
    {
        await calls.DoneAsync(office, "CloseAppraisalRound", instead: ("round", "2"));
        await calls.DoneAsync(office, "SimulateStandings");
        await calls.DoneAsync(office, "DisqualifyUnit");
        await calls.DoneAsync(office, "LiftDisqualification");
        await calls.DoneAsync(office, "PublishStandings");
    }

    /// <summary>A unit that is nominated, suspended and cleared; and another nomination that is withdrawn.</summary>
    private static async Task NominateAsync(ExampleCalls calls, HttpClient office)
    {
        await calls.DoneAsync(office, "PutAwardRules");
        await calls.DoneAsync(office, "PutOutsideList");
        await calls.DoneAsync(office, "NominateUnit");
        await calls.DoneAsync(office, "LiftSuspension", (await calls.DoneAsync(office, "SuspendNomination")).Tag);
        var (tag, _) = await calls.DoneAsync(office, "NominateUnit", instead: ("unit", Peer));
        await calls.DoneAsync(office, "WithdrawNomination", tag, instead: ("unit", Peer));
    }

    private static async Task EditSchemesAsync(ExampleCalls calls, HttpClient office)
    {
        await calls.DoneAsync(office, "CopyScheme");
        await calls.DoneAsync(office, "VoidCriterion");
        var (_, workbook) = await calls.DoneAsync(office, "ExportScheme");
        using var file = Workbook(workbook);
        await calls.DoneAsync(office, "ImportScheme", file: file, instead: ("scheme", "bang-diem-so-nganh-2028"));
    }

    private static async Task HandOverAsync(ExampleCalls calls, HttpClient office)
    {
        await calls.DoneAsync(office, "PutMeeting", instead: ("meeting", "tong-ket"));
        await calls.DoneAsync(office, "PutRotation");
        var (suggested, _) = await calls.DoneAsync(office, "SuggestTerm");
        await calls.DoneAsync(office, "ConfirmHandover", suggested);
        await calls.DoneAsync(office, "SucceedUnit");
    }

    /// <summary>What is proposed is shown to everybody, given, and taken back again.</summary>
    private static async Task DecideAsync(ExampleCalls calls, HttpClient office, HttpClient unit)
    {
        var (disclosed, _) = await calls.DoneAsync(office, "DiscloseProposals");
        await calls.DoneAsync(office, "GetDisclosed");
        await calls.DoneAsync(office, "AnswerComment", (await calls.DoneAsync(unit, "CommentOnProposal")).Tag);
        await calls.DoneAsync(office, "AnswerLetter", (await calls.DoneAsync(office, "RecordLetter")).Tag);
        await calls.DoneAsync(office, "RetractDisclosure", disclosed);
        await calls.DoneAsync(office, "RemoveBaseSalary", (await calls.DoneAsync(office, "PutBaseSalary")).Tag);
        var (tag, _) = await calls.DoneAsync(office, "PutDecision");
        (tag, _) = await calls.DoneAsync(office, "RevokeDecision", tag);
        await calls.DoneAsync(office, "RecordReturn", tag);
        await calls.DoneAsync(office, "PutArchiveProfile");
        await calls.DoneAsync(office, "PutStatisticsTemplate");
    }

    /// <summary>Before its day; on the day it is recorded again.</summary>
    private static async Task SucceedByMistakeAsync(ExampleCalls calls, HttpClient office)
    {
        await office.PutAsync("/api/units/so-ke-hoach-dau-tu", EmulationApp.Json(
            """{"name":"Sở Kế hoạch và Đầu tư","kind":"department","functions":[],"isCentrallyManaged":false,"contacts":[],"isPlaceholder":false}"""), Cancellation).JsonAsync();
        var (recorded, _) = await calls.DoneAsync(office, "SucceedUnit");
        await calls.DoneAsync(office, "WithdrawSuccession", recorded);
    }

    private static async Task CloseAsync(ExampleCalls calls, HttpClient office)
    {
        using var csv = new StringContent(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "tests", "emulators", "sample", "roster.csv"), Cancellation), Encoding.UTF8, "text/csv");
        await calls.DoneAsync(office, "ImportRoster", file: csv);
        await calls.DoneAsync(office, "LeaveBloc");
        await calls.DoneAsync(office, "RemoveOfficer");
        await calls.DoneAsync(office, "RunTimer");
        // No mail has been given up.
        await calls.SendAsync(office, "RetryMail").ProblemAsync(404);
    }

    private static ByteArrayContent Workbook(byte[] bytes) => new(bytes) { Headers = { ContentType = new(XlsxWriter.MediaType) } };
}
