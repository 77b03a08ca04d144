using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Calendar;

/// <summary>
/// Opens the year on its date, from the template, with last year's blocs and schemes, suggests who leads, and says which blocs nobody leads. Each step is
/// safe to do again, and the year is marked only when all are done: a run that died is finished by the next one, and after that
/// there is nothing left to do.
/// </summary>
internal sealed partial class StartAnnualCycle(
    CalendarTable calendar,
    CycleTable cycles,
    RosterTable roster,
    CycleChecks checks,
    TermSuggestions suggestions,
    IEnumerable<OpeningWork> openings,
    BlocsWithoutHead withoutHead,
    VietnamTime vietnam,
    TimeProvider clock,
    TimerRunner runner,
    ILogger<StartAnnualCycle> logger) : ITimerFunction
{
    /// <summary>Five minutes into each Vietnamese day.</summary>
    private const string When = "0 5 17 * * *";

    public string Name => nameof(StartAnnualCycle);

    public string Schedule => When;

    [Function(nameof(StartAnnualCycle))]
    public Task Run([TimerTrigger(When)] TimerInfo timer, CancellationToken cancellationToken) => runner.RunAsync(this, cancellationToken);

    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var today = vietnam.Today(clock);
        var (template, years) = await calendar.ReadAsync(cancellationToken);
        var done = new List<string>();
        foreach (var year in YearsToOpen.On(today, template.Template, years))
        {
            if (await cycles.FindWithBlocsAsync(year, cancellationToken) is not { } cycle)
            {
                cycle = await cycles.PutAsync(
                    await MakeAsync(year, template.Template, years, done, cancellationToken), Name, ifMatch: null, told: [], Actor.System, cancellationToken);
                CycleStarted(year, cycle.Blocs.Count);
                done.Add($"{year} is open with {Words.Count(cycle.Blocs.Count, "bloc")}");
            }

            // The office may have entered the year beforehand, to begin on another day.
            if (!cycle.IsOpened && cycle.StartsOn <= today)
            {
                await SuggestTermsAsync(cycle, done, cancellationToken);
                await PrepareAsync(cycle, done, cancellationToken);
                await TellAsync(cycle, done, cancellationToken);
                await cycles.MarkOpenedAsync(year, Name, cancellationToken);
            }
        }

        return done;
    }

    /// <summary>The blocs of the roster that have members, each with the scheme it was last scored by, as long as the bodies that it names are there.</summary>
    private async Task<Cycle> MakeAsync(int year, CalendarTemplate template, IReadOnlyList<int> years, List<string> done, CancellationToken cancellationToken)
    {
        var cycle = template.In(year);
        var before = await BeforeAsync(year, years, cancellationToken);
        var day = cycle.MembershipDay(Period.WholeYear, vietnam.Today(clock));
        var blocs = new List<BlocInCycle>();
        foreach (var bloc in await roster.ListBlocsAsync(cancellationToken))
        {
            if (before?.Has(bloc.Id) == true || (await roster.MembersAsync(bloc.Id, day, cancellationToken)).Count > 0)
            {
                var scheme = before?.SchemeOf(bloc.Id);
                if (scheme is not null && (await checks.WhyNotTakenAsync(scheme, cancellationToken)).Count > 0)
                {
                    done.Add($"{bloc.Id} needs another scheme than {scheme.Scheme} {scheme.Version}");
                    scheme = null;
                }

                blocs.Add(new(bloc.Id, scheme));
            }
        }

        return cycle with { Blocs = blocs };
    }

    /// <summary>The latest year before; a year in the list may have died before it was there.</summary>
    private async Task<Cycle?> BeforeAsync(int year, IReadOnlyList<int> years, CancellationToken cancellationToken)
    {
        foreach (var earlier in years.Where(one => one < year).OrderDescending())
        {
            if (await cycles.FindWithBlocsAsync(earlier, cancellationToken) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private async Task SuggestTermsAsync(Cycle cycle, List<string> done, CancellationToken cancellationToken)
    {
        foreach (var bloc in cycle.Blocs)
        {
            if (await suggestions.SuggestAsync(bloc.Bloc, cycle.Year, Name, cancellationToken) is not null)
            {
                done.Add($"a term of {bloc.Bloc} is suggested for {cycle.Year}");
            }
        }
    }

    private async Task PrepareAsync(Cycle cycle, List<string> done, CancellationToken cancellationToken)
    {
        foreach (var bloc in cycle.Blocs)
        {
            foreach (var opening in openings)
            {
                done.AddRange(await opening.RunAsync(cycle.Year, bloc.Bloc, cancellationToken));
            }
        }
    }

    /// <summary>A suggestion leads nobody: until a term is confirmed, the office has to act. GetOperations says the same for as long as it is so.</summary>
    private async Task TellAsync(Cycle cycle, List<string> done, CancellationToken cancellationToken)
    {
        foreach (var bloc in await withoutHead.FindAsync(cycle, cancellationToken))
        {
            BlocWithoutHead(cycle.Year, bloc.Bloc);
            done.Add($"nobody leads {bloc.Bloc} in {cycle.Year} yet");
        }
    }

    [LoggerMessage(LogLevel.Warning, "Nobody leads the bloc {Bloc} in {Year}: a term has to be confirmed.", EventName = "BlocWithoutHead")]
    private partial void BlocWithoutHead(int year, string bloc);

    [LoggerMessage(LogLevel.Information, "The year {Year} is open with {Blocs} blocs.", EventName = "CycleStarted")]
    private partial void CycleStarted(int year, int blocs);
}
