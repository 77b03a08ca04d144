using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Pacts;

/// <summary>The pact of a bloc, and what one of its units registers, as papers.</summary>
internal sealed class PactPapers(YearDesk desk, PactTable pacts, PartitionStore partitions)
{
    /// <exception cref="Refusal">404: no such year or bloc, or it has no pact.</exception>
    public async Task<Paper> PactAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(new(order.Year, order.Bloc), cancellationToken);
        var record = await pacts.FindAsync(terms.Id, cancellationToken) ?? throw PactRules.NoPact();
        return new PactPaper(record, terms, terms.MembersOn(terms.WithinYear(desk.Today))).Compose();
    }

    /// <exception cref="Refusal">404: no such year or bloc, or the unit has registered nothing.</exception>
    public async Task<Paper> RegistrationAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(new(order.Year, order.Bloc), cancellationToken);
        return await partitions.FindAsync(terms.Id.AddressIn(PactKeys.Table), Registration.Key(order.Unit), cancellationToken) is { } row
            ? new RegistrationPaper(Registration.Read(row), order.Year, terms.Names[order.Unit], terms.Bloc.Name).Compose()
            : throw Refusal.NotFound(new("Đơn vị chưa đăng ký thi đua.", "The unit has registered nothing."));
    }
}
