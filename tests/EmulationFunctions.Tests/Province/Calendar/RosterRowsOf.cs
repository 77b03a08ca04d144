using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Province.Calendar;

/// <summary>A roster as it would be after years of use, and the timers of this room without their HTTP door.</summary>
internal static class RosterRowsOf
{
    public static readonly DateOnly LongAgo = new(2015, 1, 1);

    /// <summary>A bloc with these members since long ago.</summary>
    public static async Task HasBlocAsync(this EmulationApp app, string bloc, params string[] units) =>
        await app.ChangeRosterAsync(change =>
        {
            change.Put(RosterRows.Row(new Bloc(bloc, $"Khối {bloc}", BlocKind.Bloc, BlocLevel.Province, null, 0)));
            foreach (var unit in units)
            {
                var membership = new Membership(bloc, unit, LongAgo, null, "01/QĐ", null, 0);
                change.Put(RosterRows.Row(new Unit(unit, $"Đơn vị {unit}", UnitKind.Department, [], false, [], false, 0)));
                change.Put(RosterRows.Row(membership));
                change.Put(RosterRows.PlaceRow(membership, BlocLevel.Province));
            }
        });

    public static async Task HasTermAsync(this EmulationApp app, Term term) =>
        await app.ChangeRosterAsync(change => change.Put(RosterRows.Row(term)));

    public static ITimerFunction Timer(this EmulationApp app, string name) =>
        app.Services.GetServices<ITimerFunction>().Single(timer => timer.Name == name);

    public static Task<IReadOnlyList<string>> RunAsync(this EmulationApp app, string timer) =>
        app.Timer(timer).RunAsync(TestContext.Current.CancellationToken);

    public static CycleTable Cycles(this EmulationApp app) => app.Services.GetRequiredService<CycleTable>();

    public static async Task ChangeRosterAsync(this EmulationApp app, Action<PartitionChange> fill) =>
        await app.Services.GetRequiredService<PartitionStore>().ChangeAsync(
            new(RosterTable.Table, RosterTable.Partition), KeyRange.Prefix("none|"), Actor.System, (_, change) =>
            {
                fill(change);
                change.Audit = new("Test", "roster");
                return Task.FromResult(0);
            }, TestContext.Current.CancellationToken);
}
