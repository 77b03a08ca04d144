using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>The points of one unit at every node of a scheme, and what follows from them. Each leaf is counted once, at each of its ancestors.</summary>
internal sealed class ScoreTable
{
    private readonly NodeScore[] _nodes;
    private readonly IReadOnlyDictionary<string, Points> _given;
    private readonly IReadOnlySet<string> _notApplicable;

    private ScoreTable(SchemeTree tree, NodeScore[] nodes, IReadOnlyDictionary<string, Points> given, IReadOnlySet<string> notApplicable, HeldConditions held)
    {
        Tree = tree;
        _nodes = nodes;
        _given = given;
        _notApplicable = notApplicable;
        Held = held;
        var content = tree.Content;
        foreach (var section in tree.Sections)
        {
            var score = nodes[section.Index];
            Base += score.Points;
            Assigned += score.Assigned;
            Bonus += score.Bonus;
            Penalty += score.Penalty;
            IsComplete &= score.State != NodeState.Missing;
        }

        Bonus = content.BonusCap is { } bonusCap ? Points.Min(Bonus, bonusCap) : Bonus;
        Penalty = content.PenaltyCap is { } penaltyCap ? Points.Min(Penalty, penaltyCap) : Penalty;
    }

    public SchemeTree Tree { get; }

    /// <summary>The conditions that these points and the class stand under.</summary>
    public HeldConditions Held { get; }

    /// <summary>Whether every leaf that is assigned has a score.</summary>
    public bool IsComplete { get; } = true;

    /// <summary>The sum of the leaves, without bonus and penalty.</summary>
    public Points Base { get; }

    /// <summary>The most the unit could have, without bonus.</summary>
    public Points Assigned { get; }

    /// <summary>All bonuses, up to the scheme's cap.</summary>
    public Points Bonus { get; }

    /// <summary>All penalties, up to the scheme's cap.</summary>
    public Points Penalty { get; }

    /// <summary>What units that ended bring into the total, the ranked and the classified value; never into a criterion.</summary>
    public IReadOnlyList<PriorPart> Parts { get; private init; } = [];

    /// <summary>Base, bonus and penalty together; never below zero.</summary>
    public Points OwnTotal => Together(withBonus: true);

    /// <summary>The same with what units that ended bring.</summary>
    public Points Total => Among(OwnTotal, part => part.Total);

    /// <summary>The base as a percentage of what is assigned; none where nothing is.</summary>
    public Percent? Percentage => Assigned.IsZero ? null : Percent.Of(Base, Assigned, Tree.Content.Rounding);

    /// <summary>What units are ranked by: points, or a percentage of the assigned; none where nothing is assigned; 0 for all where there is no total.</summary>
    public Points? RankedValue => OwnRankedValue is { } own ? Among(own, part => part.Ranked) : null;

    /// <summary>The same without what units that ended bring.</summary>
    public Points? OwnRankedValue => OnBasis(Together(Tree.Content.BonusRanked));

    /// <summary>What the class is found by, on the same basis and up to the cap.</summary>
    public Points? ClassifiedValue =>
        OnBasis(Together(Tree.Content.BonusClassified)) is { } value
            ? Among(Tree.Content.ClassificationCap is { } cap ? Points.Min(value, cap) : value, part => part.Classified)
            : null;

    public NodeScore this[SchemeNode node] => _nodes[node.Index];

    /// <summary>The effects that took points away, or a penalty: those of criteria in which there was something to take.</summary>
    public IEnumerable<HeldEffect> Taking => Held.Effects.Where(held => held.Effect.Criterion is { } code && Takes(held, Tree.Find(code)!));

    /// <summary>The same with other points for some leaves; those that had none have them too.</summary>
    public ScoreTable With(IReadOnlyDictionary<string, Points> changed)
    {
        var leaves = new Dictionary<string, Points>(_given, StringComparer.Ordinal);
        foreach (var (code, points) in changed)
        {
            leaves[code] = points;
        }

        return Of(Tree, leaves, _notApplicable, Held).Beside(Parts);
    }

    /// <summary>The same with what units that ended bring.</summary>
    public ScoreTable Beside(IReadOnlyList<PriorPart> parts) => parts.Count == 0 ? this : new(Tree, _nodes, _given, _notApplicable, Held) { Parts = parts };

    /// <summary>The same under other conditions: what they take away is kept, so that lifting them restores exactly what was.</summary>
    public ScoreTable Under(HeldConditions held)
    {
        if (held == Held)
        {
            return this;
        }

        List<SchemeNode> sections = [.. held.Reached(Tree).Union(Held.Reached(Tree))];
        if (sections.Count == 0)
        {
            return new(Tree, _nodes, _given, _notApplicable, held) { Parts = Parts };
        }

        var summing = new Summing(Tree, _given, _notApplicable, held, (NodeScore[])_nodes.Clone());
        foreach (var section in sections)
        {
            summing.SumUp(section);
        }

        return new(Tree, summing.Nodes, _given, _notApplicable, held) { Parts = Parts };
    }

