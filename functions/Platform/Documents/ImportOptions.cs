using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Identity;
using Microsoft.AspNetCore.Http.Features;

namespace EmulationFunctions.Platform.Documents;

/// <summary>How workbooks and rosters are taken in. Bound from the <c>Imports</c> section.</summary>
internal sealed class ImportOptions
{
    public const string Section = "Imports";

    /// <summary>How many one instance reads at a time; the next one is asked to come again.</summary>
    public int MaximumInFlight { get; set; } = 4;

    /// <exception cref="SettingException">A value is malformed.</exception>
    public void Check()
    {
        if (MaximumInFlight is < 1 or > 100)
        {
            throw new SettingException($"{Section}:{nameof(MaximumInFlight)}", "must be from 1 to 100.");
        }
    }

    /// <summary>
    /// Takes a place among those that are read at a time, until the request is answered. Taken once the body is here, so that one that
    /// comes slowly keeps nobody out.
    /// </summary>
    /// <exception cref="Refusal">429 with Retry-After: all are taken.</exception>
    public static void TakeSlot(HttpContext context) =>
        context.Response.RegisterForDispose(context.RequestServices.GetRequiredKeyedService<UploadSlots>(Section).Take(context.Features.GetRequiredFeature<Caller>().Key));
}
