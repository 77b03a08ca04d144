using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Evidence;

/// <summary>Evidence that is a paper as officials cite it, or an entry of the unit's registers, with or without its file.</summary>
internal sealed class CitationFunctions(CitationTable table, SheetDesk desk, RegisteredEntry findEntry)
{
    private const string One = $"{BlocRoutes.Sheet}/evidence/references/{{reference}}";

    /// <summary>Cites a paper, or an entry of the unit's registers, behind a criterion.</summary>
    /// <remarks>
    /// Kind, number, day, issuer and subject of a paper that exists already; it counts as evidence where the scheme asks for some, whether or not its file is sent, too. The id is the unit's
    /// own. The first needs no If-Match. The same rules hold as for a file: while the unit may work on the sheet, behind a criterion that is scored. Doing it again changes nothing.
    /// In place of a paper an entry: a role model or an activity of the unit's own in the registers of the bloc's year. The sheet keeps the words that it has now, a person without name and post, as a
    /// paper whose number is the entry's id, shortened to 500 characters: whatever becomes of the entry in its register, what was cited stays. Citing it anew takes in its words of then.
    /// </remarks>
    [Function(nameof(CiteEvidence)), Needs(Right.WriteSheet), ReadsSheet, Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<CitationView>> CiteEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        [AsParameters] SheetId id, string reference, Body<CitationBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindToChangeAsync(id, caller, cancellationToken);
        var registered = body.Value.Entry is { } entry ? await findEntry(new(id.Year, id.Bloc), id.Unit, entry, cancellationToken) : null;
        var (cited, version) = await table.PutAsync(terms, reference, body.Value, registered, ifMatch, caller.For(id.Unit), cancellationToken);
        return EntityTag.Ok(CitationView.Of(cited, id.Year, request.HttpContext.AnswersIn()), version);
    }

    /// <summary>Reads a citation.</summary>
    /// <remarks>ListEvidence has all of them; this one gives the ETag with which it can be changed.</remarks>
    [Function(nameof(GetCitation)), Needs(Right.ReadSheet), Answers(400, 404), GivesLanguage]
    public async Task<TaggedOk<CitationView>> GetCitation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        [AsParameters] SheetId id, string reference, CancellationToken cancellationToken)
    {
        var (cited, version) = await table.FindAsync(id, reference, cancellationToken)
            ?? throw Refusal.NotFound(new("Không có văn bản dẫn chiếu này.", "There is no such citation."));
        return EntityTag.Ok(CitationView.Of(cited, id.Year, request.HttpContext.AnswersIn()), version);
    }

    /// <summary>Takes a citation off a draft.</summary>
    /// <remarks>Refused once the sheet has been submitted, and after the deadline. Doing it again changes nothing.</remarks>
    [Function(nameof(RemoveCitation)), Needs(Right.WriteSheet), ReadsSheet, Answers(400, 404, 409)]
    public async Task<NoContent> RemoveCitation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request,
        [AsParameters] SheetId id, string reference, Caller caller, CancellationToken cancellationToken)
    {
        await table.RemoveAsync(await desk.FindToChangeAsync(id, caller, cancellationToken), reference, caller.For(id.Unit), cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>The body of <c>CiteEvidence</c>: just one of a paper and an entry.</summary>
/// <param name="Criterion">The code of the criterion that the paper stands behind.</param>
/// <param name="Paper">The paper.</param>
/// <param name="File">The id of the file behind the same criterion that is this paper, where it was sent.</param>
/// <param name="Entry">An entry of the unit's own in the registers of the bloc's year.</param>
internal sealed record CitationBody(
    [property: StringLength(SchemeRules.LongestCode, MinimumLength = 1)] string Criterion,
    PaperReference? Paper = null,
    [property: StringLength(Slug.MaximumLength, MinimumLength = 1)] string? File = null,
    CitedEntry? Entry = null)
{
    /// <param name="id">The unit's own id for it.</param>
    /// <param name="registered">What the entry says; null where there is no such entry, or none is named.</param>
    /// <param name="before">What was cited by this id before: an entry that is gone since keeps the words that it had.</param>
    /// <returns>Null where it is not just one of a paper and an entry that there is.</returns>
    public CitedPaper? ToCited(string id, PaperReference? registered, CitedPaper? before) => (Paper, Entry) switch
    {
        ({ } paper, null) => new(id, Criterion, paper.Trimmed(), File),
        (null, { } entry) when (registered ?? (before?.Entry == entry ? before.Paper : null)) is { } words => new(id, Criterion, words, File, entry),
        _ => null,
    };
}

/// <param name="Reference">The unit's own id for it.</param>
/// <param name="Criterion">The criterion that it stands behind.</param>
/// <param name="Paper">The paper; of an entry its words as they were when it was cited.</param>
/// <param name="File">The id of the file that is this paper; null where none was named.</param>
/// <param name="Entry">Which entry of the unit's registers it is, whether or not it still stands there; null for a paper.</param>
/// <param name="Warnings">What should be looked at in it; none of it stands in the way of anything.</param>
internal sealed record CitationView(string Reference, string Criterion, PaperReference Paper, string? File, CitedEntry? Entry, IReadOnlyList<WarningView> Warnings)
{
    public static CitationView Of(CitedPaper cited, int year, Language language) =>
        new(cited.Id, cited.Criterion, cited.Paper, cited.File, cited.Entry, WarningView.Of(Reckoning.Warnings.OfPaper(cited.Criterion, cited.Paper, year), language));
}
