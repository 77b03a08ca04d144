using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Pacts;

namespace EmulationFunctions.Rules.Tests.Year.Pacts;

/// <summary>Pacts, signatures and blocs for the rules.</summary>
internal static class PactSamples
{
    public static readonly YearOfBloc Id = new(2026, "khoi-1");

    public static PactText Text(string title = "Giao ước thi đua năm 2026", params PactTarget[] targets) => new(title, [], "Cùng nhau thi đua.", [], targets, null);

    public static PactTarget Share(string id, decimal percent, string? within = null) => new(id, TargetKind.Percentage, "hoàn thành nhiệm vụ", Percent: Percent.FromDecimal(percent), Within: within);

    public static Pact Pact(PactText? text = null, int edition = 1) =>
        new(edition, text ?? Text(), PactHash.Of(Id, text ?? Text()), PactHash.Form, IsForSigning: true, [], [], DateTimeOffset.UnixEpoch);

    public static Signature Signed(string unit, int edition = 1) =>
        new(unit, edition, "", SignatureWay.Account, new(2026, 3, 7), null, DateTimeOffset.UnixEpoch, null, null);

    /// <summary>The bloc in 2026 with these members all year, and more as given.</summary>
    public static YearTerms Terms(IReadOnlyList<string> members, int? stated = null, Stage[]? stages = null, params Membership[] more) => new(
        Id,
        new Cycle(2026, CycleState.Open, new(2026, 1, 1), [Period.Default], stages ?? [], [], []) { Blocs = [new("khoi-1", null)] },
        new Bloc("khoi-1", "Khối 1", BlocKind.Bloc, BlocLevel.Province, stated, 0),
        [.. members.Select(unit => Member(unit, new(2020, 1, 1))), .. more],
        [],
        Leaders.Nobody,
        Leaders.Nobody,
        new UnitNames(new Dictionary<string, Unit> { ["so-x"] = new("so-x", "Thành viên 01 (chưa rõ tên)", UnitKind.Department, [], false, [], IsPlaceholder: true, 0) }));

    public static Membership Member(string unit, DateOnly from, DateOnly? until = null) => new("khoi-1", unit, from, until, null, null, 0);
}
