using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Pacts;

/// <summary>A bloc's pact of a year: what its members promise, who has signed it, and how far they are.</summary>
internal sealed class PactFunctions(YearDesk desk, SchemeTable schemes, PactTable pacts, ProgressTable progress, AttachmentExists attachmentExists, HoldAttachment hold)
{
    private const string Address = $"{BlocRoutes.Year}/pact";
    private const string One = $"{Address}/signatures/{{unit}}";

    /// <summary>Writes a bloc's pact of a year.</summary>
    /// <remarks>The whole pact; the first needs no If-Match. A change of a text that somebody has signed makes another edition: the signatures are void, kept as void, and those who gave them get a mail. Days and files are no part of what is signed. A change of the text needs the ETag with all signatures that there are. Doing it again changes nothing.</remarks>
    [Function(nameof(PutPact)), Needs(Right.RunBloc), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<PactView>> PutPact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Address)] HttpRequest request,
        [AsParameters] YearOfBloc id, Body<PactBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        terms.DemandWritable(caller.IsAdmin);
        var pact = body.Value;
        var hasScheme = pact.Scheme is not { } scheme || await schemes.FindAsync(scheme.Id, scheme.Version, cancellationToken) is not null;
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var picture in pact.Pictures)
        {
            if (!await attachmentExists(id, picture.Attachment, cancellationToken))
            {
                unknown.Add(picture.Attachment);
            }
        }

        Demand(PactRules.Check(id.Year, pact, hasScheme, unknown));
        await HoldPicturesAsync(id, pact, ifMatch, caller, cancellationToken);
        var record = await pacts.PutAsync(terms, pact, ifMatch, desk.Today, caller.Acting, cancellationToken);
        return Answer(record, record.Current, terms, request.HttpContext.AnswersIn());
    }

    /// <summary>Reads a bloc's pact of a year.</summary>
    /// <remarks>With who has signed it and who has not. With ?edition= what an earlier edition said. The hash that it gives is what SignPact sends.</remarks>
    [Function(nameof(GetPact)), Needs(Right.ReadBlocYear), Answers(400, 404), GivesLanguage]
    public async Task<TaggedOk<PactView>> GetPact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Address)] HttpRequest request,
        [AsParameters] YearOfBloc id, string? edition, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        var record = await pacts.FindAsync(id, cancellationToken) ?? throw PactRules.NoPact();
        var shown = edition is null
            ? record.Current
            : record.Editions.FirstOrDefault(one => one.Edition.ToString(CultureInfo.InvariantCulture) == edition)
                ?? throw Refusal.NotFound(new("Giao ước không có bản này.", "The pact has no such edition."));
        return Answer(record, shown, terms, request.HttpContext.AnswersIn());
    }

    /// <summary>Signs a bloc's pact for a unit.</summary>
    /// <remarks>By the unit's own account; or, with paper, as the head or the office records it from the paper that was signed. Both count; a paper without a scan is pointed out. A text that nobody put down is signed on paper alone. A text that has changed since it was read is not signed, and nobody signs twice. Signed from December before the year to August, and whenever the calendar's stage is open or there is none; who joins later signs later.</remarks>
    [Function(nameof(SignPact)), Needs(Right.ReportResults), Answers(404, 409), GivesLanguage]
    public async Task<Ok<PactView>> SignPact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One)] HttpRequest request,
        [AsParameters] YearOfBloc id, string unit, Body<SignatureBody> body, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, unit, cancellationToken);
        terms.DemandWritable(caller.IsAdmin);
        var (sent, paper) = (body.Value, body.Value.Paper);
        DemandWay(caller, unit, terms.Acting, paper is not null);
        Demand(PactRules.Check(sent, id.Year, desk.Today, paper?.Scan is not { } scan || await attachmentExists(id, scan, cancellationToken)));
        // Of a paper that only says "lately" nobody knows the day: it is taken as signed when it is put down.
        var day = paper?.Day ?? desk.Today;
        PactRules.DemandMember(terms, unit, day);
        void DemandReady(PactRecord record)
        {
            PactRules.DemandRead(record, paper is not null);
            PactRules.DemandTime(terms, unit, day, record.IsAskedAgain(unit) || paper is { Day: null });
        }

        if (paper?.Scan is { } held)
        {
            // What is refused holds nothing.
            var before = await pacts.FindAsync(id, cancellationToken) ?? throw PactRules.NoPact();
            PactRules.DemandSignable(before, unit, sent.TextHash);
            DemandReady(before);
            await DemandHeldAsync(id, held, "$.paper.scan", caller, cancellationToken);
        }

        var record = await pacts.SignAsync(
            terms,
            unit,
            sent.TextHash,
            pact => new(
                unit,
                pact.Edition,
                pact.Hash,
                paper is null ? SignatureWay.Account : SignatureWay.Paper,
                paper is null ? desk.Today : paper.Day,
                paper?.DaySaid?.Trim(),
                desk.Now,
                sent.Signer?.ToPerson(),
                paper?.Scan),
            DemandReady,
            caller.Units.Contains(unit) ? caller.For(unit) : caller.Acting,
            cancellationToken);
        return TypedResults.Ok(PactView.Of(record, record.Current, terms, desk.Today, request.HttpContext.AnswersIn()));
    }

    /// <summary>Takes a unit's signature back.</summary>
    /// <remarks>For one that was recorded by mistake; what a unit signed by its own account only the office takes back. It is kept as void, and the unit gets a mail; it may sign again at any time.</remarks>
    [Function(nameof(WithdrawSignature)), Needs(Right.LeadBloc), Answers(404, 409), GivesLanguage]
    public async Task<Ok<PactView>> WithdrawSignature(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/withdrawal")] HttpRequest request,
        [AsParameters] YearOfBloc id, string unit, Body<WithdrawalBody> body, Caller caller, CancellationToken cancellationToken)
    {
        var reason = body.Value.Reason.Trim();
        if (reason.Length == 0)
        {
            throw Refusal.BadInput("$.reason", new("Cần nêu lý do.", "A reason is needed."));
        }

        var terms = await desk.FindAsync(id, cancellationToken);
        terms.DemandWritable(caller.IsAdmin);
        var record = await pacts.WithdrawAsync(id, unit, reason, caller.IsAdmin, caller.Acting, cancellationToken);
        return TypedResults.Ok(PactView.Of(record, record.Current, terms, desk.Today, request.HttpContext.AnswersIn()));
    }

    /// <summary>Reports how far a unit is with a target of the pact.</summary>
    /// <remarks>As of the day of the address (2026-06-30), in the words of the report and as a number. A report of a day that was made before is corrected with If-Match. Doing it again changes nothing.</remarks>
    [Function(nameof(ReportTarget)), Needs(Right.ReportResults), Answers(404, 409)]
    public async Task<TaggedOk<ProgressView>> ReportTarget(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{Address}/targets/{{target}}/progress/{{unit}}/{{day}}")] HttpRequest request,
        [AsParameters] ProgressId id, Body<ProgressBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        if (!DateOnly.TryParseExact(id.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw Refusal.BadInput("day", new("Phải là ngày dạng năm-tháng-ngày, ví dụ 2026-12-10.", "Must be a day such as 2026-12-10."));
        }

        var terms = await desk.FindAsync(id.InYear, cancellationToken);
        terms.DemandWritable(caller.IsAdmin);
        terms.DemandUnit(id.Unit);
        var said = body.Value.Said?.Trim() is { Length: > 0 } words ? words : null;
        var (report, pact) = await progress.PutAsync(
            id.InYear,
            new(id.Unit, id.Target, day, said, body.Value.Number, body.Value.IsReached, desk.Now),
            pact => Demand(ProgressRules.Check(id.Year, Target(pact, id.Target), day, body.Value, desk.Today)),
            ifMatch,
            caller.Units.Contains(id.Unit) ? caller.For(id.Unit) : caller.Acting,
            cancellationToken);
        return EntityTag.Ok(ProgressView.Of(report, pact.Text.Targets.FirstOrDefault(target => target.Id == id.Target)), report.Version);
    }

    /// <summary>Shows how far the units of a bloc are with its pact.</summary>
    /// <remarks>In pages of units: what each has reported, and which reports are late.</remarks>
    [Function(nameof(GetPactProgress)), Needs(Right.ReadBlocYear), Answers(400, 404)]
    public async Task<Ok<PactProgressPage>> GetPactProgress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Address}/progress")] HttpRequest request,
        [AsParameters] YearOfBloc id, Page page, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        var units = UnitPage.Of(terms, page);
        var pact = (await pacts.FindAsync(id, cancellationToken) ?? throw PactRules.NoPact()).Current;
        var reports = await progress.ReadAsync(id, units.Units, cancellationToken);
        return TypedResults.Ok(new PactProgressPage(
            TargetView.Of(pact.Text.Targets),
            pact.ReportBy,
            pact.DueBefore(desk.Today).Last,
            [.. units.Units.Select(unit => UnitProgressView.Of(unit, pact, [.. reports[unit]], terms, desk.Today))],
            units.Next));
    }

    /// <summary>What the pact names already is not taken away, and what is refused holds nothing.</summary>
    private async Task HoldPicturesAsync(YearOfBloc id, PactBody pact, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        if (pact.Pictures.Count == 0)
        {
            return;
        }

        var before = await pacts.FindAsync(id, cancellationToken);
        var added = pact.Pictures.Index().Where(one => before?.Attachments.Contains(one.Item.Attachment) is not true).ToList();
        if (added.Count > 0)
        {
            PactTable.DemandRead(before, PactHash.Of(id, pact.ToText()), ifMatch);
        }

        foreach (var (index, picture) in added)
        {
            await DemandHeldAsync(id, picture.Attachment, $"$.pictures[{index}].attachment", caller, cancellationToken);
        }
    }

    /// <exception cref="Refusal">400: it was taken away meanwhile.</exception>
    private async Task DemandHeldAsync(YearOfBloc id, string attachment, string path, Caller caller, CancellationToken cancellationToken)
    {
        if (!await hold(id, attachment, caller.Acting, cancellationToken))
        {
            throw Refusal.BadInput(path, new("Tệp vừa bị gỡ.", "The file has just been taken away."));
        }
    }

    /// <summary>A unit's account signs for the unit and for no other; what was signed on paper is recorded by those who keep the paper.</summary>
    private static void DemandWay(Caller caller, string unit, Leaders leaders, bool isPaper)
    {
        var keepsPapers = caller.IsAdmin || (leaders.Head is { } head && caller.Units.Contains(head));
        if (!isPaper && !caller.Units.Contains(unit))
        {
            throw Refusal.Rule("signs-for-another", new(
                "Không thể ký thay đơn vị khác; hãy ghi nhận chữ ký trên bản giấy, kèm bản chụp nếu có (paper).", "Nobody signs for another unit; record its signature on paper, with the scan where there is one (paper)."));
        }

        if (isPaper && !keepsPapers)
        {
            throw Refusal.Rule("paper-kept-by-head", new(
                "Chữ ký trên bản giấy do Khối trưởng hoặc cơ quan thường trực ghi nhận; hãy ký bằng tài khoản của đơn vị.",
                "A signature on paper is recorded by the bloc's head or the office; sign by the unit's account."));
        }
    }

    private static PactTarget Target(Pact pact, string target) => pact.Text.Targets.FirstOrDefault(one => one.Id == target)
        ?? throw Refusal.NotFound(new("Giao ước không có chỉ tiêu này.", "The pact has no such target."));

    private TaggedOk<PactView> Answer(PactRecord record, Pact shown, YearTerms terms, Language language) =>
        EntityTag.Ok(PactView.Of(record, shown, terms, desk.Today, language), record.Version);

    private static void Demand(IReadOnlyList<Fault> faults)
    {
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }
    }
}
