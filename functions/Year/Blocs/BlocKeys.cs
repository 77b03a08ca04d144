using System.Globalization;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Blocs;

/// <summary>
/// The keys of a bloc's partition (<see cref="BlocInPeriod.Address"/>), of all rooms, in their order. What the standings rest on lies
/// between <see cref="Record"/>'s ends, so that one query reads it with the head and with word of whether a publication has begun. What
/// scores nothing by itself (complaints, cross-checks) sorts before it, and published places are read without it.
/// </summary>
internal static class BlocKeys
{
    private const string ComplaintPrefix = "appeal|";
    public const string InspectionPrefix = "check|";
    public const string ClosedPrefix = "closed|";
    public const string ConditionPrefix = "condition|";
    public const string CrossPrefix = "cross|";
    public const string Draw = "crossing";
    public const string DecidedPrefix = "decided|";
    public const string DisqualifiedPrefix = "disqualified|";
    public const string ExplainedPrefix = "explained|";
    public const string FigurePrefix = "figure|";
    public const string GivenPrefix = "given|";
    public const string GradedPrefix = "graded|";
    public const string PlacePrefix = "place|";

    public const string StaffPrefix = "staff|";

    /// <summary>The row that says how far the publication of standings is; there is none before it begins.</summary>
    public const string Summary = "summary";

    public const string TotalPrefix = "total|";

    public static readonly KeyRange Complaints = KeyRange.Prefix(ComplaintPrefix);

    public static readonly KeyRange Inspections = KeyRange.Prefix(InspectionPrefix);

    /// <summary>The whole record (<see cref="BlocRecord"/>).</summary>
    public static readonly KeyRange Record = new(ClosedPrefix, Summary + "~");

    /// <summary>The head, the places and the summary.</summary>
    public static readonly KeyRange Standings = new(PartitionHead.Key, Summary + "~");

    public static readonly KeyRange Totals = KeyRange.Prefix(TotalPrefix);

    public static KeyRange ComplaintsOf(string unit) => KeyRange.Prefix($"{ComplaintPrefix}{unit}|");

    public static string Complaint(string unit, int number) => $"{ComplaintPrefix}{unit}|{Number(number)}";

    public static string Inspection(string inspection) => InspectionPrefix + inspection;

    public static string Closed(int round) => ClosedPrefix + Number(round);

    public static string Condition(string unit, string condition) => $"{ConditionPrefix}{unit}|{condition}";

    public static KeyRange ConditionsOf(string unit) => KeyRange.Prefix($"{ConditionPrefix}{unit}|");

    public static string Cross(CrossPair pair) => $"{CrossPrefix}{pair.Scored}|{pair.Scorer}";

    /// <summary>One decision a first unit: whoever decides anew about the same tie names the same units.</summary>
    public static string Decided(IEnumerable<string> units) => DecidedPrefix + units.Order(StringComparer.Ordinal).First();

    public static string Disqualified(string unit) => DisqualifiedPrefix + unit;

    public static string Explained(int round, string unit, string criterion) => $"{ExplainedPrefix}{Number(round)}|{unit}|{criterion}";

    public static string Figure(string criterion, string unit) => $"{FigurePrefix}{criterion}|{unit}";

    public static string Given(string unit, string scorer) => $"{GivenPrefix}{unit}|{scorer}";

    public static string Graded(int round, string unit, string criterion) => $"{GradedPrefix}{Number(round)}|{unit}|{criterion}";

    public static string Place(string unit) => PlacePrefix + unit;

    public static string Staff(string unit) => StaffPrefix + unit;

    public static string Total(string unit) => TotalPrefix + unit;

    private static string Number(int number) => number.ToString("D2", CultureInfo.InvariantCulture);
}
