using static EmulationFunctions.Emulators.SampleCalls;

namespace EmulationFunctions.Emulators;

/// <summary>As whom one may sign in on this machine: the office, and the units of the sample by what they are in their bloc.</summary>
public static class SamplePeople
{
    public static LocalPerson Office { get; } = Of("office", "Cơ quan thi đua cấp tỉnh", "Ban Thi đua - Khen thưởng tỉnh (quản trị)", "Emulation.Admin");

    /// <param name="office">Asked for the names of units.</param>
    public static async Task<IReadOnlyList<LocalPerson>> ReadAsync(HttpClient office, CancellationToken cancellationToken)
    {
        var people = new List<LocalPerson>
        {
            Office,
            Of("council", "Cơ quan thi đua cấp tỉnh", "Hội đồng Thi đua - Khen thưởng tỉnh", "Emulation.Council"),
            Of("reader", "Cơ quan thi đua cấp tỉnh", "Người theo dõi (chỉ xem)", "Emulation.Reader"),
        };
        foreach (var bloc in new[] { SampleBloc.Bloc, SampleBloc.StandingBloc })
        {
            var read = await GetAsync(office, $"/api/blocs/{bloc}", cancellationToken);
            people.AddRange(read["members"]!.AsArray()
                .Select(member => (Unit: (string)member!["unit"]!, Name: (string)member["name"]!))
                .Where(member => SampleBloc.Scores.ContainsKey(member.Unit) || member.Unit == SampleBloc.StandingUnit)
                .Select(member => Of(member.Unit, (string)read["bloc"]!["name"]!, member.Name + What(member.Unit)))
                .OrderBy(person => Place(person.Key)));
        }

        people.Add(Of("stranger", "Khác", "Tài khoản chưa được gán cho đơn vị nào"));
        return people;
    }

    private static string What(string unit) => unit switch
    {
        SampleBloc.Head => " – đơn vị trưởng khối",
        SampleBloc.Deputy => " – đơn vị phó khối",
        SampleBloc.StandingUnit => " – đơn vị thường trực",
        _ => "",
    };

    private static int Place(string unit) => unit switch { SampleBloc.Head => 0, SampleBloc.Deputy => 1, _ => 2 };

    private static LocalPerson Of(string key, string role, string post, params string[] roles) => new(key, role, post, new(LocalMachine.ObjectId(key)) { Roles = roles });
}
