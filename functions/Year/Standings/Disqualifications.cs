using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
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
/// <param name="UnitName">What people call it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Authority">Who decided it.</param>
/// <param name="At">When it was entered.</param>
internal sealed record DisqualificationView(string Unit, string UnitName, string Reason, string Authority, DateTimeOffset At);

/// <summary>
/// Units that have no place whatever their scores, because somebody with the power to decided so (Law on Emulation and Commendation 2022, chapter VII, takes honours
/// back where a dossier was forged; the reasons are the office's). They stand apart, with reason and authority.
/// </summary>
internal sealed class Disqualifications(BlocTable blocs, TimeProvider clock)
{
    private const string DisqualifyUnit = "DisqualifyUnit";
    private const string LiftDisqualification = "LiftDisqualification";

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
            change.Audit = new(DisqualifyUnit, $"{terms.Id} {unit}", reason, After: authority);
            change.Notify(NoticeKind.Disqualified, unit, $"{terms.Id} {unit}", $"{authority}: {reason}");
            return Task.FromResult(added);
        }, cancellationToken);
    }

    /// <summary>Where there is none it changes nothing.</summary>
    public Task LiftAsync(BlocTerms terms, string unit, string reason, Actor actor, CancellationToken cancellationToken) =>
        blocs.ChangeAsync(terms.Id, actor, (record, _, change) =>
        {
            if (Find(record, unit) is { } known)
            {
                change.Delete(BlocKeys.Disqualified(unit));
                change.Audit = new(LiftDisqualification, $"{terms.Id} {unit}", reason, Before: $"{known.Authority}: {known.Reason}");
                change.Notify(NoticeKind.DisqualificationLifted, unit, $"{terms.Id} {unit}", reason);
            }

            return Task.FromResult(true);
        }, cancellationToken);

    private static Disqualification? Find(BlocRecord record, string unit) => record.Disqualified.FirstOrDefault(one => one.Unit == unit);
}
