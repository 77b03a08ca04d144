namespace EmulationFunctions.Province.Roster;

/// <param name="IsCheck">Whether it was only a check, so that nothing was saved.</param>
/// <param name="Created">What was not there before.</param>
/// <param name="Changed">What was there and said something else.</param>
/// <param name="Unchanged">How many of the things that the file names already were as it says.</param>
/// <param name="SameNames">Groups of units that bear one name; fine in another province, else probably the same unit twice.</param>
internal sealed record ImportView(
    bool IsCheck, ImportedIds Created, ImportedIds Changed, int Unchanged, IReadOnlyList<IReadOnlyList<string>> SameNames)
{
    public static ImportView Of(RosterImport import, bool isCheck) =>
        new(isCheck, import.Created, import.Changed, import.Unchanged, import.SameNames);
}

/// <param name="Units">Ids of units.</param>
/// <param name="Blocs">Ids of blocs.</param>
/// <param name="Memberships">bloc/unit/first day.</param>
/// <param name="Terms">bloc/year.</param>
internal sealed record ImportedIds(
    IReadOnlyList<string> Units, IReadOnlyList<string> Blocs, IReadOnlyList<string> Memberships, IReadOnlyList<string> Terms);
