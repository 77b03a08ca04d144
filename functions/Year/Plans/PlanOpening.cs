using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

/// <summary>
/// A new year's plan begins as a draft with what the last year has left to do: conclusions that nobody has closed, and shortcomings of its last adopted report. Both
/// come also in the new year's first months, so the draft is given what is new each day; what somebody took out again stays out. What is behind <see cref="OpeningWork"/>.
/// </summary>
internal sealed class PlanOpening(PlanTable plans, LeftOvers leftOvers)
{
    public async Task<IReadOnlyList<string>> RunAsync(int year, string bloc, CancellationToken cancellationToken)
    {
        var (id, last) = (new YearOfBloc(year, bloc), new YearOfBloc(year - 1, bloc));
        if (await plans.FindAsync(id, cancellationToken) is { } found)
        {
            return found.Adopted is null && await plans.CarryAsync(id, await leftOvers.FindAsync(id, cancellationToken), cancellationToken) is { Added: > 0 and var added }
                ? [$"the draft of the plan of {bloc} for {year} carries over {Common.Words.Count(added, "more matter")} of {last.Year}"]
                : [];
        }

        var left = await leftOvers.FindAsync(id, cancellationToken);
        if (left.Count == 0 && await plans.FindAsync(last, cancellationToken) is null)
        {
            return [];
        }

        var draft = Draft(left);
        await plans.PutAsync(id, draft, new([]), Actor.System, cancellationToken);
        var rest = left.Count - draft.CarriedOver.Count;
        return
        [
            $"a draft of the plan of {bloc} for {year} carries over {Common.Words.Count(draft.CarriedOver.Count, "matter")} of {last.Year}"
            + (rest > 0 ? $"; it has no room for {rest} others, which stand in the meetings and the report of {last.Year}" : ""),
        ];
    }

    /// <summary>As much as a plan holds; <see cref="PlanWarning"/> says how much is left, and where it stands.</summary>
    public static Plan Draft(IReadOnlyList<LeftOver> left)
    {
        var carried = left.Take(Plan.MostCarried).ToList();
        return new(null, null, null, null, [], [], [], carried.ConvertAll(one => one.Item), null) { Offered = carried.ConvertAll(one => one.Key) };
    }
}
