using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Decisions;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Council;

/// <summary>A session with what holds for it from outside.</summary>
/// <param name="Record">The session with all that was written down of it.</param>
/// <param name="Rules">The award rules under which it was put down, as they hold on its day.</param>
/// <param name="Names">What people call units.</param>
internal sealed record SessionSight(int Year, SessionRecord Record, AwardRules Rules, UnitNames Names)
{
    public CouncilQuorum Quorum => CouncilQuorum.Of(Record.Session.Content, Rules);

    public CouncilSessionView View() => CouncilSessionView.Of(Year, Record, Rules, Names);
}

/// <summary>Finds what holds for sessions.</summary>
internal sealed class CouncilDesk(
    CouncilTable sessions, CycleTable cycles, AwardRulesTable rules, RosterTable roster, DecisionTable decisions, UnitExists unitExists, SuspensionsOf findSuspensions, ProposalRemarks findRemarks, VietnamTime vietnam, TimeProvider clock)
{
    public DateOnly Today => vietnam.Today(clock);

    /// <exception cref="Refusal">404: no such year.</exception>
    public async Task<Cycle> FindYearAsync(int year, CancellationToken cancellationToken) =>
        await cycles.FindWithBlocsAsync(year, cancellationToken) ?? throw Refusal.NotFound(new("Năm thi đua này chưa được mở.", "There is no cycle of that year."));

    /// <exception cref="Refusal">404: no such session.</exception>
    public async Task<SessionSight> FindAsync(int year, string session, CancellationToken cancellationToken) =>
        await SeeAsync(year, await sessions.FindAsync(year, session, cancellationToken) ?? throw CouncilTable.NoSuchSession(), cancellationToken);

    public async Task<SessionSight> SeeAsync(int year, SessionRecord record, CancellationToken cancellationToken) => new(
        year,
        record,
        (await rules.FindAsync(record.Session.RulesVersion, cancellationToken))!.Rules.On(record.Session.Content.Day),
        await roster.NamesOfYearAsync(year, Today, cancellationToken));

    /// <summary>The minutes of a session, with how what was said to its proposals while they were disclosed was dealt with.</summary>
    public async Task<Paper> MinutesAsync(SessionSight sight, CancellationToken cancellationToken) => CouncilPaper.Minutes(sight, await findRemarks(sight.Year, cancellationToken));

    /// <summary>The rules of a session's day: it keeps the version, unless it is moved to another day before it has voted.</summary>
    public async Task<AwardRules> RulesForAsync(SessionRecord? before, DateOnly day, CancellationToken cancellationToken) =>
        before is null || (before.Votes.Count == 0 && before.Session.Content.Day != day)
            ? await rules.AtAsync(day, cancellationToken)
            : (await rules.FindAsync(before.Session.RulesVersion, cancellationToken))!.Rules.On(day);

    /// <summary>A unit that is suspended on the session's day is not put before the council. What stood in the session before is not asked about again.</summary>
    /// <exception cref="Refusal">409 with every proposal of such a unit.</exception>
    public Task DemandNotSuspendedAsync(int year, SessionContent content, SessionContent? before, CancellationToken cancellationToken) => DemandNotSuspendedAsync(
        year,
        content.Day,
        [
            .. content.Proposals.Index().Where(one => before?.Proposals.Any(known => (known.Award, known.Unit) == (one.Item.Award, one.Item.Unit)) is not true)
                .Select(one => ($"$.proposals[{one.Index}].unit", one.Item.Unit)),
        ],
        cancellationToken);

    /// <summary>Nor does it get what it was proposed for: its proposal may not pass, or be put off.</summary>
    /// <exception cref="Refusal">409 with every outcome that would give it.</exception>
    public Task DemandNotSuspendedAsync(int year, SessionRecord record, IReadOnlyList<ProposalOutcome> decided, CancellationToken cancellationToken) => DemandNotSuspendedAsync(
        year,
        record.Session.Content.Day,
        [
            .. decided.Index().Where(one => one.Item.Outcome == OutcomeKind.Passed && !record.Outcomes.Contains(one.Item))
                .Select(one => (Path: $"$.outcomes[{one.Index}].outcome", record.Session.Find(one.Item.Proposal)?.Unit)).Where(one => one.Unit is not null).Select(one => (one.Path, one.Unit!)),
        ],
        cancellationToken);

    /// <summary>What a decision of the year gives rests on the proposal's having passed: while the title stands, the proposal has no other outcome.</summary>
    /// <exception cref="Refusal">409 with every outcome that is another, and the decision.</exception>
    public async Task DemandNotGivenAsync(int year, SessionRecord record, IReadOnlyList<ProposalOutcome> decided, CancellationToken cancellationToken)
    {
        var others = decided.Index().Where(one => one.Item.Outcome != OutcomeKind.Passed && !record.Outcomes.Contains(one.Item)).ToList();
        if (others.Count == 0)
        {
            return;
        }

        var given = (await decisions.OfYearAsync(year, cancellationToken)).SelectMany(RecordedTitle.Of).Where(title => title.Stands).ToLookup(title => (title.Award, title.Unit));
        List<(string, RecordedTitle)> resting =
        [
            .. from one in others
               let proposal = record.Session.Find(one.Item.Proposal)
               where proposal is not null
               from title in given[(proposal.Award, proposal.Unit)]
               select ($"$.outcomes[{one.Index}].outcome", title),
        ];
        if (resting.Count > 0)
        {
            throw DecisionWords.RestsOnIt(resting);
        }
    }

    /// <summary>The version of the rules changes no more once a session rests on it.</summary>
    public Task FreezeAsync(AwardRules version, CancellationToken cancellationToken) => rules.FreezeAsync(version.Version, cancellationToken);

    /// <summary>Of the blocs that take part in the year the units that belong to them at some time of it.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlySet<string>>> MembersAsync(Cycle cycle, IEnumerable<string> blocs, CancellationToken cancellationToken)
    {
        var members = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var bloc in blocs.Distinct(StringComparer.Ordinal).Where(cycle.Has))
        {
            members[bloc] = await roster.MembersOfYearAsync(bloc, cycle.Year, cancellationToken);
        }

        return members;
    }

    /// <summary>Those of the units that there are.</summary>
    public async Task<IReadOnlySet<string>> KnownAsync(IEnumerable<string> units, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in units.Distinct(StringComparer.Ordinal))
        {
            if (await unitExists(unit, cancellationToken))
            {
                known.Add(unit);
            }
        }

        return known;
    }

    private async Task DemandNotSuspendedAsync(int year, DateOnly day, IReadOnlyList<(string Path, string Unit)> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Count > 0)
        {
            SuspendedUnits.Refuse(wanted, day, await findSuspensions(year, cancellationToken));
        }
    }
}
