using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>A condition of one unit.</summary>
/// <param name="IsSo">Whether the fact is so; what nobody declared is not.</param>
/// <param name="IsDeclared">Whether somebody declared it, or the program knows it.</param>
/// <param name="LiftedBy">The condition that takes its effects away; null where none does.</param>
internal sealed record ConditionState(Condition Condition, bool IsSo, bool IsDeclared, string? LiftedBy);

/// <summary>An effect that counts for one unit, and the condition it follows from.</summary>
internal sealed record HeldEffect(Condition Condition, ConditionEffect Effect)
{
    /// <summary>The condition, with what it came to: "plan published: no".</summary>
    public Words Because => Effect.When == (Effect.Kind != EffectKind.AllowBonus)
        ? new($"điều kiện “{Condition.Title}”: có", $"condition “{Condition.Title}”: yes")
        : new($"điều kiện “{Condition.Title}”: không", $"condition “{Condition.Title}”: no");

    /// <summary>Whether a leaf of that kind has no points left by it.</summary>
    public bool TakesAll(CriterionKind kind) => Effect.Kind switch
    {
        EffectKind.Zero => kind != CriterionKind.Penalty,
        EffectKind.AllowBonus or EffectKind.ForbidBonus => kind == CriterionKind.Bonus,
        EffectKind.WaivePenalty => kind == CriterionKind.Penalty,
        _ => false,
    };

    /// <summary>Of an effect that takes points: what follows, and why: "criterion II.1 has 0 points because of condition “plan published”: no".</summary>
    public Words Told
    {
        get
        {
            var what = Effect.Kind switch
            {
                EffectKind.Zero => new Words($"tiêu chí {Effect.Criterion} được 0 điểm", $"criterion {Effect.Criterion} has 0 points"),
                EffectKind.AllowBonus or EffectKind.ForbidBonus => new($"không tính điểm thưởng {Effect.Criterion}", $"bonus {Effect.Criterion} does not count"),
                EffectKind.WaivePenalty => new($"không tính điểm trừ {Effect.Criterion}", $"penalty {Effect.Criterion} is not taken"),
                _ => throw new InvalidOperationException($"Effect {Effect.Kind} takes no points."),
            };
            return new($"{what.Vi} vì {Because.Vi}", $"{what.En} because of {Because.En}");
        }
    }
}

/// <summary>An effect that would count, had another condition not taken it away.</summary>
internal sealed record LiftedEffect(HeldEffect Held, Condition By)
{
    public Words Told => new(
        $"{Held.Because.Vi} không áp dụng vì điều kiện “{By.Title}”: có",
        $"{Held.Because.En} is lifted by condition “{By.Title}”: yes");
}

/// <summary>All that a scheme's conditions come to for one unit.</summary>
internal sealed class HeldConditions
{
    private static readonly ILookup<string, HeldEffect> Nothing = Array.Empty<HeldEffect>().ToLookup(_ => "");

    public static readonly HeldConditions None = new([], [], []);

    private readonly ILookup<string, HeldEffect> _byCriterion;

    private HeldConditions(IReadOnlyList<ConditionState> states, IReadOnlyList<HeldEffect> effects, IReadOnlyList<LiftedEffect> lifted)
    {
        States = states;
        Effects = effects;
        Lifted = lifted;
        _byCriterion = effects.Any(held => held.Effect.Criterion is not null)
            ? effects.Where(held => held.Effect.Criterion is not null).ToLookup(held => held.Effect.Criterion!, StringComparer.Ordinal)
            : Nothing;
    }

    /// <summary>Every condition of the scheme, in its order.</summary>
    public IReadOnlyList<ConditionState> States { get; }

    /// <summary>What follows, in the order of the scheme.</summary>
    public IReadOnlyList<HeldEffect> Effects { get; }

    /// <summary>What would follow, had no other condition taken it away.</summary>
    public IReadOnlyList<LiftedEffect> Lifted { get; }

    /// <param name="declared">Facts by the condition's code; what is not in it counts as no.</param>
    /// <param name="isSelfScoreSent">Whether the unit's sheet is submitted.</param>
    public static HeldConditions Of(SchemeContent content, IReadOnlyDictionary<string, bool> declared, bool isSelfScoreSent)
    {
        if (content.Conditions is not { Count: > 0 } conditions)
        {
            return None;
        }

        Dictionary<string, bool>? counting = null;
        var (states, effects, lifted) = (new List<ConditionState>(conditions.Count), new List<HeldEffect>(), new List<LiftedEffect>());
        foreach (var condition in conditions)
        {
            var state = new ConditionState(
                condition, IsSo(condition), condition.Source != ConditionSource.Declared || declared.ContainsKey(condition.Code), LiftedBy(condition));
            states.Add(state);
            var following = condition.Effects
                .Where(effect => state.IsSo == (effect.When == (effect.Kind != EffectKind.AllowBonus)))
                .Select(effect => new HeldEffect(condition, effect));
            if (state.LiftedBy is { } by)
            {
                lifted.AddRange(following.Select(held => new LiftedEffect(held, conditions.First(one => one.Code == by))));
            }
            else
            {
                effects.AddRange(following);
            }
        }

        return new(states, effects, lifted);

        bool IsSo(Condition condition) => condition.Source == ConditionSource.SelfScoreSent ? isSelfScoreSent : declared.GetValueOrDefault(condition.Code);

        // Only a condition that is so, and is not lifted itself, lifts another; the rules refuse circles.
        string? LiftedBy(Condition condition) => condition.Unless?.FirstOrDefault(Counts);

        bool Counts(string code)
        {
            if (counting?.TryGetValue(code, out var known) is true)
            {
                return known;
            }

            var condition = conditions.First(one => one.Code == code);
            return (counting ??= new(StringComparer.Ordinal))[code] = IsSo(condition) && LiftedBy(condition) is null;
        }
    }

    /// <summary>The sections in which something has other points by these conditions.</summary>
    public IEnumerable<SchemeNode> Reached(SchemeTree tree) => _byCriterion.Select(effects => tree.Find(effects.Key)!.Section).Distinct();

    /// <summary>What a leaf has left of its points.</summary>
    public Points Leave(SchemeNode leaf, Points points)
    {
        if (_byCriterion.Count == 0)
        {
            return points;
        }

        for (var node = leaf; node is not null; node = node.Parent)
        {
            foreach (var held in _byCriterion[node.Code])
            {
                if (held.TakesAll(leaf.Criterion.Kind))
                {
                    return Points.Zero;
                }
            }
        }

        return points;
    }

    /// <summary>The effects that reach a criterion, its groups' too.</summary>
    public IEnumerable<HeldEffect> On(SchemeNode leaf)
    {
        for (var node = leaf; node is not null; node = node.Parent)
        {
            foreach (var held in _byCriterion[node.Code])
            {
                if (held.TakesAll(leaf.Criterion.Kind))
                {
                    yield return held;
                }
            }
        }
    }
}
