using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Disclosures;

/// <summary>What is said to disclosed proposals: units that are signed in say it here, letters of all others are recorded by the office, which answers both.</summary>
internal sealed class RemarkFunctions(DisclosureDesk desk, DisclosureTable disclosures, RemarkTable remarks, RosterTable roster)
{
    private const string Comments = $"{DisclosureFunctions.One}/comments";
    private const string Comment = $"{Comments}/{{unit}}/{{comment}}";
    private const string Letter = $"{DisclosureFunctions.One}/letters/{{letter}}";

    /// <summary>Says something to a proposal that is disclosed.</summary>
    /// <remarks>
    /// By a unit's officer, or by the office for the unit, while remarks are taken. It is read by the unit, the office, the council and readers, and is never public; the trail of changes holds a fingerprint in place of its text.
    /// Once it was answered it does not change. The first needs no If-Match; doing it again changes nothing.
    /// </remarks>
    [Function(nameof(CommentOnProposal)), Needs(Right.ReportResults), Answers(404, 409)]
    public async Task<TaggedOk<RemarkView>> CommentOnProposal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Comment)] HttpRequest request,
        int year, string disclosure, string unit, string comment, Body<CommentBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var found = await disclosures.FindAsync(year, disclosure, cancellationToken);
        var (about, text, today) = (body.Value.About.ToKey(), body.Value.Text.Trim(), desk.Today);
        DisclosureRules.DemandRemark(found is null ? null : (await desk.ShownAsync(year, [found], cancellationToken))[0], about, text, today);
        if (await roster.FindUnitAsync(unit, cancellationToken) is null)
        {
            throw Refusal.NotFound(RosterWords.NoUnit(unit));
        }

        var put = await remarks.PutAsync(
            year,
            disclosure,
            unit,
            comment,
            before => Remark.Of(
                disclosure, unit, comment, about, text, RemarkSender.Unit, before is not null && (before.About, before.Text) == (about, text) ? before.Received : today, letter: null, before),
            ifMatch,
            caller.For(unit),
            cancellationToken);
        return await AnswerAsync(put, found!, cancellationToken);
    }

    /// <summary>Records a letter that somebody wrote about a disclosed proposal.</summary>
    /// <remarks>Of an organisation, a citizen or the press: what it says in short, its number and day. Who wrote it stands in the letter alone. One that came after the last day is recorded, and said to be late.</remarks>
    [Function(nameof(RecordLetter)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<TaggedOk<RemarkView>> RecordLetter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Letter)] HttpRequest request,
        int year, string disclosure, string letter, Body<LetterBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var found = await FindAsync(year, disclosure, cancellationToken);
        if (DisclosureRules.Check(body.Value, found, desk.Today) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var said = body.Value;
        var put = await remarks.PutAsync(
            year,
            disclosure,
            null,
            letter,
            before => Remark.Of(disclosure, null, letter, said.About.ToKey(), said.Text.Trim(), said.Sender, said.Received, said.Letter?.Trimmed(), before),
            ifMatch,
            caller.For(null),
            cancellationToken);
        return await AnswerAsync(put, found, cancellationToken);
    }

    /// <summary>Answers what a unit said to a proposal.</summary>
    /// <remarks>For the minutes of the council, which must tell what became of what was said (Decree 152/2025/NĐ-CP, article 44(2)). The unit reads it. Doing it again changes nothing.</remarks>
    [Function(nameof(AnswerComment)), Needs(Right.Administer), Answers(404)]
    public Task<TaggedOk<RemarkView>> AnswerComment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{Comment}/answer")] HttpRequest request,
        int year, string disclosure, string unit, string comment, Body<RemarkAnswerBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken) =>
        AnswerAsync(year, disclosure, unit, comment, body.Value, ifMatch, caller, cancellationToken);

    /// <summary>Records what became of a letter about a proposal.</summary>
    /// <remarks>For the minutes of the council, which must tell what became of what was said (Decree 152/2025/NĐ-CP, article 44(2)). Doing it again changes nothing.</remarks>
    [Function(nameof(AnswerLetter)), Needs(Right.Administer), Answers(404)]
    public Task<TaggedOk<RemarkView>> AnswerLetter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{Letter}/answer")] HttpRequest request,
        int year, string disclosure, string letter, Body<RemarkAnswerBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken) =>
        AnswerAsync(year, disclosure, null, letter, body.Value, ifMatch, caller, cancellationToken);

    /// <summary>Lists what was said to a disclosure.</summary>
    /// <remarks>In pages: letters, then units. A unit sees its own; the office, the council and readers see all.</remarks>
    [Function(nameof(ListComments)), Needs(Right.Read), Answers(404)]
    public async Task<Ok<RemarkPage>> ListComments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Comments)] HttpRequest request,
        int year, string disclosure, Page page, Caller caller, CancellationToken cancellationToken)
    {
        if (page.Continuation is { } after && !(after.Split('.') is { Length: 2 or 3 } parts && parts.All(Slug.IsValid)))
        {
            throw Page.BadContinuation();
        }

        var found = await disclosures.FindAsync(year, disclosure, cancellationToken) is { } one && (caller.Oversees || one.IsPublicOn(desk.Today)) ? one : throw DisclosureRules.NoDisclosure();
        var seen = (await remarks.ListAsync(year, disclosure, cancellationToken))
            .Where(remark => caller.Oversees || caller.Units.Contains(remark.Unit ?? ""))
            .Where(remark => page.Continuation is null || string.CompareOrdinal(remark.Place, page.Continuation) > 0)
            .OrderBy(remark => remark.Place, StringComparer.Ordinal)
            .Take(page.Size + 1)
            .ToList();
        var names = await roster.NamesOfYearAsync(year, desk.Today, cancellationToken);
        return TypedResults.Ok(new RemarkPage(
            [.. seen.Take(page.Size).Select(remark => RemarkView.Of(remark, found, names))],
            seen.Count > page.Size ? seen[page.Size - 1].Place : null));
    }

    private async Task<TaggedOk<RemarkView>> AnswerAsync(
        int year, string disclosure, string? unit, string id, RemarkAnswerBody body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var found = await FindAsync(year, disclosure, cancellationToken);
        var faults = new List<Fault>();
        DisclosureRules.DemandText(body.Text, "$.text", faults);
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        return await AnswerAsync(
            await remarks.AnswerAsync(year, disclosure, unit, id, new(desk.Today, body.Outcome, body.Text.Trim()), ifMatch, caller.For(null), cancellationToken), found, cancellationToken);
    }

    private async Task<TaggedOk<RemarkView>> AnswerAsync(Remark remark, Disclosure disclosure, CancellationToken cancellationToken) =>
        EntityTag.Ok(RemarkView.Of(remark, disclosure, await roster.NamesOfYearAsync(disclosure.Year, desk.Today, cancellationToken)), remark.Version);

    private async Task<Disclosure> FindAsync(int year, string disclosure, CancellationToken cancellationToken) =>
        await disclosures.FindAsync(year, disclosure, cancellationToken) ?? throw DisclosureRules.NoDisclosure();
}
