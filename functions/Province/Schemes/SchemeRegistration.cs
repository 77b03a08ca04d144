using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Province.Schemes;

internal static class SchemeRegistration
{
    public static void AddSchemes(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SchemeTable>();
        builder.Services.AddSingleton<SchemeExists>(services => async (scheme, version, cancellationToken) =>
            await services.GetRequiredService<SchemeTable>().FindStoredAsync(scheme, version, cancellationToken) is not null);
        builder.Services.AddSingleton<FreezeScheme>(services => async (scheme, version, cancellationToken) =>
            await services.GetRequiredService<SchemeTable>().FreezeAsync(scheme, version, cancellationToken) is not null);
        PointSchemas.Register();
    }
}
