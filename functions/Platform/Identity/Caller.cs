using System.Reflection;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Platform.Identity;

/// <summary>The app roles of the token. The values are those of the app registration (docs/deploy.md).</summary>
internal static class Roles
{
    public const string Admin = "Emulation.Admin";
    public const string Council = "Emulation.Council";
    public const string Reader = "Emulation.Reader";

    public static readonly IReadOnlyList<string> All = [Admin, Council, Reader];
}

/// <summary>Who is calling: from the token who and with which roles, from our own rows for which units.</summary>
/// <param name="Tenant">The token's <c>tid</c>.</param>
/// <param name="Object">The token's <c>oid</c>: a person or an application.</param>
/// <param name="IsApplication">Whether the token is an application's own.</param>
/// <param name="RolesHeld">Those of our app roles that the token carries.</param>
/// <param name="Units">The units it is an officer of.</param>
internal sealed record Caller(string Tenant, string Object, bool IsApplication, IReadOnlySet<string> RolesHeld, IReadOnlyList<string> Units)
    : IBindableFromHttpContext<Caller>
{
    /// <summary>How the caller appears in audit rows.</summary>
    public string Key => $"{Tenant}:{Object}";

    public bool IsAdmin => RolesHeld.Contains(Roles.Admin);

    public bool Oversees => RolesHeld.Count > 0;

    /// <summary>Known to us at all: holds a role, or is an officer of a unit.</summary>
    public bool IsKnown => Oversees || Units.Count > 0;

    /// <summary>The caller acting for a unit, or for no unit.</summary>
    public Actor For(string? unit) => new(Key, unit is not null && Units.Contains(unit) ? unit : null);

    /// <summary>Those of the units that it may approve for.</summary>
    public IReadOnlyList<string> ApprovesFor { get; init; } = [];

    /// <summary>Of several units the one by which it was let in, where that is known: as head, as deputy, or as the body that owns criteria.</summary>
    public string? LetInBy { get; init; }

    /// <summary>The caller acting for its unit; for no unit where it has none, or several and nothing says which.</summary>
    public Actor Acting => For(Units.Count == 1 ? Units[0] : LetInBy);

    /// <summary>The caller, acting for none of these units.</summary>
    public Caller Without(IReadOnlySet<string> units) => Units.Any(units.Contains)
        ? this with { Units = [.. Units.Where(unit => !units.Contains(unit))], ApprovesFor = [.. ApprovesFor.Where(unit => !units.Contains(unit))] }
        : this;

    /// <summary>Handlers take the caller as a parameter; whoever checked its rights has put it there.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult(context.Features.Get<Caller>());
}
