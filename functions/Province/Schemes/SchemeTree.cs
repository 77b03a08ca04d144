namespace EmulationFunctions.Province.Schemes;

/// <summary>A checked scheme with its tree laid out in the order of the form, every parent before its children.</summary>
internal sealed class SchemeTree
{
    private readonly Dictionary<string, SchemeNode> _byCode;

    private SchemeTree(Scheme scheme, SchemeNode[] nodes)
    {
        Scheme = scheme;
        Nodes = nodes;
        Sections = [.. nodes.Where(node => node.Parent is null)];
        Leaves = [.. nodes.Where(node => node.IsLeaf)];
        _byCode = nodes.ToDictionary(node => node.Criterion.Code, StringComparer.Ordinal);
    }

    public Scheme Scheme { get; }

    public SchemeContent Content => Scheme.Content;

    public IReadOnlyList<SchemeNode> Nodes { get; }

    public IReadOnlyList<SchemeNode> Sections { get; }

    public IReadOnlyList<SchemeNode> Leaves { get; }

    /// <summary>Lays out a scheme that <see cref="SchemeRules"/> found without fault.</summary>
    /// <param name="voided">Codes declared void since the scheme was frozen; with a group, all below it.</param>
    public static SchemeTree Of(Scheme scheme, IReadOnlySet<string>? voided = null)
    {
        var children = scheme.Content.Criteria.ToLookup(criterion => criterion.Parent, StringComparer.Ordinal);
        var nodes = new List<SchemeNode>(scheme.Content.Criteria.Count);
        foreach (var section in children[null])
        {
            Add(section, null);
        }

        return nodes.Count == scheme.Content.Criteria.Count
            ? new SchemeTree(scheme, [.. nodes])
            : throw new ArgumentException($"Scheme {scheme.Id} version {scheme.Version} is not a tree.", nameof(scheme));

        void Add(Criterion criterion, SchemeNode? parent)
        {
            var node = new SchemeNode(
                nodes.Count,
                criterion,
                parent,
                parent?.Depth + 1 ?? 1,
                parent is { IsVoid: true } || voided?.Contains(criterion.Code) is true);
            nodes.Add(node);
            foreach (var child in children[criterion.Code])
            {
                Add(child, node);
            }
        }
    }

    /// <summary>What is void, by the codes that were declared so; what is below them is not in it.</summary>
    public IReadOnlySet<string> Voided =>
        Nodes.Where(node => node is { IsVoid: true, Parent: null or { IsVoid: false } }).Select(node => node.Code).ToHashSet(StringComparer.Ordinal);

    public SchemeNode? Find(string code) => _byCode.GetValueOrDefault(code);
}

/// <summary>A criterion at its place in the tree.</summary>
/// <param name="Index">Its place in <see cref="SchemeTree.Nodes"/>.</param>
/// <param name="Depth">1 for a section.</param>
/// <param name="IsVoid">Shown as void, and in no sum.</param>
internal sealed record SchemeNode(int Index, Criterion Criterion, SchemeNode? Parent, int Depth, bool IsVoid)
{
    private const int LongestTold = 120;

    public string Code => Criterion.Code;

    /// <summary>As people are told of it: the code with the title, which may be cut.</summary>
    public string Named => $"{Code} “{(Criterion.Title.Length <= LongestTold ? Criterion.Title : $"{Criterion.Title[..(LongestTold - 1)].TrimEnd()}…")}”";

    /// <summary>The section it belongs to; a section belongs to itself.</summary>
    public SchemeNode Section => Parent?.Section ?? this;

    public bool IsLeaf => Criterion.Kind != CriterionKind.Group;

    /// <summary>Whether it is scored as one: a leaf, or a net item with all its lines.</summary>
    public bool IsItem => (IsLeaf || Criterion.Adding is { IsNet: true }) && Parent is not { IsInNet: true };

    private bool IsInNet => Criterion.Adding is { IsNet: true } || Parent is { IsInNet: true };

    /// <param name="notApplicable">Codes not assigned to a unit; with a group, all below it.</param>
    public bool AppliesTo(IReadOnlySet<string> notApplicable) =>
        !notApplicable.Contains(Code) && (Parent is null || Parent.AppliesTo(notApplicable));
}
