using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Province.Texts;

/// <summary>The register of legal texts that papers cite. The emulation office keeps it, everybody known may read.</summary>
internal sealed class TextFunctions(TextTable texts, VietnamTime vietnam, TimeProvider clock)
{
    private const string Texts = "api/legal-texts";
    private const string One = $"{Texts}/{{text}}";

    /// <summary>An entry can have as much text as a sheet.</summary>
    private const int MostTexts = 100;

    private DateOnly Today => vietnam.Today(clock);

    /// <summary>Enters a legal text, or changes its entry.</summary>
    /// <remarks>
    /// The whole entry; the first needs no If-Match. A text holds from its own day unless it says another; a provision is named where its time is another than that of the
    /// whole, for texts end part by part. What replaced it is in the register before. Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(PutLegalText)), Needs(Right.Administer)]
    public async Task<TaggedOk<LegalTextView>> PutLegalText(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        string text, Body<LegalTextBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var entry = body.Value.ToText(text);
        if (TextRules.Check(entry) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var put = await texts.PutAsync(entry, ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(LegalTextView.Of(put, Today), put.Version);
    }

    /// <summary>Shows a legal text, and how it stands on a day.</summary>
    /// <remarks>The day is today unless ?day=2026-12-31 says another.</remarks>
    [Function(nameof(GetLegalText)), Needs(Right.Read), Answers(400, 404)]
    public async Task<TaggedOk<LegalTextView>> GetLegalText(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        string text, string? day, CancellationToken cancellationToken)
    {
        var on = day is null ? Today : Day("day", day);
        var found = await texts.FindAsync(text, cancellationToken) ?? throw Refusal.NotFound(TextWords.NotThere(text));
        return EntityTag.Ok(LegalTextView.Of(found, on), found.Version);
    }

    /// <summary>Lists legal texts.</summary>
    /// <remarks>In pages, by id, as they stand today; with ?inForceOn=2026-12-31 only those of which something is in force on that day, as they stand then.</remarks>
    [Function(nameof(ListLegalTexts)), Needs(Right.Read)]
    public async Task<Ok<LegalTextPage>> ListLegalTexts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Texts)] HttpRequest request,
        string? inForceOn, Page page, CancellationToken cancellationToken)
    {
        if (page.Continuation is { } after && !Slug.IsValid(after))
        {
            throw Page.BadContinuation();
        }

        DateOnly? on = inForceOn is null ? null : Day("inForceOn", inForceOn);
        var (found, isMore) = await texts.ListAsync(on, page.Continuation, Math.Min(page.Size, MostTexts), cancellationToken);
        return TypedResults.Ok(new LegalTextPage([.. found.Select(text => LegalTextView.Of(text, on ?? Today))], isMore ? found[^1].Id : null));
    }

    private static DateOnly Day(string name, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Refusal.BadInput(name, new("Phải là ngày dạng năm-tháng-ngày, ví dụ 2026-12-10.", "Must be a day such as 2026-12-10."));
}
