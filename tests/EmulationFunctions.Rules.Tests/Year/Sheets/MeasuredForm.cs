using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Sheets;

/// <summary>
/// A form with everything that is chosen, measured, netted or conditional. The lines are invented, but for the ladder of II.3, whose bounds overlap as in Cần Thơ 157/KH-UBND.
/// </summary>
internal static class MeasuredForm
{
    /// <summary>A body outside of the bloc that declares a condition.</summary>
    public const string Inspectorate = "t-thanh-tra";

    public static SchemeContent Content { get; } = new(
        "Bảng điểm có số đo",
        P(100),
        [
            Group("I", null, 30) with { Number = "I.", Title = "Kế hoạch và báo cáo", Adding = new(IsNet: true, PenaltyCap: P(4)) },
            Direct("I.1", "I", 20) with { Number = "1.", Title = "Thực hiện chế độ báo cáo", Basis = "Báo cáo của đơn vị; sổ theo dõi của Sở Nội vụ", CheckedBy = "Sở Nội vụ" },
            new("I.2", "I", "Ban hành kế hoạch", CriterionKind.Choice, P(10), EvidenceRule.WhenClaimed, Options: [new("a", P(10), "Trước 15/01"), new("b", P(5), "Sau 15/01")], Number: "2.a)"),
            new("I.T", "I", "Mô hình mới", CriterionKind.Bonus, P(2), Options: [new("1", P(1), "Cấp xã"), new("2", P(2), "Cấp tỉnh")]),
            new("I.P", "I", "Báo cáo chậm", CriterionKind.Penalty, P(6), Each: P(1)),
            new("I.Q", "I", "Hồ sơ trễ hạn", CriterionKind.Penalty, P(3), Measure: new(MeasureFormula.Ladder, MeasureOf.Value, Ladder:
            [
                new(P(0), new(To: 0)), new(P(1), new(0, false, 10)), new(P(3), new(10, false)),
            ])),
            Group("II", null, 70) with { Number = "II.", Title = "Thanh toán không dùng tiền mặt" },
            new("II.1", "II", "Mở tài khoản mới", CriterionKind.Measure, P(40), Measure: new(MeasureFormula.Linear)),
            new("II.2", "II", "Phát hành thẻ mới", CriterionKind.Measure, P(25), Measure: new(MeasureFormula.Linear, MayExceed: true)),
            new("II.3", "II", "Chi trả không dùng tiền mặt", CriterionKind.Measure, P(5), Measure: new(MeasureFormula.Ladder, Wins: Winner.MorePoints, Otherwise: P(0), Ladder:
            [
                new(P(2), new(88, true, 90)), new(P(3), new(90, true, 95)), new(P(4), new(95, true, 100, false)), new(P(5), new(100)),
            ])),
            new("G", null, "Tổng số tài khoản", CriterionKind.Measure, P(0), Measure: new(MeasureFormula.Recorded, MeasureOf.Value)),
            new("T", null, "Vượt chỉ tiêu", CriterionKind.Bonus, P(0.5m), Measure: new(MeasureFormula.Steps, MayExceed: true, Steps: new(100, 1, P(0.1m)))),
        ],
        [
            new("XS", "Xuất sắc", P(90), true, null, false),
            new("T", "Tốt", P(70), true, P(90), false),
            new("K", "Khá", null, false, P(70), false),
        ],
        [],
        BonusCap: P(3),
        Conditions:
        [
            new("KH", "Kế hoạch được công bố", [new(EffectKind.Zero, When: false, Criterion: "II.1")], [ConditionParty.Unit], Due: "12-05", Evidence: EvidenceRule.WhenClaimed),
            new("KT", "Người đứng đầu bị khiển trách", [new(EffectKind.CapClass, Class: "T"), new(EffectKind.ForbidBonus, Criterion: "I")], [ConditionParty.Head], Inspectorate, Unless: ["TPH"]),
            new("TPH", "Đơn vị tự phát hiện", [], [ConditionParty.Office]),
            new("NOP", "Đã nộp phiếu tự chấm", [new(EffectKind.LowestClass, When: false)], Source: ConditionSource.SelfScoreSent),
        ]);

    /// <summary>18 + 5 + 1 - 4 (of 6 + 3, up to the cap) = 20; 40 × 150/200 = 30, 25 of 25, 3 at 90 %, where two steps meet; and a bonus of 0.3.</summary>
    public static IReadOnlyList<ScoreEntry> Entries { get; } =
    [
        Entry("I.1", 18),
        new("I.2", Option: "b", Explanation: "Kế hoạch số 12/KH ngày 20/01"),
        new("I.T", Option: "1"),
        new("I.P", Count: 7),
        new("I.Q", Measure: new(12)),
        new("II.1", Measure: new(150, 200)),
        new("II.2", Measure: new(130, 100)),
        new("II.3", Measure: new(90, 100)),
        new("G", Measure: new(1_234.5m)),
        new("T", Measure: new(103.5m, 100)),
    ];
}
