using System.Globalization;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

/// <summary>A new year's regulation begins as a draft of the one that holds, which goes on holding until another is adopted. What is behind <see cref="OpeningWork"/>.</summary>
internal sealed class RegulationOpening(RegulationTable regulations)
{
    public async Task<IReadOnlyList<string>> RunAsync(int year, string bloc, CancellationToken cancellationToken)
    {
        var id = new YearOfBloc(year, bloc);
        var versions = await regulations.ListAsync(id, cancellationToken);
        if (versions.Count > 0 || await regulations.HoldingAsync(id, versions, cancellationToken) is not var (holds, since))
        {
            return [];
        }

        await regulations.PutAsync(id, Draft(holds), new([]), Actor.System, cancellationToken);
        return [string.Create(CultureInfo.InvariantCulture, $"the regulation of {bloc} for {year} is drafted after that of {since}")];
    }

    /// <summary>What was settled, to be adopted anew: number and day are those of the paper of then.</summary>
    public static Regulation Draft(Regulation holds) => new(0, null, null, holds.Articles, holds.Settings);
}
