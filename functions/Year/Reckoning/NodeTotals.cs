using System.Globalization;
using System.Text;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>
/// What one unit has at every node of the scheme. As a text it is a line a node, such as <c>II.1 33.35/40</c>: points of those
/// assigned, before them the state where it is not scored, after them bonus and penalty where there are any.
/// </summary>
internal sealed class NodeTotals
{
    private readonly Dictionary<string, NodeScore> _scores;

    private NodeTotals(Dictionary<string, NodeScore> scores) => _scores = scores;

    public NodeScore this[SchemeNode node] => _scores[node.Code];

    /// <summary>What one criterion or section came to; null where the scheme has none of that code.</summary>
    public NodeScore? Find(string code) => _scores.TryGetValue(code, out var found) ? found : null;

    public static NodeTotals Of(ScoreTable scores) =>
        new(scores.Tree.Nodes.ToDictionary(node => node.Code, node => scores[node], StringComparer.Ordinal));

    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var (code, score) in _scores)
        {
            text.Append(code).Append(' ');
            if (score.State != NodeState.Scored)
            {
                text.Append(score.State).Append(' ');
            }

            text.Append(CultureInfo.InvariantCulture, $"{score.Points}/{score.Assigned}");
            if (!score.Bonus.IsZero)
            {
                text.Append(CultureInfo.InvariantCulture, $" +{score.Bonus}");
            }

            if (!score.Penalty.IsZero)
            {
                text.Append(CultureInfo.InvariantCulture, $" -{score.Penalty}");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    public static NodeTotals Parse(string text)
    {
        var scores = new Dictionary<string, NodeScore>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            var hasState = char.IsLetter(words[1][0]);
            var sum = words[hasState ? 2 : 1].Split('/');
            var (bonus, penalty) = (Points.Zero, Points.Zero);
            foreach (var word in words.AsSpan(hasState ? 3 : 2))
            {
                if (word[0] == '+')
                {
                    bonus = Read(word[1..]);
                }
                else
                {
                    penalty = Read(word[1..]);
                }
            }

            scores[words[0]] = new(hasState ? Enum.Parse<NodeState>(words[1]) : NodeState.Scored, Read(sum[0]), Read(sum[1]), bonus, penalty);
        }

        return new(scores);
    }

    private static Points Read(string text) => Points.FromDecimal(decimal.Parse(text, CultureInfo.InvariantCulture));
}
