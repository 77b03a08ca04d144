using System.Globalization;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Pacts;

/// <summary>A new year's pact begins as a draft of the last one. What is behind <see cref="OpeningWork"/>.</summary>
internal sealed class PactOpening(YearDesk desk, PactTable pacts)
{
    public async Task<IReadOnlyList<string>> RunAsync(int year, string bloc, CancellationToken cancellationToken)
    {
        var id = new YearOfBloc(year, bloc);
        if (await pacts.FindAsync(id, cancellationToken) is not null || await pacts.FindAsync(id with { Year = year - 1 }, cancellationToken) is not { } last)
        {
            return [];
        }

        await pacts.PutAsync(await desk.FindAsync(id, cancellationToken), Draft(last.Current, year), new([]), desk.Today, Actor.System, cancellationToken);
        return [$"the pact of {bloc} for {year} is drafted after that of {year - 1}"];
    }

    /// <summary>What was promised, to be promised anew: without the papers it rested on and the version of the scheme, which are that year's; its days a year later.</summary>
    public static PactBody Draft(Pact last, int year)
    {
        var (before, now) = ((year - 1).ToString(CultureInfo.InvariantCulture), year.ToString(CultureInfo.InvariantCulture));
        return new(last.Text.Title.Replace(before, now, StringComparison.Ordinal), last.Text.Text)
        {
            Items = last.Text.Items,
            Targets = last.Text.Targets,
            ReportBy = [.. last.ReportBy.Select(day => day.AddYears(1))],
        };
    }
}
