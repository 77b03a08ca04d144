using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EmulationFunctions.Reminders;

/// <summary>
/// Which mail it is: kind, day and recipient, so that making the same mail again finds the one that is there. A recipient is a unit and a
/// fingerprint of one of its addresses; an address is never part of a key, a log line or a reference.
/// </summary>
internal sealed record MailKey(DateOnly Day, string Kind, string Unit, string AddressMark)
{
    public const string DigestKind = "digest";

    public string Partition => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Row => $"{Kind}|{Unit}|{AddressMark}";

    /// <summary>Stands in the subject, so that the rare mail that comes twice is seen to be the same one.</summary>
    public string Reference => $"TD-{Convert.ToHexString(Hash($"{Partition}|{Row}"), 0, 4)}";

    public static MailKey Digest(DateOnly day, string unit, string address) => new(day, DigestKind, unit, Mark(address));

    /// <summary>The first 16 hex digits of the SHA-256 of the address in small letters.</summary>
    public static string Mark(string address) => Convert.ToHexStringLower(Hash(address.Trim().ToLowerInvariant()), 0, 8);

    /// <summary>The unit's address that this mail is for, or null when the unit no longer has it.</summary>
    public string? AddressIn(IEnumerable<string> addresses) => addresses.FirstOrDefault(address => Mark(address) == AddressMark);

    /// <summary>The id of an attempt to send, the same whenever it is asked for: what is asked about after a crash.</summary>
    public Guid Attempt(int number)
    {
        var bytes = Hash(string.Create(CultureInfo.InvariantCulture, $"{Partition}|{Row}|{number}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80); // version 8, whose content is its maker's own
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }

    /// <summary>A number that spreads retries, different for each mail and always the same for one.</summary>
    public uint Spread => BinaryPrimitives.ReadUInt32BigEndian(Hash($"{Partition}|{Row}").AsSpan(4));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
