using EmulationFunctions.Year.Meetings;

namespace EmulationFunctions.Rules.Tests.Year.Meetings;

public sealed class CaptionYearsTests
{
    private static readonly MeetingYears Years = new(Reviewed: 2019, Pact: 2020, Plan: 2020);

    [Theory]
    [InlineData("Các thành viên Khối ký kết giao ước thi đua năm 2019.", 1)]
    [InlineData("Các thành viên Khối ký kết giao ước thi đua năm 2020.", 0)]
    [InlineData("Hội nghị tổng kết phong trào thi đua năm 2019 và ký kết giao ước thi đua năm 2020", 0)]
    [InlineData("Tổng kết năm 2018, giao ước năm 2021 và kế hoạch 2022", 3)]
    [InlineData("Trao cờ cho Khối trưởng năm 2021", 0)]
    [InlineData("Giao ước thi đua", 0)]
    [InlineData("Giao ước số 120205", 0)]
    [InlineData("Quang cảnh hội nghị.", 0)]
    public void A_year_other_than_the_meeting_s_is_seen(string caption, int warnings) => Assert.Equal(warnings, CaptionYears.Differing(caption, Years).Count());

    [Fact]
    public void What_the_meeting_does_not_say_contradicts_nothing() => Assert.Empty(CaptionYears.Differing("Ký kết giao ước thi đua năm 2019", MeetingYears.None));
}
