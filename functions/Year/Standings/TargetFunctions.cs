using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>What the quantitative criteria of a bloc come to.</summary>
internal sealed class TargetFunctions(TargetsDesk desk)
{
    /// <summary>Shows targets, results and points of quantitative criteria.</summary>
    /// <remarks>Computed over the whole bloc, as for its standings. Targets are in the pact that all have signed: every member sees them. Results and points of others are for those who lead the bloc, the office, the council and readers, until the standings are published. Explanations are in the language of Accept-Language.</remarks>
    [Function(nameof(GetTargets)), Needs(Right.Read), Answers(404, 409)]
    [GivesLanguage]
    public async Task<TaggedOk<TargetsView>> GetTargets(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{BlocRoutes.Bloc}/targets")] HttpRequest request,
        [AsParameters] BlocInPeriod id, Caller caller, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(id, caller, cancellationToken);
        return EntityTag.Ok(TargetsView.Of(found, request.HttpContext.AnswersIn()), found.Record.FiguresVersion);
    }
}

/// <summary>The quantitative criteria of a bloc as one caller may see them.</summary>
/// <param name="Sheets">Of every member, by unit.</param>
/// <param name="Shown">Whose results and points the caller may see.</param>
internal sealed record BlocTargets(
    BlocInPeriod Id,
    SchemeTree Tree,
    BlocRecord Record,
    IReadOnlyList<BlocMember> Members,
    IReadOnlyDictionary<string, StoredSheet> Sheets,
    Func<string, bool> Shown);

/// <summary>Reads the quantitative criteria of a bloc: as they are, or as they were when the standings were published.</summary>
internal sealed class TargetsDesk(StandingsTable table, BlocSheets bloc, LeadersLookup findLeaders)
{
    /// <exception cref="Refusal">404: no such bloc, or the caller has nothing to do with it.</exception>
    public async Task<BlocTargets> FindAsync(BlocInPeriod id, Caller caller, CancellationToken cancellationToken)
    {
        var publication = await table.FindAsync(id, cancellationToken);
        var now = publication is { State: PublicationState.Published }
            ? await AsPublishedAsync(id, publication, cancellationToken)
            : await bloc.FindAsync(id, cancellationToken);
        var leaders = caller.Oversees ? Leaders.Nobody : await findLeaders(id.Bloc, id.Year, cancellationToken);
        var seesAll = caller.Oversees || caller.Units.Any(unit => unit == leaders.Head || unit == leaders.Deputy);
        if (!seesAll && !now.Members.Any(member => caller.Units.Contains(member.Unit)))
        {
            throw Refusal.NotFound(new("Đơn vị của bạn không thuộc khối này.", "Your unit is not in this bloc."));
        }

        var isShown = seesAll || publication is { State: PublicationState.Published };
        var (record, entrants) = await bloc.ReadAsync(now, cancellationToken);
        return new(
            id,
            now.Tree,
            record,
            now.Members,
            entrants.ToDictionary(entrant => entrant.Unit, entrant => entrant.Sheet, StringComparer.Ordinal),
            unit => isShown || caller.Units.Contains(unit));
    }

    /// <summary>With the members and the scheme of then: record and sheets have been frozen since.</summary>
    private async Task<BlocNow> AsPublishedAsync(BlocInPeriod id, Publication publication, CancellationToken cancellationToken)
    {
        var tree = await bloc.FindTreeAsync(id, publication.Scheme, publication.Voided, cancellationToken);
        return new(id, publication.BlocName, tree, [.. publication.Units.Select(unit => new BlocMember(unit.Unit, unit.Name))]);
    }
}

/// <param name="Criteria">Every quantitative criterion, in the order of the form.</param>
internal sealed record TargetsView(int Year, string Period, string Bloc, IReadOnlyList<QuantitativeView> Criteria)
{
    public static TargetsView Of(BlocTargets found, Language language)
    {
        var scores = CountedScores.Of(found.Tree, found.Record, found.Sheets);
        var figures = found.Record.Figures.ToDictionary(figure => (figure.Criterion, figure.Unit));
        return new(
            found.Id.Year,
            found.Id.Period,
            found.Id.Bloc,
            [.. found.Tree.Leaves.Where(leaf => leaf.Criterion.Kind == CriterionKind.Quantitative && !leaf.IsVoid).Select(leaf => new QuantitativeView(
                leaf.Code,
                leaf.Criterion.Title,
                leaf.Criterion.Maximum,
                [.. found.Members.Select(member => Unit(leaf.Code, member))]))]);

        UnitFigure Unit(string criterion, BlocMember member)
        {
            var figure = figures.GetValueOrDefault((criterion, member.Unit));
            var score = scores[member.Unit].Quantitative.GetValueOrDefault(criterion);
            var isShown = found.Shown(member.Unit);
            return new(
                member.Unit,
                member.Name,
                IsAssigned: score is not null,
                isShown,
                figure?.Target,
                isShown ? figure?.Actual : null,
                isShown ? score?.Points : null,
                isShown ? score?.Case : null,
                isShown ? score?.Explanation.In(language) : null);
        }
    }
}

/// <param name="Criterion">Its code.</param>
/// <param name="Title">As printed.</param>
/// <param name="Maximum">The most points a unit can have.</param>
/// <param name="Units">Every member of the bloc.</param>
internal sealed record QuantitativeView(string Criterion, string Title, Points Maximum, IReadOnlyList<UnitFigure> Units);

/// <param name="Unit">The unit's id.</param>
/// <param name="Name">The unit's name.</param>
/// <param name="IsAssigned">Whether the criterion is assigned to the unit; where it is not, nothing of it counts.</param>
/// <param name="IsShown">Whether the caller may see result and points.</param>
/// <param name="Target">What it is to reach; null where none is set.</param>
/// <param name="Actual">What it reached; null while nothing is reported.</param>
/// <param name="Points">What that comes to, measured by the whole bloc; null while there is no result.</param>
/// <param name="Case">Which line of the formula applied.</param>
/// <param name="Explanation">How the points came about.</param>
internal sealed record UnitFigure(
    string Unit, string Name, bool IsAssigned, bool IsShown, decimal? Target, decimal? Actual, Points? Points, QuantitativeCase? Case, string? Explanation);
