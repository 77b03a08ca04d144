using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using static EmulationFunctions.Province.Schemes.SchemeWords;

namespace EmulationFunctions.Province.Schemes;

/// <summary>
/// A workbook taken as a scheme. First every cell must be what its column holds; then the scheme is held to the same rules as one
/// that is put as JSON, and each fault of theirs is told at the cell that it came from.
/// </summary>
internal sealed class SchemeImport
{
    private readonly ReadBook _book;
    private readonly List<Fault> _faults = [];
    private readonly CellPaths _paths = new();

    private SchemeImport(ReadBook book) => _book = book;

    /// <exception cref="Refusal">400 with every fault at its cell.</exception>
    public static SchemeContent Read(ReadBook book)
    {
        var import = new SchemeImport(book);
        var content = import.Read();
        return import._faults.Count > 0 ? throw Refusal.BadInput(import._faults)
            : SchemeRules.Check(content!) is { Count: > 0 } broken ? throw Refusal.BadInput(import._paths.Place(broken))
            : content!;
    }

    private SchemeContent? Read()
    {
        foreach (var sheet in _book.Sheets.Where(sheet => sheet.Rows.Count > 0 && !new[] { General, Criteria, Ladder, Floors, TieBreaks, Specialists }.Concat(SchemePartWords.Tabs).Contains(sheet.Name)))
        {
            _faults.Add(new CellPlace(sheet.Name, 1, 1).ToString(), $"Không có trang nào tên là “{sheet.Name}”.", $"No sheet of the name “{sheet.Name}” belongs here.");
        }

        var settings = SchemeSettings.Read(Table(General, [Setting, Value], isNeeded: true, [Note]), _paths, _faults);
        var criteria = ReadCriteria();
        var parts = new SchemePartImport((name, headings) => Lines(name, null, [headings[0]], [.. headings.Skip(1)]), _paths);
        if (criteria.Count > 0)
        {
            parts.AddTo(criteria);
        }

        var conditions = parts.ReadConditions();
        var ladder = ReadLadder();
        var tieBreaks = ReadTieBreaks();
        var specialists = ReadSpecialists();
        return _faults.Count > 0 ? null : settings! with
        {
            Criteria = criteria,
            Ladder = ladder,
            TieBreaks = tieBreaks,
            Conditions = conditions,
            Appraisal = specialists.Count == 0 ? settings!.Appraisal : (settings!.Appraisal ?? Appraisal.Default) with { Specialists = specialists },
        };
    }

    private List<Criterion> ReadCriteria()
    {
        var criteria = new List<Criterion>();
        foreach (var line in Lines(
            Criteria,
            "$.criteria",
            [Code, Parent, CriterionTitle, Kind, Maximum, EvidenceNeeded, Each, Outer, OuterPoints, Inner],
            [Step, IsUncapped, Number, Level, ScoredBy, CheckedBy],
            isNeeded: true))
        {
            var path = $"$.criteria[{criteria.Count}]";
            var level = line.WholeNumber(Level);
            _paths.Add(line, path, Code, ("step", Step), ("isUncapped", IsUncapped), ("number", Number), ("level", Level), ("basis", ScoredBy), ("checkedBy", CheckedBy));
            _paths.Add(line, path, Code, ("code", Code), ("parent", Parent), ("title", CriterionTitle), ("kind", Kind), ("maximum", Maximum), ("evidence", EvidenceNeeded), ("each", Each));
            _paths.Add(line, $"{path}.nested", Outer, ("outer", Outer), ("outerPoints", OuterPoints), ("inner", Inner));
            criteria.Add(new(
                (level is null ? line.NeededText(Code) : line.Text(Code)) ?? "",
                line.Text(Parent),
                line.NeededText(CriterionTitle) ?? "",
                line.NeededChoice(Kind, Kinds) ?? default,
                line.NeededPoints(Maximum),
                line.Choice(EvidenceNeeded, EvidenceRules) ?? default,
                line.Points(Each),
                ReadNested(line),
                IsUncapped: line.Choice(IsUncapped, YesNo) ?? false,
                Step: line.Points(Step),
                Number: line.Text(Number),
                Basis: line.Text(ScoredBy),
                CheckedBy: line.Text(CheckedBy),
                Level: level));
        }

        var faults = new List<Fault>();
        criteria = [.. SchemeKeys.Fill(criteria, faults)];
        _faults.AddRange(_paths.Place(faults));
        return criteria;
    }

