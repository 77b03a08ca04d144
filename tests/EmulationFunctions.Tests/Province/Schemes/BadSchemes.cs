using System.Text.Json.Nodes;

namespace EmulationFunctions.Tests.Province.Schemes;

/// <summary>A scheme with one line for each thing that can be wrong with options, measures, nets, conditions, ties and printed numbers.</summary>
internal static class BadSchemes
{
    private const string Body = """
        { "title": "Bảng điểm", "maximum": 60, "criteria": [
          { "code": "I", "parent": null, "title": "Nhóm", "kind": "group", "maximum": 50, "adding": { "bonusCap": 1, "penaltyCap": 2 } },
          { "code": "I.1", "parent": "I", "title": "Không có lời", "kind": "choice", "maximum": 10, "options": [
            { "code": "a", "points": 10, "title": "" }, { "code": "a", "points": 11, "title": "Hai lần" } ] },
          { "code": "I.2", "parent": "I", "title": "Một mức", "kind": "choice", "maximum": 10, "options": [ { "code": "a", "points": 10, "title": "Có" } ] },
          { "code": "I.3", "parent": "I", "title": "Thang hở", "kind": "measure", "maximum": 10, "measure": { "formula": "ladder", "ladder": [
            { "points": 0, "of": { "to": 90, "toIncluded": false } }, { "points": 10, "of": { "from": 90, "fromIncluded": false } } ] } },
          { "code": "I.4", "parent": "I", "title": "Thang chồng", "kind": "measure", "maximum": 10, "measure": { "formula": "ladder", "ladder": [
            { "points": 0, "of": { "to": 90 } }, { "points": 10, "of": { "from": 90 } } ] } },
          { "code": "I.5", "parent": "I", "title": "b mà không có a", "kind": "measure", "maximum": 10, "measure": { "formula": "linear", "of": "value" } },
          { "code": "II", "parent": null, "title": "Điểm ròng", "kind": "group", "maximum": 10, "number": "II.", "adding": { "isNet": true, "least": 12, "most": 11 } },
          { "code": "II.1", "parent": "II", "title": "Số in dài", "kind": "direct", "maximum": 10, "step": 0, "number": "123456789012345678901234567890123" },
          { "code": "II.2", "parent": "II", "title": "Bước bằng 0", "kind": "bonus", "maximum": 2, "measure": { "formula": "steps", "steps": { "beyond": 100, "every": 0, "each": 0 } } },
          { "code": "T", "parent": null, "title": "Không trần mà có trần", "kind": "bonus", "maximum": 5, "isUncapped": true } ],
          "ladder": [],
          "tieBreaks": [ { "kind": "higherPointsIn", "criterion": "IX" }, { "kind": "higherShare", "criterion": "I.5" }, { "kind": "higherSumOf", "criteria": ["I.1", "X"] } ],
          "conditions": [
            { "code": "K1", "title": "Không ai khai", "effects": [ { "kind": "zero", "criterion": "IX" } ] },
            { "code": "K2", "title": "Vòng", "by": ["unit"], "due": "02-30", "effects": [ { "kind": "forbidBonus", "criterion": "T" } ], "unless": ["K3"] },
            { "code": "K3", "title": "Vòng", "by": ["unit"], "effects": [ { "kind": "capClass", "class": "XS" } ], "unless": ["K2", "K9"] } ] }
        """;

    /// <summary>Each fault's JSON path, and its cell once the same scheme is a workbook.</summary>
    public static readonly IReadOnlyList<(string Path, string Cell)> Faults =
    [
        ("$.criteria[0].adding.bonusCap", "'Cách cộng' E2"),
        ("$.criteria[0].adding.penaltyCap", "'Cách cộng' F2"),
        ("$.criteria[1].options[0].title", "'Lựa chọn' D2"),
        ("$.criteria[1].options[1].code", "'Lựa chọn' B3"),
        ("$.criteria[1].options[1].points", "'Lựa chọn' C3"),
        ("$.criteria[2].options", "'Lựa chọn' A4"),
        ("$.criteria[3].measure.ladder[1].of", "'Thang số đo' C3"),
        ("$.criteria[4].measure.ladder[1].of", "'Thang số đo' C5"),
        ("$.criteria[5].measure.of", "'Số đo' C4"),
        ("$.criteria[6].adding.least", "'Cách cộng' C3"),
        ("$.criteria[7].number", "'Tiêu chí' M9"),
        ("$.criteria[7].step", "'Tiêu chí' K9"),
        ("$.criteria[8].measure.steps.each", "'Số đo' H5"),
        ("$.criteria[8].measure.steps.every", "'Số đo' G5"),
        ("$.criteria[9].maximum", "'Tiêu chí' E11"),
        ("$.conditions[0].by", "'Điều kiện' C2"),
        ("$.conditions[0].effects[0].criterion", "'Hệ quả' E2"),
        ("$.conditions[1].due", "'Điều kiện' G3"),
        ("$.conditions[1].unless", "'Điều kiện' K3"),
        ("$.conditions[2].effects[0]", "'Hệ quả' B4"),
        ("$.conditions[2].unless[1]", "'Điều kiện' K4"),
        ("$.tieBreaks[0].criterion", "'Tiêu chí phụ' B2"),
        ("$.tieBreaks[1].criterion", "'Tiêu chí phụ' B3"),
        ("$.tieBreaks[2].criteria[1]", "'Tiêu chí phụ' C4"),
    ];

    public static JsonNode Json => JsonNode.Parse(Body)!;
}
