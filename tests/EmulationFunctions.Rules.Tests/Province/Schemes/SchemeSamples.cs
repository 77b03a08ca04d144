using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Rules.Tests.Province.Schemes;

/// <summary>The four real schemes, as far as their sources say. What a source leaves out is marked as invented.</summary>
internal static class SchemeSamples
{
    /// <summary>A body with every member there is, none at its default.</summary>
    public const string Everything = """
        {
          "title": "Bảng điểm thi đua Khối 5", "maximum": 100,
          "criteria": [
            { "code": "I", "parent": null, "title": "Nhiệm vụ chính trị", "kind": "group", "maximum": 60.5 },
            { "code": "I.1", "parent": "I", "title": "Thực hiện chỉ tiêu", "kind": "nestedPercentage", "maximum": 40.25, "evidence": "whenClaimed",
              "nested": { "outer": 100, "outerPoints": 30, "inner": 15.5 } },
            { "code": "I.đ", "parent": "I", "title": "Báo cáo đúng hạn", "kind": "count", "maximum": 20.25, "each": 0.75 },
            { "code": "II", "parent": null, "title": "Xây dựng Đảng", "kind": "passFail", "maximum": 39.5, "evidence": "always" },
            { "code": "T", "parent": null, "title": "Điểm thưởng", "kind": "bonus", "maximum": 5 },
            { "code": "P", "parent": null, "title": "Điểm trừ", "kind": "penalty", "maximum": 3, "each": 1 }
          ],
          "ladder": [
            { "code": "XS", "title": "Xuất sắc", "minimum": 90, "minimumIncluded": true, "maximum": null, "maximumIncluded": false,
              "floor": 85, "floors": [ { "criterion": "II", "share": 100 }, { "criterion": "I", "share": 90.5 } ] },
            { "code": "K", "title": "Khá", "minimum": null, "minimumIncluded": false, "maximum": 90, "maximumIncluded": false }
          ],
          "tieBreaks": [ { "kind": "higherPointsIn", "criterion": "II" }, { "kind": "fewerDeductions" } ],
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
