using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Texts;

namespace EmulationFunctions.Year.Plans;

/// <summary>Something in a plan that should be looked at; it stands in the way of nothing.</summary>
/// <param name="Path">Where it is in the plan.</param>
internal sealed record PlanWarning(PlanWarningCode Code, string Path, Words Words)
{
    private const int MostPlaces = 5;

    /// <summary>Computed from what is kept, alike when a plan is written and when it is read.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="texts">The texts of the register that it cites, by id.</param>
    /// <param name="left">What the year before has left to do.</param>
    /// <param name="day">The plan's day: that on the paper, else that of its adoption, else today.</param>
    public static IReadOnlyList<PlanWarning> Of(Plan plan, IReadOnlyDictionary<string, LegalText> texts, IReadOnlyList<LeftOver> left, DateOnly day)
    {
        var warnings = new List<PlanWarning>();
        CheckCount(plan.StatedObjectives, plan.Objectives.Count, "$.objectives", new("mục tiêu, nhiệm vụ", "objectives"), warnings);
        CheckCount(plan.StatedSolutionGroups, plan.SolutionGroups.Count, "$.solutionGroups", new("nhóm giải pháp", "groups of solutions"), warnings);
        for (var index = 0; index < plan.Directives.Count; index++)
        {
            if (plan.Directives[index] is { Text: { } id } directive && texts.TryGetValue(id, out var text) && ValidityOf(directive, text, day) is var validity and not Validity.InForce)
            {
                var (named, words) = (directive.Provision is { } part ? $"{part} {text.Paper.Cited()}" : text.Paper.Cited(), TextWords.Of(validity));
                warnings.Add(new(
                    PlanWarningCode.TextNotInForce,
                    $"$.directives[{index}]",
                    new($"Ngày {VietnamTime.Local(day)}: {named} {words.Vi}.", $"On {day:yyyy-MM-dd}, {named} {words.En}.")));
            }
        }

        CheckCarried([.. LeftOver.NotIn(plan, left)], warnings);
        return warnings;
    }

    /// <summary>How what a directive means stands on that day: the provision, where the register knows it by that name, else the text.</summary>
    public static Validity ValidityOf(Directive directive, LegalText text, DateOnly day) =>
        directive.Provision is { } named && text.Provisions.FirstOrDefault(provision => VietnameseNames.Same(provision.Name, named)) is { } known
            ? TextRules.On(text, known, day)
            : TextRules.On(text, day);

    public static DateOnly DayOf(Plan plan, DateOnly today) => plan.Day ?? plan.Adopted?.Day ?? today;

    /// <summary>Nothing is lost silently: how much of what the year before has left to do the plan does not carry over, and where it stands.</summary>
    private static void CheckCarried(IReadOnlyList<LeftOver> left, List<PlanWarning> warnings)
    {
        if (left.Count > 0)
        {
            var (year, places) = (left[0].Item.Source.Year, string.Join(", ", left.Select(one => one.Item.Source.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostPlaces)));
            warnings.Add(new(PlanWarningCode.LeftBehind, "$.carriedOver", new(
                $"{left.Count} việc còn lại của năm {year} chưa có trong kế hoạch; xem cuộc họp, báo cáo của năm {year}: {places}.",
                $"{Words.Count(left.Count, "matter")} that {year} has left to do {(left.Count == 1 ? "is" : "are")} not in the plan; see the meetings and reports of {year}: {places}.")));
        }
    }

    private static void CheckCount(int? stated, int listed, string path, Words what, List<PlanWarning> warnings)
    {
        if (stated is { } count && count != listed)
        {
            warnings.Add(new(PlanWarningCode.CountDiffers, path, new(
                $"Khối nêu {count} {what.Vi}, ở đây ghi {listed}.", $"The bloc says it has {count} {what.En}; {listed} are put down.")));
        }
    }
}

[JsonConverter(typeof(CamelCaseEnum<PlanWarningCode>))]
internal enum PlanWarningCode
{
    /// <summary>A text of the register that is cited is not, or only in part, in force on the plan's day.</summary>
    TextNotInForce,

    /// <summary>Another number is stated than is put down.</summary>
    CountDiffers,

    /// <summary>Open conclusions or reported shortcomings of the year before are not carried over.</summary>
    LeftBehind,
}
