namespace EmulationFunctions.Benchmarks;

/// <summary>The published program, with the settings it needs.</summary>
internal static class Target
{
    public const string Tenant = "11111111-1111-4111-8111-111111111111";
    public const string Client = "22222222-2222-4222-8222-222222222222";

    /// <param name="now">Where its clock is set to; null leaves it as it is.</param>
    public static Task<FunctionsHost> StartAsync(string package, string storage, string instance, CancellationToken cancellationToken, DateTimeOffset? now = null)
    {
        var settings = Settings(storage, instance);
        if (now is { } instant)
        {
            settings["Local__Now"] = instant.ToString("O");
        }

        return FunctionsHost.StartAsync(package, settings, cancellationToken);
    }

    /// <summary>As Azure starts it: nothing on this machine, so no tables are made first. It can answer that it is there, and no more.</summary>
    public static Task<FunctionsHost> StartInAzureAsync(string package, CancellationToken cancellationToken)
    {
        var settings = Settings("", "https://login.microsoftonline.com/");
        settings["Storage__TableServiceUri"] = "https://data.table.core.windows.net/";
        settings["Storage__BlobServiceUri"] = "https://data.blob.core.windows.net/";
        return FunctionsHost.StartAsync(package, settings, cancellationToken);
    }

    public static Dictionary<string, string> Settings(string storage, string instance) => new()
    {
        ["Storage__ConnectionString"] = storage,
        ["AzureAd__Instance"] = instance,
        ["AzureAd__TenantId"] = Tenant,
        ["AzureAd__ClientId"] = Client,
        ["Portal__Address"] = "https://thidua.example.vn/",
        ["Logging__LogLevel__Default"] = "Warning",
    };
}
