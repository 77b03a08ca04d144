using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>Whether standings can still change.</summary>
[JsonConverter(typeof(CamelCaseEnum<StandingsState>))]
internal enum StandingsState
{
    /// <summary>Computed on reading from what is submitted by now; not for everybody.</summary>
    Preview,

    /// <summary>The same, while a publication is under way.</summary>
    Publishing,

    /// <summary>Published: never computed again.</summary>
    Published,
}

/// <summary>The standings of a bloc, computed or published.</summary>
/// <param name="Voided">Of a publication: what was void in the scheme when it began.</param>
/// <param name="Version">What its ETag is made of.</param>
internal sealed record BlocStandings(
    BlocInPeriod Id,
    StandingsState State,
    string BlocName,
    StandingsScheme Scheme,
    IReadOnlySet<string>? Voided,
    DateTimeOffset? PublishedAt,
    IReadOnlyList<PlacedUnit> Places,
    IReadOnlyList<UnitApart> Apart,
    long Version)
{
    /// <summary>What people decided of ties. Once published, only what separates units.</summary>
    public IReadOnlyList<RecordedTie> Ties { get; init; } = [];

    /// <summary>What should be looked at before they are published; of a publication the trail has it.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];
}

/// <param name="Counts">Whether it separates the units that it names.</param>
internal sealed record RecordedTie(TieDecision Decision, bool Counts);

/// <summary>Standings with all that they come from.</summary>
internal sealed record ComputedStandings(BlocNow Bloc, BlocRecord Record, IReadOnlyList<Entrant> Entrants, Placements Placements);

/// <summary>The version of a scheme, with what is needed to read its values.</summary>
/// <param name="Scheme">Its id.</param>
/// <param name="Basis">What units are ranked by.</param>
/// <param name="Maximum">The most points, without bonus and without what is void.</param>
/// <param name="ShownDecimals">How many decimals the scheme shows people; two are kept.</param>
internal sealed record StandingsScheme(string Scheme, int Version, string Title, ScoreBasis Basis, Points Maximum, int ShownDecimals)
{
    public static StandingsScheme Of(SchemeTree tree) => new(
        tree.Scheme.Id,
        tree.Scheme.Version,
        tree.Content.Title,
        tree.Content.Basis,
        Points.Sum(tree.Leaves.Where(leaf => leaf.Criterion.IsBase && !leaf.IsVoid).Select(leaf => leaf.Criterion.Maximum)),
        tree.Content.ShownDecimals);
}

/// <summary>Standings with the points of every criterion, by unit.</summary>
internal sealed record DetailedStandings(BlocStandings Standings, SchemeTree Tree, IReadOnlyDictionary<string, NodeTotals> Totals);
