using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Year.Visits;

/// <summary>A visit as papers say it: when and where, who took part, what it found.</summary>
internal static class VisitWords
{
    public static PaperText Told(Finding finding) =>
        $"{finding.Text.TrimEnd('.', ';')}{(finding.Criterion is { } criterion ? $" (tiêu chí {criterion})" : "")}"
        + (finding.MendBy is { } due ? $"; hạn khắc phục: {VietnamTime.Local(due)}" : "")
        + (finding.Mended is { } mended ? $"; đã khắc phục ngày {VietnamTime.Local(mended.On)}: {mended.Note.TrimEnd('.')}" : finding.MendBy is null ? "" : "; chưa khắc phục")
        + ".";

    /// <summary>"20/11/2026, 08:00 đến 11:30, tại Hội trường".</summary>
    public static string Planned(Inspection visit) =>
        $"{VietnamTime.Local(visit.PlannedOn)}{(visit.From is { } from ? $", {from}" : "")}{(visit.To is { } to ? $" đến {to}" : "")}{(visit.Place is { } place ? $", tại {place}" : "")}";

    /// <summary>What visits rest on, each once, as a paper cites it.</summary>
    public static IReadOnlyList<PaperText> Grounds(IReadOnlyList<Inspection> visits) =>
    [
        .. visits.SelectMany(visit => visit.Grounds).Select(ground => ground.Cited()).Distinct(StringComparer.Ordinal)
            .Select(cited => (PaperText)(cited.StartsWith("Căn cứ ", StringComparison.OrdinalIgnoreCase) ? cited : $"Căn cứ {cited}")),
    ];

    /// <summary>Who took part for a unit, with post and office; what was not put down is a gap.</summary>
    public static PaperText People(Inspection visit, string unit, string unitName)
    {
        List<PaperText> people = [.. visit.People.Where(one => one.Unit == unit).Select(one => Person(one, unitName))];
        return people.Count == 0
            ? (PaperText)$"{unitName}: {PaperText.Gap($"họ và tên, chức vụ của người thuộc {unitName}", "họ và tên, chức vụ")}"
            : (PaperText)$"{unitName}: {PaperText.Join("; ", people)}";
    }

    /// <summary>Who holds an office in a visit and so signs its minutes.</summary>
    public static PaperText NameOf(Inspection? visit, VisitOffice office, string what) => (visit?.PersonAs(office)?.Name).OrGap(what);

    private static PaperText Person(VisitPerson one, string unitName) =>
        $"{one.Person.Name.OrGap($"họ và tên của người thuộc {unitName}", "họ và tên")}{(one.Person.Post is { } post ? $", {post}" : "")}{Office(one.As)}";

    private static string Office(VisitOffice? office) => office switch
    {
        VisitOffice.Leader => " (trưởng đoàn)",
        VisitOffice.Secretary => " (thư ký)",
        _ => "",
    };

    /// <summary>A reason, with the finding it rests on (<c>{inspection}/{number}</c>) as people find it in the minutes.</summary>
    public static string Because(string reason, string? finding, IReadOnlyList<Inspection> visits)
    {
        var cited = visits.SelectMany(visit => visit.Findings.Select(one => (Visit: visit, Finding: one)))
            .FirstOrDefault(one => FormattableString.Invariant($"{one.Visit.Id}/{one.Finding.Number}") == finding);
        return cited.Finding is null
            ? reason
            : FormattableString.Invariant($"{reason.TrimEnd('.', ';')} (kết luận số {cited.Finding.Number} của cuộc kiểm tra ngày {VietnamTime.Local(cited.Visit.VisitedOn ?? cited.Visit.PlannedOn)})");
    }
}
