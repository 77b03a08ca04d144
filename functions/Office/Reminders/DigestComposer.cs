using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Office.Reminders;

/// <summary>What people call units and blocs; an id stands for itself when it has no name.</summary>
internal sealed record MailNames(IReadOnlyDictionary<string, string> Units, IReadOnlyDictionary<string, string> Blocs)
{
    public string Unit(string id) => Units.GetValueOrDefault(id, id);

    public string Bloc(string id) => Blocs.GetValueOrDefault(id, id);
}

/// <summary>Writes the daily digest: in Vietnamese, as plain text and as simple HTML that say the same.</summary>
internal static class DigestComposer
{
    private const string Foot = "Thư tự động, mỗi ngày nhiều nhất một thư; xin không trả lời.";

    /// <param name="missing">What the unit lacks of its own work, in the order of <see cref="UnitDigest.Own"/>; may be shorter.</param>
    /// <param name="digest">What is due, as it stands now.</param>
    /// <param name="day">The day on which the mail goes out, from which days are counted.</param>
    public static MailLetter Compose(UnitDigest digest, DateOnly day, MailNames names, IReadOnlyList<IReadOnlyList<string>>? missing = null) =>
        new(names.Unit(digest.Unit), Subject(digest, day, names), [.. Blocks(digest, day, names, missing ?? [])], Foot) { Place = MailPlaces.Of(digest) };

    private static string Subject(UnitDigest digest, DateOnly day, MailNames names)
    {
        var others = digest.Own.Count + digest.Blocs.Count - 1;
        var more = others > 0 ? $" và {others} việc khác" : "";
        return digest.Own is [var first, ..]
            ? $"Nhắc hạn thi đua: {Title(first.What)} {(first.Deadline is { } deadline ? Left(deadline, day) : $"({Undated(first.Said)})")}{more}"
            : $"{names.Bloc(digest.Blocs[0].What.Bloc)}: {digest.Blocs[0].Behind} đơn vị chưa xong {Title(digest.Blocs[0].What)}{more}";
    }

    private static IEnumerable<MailBlock> Blocks(UnitDigest digest, DateOnly day, MailNames names, IReadOnlyList<IReadOnlyList<string>> missing)
    {
        if (digest.Own.Count > 0)
        {
            yield return new("Việc của đơn vị chưa hoàn thành:", [.. digest.Own.Select(due =>
                $"{Capital(Title(due.What))} ({names.Bloc(due.What.Bloc)}): {Deadline(due.Deadline, due.Said, day)}.").Distinct(StringComparer.Ordinal)]);
        }

        foreach (var (due, lines) in digest.Own.Zip(missing).Where(one => one.Second.Count > 0))
        {
            yield return new($"{Capital(Title(due.What))} còn thiếu:", lines);
        }

        foreach (var bloc in digest.Blocs)
        {
            yield return new(
                $"{names.Bloc(bloc.What.Bloc)}, {Title(bloc.What)}: {bloc.Total - bloc.Behind}/{bloc.Total} đơn vị đã hoàn thành. Chưa hoàn thành:",
                [.. bloc.Missing.Select(one => $"{names.Unit(one.Unit)}: {Deadline(one.Deadline, one.Said, day)}.")]);
        }
    }

    private static string Title(DueStage what)
    {
        var title = (what.What ?? what.Stage.Kind.Words()).Vi;
        return what.IsOfYearBefore || title.Contains(what.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) ? title : $"{title} {PeriodWords.In(what.Year, what.PeriodName)}";
    }

    private static string Deadline(DateOnly? deadline, string? said, DateOnly day) => deadline is { } last ? Deadline(last, day) : Undated(said);

    private static string Undated(string? said) => said is null ? "chưa có thời hạn" : $"thời hạn: {said}";

    public static string Deadline(DateOnly deadline, DateOnly day) => $"hạn hết ngày {VietnamTime.Local(deadline)}, {Left(deadline, day)}";

    private static string Left(DateOnly deadline, DateOnly day) => (deadline.DayNumber - day.DayNumber) switch
    {
        0 => "hôm nay là ngày cuối",
        > 0 and var days => $"còn {days} ngày",
        var days => $"đã quá hạn {-days} ngày",
    };

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
