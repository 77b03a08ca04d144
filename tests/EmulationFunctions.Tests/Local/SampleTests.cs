using System.Text;
using EmulationFunctions.Emulators;

namespace EmulationFunctions.Tests.Local;

/// <summary>What <c>dotnet run local.cs</c> loads is taken by the program; the walk itself checks its own steps.</summary>
public sealed class SampleTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_five_sample_blocs_are_taken_whole_and_a_second_time_change_nothing()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();

        await office.PostAsync("/api/roster/import", await CsvAsync(), Cancellation).JsonAsync();
        var before = await office.GetAsync("/api/blocs/bac-kan-khoi-kinh-te-ky-thuat?day=2018-06-01", Cancellation).JsonAsync();
        var blocs = await office.GetAsync("/api/blocs", Cancellation).JsonAsync();
        await office.PostAsync("/api/roster/import", await CsvAsync(), Cancellation).JsonAsync();
        var after = await office.GetAsync("/api/blocs/bac-kan-khoi-kinh-te-ky-thuat?day=2018-06-01", Cancellation).JsonAsync();

        Assert.Equal(5, blocs["blocs"]!.AsArray().Count);
        Assert.Equal(9, before["members"]!.AsArray().Count);
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
    }

    [Theory]
    [InlineData("tinh-a-khoi-ha-tang-kinh-te-ky-thuat", "2020-01-16", 6)]
    [InlineData("bac-ninh-khoi-kinh-te-ky-thuat", "2017-03-07", 11)]
    [InlineData("tinh-b-khoi-tham-muu-tong-hop", "2020-03-11", 7)]
    [InlineData("tinh-c-khoi-ban-chi-cuc", "2019-12-26", 13)]
    [InlineData("bac-kan-khoi-kinh-te-ky-thuat", "2018-07-20", 9)]
    public async Task Each_sample_bloc_has_as_many_members_as_its_article_says(string bloc, string day, int members)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();
        await office.PostAsync("/api/roster/import", await CsvAsync(), Cancellation).JsonAsync();

        var read = await office.GetAsync($"/api/blocs/{bloc}?day={day}", Cancellation).JsonAsync();

        Assert.Equal(members, read["members"]!.AsArray().Count);
        Assert.Equal(members, (int)read["bloc"]!["statedMemberCount"]!);
    }

    [Fact]
    public async Task The_blocs_of_the_present_are_taken_beside_them_with_their_leaders()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();
        await office.PostAsync("/api/roster/import", await CsvAsync(), Cancellation).JsonAsync();

        await office.PostAsync("/api/roster/import", new StringContent(await SampleWalk.BlocCsvAsync(2026, Cancellation), Encoding.UTF8, "text/csv"), Cancellation).JsonAsync();
        var bloc = await office.GetAsync($"/api/blocs/{SampleBloc.Bloc}?day=2026-06-01", Cancellation).JsonAsync();
        var standing = await office.GetAsync($"/api/blocs/{SampleBloc.StandingBloc}?day=2026-06-01", Cancellation).JsonAsync();

        Assert.Equal(SampleBloc.Scores.Keys.Order(), bloc["members"]!.AsArray().Select(member => (string)member!["membership"]!["unit"]!).Order());
        Assert.Contains(SampleBloc.StandingUnit, standing["members"]!.AsArray().Select(member => (string)member!["unit"]!));
    }

    [Fact]
    public async Task The_sample_scheme_is_taken()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();

        var scheme = await office.PutAsync(
            "/api/schemes/mau", EmulationApp.Json(await File.ReadAllTextAsync(Path.Combine(Npm.Folder, "sample", "scheme.json"), Cancellation)), Cancellation).JsonAsync();

        Assert.Equal(1, (int)scheme["version"]!);
    }

    [Fact]
    public async Task A_later_start_leaves_the_blocs_that_somebody_has_made_since_in_the_year()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2026-11-28");
        using var office = app.Admin();
        await office.PostAsync("/api/roster/import", await CsvAsync(), Cancellation).JsonAsync();
        await office.PostAsync("/api/roster/import", new StringContent(await SampleWalk.BlocCsvAsync(2026, Cancellation), Encoding.UTF8, "text/csv"), Cancellation).JsonAsync();
        await office.PutAsync(
            $"/api/schemes/{SampleBloc.Scheme}", EmulationApp.Json(await File.ReadAllTextAsync(Path.Combine(Npm.Folder, "sample", "scheme.json"), Cancellation)), Cancellation).JsonAsync();
        await office.PutAsync("/api/cycles/2025", EmulationApp.Json($$"""{"blocs":[{"bloc":"{{SampleBloc.Bloc}}","scheme":{"id":"{{SampleBloc.Scheme}}","version":1} }]}"""), Cancellation).JsonAsync();
        await SampleWalk.OpenPresentAsync(office, 2026, new(2026, 11, 28), Cancellation);
        await office.PutAsync("/api/blocs/khoi-moi", EmulationApp.Json("""{"name":"Khối mới","kind":"bloc","level":"province"}"""), Cancellation).JsonAsync();
        using var add = new HttpRequestMessage(HttpMethod.Put, "/api/cycles/2026/blocs/khoi-moi") { Content = EmulationApp.Json("{}") };
        using (var cycle = await office.GetAsync("/api/cycles/2026", Cancellation))
        {
            add.Headers.IfMatch.Add(cycle.Headers.ETag!);
        }

        (await office.SendAsync(add, Cancellation)).EnsureSuccessStatusCode();

        await SampleWalk.OpenPresentAsync(office, 2026, new(2026, 11, 29), Cancellation);

        var blocs = (await office.GetAsync("/api/cycles/2026", Cancellation).JsonAsync())["blocs"]!.AsArray().Select(bloc => (string)bloc!["bloc"]!).Order();
        Assert.Equal(new[] { "khoi-moi", SampleBloc.Bloc, SampleBloc.StandingBloc }.Order(), blocs);
    }

    private static async Task<StringContent> CsvAsync() =>
        new(await File.ReadAllTextAsync(Path.Combine(Npm.Folder, "sample", "roster.csv"), Cancellation), Encoding.UTF8, "text/csv");
}
