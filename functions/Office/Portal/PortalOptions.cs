using EmulationFunctions.Common;

namespace EmulationFunctions.Office.Portal;

/// <summary>Where people find the page of the program. Bound from the section <c>Portal</c>.</summary>
internal sealed class PortalOptions
{
    public const string Section = "Portal";

    /// <summary>What mails link to; needed as soon as mail leaves.</summary>
    public string Address { get; set; } = "";

    /// <exception cref="SettingException">The address is malformed.</exception>
    public void Check()
    {
        if (Address.Length > 0 && !(Uri.TryCreate(Address, UriKind.Absolute, out var address) && IsSafe(address)))
        {
            throw new SettingException($"{Section}:{nameof(Address)}", "must be the https address of the page that mails link to (http only on this machine).");
        }
    }

    private static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
