using System.Globalization;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Sheets;

/// <summary>A unit's sheet as tables, with its own criteria and what it has entered: filled in, it is taken back by <see cref="SheetImport"/>.</summary>
/// <param name="BlocName">For people only; the ids are what counts.</param>
internal sealed record SheetWorkbook(SheetId Id, string BlocName, string UnitName, SchemeTree Tree, StoredSheet Sheet)
{
    public IReadOnlyList<TableSheet> Write() => [WriteScores(), WriteAbout()];

    private TableSheet WriteScores()
    {
        var scores = SheetScores.Compute(Tree, Sheet.Content);
        var entries = Sheet.Content.Entries.ToDictionary(entry => entry.Criterion, StringComparer.Ordinal);
        var files = Sheet.Content.Evidence.CountBy(mark => mark.Criterion).ToDictionary(StringComparer.Ordinal);
        var columns = Columns(Tree).ToList();
        return new(
            SheetWords.Scores,
            [.. columns.Select(column => column.Column)],
            [.. Tree.Nodes.Select(node => new TableRow(
                [.. columns.Select(column => column.Cell(new(node, scores[node], Open(node, scores) ? entries.GetValueOrDefault(node.Code) : null, files.GetValueOrDefault(node.Code))))],
                !node.IsLeaf))])
        {
            Above =
            [
                $"PHIẾU TỰ CHẤM ĐIỂM NĂM {Id.Year.ToString(CultureInfo.InvariantCulture)} – {UnitName}",
                $"{BlocName} – {Tree.Content.Title}",
            ],
        };
    }

    /// <summary>What is void or not applicable takes nothing, so nothing is offered to be sent back.</summary>
    private static bool Open(SchemeNode node, ScoreTable scores) => scores[node].State is not (NodeState.Void or NodeState.NotApplicable);

    /// <summary>Columns that no criterion of this scheme needs are left out.</summary>
    private static IEnumerable<(TableColumn Column, Func<Line, TableCell> Cell)> Columns(SchemeTree tree)
    {
        yield return (new(SheetWords.Code, 12), line => line.Node.Code);
        yield return (new(SheetWords.Title, 60), line => line.Node.Criterion.Title);
        yield return (new(SheetWords.Way, 24), line => Way(line.Node.Criterion));
        yield return (new(SheetWords.Maximum, 12, Decimals: 2), line => line.Node.IsLeaf ? line.Node.Criterion.Maximum.ToDecimal() : line.Score.Assigned.ToDecimal());
        yield return (new(SheetWords.Points, 12, Decimals: 2), line => line.Entry?.Points?.ToDecimal());
        if (tree.Leaves.Any(leaf => leaf.Criterion.Each is not null))
        {
            yield return (new(SheetWords.Count, 10, Decimals: 0), line => (decimal?)line.Entry?.Count);
        }

        if (tree.Leaves.Any(leaf => leaf.Criterion.Kind == CriterionKind.NestedPercentage))
        {
            yield return (new(SheetWords.All, 10, Decimals: 0), line => (decimal?)line.Entry?.Counts?.All);
            yield return (new(SheetWords.Outer, 10, Decimals: 0), line => (decimal?)line.Entry?.Counts?.Outer);
            yield return (new(SheetWords.Inner, 10, Decimals: 0), line => (decimal?)line.Entry?.Counts?.Inner);
        }

        yield return (new(SheetWords.Explanation, 60), line => line.Entry?.Explanation);
        yield return (new(SheetWords.Result, 12, Decimals: 2), line => Result(line.Score));
        yield return (new(SheetWords.Files, 12, Decimals: 0), line => line.Node.IsLeaf ? line.Files : default);
        yield return (new(SheetWords.State, 20), line => State(line.Node, line.Score.State));
    }

    private static string Way(Criterion criterion) =>
        criterion.Each is { } each ? $"{SchemeWords.Kinds[criterion.Kind]}: mỗi lần {each.InVietnamese()} điểm" : SchemeWords.Kinds[criterion.Kind];

    /// <summary>Of a group what its leaves come to; of a penalty what it takes.</summary>
    private static TableCell Result(NodeScore score) =>
        score.State is NodeState.Scored or NodeState.Missing ? (score.Points + score.Bonus - score.Penalty).ToDecimal() : default(TableCell);

    private static string? State(SchemeNode node, NodeState state) => state switch
    {
        NodeState.Void => "Vô hiệu",
        NodeState.NotApplicable => "Không áp dụng",
        NodeState.Missing when node.Criterion.Kind == CriterionKind.Quantitative => "Tính từ kết quả của khối",
        NodeState.Missing => "Chưa chấm đủ",
        _ => null,
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

    /// <param name="Entry">What was entered; null where nothing was, or nothing can be.</param>
    private sealed record Line(SchemeNode Node, NodeScore Score, ScoreEntry? Entry, int Files);
}
