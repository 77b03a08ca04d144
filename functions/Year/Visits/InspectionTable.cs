using System.Globalization;
using System.Text;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Visits;

/// <summary>Cross-checks of a bloc in a period, in the bloc's own partition (<see cref="InspectionRows"/>).</summary>
internal sealed class InspectionTable(PartitionStore partitions)
{
    /// <summary>At least so many are read at a time.</summary>
    private const int LeastRead = 100;

    /// <summary>A notice holds less text than a visit.</summary>
    private const int LongestInMail = 250;

    public async Task<Inspection?> FindAsync(BlocInPeriod id, string inspection, CancellationToken cancellationToken) =>
        await partitions.FindAsync(id.Address, BlocKeys.Inspection(inspection), cancellationToken) is { } row ? InspectionRows.Read(row) : null;

    /// <summary>A page of visits, by id, and whether there may be more.</summary>
    /// <param name="id">The bloc.</param>
    /// <param name="units">Only those that visit one of these units, or have one of them in the team; null for all.</param>
    /// <param name="after">The last one of the page before; null for the first.</param>
    /// <param name="size">At most how many.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<(IReadOnlyList<Inspection> Inspections, bool IsMore)> ListAsync(
        BlocInPeriod id, IReadOnlyList<string>? units, string? after, int size, CancellationToken cancellationToken)
    {
        var found = new List<Inspection>();
        while (true)
        {
            // However few are asked for: whoever sees only some of them must not read the others one by one.
            var (rows, isMore) = await partitions.ReadPageAsync(id.Address, InspectionRows.After(after), null, Math.Max(size, LeastRead), cancellationToken);
            found.AddRange(rows.Select(InspectionRows.Read).Where(one => units is null || one.Concerns(units)));
            if (!isMore || found.Count > size)
            {
                return (found.Count > size ? found[..size] : found, found.Count > size);
            }

            after = InspectionRows.Read(rows[^1]).Id;
        }
    }

    /// <summary>Whether that finding (<c>{inspection}/{number}</c>) was made at that unit; within a change of the bloc's partition still true when it commits.</summary>
    public static async Task<bool> HasFindingAsync(PartitionView view, string unit, string finding, CancellationToken cancellationToken) =>
        Parse(finding) is var (inspection, number)
        && await view.FindAsync(BlocKeys.Inspection(inspection), cancellationToken) is { } row
        && Has(InspectionRows.Read(row), unit, number);

    /// <summary>
    /// Writes a visit whole. The same again changes nothing. A finding that an appraisal refers to does not vanish, and once a
    /// publication of standings has begun nothing changes that they may rest on (<see cref="Inspection.Settled"/>).
    /// </summary>
    /// <param name="id">The bloc.</param>
    /// <param name="visit">Its id.</param>
    /// <param name="become">What it becomes, given what it was; null where it was not.</param>
    /// <param name="check">Refuses what the rules forbid, given what it was.</param>
    /// <param name="ifMatch">What the caller has read.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Inspection> PutAsync(
        BlocInPeriod id, string visit, Func<Inspection?, Inspection> become, Action<Inspection?> check, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.Address, InspectionRows.Only(visit), actor, async (view, change) =>
        {
            var before = view.Row(BlocKeys.Inspection(visit)) is { } row ? InspectionRows.Read(row) : null;
            var inspection = become(before);
            if (before is not null && before.Says(inspection))
            {
                return before;
            }

            check(before);
            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            if (await view.FindAsync(BlocKeys.Summary, cancellationToken) is not null && before?.Settled().Says(inspection.Settled()) is not true)
            {
                throw BlocTable.IsSettled();
            }

            if (before is not null)
            {
                await DemandReferredStayAsync(before, inspection, view, cancellationToken);
            }

            change.Put(InspectionRows.Row(id.Address.Partition, inspection));
            change.Audit = new("PutInspection", $"{id} {inspection.Id}", Before: before is null ? null : Describe(before), After: Describe(inspection));
            if (NewlyDue(before, inspection) is { Length: > 0 } due)
            {
                change.Notify(NoticeKind.FindingRecorded, inspection.Unit, $"{id} {inspection.Id}", due);
            }

            // Everybody who goes or is visited, went or was to be.
            if (inspection.VisitedOn is null && before?.SaysPlanOf(inspection) is not true)
            {
                change.Notify(
                    NoticeKind.VisitPlanned,
                    [.. new[] { inspection, before }.OfType<Inspection>().SelectMany(one => one.Team.Prepend(one.Unit)).Distinct(StringComparer.Ordinal)],
                    $"{id} {inspection.Id}");
            }

            return inspection with { Version = change.Seq };
        }, cancellationToken);

    private static async Task DemandReferredStayAsync(Inspection before, Inspection after, PartitionView view, CancellationToken cancellationToken)
    {
        var gone = before.Findings
            .Where(finding => before.Unit != after.Unit || after.Findings.All(one => one.Number != finding.Number))
            .Select(finding => Reference(before.Id, finding.Number))
            .ToHashSet(StringComparer.Ordinal);
        if (gone.Count == 0)
        {
            return;
        }

        var scores = await view.QueryAsync(KeyRange.Prefix(BlocKeys.GradedPrefix), cancellationToken);
        if (scores.Select(score => score.GetString("Finding")).FirstOrDefault(finding => finding is not null && gone.Contains(finding)) is { } referred)
        {
            throw Refusal.Rule("finding-in-use", new(
                $"Kết quả thẩm định đã dẫn chiếu kết luận {referred}; không thể bỏ kết luận này hoặc đổi đơn vị được kiểm tra.",
                $"An appraisal refers to the finding {referred}, so it cannot be taken away, nor the visited unit be changed."));
        }
    }

    /// <summary>Findings that have got a day by which to mend them, or another one, as lines for the unit; empty when there are none.</summary>
    private static string NewlyDue(Inspection? before, Inspection after) => string.Join('\n', after.Findings
        .Where(finding => finding.IsOpen && before?.Findings.Any(one => one.Number == finding.Number && one.MendBy == finding.MendBy && before.Unit == after.Unit) is not true)
        .Select(ToMend));

    /// <summary>What is still to be mended, and by when.</summary>
    public static string ToMend(Finding finding) => $"{Shortened(finding.Text)} (hạn khắc phục: {VietnamTime.Local(finding.MendBy!.Value)})";

    private static string Shortened(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestInMail ? line : $"{line[..LongText.End(line, 0, LongestInMail)]}…";
    }

    private static string Describe(Inspection one)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{one.Unit} {one.PlannedOn:yyyy-MM-dd} {one.VisitedOn:yyyy-MM-dd} [{string.Join(' ', one.Team)}] {one.Plan}\n");
        text.Append(InspectionRows.Text(one.Findings));
        text.Append('\n').Append(RowText.Of(new
        {
            one.Purpose,
            one.Grounds,
            one.From,
            one.To,
            one.Place,
            People = one.People.Select(person => new { person.Unit, person.As, Person = person.Person.Fingerprint }),
        }));
        return text.Length <= AuditRow.LongestText
            ? text.ToString()
            : throw Refusal.BadInput("$.findings", new("Nội dung các kết luận quá dài.", "The findings have too much text."));
    }

    private static bool Has(Inspection? inspection, string unit, int number) =>
        inspection?.Unit == unit && inspection.Findings.Any(finding => finding.Number == number);

    private static string Reference(string inspection, int number) => string.Create(CultureInfo.InvariantCulture, $"{inspection}/{number}");

    /// <summary>Only as it is written: a reference has one spelling.</summary>
    private static (string Inspection, int Number)? Parse(string finding) =>
        finding.Split('/') is [var inspection, var text]
        && Slug.IsValid(inspection)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Reference(inspection, number) == finding
            ? (inspection, number)
            : null;
}
