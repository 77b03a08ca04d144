using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Settings;

/// <summary>
/// Whether this process runs on somebody's own machine. What must never work in Azure is allowed only then: an emulator's
/// connection string, a sign-in over plain http, a clock that was set. The only place that decides it.
/// </summary>
internal sealed class LocalCondition
{
    private LocalCondition(bool isLocal) => IsLocal = isLocal;

    public bool IsLocal { get; }

    /// <exception cref="SettingException">A setting is present that is refused outside of a local run.</exception>
    public static LocalCondition Of(IConfiguration settings)
    {
        var isLocal = string.IsNullOrEmpty(settings["WEBSITE_SITE_NAME"]) && StorageEndpoints(settings) is { Count: > 0 } endpoints && endpoints.All(IsLoopback);
        if (!isLocal)
        {
            Refuse(settings, "Storage:ConnectionString", "an emulator's connection string");
            Refuse(settings, "Local:Now", "a clock that was set");
            if (settings["AzureAd:Instance"] is { Length: > 0 } instance && !instance.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            {
                throw new SettingException("AzureAd:Instance", "must begin with https://: a sign-in over plain http is only taken from a loopback address in a local run.");
            }
        }

        return new(isLocal);
    }

    /// <summary>
    /// Every storage endpoint that is configured, whichever way. A connection string that does not name both of its endpoints leads
    /// to Azure's own.
    /// </summary>
    private static List<string> StorageEndpoints(IConfiguration settings)
    {
        var endpoints = new[] { settings["Storage:TableServiceUri"], settings["Storage:BlobServiceUri"] }.OfType<string>().Where(uri => uri.Length > 0).ToList();
        var connection = settings["Storage:ConnectionString"];
        if (string.IsNullOrEmpty(connection))
        {
            return endpoints;
        }

        if (connection.Trim(' ', ';') == "UseDevelopmentStorage=true")
        {
            endpoints.Add("http://127.0.0.1");
        }
        else
        {
            var parts = connection.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(part => part.Split('=', 2))
                .Where(part => part.Length == 2)
                .ToLookup(part => part[0], part => part[1], StringComparer.OrdinalIgnoreCase);
            endpoints.AddRange(parts.Where(part => part.Key.EndsWith("Endpoint", StringComparison.OrdinalIgnoreCase)).SelectMany(part => part));
            endpoints.Add(parts["TableEndpoint"].FirstOrDefault() ?? "https://core.windows.net");
            endpoints.Add(parts["BlobEndpoint"].FirstOrDefault() ?? "https://core.windows.net");
        }

        return endpoints;
    }

    private static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;

    private static void Refuse(IConfiguration settings, string name, string what)
    {
        if (!string.IsNullOrEmpty(settings[name]))
        {
            throw new SettingException(name, $"is set, but {what} is only taken in a local run: every storage endpoint on a loopback address, and WEBSITE_SITE_NAME not set.");
        }
    }
}
