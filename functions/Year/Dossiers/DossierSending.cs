using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Dossiers;

/// <summary>What is sent is whole.</summary>
internal static class DossierSending
{
    /// <exception cref="Refusal">409 with every gap.</exception>
    public static void DemandWhole(DossierCheck check)
    {
        if (check.Gaps.Count > 0)
        {
            throw new Refusal(
                StatusCodes.Status409Conflict,
                "dossier-incomplete",
                new($"Hồ sơ còn thiếu {check.Gaps.Count} nội dung; chưa nộp.", $"The dossier lacks {Words.Count(check.Gaps.Count, "thing")}; it was not sent."),
                [.. check.Gaps.Select(gap => new Fault(gap.Path, gap.Words))]);
        }
    }
}
