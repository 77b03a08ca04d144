using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Standings;

/// <summary>The body of <c>DisqualifyUnit</c>.</summary>
/// <param name="Reason">Why; it stands in the standings.</param>
/// <param name="Authority">Who decided it, such as a decision's number; it stands in the standings.</param>
internal sealed record DisqualificationBody(
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason,
    [property: StringLength(300, MinimumLength = 1)] string Authority);

/// <summary>The body of <c>LiftDisqualification</c>.</summary>
/// <param name="Reason">Why; kept in the trail of changes.</param>
internal sealed record LiftingBody([property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason);

/// <param name="Unit">The unit that is kept apart.</param>
/// <param name="Reason">Why.</param>
/// <param name="Authority">Who decided it.</param>
/// <param name="At">When it was entered.</param>
internal sealed record DisqualificationView(string Unit, string Reason, string Authority, DateTimeOffset At);

/// <summary>
/// Units that have no place whatever their scores, because somebody with the power to decided so (Law on Emulation and Commendation 2022, chapter VII, takes honours
/// back where a dossier was forged; the reasons are the office's). They stand apart, with reason and authority.
/// </summary>
internal sealed class Disqualifications(BlocTable blocs, TimeProvider clock)
{
    /// <summary>The same again changes nothing.</summary>
    /// <exception cref="Refusal">409: it is disqualified for another reason already, or the standings are published.</exception>
    public Task<Disqualification> AddAsync(BlocTerms terms, string unit, DisqualificationBody body, Actor actor, CancellationToken cancellationToken)
    {
        var (reason, authority) = (body.Reason.Trim(), body.Authority.Trim());
        return blocs.ChangeAsync(terms.Id, actor, (record, _, change) =>
        {
            if (Find(record, unit) is { } known)
            {
                return (known.Reason, known.Authority) == (reason, authority)
                    ? Task.FromResult(known)
                    : throw Refusal.Rule("already-disqualified", new(
                        $"Đơn vị đã bị loại theo {known.Authority}. Muốn sửa, hãy bỏ quyết định cũ trước.",
                        $"The unit is disqualified already, by {known.Authority}. To change that, lift it first."));
            }

            var added = new Disqualification(unit, reason, authority, clock.GetUtcNow());
            change.Put(BlocRows.Row(terms.Id.Address.Partition, added));
            change.Audit = new(nameof(DisqualificationEndpoints.DisqualifyUnit), $"{terms.Id} {unit}", reason, After: authority);
            return Task.FromResult(added);
        }, cancellationToken);
    }

    /// <summary>Where there is none it changes nothing.</summary>
    public Task LiftAsync(BlocTerms terms, string unit, string reason, Actor actor, CancellationToken cancellationToken) =>
        blocs.ChangeAsync(terms.Id, actor, (record, _, change) =>
        {
            if (Find(record, unit) is { } known)
            {
                change.Delete(BlocRows.DisqualifiedKey(unit));
                change.Audit = new(nameof(DisqualificationEndpoints.LiftDisqualification), $"{terms.Id} {unit}", reason, Before: $"{known.Authority}: {known.Reason}");
            }

            return Task.FromResult(true);
        }, cancellationToken);

    private static Disqualification? Find(BlocRecord record, string unit) => record.Disqualified.FirstOrDefault(one => one.Unit == unit);
}

/// <summary>The office keeps a unit apart, and takes that back.</summary>
internal static class DisqualificationEndpoints
{
    private const string One = "/api/cycles/{year}/periods/{period}/blocs/{bloc}/standings/disqualifications/{unit}";

    public static void MapDisqualifications(this IEndpointRouteBuilder app)
    {
        app.MapPut(One, DisqualifyUnit).WithName(nameof(DisqualifyUnit))
            .Needs(Right.Administer)
            .Says("Keeps a unit apart from the standings.", "Whatever its scores, with a reason and the authority that decided it; both stand in the standings. Not once they are published.")
            .Answers(404, 409);
        app.MapPost($"{One}/lifting", LiftDisqualification).WithName(nameof(LiftDisqualification))
            .Needs(Right.Administer)
            .Says("Takes a disqualification back.", "With a reason, which is kept in the trail. Not once the standings are published.")
            .Answers(404, 409);
    }

    internal static async Task<IResult> LiftDisqualification(
        int year, string period, string bloc, string unit, Body<LiftingBody> body, Caller caller, SheetDesk desk, Disqualifications disqualifications, CancellationToken cancellationToken)
    {
        DemandTexts(("$.reason", body.Value.Reason));
        var terms = await desk.FindBlocTermsAsync(new(year, period, bloc), cancellationToken);
        await disqualifications.LiftAsync(terms, unit, body.Value.Reason.Trim(), caller.For(null), cancellationToken);
        return TypedResults.NoContent();
    }

    internal static async Task<Microsoft.AspNetCore.Http.HttpResults.Ok<DisqualificationView>> DisqualifyUnit(
        int year,
        string period,
        string bloc,
        string unit,
        Body<DisqualificationBody> body,
        Caller caller,
        SheetDesk desk,
        Disqualifications disqualifications,
        CancellationToken cancellationToken)
    {
        DemandTexts(("$.reason", body.Value.Reason), ("$.authority", body.Value.Authority));
        var terms = await desk.FindBlocTermsAsync(new(year, period, bloc), cancellationToken);
        terms.DemandMember(unit);
        var added = await disqualifications.AddAsync(terms, unit, body.Value, caller.For(null), cancellationToken);
        return TypedResults.Ok(new DisqualificationView(added.Unit, added.Reason, added.Authority, added.At));
    }

    private static void DemandTexts(params (string Path, string Text)[] texts)
    {
        List<Fault> blank = [.. texts.Where(one => string.IsNullOrWhiteSpace(one.Text)).Select(one => new Fault(one.Path, new("Không được để trống.", "Must not be blank.")))];
        if (blank.Count > 0)
        {
            throw Refusal.BadInput(blank);
        }
    }
}
