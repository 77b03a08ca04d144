using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Province.Rights;

/// <summary>A line of a list of officers.</summary>
/// <param name="Number">The number of the line in the file.</param>
/// <param name="Account">The account's object id in the tenant; null where the cell has a fault.</param>
/// <param name="Unit">The unit's id; null where the cell has a fault.</param>
/// <param name="Kind">Null when it is blank.</param>
/// <param name="Approves">Null when it is blank.</param>
internal sealed record OfficerLine(int Number, string? Account, string? Unit, OfficerKind? Kind, bool? Approves);

/// <summary>A list of officers as it was read (docs/officers-csv.md).</summary>
/// <param name="Lines">A line that says the same as one before it is not among them.</param>
/// <param name="Faults">In the order in which they were found.</param>
/// <param name="Place">Where the file's reader finds a fault: its line and column, or its cell.</param>
internal sealed record OfficerFile(IReadOnlyList<OfficerLine> Lines, IReadOnlyList<LineFault> Faults, Func<LineFault, Fault> Place)
{
    public const string Account = "account";
    public const string Unit = "unit";
    public const string Kind = "kind";
    public const string Approves = "approves";

    private static readonly ChoiceWords<OfficerKind> Kinds = new(
        (OfficerKind.Person, "Người"), (OfficerKind.Person, "Cá nhân"), (OfficerKind.Person, "Cán bộ"), (OfficerKind.Application, "Ứng dụng"), (OfficerKind.Application, "Phần mềm"));

    private static readonly ListColumns Known = new(
        [
            new(Account, ["Mã tài khoản", "Tài khoản", "Object ID"], ObjectId),
            new(Unit, ["Mã đơn vị", "Đơn vị"], ListCells.Id),
            new(Kind, ["Loại tài khoản", "Loại"], cell => ListCells.Word(cell, Kinds)),
            new(Approves, ["Được phê duyệt", "Phê duyệt"], ListCells.YesOrNo),
        ],
        names => names.Contains(Account) && names.Contains(Unit) ? null : new(
            "Phải có một dòng tên cột, trong đó có cả Mã tài khoản (account) và Mã đơn vị (unit).", "There must be a line that names the columns, both account and unit among them."));

    /// <exception cref="Refusal">400: what is wrong with a workbook as a whole.</exception>
    public static OfficerFile Read(TableBody body)
    {
        var file = ListFile.Read(body, Known);
        List<LineFault> faults = [.. file.Faults];
        var told = faults.Select(fault => (fault.Line, fault.Column)).ToHashSet();
        foreach (var line in file.Lines.Where(line => !told.Contains((line.Number, null))))
        {
            Demand(line, Account, new("Thiếu mã tài khoản.", "The account is missing."));
            Demand(line, Unit, new("Thiếu mã đơn vị.", "The unit is missing."));
        }

        return new(
            [.. file.Lines.Select(line => new OfficerLine(
                line.Number,
                (string?)line.Values.GetValueOrDefault(Account),
                (string?)line.Values.GetValueOrDefault(Unit),
                (OfficerKind?)line.Values.GetValueOrDefault(Kind),
                (bool?)line.Values.GetValueOrDefault(Approves)))],
            faults,
            file.Place);

        void Demand(ListLine line, string column, Words words)
        {
            if (!line.Values.ContainsKey(column) && !told.Contains((line.Number, column)))
            {
                faults.Add(new(line.Number, column, words));
            }
        }
    }

    private static (object?, Words?) ObjectId(string cell) => Guid.TryParseExact(cell, "D", out var id)
        ? (id.ToString("D"), null)
        : (null, new(
            "Phải là mã đối tượng (object ID) của tài khoản trong thư mục, ví dụ 2b0c7f5e-6f0a-4d55-9a0e-7f7a4f0c6f11; không phải tên hay thư điện tử.",
            "Must be the account's object id in the directory, such as 2b0c7f5e-6f0a-4d55-9a0e-7f7a4f0c6f11; no name and no e-mail address."));
}
