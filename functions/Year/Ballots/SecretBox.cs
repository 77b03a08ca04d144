using System.Security.Cryptography;
using Sodium;

namespace EmulationFunctions.Year.Ballots;

/// <summary>
/// The box of a secret ballot, and the roll of who has voted. With each vote every envelope that is in the box is put into a further one, and all are mixed: before and after
/// it nothing is the same, all have the same size, and none can be told to be the new one (docs/decisions/0028).
/// </summary>
/// <param name="First">The public key of the first keeper.</param>
/// <param name="Second">The public key of the second keeper.</param>
/// <param name="Roll">A letter for each voter, in the order of the ballot's voters.</param>
/// <param name="Envelopes">As many as are on the roll as <see cref="InBox"/>, each inside as many pairs of envelopes.</param>
internal sealed record SecretBox(byte[] First, byte[] Second, string Roll, IReadOnlyList<byte[]> Envelopes)
{
    public const char NotYet = '-';
    public const char InBox = 'x';

    /// <summary>Has written an opinion, which is nobody's secret and lies elsewhere.</summary>
    public const char Written = 'w';

    public int Count => Roll.Count(mark => mark == InBox);

    public static SecretBox Empty(byte[] first, byte[] second, int voters) => new(first, second, new(NotYet, voters), []);

    /// <summary>The box with one more vote in it.</summary>
    /// <param name="voter">Whose, as a place on the roll: it marks the roll and nothing else.</param>
    /// <param name="vote">The vote, of always the same length.</param>
    public SecretBox With(int voter, byte[] vote)
    {
        var all = Envelopes.Select(Seal).ToArray();
        // The new one goes into as many as the others are in by now.
        var envelope = vote;
        for (var layer = 0; layer <= Envelopes.Count; layer++)
        {
            envelope = Seal(envelope);
        }

        Array.Resize(ref all, all.Length + 1);
        all[^1] = envelope;
        RandomNumberGenerator.Shuffle<byte[]>(all);
        return Marked(voter, InBox) with { Envelopes = all };
    }

    public SecretBox Marked(int voter, char mark)
    {
        var roll = Roll.ToCharArray();
        roll[voter] = mark;
        return this with { Roll = new(roll) };
    }

    /// <summary>All votes, in no order.</summary>
    /// <exception cref="CryptographicException">An envelope is not what was put there.</exception>
    public IReadOnlyList<byte[]> Open(OpeningKey first, OpeningKey second)
    {
        if (Envelopes.Count != Count)
        {
            throw new CryptographicException("The box does not hold as many votes as there are marks on the roll.");
        }

        return [.. Envelopes.Select(envelope =>
        {
            for (var layer = 0; layer < Envelopes.Count; layer++)
            {
                envelope = first.Open(second.Open(envelope));
            }

            return envelope;
        })];
    }

    private byte[] Seal(byte[] content) => SealedPublicKeyBox.Create(SealedPublicKeyBox.Create(content, First), Second);
}

/// <summary>A vote as bytes, of one length whatever it says.</summary>
internal static class VoteBytes
{
    private const int Length = 32;
    private const byte Marks = 1;
    private const byte Blank = 2;

    public static byte[] Of(Vote vote, IReadOnlyList<string> choices)
    {
        var bytes = new byte[Length];
        bytes[0] = vote.IsBlank ? Blank : Marks;
        foreach (var (index, choice) in choices.Index())
        {
            bytes[1 + (index / 8)] |= (byte)(vote.Choices.Contains(choice) ? 1 << (index % 8) : 0);
        }

        return bytes;
    }

    /// <exception cref="CryptographicException">The bytes are no vote.</exception>
    public static Vote Read(byte[] bytes, IReadOnlyList<string> choices) => bytes is [Marks or Blank, ..] && bytes.Length == Length
        ? new([.. choices.Where((_, index) => (bytes[1 + (index / 8)] & (1 << (index % 8))) != 0)], bytes[0] == Blank)
        : throw new CryptographicException("What is in an envelope is no vote.");
}
