using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Awards;

/// <summary>What a condition of an award may say: just what its kind looks at. Pure.</summary>
internal static class ConditionChecks
{
    public static void Check(AwardCondition one, string path, IReadOnlySet<string> codes, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(one.Title))
        {
            faults.Add($"{path}.title", "Không được để trống.", "Must not be blank.");
        }

        var kind = one.Kind;
        Demand(one.Classes, kind is AwardConditionKind.Class, "classes");
        Demand(one.Awards, kind is AwardConditionKind.Titles, "awards");
        Allow(one.Years, kind is AwardConditionKind.Class or AwardConditionKind.Titles, "years");
        Demand(one.Place, kind is AwardConditionKind.Place, "place");
        Demand(one.Points, kind is AwardConditionKind.Points, "points");
        Demand(one.Part, kind is AwardConditionKind.Share or AwardConditionKind.Count, "part");
        Demand(one.Whole, kind is AwardConditionKind.Share, "whole");
        Demand(one.Share, kind is AwardConditionKind.Share, "share");
        Demand(one.Count, kind is AwardConditionKind.Count, "count");
        Allow(one.Lists, kind is AwardConditionKind.NotListed, "lists");
        AwardChecks.Check(one.Share, $"{path}.share", faults);
        if (one.Whole is not null && one.Whole == one.Part)
        {
            faults.Add($"{path}.whole", "Không tính tỷ lệ của một số trên chính nó.", "A figure is not a part of itself.");
        }

        foreach (var (index, award) in (one.Awards ?? []).Index())
        {
            if (!codes.Contains(award))
            {
                faults.Add($"{path}.awards[{index}]", $"Không có danh hiệu “{award}” trong bộ quy định này.", $"There is no award “{award}” in this version.");
            }
        }

        void Demand(object? value, bool isNeeded, string member)
        {
            if (value is null && isNeeded)
            {
                faults.Add($"{path}.{member}", "Loại điều kiện này cần ghi trường này.", "This kind of condition needs this member.");
            }

            Allow(value, isNeeded, member);
        }

        void Allow(object? value, bool isAllowed, string member)
        {
            if (value is not null && !isAllowed)
            {
                faults.Add($"{path}.{member}", "Loại điều kiện này không dùng trường này.", "This kind of condition does not take this member.");
            }
        }
    }
}
