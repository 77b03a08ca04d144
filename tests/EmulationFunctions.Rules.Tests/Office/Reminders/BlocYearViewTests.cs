using EmulationFunctions.Common;
using EmulationFunctions.Office.Reminders;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Rules.Tests.Year.Pacts;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Rules.Tests.Office.Reminders;

public sealed class BlocYearViewTests
{
    private static readonly DateOnly Today = new(2026, 4, 2);

    [Fact]
    public void However_much_a_year_asks_for_a_page_shows_what_is_late_first_and_says_how_much_more_there_is()
    {
        Obligation[] asked =
        [
            .. Enumerable.Range(0, 300).Select(number => new Obligation(StageKind.Pact, "khoi-1", "so-a", Done: number != 299, new(2026, 3, 31), new($"việc {number}", $"matter {number}"))),
            .. Enumerable.Range(0, 120).Select(number => new Obligation(StageKind.Pact, "khoi-1", $"so-{number}", Done: false, new(2026, 4, 30), new("ký", "sign"))),
        ];

        var page = BlocYearView.Of(PactSamples.Terms([]), asked, Today, only: null, Language.Vietnamese);

        Assert.Equal((200, 101), (page.Work.Count, page.MoreWork));
        Assert.Equal([("việc 299", BlocYearState.Late), ("ký", BlocYearState.Due)], page.Work.Take(2).Select(work => (work.What, work.State)));
        Assert.Equal((120, 100, 20), (page.Work[1].Total, page.Work[1].Missing.Count, page.Work[1].MoreMissing));
    }

    [Fact]
    public void Each_work_says_what_it_is_done_with_and_which_of_them_where_it_is_about_one()
    {
        Obligation Owed(string what, DutyKind? kind, string? item) => new(StageKind.Pact, "khoi-1", "so-a", Done: false, new(2026, 4, 30), new(what, what)) { Kind = kind, Item = item };

        var page = BlocYearView.Of(
            PactSamples.Terms(["so-a"]),
            [Owed("a", DutyKind.Movement, "cai-cach"), Owed("b", DutyKind.Conclusion, "so-ket/1"), Owed("b", DutyKind.Conclusion, "so-ket/2"), Owed("c", DutyKind.Plan, null), Owed("d", null, null)],
            Today, only: null, Language.Vietnamese);

        Assert.Equal(
            [("a", DutyKind.Movement, "cai-cach"), ("b", DutyKind.Conclusion, null), ("c", DutyKind.Plan, null), ("d", null, null)],
            page.Work.Select(work => (work.What, work.Kind, work.Item)));
    }

    [Fact]
    public void What_is_not_known_is_neither_late_nor_done_and_what_is_the_bloc_s_every_member_sees()
    {
        var plan = new Obligation(StageKind.Pact, "khoi-1", null, Done: false, new(2026, 3, 31), new("kế hoạch", "plan")) { IsOfBloc = true, IsKnown = false };
        var other = new Obligation(StageKind.Pact, "khoi-1", "so-b", Done: false, What: new("kết luận", "conclusion")) { IsUndated = true, Said = "trong quý III" };

        var page = BlocYearView.Of(PactSamples.Terms(["so-a", "so-b"]), [plan, other], Today, only: ["so-a"], Language.Vietnamese);

        Assert.Equal([BlocYearState.Due, BlocYearState.NotKnown], page.Work.Select(work => work.State));
        Assert.Equal((null, 1, 0), (page.Work[0].Due, page.Work[0].Total, page.Work[0].Missing.Count)); // another unit's
        Assert.Equal((null, new DateOnly(2026, 3, 31)), (Assert.Single(page.Work[1].Missing).Unit, page.Work[1].Missing[0].Due));
    }
}
