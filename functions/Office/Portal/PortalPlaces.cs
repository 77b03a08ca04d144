namespace EmulationFunctions.Office.Portal;

/// <summary>A part of the units' page that stands at a place: of a unit in a bloc, a period and a year.</summary>
internal enum PortalArea
{
    Sheet,
    Complaints,
    Peers,
    Pact,
    Reports,
    Meetings,
    Standings,
    Awards,
    Bloc,
}

/// <summary>
/// The addresses of the units' page, as far as they are made on this side, below <see cref="PortalOptions.Address"/>. The page's own list is
/// <c>page/src/views/routes.ts</c>.
/// </summary>
internal static class PortalPlaces
{
    /// <summary>What is due for the caller's units.</summary>
    public const string Home = "";

    /// <param name="item">One meeting, one report, one side of a sheet; null for all of it.</param>
    public static string Of(PortalArea area, int year, string period, string bloc, string unit, string? item = null) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name(area)}/{year}/{period}/{bloc}/{unit}{(item is null ? "" : $"/{item}")}");

    /// <summary>The page itself, ready to take a place.</summary>
    public static Uri Page(PortalOptions options) => new(options.Address.EndsWith('/') ? options.Address : $"{options.Address}/");

    public static string Name(PortalArea area) => area.ToString().ToLowerInvariant();
}
