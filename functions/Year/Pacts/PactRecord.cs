namespace EmulationFunctions.Year.Pacts;

/// <summary>A pact with all its editions and signatures, as of one moment.</summary>
/// <param name="Editions">At least one, in order.</param>
/// <param name="Signatures">Of all editions, by unit and in the order in which they were given.</param>
internal sealed record PactRecord(IReadOnlyList<Pact> Editions, IReadOnlyList<Signature> Signatures)
{
    public Pact Current => Editions[^1];

    /// <summary>Those that count.</summary>
    public IEnumerable<Signature> Valid => Signatures.Where(one => one.IsValidFor(Current.Edition));

    /// <summary>Those that the change of the text or a withdrawal made void.</summary>
    public IEnumerable<Signature> Void => Signatures.Where(one => !one.IsValidFor(Current.Edition));

    public Signature? ValidOf(string unit) => Valid.FirstOrDefault(one => one.Unit == unit);

    /// <summary>Whether it stands anew before the unit: it signed an earlier edition, or its signature was taken back.</summary>
    public bool IsAskedAgain(string unit) => Void.Any(one => one.Unit == unit);
}
