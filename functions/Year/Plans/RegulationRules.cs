using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

/// <summary>What a regulation may say.</summary>
internal static class RegulationRules
{
    /// <summary>Faults of a version; its form has been checked.</summary>
    public static IReadOnlyList<Fault> Check(int year, Regulation regulation)
    {
        var faults = new List<Fault>();
        AdoptionRules.CheckSaid(regulation.PaperNumber, "$.number", faults);
        AdoptionRules.CheckInTime(year, regulation.PaperDay, "$.day", faults);
        for (var index = 0; index < regulation.Articles.Count; index++)
        {
            AdoptionRules.CheckSaid(regulation.Articles[index].Title, $"$.articles[{index}].title", faults);
            AdoptionRules.CheckSaid(regulation.Articles[index].Text, $"$.articles[{index}].text", faults);
        }

        var settings = regulation.Settings;
        CheckShare(settings.Quorum, "$.settings.quorum", faults);
        CheckShare(settings.Threshold, "$.settings.threshold", faults);
        if (settings.Threshold is null != settings.Base is null)
        {
            faults.Add(
                settings.Base is null ? "$.settings.base" : "$.settings.threshold",
                "Tỷ lệ thông qua và căn cứ tính tỷ lệ phải được ghi cùng nhau.",
                "A threshold and what it is reckoned of are said together.");
        }

        if (settings is { Secrecy: Secrecy.Secret, Absentees: AbsenteeVotes.InWriting })
        {
            faults.Add(
                "$.settings.absentees",
                "Ý kiến bằng văn bản luôn biết của ai, nên không đi cùng bỏ phiếu kín.",
                "A vote in writing is known to be somebody's, so it does not go with a secret ballot.");
        }

        return faults;
    }

    /// <summary>Faults of an adoption.</summary>
    /// <param name="year">The bloc's year.</param>
    /// <param name="adoption">What was sent.</param>
    /// <param name="earlier">When the version before it was adopted; null where none was.</param>
    /// <param name="today">In Vietnam.</param>
    public static IReadOnlyList<Fault> CheckAdoption(int year, Adoption adoption, Adoption? earlier, DateOnly today)
    {
        var faults = new List<Fault>();
        AdoptionRules.Check(year, adoption, "$", today, faults);
        if (adoption.Day < earlier?.Day)
        {
            faults.Add("$.day", "Không thể trước ngày thông qua phiên bản trước.", "It cannot have been adopted before the version that it replaces.");
        }

        return faults;
    }

    private static void CheckShare(Share? share, string path, List<Fault> faults)
    {
        if (share is not null && (share.Part > share.Of || (share.Above && share.Part == share.Of)))
        {
            faults.Add(path, "Không thể nhiều hơn toàn bộ.", "It cannot be more than the whole.");
        }
    }
}
