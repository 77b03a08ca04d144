using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Rules.Tests.Year.Golden;

/// <summary>A bloc from what its units enter to class, rank and tie, as the program reckons it.</summary>
internal sealed class GoldenBloc
{
    private readonly Scheme _scheme;
    private readonly List<Entrant> _entrants = [];
    private readonly List<DeclaredCondition> _declared = [];
    private readonly List<StaffCount> _staff = [];
    private readonly List<TieDecision> _decisions = [];

    public GoldenBloc(SchemeContent content)
    {
        Assert.Empty(SchemeRules.Check(content));
        _scheme = new("mau", 1, content);
    }

    public static ScoreEntry Chosen(string criterion, string option) => new(criterion, Option: option);

    public static ScoreEntry Counted(string criterion, long count) => new(criterion, Count: count);

    /// <param name="part">b.</param>
    /// <param name="whole">a.</param>
    public static ScoreEntry Measured(string criterion, decimal part, decimal? whole = null) => new(criterion, Measure: new(part, whole));

    public GoldenBloc Has(string unit, params ScoreEntry[] entries) => Has(unit, entries, new HashSet<string>());

    public GoldenBloc Has(string unit, ScoreEntry[] entries, IReadOnlySet<string> notApplicable)
    {
        var content = new SheetContent(entries, notApplicable, []);
        Assert.Empty(EntryRules.Check(SchemeTree.Of(_scheme), entries, notApplicable));
        return Enters(unit, new SheetHead(SheetState.Submitted, _scheme.Id, _scheme.Version, Hash: unit), content);
    }

    /// <summary>A unit that has entered nothing and handed nothing in.</summary>
    public GoldenBloc HasNothingOf(string unit) => Enters(unit, null, SheetContent.Of());

    public GoldenBloc Declares(string unit, string condition, bool isSo = true)
    {
        Assert.Contains(_scheme.Content.Conditions!, one => one.Code == condition);
        _declared.RemoveAll(one => (one.Unit, one.Condition) == (unit, condition));
        _declared.Add(new(unit, condition, isSo, "", null, DeclarerOffice.Office, default));
        return this;
    }

    public GoldenBloc Employs(string unit, int all, int women)
    {
        _staff.Add(new(unit, all, women, default, ""));
        return this;
    }

    public GoldenBloc Decides(TieBreakKind kind, params string[] units)
    {
        _decisions.Add(new(kind, units, "01/BB", "Theo biên bản", default));
        return this;
    }

    public Placements Rank() => Placements.Of(
        SchemeTree.Of(_scheme), BlocRecord.Empty with { Conditions = _declared, Staff = _staff, Decisions = _decisions }, _entrants);

    /// <summary>The class that a unit reaches, with a place or without.</summary>
    public string? ClassOf(string unit)
    {
        var ranked = Rank();
        return ranked.Places.FirstOrDefault(place => place.Unit == unit) is { } place
            ? place.Class?.Code
            : ranked.Apart.Single(apart => apart.Unit == unit).Class?.Code;
    }

    public Points TotalOf(string unit) => Rank().Places.Single(place => place.Unit == unit).Total;

    public Points PointsOf(string unit, string criterion)
    {
        var official = Rank().Scores[unit].Official;
        var score = official[official.Tree.Find(criterion)!];
        return score.Points + score.Bonus - score.Penalty;
    }

    /// <summary>Rank and unit, first to last.</summary>
    public IReadOnlyList<(int Rank, string Unit)> Ranks() => [.. Rank().Places.Select(place => (place.Rank, place.Unit))];

    private GoldenBloc Enters(string unit, SheetHead? head, SheetContent content)
    {
        _entrants.Add(new(unit, $"Sở {unit}", new(head, content), CountedScores.WhyNot(unit, head, _scheme, BlocRecord.Empty)));
        return this;
    }
}
