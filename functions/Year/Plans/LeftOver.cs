using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

/// <summary>One thing that a year has left to do, and how the next year's plan says it.</summary>
/// <param name="Key">By which it is known whatever the plan makes of its text: the conclusion, or the words of a shortcoming.</param>
/// <param name="Item">As a plan carries it.</param>
internal sealed record LeftOver(string Key, CarriedItem Item)
{
    private const string Conclusion = "Kết luận ";

    /// <summary>Conclusions first; a shortcoming that several units named once; a text too long for the plan is cut, its source says where the whole stands.</summary>
    /// <param name="year">The year that has left it.</param>
    /// <param name="conclusions">What nobody has closed.</param>
    /// <param name="outcome">Its last adopted report; null where there is none.</param>
    public static IReadOnlyList<LeftOver> Of(int year, IReadOnlyList<OpenConclusion> conclusions, ReportOutcome? outcome) =>
    [
        .. conclusions.Select(one => new LeftOver(
            KeyOf(one.Meeting, one.Number),
            new(CarriedKind.Conclusion, Short(one.Text), new(year, SourceRoom.Meeting, one.Meeting, string.Create(CultureInfo.InvariantCulture, $"{Conclusion}{one.Number}"))))),
        .. outcome?.Shortcomings.Select(one => Short(one.Text)).Distinct(StringComparer.Ordinal)
            .Select(text => new LeftOver(KeyOf(text), new(CarriedKind.Shortcoming, text, new(year, SourceRoom.Report, outcome.Report)))) ?? [],
    ];

    /// <summary>Everything that a plan was ever offered or carried by itself, by <see cref="Key"/>: none of it is put back when somebody takes it out.</summary>
    /// <param name="year">The year that left it.</param>
    public static IReadOnlyList<string> Offered(Plan plan, int year) =>
        [.. plan.Offered.Concat(plan.CarriedOver.Select(item => KeyOf(year, item)).OfType<string>()).Distinct(StringComparer.Ordinal)];

    /// <summary>Null of a conclusion of another year, or one that its source does not tell.</summary>
    private static string? KeyOf(int year, CarriedItem item) => item switch
    {
        { Kind: CarriedKind.Shortcoming } => KeyOf(item.Text),
        { Source: { Room: SourceRoom.Meeting, Id: { } meeting, Said: { } said } source } when source.Year == year && said.StartsWith(Conclusion, StringComparison.Ordinal)
            && int.TryParse(said.AsSpan(Conclusion.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => KeyOf(meeting, number),
        _ => null,
    };

    private static string KeyOf(string meeting, int number) => string.Create(CultureInfo.InvariantCulture, $"{meeting}/{number}");

    private static string KeyOf(string shortcoming) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shortcoming)).AsSpan(0, 8));

    /// <summary>What of it the plan does not carry over: a conclusion by its source, a shortcoming by its words, whichever report says it.</summary>
    public static IEnumerable<LeftOver> NotIn(Plan plan, IEnumerable<LeftOver> left) => left.Where(one => !plan.CarriedOver.Any(item => one.Item.Kind == CarriedKind.Conclusion
        ? item.Source == one.Item.Source
        : item.Kind == CarriedKind.Shortcoming && item.Text == one.Item.Text));

    private static string Short(string text) => text.Length <= Plan.LongestText ? text : text[..LongText.End(text, 0, Plan.LongestText)];
}

/// <summary>What the year before has left to do, for a bloc's plan.</summary>
internal sealed class LeftOvers(OpenConclusions findConclusions, ReportOutcomeLookup findOutcome)
{
    /// <param name="id">The year that plans.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<LeftOver>> FindAsync(YearOfBloc id, CancellationToken cancellationToken)
    {
        var last = id with { Year = id.Year - 1 };
        return LeftOver.Of(last.Year, await findConclusions(last, cancellationToken), await findOutcome(last, cancellationToken));
    }
}
