using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Ballots;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmulationFunctions.Tests.Year.Ballots;

/// <summary>One bloc of five units, of which the first is the head, on 20 December 2026: the tests of ballots hold theirs in it, each its own. It votes on the award "co".</summary>
public sealed class BallotBloc(AzuriteFixture azurite, IssuerFixture issuer) : IAsyncLifetime
{
    internal EmulationApp App { get; } = new(azurite, issuer, services: services => services.Replace(ServiceDescriptor.Singleton<BallotTermsOf>((_, award, _, _) =>
        Task.FromResult(award == "co" ? new AwardBallot(["so-02", "so-03"], 1, new(80, 100), VoteBase.AllVoters, AbsenteeVotes.None, 2, TieRule.ChairDecides, "7", Quorum: new(2, 3)) : null))));

    private int _held;

    /// <summary>A ballot that nobody else opens.</summary>
    internal HeldBallot Holds() => new(App, $"bo-phieu-{Interlocked.Increment(ref _held)}");

    /// <summary>The whole trail of all ballots.</summary>
    internal async Task<IReadOnlyList<AuditEntry>> TrailAsync() =>
        [.. (await App.Services.GetRequiredService<PartitionStore>().ReadAsync(BallotsOf.Where, AuditRow.All, TestContext.Current.CancellationToken)).Rows.Select(row => AuditRow.From(row).Entry)];

    public async ValueTask InitializeAsync() => await App.HasVotersAsync(5);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

[CollectionDefinition(nameof(InOneBloc))]
public sealed class InOneBloc : ICollectionFixture<BallotBloc>;
