using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

public sealed class CrossAssignmentTests
{
    public static TheoryData<int> Sizes => [.. Enumerable.Range(2, 94)];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_assignment_is_fair_for_every_number_of_peers(int size)
    {
        var units = Units(size);
        var places = units.Select((unit, place) => (unit, place)).ToDictionary(unit => unit.unit, unit => unit.place);
        for (var peers = 1; peers < size; peers++)
        {
            var scores = new bool[size, size];
            foreach (var pair in CrossAssignment.Assign(units, peers, seed: (size * 100) + peers))
            {
                var (scorer, scored) = (places[pair.Scorer], places[pair.Scored]);
                if (scorer == scored || scores[scorer, scored])
                {
                    Assert.Fail($"{pair.Scorer} scores itself, or {pair.Scored} twice.");
                }

                scores[scorer, scored] = true;
            }

            var mutual = 0;
            for (var one = 0; one < size; one++)
            {
                var (given, received) = (0, 0);
                for (var other = 0; other < size; other++)
                {
                    given += scores[one, other] ? 1 : 0;
                    received += scores[other, one] ? 1 : 0;
                    mutual += one < other && scores[one, other] && scores[other, one] ? 1 : 0;
                }

                Assert.Equal((peers, peers), (given, received));
            }

            // With n(n - 1)/2 pairs of units, what is assigned beyond that must be mutual, and nothing else is.
            Assert.Equal(int.Max(0, (size * peers) - (size * (size - 1) / 2)), mutual);
        }
    }

    [Fact]
    public void Everyone_scores_everyone_else_when_the_scheme_names_no_number_or_too_many()
    {
        Assert.Equal(20, CrossAssignment.Assign(Units(5), null, 1).Count);
        Assert.Equal(20, CrossAssignment.Assign(Units(5), 94, 1).Count);
        Assert.Empty(CrossAssignment.Assign(Units(1), null, 1));
        Assert.Empty(CrossAssignment.Assign([], 3, 1));
    }

    [Fact]
    public void The_same_seed_gives_the_same_assignment_in_any_order_of_the_units() => Law.HoldsForEverySeed(random =>
    {
        var units = Units(random.Next(2, 96));
        var peers = random.Next(1, 10);
        var seed = random.NextInt64();
        return CrossAssignment.Assign(units, peers, seed).SequenceEqual(CrossAssignment.Assign(units.OrderBy(_ => random.Next()), peers, seed));
    });

    /// <summary>The lot is written down in the audit: it must fall the same next year, on another runtime.</summary>
    [Fact]
    public void The_lot_is_fixed() => Assert.Equal(
        "u01>u04 u02>u03 u03>u01 u04>u05 u05>u02",
        string.Join(' ', CrossAssignment.Assign(Units(5), 1, 2026).Select(pair => $"{pair.Scorer}>{pair.Scored}")));

    [Fact]
    public void Another_seed_gives_another_assignment() => Assert.NotEqual(
        CrossAssignment.Assign(Units(20), 3, 1),
        CrossAssignment.Assign(Units(20), 3, 2));

    [Fact]
    public void What_cannot_be_assigned_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CrossAssignment.Assign(Units(5), 0, 1));
        Assert.Throws<ArgumentException>(() => CrossAssignment.Assign(["a", "a"], 1, 1));
    }

    [Fact]
    public void A_replacement_neither_scores_itself_nor_twice()
    {
        CrossPair[] pairs = [new("a", "b"), new("c", "b"), new("b", "a")];

        Assert.Null(CrossAssignment.WhyNotReplace(pairs, new("a", "b"), "d"));
        Assert.Contains("itself", CrossAssignment.WhyNotReplace(pairs, new("a", "b"), "b")!.En, StringComparison.Ordinal);
        Assert.Contains("already", CrossAssignment.WhyNotReplace(pairs, new("a", "b"), "c")!.En, StringComparison.Ordinal);
        Assert.Contains("not assigned", CrossAssignment.WhyNotReplace(pairs, new("d", "b"), "e")!.En, StringComparison.Ordinal);
    }

    private static List<string> Units(int size) => [.. Enumerable.Range(1, size).Select(number => $"u{number:00}")];

    [Fact]
    public void Why_a_replacement_is_refused_is_said_in_vietnamese_too()
    {
        CrossPair[] pairs = [new("a", "b"), new("c", "b"), new("b", "a")];

        Assert.Equal("Một đơn vị không được tự chấm chéo cho mình.", CrossAssignment.WhyNotReplace(pairs, new("a", "b"), "b")!.Vi);
        Assert.Equal("Đơn vị thay thế đã được phân công chấm đơn vị này.", CrossAssignment.WhyNotReplace(pairs, new("a", "b"), "c")!.Vi);
        Assert.Equal("Đơn vị này không được phân công chấm đơn vị kia.", CrossAssignment.WhyNotReplace(pairs, new("d", "b"), "e")!.Vi);
    }

    [Fact]
    public void What_cannot_be_assigned_says_why()
    {
        Assert.StartsWith("Each unit is scored by at least one peer.", Assert.Throws<ArgumentOutOfRangeException>(() => CrossAssignment.Assign(Units(5), 0, 1)).Message);
        Assert.StartsWith("A unit is given twice.", Assert.Throws<ArgumentException>(() => CrossAssignment.Assign(["a", "a"], 1, 1)).Message);
    }

    [Fact]
    public void The_lot_of_a_larger_bloc_is_fixed_too() => Assert.Equal(
        "01>03 01>04 01>05 01>06 01>08 02>01 02>03 02>05 02>06 02>07 03>01 03>04 03>06 03>07 03>08 04>02 04>03 04>05 04>07 04>08 05>01 05>02 05>03 05>04 05>07 06>01 06>02 06>04 06>05 06>08 07>01 07>02 07>03 07>06 07>08 08>02 08>04 08>05 08>06 08>07",
        string.Join(' ', CrossAssignment.Assign(Units(8), 5, -7).Select(pair => $"{pair.Scorer[1..]}>{pair.Scored[1..]}")));
}
