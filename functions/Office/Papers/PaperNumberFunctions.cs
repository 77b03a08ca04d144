using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Office.Papers;

/// <summary>Numbers and days of papers: the records office of each body gives them, and they are recorded here.</summary>
internal sealed class PaperNumberFunctions(PaperDesk desk, YearDesk years, PaperTable papers)
{
    private const string Route = $"{BlocRoutes.Year}/documents/{{kind}}/number";

    /// <summary>Records what number a paper got, and on which day.</summary>
    /// <remarks>
    /// For a bloc's paper its head, its deputy or the office; for a unit's the unit, the bloc's head or the office; once the year is over the office alone. A number is text. Without a slash it is put into the pattern of
    /// the body's letterhead, where there is one; with one, or without a pattern, it is number and symbol as they are printed. Later exports bear it; a later pattern changes no
    /// number that was recorded. The first needs no If-Match. Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(RecordPaperNumber)), Needs(Right.Read), Answers(404, 409)]
    public async Task<TaggedOk<PaperNumberView>> RecordPaperNumber(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        [AsParameters] YearOfBloc id, string kind, string? period, string? unit, string? item, Body<PaperNumberBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var (found, order) = desk.Find(id, kind, period, unit, item);
        var acting = await desk.DemandAsync(found.IsOfUnit ? Right.ReportResults : Right.RunBloc, caller, id, order, cancellationToken);
        (await years.FindAsync(id, cancellationToken)).DemandWritable(caller.IsAdmin);
        var faults = new List<Fault>();
        var given = body.Value.Number.Trim();
        if (given.Length == 0 || given.Any(char.IsWhiteSpace))
        {
            faults.Add("$.number", "Số, ký hiệu không để trống và không có dấu cách (Nghị định 30/2020).", "Number and symbol are not empty and have no blanks (Decree 30/2020).");
        }

        // A year is reported on in the spring after it.
        if (body.Value.Day.Year != id.Year && body.Value.Day.Year != id.Year + 1)
        {
            faults.Add("$.day", $"Phải trong năm {id.Year} hoặc {id.Year + 1}.", $"Must be in {id.Year} or {id.Year + 1}.");
        }

        if (body.Value.Signer is { } named && string.IsNullOrWhiteSpace(named.Name))
        {
            faults.Add("$.signer.name", "Cần ghi họ tên.", "A name is needed.");
        }

        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        // A paper that is not there gets no number.
        await found.ComposeAsync(order, acting, cancellationToken);
        var symbol = await desk.SymbolAsync(found, id, order, given, body.Value.Day.Year, cancellationToken);
        var signer = body.Value.Signer is { } person ? NamedPerson.Of(person.Name.Trim(), person.Post?.Trim()) : null;
        var put = await papers.PutNumberAsync(id, found.Slug, order, new(given, symbol, body.Value.Day, signer), ifMatch, acting.Acting, cancellationToken);
        return EntityTag.Ok(PaperNumberView.Of(found, order, await papers.NumbersAsync(id, cancellationToken), desk.Kinds), put.Version);
    }

    /// <summary>Shows what number a paper got; while it has none, which one comes next.</summary>
    /// <remarks>For those who may have the paper, as soon as there can be one. The number that comes next is a suggestion: it counts what was recorded here alone.</remarks>
    [Function(nameof(GetPaperNumber)), Needs(Right.Read), Answers(400, 404, 409)]
    public async Task<TaggedOk<PaperNumberView>> GetPaperNumber(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        [AsParameters] YearOfBloc id, string kind, string? period, string? unit, string? item, Caller caller, CancellationToken cancellationToken)
    {
        var (found, order) = desk.Find(id, kind, period, unit, item);
        var asking = await desk.DemandAsync(found.Right, caller, id, order, cancellationToken);
        await found.ComposeAsync(order, asking, cancellationToken);
        var all = await papers.NumbersAsync(id, cancellationToken);
        return EntityTag.Ok(
            PaperNumberView.Of(found, order, all, desk.Kinds), all.FirstOrDefault(one => one.Kind == found.Slug && one.Order == order)?.Number.Version ?? 0);
    }
}
