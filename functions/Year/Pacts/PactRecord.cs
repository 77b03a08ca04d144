using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Year.Pacts;

/// <summary>A pact with all its editions and signatures, as of one moment.</summary>
/// <param name="Editions">At least one, in order.</param>
/// <param name="Signatures">Of all editions, by unit and in the order in which they were given.</param>
internal sealed record PactRecord(IReadOnlyList<Pact> Editions, IReadOnlyList<Signature> Signatures)
{
    public Pact Current => Editions[^1];

    /// <summary>The number of the change that last wrote the text or a signature: whoever changes the text has seen who signed it.</summary>
    public long Version => Signatures.Select(one => one.Version).Append(Current.Version).Max();

    /// <summary>What must have been read to write a text of that hash: all of it, or, where the text stays, no more than that text, whoever has signed since.</summary>
    public long VersionFor(string hash, IfMatch read) => hash == Current.Hash
        ? Signatures.SelectMany(one => new[] { one.Given, one.Version }).Where(one => one > Current.Version).Append(Current.Version).FirstOrDefault(one => read.Tags.Contains(EntityTag.Of(one)), Version)
        : Version;

    /// <summary>Those that count.</summary>
    public IEnumerable<Signature> Valid => Signatures.Where(one => one.IsValidFor(Current.Edition));

    /// <summary>The files that it rests on as it stands: its pictures, and the scans of signatures that count.</summary>
    public IReadOnlySet<string> Attachments => Current.Pictures.Select(one => one.Attachment).Concat(Valid.Select(one => one.Scan).OfType<string>()).ToHashSet(StringComparer.Ordinal);

    /// <summary>Those that the change of the text or a withdrawal made void.</summary>
    public IEnumerable<Signature> Void => Signatures.Where(one => !one.IsValidFor(Current.Edition));

    public Signature? ValidOf(string unit) => Valid.FirstOrDefault(one => one.Unit == unit);

    /// <summary>Which edition a text of that hash is: what nobody has signed is a draft still and rewritten in its place; what somebody has is left as it is.</summary>
    public int EditionOf(string hash) =>
        hash == Current.Hash || !Signatures.Any(one => one.Edition == Current.Edition) ? Current.Edition : Current.Edition + 1;

    /// <summary>The same with a text that was written: in place of the current one, or after it.</summary>
    public PactRecord With(Pact written) => this with { Editions = [.. written.Edition == Current.Edition ? Editions.SkipLast(1) : Editions, written] };

    /// <summary>Whether it stands anew before the unit: it signed an earlier edition, or its signature was taken back.</summary>
    public bool IsAskedAgain(string unit) => Void.Any(one => one.Unit == unit);
}
