using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using EmulationFunctions.Cycles;
using EmulationFunctions.Hosting;

namespace EmulationFunctions.Reminders;

/// <summary>What people call units and blocs; an id stands for itself when it has no name.</summary>
internal sealed record MailNames(IReadOnlyDictionary<string, string> Units, IReadOnlyDictionary<string, string> Blocs)
{
    public string Unit(string id) => Units.GetValueOrDefault(id, id);

    public string Bloc(string id) => Blocs.GetValueOrDefault(id, id);
}

/// <summary>Writes the daily digest: in Vietnamese, as plain text and as simple HTML that say the same.</summary>
internal static class DigestComposer
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="digest">What is due, as it stands now.</param>
    /// <param name="day">The day on which the mail goes out, from which days are counted.</param>
    public static Mail Compose(UnitDigest digest, DateOnly day, MailNames names, Uri portal, MailKey key, string address)
    {
        var blocks = Blocks(digest, day, names).ToList();
        return new(
            address,
            Mail.OneLine($"[{key.Reference}] {Subject(digest, day, names)}"),
            PlainText(blocks, names.Unit(digest.Unit), portal, key.Reference),
            Html(blocks, names.Unit(digest.Unit), portal, key.Reference),
            key.Reference);
    }

    private static string Subject(UnitDigest digest, DateOnly day, MailNames names)
    {
        var others = digest.Own.Count + digest.Blocs.Count - 1;
        var more = others > 0 ? $" và {others} việc khác" : "";
        return digest.Own is [var first, ..]
            ? $"Nhắc hạn thi đua: {Title(first.What)} {Left(first.Deadline, day)}{more}"
            : $"{names.Bloc(digest.Blocs[0].What.Bloc)}: {digest.Blocs[0].Missing.Count} đơn vị chưa xong {Title(digest.Blocs[0].What)}{more}";
    }

    private static IEnumerable<(string Heading, IReadOnlyList<string> Lines)> Blocks(UnitDigest digest, DateOnly day, MailNames names)
    {
        if (digest.Own.Count > 0)
        {
            yield return ("Việc của đơn vị chưa hoàn thành:", [.. digest.Own.Select(due =>
                $"{Capital(Title(due.What))} ({names.Bloc(due.What.Bloc)}): {Deadline(due.Deadline, day)}.")]);
        }

        foreach (var bloc in digest.Blocs)
        {
            yield return (
                $"{names.Bloc(bloc.What.Bloc)}, {Title(bloc.What)}: {bloc.Total - bloc.Missing.Count}/{bloc.Total} đơn vị đã hoàn thành. Chưa hoàn thành:",
                [.. bloc.Missing.Select(one => $"{names.Unit(one.Unit)}: {Deadline(one.Deadline, day)}.")]);
        }
    }

    private static string PlainText(
        IReadOnlyList<(string Heading, IReadOnlyList<string> Lines)> blocks, string unit, Uri portal, string reference)
    {
        var text = new StringBuilder().Append("Kính gửi: ").Append(unit).Append("\r\n\r\n");
        foreach (var (heading, lines) in blocks)
        {
            text.Append(heading).Append("\r\n");
            foreach (var line in lines)
            {
                text.Append("- ").Append(line).Append("\r\n");
            }

            text.Append("\r\n");
        }

        return text.Append("Mở trang thi đua: ").Append(portal.AbsoluteUri).Append("\r\n\r\n").Append(Foot(reference)).Append("\r\n").ToString();
    }

    private static string Html(
        IReadOnlyList<(string Heading, IReadOnlyList<string> Lines)> blocks, string unit, Uri portal, string reference)
    {
        var html = new StringBuilder("<!DOCTYPE html>\r\n<html lang=\"vi\"><head><meta charset=\"utf-8\"></head><body>\r\n");
        html.Append("<p>Kính gửi: ").Append(Encoder.Encode(unit)).Append("</p>\r\n");
        foreach (var (heading, lines) in blocks)
        {
            html.Append("<p>").Append(Encoder.Encode(heading)).Append("</p>\r\n<ul>\r\n");
            foreach (var line in lines)
            {
                html.Append("<li>").Append(Encoder.Encode(line)).Append("</li>\r\n");
            }

            html.Append("</ul>\r\n");
        }

        html.Append("<p><a href=\"").Append(Encoder.Encode(portal.AbsoluteUri)).Append("\">Mở trang thi đua</a></p>\r\n");
        return html.Append("<p><small>").Append(Encoder.Encode(Foot(reference))).Append("</small></p>\r\n</body></html>\r\n").ToString();
    }

    private static string Foot(string reference) =>
        $"Thư tự động, mỗi ngày nhiều nhất một thư; xin không trả lời. Mã thư: {reference}.";

    private static string Title(DueStage what) =>
        what.PeriodName is { } period
            ? $"{what.Stage.Kind.Words().Vi} kỳ {period} năm {what.Year}"
            : $"{what.Stage.Kind.Words().Vi} năm {what.Year}";

    private static string Deadline(DateOnly deadline, DateOnly day) => $"hạn hết ngày {VietnamTime.Local(deadline)}, {Left(deadline, day)}";

    private static string Left(DateOnly deadline, DateOnly day) => (deadline.DayNumber - day.DayNumber) switch
    {
        0 => "hết hạn hôm nay",
        > 0 and var days => $"còn {days} ngày",
        var days => $"đã quá hạn {-days} ngày",
    };

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
