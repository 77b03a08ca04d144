using EmulationFunctions.Year.Meetings;

namespace EmulationFunctions.Rules.Tests.Year.Meetings;

public sealed class MeetingAppointmentTests
{
    [Theory]
    [InlineData("Chiều ngày 03/12/2026", "14:00, Chiều ngày 03/12/2026")]
    [InlineData("Chiều 3/12", "14:00, Chiều ngày 03/12/2026")]
    [InlineData("ngày 03 tháng 12 năm 2026", "14:00, ngày 03/12/2026")]
    [InlineData("Vừa qua", "14:00, Vừa qua ngày 03/12/2026")]
    [InlineData("Chiều 16/01", "14:00, Chiều 16/01 ngày 03/12/2026")] // another day: what the source says is kept
    [InlineData("03/12/2025", "14:00, 03/12/2025 ngày 03/12/2026")]
    [InlineData(null, "14:00, ngày 03/12/2026")]
    public void A_day_is_said_once_though_the_source_s_words_say_it_too(string? said, string expected) =>
        Assert.Equal(expected, MeetingAppointment.When(new(new(2026, 12, 3), "14:00", null, said)));

    [Fact]
    public void Where_only_words_are_known_they_are_all_that_is_said() =>
        Assert.Equal("Chiều 16/01", MeetingAppointment.When(new(Said: "Chiều 16/01")));
}
