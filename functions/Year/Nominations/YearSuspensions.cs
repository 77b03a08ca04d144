using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Decisions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Nominations;

/// <summary>The suspensions of all blocs of a year: for the council and for decisions a unit is suspended in whichever of them that was recorded.</summary>
internal sealed class YearSuspensions(CycleTable cycles, NominationTable nominations)
{
    private const int BlocsAtOnce = 20;

    /// <summary>What is behind <see cref="SuspensionsOf"/>. Of a year that was never opened there are none.</summary>
    public async Task<IReadOnlyList<SuspendedTime>> ReadAsync(int year, CancellationToken cancellationToken)
    {
        var found = new List<Suspension>();
        foreach (var some in ((await cycles.FindWithBlocsAsync(year, cancellationToken))?.Blocs ?? []).Chunk(BlocsAtOnce))
        {
            found.AddRange((await Task.WhenAll(some.Select(one => nominations.SuspensionsAsync(new YearOfBloc(year, one.Bloc), cancellationToken)))).SelectMany(of => of));
        }

        return [.. found.Select(one => new SuspendedTime(one.Unit, one.Since, one.Lifted?.Day))];
    }
}
