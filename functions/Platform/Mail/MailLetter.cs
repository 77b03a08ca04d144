using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace EmulationFunctions.Platform.Mail;

/// <summary>A heading and what stands under it, a line each.</summary>
internal sealed record MailBlock(string Heading, IReadOnlyList<string> Lines);

/// <summary>What every mail looks like: as plain text and as simple HTML that say the same.</summary>
/// <param name="Unit">What people call the unit it is written to.</param>
/// <param name="Subject">Without the reference.</param>
/// <param name="Blocks">What it says.</param>
/// <param name="Foot">What it says of itself.</param>
internal sealed record MailLetter(string Unit, string Subject, IReadOnlyList<MailBlock> Blocks, string Foot)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public ComposedMail ToMail(string address, MailKey key, Uri portal) => new(
        address,
        ComposedMail.OneLine($"[{key.Reference}] {Subject}"),
        PlainText(portal, key.Reference),
        Html(portal, key.Reference),
        key.Reference);

    private string Ending(string reference) => $"{Foot} Mã thư: {reference}.";

    private string PlainText(Uri portal, string reference)
    {
        var text = new StringBuilder().Append("Kính gửi: ").Append(Unit).Append("\r\n\r\n");
        foreach (var (heading, lines) in Blocks)
        {
            text.Append(heading).Append("\r\n");
            foreach (var line in lines)
            {
                text.Append("- ").Append(line).Append("\r\n");
            }

            text.Append("\r\n");
        }

        return text.Append("Mở trang thi đua: ").Append(portal.AbsoluteUri).Append("\r\n\r\n").Append(Ending(reference)).Append("\r\n").ToString();
    }

    private string Html(Uri portal, string reference)
    {
        var html = new StringBuilder("<!DOCTYPE html>\r\n<html lang=\"vi\"><head><meta charset=\"utf-8\"></head>\r\n<body style=\"max-width: 42em; font: 16px/1.5 Arial, sans-serif\">\r\n");
        html.Append("<p>Kính gửi: ").Append(Encoder.Encode(Unit)).Append("</p>\r\n");
        foreach (var (heading, lines) in Blocks)
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

        html.Append("<p><a href=\"").Append(Encoder.Encode(portal.AbsoluteUri)).Append("\">Mở trang thi đua</a></p>\r\n");
        return html.Append("<p><small>").Append(Encoder.Encode(Ending(reference))).Append("</small></p>\r\n</body></html>\r\n").ToString();
    }
}
