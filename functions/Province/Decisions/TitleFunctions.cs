using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Province.Decisions;

/// <summary>What a unit was given over the years.</summary>
internal sealed class TitleFunctions(TitleHistory history, DecisionDesk desk, BaseSalaryTable salaries, RosterTable roster)
{
    /// <summary>Shows a unit's titles over the years, and what it was given for years in a row.</summary>
    /// <remarks>
    /// The latest year first, a year never divided between pages; those of units whose tasks it took over are among them, under their names of then, and the years in a row go on through successions. For a year in which several of them stood,
    /// they go on only where all were given the award, which no text settles. What was taken back is shown and counts for nothing.
    /// </remarks>
    [Function(nameof(GetTitles)), Needs(Right.Read), Answers(404)]
    public async Task<Ok<TitlePage>> GetTitles(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/units/{unit}/titles")] HttpRequest request,
        string unit, Page page, CancellationToken cancellationToken)
    {
        int? before = page.Continuation is not { } continuation ? null
            : int.TryParse(continuation, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > RightsDesk.EarliestYear and <= RightsDesk.LatestYear + 1 ? year
            : throw Page.BadContinuation();
        var found = await roster.FindUnitAsync(unit, cancellationToken) ?? throw Refusal.NotFound(RosterWords.NoUnit(unit));
        var (titles, stood) = await history.ReadAsync(unit, desk.Today, cancellationToken);
        var rules = await desk.RulesAsync([.. titles.Select(title => title.Day), desk.Today], cancellationToken);
        var amounts = await salaries.ListAsync(cancellationToken);
        var shown = new List<RecordedTitleView>();
        int? next = null;
        foreach (var of in titles.Where(title => before is null || title.Year < before).GroupBy(title => title.Year).OrderByDescending(of => of.Key))
        {
            if (shown.Count >= page.Size)
            {
                next = of.Key + 1;
                break;
            }

            foreach (var money in of.GroupBy(title => title.Unit, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal).SelectMany(one => TitleMoney.Of([.. one], rules, amounts)))
            {
                shown.Add(RecordedTitleView.Of(money, await roster.NamesAsync(money.Title.Day, cancellationToken)));
            }
        }

        var streaks = before is null
            ? TitleStreak.Of(titles, stood).Select(one => new StreakView(one.Award, rules(desk.Today)?.Find(one.Award)?.Title ?? one.Award, one.Years, one.Since, one.Last)).ToList()
            : null;
        return TypedResults.Ok(new TitlePage(unit, found.Name, shown, streaks, next?.ToString(CultureInfo.InvariantCulture)));
    }
}
