using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Rules.Tests.Province.Schemes;

/// <summary>The four real schemes, as far as their sources say. What a source leaves out is marked as invented.</summary>
internal static class SchemeSamples
{
    /// <summary>A body with every member there is, none at its default but isDraft, which would keep its sums from being looked at.</summary>
    public const string Everything = """
        {
          "title": "Bảng điểm thi đua Khối 5", "maximum": 120,
          "criteria": [
            { "code": "I", "parent": null, "title": "Nhiệm vụ chính trị", "kind": "group", "maximum": 60.5 },
            { "code": "I.1", "parent": "I", "title": "Thực hiện chỉ tiêu", "kind": "nestedPercentage", "maximum": 40.25, "evidence": "whenClaimed",
              "nested": { "outer": 100, "outerPoints": 30, "inner": 15.5 } },
            { "code": "I.đ", "parent": "I", "title": "Báo cáo đúng hạn", "kind": "count", "maximum": 20.25, "each": 0.75 },
            { "code": "II", "parent": null, "title": "Xây dựng Đảng", "kind": "passFail", "maximum": 39.5, "evidence": "always" },
            { "code": "III", "parent": null, "title": "Cải cách hành chính", "kind": "group", "maximum": 20, "number": "III.",
              "adding": { "isNet": true, "least": -1.5, "most": 21, "bonusCap": 1.5, "penaltyCap": 4, "isRescaled": true } },
            { "code": "III.1", "parent": "III", "title": "Kế hoạch", "kind": "choice", "maximum": 5, "step": 0.25, "number": "1.a)",
              "basis": "Kế hoạch, báo cáo của đơn vị", "checkedBy": "Sở Nội vụ",
              "options": [ { "code": "a", "points": 5, "title": "Ban hành trước 15/01" }, { "code": "b", "points": 2.5, "title": "Ban hành sau 15/01" } ] },
            { "code": "III.2", "parent": "III", "title": "Hồ sơ trễ hạn", "kind": "measure", "maximum": 10,
              "measure": { "formula": "ladder", "of": "value", "mayExceed": true, "wins": "fewerPoints", "otherwise": 0.5, "ladder": [
                { "points": 10, "of": { "from": 0, "fromIncluded": true, "to": 3, "toIncluded": false }, "whole": { "from": 1.5, "fromIncluded": false, "to": 500, "toIncluded": false } },
                { "points": 4, "of": { "from": 2.25, "fromIncluded": false, "to": null, "toIncluded": true }, "whole": null } ] } },
            { "code": "III.3", "parent": "III", "title": "Tài khoản", "kind": "measure", "maximum": 5, "measure": { "formula": "linear", "target": 95.5 } },
            { "code": "III.4", "parent": "III", "title": "Vượt chỉ tiêu", "kind": "bonus", "maximum": 2,
              "measure": { "formula": "steps", "mayExceed": true, "steps": { "beyond": 100, "every": 1.5, "each": 0.1, "at": 0.5 } } },
            { "code": "III.5", "parent": "III", "title": "Chậm báo cáo", "kind": "penalty", "maximum": 4 },
            { "code": "T", "parent": null, "title": "Điểm thưởng", "kind": "bonus", "maximum": 0, "isUncapped": true },
            { "code": "P", "parent": null, "title": "Điểm trừ", "kind": "penalty", "maximum": 3, "each": 1 }
          ],
          "ladder": [
            { "code": "XS", "title": "Xuất sắc", "minimum": 90, "minimumIncluded": true, "maximum": null, "maximumIncluded": false,
              "floor": 85, "floors": [ { "criterion": "II", "share": 100 }, { "criterion": "I", "share": 90.5 } ], "noneAtZero": true },
            { "code": "K", "title": "Khá", "minimum": null, "minimumIncluded": false, "maximum": 90, "maximumIncluded": false }
          ],
          "tieBreaks": [
            { "kind": "higherPointsIn", "criterion": "II" }, { "kind": "fewerDeductions" }, { "kind": "higherMeasure", "criteria": ["III.2", "III.3"] },
            { "kind": "ballot" }, { "kind": "decision" }
          ],
          "conditions": [
            { "code": "khien-trach", "title": "Người đứng đầu bị khiển trách", "by": ["head", "office"], "body": "thanh-tra", "due": "01-31", "isDueNextYear": true, "evidence": "always",
              "effects": [ { "kind": "capClass", "class": "K" }, { "kind": "forbidBonus", "criterion": "T" } ], "unless": ["tu-phat-hien"] },
            { "code": "tu-phat-hien", "title": "Đơn vị tự phát hiện", "by": ["unit"], "effects": [] },
            { "code": "da-nop", "title": "Đã nộp phiếu tự chấm", "source": "selfScoreSent", "effects": [ { "kind": "lowestClass", "when": false } ] }
          ],
          "floorsRead": "base", "isDraft": false, "proRata": "months",
          "basis": "percentOfAssigned", "rounding": "halfToEven", "shownDecimals": 1, "floorsOn": "leaves",
          "bonusCap": 4.5, "penaltyCap": 2, "bonusClassified": false, "bonusRanked": false, "classificationCap": 100,
          "crossScoring": { "peers": 3, "average": "median", "selfShare": 50.5, "minimumPeers": 2 },
          "appraisal": {
            "rounds": 3, "revisions": 1, "head": "score", "deputy": "sendBack", "office": "score",
            "specialists": [ { "criterion": "II", "unit": "so-noi-vu" } ]
          }
        }
        """;

