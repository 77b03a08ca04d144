using System.Globalization;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Blocs;

/// <summary>The keys of a bloc's year in the table of pacts, of all rooms that write there.</summary>
internal static class PactKeys
{
    public const string Table = "Pacts";

    private const string PactPrefix = "pact|";
    public const string TextPrefix = $"{PactPrefix}text|";
    public const string SignaturePrefix = $"{PactPrefix}signature|";
    public const string MovementPrefix = "movement|";
    public const string ProgressPrefix = "progress|";
    public const string RegistrationPrefix = "registration|";

    private const string ResponsePrefix = "response|";

    /// <summary>The pact with all its texts and signatures.</summary>
    public static readonly KeyRange Pact = KeyRange.Prefix(PactPrefix);

    public static readonly KeyRange Movements = KeyRange.Prefix(MovementPrefix);

    public static readonly KeyRange Responses = KeyRange.Prefix(ResponsePrefix);

    /// <summary>All of a bloc's year: "movement" is the first, "response" the last.</summary>
    public static readonly KeyRange Everything = new(MovementPrefix, Responses.To);

    public static string Text(int edition) => TextPrefix + edition.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>A unit may sign more than once, after a change of the text: the change that wrote it is part of the key.</summary>
    public static string Signature(string unit, long seq) => $"{SignaturePrefix}{unit}|{seq.ToString("D10", CultureInfo.InvariantCulture)}";

    public static string Progress(string unit, string target, DateOnly day) => $"{ProgressOf(unit)}{target}|{RowDay.Of(day)}";

    public static string ProgressOf(string unit) => $"{ProgressPrefix}{unit}|";

    public static string Registration(string unit) => $"{RegistrationPrefix}{unit}|";

    public static string Movement(string movement) => MovementPrefix + movement;

    public static string Response(string movement, string unit) => $"{ResponsePrefix}{movement}|{unit}|";

    /// <summary>That row alone.</summary>
    public static KeyRange Only(string key) => new(key, key + " ");

    /// <summary>From the least of these keys to the greatest, with all that begins with them.</summary>
    public static KeyRange Between(IEnumerable<string> keys)
    {
        var ordered = keys.Order(StringComparer.Ordinal).ToList();
        return new(ordered[0], KeyRange.Prefix(ordered[^1]).To);
    }
}
