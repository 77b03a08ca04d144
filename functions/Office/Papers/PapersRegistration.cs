using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Office.Papers;

internal static class PapersRegistration
{
    public static void AddPapers(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PaperTable>();
        builder.Services.AddSingleton<PaperDesk>();
        builder.Services.AddSingleton(new PeopleEraser(PaperTable.Table, PaperTable.Numbers, PaperTable.Erase));
    }
}
