using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Identity;

namespace EmulationFunctions.Province.Rights;

/// <summary>
/// A kind of paper that can be had of a bloc's year. The room that composes it registers it (<c>Services.AddSingleton(services =&gt; new PaperKind(…))</c>);
/// <c>ExportDocument</c> gives it to those whom <see cref="RightRules"/> lets.
/// </summary>
/// <param name="Slug">By which it is asked for, such as "self-score-report".</param>
/// <param name="Name">As people call it.</param>
/// <param name="Right">Asked with the year, bloc and unit of the order, as if they stood in the address.</param>
/// <param name="Of">What an order has to name beside the bloc's year.</param>
/// <param name="ComposeAsync">Composes it. Refuses with 404 what is not there.</param>
internal sealed record PaperKind(string Slug, Words Name, Right Right, PaperOf Of, ComposePaper ComposeAsync)
{
    /// <summary>Its type in a paper's symbol, by annex III of Decree 30/2020/NĐ-CP, such as "BC"; null where its symbol names none, as of an official letter.</summary>
    public string? Symbol { get; init; }

    /// <summary>Whether the unit of the order issues it, and not the bloc.</summary>
    public bool IsOfUnit { get; init; }
}

internal delegate Task<Paper> ComposePaper(PaperOrder order, Caller caller, CancellationToken cancellationToken);

/// <summary>What a paper is about; what its kind does not ask for is empty.</summary>
/// <param name="Item">A meeting, a report, a cross-check: its id within the bloc's year.</param>
internal sealed record PaperOrder(int Year, string Bloc, string Period, string Unit, string Item);

/// <summary>What a paper is about beside a bloc's year.</summary>
[Flags]
internal enum PaperOf
{
    BlocYear = 0,

    Period = 1,

    Unit = 2,

    Item = 4,
}