    /// <summary>All three or none.</summary>
    private static NestedTargets? ReadNested(ReadLine line)
    {
        string[] headings = [Outer, OuterPoints, Inner];
        if (headings.All(heading => line.Cell(heading) is null))
        {
            return null;
        }

        Array.ForEach(headings, line.DemandFilled);
        return new(line.Share(Outer) ?? default, line.Points(OuterPoints) ?? default, line.Share(Inner) ?? default);
    }

    private List<Rung> ReadLadder()
    {
        var ladder = new List<Rung>();
        foreach (var line in Lines(Ladder, "$.ladder", [Code, RungTitle, From, FromIncluded, To, ToIncluded, Floor], [NoneAtZero]))
        {
            _paths.Add(line, $"$.ladder[{ladder.Count}]", Code, ("code", Code), ("title", RungTitle), ("minimum", From), ("maximum", To), ("floor", Floor));
            ladder.Add(new(
                line.NeededText(Code) ?? "",
                line.NeededText(RungTitle) ?? "",
                line.Points(From),
                line.NeededChoice(FromIncluded, YesNo) ?? default,
                line.Points(To),
                line.NeededChoice(ToIncluded, YesNo) ?? default,
                line.Share(Floor),
                NoneAtZero: line.Choice(NoneAtZero, YesNo) ?? false));
        }

        foreach (var line in Lines(Floors, null, [RungCode, CriterionCode, FloorShare], []))
        {
            line.DemandFilled(FloorShare);
            var floor = new CriterionFloor(line.NeededText(CriterionCode) ?? "", line.Share(FloorShare) ?? default);
            var code = line.NeededText(RungCode);
            if (ladder.FindIndex(rung => rung.Code == code) is >= 0 and var index)
            {
                _paths.Add(line, $"$.ladder[{index}].floors[{ladder[index].Floors?.Count ?? 0}]", CriterionCode, ("criterion", CriterionCode), ("share", FloorShare));
                ladder[index] = ladder[index] with { Floors = [.. ladder[index].Floors ?? [], floor] };
            }
            else if (code is not null)
            {
                line.Fault(RungCode, $"Không có mức xếp loại mã {code}.", $"There is no class {code}.");
            }
        }

        return ladder;
    }

    private List<TieBreak> ReadTieBreaks()
    {
        var tieBreaks = new List<TieBreak>();
        foreach (var line in Lines(TieBreaks, "$.tieBreaks", [TieBreakWay, CriterionCode], [TieBreakCriteria]))
        {
            _paths.Add(line, $"$.tieBreaks[{tieBreaks.Count}]", TieBreakWay, ("criterion", CriterionCode), ("criteria", TieBreakCriteria));
            tieBreaks.Add(new(
                line.NeededChoice(TieBreakWay, TieBreakKinds) ?? default,
                line.Text(CriterionCode),
                line.Text(TieBreakCriteria)?.Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries)));
        }

        return tieBreaks;
    }

    private List<SpecialistBody> ReadSpecialists()
    {
        var specialists = new List<SpecialistBody>();
        foreach (var line in Lines(Specialists, "$.appraisal.specialists", [CriterionCode, SpecialistUnit], []))
        {
            _paths.Add(line, $"$.appraisal.specialists[{specialists.Count}]", CriterionCode, ("criterion", CriterionCode), ("unit", SpecialistUnit));
            specialists.Add(new(line.NeededText(CriterionCode) ?? "", line.NeededText(SpecialistUnit) ?? ""));
        }

        return specialists;
    }

    /// <param name="path">Where the list stands in the scheme, for faults about it as a whole.</param>
    /// <param name="optional">Columns that may be left out.</param>
    private IReadOnlyList<ReadLine> Lines(string name, string? path, IReadOnlyList<string> headings, IReadOnlyList<string> optional, bool isNeeded = false)
    {
        var table = Table(name, headings, isNeeded, [.. optional, Note]);
        if (path is not null)
        {
            _paths.Add(path, new(name, table?.HeadingRow ?? 1, 1));
        }

        return table?.Rows ?? [];
    }

    /// <summary>Null when there is no such sheet, or it has faults.</summary>
    private ReadTable? Table(string name, IReadOnlyList<string> headings, bool isNeeded, IReadOnlyList<string> optional)
    {
        if (_book.Sheets.FirstOrDefault(sheet => sheet.Name == name) is { } sheet && (isNeeded || sheet.Rows.Count > 0))
        {
            return ReadTable.Find(sheet, [.. headings, .. optional], _faults, optional);
        }

        if (isNeeded)
        {
            _faults.Add("$", $"Thiếu trang “{name}”.", $"The sheet “{name}” is missing.");
        }

        return null;
    }
}
