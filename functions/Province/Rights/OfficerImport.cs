using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Province.Rights;

/// <summary>
/// What a file does to the officers: whom it binds, and every fault that forbids it. It only binds: what it does not name stays, and
/// nothing that stands is changed. Pure: planned on what is there.
/// </summary>
/// <param name="Created">Whom it binds, in the order of the lines.</param>
/// <param name="Unchanged">How many of those that the file names were bound already.</param>
/// <param name="Faults">Every fault, in the order of the lines.</param>
internal sealed record OfficerImport(IReadOnlyList<Officer> Created, int Unchanged, IReadOnlyList<Fault> Faults)
{
    public static readonly Words OnlyAPersonApproves = new("Chỉ tài khoản của người mới được phê duyệt; ứng dụng thì không.", "Only a person's account approves; an application's does not.");

    private static readonly Words NoUnit = new("Không có đơn vị này trong danh bạ.", "There is no such unit in the roster.");

    /// <param name="before">The officers there are.</param>
    /// <param name="units">Those of the units that the file names which are in the roster.</param>
    /// <param name="file">The file.</param>
    public static OfficerImport Plan(IEnumerable<Officer> before, IReadOnlySet<string> units, OfficerFile file)
    {
        var bound = before.ToDictionary(officer => (officer.Object, officer.Unit));
        var first = new Dictionary<(string, string), OfficerLine>();
        var (created, faults) = (new List<Officer>(), file.Faults.ToList());
        foreach (var line in file.Lines)
        {
            if (line.Unit is not null && !units.Contains(line.Unit))
            {
                faults.Add(new(line.Number, OfficerFile.Unit, NoUnit));
            }

            if (line is { Kind: OfficerKind.Application, Approves: true })
            {
                faults.Add(new(line.Number, OfficerFile.Approves, OnlyAPersonApproves));
            }

            if (line is not { Account: { } account, Unit: { } unit })
            {
                continue;
            }

            if (!first.TryAdd((account, unit), line))
            {
                var one = first[(account, unit)];
                var words = new Words($"Khác với dòng {one.Number}, nơi có cùng tài khoản và đơn vị.", $"Differs from line {one.Number}, which has the same account and unit.");
                if (one.Kind != line.Kind)
                {
                    faults.Add(new(line.Number, OfficerFile.Kind, words));
                }

                if (one.Approves != line.Approves)
                {
                    faults.Add(new(line.Number, OfficerFile.Approves, words));
                }
            }
            else if (!bound.TryGetValue((account, unit), out var officer))
            {
                created.Add(new(account, unit, line.Kind == OfficerKind.Application, 0, line.Approves == true));
            }
            else
            {
                CheckStands(officer, line, faults);
            }
        }

        return new(created, first.Count - created.Count, [.. faults.OrderBy(fault => fault.Line).Select(file.Place)]);
    }

    /// <summary>A file changes nothing that stands; a blank cell leaves it.</summary>
    private static void CheckStands(Officer officer, OfficerLine line, List<LineFault> faults)
    {
        var kind = officer.IsApplication ? OfficerKind.Application : OfficerKind.Person;
        if (line.Kind is not null && line.Kind != kind)
        {
            faults.Add(new(line.Number, OfficerFile.Kind, kind == OfficerKind.Application
                ? new("Tài khoản này đang được gắn với đơn vị là ứng dụng; chỉ đổi từng tài khoản một (PutOfficer).", "The account is bound to the unit as an application; that is changed one by one only (PutOfficer).")
                : new("Tài khoản này đang được gắn với đơn vị là người; chỉ đổi từng tài khoản một (PutOfficer).", "The account is bound to the unit as a person; that is changed one by one only (PutOfficer).")));
        }

        if (line.Approves is { } approves && approves != officer.MayApprove)
        {
            faults.Add(new(line.Number, OfficerFile.Approves, officer.MayApprove
                ? new("Tài khoản này đang có quyền phê duyệt cho đơn vị; chỉ đổi từng tài khoản một (PutOfficer).", "The account may approve for the unit; that is changed one by one only (PutOfficer).")
                : new("Tài khoản này chưa có quyền phê duyệt cho đơn vị; chỉ đổi từng tài khoản một (PutOfficer).", "The account may not approve for the unit; that is changed one by one only (PutOfficer).")));
        }
    }
}
