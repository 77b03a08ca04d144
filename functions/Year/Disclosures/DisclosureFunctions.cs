using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Disclosures;

/// <summary>What is proposed is disclosed to everybody before the council meets. The office discloses.</summary>
internal sealed class DisclosureFunctions(DisclosureDesk desk, DisclosureTable table)
{
    internal const string Disclosures = "api/cycles/{year}/disclosures";
    internal const string One = $"{Disclosures}/{{disclosure}}";

    /// <summary>Discloses proposals to everybody, from one day on, and takes remarks until another.</summary>
    /// <remarks>
    /// The whole; the first needs no If-Match. Each proposal is a nomination that stands: one that was withdrawn or is suspended is refused. From its first day on everybody may read it without signing in (GetDisclosed), but for what was suspended or withdrawn meanwhile, which caution names; and it
    /// changes no more, but may be given more time. Less than ten working days, which Decree 152/2025/NĐ-CP, article 44 asks for of some awards, is said in caution. Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(DiscloseProposals)), Needs(Right.Administer), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<DisclosureView>> DiscloseProposals(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        int year, string disclosure, Body<DisclosureBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var wanted = body.Value.ToDisclosure(year, disclosure);
        var whyNot = await desk.WhyNotAsync(year, wanted.Proposals, cancellationToken);
        if (DisclosureRules.Check(wanted, await table.FindAsync(year, disclosure, cancellationToken), whyNot, desk.Today) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var put = await table.PutAsync(
            wanted,
            before =>
            {
                if (before is not null)
                {
                    DisclosureRules.DemandChangeable(before, wanted, desk.Today);
                }
            },
            ifMatch,
            caller.For(null),
            cancellationToken);
        return EntityTag.Ok(await desk.ViewAsync(put, request.HttpContext.AnswersIn(), cancellationToken), put.Version);
    }

    /// <summary>Takes back what was disclosed.</summary>
    /// <remarks>With its reason. From then on nobody but the office, the council and readers sees it; it can be disclosed anew under another id. Doing it again changes nothing.</remarks>
    [Function(nameof(RetractDisclosure)), Needs(Right.Administer), Answers(404), GivesLanguage]
    public async Task<TaggedOk<DisclosureView>> RetractDisclosure(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/retraction")] HttpRequest request,
        int year, string disclosure, Body<RetractionBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        DisclosureRules.DemandText(body.Value.Reason, "$.reason", faults);
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        var retracted = await table.RetractAsync(year, disclosure, body.Value.Reason.Trim(), ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(await desk.ViewAsync(retracted, request.HttpContext.AnswersIn(), cancellationToken), retracted.Version);
    }

    /// <summary>Shows a disclosure, also before its day and after it was taken back.</summary>
    /// <remarks>All of it. What everybody may read is what GetDisclosed gives; caution names the proposals that are not in it, because they were suspended or withdrawn meanwhile.</remarks>
    [Function(nameof(GetDisclosure)), Needs(Right.Oversee), Answers(404), GivesLanguage]
    public async Task<TaggedOk<DisclosureView>> GetDisclosure(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        int year, string disclosure, CancellationToken cancellationToken)
    {
        var found = await table.FindAsync(year, disclosure, cancellationToken) ?? throw DisclosureRules.NoDisclosure();
        return EntityTag.Ok(await desk.ViewAsync(found, request.HttpContext.AnswersIn(), cancellationToken), found.Version);
    }

    /// <summary>Lists the disclosures of a year, also those to come and those that were taken back.</summary>
    /// <remarks>By id; a year has at most 100.</remarks>
    [Function(nameof(ListDisclosures)), Needs(Right.Oversee)]
    public async Task<Ok<DisclosureList>> ListDisclosures(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Disclosures)] HttpRequest request, int year, CancellationToken cancellationToken) =>
        TypedResults.Ok(new DisclosureList([.. (await table.ListAsync(year, cancellationToken)).Select(one => DisclosureSummary.Of(one, desk.Today))]));
}
