using EmulationFunctions.Common;
using EmulationFunctions.Office.Reminders;
using EmulationFunctions.Province.Decisions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Rules.Tests.Province.Decisions;

/// <summary>What units have not given back of titles that were taken back.</summary>
public sealed class OpenReturnTests
{
    private static readonly GivenTitle Flag = new("so-a", "co");
    private static readonly GivenTitle Certificate = new("so-a", "bang-khen");
    private static readonly GivenTitle Other = new("so-b", "co");

    [Fact]
    public void What_was_taken_back_is_open_until_object_and_money_have_come_back()
    {
        var decision = Decision(new TitleReturn(Flag, new(2027, 3, 5), new(2027, 3, 9), null, null));

        Assert.Equal(
            [new(2026, "qd-1", Flag, new(2027, 3, 1), "40/QĐ-UBND", new(2027, 3, 5), false, true), new(2026, "qd-1", Certificate, new(2027, 3, 1), "40/QĐ-UBND", null, true, true)],
            OpenReturn.Of(decision));
        Assert.Equal([Certificate], OpenReturn.Of(Decision(new TitleReturn(Flag, new(2027, 3, 5), new(2027, 3, 9), new(2027, 3, 9), 0))).Select(one => one.Title));
        Assert.Empty(OpenReturn.Of(decision with { Revocations = [] }));
    }

    [Theory]
    [InlineData(2027, false, true)] // the year in which it was taken back
    [InlineData(2026, true, false)]
    [InlineData(2028, false, false)] // while 2027 goes on it is shown there
    [InlineData(2028, true, true)]
    public void It_is_shown_with_the_year_in_which_it_was_taken_back_and_later_once_that_is_over(int year, bool isLastOver, bool isShown)
    {
        var duties = ReturnDuties.Of(OpenReturn.Of(Decision()).Select(one => new DueReturn(one, new(2027, 3, 22))), year, isLastOver).ToList();

        Assert.Equal(isShown ? 2 : 0, duties.Count);
        Assert.All(duties, duty => Assert.Equal(("so-a", new DateOnly(2027, 3, 22), new DateOnly(2027, 3, 1), true, false, DutyKind.GiveBack, "qd-1"), (duty.Unit, duty.Due, duty.Asked, duty.IsChased, duty.IsDone, duty.Kind, duty.Id)));
    }

    private static Decision Decision(params TitleReturn[] returns) => new(
        2026,
        "qd-1",
        new("Quyết định", "15/QĐ-UBND", new(2027, 1, 20), "Chủ tịch Ủy ban nhân dân tỉnh"),
        "Chủ tịch Ủy ban nhân dân tỉnh",
        [Flag, Certificate, Other],
        PaperFacts.None,
        "mau",
        [new(new PaperReference("Quyết định", "40/QĐ-UBND", new(2027, 3, 1), "Chủ tịch Ủy ban nhân dân tỉnh"), "Chủ tịch Ủy ban nhân dân tỉnh", RevocationGround.FalseDeclaration, "Theo kết luận thanh tra", [Flag, Certificate])],
        returns);
}
