using EmulationFunctions.Common;

namespace EmulationFunctions.Office.Portal;

/// <summary>Where people find the page of the program. Bound from the section <c>Portal</c>.</summary>
internal sealed class PortalOptions
{
    public const string Section = "Portal";

    /// <summary>The address of the page, such as https://HOST/portal/; mails link to places below it. Needed as soon as mail leaves.</summary>
    public string Address { get; set; } = "";

    /// <summary>The app registration that the page signs people in with; that of the API unless set.</summary>
    public string ClientId { get; set; } = "";

    /// <exception cref="SettingException">A value is malformed.</exception>
    public void Check()
    {
        if (Address.Length > 0 && !(Uri.TryCreate(Address, UriKind.Absolute, out var address) && IsSafe(address)))
        {
            throw new SettingException($"{Section}:{nameof(Address)}", "must be the https address of the page that mails link to (http only on this machine).");
        }

        if (ClientId.Length > 0 && !Guid.TryParseExact(ClientId, "D", out _))
        {
            throw new SettingException($"{Section}:{nameof(ClientId)}", "must be a GUID.");
        }
    }

    private static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
