using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Sheets;

/// <summary>
/// A workbook taken as entries of a sheet: a row for each criterion, and a row left empty clears what was entered there. First
/// every cell must be what its column holds; what is then wrong by the rules of a save is told at the cell it came from.
/// </summary>
internal sealed class SheetImport
{
    /// <summary>Where the members of an entry stand.</summary>
    private static readonly IReadOnlyList<(string Member, string Heading)> Members =
    [
        ("points", SheetWords.Points),
        ("count", SheetWords.Count),
        ("counts", SheetWords.All),
        ("counts.all", SheetWords.All),
        ("counts.outer", SheetWords.Outer),
        ("counts.inner", SheetWords.Inner),
        ("option", SheetWords.Option),
        ("measure", SheetWords.Part),
        ("measure.whole", SheetWords.Whole),
        ("measure.part", SheetWords.Part),
        ("explanation", SheetWords.Explanation),
    ];

    private static readonly IReadOnlyList<string> CountHeadings = [SheetWords.All, SheetWords.Outer, SheetWords.Inner];

    private readonly SheetTerms _terms;
    private readonly StoredSheet _sheet;
    private readonly List<Fault> _faults = [];
    private readonly List<ScoreEntry> _entries = [];
    private readonly CellPaths _paths = new();

    /// <summary>The criteria that have something entered.</summary>
    private readonly HashSet<string> _entered;

    private SheetImport(SheetTerms terms, StoredSheet sheet) =>
        (_terms, _sheet, _entered) = (terms, sheet, sheet.Content.Entries.Select(entry => entry.Criterion).ToHashSet(StringComparer.Ordinal));

    /// <summary>What a save takes.</summary>
    public IReadOnlyList<ScoreEntry> Entries => _entries;

    /// <summary>The version of the sheet that the workbook was made from; null when it does not say.</summary>
    public long? Version { get; private set; }

    /// <exception cref="Refusal">400 with every fault at its cell.</exception>
    public static SheetImport Read(ReadBook book, SheetTerms terms, StoredSheet sheet)
    {
        var import = new SheetImport(terms, sheet);
        import.Read(book);
        return import._faults.Count == 0 ? import : throw Refusal.BadInput(import._faults);
    }

    /// <summary>The same refusal with its faults at their cells.</summary>
    public Refusal Place(Refusal refusal) => new(refusal.Status, refusal.Type, refusal.Words, _paths.Place(refusal.Faults));

    private void Read(ReadBook book)
    {
        foreach (var sheet in book.Sheets.Where(sheet => sheet.Rows.Count > 0 && sheet.Name is not (SheetWords.Scores or SheetWords.About)))
        {
            _faults.Add(new CellPlace(sheet.Name, 1, 1).ToString(), $"Không có trang nào tên là “{sheet.Name}”.", $"No sheet of the name “{sheet.Name}” belongs here.");
        }

        if (book.Sheets.FirstOrDefault(sheet => sheet.Name == SheetWords.About) is { Rows.Count: > 0 } about)
        {
            ReadAbout(about);
        }

        if (book.Sheets.FirstOrDefault(sheet => sheet.Name == SheetWords.Scores) is not { } scores)
        {
            _faults.Add("$", $"Thiếu trang “{SheetWords.Scores}”.", $"The sheet “{SheetWords.Scores}” is missing.");
        }
        else if (ReadTable.Find(scores, SheetWords.Headings, _faults, SheetWords.Optional) is { } table)
        {
            _paths.Add("$.scores", new(table.Name, table.HeadingRow, table.Columns[SheetWords.Code]));
            foreach (var line in table.Rows)
            {
                ReadLine(line);
            }
        }
    }

