using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Texts;

namespace EmulationFunctions.Year.Plans;

/// <summary>A bloc's plan of the year as the paper that is signed.</summary>
internal static class PlanPaper
{
    /// <param name="bloc">What people call the bloc.</param>
    /// <param name="year">The year.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="texts">The texts of the register that it cites, by id.</param>
    /// <param name="kind">A cluster has another head than a bloc.</param>
    public static Paper Compose(string bloc, int year, Plan plan, IReadOnlyDictionary<string, LegalText> texts, BlocKind kind = default) => new(
        new(bloc, "Kế hoạch", $"Hoạt động thi đua, khen thưởng năm {year}") { BodyAbove = PaperHead.UnknownBody, Number = plan.Number.OrGap("số, ký hiệu"), Day = plan.Day },
        [
            .. AdoptionWords.DraftMark(plan.Adopted),
            new PaperHeading(1, "I. MỤC TIÊU, NHIỆM VỤ"),
            .. Objectives(plan),
            new PaperHeading(1, "II. CÁC NHÓM GIẢI PHÁP"),
            .. Groups(plan),
            .. Carried(plan),
            new PaperHeading(1, plan.CarriedOver.Count > 0 ? "IV. TỔ CHỨC THỰC HIỆN" : "III. TỔ CHỨC THỰC HIỆN"),
            .. plan.Implementation.Count == 0
                ? [new PaperParagraph(PaperText.Gap("phân công tổ chức thực hiện"))]
                : plan.Implementation.Select(PaperBlock (text, index) => new PaperParagraph(((PaperText)(plan.Implementation.Count == 1 ? text : FormattableString.Invariant($"{index + 1}. {text}"))).Stopped())),
            .. AdoptionWords.Told("Kế hoạch", plan.Adopted, year, kind),
        ])
    {
        Grounds = plan.Directives.Count == 0 ? [PaperText.Gap("căn cứ ban hành")] : [.. plan.Directives.Select(directive => (PaperText)$"Căn cứ {Cited(directive, texts)}")],
        Signatures = [AdoptionWords.SignedByHead(kind, "kế hoạch")],
        Recipients = AdoptionWords.Recipients,
    };

    private static IEnumerable<PaperBlock> Objectives(Plan plan)
    {
        if (plan.Objectives.Count > 0)
        {
            yield return new PaperList([.. plan.Objectives.Select(text => ((PaperText)text).Stopped())], PaperMark.Number);
        }

        if (Missing(plan.StatedObjectives, plan.Objectives.Count) is { } missing)
        {
            yield return new PaperParagraph(PaperText.Gap($"{missing} mục tiêu, nhiệm vụ"));
        }
        else if (plan.Objectives.Count == 0)
        {
            yield return new PaperParagraph(PaperText.Gap("mục tiêu, nhiệm vụ"));
        }
    }

    private static IEnumerable<PaperBlock> Groups(Plan plan)
    {
        for (var index = 0; index < plan.SolutionGroups.Count; index++)
        {
            var group = plan.SolutionGroups[index];
            yield return new PaperHeading(2, $"{index + 1}. {group.Title}");
            if (group.Measures.Count > 0)
            {
                yield return new PaperList([.. group.Measures.Select(measure => ((PaperText)measure).Stopped())]);
            }
        }

        if (Missing(plan.StatedSolutionGroups, plan.SolutionGroups.Count) is { } missing)
        {
            yield return new PaperParagraph(PaperText.Gap($"{missing} nhóm giải pháp"));
        }
        else if (plan.SolutionGroups.Count == 0)
        {
            yield return new PaperParagraph(PaperText.Gap("các nhóm giải pháp"));
        }
    }

    private static IEnumerable<PaperBlock> Carried(Plan plan)
    {
        if (plan.CarriedOver.Count > 0)
        {
            yield return new PaperHeading(1, "III. TỒN TẠI, KẾT LUẬN CÁC NĂM TRƯỚC CHUYỂN SANG");
            yield return new PaperList([.. plan.CarriedOver.Select(item => (PaperText)$"{item.Text.TrimEnd('.', ';')} ({Told(item.Source)}).")]);
        }
    }

    private static string Told(CarriedSource source)
    {
        var room = source.Room switch
        {
            SourceRoom.Report => "báo cáo",
            SourceRoom.Meeting => "cuộc họp",
            SourceRoom.Inspection => "kiểm tra chéo",
            SourceRoom.Plan => "kế hoạch",
            _ => "nguồn khác",
        };
        return FormattableString.Invariant($"{source.Said ?? room}, năm {source.Year}");
    }

    private static string Cited(Directive directive, IReadOnlyDictionary<string, LegalText> texts)
    {
        var paper = directive.Text is { } text && texts.TryGetValue(text, out var found) ? found.Paper : directive.Paper;
        return $"{(directive.Provision is { } part ? $"{part} " : "")}{paper?.Cited() ?? directive.Text}";
    }

    private static int? Missing(int? stated, int listed) => stated - listed is > 0 and var missing ? missing : null;
}
