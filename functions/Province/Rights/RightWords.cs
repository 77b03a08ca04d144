using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Rights;

/// <summary>Who holds a right, as a refusal says it; <see cref="RightRules"/> decides.</summary>
internal static class RightWords
{
#pragma warning disable CS8524 // No number that is not a right stands beside a function.
    public static Words? Holders(Right right) => right switch
    {
        Right.Anyone or Right.SignedIn => null,
        Right.Read => new("người có vai trò hoặc được gắn với một đơn vị", "somebody with a role or an officer of a unit"),
        Right.Administer => new("cơ quan thường trực", "the emulation office"),
        Right.Oversee => new("cơ quan thường trực, Hội đồng và người được xem", "the office, the council and readers"),
        Right.WriteSheet => new("cán bộ của chính đơn vị (cơ quan thường trực khi năm đã kết thúc)", "an officer of the unit itself (the office once the year is over)"),
        Right.ReadSheet => new(
            "đơn vị, Khối trưởng, Khối phó, đơn vị được phân công chấm, cơ quan thường trực, Hội đồng và người được xem",
            "the unit, the bloc's head and deputy, those assigned to score it, the office, the council and readers"),
        Right.ScorePeer => new("cán bộ của đơn vị chấm chéo", "an officer of the unit that scores"),
        Right.ReportResults => new("đơn vị, Khối trưởng và cơ quan thường trực", "the unit, the bloc's head and the office"),
        Right.ReadComplaints => new("đơn vị, Khối trưởng, Khối phó, cơ quan thường trực, Hội đồng và người được xem", "the unit, the bloc's head and deputy, the office, the council and readers"),
        Right.Appraise => new("Khối trưởng, Khối phó, cơ quan chuyên môn của bảng điểm và cơ quan thường trực", "the bloc's head and deputy, the scheme's specialist bodies and the office"),
        Right.DeclareConditions => new(
            "đơn vị, Khối trưởng, Khối phó, cơ quan được bảng điểm nêu và cơ quan thường trực",
            "the unit, the bloc's head and deputy, the bodies that the scheme names and the office"),
        Right.ReadConditions => new(
            "người được xem phiếu điểm của đơn vị và cơ quan được bảng điểm nêu",
            "those who may read the unit's sheet and the bodies that the scheme names"),
        Right.LeadBloc => new("Khối trưởng của khối trong năm và cơ quan thường trực", "the bloc's head of the year and the office"),
        Right.ReadBloc => new("Khối trưởng của khối trong năm, cơ quan thường trực, Hội đồng và người được xem", "the bloc's head of the year, the office, the council and readers"),
        Right.ApproveForUnit => new(
            "người được cơ quan thường trực gắn với đơn vị kèm quyền phê duyệt (lãnh đạo đơn vị)", "somebody whom the office has bound to the unit as one who may approve for it (its leader)"),
        Right.RunBloc => new("Khối trưởng, Khối phó của khối trong năm và cơ quan thường trực", "the bloc's head and deputy of the year and the office"),
        Right.ReadBlocYear => new(
            "đơn vị thuộc khối trong năm, Khối trưởng, Khối phó, cơ quan thường trực, Hội đồng và người được xem",
            "the bloc's units of the year, its head and deputy, the office, the council and readers"),
        Right.TakePart => new("đơn vị thuộc khối trong năm, Khối trưởng, Khối phó và cơ quan thường trực", "the bloc's units of the year, its head and deputy and the office"),
        Right.CastVote => new("cán bộ của chính đơn vị", "an officer of the unit itself"),
    };
#pragma warning restore CS8524
}
