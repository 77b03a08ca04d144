using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Calendar;

/// <summary>
/// Opens the year on its date, from the template, with last year's blocs and schemes, suggests who leads, and says which blocs nobody leads. Each step is
/// safe to do again, and the year is marked only when all are done for every bloc: what died or failed is made up by the next run, and after that
/// only what is repeated is left to do. A bloc that fails holds up no other.
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
        var failures = new Failures(this, cancellationToken);
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
                var before = failures.Count;
                await SuggestTermsAsync(cycle, done, failures, cancellationToken);
                await PrepareAsync(cycle, (_, _) => true, done, failures, cancellationToken);
                await failures.TryAsync($"{year} heads", async () => await TellAsync(cycle, done, cancellationToken));
                if (failures.Count == before)
                {
                    await cycles.MarkOpenedAsync(year, Name, cancellationToken);
                }
            }
            else if (cycle.State == CycleState.Open)
            {
                await PrepareAsync(cycle, (opening, bloc) => opening.Until is { } stage && cycle.StageOf(bloc, stage)?.Closes >= today, done, failures, cancellationToken);
            }
        }

        return failures.Count == 0 ? done : throw failures.ToException();
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

    private async Task SuggestTermsAsync(Cycle cycle, List<string> done, Failures failures, CancellationToken cancellationToken)
    {
        foreach (var bloc in cycle.Blocs)
        {
            await failures.TryAsync($"{cycle.Year} {bloc.Bloc} term", async () =>
            {
                if (await suggestions.SuggestAsync(bloc.Bloc, cycle.Year, Name, cancellationToken) is not null)
                {
                    done.Add($"a term of {bloc.Bloc} is suggested for {cycle.Year}");
                }
            });
        }
    }

    private async Task PrepareAsync(Cycle cycle, Func<OpeningWork, string, bool> isDue, List<string> done, Failures failures, CancellationToken cancellationToken)
    {
        foreach (var bloc in cycle.Blocs)
        {
            foreach (var opening in openings.Where(opening => isDue(opening, bloc.Bloc)))
            {
                await failures.TryAsync(
                    $"{cycle.Year} {bloc.Bloc} {opening.Name}", async () => done.AddRange(await opening.RunAsync(cycle.Year, bloc.Bloc, cancellationToken)));
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

    [LoggerMessage(LogLevel.Error, "A part of the year's opening failed and is done again by the next run: {Part}.", EventName = "OpeningPartFailed")]
    private partial void PartFailed(string part, Exception exception);

    [LoggerMessage(LogLevel.Information, "The year {Year} is open with {Blocs} blocs.", EventName = "CycleStarted")]
    private partial void CycleStarted(int year, int blocs);

    /// <summary>What failed so far: each part by its ids.</summary>
    private sealed class Failures(StartAnnualCycle timer, CancellationToken cancellationToken)
    {
        private readonly List<(string Part, Exception Exception)> _failed = [];

        public int Count => _failed.Count;

        public async Task TryAsync(string part, Func<Task> work)
        {
            try
            {
                await work();
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                timer.PartFailed(part, exception);
                _failed.Add((part, exception));
            }
        }

        public PartsFailedException ToException() => new(_failed.ConvertAll(one => one.Part), _failed.Select(one => one.Exception));
    }
}
