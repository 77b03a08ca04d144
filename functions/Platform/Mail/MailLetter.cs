using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using MimeKit;

namespace EmulationFunctions.Platform.Mail;

/// <summary>A heading and what stands under it, a line each.</summary>
internal sealed record MailBlock(string Heading, IReadOnlyList<string> Lines);

/// <summary>From where a mail comes, and where it leads.</summary>
/// <param name="Page">The page to which it links.</param>
/// <param name="Office">The name of the emulation office; empty where none is set.</param>
/// <param name="Day">The day on which it goes out, in Vietnam.</param>
/// <param name="Sender">Who sends it; needed only by a letter that brings an appointment.</param>
internal sealed record MailFrame(Uri Page, string Office, DateOnly Day, MailboxAddress? Sender = null);

/// <summary>What every mail looks like: an office's letter, as plain text and as simple HTML that say the same.</summary>
/// <param name="Unit">What people call the unit it is written to.</param>
/// <param name="Subject">Without the reference.</param>
/// <param name="Blocks">What it says.</param>
/// <param name="Foot">What it says of itself.</param>
internal sealed record MailLetter(string Unit, string Subject, IReadOnlyList<MailBlock> Blocks, string Foot)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Whom to ask, a line each.</summary>
    public IReadOnlyList<string> Contacts { get; init; } = [];

    /// <summary>The appointment that it brings, if any.</summary>
    public MailEvent? Event { get; init; }

    /// <summary>Where on the page it leads, below its address; empty for its beginning.</summary>
    public string Place { get; init; } = "";

    public ComposedMail ToMail(string address, MailKey key, MailFrame frame) => new(
        address,
        ComposedMail.OneLine($"[{key.Reference}] {Subject}"),
        PlainText(frame, key.Reference),
        Html(frame, key.Reference),
        key.Reference)
    {
        Calendar = Event is { } one && frame.Sender is { } sender ? CalendarPart.Of(one, sender, Unit, address) : null,
    };

    private IEnumerable<MailBlock> All => Contacts.Count > 0 ? Blocks.Append(new("Cần hỏi thêm, xin liên hệ:", Contacts)) : Blocks;

    private string Ending(string reference) => $"{Foot} Mã thư: {reference}.";

    private string Link(MailFrame frame) => new Uri(frame.Page, Place).AbsoluteUri;

    private static string Dated(DateOnly day) =>
        $"Ngày {day.Day.ToString("D2", CultureInfo.InvariantCulture)} tháng {day.Month.ToString("D2", CultureInfo.InvariantCulture)} năm {day.Year.ToString(CultureInfo.InvariantCulture)}";

    private string PlainText(MailFrame frame, string reference)
    {
        var text = new StringBuilder();
        if (frame.Office.Length > 0)
        {
            text.Append(frame.Office.ToUpper(CultureInfo.GetCultureInfo("vi-VN"))).Append("\r\n");
        }

        text.Append(Dated(frame.Day)).Append("\r\n\r\nKính gửi: ").Append(Unit).Append("\r\n\r\n");
        foreach (var (heading, lines) in All)
        {
            text.Append(heading).Append("\r\n");
            foreach (var line in lines)
            {
                text.Append("- ").Append(line).Append("\r\n");
            }

            text.Append("\r\n");
        }

        text.Append("Mở trang thi đua: ").Append(Link(frame)).Append("\r\n\r\n");
        if (frame.Office.Length > 0)
        {
            text.Append("Trân trọng,\r\n").Append(frame.Office).Append("\r\n\r\n");
        }

        return text.Append(Ending(reference)).Append("\r\n").ToString();
    }

    private string Html(MailFrame frame, string reference)
    {
        var html = new StringBuilder("<!DOCTYPE html>\r\n<html lang=\"vi\"><head><meta charset=\"utf-8\"></head>\r\n<body style=\"max-width: 42em; margin: 1.5em; font: 17px/1.5 'Times New Roman', serif; color: #000\">\r\n");
        if (frame.Office.Length > 0)
        {
            html.Append("<p style=\"margin: 0; font-weight: bold; text-transform: uppercase\">").Append(Encoder.Encode(frame.Office)).Append("</p>\r\n<hr style=\"width: 8em; margin: 4px 0 0; border: 0; border-top: 1px solid\">\r\n");
        }

        html.Append("<p style=\"margin: 0.5em 0 1.5em; text-align: right; font-style: italic\">").Append(Dated(frame.Day)).Append("</p>\r\n");
        html.Append("<p style=\"font-size: 20px; font-weight: bold; text-align: center\">").Append(Encoder.Encode(ComposedMail.OneLine(Subject))).Append("</p>\r\n");
        html.Append("<p>Kính gửi: <strong>").Append(Encoder.Encode(Unit)).Append("</strong></p>\r\n");
        foreach (var (heading, lines) in All)
        {
            if (lines.Count == 0)
            {
                html.Append("<p>").Append(Encoder.Encode(heading)).Append("</p>\r\n");
                continue;
            }

            html.Append("<p><strong>").Append(Encoder.Encode(heading)).Append("</strong></p>\r\n<ul>\r\n");
            foreach (var line in lines)
            {
                html.Append("<li>").Append(Encoder.Encode(line)).Append("</li>\r\n");
            }

            html.Append("</ul>\r\n");
        }

        html.Append("<p><a href=\"").Append(Encoder.Encode(Link(frame))).Append("\">Mở trang thi đua</a></p>\r\n");
        if (frame.Office.Length > 0)
        {
            html.Append("<p style=\"text-align: right\">Trân trọng,<br><strong>").Append(Encoder.Encode(frame.Office)).Append("</strong></p>\r\n");
        }

        return html.Append("<hr style=\"border: 0; border-top: 1px solid #999\">\r\n<p><small>").Append(Encoder.Encode(Ending(reference))).Append("</small></p>\r\n</body></html>\r\n").ToString();
    }
}
