namespace EmulationFunctions.Province.Schemes;

/// <param name="Scheme">The version.</param>
/// <param name="IsInUse">Whether somebody is scored by it, so that it never changes again.</param>
/// <param name="Tag">The number of the change that last wrote it.</param>
/// <param name="Voided">What was declared void since it came into use.</param>
internal sealed record StoredScheme(Scheme Scheme, bool IsInUse, long Tag, IReadOnlyList<VoidedCriterion> Voided)
{
    /// <summary>With everything that is void now.</summary>
    public SchemeTree ToTree() => SchemeTree.Of(Scheme, Voided.Select(voided => voided.Criterion).ToHashSet(StringComparer.Ordinal));

    /// <summary>As it was at a moment that is over: what was declared void later is not.</summary>
    public SchemeTree ToTree(DateTimeOffset then) =>
        SchemeTree.Of(Scheme, Voided.Where(voided => voided.At <= then).Select(voided => voided.Criterion).ToHashSet(StringComparer.Ordinal));
}

/// <param name="Criterion">A leaf, or a section with all below it.</param>
/// <param name="Reason">Why, as the office wrote it.</param>
/// <param name="At">From when on it is in no sum.</param>
internal sealed record VoidedCriterion(string Criterion, string Reason, DateTimeOffset At);
