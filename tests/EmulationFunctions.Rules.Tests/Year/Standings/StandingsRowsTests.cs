using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using EmulationFunctions.Year.Standings;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Standings;

/// <summary>What is stored of a place comes back as it was, and what earlier builds stored is still read.</summary>
public sealed class StandingsRowsTests
{
    private static readonly DateTimeOffset At = new(2026, 12, 20, 8, 0, 0, TimeSpan.Zero);

    private static readonly PlacedUnit Place = new(
        "so-a", "Sở A", 1, false, P(80), P(80), P(80), P(100), P(0), P(0), new(80_00), new("T", "Tốt"), new("Vì sao.", "Why."), new("Hạng 1.", "Rank 1."), "h", At,
        TieBreakKind.Ballot, new("số liệu M là 7,5", "measured in M: 7.5"));

    [Fact]
    public void A_place_comes_back_with_what_decided_it_and_its_measures() =>
        Assert.Equal(Place, StandingsRows.PlaceOf(StandingsRows.Row("p", Place)).Place);

    [Fact]
    public void A_unit_apart_comes_back_with_its_class()
    {
        var apart = new UnitApart("so-b", "Sở B", new("Chưa nộp.", "Not submitted."), new("K", "Khá"), new("Khá vì chưa nộp.", "Khá, because it is not submitted."));

        Assert.Equal(apart, StandingsRows.PlaceOf(StandingsRows.Row("p", apart, new("so-b", "Sở B", null, apart.Reason))).Apart);
    }

    [Fact]
    public void Rows_of_earlier_builds_are_still_read()
    {
        var place = StandingsRows.Row("p", Place);
        foreach (var name in new[] { "DecidedBy", "Measures", "MeasuresInEnglish" })
        {
            place.Remove(name);
        }

        var apart = new UnitApart("so-b", "Sở B", new("Chưa nộp.", "Not submitted."));
        var row = StandingsRows.Row("p", apart, new("so-b", "Sở B", null, apart.Reason));
        foreach (var name in new[] { "Class", "ClassTitle", "ClassExplanation", "ClassExplanationInEnglish" })
        {
            row.Remove(name);
        }

        var decision = BlocRows.Row("p", new TieDecision(TieBreakKind.Decision, ["b", "a"], "QĐ 1", "Vì.", At));
        decision.Remove("Day");
        decision.Remove("Result");

        Assert.Equal(Place with { DecidedBy = null, Measures = null }, StandingsRows.PlaceOf(place).Place);
        Assert.Equal(apart, StandingsRows.PlaceOf(row).Apart);
        Assert.Equal((null, null, "QĐ 1"), (BlocRows.Decided(decision).Day, BlocRows.Decided(decision).Result, BlocRows.Decided(decision).Authority));
    }
}