    /// <summary>A workbook of another unit, bloc or year, or by another scheme, would be read as nonsense.</summary>
    private void ReadAbout(ReadSheet sheet)
    {
        if (ReadTable.Find(sheet, [SheetWords.Setting, SheetWords.Value], _faults) is not { } table)
        {
            return;
        }

        var (id, scheme) = (_terms.Id, _terms.Tree.Scheme);
        var expected = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [SheetWords.Year] = id.Year.ToString(CultureInfo.InvariantCulture),
            [SheetWords.Period] = id.Period,
            [SheetWords.Bloc] = id.Bloc,
            [SheetWords.Unit] = id.Unit,
            [SheetWords.Scheme] = scheme.Id,
            [SheetWords.SchemeVersion] = scheme.Version.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var line in table.Rows)
        {
            var setting = line.Text(SheetWords.Setting);
            if (setting == SheetWords.Version)
            {
                Version = line.WholeNumber(SheetWords.Value);
            }
            else if (setting is not null && expected.TryGetValue(setting, out var value) && line.Text(SheetWords.Value) is var given && given != value)
            {
                line.Fault(
                    SheetWords.Value,
                    $"Bảng tính này không phải của phiếu đang gửi: ở đây ghi “{given}”, đúng ra là “{value}”. Hãy tải lại bảng tính.",
                    $"This workbook does not belong to the sheet it is sent to: it says “{given}” in place of “{value}”. Download it again.");
            }
        }
    }

    private void ReadLine(ReadLine line)
    {
        if (line.NeededText(SheetWords.Code) is not { } code)
        {
            return;
        }

        var isEmpty = SheetWords.Entered.All(heading => line.Cell(heading) is null);
        var node = _terms.Tree.Find(code);
        if (isEmpty && node is not null && (!node.IsLeaf || node.IsVoid || !node.AppliesTo(_sheet.Content.NotApplicable) || !_entered.Contains(code)))
        {
            return;
        }

        _paths.Add(line, "$.scores", _entries.Count, SheetWords.Code, Members);
        _entries.Add(new(
            code,
            Points(line, node),
            line.WholeNumber(SheetWords.Count),
            Counts(line),
            line.Text(SheetWords.Explanation),
            Option(line, node),
            Measure(line)));
    }

    /// <summary>Of pass or fail the word may stand in place of the points; of a penalty the sign that the form shows may be left out.</summary>
    private static Points? Points(ReadLine line, SchemeNode? node)
    {
        if (node?.Criterion is { Kind: CriterionKind.PassFail } criterion && line.Cell(SheetWords.Points) is { Number: null } cell)
        {
            if (VietnameseNames.Same(cell.Text, SheetWords.Passed))
            {
                return criterion.Maximum;
            }

            if (VietnameseNames.Same(cell.Text, SheetWords.Failed))
            {
                return Common.Points.Zero;
            }
        }

        return line.Points(SheetWords.Points) is not { } points ? null
            : node?.Criterion.Kind == CriterionKind.Penalty && points < Common.Points.Zero ? -points
            : points;
    }

    /// <summary>Its code; the words of an option may stand in its place.</summary>
    private static string? Option(ReadLine line, SchemeNode? node)
    {
        if (line.Text(SheetWords.Option) is not { } typed)
        {
            return null;
        }

        var (given, options) = (VietnameseNames.Compose(typed), node?.Criterion.Options ?? []);
        return options.All(option => option.Code != given) && options.Where(option => VietnameseNames.Same(option.Title, given)).ToList() is [var meant]
            ? meant.Code
            : given;
    }

    /// <summary>Of b alone, or of a and b; a alone measures nothing.</summary>
    private static Measured? Measure(ReadLine line)
    {
        if (line.Cell(SheetWords.Whole) is null && line.Cell(SheetWords.Part) is null)
        {
            return null;
        }

        line.DemandFilled(SheetWords.Part);
        return new(line.Number(SheetWords.Part) ?? 0, line.Number(SheetWords.Whole));
    }

    /// <summary>All three or none.</summary>
    private static NestedCounts? Counts(ReadLine line)
    {
        if (CountHeadings.All(heading => line.Cell(heading) is null))
        {
            return null;
        }

        foreach (var heading in CountHeadings)
        {
            line.DemandFilled(heading);
        }

        return new(line.WholeNumber(SheetWords.All) ?? 0, line.WholeNumber(SheetWords.Outer) ?? 0, line.WholeNumber(SheetWords.Inner) ?? 0);
    }
}
