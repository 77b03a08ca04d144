using System.Net;
using System.Text;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace EmulationFunctions.Tests.Province.Rights;

/// <summary>
/// Every function against every kind of caller, through the front door: nobody is let in who should not be, and nobody is kept
/// out who should be let in. What a caller who is let in gets to see belongs to the functions' own tests.
/// </summary>
public sealed class RightsMatrixTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    /// <summary>What each function asks for. A new function is refused by this test until somebody has decided here.</summary>
    private static readonly Dictionary<Right, string[]> Functions = new()
    {
        [Right.Anyone] = ["Docs", "GetDisclosed", "GetHealth", "GetOpenApi", "ListDisclosed", "MovePortalClock", "Portal"],
        [Right.SignedIn] = ["GetMe"],
        [Right.Read] =
        [
            "CompareSchemes", "ExportDocument", "ExportScheme", "ExportStandings", "GetAwardRules", "GetBloc", "GetCalendarTemplate", "GetCrossScoring", "GetCycle", "GetDecision",
            "GetDossierTemplate", "GetHandover", "GetHolidays", "GetInspection", "GetLegalText", "GetPaperNumber", "GetReminderRules", "GetScheme", "GetStandings", "GetSuccession",
            "GetTargets", "GetTitles", "GetUnit", "GetUnitHistory", "ListAwardRules", "ListBaseSalaries", "ListBlocs", "ListComments", "ListCycles", "ListDecisions", "ListDocuments",
            "ListInspections", "ListLegalTexts", "ListSchemes", "ListSuccessions", "ListUnits", "PreviewScheme", "PrintDocument", "RecordPaperNumber",
        ],
        [Right.Administer] =
        [
            "AnswerComment", "AnswerLetter", "ConfirmHandover", "CopyScheme", "DecideTie", "DiscloseProposals", "DisqualifyUnit", "ErasePeople", "ExportArchive", "ExportAudit",
            "ExtendDeadline", "GetOperations", "ImportOfficers", "ImportRoster", "ImportScheme", "JoinBloc", "LeaveBloc", "LiftDisqualification", "LiftSuspension", "ListMail",
            "ListOfficers", "PublishStandings", "PutArchiveProfile", "PutAwardRules", "PutBaseSalary", "PutBloc", "PutCalendarTemplate", "PutCouncilSession", "PutCycle", "PutCycleBloc",
            "PutDecision", "PutDossierTemplate", "PutHolidays", "PutLegalText", "PutOfficer", "PutOutsideList", "PutReminderRules", "PutRotation", "PutScheme", "PutStatisticsTemplate",
            "PutUnit", "RecordCouncilVote", "RecordLetter", "RecordOutcome", "RecordReturn", "RemoveBaseSalary", "RemoveCycleBloc", "RemoveOfficer", "RetractDisclosure", "RetryMail",
            "ReturnDossier", "RevokeDecision", "RunTimer", "SetTerm", "SucceedUnit", "SuspendNomination", "TakeBackTieDecision", "VerifyAudit", "VoidCriterion", "WithdrawSuccession",
        ],
        [Right.Oversee] =
        [
            "ExportCouncilPaper", "ExportStatistics", "GetArchiveProfile", "GetCouncilSession", "GetDisclosure", "GetStatisticsTemplate", "ListCouncilSessions", "ListDisclosures",
            "ListExtensions", "ListOutsideLists", "ListSuspensions", "PrintCouncilPaper",
        ],
        [Right.WriteSheet] = ["CiteEvidence", "ExplainScores", "ImportSheet", "OpenComplaint", "PutReportPart", "RemoveCitation", "RemoveEvidence", "SaveScores", "SendReportPart", "SubmitSheet", "UploadEvidence"],
        [Right.ReadSheet] = ["DownloadEvidence", "ExportSheet", "GetActuals", "GetAppraisal", "GetCitation", "GetExtension", "GetLetterhead", "GetSheet", "ListChanges", "ListEvidence", "TraceScore"],
        [Right.ReadComplaints] = ["CheckDossier", "CheckEligibility", "GetCouncilOutcome", "GetDossier", "GetReportPart", "ListComplaints"],
        [Right.ReportResults] =
        [
            "AnswerMovement", "CloseComplaint", "CommentOnProposal", "GetContacts", "NameVoter", "NominateUnit", "PutContacts", "PutDossier", "PutLetterhead", "PutRoleModel",
            "RecordActivity", "RecordStaff", "RegisterTitles", "RemoveActivity", "RemoveRoleModel", "ReportConclusion", "ReportTarget", "SendDossier", "SetActuals", "SignPact",
            "WithdrawNomination",
        ],
        [Right.DeclareConditions] = ["DeclareCondition"],
        [Right.ReadConditions] = ["ListConditions"],
        [Right.LeadBloc] = ["AnswerComplaint", "AssignCrossScoring", "CloseAppraisalRound", "PutInspection", "ReplaceScorer", "ReturnSheet", "SetNotApplicable", "SetTargets", "WithdrawSignature"],
        [Right.ReadBloc] = ["ListBlocComplaints", "ListSheets", "ListTies", "SimulateStandings"],
        [Right.Appraise] = ["RequestRevision", "SaveAppraisal"],
        [Right.ReadBlocYear] =
        [
            "DownloadAttachment", "ExportYear", "GetBallot", "GetBlocLetterhead", "GetBlocYear", "GetMeeting", "GetMovement", "GetPact", "GetPactProgress", "GetPlan", "GetQuotas",
            "GetRegulation", "GetReport", "ListActivities", "ListAttachments", "ListBallots", "ListConclusions", "ListDossiers", "ListMeetings", "ListMovements", "ListNominations",
            "ListRegistrations", "ListReports", "ListRoleModels",
        ],
        [Right.RunBloc] =
        [
            "AdoptMinutes", "AdoptRegulation", "AdoptReport", "AnnulBallot", "AskOpinion", "CancelMeeting", "CloseBallot", "CloseConclusion", "InviteToMeeting", "ListContacts",
            "ListReportParts", "MergeReport", "OpenBallot", "PutBlocLetterhead", "PutMeeting", "PutMinutes", "PutMovement", "PutPact", "PutPlan", "PutRegulation", "PutReport",
            "RecordAttendance", "RecordConclusion", "RecordOpinion", "RecordPaperBallot", "RecordWrittenOpinion", "RequestReports", "ReturnReportPart", "SettleBallotTie", "SuggestTerm",
        ],
        [Right.ApproveForUnit] = ["ApproveReportPart"],
        [Right.TakePart] = ["RemoveAttachment", "UploadAttachment"],
        [Right.ScorePeer] = ["GetCrossScores", "SaveCrossScores", "SubmitCrossScores"],
        [Right.CastVote] = ["CastBallot"],
    };

    /// <summary>Who holds each right, for the sheet of <c>unit-a</c> in <c>bloc-1</c> in 2026, which <c>unit-head</c> leads and <c>unit-old</c> led in 2025.</summary>
    private static readonly Dictionary<Right, string[]> Holders = new()
    {
        [Right.SignedIn] = ["stranger", "unit-a", "unit-b", "unit-head", "unit-old", "reader", "council", "office"],
        [Right.Read] = ["unit-a", "unit-b", "unit-head", "unit-old", "reader", "council", "office"],
        [Right.Administer] = ["office"],
        [Right.Oversee] = ["reader", "council", "office"],
        [Right.WriteSheet] = ["unit-a"],
        [Right.ReadSheet] = ["unit-a", "unit-head", "reader", "council", "office"],
        [Right.ReadComplaints] = ["unit-a", "unit-head", "reader", "council", "office"],
        [Right.ReportResults] = ["unit-a", "unit-head", "office"],
        [Right.DeclareConditions] = ["unit-a", "unit-head", "office"],
        [Right.ReadConditions] = ["unit-a", "unit-head", "reader", "council", "office"],
        [Right.LeadBloc] = ["unit-head", "office"],
        [Right.ReadBloc] = ["unit-head", "reader", "council", "office"],
        [Right.Appraise] = ["unit-head", "office"],
        [Right.RunBloc] = ["unit-head", "office"],
        [Right.ReadBlocYear] = ["unit-a", "unit-b", "unit-head", "unit-old", "reader", "council", "office"],
        [Right.TakePart] = ["unit-a", "unit-b", "unit-head", "unit-old", "office"],
        [Right.CastVote] = ["unit-a"],
        [Right.ScorePeer] = ["unit-b"],
        [Right.ApproveForUnit] = [Leader],
    };

    /// <summary>A program of <c>unit-a</c> that signs in by itself: it may do what an officer of the unit may.</summary>
    private const string Program = "unit-a's own program";

    /// <summary>Somebody whom the office has bound to <c>unit-a</c> as one who approves for it: beside that, an officer of the unit.</summary>
    private const string Leader = "unit-a's leader";

    [Fact]
    public async Task Every_function_has_been_decided_about()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var client = app.Nobody();

        var declared = Endpoints(app).ToDictionary(Name, endpoint => endpoint.Metadata.GetMetadata<NeedsAttribute>()?.Right);
        var decided = Functions.SelectMany(right => right.Value.Select(function => (function, right.Key))).ToDictionary(pair => pair.function, pair => (Right?)pair.Key);

        Assert.Equal(decided.OrderBy(pair => pair.Key, StringComparer.Ordinal), declared.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_function_lets_in_those_who_hold_its_right_and_nobody_else()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await PrepareAsync(app);
        await app.Admin().PutAsync($"/api/units/unit-a/officers/{EmulationApp.ObjectId(Program)}", EmulationApp.Json("""{"kind":"application"}"""), Cancellation).JsonAsync();
        await app.Admin().PutAsync($"/api/units/unit-a/officers/{EmulationApp.ObjectId(Leader)}", EmulationApp.Json("""{"kind":"person","mayApprove":true}"""), Cancellation).JsonAsync();
        var callers = new Dictionary<string, HttpClient>
        {
            ["nobody"] = app.Nobody(),
            ["stranger"] = app.Client(new(EmulationApp.ObjectId("stranger"))),
            ["unit-a"] = await app.OfficerAsync("unit-a"),
            [Program] = app.Client(new(EmulationApp.ObjectId(Program)) { IsApplication = true, Roles = ["Emulation.Officer"] }),
            [Leader] = app.Client(new(EmulationApp.ObjectId(Leader))),
            ["unit-b"] = await app.OfficerAsync("unit-b"),
            ["unit-head"] = await app.OfficerAsync("unit-head"),
            ["unit-old"] = await app.OfficerAsync("unit-old"),
            ["reader"] = app.Holding(Roles.Reader),
            ["council"] = app.Holding(Roles.Council),
            ["office"] = app.Admin(),
        };
        var wrong = new List<string>();

        foreach (var endpoint in Endpoints(app))
        {
            var right = endpoint.Metadata.GetRequiredMetadata<NeedsAttribute>().Right;
            foreach (var (who, client) in callers)
            {
                using var request = new HttpRequestMessage(new(endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods[0]), Address(endpoint))
                {
                    // Nothing that anything could be made of: those who are let in are told so, and nothing changes.
                    Content = new StringContent("[]", Encoding.UTF8, endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json"),
                };
                using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);

                // An address without a bloc has no head.
                var isHead = who == "unit-head" && right is Right.ReadSheet or Right.ReportResults && !endpoint.RoutePattern.Parameters.Any(parameter => parameter.Name == "bloc");
                var expected = right == Right.Anyone || ((Holders[right].Contains(who) || Holders[right].Contains(who is Program or Leader ? "unit-a" : who)) && !isHead)
                    ? "let in"
                    : who == "nobody" ? "not signed in" : "refused";
                var actual = answer.StatusCode switch
                {
                    HttpStatusCode.Unauthorized => "not signed in",
                    HttpStatusCode.Forbidden => "refused",
                    _ => "let in",
                };
                if (expected != actual)
                {
                    wrong.Add($"{Name(endpoint)}: {who} was {actual} ({(int)answer.StatusCode}) instead of {expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_head_s_rights_end_with_the_handover()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await PrepareAsync(app);
        using var head = await app.OfficerAsync("unit-head");
        var sheets = new Uri("/api/cycles/2026/periods/nam/blocs/bloc-1/sheets", UriKind.Relative);

        app.SetDay("2027-01-20");
        using var inJanuary = await head.GetAsync(sheets, Cancellation);
        app.SetDay("2027-06-01");
        using var inJune = await head.GetAsync(sheets, Cancellation);

        Assert.Equal(HttpStatusCode.OK, inJanuary.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, inJune.StatusCode);
    }

    [Fact]
    public async Task In_January_the_office_does_not_write_the_sheets_of_a_year_that_still_runs()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await PrepareAsync(app);
        using var office = app.Admin();
        var submission = new Uri("/api/cycles/2026/periods/nam/blocs/bloc-1/sheets/unit-a/submission", UriKind.Relative);

        app.SetDay("2027-01-10");
        using var whileItRuns = await office.PostAsync(submission, null, Cancellation);
        app.SetDay("2027-06-01");
        using var whenItIsOver = await office.PostAsync(submission, null, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, whileItRuns.StatusCode);
        Assert.NotEqual(HttpStatusCode.Forbidden, whenItIsOver.StatusCode);
    }

    private static async Task PrepareAsync(EmulationApp app)
    {
        using var office = app.Admin();
        foreach (var unit in new[] { "unit-a", "unit-b", "unit-head", "unit-old" })
        {
            await office.PutAsync($"/api/units/{unit}", EmulationApp.Json($$"""
                {"name":"Sở {{unit}}","kind":"department","functions":[],"isCentrallyManaged":false,"contacts":[],"isPlaceholder":false}
                """), Cancellation).JsonAsync();
        }

        await office.PutAsync("/api/blocs/bloc-1", EmulationApp.Json("""
            {"name":"Khối 1","kind":"bloc","level":"province","statedMemberCount":null}
            """), Cancellation).JsonAsync();
        foreach (var unit in new[] { "unit-a", "unit-b", "unit-head", "unit-old" })
        {
            await office.PutAsync($"/api/blocs/bloc-1/members/{unit}/2020-01-01", EmulationApp.Json("""{"until":null,"decision":null}"""), Cancellation).JsonAsync();
        }

        foreach (var (year, head) in new[] { (2025, "unit-old"), (2026, "unit-head") })
        {
            await office.PutAsync($"/api/blocs/bloc-1/terms/{year}", EmulationApp.Json($$"""
                {"head":"{{head}}","deputy":null,"standingUnit":null,"isConcurrentPost":false,"isSuggestion":false}
                """), Cancellation).JsonAsync();
            await office.PutAsync($"/api/cycles/{year}", EmulationApp.Json("""
                {"startsOn":null,"periods":null,"stages":null,"blocs":[{"bloc":"bloc-1","scheme":null,"stages":[]}]}
                """), Cancellation).JsonAsync();
        }
    }

    private static List<RouteEndpoint> Endpoints(EmulationApp app) =>
        [.. new DescribedFunctions(app.Services).Endpoints.OfType<RouteEndpoint>()];

    private static string Name(RouteEndpoint endpoint) => endpoint.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName;

    private static string Address(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => segment.Parts[0] switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "unit" } => "unit-a",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "bloc" } => "bloc-1",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "scorer" } => "unit-b",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "year" } => "2026",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "period" } => "nam",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "officer" } => EmulationApp.ObjectId("anybody"),
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "stage" } => "self-score",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "version" or "round" } => "1",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "day" or "from" } => "2026-01-01",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart => "x",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        var other => throw new InvalidOperationException($"{other.PartKind} in a route."),
    }));
}
