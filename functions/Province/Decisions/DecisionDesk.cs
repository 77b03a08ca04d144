using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Decisions;

/// <summary>Looks up what decisions rest on, and says what they come to.</summary>
internal sealed class DecisionDesk(
    DecisionTable decisions, AwardRulesTable awards, BaseSalaryTable salaries, RosterTable roster, CycleTable cycles, HolidayTable holidays, CouncilOutcomesOf findOutcomes, SuspensionsOf findSuspensions, VietnamTime vietnam, TimeProvider clock)
{
    public DateOnly Today => vietnam.Today(clock);

    /// <summary>The rules of awards of these days.</summary>
    public async Task<Func<DateOnly, AwardRules?>> RulesAsync(IEnumerable<DateOnly> days, CancellationToken cancellationToken)
    {
        var found = new Dictionary<DateOnly, AwardRules?>();
        foreach (var day in days.Distinct())
        {
            found[day] = await awards.AtAsync(day, cancellationToken);
        }

        return day => found.GetValueOrDefault(day);
    }

    /// <summary>The rules of awards of a decision's day; of an award that they have no more, those of the end of the year for which it is given, for what was proposed goes on by its own.</summary>
    public async Task<AwardRules> RulesForAsync(int year, DateOnly day, CancellationToken cancellationToken)
    {
        var (of, end) = (await awards.AtAsync(day, cancellationToken), new DateOnly(year, 12, 31));
        return day <= end ? of : of with { Awards = [.. of.Awards, .. (await awards.AtAsync(end, cancellationToken)).Awards.Where(award => of.Find(award.Code) is null)] };
    }

    /// <summary>
    /// What the council has not passed before the decision's day is not given. Asked of awards on which it votes, and in years that are kept here: what is entered of earlier ones is history.
    /// </summary>
    /// <param name="decision">What shall be recorded.</param>
    /// <param name="before">As it is recorded; null where it is new. What it gives already is not asked about again, unless its day is put before the one that it had.</param>
    /// <param name="rules">The rules of awards of its day.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Refusal">409 with every title that lacks it.</exception>
    public async Task DemandCouncilAsync(Decision decision, Decision? before, AwardRules rules, CancellationToken cancellationToken)
    {
        if (await cycles.FindCalendarAsync(decision.Year, cancellationToken) is null)
        {
            return;
        }

        var asked = decision.Titles.Index().Where(one => !(before?.Titles.Contains(one.Item) is true && before.Day <= decision.Day) && rules.Find(one.Item.Award)?.VoteOf(VotingBody.Council) is not null).ToList();
        if (asked.Count == 0)
        {
            return;
        }

        var (outcomes, faults) = (await findOutcomes(decision.Year, cancellationToken), new List<Fault>());
        foreach (var (index, title) in asked)
        {
            var outcome = outcomes.GetValueOrDefault((title.Award, title.Unit));
            if ((outcome is null ? DecisionWords.NoSession : outcome.Day > decision.Day ? DecisionWords.SessionLater(outcome.Day) : outcome.IsPassed ? null : DecisionWords.NotPassed(outcome.Day)) is { } words)
            {
                faults.Add(new($"$.titles[{index}]", words));
            }
        }

        if (faults.Count > 0)
        {
            throw DecisionWords.BeforeTheCouncil(faults);
        }
    }

    /// <summary>What is given to a unit that is suspended on the decision's day is refused.</summary>
    /// <param name="decision">What shall be recorded.</param>
    /// <param name="before">As it is recorded; null where it is new. What it gives already on that day is not asked about again.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Refusal">409 with every title of such a unit.</exception>
    public async Task DemandNotSuspendedAsync(Decision decision, Decision? before, CancellationToken cancellationToken)
    {
        var added = decision.Titles.Index().Where(one => !(before?.Titles.Contains(one.Item) is true && before.Day == decision.Day)).Select(one => ($"$.titles[{one.Index}]", one.Item.Unit)).ToList();
        if (added.Count > 0)
        {
            SuspendedUnits.Refuse(added, decision.Day, await findSuspensions(decision.Year, cancellationToken));
        }
    }

    /// <summary>These decisions of a year as people read them: what each title is worth hangs on all that the unit was given for the year.</summary>
    public async Task<IReadOnlyList<DecisionView>> ViewsAsync(int year, IReadOnlyList<Decision> wanted, Language language, CancellationToken cancellationToken)
    {
        var all = await decisions.OfYearAsync(year, cancellationToken);
        // As it was just written, whatever was changed since.
        all = [.. wanted, .. all.Where(one => !wanted.Any(other => other.Id == one.Id))];
        var rules = await RulesAsync(all.SelectMany(one => one.Revocations.Select(by => by.Day).Prepend(one.Day)), cancellationToken);
        var amounts = await salaries.ListAsync(cancellationToken);
        var worth = all.SelectMany(RecordedTitle.Of)
            .GroupBy(title => title.Unit, StringComparer.Ordinal)
            .SelectMany(of => TitleMoney.Of([.. of], rules, amounts))
            .ToDictionary(money => (money.Title.Decision, new GivenTitle(money.Title.Unit, money.Title.Award)));
        var names = await roster.NamesOfYearAsync(year, Today, cancellationToken);
        var views = new List<DecisionView>();
        foreach (var one in wanted)
        {
            var titles = new List<GivenTitleView>();
            foreach (var title in one.Titles)
            {
                var money = worth[(one.Id, title)];
                titles.Add(new(
                    title.Unit, names[title.Unit], title.Award, money.Award?.Title ?? title.Award, MoneyView.Of(money), await RevocationAsync(one, title, rules, language, cancellationToken)));
            }

            views.Add(new(
                one.Year,
                one.Id,
                one.Paper,
                one.SignerPost,
                titles,
                one.Facts.Pages,
                one.Facts.Copies,
                one.Facts.Recipients,
                one.RulesVersion,
                [.. one.Revocations.Select(by => new RevocationView(by.Paper, by.SignerPost, by.Ground, by.Reason, by.Titles.Count))],
                [.. all.Where(other => other.Id != one.Id && IsSameNumber(other.Paper, one.Paper)).Select(other => other.Id)],
                EntityTag.Of(one.Version)));
        }

        return views;
    }

    /// <summary>What units have not given back yet of titles that were taken back, with the day by which they have to.</summary>
    public async Task<IReadOnlyList<DueReturn>> OpenReturnsAsync(CancellationToken cancellationToken)
    {
        var open = await decisions.OpenReturnsAsync(cancellationToken);
        var rules = await RulesAsync(open.Select(one => one.Revoked), cancellationToken);
        var due = new List<DueReturn>();
        foreach (var one in open)
        {
            due.Add(new(one, (await ReturnTermAsync(one.Revoked, one.Received, rules(one.Revoked), cancellationToken)).Last));
        }

        return due;
    }

    /// <summary>Object and money come back within the days that the rules of the revocation's day name (Decree 152/2025/NĐ-CP, article 58).</summary>
    private async Task<TitleRevocationView?> RevocationAsync(
        Decision decision, GivenTitle title, Func<DateOnly, AwardRules?> rules, Language language, CancellationToken cancellationToken)
    {
        if (decision.RevocationOf(title) is not { } by)
        {
            return null;
        }

        var back = decision.Returns.FirstOrDefault(one => one.Title == title);
        var due = await ReturnTermAsync(by.Day, back?.Received, rules(by.Day), cancellationToken);
        return new(
            by.Paper.Number!,
            by.Day,
            by.Ground,
            due.Last,
            back?.Received is not null,
            due.Caution()?.In(language),
            back?.Received,
            back?.ObjectReturned,
            back?.MoneyReturned,
            back?.Amount,
            due.Last < Today && back is not { ObjectReturned: not null, MoneyReturned: not null });
    }

    /// <summary>From the day on which the unit got the decision; while that is not recorded from the decision's own.</summary>
    private async Task<WorkingTerm> ReturnTermAsync(DateOnly revoked, DateOnly? received, AwardRules? rules, CancellationToken cancellationToken)
    {
        var from = received ?? revoked;
        return WorkingDays.Add(from, rules?.Money?.ReturnDays ?? AwardMoney.UsualReturnDays, await holidays.FromAsync(from, cancellationToken));
    }

    /// <summary>
    /// A body's numbers begin anew with 01 on 1 January and are unique within the calendar year (Decree 30/2020/NĐ-CP, article 15(1)), so they are compared within that of the paper's day. One paper that gives
    /// titles for two years is recorded for each of them, so decisions of other years of emulation are not compared.
    /// </summary>
    private static bool IsSameNumber(PaperReference one, PaperReference other) =>
        one.Day?.Year == other.Day?.Year && string.Equals(one.Number, other.Number, StringComparison.OrdinalIgnoreCase) && VietnameseNames.Same(one.Issuer ?? "", other.Issuer ?? "");
}
