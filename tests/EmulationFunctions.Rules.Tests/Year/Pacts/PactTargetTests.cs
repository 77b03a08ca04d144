using EmulationFunctions.Common;
using EmulationFunctions.Year.Pacts;
using static EmulationFunctions.Rules.Tests.Year.Pacts.PactSamples;

namespace EmulationFunctions.Rules.Tests.Year.Pacts;

public sealed class PactTargetTests
{
    [Fact]
    public void A_nested_percentage_never_exceeds_its_parent() => Law.HoldsForEverySeed(random =>
    {
        var targets = new List<PactTarget>();
        for (var number = 0; number < random.Next(1, 8); number++)
        {
            targets.Add(Share($"t{number}", random.Next(0, 100_01) / 100m, number > 0 && random.Next(3) > 0 ? $"t{random.Next(number)}" : null));
        }

        var faults = new List<Fault>();
        TargetRules.Check(targets, "$", faults);
        return faults.Count == 0
            && targets.TrueForAll(one => one.Within is null ? one.OfAll(targets) == one.Percent : one.OfAll(targets) <= targets.Find(outer => outer.Id == one.Within)!.OfAll(targets));
    });

    [Fact]
    public void Fifteen_of_a_hundred_percent_is_fifteen_and_half_of_ninety_is_forty_five()
    {
        PactTarget[] targets = [Share("hoan-thanh", 100), Share("xuat-sac", 15, "hoan-thanh"), Share("tot", 90), Share("nua", 50, "tot")];

        Assert.Equal([100m, 15m, 90m, 45m], targets.Select(one => one.OfAll(targets)!.Value.ToDecimal()));
        Assert.Null(new PactTarget("loi", TargetKind.Words, "Trong sạch vững mạnh").OfAll(targets));
    }

    [Fact]
    public void Every_fault_of_targets_is_named_at_its_place()
    {
        var faults = new List<Fault>();
        TargetRules.Check(
            [
                new("a", TargetKind.Number, " ", Number: 1.00001m),
                new("a", TargetKind.Number, "x", Unit: "cây", Percent: Percent.Hundred),
                new("b", TargetKind.Percentage, "x", Number: 3, Within: "c"),
                Share("c", 1000.01m),
                Share("d", 105),
                Share("e", 101, "a"),
                Share("f", 10, "d"),
                Share("g", 10, "g"),
                new("h", TargetKind.Title, "x") { Titles = ["Công sở văn hóa", " "] },
                new("i", TargetKind.Title, "x", IsAtMost: true),
                new("k", TargetKind.Words, "x", Unit: "cây") { Titles = ["x"] },
                new("l", TargetKind.Number, "x", Number: 1_000_000_000_000_001m, Unit: "đồng"),
            ],
            "$.targets",
            faults);

        Assert.Equal(
            [
                "$.targets[0].what", "$.targets[0].number", "$.targets[0].unit",
                "$.targets[1].id", "$.targets[1].number", "$.targets[1].percent",
                "$.targets[2].number", "$.targets[2].percent", "$.targets[2].within",
                "$.targets[3].percent",
                "$.targets[5].percent", "$.targets[5].within",
                "$.targets[6].within",
                "$.targets[7].within",
                "$.targets[8].titles[1]",
                "$.targets[9].titles", "$.targets[9].isAtMost",
                "$.targets[10].unit", "$.targets[10].titles",
                "$.targets[11].number",
            ],
            faults.Select(fault => fault.Path));
    }

    [Fact]
    public void A_number_tells_whether_a_target_is_reached_and_words_do_not()
    {
        Assert.True(Share("a", 15).IsReachedBy(15));
        Assert.False(Share("a", 15).IsReachedBy(14.99m));
        Assert.True((Share("a", 1) with { IsAtMost = true }).IsReachedBy(0));
        Assert.False((Share("a", 1) with { IsAtMost = true }).IsReachedBy(1.5m));
        Assert.True(new PactTarget("b", TargetKind.Number, "cây", Number: 8400, Unit: "cây").IsReachedBy(8400));
        Assert.Null(Share("a", 15).IsReachedBy(null));
        Assert.Null(new PactTarget("c", TargetKind.Words, "Trong sạch vững mạnh").IsReachedBy(1));
    }
}
