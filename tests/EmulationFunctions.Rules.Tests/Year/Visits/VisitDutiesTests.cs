using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Visits;

namespace EmulationFunctions.Rules.Tests.Year.Visits;

public sealed class VisitDutiesTests
{
    private static readonly DateOnly Visited = new(2026, 10, 6);
    private static readonly DateOnly Until = new(2026, 12, 15);

    [Fact]
    public void The_unit_that_was_visited_owes_what_is_to_be_mended_from_the_visit_to_its_day_until_it_is()
    {
        var visit = new Inspection("kiem-tra-1", "so-b", Visited, ["so-c"], null, Visited,
        [
            new(1, "Hồ sơ trễ hạn.", MendBy: Until),
            new(2, "Thiếu sổ theo dõi.", MendBy: Until, Mended: new(new(2026, 11, 1), "Đã lập sổ.")),
            new(3, "Nề nếp tốt."),
        ], 1);

        var duties = VisitDuties.Of("nam", [visit]).ToList();

        Assert.Equal([("nam/kiem-tra-1/1", false), ("nam/kiem-tra-1/2", true)], duties.Select(duty => (duty.Id, duty.IsDone)));
        Assert.All(duties, duty => Assert.Equal(("so-b", Until, Visited, true, DutyKind.Finding), (duty.Unit, duty.Due, duty.Asked, duty.IsChased, duty.Kind)));
    }
}
