using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using EmulationFunctions.Common;
using EmulationFunctions.Office.Portal;
using EmulationFunctions.Office.Reminders;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Rules.Tests.Office.Reminders;

/// <summary>Each mail leads to the view of what it is about.</summary>
public sealed class MailPlacesTests
{
    private const string Unit = "so-a";
    private const string Here = "2026/nam/khoi-1/so-a";

    private static readonly SheetId Id = new(2026, "nam", "khoi-1", Unit);
    private static readonly DateOnly Day = new(2026, 12, 10);

    [Theory]
    [InlineData(nameof(NoticeKind.SheetReturned), "sheet/" + Here)]
    [InlineData(nameof(NoticeKind.RevisionRequested), "sheet/" + Here)]
    [InlineData(nameof(NoticeKind.ScoresAppraised), "sheet/" + Here + "/appraisal")]
    [InlineData(nameof(NoticeKind.ScorersDrawn), "peers/" + Here)]
    [InlineData(nameof(NoticeKind.PactToSign), "pact/" + Here)]
    [InlineData(nameof(NoticeKind.MeetingInvited), "meetings/" + Here + "/so-ket", "so-ket")]
    [InlineData(nameof(NoticeKind.ConclusionsAssigned), "meetings/" + Here + "/so-ket", "so-ket", "2")]
    [InlineData(nameof(NoticeKind.ReportsRequested), "reports/" + Here + "/quy-1", "quy-1")]
    [InlineData(nameof(NoticeKind.StandingsPublished), "standings/" + Here)]
    [InlineData(nameof(NoticeKind.ComplaintOpened), "bloc/" + Here, "so-b", "1")] // the head reads of another's
    [InlineData(nameof(NoticeKind.ComplaintClosed), "complaints/" + Here, Unit, "1")]
    [InlineData(nameof(NoticeKind.NominationSuspended), "awards/" + Here, Unit)]
    [InlineData(nameof(NoticeKind.SuspensionLifted), "bloc/" + Here + "/nominations", "so-b")] // the head reads of another's
    [InlineData(nameof(NoticeKind.DeadlineExtended), "peers/" + Here, Unit, "cross-score")]
    [InlineData(nameof(NoticeKind.DeadlineExtended), "", Unit, "a-stage-of-tomorrow")]
    [InlineData(nameof(NoticeKind.CalendarChanged), "")]
    public void A_notice_leads_to_the_view_of_its_matter(string kind, string place, params string[] parts) =>
        Assert.Equal(place, MailPlaces.Of(Enum.Parse<NoticeKind>(kind), Id, parts));

    [Fact]
    public void A_digest_of_one_thing_leads_to_it_and_one_of_several_to_what_is_due()
    {
        var (self, cross) = (new DueStage(2026, new(StageKind.SelfScore), null, "khoi-1"), new DueStage(2026, new(StageKind.CrossScore), null, "khoi-1"));

        Assert.Equal("sheet/" + Here, MailPlaces.Of(new UnitDigest(Unit, [new(self, Day)], [])));
        Assert.Equal("bloc/" + Here, MailPlaces.Of(new UnitDigest(Unit, [], [new(self, [new("so-b", Day)], 7)])));
        Assert.Equal("", MailPlaces.Of(new UnitDigest(Unit, [new(self, Day), new(cross, Day)], [])));
        Assert.Equal("", MailPlaces.Of(new UnitDigest(Unit, [new(self with { What = new("gửi báo cáo", "sending a report") }, Day)], [])));
    }

    /// <summary>The page finds its place in an address by where the parts stand.</summary>
    [Fact]
    public void A_view_of_the_page_stands_at_its_place_as_the_mails_say_it()
    {
        var routes = File.ReadAllText(Path.Combine(Root(), "functions", "Office", "Portal", "page", "src", "views", "routes.ts"));
        var paths = Regex.Matches(routes, "path: '(/[^']*)'").Select(match => match.Groups[1].Value).ToList();

        Assert.Contains("/", paths);
        Assert.All(
            paths.Where(path => Enum.GetValues<PortalArea>().Any(area => path.Split('/')[1] == PortalPlaces.Name(area))),
            path => Assert.StartsWith($"/{path.Split('/')[1]}/:year/:period/:bloc/:unit", path, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://thidua.example.vn/portal/")]
    [InlineData("https://thidua.example.vn/portal")]
    public void A_place_lies_below_the_address_that_was_set(string address) => Assert.Equal(
        $"https://thidua.example.vn/portal/sheet/{Here}",
        new Uri(PortalPlaces.Page(new() { Address = address }), PortalPlaces.Of(PortalArea.Sheet, 2026, "nam", "khoi-1", Unit)).AbsoluteUri);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", ".."));
}
