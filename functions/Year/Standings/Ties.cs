using System.Text.Json;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>
/// What people decide between units that nothing else separates. Recorded by hand, with authority and reason, because a ballot and a decision of the
/// competent body are acts of people; until there is one, the rank is shared. One that no longer is about exactly the units of a tie counts for nothing.
/// </summary>
internal sealed class Ties(BlocTable blocs, TimeProvider clock)
{
    private const string DecideTie = "DecideTie";
    private const string TakeBackTieDecision = "TakeBackTieDecision";

    /// <summary>The groups that are equal in everything that is computed, whatever was decided.</summary>
    public static IReadOnlyList<IReadOnlySet<string>> Of(ComputedStandings standings) =>
    [
        .. Ranking.Of(
                standings.Bloc.Tree.Content,
                standings.Placements.Ranking.Places.Select(place => new Contender(
                    place.Unit, place.Name, place.Scores, null, Placements.FactsOf(standings.Record, standings.Entrants.First(one => one.Unit == place.Unit)))))
            .Places.Where(place => place.IsShared)
            .GroupBy(place => place.Rank)
            .Select(group => group.Select(place => place.Unit).ToHashSet(StringComparer.Ordinal)),
    ];

    /// <summary>Every fault of what is to be recorded.</summary>
    public static IReadOnlyList<Fault> Check(ComputedStandings standings, TieBody body)
    {
        var faults = new List<Fault>();
        var content = standings.Bloc.Tree.Content;
        if (!content.TieBreaks.Any(tieBreak => tieBreak.IsDecided && tieBreak.Kind == body.Kind))
        {
            var named = content.TieBreaks.Where(tieBreak => tieBreak.IsDecided).Select(tieBreak => JsonNamingPolicy.CamelCase.ConvertName(tieBreak.Kind.ToString())).ToList();
            var list = string.Join(", ", named);
            faults.Add(
                "$.kind",
                named.Count == 0 ? "Bảng điểm không để cho ai quyết định khi bằng nhau." : $"Bảng điểm chỉ để quyết định bằng: {list}.",
                named.Count == 0 ? "The scheme lets nobody decide a tie." : $"The scheme lets a tie be decided by: {list}.");
        }

        foreach (var (index, unit) in body.Units.Index())
        {
            if (standings.Entrants.All(entrant => entrant.Unit != unit))
            {
                faults.Add($"$.units[{index}]", $"Đơn vị '{unit}' không thuộc khối.", $"The unit '{unit}' is not in the bloc.");
            }
            else if (body.Units.Take(index).Contains(unit, StringComparer.Ordinal))
            {
                faults.Add($"$.units[{index}]", $"Đơn vị '{unit}' bị lặp lại.", $"The unit '{unit}' is there twice.");
            }
        }

        return [.. faults, .. CheckTexts(("$.authority", body.Authority), ("$.reason", body.Reason))];
    }

    public static IReadOnlyList<Fault> CheckTexts(params (string Path, string Text)[] texts) =>
        [.. texts.Where(one => string.IsNullOrWhiteSpace(one.Text)).Select(one => new Fault(one.Path, new("Không được để trống.", "Must not be blank.")))];

    /// <summary>The same again changes nothing. What was recorded of units that are no longer equal gives way.</summary>
    /// <exception cref="Refusal">409: these units are not exactly those of a tie, it was decided otherwise already, or the standings are published.</exception>
    public Task<TieDecision> DecideAsync(ComputedStandings standings, TieBody body, Actor actor, CancellationToken cancellationToken)
    {
        var id = standings.Bloc.Id;
        var (authority, reason) = (body.Authority.Trim(), body.Reason.Trim());
        return blocs.ChangeAsync(id, actor, (record, _, change) =>
        {
            var ties = Of(standings with { Record = record });
            var known = record.Decisions.FirstOrDefault(one => BlocKeys.Decided(one.Units) == BlocKeys.Decided(body.Units));
            if (known is not null && (known.Kind, known.Authority, known.Reason) == (body.Kind, authority, reason) && known.Units.SequenceEqual(body.Units, StringComparer.Ordinal))
            {
                return Task.FromResult(known);
            }

            if (!ties.Any(tie => tie.SetEquals(body.Units)))
            {
                throw NoTie(standings, ties);
            }

            if (known is not null && ties.Any(tie => tie.SetEquals(known.Units)))
            {
                throw Refusal.Rule("tie-decided", new(
                    $"Thứ tự của các đơn vị này đã được quyết định theo {known.Authority}. Muốn sửa, hãy bỏ quyết định đã ghi trước.",
                    $"The order of these units is decided already, by {known.Authority}. To change that, take it back first."));
            }

            var decided = new TieDecision(body.Kind, body.Units, authority, reason, clock.GetUtcNow());
            change.Put(BlocRows.Row(id.Address.Partition, decided));
            change.Audit = new(DecideTie, id.ToString(), reason, known is null ? null : Text(known), Text(decided));
            return Task.FromResult(decided);
        }, cancellationToken);
    }

    /// <summary>Where there is none it changes nothing.</summary>
    /// <exception cref="Refusal">409: the standings are published.</exception>
    public Task TakeBackAsync(BlocInPeriod id, TieWithdrawalBody body, Actor actor, CancellationToken cancellationToken) =>
        blocs.ChangeAsync(id, actor, (record, _, change) =>
        {
            if (record.Decisions.FirstOrDefault(one => one.Units.ToHashSet(StringComparer.Ordinal).SetEquals(body.Units)) is { } known)
            {
                change.Delete(BlocKeys.Decided(known.Units));
                change.Audit = new(TakeBackTieDecision, id.ToString(), body.Reason.Trim(), Before: Text(known));
            }

            return Task.FromResult(true);
        }, cancellationToken);

    private static Refusal NoTie(ComputedStandings standings, IReadOnlyList<IReadOnlySet<string>> ties)
    {
        var names = standings.Entrants.ToDictionary(entrant => entrant.Unit, entrant => entrant.Name, StringComparer.Ordinal);
        return new(
            StatusCodes.Status409Conflict,
            "not-a-tie",
            new(
                ties.Count == 0 ? "Không có đơn vị nào đang bằng nhau về mọi tiêu chí phụ." : "Phải nêu đúng các đơn vị đang bằng nhau về mọi tiêu chí phụ, không thừa, không thiếu.",
                ties.Count == 0 ? "No units are equal in every tie-break." : "Name exactly the units that are equal in every tie-break, none more and none less."),
            [.. ties.Select(tie => string.Join(", ", tie.Order(StringComparer.Ordinal).Select(unit => $"{names[unit]} ({unit})"))).Select(group => new Fault("$.units", new(group, group)))]);
    }

    private static string Text(TieDecision one) => RowText.Of(new { one.Kind, one.Units, one.Authority });
}
