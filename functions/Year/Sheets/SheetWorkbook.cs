using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Sheets;

/// <summary>A unit's sheet as tables, with its own criteria and what it has entered: filled in, it is taken back by <see cref="SheetImport"/>.</summary>
/// <param name="BlocName">For people only, like all names; the ids are what counts.</param>
/// <param name="PeriodName">Null for the whole year.</param>
internal sealed record SheetWorkbook(
    SheetId Id, string BlocName, string UnitName, string? PeriodName, SchemeTree Tree, StoredSheet Sheet, SheetFacts Facts, VietnamTime Vietnam)
{
    /// <summary>What a spreadsheet keeps of a number.</summary>
    private const int MostDigits = 15;

    public IReadOnlyList<TableSheet> Write() => [WriteScores(), WriteAbout()];

    private TableSheet WriteScores()
    {
        var (scores, provisional) = OwnScores.Of(Tree, Id.Unit, Sheet.Content, Facts.Figures, Facts.Held);
        var entries = Sheet.Content.Entries.ToDictionary(entry => entry.Criterion, StringComparer.Ordinal);
        var files = Sheet.Content.Evidence.CountBy(mark => mark.Criterion).ToDictionary(StringComparer.Ordinal);
        var papers = Sheet.Content.Papers.ToLookup(cited => cited.Criterion, StringComparer.Ordinal);
        var columns = Columns(Tree, papers.Count > 0).ToList();
        return new(
            SheetWords.Scores,
            [.. columns.Select(column => column.Column)],
            [.. Tree.Nodes.Select(node => new TableRow(
                [.. columns.Select(column => column.Cell(new(
                    node,
                    scores[node],
                    provisional.Contains(node.Code),
                    Open(node, scores) ? entries.GetValueOrDefault(node.Code) : null,
                    files.GetValueOrDefault(node.Code),
                    string.Join('\n', papers[node.Code].Select(cited => cited.Paper.Cited())),
                    node.IsLeaf ? Facts.Held.On(node).FirstOrDefault() : null)))],
                !node.IsLeaf))])
        {
            Letter = new(UnitName, "NGƯỜI LẬP PHIẾU", "THỦ TRƯỞNG ĐƠN VỊ"),
            Above =
            [
                $"PHIẾU TỰ CHẤM ĐIỂM THI ĐUA {PeriodWords.In(Id.Year, PeriodName).ToUpperInvariant()}",
                BlocName,
                $"Theo {Tree.Content.Title} (phiên bản {Tree.Scheme.Version.ToString(CultureInfo.InvariantCulture)})",
                Sheet.Head is { SubmittedAt: { } at } ? $"Đã nộp lúc {Vietnam.Local(at)}" : "Chưa nộp",
            ],
            Below = [Sum(scores, provisional.Count > 0), .. Facts.Held.Effects.Select(held => $"Áp dụng {held.Because.Vi} – {ConditionWords.Of(held.Effect).Vi}.")],
            KeyColumns = columns.FindIndex(column => column.Column.Heading == SheetWords.Title) + 1,
        };
    }

    private static string Sum(ScoreTable scores, bool isProvisional) =>
        $"Tổng điểm tự chấm: {scores.Total.InVietnamese()} (các tiêu chí {scores.Base.InVietnamese()}/{scores.Assigned.InVietnamese()}; điểm thưởng {scores.Bonus.InVietnamese()}; điểm trừ {(-scores.Penalty).InVietnamese()})."
        + (scores.IsComplete ? "" : " Còn tiêu chí chưa có điểm.")
        + (isProvisional ? " Điểm định lượng là tạm tính, còn tùy kết quả của các đơn vị khác trong khối." : "");

    /// <summary>What is void or not applicable takes nothing, so nothing is offered to be sent back.</summary>
    private static bool Open(SchemeNode node, ScoreTable scores) => scores[node].State is not (NodeState.Void or NodeState.NotApplicable);

    /// <summary>Columns that no criterion of this scheme needs are left out. Where there are options or measures, they and what is entered share the first page.</summary>
    private static IEnumerable<(TableColumn Column, Func<Line, TableCell> Cell)> Columns(SchemeTree tree, bool citesPapers)
    {
        var forms = tree.Leaves.Select(leaf => leaf.Criterion.Form).ToHashSet();
        var isTight = forms.Contains(EntryForm.Option) || forms.Contains(EntryForm.Measure);
        yield return (new(SheetWords.Code, 8), line => line.Node.Code);
        if (tree.Nodes.Any(node => node.Criterion.Number is not null))
        {
            yield return (new(SheetWords.Number, 6), line => line.Node.Criterion.Number);
        }

        yield return (new(SheetWords.Title, isTight ? 34 : 40), line => line.Node.Criterion.Title);
        yield return (new(SheetWords.Way, isTight ? 15 : 17), line => WayWords.Way(line.Node.Criterion));
        yield return (new(SheetWords.Maximum, isTight ? 8 : 9, Decimals: 2), line => line.Node.IsLeaf ? Signed(line.Node, line.Node.Criterion.Maximum) : line.Score.Assigned.ToDecimal());
        yield return (new(SheetWords.Points, isTight ? 8 : 9, Decimals: 2), line => line.Entry?.Points is { } points ? Signed(line.Node, points) : default(TableCell));
        foreach (var column in EnteredColumns(forms))
        {
            yield return column;
        }

        yield return (new(SheetWords.Explanation, 36), line => line.Entry?.Explanation);
        if (tree.Nodes.Any(node => node.Criterion.Basis is not null))
        {
            yield return (new(SheetWords.Basis, 26), line => line.Node.Criterion.Basis);
        }

        if (tree.Nodes.Any(node => node.Criterion.CheckedBy is not null))
        {
            yield return (new(SheetWords.CheckedBy, 16), line => line.Node.Criterion.CheckedBy);
        }

        yield return (new(SheetWords.Result, 9, Decimals: 2), line => Result(line.Score));
        yield return (new(SheetWords.Files, 9, Decimals: 0), line => line.Node.IsLeaf ? line.Files : default(TableCell));
        if (citesPapers)
        {
            yield return (new(SheetWords.Papers, 36), line => line.Papers.Length > 0 ? line.Papers : default(TableCell));
        }

        yield return (new(SheetWords.State, 15), State);
    }

    private static IEnumerable<(TableColumn Column, Func<Line, TableCell> Cell)> EnteredColumns(HashSet<EntryForm> forms)
    {
        if (forms.Contains(EntryForm.Count))
        {
            yield return (new(SheetWords.Count, 7, Decimals: 0), line => (decimal?)line.Entry?.Count);
        }

        if (forms.Contains(EntryForm.Counts))
        {
            yield return (new(SheetWords.All, 8, Decimals: 0), line => (decimal?)line.Entry?.Counts?.All);
            yield return (new(SheetWords.Outer, 9, Decimals: 0), line => (decimal?)line.Entry?.Counts?.Outer);
            yield return (new(SheetWords.Inner, 9, Decimals: 0), line => (decimal?)line.Entry?.Counts?.Inner);
        }

        if (forms.Contains(EntryForm.Option) || forms.Contains(EntryForm.Measure))
        {
            yield return (new(SheetWords.Levels, 32), line => WayWords.Levels(line.Node.Criterion));
        }

        if (forms.Contains(EntryForm.Option))
        {
            yield return (new(SheetWords.Option, 8), line => line.Entry?.Option);
        }

        if (forms.Contains(EntryForm.Measure))
        {
            yield return (new(SheetWords.Whole, 11), line => Exactly(line.Entry?.Measure?.Whole));
            yield return (new(SheetWords.Part, 11), line => Exactly(line.Entry?.Measure?.Part));
        }
    }

    /// <summary>As a text where a spreadsheet would not keep all its digits.</summary>
    private static TableCell Exactly(decimal? number) =>
        number is { } given && given.ToString("0.####", Hundredths.Vietnamese) is var text && text.Count(char.IsAsciiDigit) > MostDigits ? text : number;

    /// <summary>A penalty takes points away, wherever it stands.</summary>
    private static TableCell Signed(SchemeNode node, Points points) =>
        node.Criterion.Kind == CriterionKind.Penalty ? (-points).ToDecimal() : points.ToDecimal();

    /// <summary>Of a group what its leaves come to; of a penalty what it takes.</summary>
    private static TableCell Result(NodeScore score) =>
        score.State is NodeState.Scored or NodeState.Missing ? (score.Points + score.Bonus - score.Penalty).ToDecimal() : default(TableCell);

    private static TableCell State(Line line) => line.Score.State switch
    {
        NodeState.Void => "Vô hiệu",
        NodeState.NotApplicable => "Không áp dụng",
        NodeState.Missing when line.Node.Criterion.Kind == CriterionKind.Quantitative => "Chưa có kết quả",
        NodeState.Missing => "Chưa chấm đủ",
        NodeState.Scored when line.TakenBy is { } held => $"0 điểm theo {held.Because.Vi}",
        _ when line.IsProvisional => "Tạm tính",
        _ => default,
    };

    private TableSheet WriteAbout() => new(
        SheetWords.About,
        [new(SheetWords.Setting, 30), new(SheetWords.Value, 70)],
        [
            TableRow.Of(SheetWords.Year, Id.Year),
            TableRow.Of(SheetWords.Period, Id.Period),
            TableRow.Of(SheetWords.Bloc, Id.Bloc),
            TableRow.Of(SheetWords.BlocName, BlocName),
            TableRow.Of(SheetWords.Unit, Id.Unit),
            TableRow.Of(SheetWords.UnitName, UnitName),
            TableRow.Of(SheetWords.Scheme, Tree.Scheme.Id),
            TableRow.Of(SheetWords.SchemeVersion, Tree.Scheme.Version),
            TableRow.Of(SheetWords.Version, Sheet.Version),
        ]);

    /// <param name="IsProvisional">Whether its points depend on what other units of the bloc reach.</param>
    /// <param name="Entry">What was entered; null where nothing was, or nothing can be.</param>
    /// <param name="Papers">Those that the unit cites, a line each.</param>
    /// <param name="TakenBy">The effect of a condition that leaves it without points.</param>
    private sealed record Line(SchemeNode Node, NodeScore Score, bool IsProvisional, ScoreEntry? Entry, int Files, string Papers, HeldEffect? TakenBy);
}
