using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Year.Nominations;

/// <summary>What nominations, suspensions and outside lists may say. Pure.</summary>
internal static class NominationRules
{
    /// <summary>Faults of what was sent; its form has been checked.</summary>
    /// <param name="award">The award by the rules under which the nomination is opened.</param>
    public static IReadOnlyList<Fault> Check(NominationBody body, Award award, DateOnly today)
    {
        var faults = new List<Fault>();
        if (body.Figures is { } figures)
        {
            CheckFigures(figures, today, faults);
        }

        foreach (var (index, one) in body.Statements.Index())
        {
            var path = $"$.statements[{index}]";
            if (award.Conditions.FirstOrDefault(condition => condition.Code == one.Condition) is not { Kind: AwardConditionKind.Stated })
            {
                faults.Add($"{path}.condition", $"“{one.Condition}” không phải điều kiện cần xác nhận bằng lời của danh hiệu này.", $"“{one.Condition}” is no condition of this award that is stated.");
            }
            else if (body.Statements.Take(index).Any(earlier => earlier.Condition == one.Condition))
            {
                faults.Add($"{path}.condition", $"Điều kiện “{one.Condition}” bị lặp lại.", $"The condition “{one.Condition}” is there twice.");
            }

            CheckText(one.Source, $"{path}.source", faults);
        }

        return faults;
    }

    public static IReadOnlyList<Fault> Check(SuspensionBody body, DateOnly today)
    {
        var faults = new List<Fault>();
        CheckPast(body.Since, "$.since", today, faults);
        CheckText(body.Reason, "$.reason", faults);
        CheckText(body.Source, "$.source", faults);
        return faults;
    }

    public static IReadOnlyList<Fault> Check(SuspensionLiftingBody body, DateOnly today)
    {
        var faults = new List<Fault>();
        CheckPast(body.Day, "$.day", today, faults);
        CheckText(body.Reason, "$.reason", faults);
        return faults;
    }

    /// <param name="units">Those of the named units that the roster has.</param>
    public static IReadOnlyList<Fault> Check(OutsideListBody body, IReadOnlySet<string> units, DateOnly today)
    {
        var faults = new List<Fault>();
        CheckText(body.Body, "$.body", faults);
        CheckText(body.About, "$.about", faults);
        CheckPast(body.Received, "$.received", today, faults);
        body.Paper?.Check("$.paper", faults);
        if (body is { Received: null, Entries.Count: > 0 })
        {
            faults.Add("$.received", "Danh sách đã nêu tên đơn vị thì cần ghi ngày nhận.", "A list that names units has a day on which it came.");
        }

        foreach (var (index, one) in body.Entries.Index())
        {
            if (!units.Contains(one.Unit))
            {
                faults.Add($"$.entries[{index}].unit", $"Không có đơn vị '{one.Unit}'.", $"There is no unit '{one.Unit}'.");
            }

            CheckText(one.Finding, $"$.entries[{index}].finding", faults);
        }

        return faults;
    }

    /// <summary>Why a unit cannot be proposed for the award at all; null when it can.</summary>
    public static Words? WhyNotProposed(Award award, UnitKind kind, BlocLevel level) =>
        award.Subject != AwardSubject.Unit ? new($"{award.Title} không tặng cho đơn vị thành viên của khối.", $"{award.Title} is not given to a unit of a bloc.")
        : award.Kinds is { } kinds && !kinds.Contains(kind) ? new($"{award.Title} không dành cho loại đơn vị này.", $"{award.Title} is not for units of this kind.")
        : award.Blocs is { } needed && needed != level ? new(
            $"{award.Title} chỉ dành cho đơn vị trong cụm, khối do {(needed == BlocLevel.Province ? "tỉnh" : "sở, ban, ngành")} tổ chức.", $"{award.Title} is for units of other blocs.")
        : null;

    private static void CheckFigures(NominationFigures figures, DateOnly today, List<Fault> faults)
    {
        CheckPast(figures.AsOf, "$.figures.asOf", today, faults);
        CheckText(figures.Source, "$.figures.source", faults);
        if (Enum.GetValues<AwardFigure>().All(one => figures.Of(one) is null))
        {
            faults.Add("$.figures", "Cần ít nhất một số liệu.", "At least one figure is needed.");
        }

        CheckPart(figures.Women, figures.People, "women", new("số người", "the people"), faults);
        CheckPart(figures.DirectWorkers, figures.People, "directWorkers", new("số người", "the people"), faults);
        CheckPart(figures.AdvancedWorkers, figures.People, "advancedWorkers", new("số người", "the people"), faults);
        CheckPart(figures.BaseFighters, figures.People, "baseFighters", new("số người", "the people"), faults);
        CheckPart(figures.SmallCollectives, figures.Collectives, "smallCollectives", new("số tập thể", "the collectives"), faults);
    }

    private static void CheckPart(int? part, int? whole, string member, Words of, List<Fault> faults)
    {
        if (part > whole)
        {
            faults.Add($"$.figures.{member}", $"Không thể nhiều hơn {of.Vi}.", $"Cannot be more than {of.En}.");
        }
    }

    private static void CheckPast(DateOnly? day, string path, DateOnly today, List<Fault> faults)
    {
        if (day > today)
        {
            faults.Add(path, "Không thể sau hôm nay.", "Cannot be after today.");
        }
    }

    private static void CheckText(string? text, string path, List<Fault> faults)
    {
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            faults.Add(path, "Không được để trống.", "Must not be blank.");
        }
    }
}
