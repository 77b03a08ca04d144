using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

/// <summary>How a bloc works in a year: its regulation, in versions.</summary>
internal sealed class RegulationFunctions(YearDesk desk, RegulationTable regulations, MeetingDesk meetings, OpenBallotOf findBallot)
{
    private const string Route = $"{BlocRoutes.Year}/regulation";

    /// <summary>Writes a version of a bloc's regulation.</summary>
    /// <remarks>
    /// The whole version. What is new becomes version 1; the last version is changed as long as it is a draft, and a change of one that was adopted becomes the next version. Settings are
    /// what later votes and answers are held to; what the regulation is silent about is left out. The first needs no If-Match, every other the ETag of the last version. The same content again changes nothing.
    /// </remarks>
    [Function(nameof(PutRegulation)), Needs(Right.RunBloc), Answers(404, 409)]
    public async Task<TaggedOk<RegulationView>> PutRegulation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        [AsParameters] YearOfBloc id, Body<RegulationBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        await desk.FindAsync(id, cancellationToken);
        var regulation = body.Value.ToRegulation();
        if (RegulationRules.Check(id.Year, regulation) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var (put, all) = await regulations.PutAsync(id, regulation, ifMatch, caller.Acting, cancellationToken);
        return EntityTag.Ok(RegulationView.Of(id, put, all), put.Tag);
    }

    /// <summary>Reads a version of a bloc's regulation.</summary>
    /// <remarks>The one of ?version=, else the last, which may be a draft; it lists all versions and which were adopted.</remarks>
    [Function(nameof(GetRegulation)), Needs(Right.ReadBlocYear), Answers(400, 404)]
    public async Task<TaggedOk<RegulationView>> GetRegulation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        [AsParameters] YearOfBloc id, int? version, CancellationToken cancellationToken)
    {
        var all = await regulations.ListAsync(id, cancellationToken);
        var found = all.LastOrDefault(one => version is null || one.Number == version) ?? throw RegulationTable.NotThere();
        return EntityTag.Ok(RegulationView.Of(id, found, all), found.Tag);
    }

    /// <summary>Writes down that the last version of the regulation was adopted.</summary>
    /// <remarks>When, and at which meeting; where no day is known, in words. From then on that version never changes, and its settings hold. Doing it again changes nothing.</remarks>
    [Function(nameof(AdoptRegulation)), Needs(Right.RunBloc), Answers(404, 409)]
    public async Task<TaggedOk<RegulationView>> AdoptRegulation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/adoption")] HttpRequest request,
        [AsParameters] YearOfBloc id, Body<Adoption> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        await desk.FindAsync(id, cancellationToken);
        var adoption = body.Value with { Said = body.Value.Said?.Trim() };
        var ofMeeting = new List<Fault>();
        var known = await regulations.ListAsync(id, cancellationToken);
        var last = known is [.., var one] ? one : null;
        await meetings.CheckAsync(
            id, adoption, last?.Adopted, DecisionMatter.Regulation, last?.Number.ToString(CultureInfo.InvariantCulture), "$", ofMeeting, cancellationToken);
        var ballot = await findBallot(id, cancellationToken);
        var (adopted, all) = await regulations.AdoptAsync(
            id,
            adoption,
            earlier =>
            {
                if (ballot is not null)
                {
                    throw Refusal.Rule("ballot-open", new(
                        $"Cuộc bỏ phiếu '{ballot}' đang mở; quy chế không đổi giữa chừng. Hãy kết thúc hoặc hủy cuộc bỏ phiếu trước.",
                        $"The ballot '{ballot}' is open, and the regulation does not change under it. Close or annul it first."));
                }

                if (RegulationRules.CheckAdoption(id.Year, adoption, earlier, desk.Today) is var faults && faults.Count + ofMeeting.Count > 0)
                {
                    throw Refusal.BadInput([.. faults, .. ofMeeting]);
                }
            },
            ifMatch,
            caller.Acting,
            cancellationToken);
        return EntityTag.Ok(RegulationView.Of(id, adopted, all), adopted.Tag);
    }
}
