namespace EmulationFunctions.Office.Papers;

/// <summary>What can be had of a bloc's year.</summary>
internal sealed record DocumentsView(IReadOnlyList<DocumentKindView> Documents);

/// <param name="Kind">By which ExportDocument gives it.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Needs">What ExportDocument has to be told beside the kind: period, unit, item.</param>
internal sealed record DocumentKindView(string Kind, string Name, IReadOnlyList<string> Needs);

/// <param name="Name">What the file is called.</param>
/// <param name="Bytes">How large the file is.</param>
/// <param name="Gaps">What was not recorded and is marked in it, in the words of the paper.</param>
internal sealed record DocumentView(string Kind, string Name, int Bytes, IReadOnlyList<string> Gaps);
