using EmulationFunctions.Platform.Settings;

namespace EmulationFunctions.Office.Portal;

internal static class PortalRegistration
{
    public static void AddPortal(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddChecked<PortalOptions>(PortalOptions.Section, static (section, options) => section.Bind(options), options => options.Check());
        builder.Services.AddSingleton<MyYears>();
        builder.Services.AddSingleton(_ => new PageFiles(PageFiles.Folder));
        builder.Services.AddSingleton<PageHeaders>();
    }
}
