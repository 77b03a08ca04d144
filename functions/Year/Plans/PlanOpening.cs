using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

/// <summary>
/// A new year's plan begins as a draft with what the last year has left to do: shortcomings of its last adopted report, and conclusions that nobody has closed. What is behind
/// <see cref="OpeningWork"/>.
/// </summary>
internal sealed class PlanOpening(PlanTable plans, OpenConclusions findConclusions, ReportOutcomeLookup findOutcome)
{
    public async Task<IReadOnlyList<string>> RunAsync(int year, string bloc, CancellationToken cancellationToken)
    {
        var (id, last) = (new YearOfBloc(year, bloc), new YearOfBloc(year - 1, bloc));
        if (await plans.FindAsync(id, cancellationToken) is not null)
        {
            return [];
        }

        var carried = Carried(last.Year, await findConclusions(last, cancellationToken), await findOutcome(last, cancellationToken));
        if (carried.Count == 0 && await plans.FindAsync(last, cancellationToken) is null)
        {
            return [];
        }

        await plans.PutAsync(id, new(null, null, null, null, [], [], [], carried, null), new([]), Actor.System, cancellationToken);
        return [$"a draft of the plan of {bloc} for {year} carries over {Common.Words.Count(carried.Count, "matter")} of {last.Year}"];
    }

    /// <summary>Conclusions first; a shortcoming that several units named once; a text too long for the plan is cut, its source says where the whole stands.</summary>
    public static IReadOnlyList<CarriedItem> Carried(int year, IReadOnlyList<OpenConclusion> conclusions, ReportOutcome? outcome) =>
    [
        .. conclusions.Select(one => new CarriedItem(
                CarriedKind.Conclusion, Short(one.Text), new(year, SourceRoom.Meeting, one.Meeting, $"Kết luận {one.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}")))
            .Concat(outcome?.Shortcomings.DistinctBy(one => one.Text, StringComparer.Ordinal).Select(one => new CarriedItem(CarriedKind.Shortcoming, Short(one.Text), new(year, SourceRoom.Report, outcome.Report))) ?? [])
            .Take(Plan.MostCarried),
    ];

    private static string Short(string text) => text.Length <= Plan.LongestText ? text : text[..LongText.End(text, 0, Plan.LongestText)];
}
