using System.Text.Json;
using EmulationFunctions.StandIn.Rpc;

namespace EmulationFunctions.StandIn;

/// <summary>A function as the worker described it.</summary>
public sealed record Function
{
    public required string Name { get; init; }

    /// <summary><c>httpTrigger</c> or <c>timerTrigger</c>.</summary>
    public required string Trigger { get; init; }

    /// <summary>The method's full name.</summary>
    public required string EntryPoint { get; init; }

    /// <summary>As the attribute has it, without the prefix of host.json.</summary>
    public string? Route { get; init; }

    /// <summary>In capitals; empty means any.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>False: the host asks for a key, which nobody has here.</summary>
    public bool IsAnonymous { get; init; }

    public string? Schedule { get; init; }

    internal string Id { get; init; } = "";

    /// <summary>The parameter that the trigger is bound to.</summary>
    internal string Parameter { get; init; } = "";

    internal bool IsHttp => Trigger.Equals("httpTrigger", StringComparison.OrdinalIgnoreCase);

    internal static Function From(RpcFunctionMetadata metadata)
    {
        var trigger = metadata.RawBindings.Select(binding => JsonElement.Parse(binding))
            .First(binding => Text(binding, "type")!.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase));
        return new()
        {
            Name = metadata.Name,
            Trigger = Text(trigger, "type")!,
            EntryPoint = metadata.EntryPoint,
            Route = Text(trigger, "route"),
            Methods = trigger.TryGetProperty("methods", out var methods) ? [.. methods.EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant())] : [],
            IsAnonymous = "anonymous".Equals(Text(trigger, "authLevel"), StringComparison.OrdinalIgnoreCase),
            Schedule = Text(trigger, "schedule"),
            Id = metadata.FunctionId,
            Parameter = Text(trigger, "name")!,
        };
    }

    private static string? Text(JsonElement binding, string member) => binding.TryGetProperty(member, out var value) ? value.GetString() : null;
}
