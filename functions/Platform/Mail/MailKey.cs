using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Platform.Mail;

/// <summary>
/// Which mail it is: kind, day and recipient, so that making the same mail again finds the one that is there. A recipient is a unit and a
/// fingerprint of one of its addresses; an address is never part of a key, a log line or a reference.
/// </summary>
internal sealed record MailKey(DateOnly Day, string Kind, string Unit, string AddressMark)
{
    public const string DigestKind = "digest";

    /// <summary>Stands where an address' mark would, when the unit had no address.</summary>
    public const string NoAddress = "none";

    public string Partition => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Row => $"{Kind}|{Unit}|{AddressMark}";

    public bool IsDigest => Kind == DigestKind;

    /// <summary>What stands for the mail in addresses: its day and a fingerprint.</summary>
    public string Id => $"{Partition}-{Convert.ToHexStringLower(Hash($"{Partition}|{Row}"), 0, 8)}";

    /// <summary>Stands in the subject, so that the rare mail that comes twice is seen to be the same one.</summary>
    public string Reference => $"TD-{Convert.ToHexString(Hash($"{Partition}|{Row}"), 0, 4)}";

    public static MailKey Digest(DateOnly day, string unit, string address) => new(day, DigestKind, unit, Mark(address));

    /// <summary>The mail that follows a change: the change's own notice tells it from all others.</summary>
    /// <param name="day">The Vietnamese day of the change.</param>
    /// <param name="partition">The partition that was changed.</param>
    /// <param name="noticeKey">The row key of the notice in it.</param>
    /// <param name="unit">Whom it concerns.</param>
    /// <param name="address">One of the unit's addresses; null when it has none.</param>
    public static MailKey Notice(DateOnly day, PartitionAddress partition, string noticeKey, string unit, string? address) =>
        new(day, $"notice-{Convert.ToHexStringLower(Hash($"{partition}|{noticeKey}"), 0, 8)}", unit, address is null ? NoAddress : Mark(address));

    /// <summary>The key whose partition and row these are.</summary>
    public static MailKey Parse(string partition, string row)
    {
        var parts = row.Split('|');
        return new(DateOnly.ParseExact(partition, "yyyy-MM-dd", CultureInfo.InvariantCulture), parts[0], parts[1], parts[2]);
    }

    /// <summary>The day in a mail's id; null when it is no such id.</summary>
    public static DateOnly? DayOf(string id) =>
        id.Length == 27 && id[10] == '-' && DateOnly.TryParseExact(id[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

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
