namespace EmulationFunctions.Year.Blocs;

internal static class BlocRoutes
{
    public const string Bloc = "api/cycles/{year}/periods/{period}/blocs/{bloc}";

    /// <summary>What belongs to a bloc's whole year, whatever periods it is scored in.</summary>
    public const string Year = "api/cycles/{year}/blocs/{bloc}";

    public const string Sheets = $"{Bloc}/sheets";
    public const string Sheet = $"{Sheets}/{{unit}}";
}
