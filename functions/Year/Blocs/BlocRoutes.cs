namespace EmulationFunctions.Year.Blocs;

internal static class BlocRoutes
{
    public const string Bloc = "api/cycles/{year}/periods/{period}/blocs/{bloc}";
    public const string Sheets = $"{Bloc}/sheets";
    public const string Sheet = $"{Sheets}/{{unit}}";
}