    /// <summary>Nghệ An, Decision 77/2025/QĐ-UBND, ladder from a sister draft of the same province. The ten criteria are invented.</summary>
    public static SchemeContent A { get; } = new(
        "Bảng điểm A",
        P(100),
        [.. Enumerable.Range(1, 10).Select(number => Direct($"{number}", null, 10))],
        [
            new("HTXSNV", "Hoàn thành xuất sắc nhiệm vụ", P(90), true, null, false, Floor: Share(85)),
            new("HTTNV", "Hoàn thành tốt nhiệm vụ", P(80), true, P(90), false, Floor: Share(80)),
            new("HTNV", "Hoàn thành nhiệm vụ", P(70), true, P(80), false, Floor: Share(70)),
            new("KHTNV", "Không hoàn thành nhiệm vụ", null, false, P(70), false),
        ],
        []);

    /// <summary>Ho Chi Minh City 2008, with the bonus of its form "Bảng biểu 4". Criterion 08 is inferred from the total of 100; no ladder was found.</summary>
    public static SchemeContent B { get; } = new(
        "Bảng điểm B",
        P(100),
        [
            .. new[] { 10, 10, 20, 10, 10, 10, 20, 10 }.Select((points, index) => Direct($"0{index + 1}", null, points)),
            new("T1", null, "Cờ của Thành phố hoặc của Bộ", CriterionKind.Bonus, P(10), EvidenceRule.Always, Each: P(10)),
            new("T2", null, "Cờ của Chính phủ", CriterionKind.Bonus, P(15), EvidenceRule.Always, Each: P(15)),
        ],
        [],
        []);

    /// <summary>Fatherland Front, Đồng Nai: bonus stands beside, the class looks at no more than 100. The criteria are invented.</summary>
    public static SchemeContent D { get; } = new(
        "Bảng điểm D",
        P(100),
        [
            Group("I", null, 60),
            Direct("I.1", "I", 33.35m),
            Direct("I.2", "I", 26.65m),
            Group("II", null, 40),
            Direct("II.1", "II", 40),
            new("III", null, "Điểm thưởng", CriterionKind.Bonus, P(10), EvidenceRule.Always),
        ],
        [
            new("XS", "Xuất sắc", P(95), true, P(100), true),
            new("T", "Tốt", P(85), true, P(95), false),
            new("K", "Khá", P(0), true, P(85), false),
        ],
        [],
        BonusClassified: false,
        ClassificationCap: P(100));

    public static Points P(decimal points) => Points.FromDecimal(points);

    public static Percent Share(decimal percent) => Percent.FromDecimal(percent);

    public static Criterion Group(string code, string? parent, decimal maximum) =>
        new(code, parent, $"Nhóm {code}", CriterionKind.Group, P(maximum));

    public static Criterion Direct(string code, string? parent, decimal maximum) =>
        new(code, parent, $"Tiêu chí {code}", CriterionKind.Direct, P(maximum));

    public static Criterion PassFail(string code, string? parent, decimal maximum) =>
        new(code, parent, $"Tiêu chí {code}", CriterionKind.PassFail, P(maximum));

    public static SchemeTree Tree(this SchemeContent content, params string[] voided) =>
        SchemeTree.Of(new Scheme("mau", 1, content), voided.ToHashSet());

    /// <summary>A scheme of the given lines, its maximum their sum.</summary>
    public static SchemeContent Of(params Criterion[] criteria) => new(
        "Bảng điểm",
        Points.Sum(criteria.Where(criterion => criterion is { Parent: null, IsBase: true }).Select(criterion => criterion.Maximum)),
        criteria,
        [],
        []);

    public static ScoreEntry Entry(string criterion, decimal points) => new(criterion, P(points));

    /// <summary>Points of direct leaves, by code.</summary>
    public static ScoreTable Score(this SchemeTree tree, params (string Code, decimal Points)[] scores) =>
        SheetScores.Compute(tree, SheetContent.Of([.. scores.Select(score => Entry(score.Code, score.Points))]));
}