    /// <summary>Sums up leaves. What is not given is missing, what is void or not applicable is not looked at.</summary>
    public static ScoreTable Of(
        SchemeTree tree, IReadOnlyDictionary<string, Points> leaves, IReadOnlySet<string> notApplicable, HeldConditions? conditions = null)
    {
        var summing = new Summing(tree, leaves, notApplicable, conditions ?? HeldConditions.None, new NodeScore[tree.Nodes.Count]);
        foreach (var section in tree.Sections)
        {
            summing.SumUp(section);
        }

        return new(tree, summing.Nodes, leaves, notApplicable, summing.Held);
    }

    private bool Takes(HeldEffect held, SchemeNode from)
    {
        for (var index = from.Index; index < _nodes.Length && (index == from.Index || Tree.Nodes[index].Depth > from.Depth); index++)
        {
            var node = Tree.Nodes[index];
            if (node.IsLeaf && held.TakesAll(node.Criterion.Kind) && _nodes[index].State == NodeState.Scored && _given.TryGetValue(node.Code, out var points) && !points.IsZero)
            {
                return true;
            }
        }

        return false;
    }

    private Points Among(Points own, Func<PriorPart, Points> brought) =>
        Parts.Count == 0 ? own : YearShares.Of(Parts).Mean(own, Parts.Select(brought), Tree.Content.Rounding);

    private Points Together(bool withBonus) => Points.Max(Points.Zero, Base + (withBonus ? Bonus : Points.Zero) - Penalty);

    private Points? OnBasis(Points points) =>
        Tree.Content.Basis == ScoreBasis.Points ? points
        : Tree.Content.Basis == ScoreBasis.Measures ? Points.Zero
        : Assigned.IsZero ? null
        : new(Percent.Of(points, Assigned, Tree.Content.Rounding).Hundredths);

    /// <summary>Sums up one section after the other; none reaches into another.</summary>
    private sealed record Summing(
        SchemeTree Tree, IReadOnlyDictionary<string, Points> Leaves, IReadOnlySet<string> NotApplicable, HeldConditions Held, NodeScore[] Nodes)
    {
        private readonly bool[] _applies = new bool[Nodes.Length];

        public void SumUp(SchemeNode section)
        {
            var end = section.Index;
            do
            {
                var node = Tree.Nodes[end];
                _applies[end] = (node.Parent is not { } parent || _applies[parent.Index]) && !NotApplicable.Contains(node.Code);
                Nodes[end] = node.IsVoid ? new(NodeState.Void, default, default, default, default)
                    : !_applies[end] || !node.IsLeaf ? new(NodeState.NotApplicable, default, default, default, default)
                    : Leaves.TryGetValue(node.Code, out var points) ? Scored(node.Criterion, Held.Leave(node, points))
                    : new(
                        node.Criterion.IsBase ? NodeState.Missing : NodeState.NotClaimed,
                        default,
                        node.Criterion.IsBase ? node.Criterion.Maximum : default,
                        default,
                        default);
            }
            while (++end < Nodes.Length && Tree.Nodes[end].Parent is not null);

            // Every parent stands before its children, so from the end each node is whole when it is added to its parent.
            for (var index = end - 1; index >= section.Index; index--)
            {
                var node = Tree.Nodes[index];
                if (node.Criterion.Adding is { } adding)
                {
                    Nodes[index] = Added(Nodes[index], node.Criterion.Maximum, adding, Tree.Content.Rounding);
                }

                if (node.Parent is { } parent)
                {
                    Nodes[parent.Index] = Sum(Nodes[parent.Index], Nodes[index]);
                }
            }
        }

        private static NodeScore Added(NodeScore group, Points maximum, Adding adding, RoundingRule rounding)
        {
            if (group.State is NodeState.Void or NodeState.NotApplicable)
            {
                return group;
            }

            var (points, assigned, bonus, penalty) = adding.Apply(maximum, rounding, (group.Points, group.Assigned, group.Bonus, group.Penalty));
            return new(group.State, points, assigned, bonus, penalty);
        }

        private static NodeScore Scored(Criterion criterion, Points points) => criterion.Kind switch
        {
            CriterionKind.Bonus => new(NodeState.Scored, default, default, points, default),
            CriterionKind.Penalty => new(NodeState.Scored, default, default, default, points),
            _ => new(NodeState.Scored, points, criterion.Maximum, default, default),
        };

        private static NodeScore Sum(NodeScore group, NodeScore child) => new(
            Together(group.State, child.State),
            group.Points + child.Points,
            group.Assigned + child.Assigned,
            group.Bonus + child.Bonus,
            group.Penalty + child.Penalty);

        /// <summary>A group is missing what one child misses, and not applicable only when nothing below it applies.</summary>
        private static NodeState Together(NodeState group, NodeState child) => (group, child) switch
        {
            (NodeState.Void, _) => NodeState.Void,
            (NodeState.Missing, _) or (_, NodeState.Missing) => NodeState.Missing,
            (NodeState.Scored, _) or (_, NodeState.Scored) => NodeState.Scored,
            (NodeState.NotClaimed, _) or (_, NodeState.NotClaimed) => NodeState.NotClaimed,
            _ => NodeState.NotApplicable,
        };
    }
}
