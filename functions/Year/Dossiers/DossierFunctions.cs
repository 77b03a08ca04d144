using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Dossiers;

/// <summary>Dossiers by which units are proposed for awards.</summary>
internal sealed class DossierFunctions(DossierDesk desk, YearDesk years, DossierTable dossiers)
{
    public const string Dossiers = $"{BlocRoutes.Year}/dossiers";
    public const string One = $"{Dossiers}/{{award}}/{{unit}}";

    /// <summary>Opens a dossier for a unit and an award, or writes what is in it.</summary>
    /// <remarks>
    /// All that is in it so far; what is not there yet stays away and is named by CheckDossier. The first needs no If-Match: it is opened under the award rules and the office's
    /// template of that day and keeps them; an award that is not for the unit, or a unit that ended, is refused as with NominateUnit (409 award-not-for-unit, unit-ended). Where the bloc held a ballot about the award in which the unit could be voted for, the result of the vote is taken from it: it may be left away, and one that is typed and differs
    /// is refused with its place. The files that it names must be the bloc's or the unit's among the bloc's attachments, and are not removed while it names them. What was sent changes again once
    /// the office has returned it. Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(PutDossier)), Needs(Right.ReportResults), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<DossierView>> PutDossier(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        [AsParameters] DossierId id, Body<DossierBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindTermsAsync(id, cancellationToken);
        var content = body.Value.ToContent();
        var before = await dossiers.FindAsync(id, cancellationToken);
        var (opened, outline) = before is null
            ? await desk.OpenAsync(id, terms, cancellationToken)
            : (before.Dossier, (await desk.TemplateOfAsync(before.Dossier, cancellationToken)).Of(id.Award));
        var faults = DossierRules.Check(content, outline, desk.Today);
        faults.AddRange(await desk.LackingAsync(id, content, cancellationToken));
        var ballot = await desk.BallotAsync(id, cancellationToken);
        if (ballot is not null && content.Minutes?.Vote is { } typed)
        {
            faults.AddRange(VoteResult.Differing(typed, ballot));
            // Of what the ballot says no copy is kept, which would outlive it.
            content = content with { Minutes = content.Minutes with { Vote = null } };
        }

        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        if (before is null)
        {
            await desk.FreezeAsync(opened, cancellationToken);
        }

