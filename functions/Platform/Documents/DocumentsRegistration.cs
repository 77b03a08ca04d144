using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Settings;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Platform.Documents;

internal static class DocumentsRegistration
{
    public static void AddDocuments(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddChecked<ImportOptions>(ImportOptions.Section, static (section, options) => section.Bind(options), options => options.Check());
        builder.Services.AddKeyedSingleton(ImportOptions.Section, (services, _) => new UploadSlots(services.GetRequiredService<IOptions<ImportOptions>>().Value.MaximumInFlight));
    }
}
