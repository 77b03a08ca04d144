using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Movements;

internal static class MovementsRegistration
{
    public static void AddMovements(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MovementTable>();
        builder.Services.AddSingleton(services => new AttachmentHome(AttachmentSubject.Movement, async (id, item, cancellationToken) =>
            await services.GetRequiredService<MovementTable>().FindAsync(id, item!, cancellationToken) is not null));
        builder.Services.AddSingleton(services => new AttachmentHome(AttachmentSubject.MovementAnswer, async (id, item, cancellationToken) =>
            await services.GetRequiredService<MovementTable>().FindAsync(id, item!, cancellationToken) is not null));
        builder.Services.AddSingleton<MovementDuties>();
        builder.Services.AddSingleton(services => new YearDuties("3-movements", services.GetRequiredService<MovementDuties>().ReadAsync));
    }
}
