using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Benchmarks;

/// <summary>A scheme of so many leaves of ten points each, ten to a section, and what a unit sends when it saves the whole form.</summary>
internal static class Form
{
    private const int LeavesInSection = 10;

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

    public static string Leaf(int leaf) => string.Create(CultureInfo.InvariantCulture, $"{Section(leaf)}.{leaf % LeavesInSection + 1}");

    /// <summary>The body of a save that gives every leaf the same points.</summary>
    public static string Save(int leaves, Points points) =>
        $$"""{"scores":[{{string.Join(',', Enumerable.Range(0, leaves).Select(leaf => $$"""{"criterion":"{{Leaf(leaf)}}","points":{{points}}}"""))}}]}""";

    private static string Section(int leaf) => (leaf / LeavesInSection + 1).ToString(CultureInfo.InvariantCulture);

    private static Points Maximum(int leaves) => new(1000L * leaves);
}
