using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Province.Schemes;

internal static class SchemeRegistration
{
    public static void AddSchemes(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SchemeTable>();
        builder.Services.AddSingleton(new RememberedTable(SchemeTable.Table));
        builder.Services.AddSingleton<FindSchemeDemands>(services => async (scheme, version, cancellationToken) =>
            await services.GetRequiredService<SchemeTable>().FindStoredAsync(scheme, version, cancellationToken) is { } stored ? DemandsOf(stored.Scheme.Content) : null);
        builder.Services.AddSingleton<FreezeScheme>(services => async (scheme, version, cancellationToken) =>
            await services.GetRequiredService<SchemeTable>().FreezeAsync(scheme, version, cancellationToken) is not null);
        PointSchemas.Register();
    }

    private static SchemeDemands DemandsOf(SchemeContent content) => new(
        content.IsDraft,
        [
            .. (content.Appraisal?.Specialists ?? []).Select(body => new NamedBody(
                body.Unit, new($"bảng điểm giao cho đơn vị này chấm tiêu chí {body.Criterion}", $"the scheme has it appraise criterion {body.Criterion}"))),
            .. (content.Conditions ?? []).Where(condition => condition.Body is not null).Select(condition => new NamedBody(
                condition.Body!, new($"bảng điểm giao cho đơn vị này khai báo điều kiện “{condition.Title}”", $"the scheme has it declare the condition “{condition.Title}”"))),
        ]);
}
