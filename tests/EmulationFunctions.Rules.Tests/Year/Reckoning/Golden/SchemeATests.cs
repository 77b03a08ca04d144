using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Rules.Tests.Year.Reckoning.Golden.GoldenSheets;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning.Golden;

/// <summary>Nghệ An, Decision 77/2025/QĐ-UBND: the average of self- and cross-score, a floor of every criterion, and two conditions from outside the table.</summary>
public sealed class SchemeATests
{
    private static readonly SchemeContent Content = A with
    {
        CrossScoring = new(null, PeerAverage.Mean, Share(50), 1),
        Conditions =
        [
            new("tu-xep", "Đơn vị tự xếp loại hoàn thành xuất sắc", [new(EffectKind.CapClass, When: false, Class: "HTTNV")], [ConditionParty.Unit]),
            new("de-nghi", "Được khối thi đua đề nghị", [new(EffectKind.CapClass, When: false, Class: "HTTNV")], [ConditionParty.Head]),
        ],
    };

    [Fact]
    public void The_scheme_has_no_fault() => Assert.Empty(SchemeRules.Check(Content));

    [Theory]
    [InlineData(10, 8, "90", "HTXSNV")]
    [InlineData(10, 7.98, "89.9", "HTTNV")]
    [InlineData(10, 8.02, "90.1", "HTXSNV")]
    [InlineData(9, 9, "90", "HTXSNV")]
    public void The_average_of_own_and_peers_points_opens_the_highest_class(decimal own, decimal peers, string average, string expected)
    {
        var scores = Average(own, peers);

        Assert.Equal(average, scores.Total.ToString());
        Assert.Equal(expected, ClassOf(Under(scores, "tu-xep", "de-nghi")));
    }

    [Theory]
    [InlineData(8.98, "89.99", "HTTNV")]
    [InlineData(9, "90", "HTXSNV")]
    [InlineData(9.02, "90.01", "HTXSNV")]
    public void One_hundredth_below_90_is_not_enough(decimal peersFirst, string average, string expected)
    {
        var tree = Content.Tree();
        var scores = CrossAverage.Of(tree.Score([("1", 9), .. Rest(9)]), [tree.Score([("1", peersFirst), .. Rest(9)])], new HashSet<string>());

        Assert.Equal(average, scores.Total.ToString());
        Assert.Equal(expected, ClassOf(Under(scores, "tu-xep", "de-nghi")));
    }

    [Theory]
    [InlineData(8.49, "HTTNV")]
    [InlineData(8.5, "HTXSNV")]
    [InlineData(8.51, "HTXSNV")]
    public void One_criterion_below_85_percent_takes_the_highest_class_away(decimal first, string expected) =>
        Assert.Equal(expected, ClassOf(Under(Content.Tree().Score([("1", first), .. Rest(9.5m)]), "tu-xep", "de-nghi")));

    [Theory]
    [InlineData("tu-xep")]
    [InlineData("de-nghi")]
    [InlineData("!tu-xep de-nghi")]
    [InlineData("tu-xep !de-nghi")]
    public void Both_outside_conditions_are_needed(string facts)
    {
        var scores = Under(Content.Tree().Score([("1", 9.5m), .. Rest(9.5m)]), facts.Split(' '));

        Assert.Equal("HTTNV", ClassOf(scores));
        Assert.Contains(": không", Classification.Of(scores).Explanation.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentence_names_each_condition_that_is_lacking() => Assert.Equal(
        "95 điểm: Hoàn thành tốt nhiệm vụ; không xếp cao hơn vì điều kiện “Đơn vị tự xếp loại hoàn thành xuất sắc”: không, điều kiện “Được khối thi đua đề nghị”: không.",
        Classification.Of(Under(Content.Tree().Score([("1", 9.5m), .. Rest(9.5m)]))).Explanation.Vi);

    private static ScoreTable Average(decimal own, decimal peers)
    {
        var tree = Content.Tree();
        return CrossAverage.Of(tree.Score([("1", own), .. Rest(own)]), [tree.Score([("1", peers), .. Rest(peers)])], new HashSet<string>());
    }

    private static ScoreTable Under(ScoreTable scores, params string[] facts) => scores.Under(HeldConditions.Of(
        Content, facts.ToDictionary(fact => fact.TrimStart('!'), fact => fact[0] != '!', StringComparer.Ordinal), isSelfScoreSent: true));

    private static IEnumerable<(string, decimal)> Rest(decimal points) => Enumerable.Range(2, 9).Select(number => ($"{number}", points));
}
