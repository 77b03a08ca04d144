using System.Net;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Year.Appraisals;
using EmulationFunctions.Tests.Year.Standings;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Platform.Storage;

/// <summary>
/// Two instances of the program over one storage. The other one has been asked before, so it remembers; what the first one then answers holds
/// there with the next request, without a moment between.
/// </summary>
public sealed class AnotherInstanceTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Unit = "so-b";
    private const string UnitAddress = $"/api/units/{Unit}";

    private static readonly SchemeContent Scheme = SchemeSamples.Of(SchemeSamples.Direct("I", null, 60), SchemeSamples.Direct("II", null, 40));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_officer_who_is_removed_on_one_instance_is_refused_by_another_at_once()
    {
        await using var here = await OpenBlocAsync();
        await using var there = Another(here);
        using var admin = here.Admin();
        using var officer = Officer(there);
        var tag = await officer.DoneAsync(Save(Unit, null, ("I", 50)));

        using var removed = await admin.DeleteAsync($"{UnitAddress}/officers/{EmulationApp.ObjectId(Unit)}", Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await officer.SendAsync(Save(Unit, new(tag), ("I", 51)), Cancellation).ProblemAsync(403);
    }

    [Fact]
    public async Task More_time_that_is_given_on_one_instance_holds_on_another_at_once()
    {
        await using var here = await OpenBlocAsync();
        here.SetDay($"{TheYear}-12-11");
        await using var there = Another(here);
        using var admin = here.Admin();
        using var officer = Officer(there);
        Assert.Equal("deadline-passed", await officer.RefusedAsync(Save(Unit, null, ("I", 50))));

        await admin.PutAsync($"/api/cycles/{TheYear}/units/{Unit}/extensions/self-score", EmulationApp.Json("""{"closes":"2026-12-14","reason":"Thiên tai"}"""), Cancellation).JsonAsync();

        await officer.DoneAsync(Save(Unit, null, ("I", 50)));
    }

    [Fact]
    public async Task A_sheet_that_a_publication_on_one_instance_has_locked_is_locked_on_another_at_once()
    {
        await using var here = await OpenBlocAsync();
        await here.HasSubmittedAsync(Bloc, "so-a", Scheme, ("I", 60), ("II", 40));
        await using var there = Another(here);
        using var admin = here.Admin();
        using var officer = Officer(there);
        var tag = await officer.DoneAsync(Save(Unit, null, ("I", 50)));

        await admin.PublishAsync(Bloc, Unit).JsonAsync();

        Assert.Equal("sheet-locked", await officer.RefusedAsync(Save(Unit, new(tag), ("I", 51))));
    }

    [Fact]
    public async Task A_round_that_is_closed_on_one_instance_takes_no_points_on_another_at_once()
    {
        await using var here = new EmulationApp(azurite, issuer);
        await here.HasAppraisedBlocAsync();
        await using var there = Another(here);
        using var head = await here.OfficerAsync(AppraisalsOf.Head);
        using var headThere = Officer(there, AppraisalsOf.Head);
        var tag = await headThere.DoneAsync(AppraisalsOf.Appraises(1, null, AppraisalsOf.Entry("I.1", 38)));

        await head.CloseAsync(1).JsonAsync();

        Assert.Equal("round-not-open", await headThere.RefusedAsync(AppraisalsOf.Appraises(1, tag, AppraisalsOf.Entry("I.1", 37))));
    }

    [Fact]
    public async Task A_unit_that_leaves_its_bloc_on_one_instance_scores_itself_there_no_more_on_another_at_once()
    {
        await using var here = await OpenBlocAsync();
        await using var there = Another(here);
        using var admin = here.Admin();
        using var officer = Officer(there);
        var tag = await officer.DoneAsync(Save(Unit, null, ("I", 50)));

        await admin.PutAsync($"/api/blocs/{Bloc}/members/{Unit}/{RosterRowsOf.LongAgo:yyyy-MM-dd}/until", EmulationApp.Json($$"""{"until":"{{TheYear}}-11-01"}"""), Cancellation).JsonAsync();

        Assert.Equal("left-the-bloc", await officer.RefusedAsync(Save(Unit, new(tag), ("I", 51))));
    }

    [Fact]
    public async Task A_criterion_that_is_declared_void_on_one_instance_takes_no_points_on_another_at_once()
    {
        await using var here = await OpenBlocAsync();
        await using var there = Another(here);
        using var admin = here.Admin();
        using var officer = Officer(there);
        var tag = await officer.DoneAsync(Save(Unit, null, ("I", 50), ("II", 30)));

        await admin.PostAsync("/api/schemes/bang-diem/versions/1/criteria/II/void", EmulationApp.Json("""{"reason":"Không còn nhiệm vụ này."}"""), Cancellation).JsonAsync();

        var problem = await officer.SendAsync(Save(Unit, new(tag), ("II", 31)), Cancellation).ProblemAsync(400);
        Assert.Equal(["$.scores[0].criterion"], problem.Paths());
        Assert.Equal(50m, (decimal)(await officer.GetAsync(SheetAddress(Unit), Cancellation).JsonAsync())["summary"]!["totals"]!["total"]!);
    }

    /// <summary>Two units in the time of self-scoring, the second with an officer.</summary>
    private async Task<EmulationApp> OpenBlocAsync()
    {
        var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(Scheme, "so-a", Unit);
        using var bound = await app.OfficerAsync(Unit);
        return app;
    }

    private EmulationApp Another(EmulationApp app)
    {
        var another = new EmulationApp(azurite, issuer, app.Account);
        another.Clock.Now = app.Clock.Now;
        return another;
    }

    /// <summary>The unit's officer, who was bound elsewhere.</summary>
    private static HttpClient Officer(EmulationApp app, string unit = Unit) => app.Client(new(EmulationApp.ObjectId(unit)));
}
