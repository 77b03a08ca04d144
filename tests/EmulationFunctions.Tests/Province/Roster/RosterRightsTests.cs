namespace EmulationFunctions.Tests.Province.Roster;

public sealed class RosterRightsTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly (string Function, HttpMethod Method, string Address, string? Body)[] Writing =
    [
        ("PutUnit", HttpMethod.Put, "/api/units/so-a", RosterSamples.Unit("Sở A")),
        ("PutBloc", HttpMethod.Put, "/api/blocs/khoi-1", RosterSamples.Bloc("Khối một")),
        ("JoinBloc", HttpMethod.Put, "/api/blocs/khoi-1/members/so-a/2026-01-01", RosterSamples.Join()),
        ("LeaveBloc", HttpMethod.Put, "/api/blocs/khoi-1/members/so-a/2026-01-01/until", RosterSamples.Leave("2026-12-31")),
        ("SetTerm", HttpMethod.Put, "/api/blocs/khoi-1/terms/2026", RosterSamples.Term("so-a")),
        ("ImportRoster", HttpMethod.Post, "/api/roster/import", "unit,name,kind\nso-a,Sở A,board"),
    ];

    private static readonly string[] Reading = ["/api/units", "/api/units/so-a", "/api/blocs", "/api/blocs/khoi-1"];

    [Fact]
    public async Task Only_the_office_writes_the_roster()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.TwoUnitsAndBlocsAsync();
        await admin.PutAsync("/api/blocs/khoi-1/members/so-a/2025-01-01", RosterSamples.Join()).JsonAsync();
        // Even the unit itself, as the head of the bloc.
        await admin.PutAsync("/api/blocs/khoi-1/terms/2025", RosterSamples.Term("so-a")).JsonAsync();
        using var head = await app.OfficerAsync("so-a");
        using var council = app.Holding("Emulation.Council");
        using var reader = app.Holding("Emulation.Reader");
        using var nobody = app.Nobody();

        foreach (var (_, method, address, body) in Writing)
        {
            foreach (var client in new[] { head, council, reader })
            {
                await client.SendAsync(Request(method, address, body), TestContext.Current.CancellationToken).ProblemAsync(403);
            }

            await nobody.SendAsync(Request(method, address, body), TestContext.Current.CancellationToken).ProblemAsync(401);
        }
    }

    [Fact]
    public async Task Everybody_with_a_role_or_a_unit_reads_the_roster_and_nobody_else()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.TwoUnitsAndBlocsAsync();
        using var officer = await app.OfficerAsync("so-b");
        using var council = app.Holding("Emulation.Council");
        using var reader = app.Holding("Emulation.Reader");
        using var stranger = app.Client(new(EmulationApp.ObjectId("a stranger")));
        using var nobody = app.Nobody();

        foreach (var address in Reading)
        {
            foreach (var client in new[] { admin, officer, council, reader })
            {
                await client.ReadAsync(address).JsonAsync();
            }

            await stranger.ReadAsync(address).ProblemAsync(403);
            await nobody.ReadAsync(address).ProblemAsync(401);
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, string address, string? body) => new(method, address)
    {
        Content = method == HttpMethod.Post ? new StringContent(body!, System.Text.Encoding.UTF8, "text/csv") : EmulationApp.Json(body!),
    };
}
