using System.Globalization;
using System.Text.Json.Nodes;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Benchmarks;

/// <summary>A scheme of so many leaves of ten points each, ten to a section, and what a unit sends when it saves the whole form.</summary>
internal static class Form
{
    private const int LeavesInSection = 10;
    private const string Words = "Đơn vị đã phát động, sơ kết, tổng kết phong trào thi đua đúng kế hoạch và gửi báo cáo đúng thời hạn; ";

    public static SchemeContent Of(int leaves)
    {
        var criteria = new List<Criterion>();
        for (var leaf = 0; leaf < leaves; leaf++)
        {
            var section = Section(leaf);
            if (leaf % LeavesInSection == 0)
            {
                criteria.Add(new(section, null, section, CriterionKind.Group, Maximum(Math.Min(LeavesInSection, leaves - leaf))));
            }

            criteria.Add(new(Leaf(leaf), section, Leaf(leaf), CriterionKind.Direct, Maximum(1)));
        }

        var half = new Points(Maximum(leaves).Hundredths / 2);
        return new($"{leaves}", Maximum(leaves), criteria, [new("D", "Đạt", half, true, null, false), new("K", "Không đạt", null, false, half, false)], []);
    }

    /// <summary>As JSON, with no other members than a scheme has had from the first: earlier builds refuse them.</summary>
    public static string Plain(int leaves)
    {
        var json = JsonNode.Parse(Of(leaves).ToJson())!.AsObject();
        Keep(json, "title", "maximum", "criteria", "ladder", "tieBreaks");
        foreach (var criterion in json["criteria"]!.AsArray())
        {
            Keep(criterion!.AsObject(), "code", "parent", "title", "kind", "maximum");
        }

        foreach (var rung in json["ladder"]!.AsArray())
        {
            Keep(rung!.AsObject(), "code", "title", "minimum", "minimumIncluded", "maximum", "maximumIncluded");
        }

        return json.ToJsonString();

        static void Keep(JsonObject json, params IEnumerable<string> names)
        {
            foreach (var name in json.Select(member => member.Key).Except(names).ToList())
            {
                json.Remove(name);
            }
        }
    }

    /// <summary>The same with every fourth leaf an option, a measure of each formula in turn, or a penalty line of a net section, under two conditions.</summary>
    public static SchemeContent OfKinds(int leaves)
    {
        var plain = Of(leaves);
        var criteria = plain.Criteria.ToList();
        for (var leaf = 3; leaf < leaves; leaf += 4)
        {
            var place = criteria.FindIndex(criterion => criterion.Code == Leaf(leaf));
            criteria[place] = Kind(criteria[place], leaf / 4 % 5);
            if (!criteria[place].IsBase)
            {
                var section = criteria.FindIndex(criterion => criterion.Code == Section(leaf));
                criteria[section] = criteria[section] with { Maximum = criteria[section].Maximum - Maximum(1), Adding = new(IsNet: true, PenaltyCap: Maximum(1)) };
            }
        }

        return plain with
        {
            Criteria = criteria,
            Maximum = Points.Sum(criteria.Where(criterion => criterion.Parent is null).Select(criterion => criterion.Maximum)),
            Conditions =
            [
                new("K1", "Có kế hoạch", [new(EffectKind.Zero, When: false, Criterion: Section(0))], [ConditionParty.Unit]),
                new("K2", "Có người bị kỷ luật", [new(EffectKind.CapClass, Class: "K")], [ConditionParty.Office]),
            ],
        };
    }

    /// <summary>What is entered for a leaf; different units enter different things.</summary>
    public static ScoreEntry Entry(Criterion leaf, int number) => leaf.Form switch
    {
        EntryForm.Option => new(leaf.Code, Option: leaf.Options![number % leaf.Options.Count].Code),
        EntryForm.Measure => new(leaf.Code, Measure: new(number % 100, 100)),
        _ => new(leaf.Code, new Points(500 + number % 500)),
    };

    public static string Leaf(int leaf) => string.Create(CultureInfo.InvariantCulture, $"{Section(leaf)}.{leaf % LeavesInSection + 1}");

    /// <summary>The body of a save that gives every leaf the same points.</summary>
    /// <param name="letters">Of the explanations, on average; 0 leaves them out.</param>
    public static string Save(int leaves, Points points, int letters = 0) =>
        $$"""{"scores":[{{string.Join(',', Enumerable.Range(0, leaves).Select(leaf => $$"""{"criterion":"{{Leaf(leaf)}}","points":{{points}}{{Explanation(leaf, letters)}}}"""))}}]}""";

    /// <summary>Half as long as the average, as long, and half as long again.</summary>
    private static string Explanation(int leaf, int letters) =>
        letters == 0 ? "" : $$"""
        ,"explanation":"{{string.Create(letters * (1 + leaf % 3) / 2, leaf, (text, from) =>
        {
            for (var at = 0; at < text.Length; at++)
            {
                text[at] = at == 0 || at == text.Length - 1 ? '.' : Words[(from + at) % Words.Length];
            }
        })}}"
        """;

    private static Criterion Kind(Criterion direct, int kind) => kind switch
    {
        0 => direct with { Kind = CriterionKind.Choice, Options = Options },
        1 => direct with { Kind = CriterionKind.Measure, Measure = new(MeasureFormula.Linear, MayExceed: true) },
        2 => direct with
        {
            Kind = CriterionKind.Measure,
            Measure = new(MeasureFormula.Ladder, Ladder:
            [
                new(default, new(To: 50, ToIncluded: false)),
                new(new(500), new(50, To: 80, ToIncluded: false)),
                new(new(800), new(80, To: 95, ToIncluded: false)),
                new(new(1000), new(95)),
            ]),
        },
        3 => direct with { Kind = CriterionKind.Measure, Measure = new(MeasureFormula.Steps, Steps: new(50, 1, new(20))) },
        _ => direct with { Kind = CriterionKind.Penalty, Options = Options },
    };

    private static IReadOnlyList<Option> Options { get; } = [new("a", new(1000), "Tốt"), new("b", new(500), "Đạt"), new("c", default, "Không đạt")];

    private static string Section(int leaf) => (leaf / LeavesInSection + 1).ToString(CultureInfo.InvariantCulture);

    private static Points Maximum(int leaves) => new(1000L * leaves);
}
