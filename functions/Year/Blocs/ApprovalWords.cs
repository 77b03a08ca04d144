using EmulationFunctions.Common;
using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Year.Blocs;

/// <summary>What an officer is told whose unit's leader has to approve first.</summary>
internal static class ApprovalWords
{
    /// <param name="what">What the regulation asks for, as a sentence.</param>
    /// <returns>409, with who may.</returns>
    public static Refusal Refuse(Words what)
    {
        var who = RightWords.Holders(Right.ApproveForUnit)!;
        return Refusal.Rule("approval-needed", new(
            $"{what.Vi} Chỉ {who.Vi} làm được; nếu chưa có ai, đề nghị cơ quan thường trực gắn quyền.",
            $"{what.En} Only {who.En} may; where there is nobody yet, ask the office to say who it is."));
    }
}
