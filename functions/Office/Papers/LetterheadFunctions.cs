using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Office.Papers;

/// <summary>What stands on every paper of a bloc in a year, and of a unit.</summary>
internal sealed class LetterheadFunctions(YearDesk desk, UnitExists exists, PaperTable papers, IEnumerable<PaperKind> kinds)
{
    private const string OfBloc = $"{BlocRoutes.Year}/letterhead";
    private const string OfUnit = "api/units/{unit}/letterhead";

    private readonly List<PaperKind> _kinds = [.. kinds];

    /// <summary>Writes what stands on every paper that a bloc issues in a year.</summary>
    /// <remarks>
    /// The whole letterhead; the first needs no If-Match. It belongs to the year, because the body above, the place and who signs change with the head. What it says is no gap any
    /// more in the bloc's papers. Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(PutBlocLetterhead)), Needs(Right.RunBloc), Answers(404)]
    public async Task<TaggedOk<LetterheadView>> PutBlocLetterhead(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = OfBloc)] HttpRequest request,
        [AsParameters] YearOfBloc id, Body<LetterheadBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        await desk.FindAsync(id, cancellationToken);
        var put = await papers.PutLetterheadAsync(
            PaperTable.AddressOf(id), nameof(PutBlocLetterhead), id.ToString(), Checked(body.Value, isUnit: false), ifMatch, caller.Acting, cancellationToken);
        return EntityTag.Ok(LetterheadView.Of(put), put.Version);
    }

    /// <summary>Shows what stands on every paper that a bloc issues in a year.</summary>
    /// <remarks>404 until one was put down. Its ETag is what a change of it brings back.</remarks>
    [Function(nameof(GetBlocLetterhead)), Needs(Right.ReadBlocYear), Answers(400, 404)]
    public async Task<TaggedOk<LetterheadView>> GetBlocLetterhead(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OfBloc)] HttpRequest request, [AsParameters] YearOfBloc id, CancellationToken cancellationToken)
    {
        var found = await papers.FindLetterheadAsync(PaperTable.AddressOf(id), cancellationToken) ?? throw None();
        return EntityTag.Ok(LetterheadView.Of(found), found.Version);
    }

    /// <summary>Writes what stands on every paper that a unit issues.</summary>
    /// <remarks>The whole letterhead; the first needs no If-Match. What it says is no gap any more in the unit's papers, of whatever year. Doing it again changes nothing.</remarks>
    [Function(nameof(PutLetterhead)), Needs(Right.ReportResults), Answers(404)]
    public async Task<TaggedOk<LetterheadView>> PutLetterhead(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = OfUnit)] HttpRequest request,
        string unit, Body<LetterheadBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        if (!await exists(unit, cancellationToken))
        {
            throw Refusal.NotFound(RosterWords.NoUnit(unit));
        }

        var put = await papers.PutLetterheadAsync(
            PaperTable.AddressOf(unit), nameof(PutLetterhead), unit, Checked(body.Value, isUnit: true), ifMatch, caller.For(unit), cancellationToken);
        return EntityTag.Ok(LetterheadView.Of(put), put.Version);
    }

    /// <summary>Shows what stands on every paper that a unit issues.</summary>
    /// <remarks>404 until one was put down. Its ETag is what a change of it brings back.</remarks>
    [Function(nameof(GetLetterhead)), Needs(Right.ReadSheet), Answers(400, 404)]
    public async Task<TaggedOk<LetterheadView>> GetLetterhead(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OfUnit)] HttpRequest request, string unit, CancellationToken cancellationToken)
    {
        var found = await papers.FindLetterheadAsync(PaperTable.AddressOf(unit), cancellationToken) ?? throw None();
        return EntityTag.Ok(LetterheadView.Of(found), found.Version);
    }

    /// <exception cref="Refusal">400 with every fault.</exception>
    private PaperLetterhead Checked(LetterheadBody body, bool isUnit)
    {
        var letterhead = body.ToLetterhead();
        return LetterheadRules.Check(letterhead, _kinds, isUnit) is { Count: > 0 } faults ? throw Refusal.BadInput(faults) : letterhead;
    }

    private static Refusal None() => Refusal.NotFound(new("Chưa ghi tiêu đề văn bản.", "No letterhead was put down yet."));
}