        await desk.HoldAsync(id.BlocYear, content, before?.Dossier.Content, caller.Acting, cancellationToken);
        var put = await dossiers.PutAsync(id, content, () => opened, ifMatch, caller.Acting, cancellationToken);
        return Answer(request, await desk.SeeAsync(id, terms, put, cancellationToken));
    }

    /// <summary>Shows a dossier with its opinions and deadlines.</summary>
    /// <remarks>To the unit, the bloc's leaders, the office, the council and readers.</remarks>
    [Function(nameof(GetDossier)), Needs(Right.ReadComplaints), Answers(400, 404), GivesLanguage]
    public async Task<TaggedOk<DossierView>> GetDossier(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request, [AsParameters] DossierId id, CancellationToken cancellationToken) =>
        Answer(request, await desk.FindAsync(id, cancellationToken));

    /// <summary>Lists the dossiers of a bloc's year.</summary>
    /// <remarks>In pages, by award and unit, without what is in them.</remarks>
    [Function(nameof(ListDossiers)), Needs(Right.ReadBlocYear), Answers(400, 404)]
    public async Task<Ok<DossierPage>> ListDossiers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Dossiers)] HttpRequest request, [AsParameters] YearOfBloc id, Page page, CancellationToken cancellationToken)
    {
        (string, string)? after = page.Continuation?.Split('.') switch
        {
            null => null,
            [var award, var unit] when Slug.IsValid(award) && Slug.IsValid(unit) => (award, unit),
            _ => throw Page.BadContinuation(),
        };
        var terms = await years.FindAsync(id, cancellationToken);
        var (found, isMore) = await dossiers.ListAsync(id, after, page.Size, cancellationToken);
        return TypedResults.Ok(new DossierPage([.. found.Select(one => DossierSummary.Of(one, terms.Names))], isMore ? $"{found[^1].Award}.{found[^1].Unit}" : null));
    }

    /// <summary>Says what a dossier lacks.</summary>
    /// <remarks>Each gap with its place in what GetDossier answers, by the outline under which the dossier was opened; and warnings, which stand in the way of nothing.</remarks>
    [Function(nameof(CheckDossier)), Needs(Right.ReadComplaints), Answers(400, 404), GivesLanguage]
    public async Task<Ok<DossierCheckView>> CheckDossier(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{One}/check")] HttpRequest request, [AsParameters] DossierId id, CancellationToken cancellationToken) =>
        TypedResults.Ok(DossierCheckView.Of((await desk.FindAsync(id, cancellationToken)).Check(), request.HttpContext.AnswersIn()));

    /// <summary>Writes down that a dossier was sent to the office, or by the office to the Ministry.</summary>
    /// <remarks>Only a whole one: what is missing is named. The unit and the bloc's head send it today; the office may write down an earlier day, of a paper that it received. A missed deadline stands in the way of nothing and stays to be seen. Doing it again changes nothing.</remarks>
    [Function(nameof(SendDossier)), Needs(Right.ReportResults), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<DossierView>> SendDossier(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/sending")] HttpRequest request,
        [AsParameters] DossierId id, Body<SendingBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var (to, on) = body.Value;
        if (to == DossierStop.Ministry && !caller.IsAdmin)
        {
            throw Refusal.Forbidden(RightWords.Holders(Right.Administer));
        }

        var sight = await desk.FindAsync(id, cancellationToken);
        if (DossierCheck.SentTo(sight.Dossier, to) != on)
        {
            DemandSendingDay(sight.Dossier, to, on, caller.IsAdmin);
        }

        var sent = await dossiers.SendAsync(
            id,
            to,
            on,
            record =>
            {
                if (to == DossierStop.Ministry ? record.Dossier.SentToOffice is null : record.Dossier.IsSent)
                {
                    throw to == DossierStop.Ministry
                        ? Refusal.Rule("dossier-not-sent", new("Hồ sơ chưa nộp cho cơ quan thường trực.", "The office does not have the dossier."))
                        : Refusal.Rule("dossier-sent", new("Hồ sơ đã nộp.", "The dossier was sent already."));
                }

                DossierSending.DemandWhole((sight with { Record = record }).Check());
            },
            ifMatch,
            caller.Acting,
            cancellationToken);
        return Answer(request, sight with { Record = sent });
    }

    /// <summary>Sends a dossier back to who proposes.</summary>
    /// <remarks>With the reason and the text on which it rests. It can be changed and sent again then. Doing it again changes nothing.</remarks>
    [Function(nameof(ReturnDossier)), Needs(Right.Administer), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<DossierView>> ReturnDossier(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/return")] HttpRequest request,
        [AsParameters] DossierId id, Body<DossierReturnBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var (reason, basis) = (body.Value.Reason.Trim(), body.Value.Basis.Trimmed());
        var faults = new List<Fault>();
        basis.Check("$.basis", faults);
        if (reason.Length == 0)
        {
            faults.Add("$.reason", "Cần ghi lý do.", "The reason is needed.");
        }

        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        var sight = await desk.FindAsync(id, cancellationToken);
        DemandDay(body.Value.On, sight.Dossier.SentToOffice ?? sight.Dossier.Opened);
        var returned = await dossiers.ReturnAsync(id, sent => new(body.Value.On, reason, basis, sent), ifMatch, caller.Acting, cancellationToken);
        return Answer(request, sight with { Record = returned });
    }

    /// <summary>Dated back, a sending would hide that its day was missed: only the office writes down an earlier one, of a paper that it received; and what came back was not sent again before that.</summary>
    private void DemandSendingDay(Dossier dossier, DossierStop to, DateOnly on, bool isOffice)
    {
        if (!isOffice && on != desk.Today)
        {
            throw Refusal.BadInput("$.on", new(
                "Phải là hôm nay; ngày sớm hơn thì cơ quan thường trực ghi, theo ngày nhận hồ sơ giấy.", "Must be today; an earlier day is written down by the office, of a paper that it received."));
        }

        DemandDay(on, to == DossierStop.Ministry ? dossier.SentToOffice ?? dossier.Opened : dossier.Returned?.On ?? dossier.Opened);
    }

    private void DemandDay(DateOnly on, DateOnly first)
    {
        if (on > desk.Today || on < first)
        {
            throw Refusal.BadInput("$.on", new(
                $"Phải từ ngày {VietnamTime.Local(first)} đến hôm nay.", FormattableString.Invariant($"Must be from {first:yyyy-MM-dd} to today.")));
        }
    }

    private static TaggedOk<DossierView> Answer(HttpRequest request, DossierSight sight) =>
        EntityTag.Ok(DossierView.Of(sight, request.HttpContext.AnswersIn()), sight.Record.Version);
}
