using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Identity;

/// <summary>The app registration whose tokens are taken. Bound from the <c>AzureAd</c> section.</summary>
internal sealed class AzureAdOptions
{
    public const string Section = "AzureAd";

    /// <summary>The scope that a person's token must carry.</summary>
    public const string Scope = "access_as_user";

    /// <summary>Where tokens come from.</summary>
    public string Instance { get; set; } = "https://login.microsoftonline.com";

    /// <summary>The tenant whose members sign in; guests of other tenants are refused.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The app registration's client id: what a token of version 2.0 is issued for.</summary>
    public string ClientId { get; set; } = "";

    public string Authority => $"{Instance.TrimEnd('/')}/{TenantId}/v2.0";

    /// <exception cref="SettingException">A value is missing or malformed.</exception>
    public void Check()
    {
        RequireGuid(nameof(TenantId), TenantId);
        RequireGuid(nameof(ClientId), ClientId);
        if (!Uri.TryCreate(Instance, UriKind.Absolute, out var instance) || !(instance.Scheme == Uri.UriSchemeHttps || instance.IsLoopback))
        {
            throw new SettingException($"{Section}:{nameof(Instance)}", "must be an https address such as https://login.microsoftonline.com.");
        }
    }

    private static void RequireGuid(string name, string value)
    {
        if (!Guid.TryParseExact(value, "D", out _))
        {
            throw new SettingException($"{Section}:{name}", $"must be a GUID{(value.Length == 0 ? ", and is not set" : "")}.");
        }
    }
}
