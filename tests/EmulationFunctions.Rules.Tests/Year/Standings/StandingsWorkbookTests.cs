using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Standings;

namespace EmulationFunctions.Rules.Tests.Year.Standings;

public sealed class StandingsWorkbookTests
{
    [Theory]
    [InlineData("Khối 5: \"A/B\"*?", "Xếp hạng Khối 5_ _A_B___ 2026 (tạm tính)")]
    [InlineData("Kho\u0302\u0301i\u0001\u202E 5", "Xếp hạng Khối_ 5 2026 (tạm tính)")]
    public void A_file_name_holds_nothing_that_a_file_system_forbids(string bloc, string expected) => Assert.Equal(
        expected,
        StandingsWorkbook.FileName(new(new(2026, "nam", "khoi-5"), StandingsState.Preview, bloc, StandingsScheme.Of(SchemeSamples.D.Tree()), null, null, [], [], 1)));
}
