using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Storage;

/// <summary>Where the data account is. Bound from the <c>Storage</c> section.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The table endpoint; the program signs in to it as its managed identity.</summary>
    public string TableServiceUri { get; set; } = "";

    /// <summary>The blob endpoint; the program signs in to it as its managed identity.</summary>
    public string BlobServiceUri { get; set; } = "";

    /// <summary>An emulator's connection string; only in local runs, and instead of the two above.</summary>
    public string ConnectionString { get; set; } = "";

    /// <exception cref="SettingException">A value is missing or malformed.</exception>
    public void Check()
    {
        if (ConnectionString.Length == 0)
        {
            RequireHttps(nameof(TableServiceUri), TableServiceUri);
            RequireHttps(nameof(BlobServiceUri), BlobServiceUri);
        }
    }

    private static void RequireHttps(string name, string value)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
        {
            throw new SettingException($"{Section}:{name}", value.Length == 0 ? "is not set." : "must be an https address.");
        }
    }
}
