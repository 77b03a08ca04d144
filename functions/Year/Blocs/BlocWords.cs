using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Year.Blocs;

/// <summary>How papers call a bloc and those who lead it: a cluster (cụm) has another name for its head than a bloc (khối).</summary>
internal static class BlocWords
{
    /// <summary>"Khối thi đua", "Cụm thi đua".</summary>
    public static string Body(BlocKind kind) => kind == BlocKind.Cluster ? "Cụm thi đua" : "Khối thi đua";

    /// <summary>"khối", "cụm", within a sentence.</summary>
    public static string Short(BlocKind kind) => kind == BlocKind.Cluster ? "cụm" : "khối";

    public static string Head(BlocKind kind) => kind == BlocKind.Cluster ? "Cụm trưởng" : "Khối trưởng";

    public static string Deputy(BlocKind kind) => kind == BlocKind.Cluster ? "Cụm phó" : "Khối phó";

    /// <summary>Who signs for a bloc: its head on its behalf, or in the head's place its deputy.</summary>
    /// <param name="kind">Whether it is a cluster.</param>
    /// <param name="name">The name below.</param>
    /// <param name="isDeputy">Whether the deputy signs, as where it is the host of a meeting.</param>
    public static PaperSignature Signed(BlocKind kind, PaperText name, bool isDeputy = false) => isDeputy
        ? new(Deputy(kind), name) { Capacity = $"TM. {Body(kind)}\nKT. {Head(kind)}", IsDeputys = true }
        : new(Head(kind), name) { Capacity = $"TM. {Body(kind)}", IsIssuers = true };
}
