using EmulationFunctions.Emulators;

namespace EmulationFunctions.Benchmarks;

/// <summary>The published program, with the settings it needs.</summary>
internal static class Target
{
    public const string Tenant = "11111111-1111-4111-8111-111111111111";
    public const string Client = "22222222-2222-4222-8222-222222222222";

    public static Task<FunctionsHost> StartAsync(string package, string storage, string instance, CancellationToken cancellationToken) =>
        FunctionsHost.StartAsync(
            package,
            new Dictionary<string, string>
            {
                ["Storage__ConnectionString"] = storage,
                ["AzureAd__Instance"] = instance,
                ["AzureAd__TenantId"] = Tenant,
                ["AzureAd__ClientId"] = Client,
                ["Portal__Address"] = "https://thidua.example.vn/",
                ["Logging__LogLevel__Default"] = "Warning",
            },
            cancellationToken);
}
