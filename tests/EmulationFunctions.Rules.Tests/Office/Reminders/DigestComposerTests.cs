using EmulationFunctions.Office.Reminders;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Rules.Tests.Office.Reminders;

public sealed class DigestComposerTests
{
    private const string Finance = "so-tai-chinh";
    private const string Bloc = "khoi-tham-muu-tong-hop";
    private const string Address = "thidua@so-tai-chinh.example.vn";

    private static readonly DateOnly Today = new(2026, 12, 7);
    private static readonly MailFrame Frame = new(new("https://thidua.example.vn/portal/"), "", Today);
    private static readonly MailKey Key = MailKey.Digest(Today, Finance, Address);
    private static readonly DueStage SelfScore = new(2026, StageKind.SelfScore, null, Bloc);
    private static readonly MailNames Names = new(
        new Dictionary<string, string> { [Finance] = "Sở Tài chính", ["so-noi-vu"] = "Sở Nội vụ" },
        new Dictionary<string, string> { [Bloc] = "Khối thi đua Tham mưu - Tổng hợp" });

    [Fact]
    public void A_unit_reads_what_is_due_until_when_and_where_to_go()
    {
        var mail = Compose(new(Finance, [new(SelfScore, new(2026, 12, 10))], []));

        Assert.Equal(Address, mail.To);
        Assert.Equal($"[{Key.Reference}] Nhắc hạn thi đua: tự chấm điểm năm 2026 còn 3 ngày", mail.Subject);
        Assert.Equal(
            $"""
            Ngày 07 tháng 12 năm 2026

            Kính gửi: Sở Tài chính

            Việc của đơn vị chưa hoàn thành:
            - Tự chấm điểm năm 2026 (Khối thi đua Tham mưu - Tổng hợp): hạn hết ngày 10/12/2026, còn 3 ngày.

            Mở trang thi đua: https://thidua.example.vn/portal/sheet/2026/nam/khoi-tham-muu-tong-hop/so-tai-chinh

            Thư tự động, mỗi ngày nhiều nhất một thư; xin không trả lời. Mã thư: {Key.Reference}.

            """.ReplaceLineEndings("\r\n"),
            mail.PlainText);
        Assert.Contains("<li>Tự chấm điểm năm 2026 (Khối thi đua Tham mưu - Tổng hợp): hạn hết ngày 10/12/2026, còn 3 ngày.</li>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://thidua.example.vn/portal/sheet/2026/nam/khoi-tham-muu-tong-hop/so-tai-chinh\">", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12, 8, "còn 1 ngày")]
    [InlineData(12, 7, "hôm nay là ngày cuối")]
    [InlineData(12, 6, "đã quá hạn 1 ngày")]
    public void Days_left_and_days_late_are_counted_from_the_day_of_sending(int month, int day, string words)
    {
        var mail = Compose(new(Finance, [new(SelfScore, new(2026, month, day))], []));

        Assert.EndsWith(words, mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"hạn hết ngày {day:00}/{month}/2026, {words}.", mail.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_reads_who_is_missing_out_of_how_many()
    {
        var mail = Compose(new(Finance, [], [new(SelfScore, [new("so-noi-vu", new(2026, 12, 10)), new("so-khac", new(2026, 12, 14))], Total: 7)]));

        Assert.Equal($"[{Key.Reference}] Khối thi đua Tham mưu - Tổng hợp: 2 đơn vị chưa xong tự chấm điểm năm 2026", mail.Subject);
        Assert.Contains("tự chấm điểm năm 2026: 5/7 đơn vị đã hoàn thành.", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("- Sở Nội vụ: hạn hết ngày 10/12/2026, còn 3 ngày.", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("- so-khac: hạn hết ngày 14/12/2026, còn 7 ngày.", mail.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_matters_are_one_mail_with_the_first_in_its_subject()
    {
        var due = new OwnDue(SelfScore, new(2026, 12, 10));
        var mail = Compose(new(Finance, [due, due with { What = SelfScore with { PeriodName = "Quý IV" } }], [new(SelfScore, [new("so-noi-vu", due.Deadline)], 7)]));

        Assert.EndsWith("còn 3 ngày và 2 việc khác", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("- Tự chấm điểm kỳ Quý IV năm 2026", mail.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_owes_several_things_of_a_kind_is_one_unit()
    {
        var mail = Compose(new(Finance, [], [new(SelfScore, [new("so-noi-vu", new(2026, 12, 10)), new("so-noi-vu", new(2026, 12, 14))], Total: 3)]));

        Assert.EndsWith("1 đơn vị chưa xong tự chấm điểm năm 2026", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("2/3 đơn vị đã hoàn thành.", mail.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_of_a_year_before_names_that_year_alone()
    {
        var what = SelfScore with { What = new("thực hiện kết luận cuộc họp của khối còn lại từ năm 2025", "carry out what a meeting concluded in 2025"), IsOfYearBefore = true };
        var mail = Compose(new(Finance, [new(what, new(2026, 12, 10))], []));

        Assert.EndsWith("còn lại từ năm 2025 còn 3 ngày", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("năm 2026", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_what_has_no_day_the_letter_says_so_or_how_its_day_was_said()
    {
        var what = SelfScore with { What = new("thực hiện kết luận", "carry out a conclusion") };
        var mail = Compose(new(Finance, [new(what, null, "trong quý III"), new(what, null)], [new(what, [new("so-noi-vu", null)], 2)]));

        Assert.EndsWith("thực hiện kết luận năm 2026 (thời hạn: trong quý III) và 2 việc khác", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("- Thực hiện kết luận năm 2026 (Khối thi đua Tham mưu - Tổng hợp): thời hạn: trong quý III.", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("(Khối thi đua Tham mưu - Tổng hợp): chưa có thời hạn.", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("- Sở Nội vụ: chưa có thời hạn.", mail.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_whom_to_ask_and_the_office_are_in_the_letter()
    {
        var letter = DigestComposer.Compose(new(Finance, [new(SelfScore, new(2026, 12, 10))], []), Today, Names, [["Tiêu chí I.2 chưa được chấm điểm."]]) with
        {
            Contacts = ["Khối trưởng: Sở Nội vụ (thidua@so-noi-vu.example.vn)"],
        };
        var mail = letter.ToMail(Address, Key, Frame with { Office = "Ban Thi đua - Khen thưởng tỉnh" });

        Assert.StartsWith("BAN THI ĐUA - KHEN THƯỞNG TỈNH\r\nNgày 07 tháng 12 năm 2026\r\n\r\nKính gửi: Sở Tài chính", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("Tự chấm điểm năm 2026 còn thiếu:\r\n- Tiêu chí I.2 chưa được chấm điểm.", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("Cần hỏi thêm, xin liên hệ:\r\n- Khối trưởng: Sở Nội vụ (thidua@so-noi-vu.example.vn)", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("Trân trọng,\r\nBan Thi đua - Khen thưởng tỉnh", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("<li>Khối trưởng: Sở Nội vụ (thidua@so-noi-vu.example.vn)</li>", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_cannot_break_out_of_its_line_or_its_element()
    {
        var names = new MailNames(
            new Dictionary<string, string> { [Finance] = "Sở <script>alert(1)</script>" },
            new Dictionary<string, string> { [Bloc] = "Khối\r\nBcc: all@example.vn\u2028" + new string('x', 400) });
        var mail = DigestComposer.Compose(new(Finance, [], [new(SelfScore, [new(Finance, Today)], 1)]), Today, names).ToMail(Address, Key, Frame);

        Assert.StartsWith($"[{Key.Reference}] Khối Bcc: all@example.vn xxx", mail.Subject, StringComparison.Ordinal);
        Assert.Equal(ComposedMail.LongestSubject, mail.Subject.Length);
        Assert.DoesNotContain(mail.Subject, char.IsControl);
        Assert.DoesNotContain("<script>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Sở &lt;script&gt;", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a@example.vn\r\nBcc: b@example.vn", "Nhắc hạn", "TD-1")]
    [InlineData("a@example.vn", "Nhắc hạn\nBcc: b@example.vn", "TD-1")]
    [InlineData("a@example.vn", "Nhắc hạn", "TD-1\r")]
    public void A_mail_with_a_line_break_in_a_header_cannot_be_made(string to, string subject, string reference)
    {
        var refused = Assert.Throws<ArgumentException>(() => new ComposedMail(to, subject, "", "", reference));

        Assert.DoesNotContain("example.vn", refused.Message, StringComparison.Ordinal);
    }

    private static ComposedMail Compose(UnitDigest digest) => DigestComposer.Compose(digest, Today, Names).ToMail(Address, Key, Frame);
}
