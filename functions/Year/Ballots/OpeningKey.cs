using System.Security.Cryptography;
using System.Text;
using Sodium;

namespace EmulationFunctions.Year.Ballots;

/// <summary>
/// A keeper's half of what opens a box: the private key of an X25519 pair, told once when the ballot opens and kept nowhere. Each vote is sealed for both
/// keepers, one envelope inside the other, so neither opens anything alone; and of a half it can be seen whether it is the right one.
/// </summary>
internal sealed class OpeningKey : IDisposable
{
    /// <summary>As it is typed, with blanks and hyphens.</summary>
    public const int LongestText = 200;

    private const int Bytes = 32;
    private const int Group = 4;

    private readonly KeyPair _pair;

    private OpeningKey(KeyPair pair) => _pair = pair;

    public byte[] Public => _pair.PublicKey;

    public static OpeningKey Draw() => new(PublicKeyBox.GenerateKeyPair());

    /// <returns>Null when the text is none.</returns>
    public static OpeningKey? Parse(string text)
    {
        var digits = new string([.. text.Where(char.IsAsciiHexDigit)]);
        return digits.Length == 2 * Bytes && text.All(letter => char.IsAsciiHexDigit(letter) || letter is '-' || char.IsWhiteSpace(letter))
            ? new(PublicKeyBox.GenerateKeyPair(Convert.FromHexString(digits)))
            : null;
    }

    /// <summary>For its keeper: 64 hexadecimal digits in groups of four.</summary>
    public string ToText()
    {
        var digits = Convert.ToHexString(_pair.PrivateKey);
        var text = new StringBuilder(digits.Length + (digits.Length / Group));
        for (var from = 0; from < digits.Length; from += Group)
        {
            text.Append(from == 0 ? "" : "-").Append(digits, from, Group);
        }

        return text.ToString();
    }

    public bool Opens(byte[] publicKey) => CryptographicOperations.FixedTimeEquals(Public, publicKey);

    /// <exception cref="CryptographicException">It was not sealed for this key, or is not whole.</exception>
    public byte[] Open(byte[] envelope) => SealedPublicKeyBox.Open(envelope, _pair);

    public void Dispose() => _pair.Dispose();
}
