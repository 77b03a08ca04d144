using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using EmulationFunctions.Office.Reminders;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Rules.Tests.Office.Reminders;

/// <summary>docs/mails.md shows every kind of mail as it is written now.</summary>
public sealed class MailGalleryTests
{
    private const string Unit = "so-tai-chinh";
    private const string Address = "vanphong@so-tai-chinh.example.vn";
    private const string Bloc = "khoi-tham-muu-tong-hop";

    private static readonly DateOnly Today = new(2026, 12, 7);
    private static readonly PartitionAddress Sheet = new("Sheets", $"2026-nam|{Bloc}|{Unit}");
    private static readonly MailNames Names = new(
        new Dictionary<string, string> { [Unit] = "Sở Tài chính", ["so-noi-vu"] = "Sở Nội vụ" },
        new Dictionary<string, string> { [Bloc] = "Khối thi đua Tham mưu - Tổng hợp" });

    /// <summary>Each kind of notice: when it goes out, and what somebody may have written.</summary>
    private static readonly (string Kind, string When, string Text)[] Notices =
    [
        (NoticeComposer.SheetReturned, "The head gives a submitted sheet back (`ReturnSheet`).", "Thiếu minh chứng mục II.1"),
        (NoticeComposer.RevisionRequested, "A revision with a day of its own is asked for (`RequestRevision`).", "Bổ sung báo cáo quý IV"),
        (NoticeComposer.ScoresAppraised, "A round of appraisal closes and has moved points (`CloseAppraisalRound`).", "II.1: 10 → 9,5"),
        (NoticeComposer.ScoresFinal, "The last round closes and has moved points.", "II.1: 9,5 → 9"),
        (NoticeComposer.FindingRecorded, "A cross-check has found something (`PutInspection`).", "Chưa có kế hoạch kiểm tra nội bộ"),
        (NoticeComposer.ComplaintOpened, "A unit objects to a score (`OpenComplaint`); the head gets it.", "Đề nghị xem lại điểm mục III.2"),
        (NoticeComposer.ComplaintUpheld, "A complaint is answered in the unit's favour (`CloseComplaint`).", "Cộng lại 0,5 điểm"),
        (NoticeComposer.ComplaintDismissed, "A complaint is answered otherwise.", "Minh chứng nộp sau thời hạn"),
    ];

    [Fact]
    public void The_committed_page_shows_every_kind_of_mail_as_it_is_written()
    {
        var kinds = typeof(NoticeComposer).GetFields(BindingFlags.Public | BindingFlags.Static).Select(kind => (string)kind.GetRawConstantValue()!);
        Assert.Equal(kinds.Order(StringComparer.Ordinal), Notices.Select(notice => notice.Kind).Order(StringComparer.Ordinal));

        var page = Page();
        var committed = Path.Combine(Root(), "docs", "mails.md");
        if (!File.Exists(committed) || File.ReadAllText(committed).ReplaceLineEndings("\n") != page)
        {
            var written = Path.Combine(Directory.CreateDirectory(Path.Combine(Root(), "artifacts")).FullName, "mails.md");
            File.WriteAllText(written, page);
            Assert.Fail("docs/mails.md does not show the mails as they are written now. Look at artifacts/mails.md; if it is meant: cp artifacts/mails.md docs/mails.md");
        }
    }

    private static string Page()
    {
        var page = new StringBuilder(
            """
            # Mails

            Every kind of mail, as it is written; a test makes this page. The HTML part says the same with a list and a link, as in the pictures of a [digest](pictures/mail-digest.png) and a [notice](pictures/mail-notice.png). How mail leaves, and what becomes of one that does not: [decision 0012](decisions/0012-outbox.md).

            """.ReplaceLineEndings("\n"));
        var key = MailKey.Digest(Today, Unit, Address);
        var stage = new DueStage(2026, StageKind.SelfScore, null, Bloc);
        Add(page, "Digest of a unit", "Each morning on which one of its deadlines is near or past (`SendReminders`), one mail for all of them.", DigestComposer.Compose(new(Unit, [new(stage, new(2026, 12, 10))], []), Today, Names), key);
        Add(page, "Digest of a head", "The same mornings: who of the bloc is missing.", DigestComposer.Compose(new(Unit, [], [new(stage, [new("so-noi-vu", new(2026, 12, 10))], Total: 7)]), Today, Names), key);
        foreach (var (kind, when, text) in Notices)
        {
            var letter = NoticeComposer.Compose(new(kind, Sheet, "", text), new(2026, null, Names.Blocs[Bloc], new(2026, 12, 20), "Sở Nội vụ"), Today, Names.Units[Unit]);
            Add(page, kind, when, letter, MailKey.Notice(Today, Sheet, kind, Unit, Address));
        }

        return page.ToString();
    }

    private static void Add(StringBuilder page, string title, string when, MailLetter letter, MailKey key)
    {
        var mail = letter.ToMail(Address, key, new("https://thidua.example.vn/"));
        page.Append(null, $"\n## {title}\n\n{when}\n\n**{mail.Subject}**\n\n```text\n{mail.PlainText.ReplaceLineEndings("\n").TrimEnd()}\n```\n");
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", ".."));
}
