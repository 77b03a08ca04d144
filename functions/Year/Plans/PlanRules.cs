using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Plans;

/// <summary>What a plan may say.</summary>
internal static class PlanRules
{
    /// <summary>Faults of a plan; its form has been checked.</summary>
    /// <param name="year">The bloc's year.</param>
    /// <param name="plan">What was sent.</param>
    /// <param name="known">Which of the texts it cites are in the register.</param>
    /// <param name="today">In Vietnam.</param>
    public static IReadOnlyList<Fault> Check(int year, Plan plan, IReadOnlyCollection<string> known, DateOnly today)
    {
        var faults = new List<Fault>();
        AdoptionRules.CheckSaid(plan.Number, "$.number", faults);
        AdoptionRules.CheckInTime(year, plan.Day, "$.day", faults);
        CheckTexts(plan.Objectives, "$.objectives", faults);
        for (var index = 0; index < plan.SolutionGroups.Count; index++)
        {
            var (group, path) = (plan.SolutionGroups[index], $"$.solutionGroups[{index}]");
            AdoptionRules.CheckSaid(group.Title, $"{path}.title", faults);
            CheckTexts(group.Measures, $"{path}.measures", faults);
        }

        for (var index = 0; index < plan.Directives.Count; index++)
        {
            CheckDirective(plan.Directives, index, known, faults);
        }

        for (var index = 0; index < plan.CarriedOver.Count; index++)
        {
            var (item, path) = (plan.CarriedOver[index], $"$.carriedOver[{index}]");
            AdoptionRules.CheckSaid(item.Text, $"{path}.text", faults);
            AdoptionRules.CheckSaid(item.Source.Said, $"{path}.source.said", faults);
            if (item.Source.Year > year || item.Source.Year < year - 10)
            {
                faults.Add($"{path}.source.year", $"Phải từ năm {year - 10} đến năm {year}.", $"Must be from {year - 10} to {year}.");
            }
        }

        CheckTexts(plan.Implementation, "$.implementation", faults);
        if (plan.Adopted is { } adopted)
        {
            AdoptionRules.Check(year, adopted, "$.adopted", today, faults);
        }

        return faults;
    }

    private static void CheckTexts(IReadOnlyList<string> texts, string path, List<Fault> faults)
    {
        for (var index = 0; index < texts.Count; index++)
        {
            AdoptionRules.CheckSaid(texts[index], $"{path}[{index}]", faults);
        }
    }

    private static void CheckDirective(IReadOnlyList<Directive> directives, int index, IReadOnlyCollection<string> known, List<Fault> faults)
    {
        var (directive, path) = (directives[index], $"$.directives[{index}]");
        AdoptionRules.CheckSaid(directive.Provision, $"{path}.provision", faults);
        if (directive is { Text: null, Paper: null } or { Text: not null, Paper: not null })
        {
            faults.Add(path, "Nêu văn bản bằng mã trong danh mục, hoặc bằng loại, số và ngày; chỉ chọn một.", "Name the text by its id in the register or as a paper: one of the two.");
        }
        else if (directive.Text is { } text && !known.Contains(text))
        {
            faults.Add(new($"{path}.text", Province.Texts.TextWords.NotThere(text)));
        }
        else if (directives.Take(index).Contains(directive))
        {
            faults.Add(path, "Văn bản này bị lặp lại.", "This text is there twice.");
        }

        directive.Paper?.Check($"{path}.paper", faults);
    }
}
