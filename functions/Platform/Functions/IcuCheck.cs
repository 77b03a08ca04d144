using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Functions;

/// <summary>Without ICU .NET neither composes Vietnamese letters nor sorts them, and says nothing: so it is tried before the program starts.</summary>
internal static class IcuCheck
{
    public const string Sentence =
        "This machine cannot compose and sort Vietnamese letters because ICU is missing or switched off: "
        + "install the ICU library (on Debian 'libicu72' or newer) and remove DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.";

    /// <summary>Stops the start with a sentence when Vietnamese letters are not handled.</summary>
    public static void Require()
    {
        if (!Works(VietnameseNames.Compose, VietnameseNames.Compare))
        {
            throw new InvalidOperationException(Sentence);
        }
    }

    /// <summary>Whether the two abilities we rest on do what they should: ế is one letter, and Đ stands between D and E.</summary>
    internal static bool Works(Func<string, string> compose, Comparison<string> compare)
    {
        try
        {
            return compose("Ti\u0065\u0302\u0301n") == "Ti\u1EBFn"
                && compare("Dũng", "Đà") < 0
                && compare("Đà", "Em") < 0
                && compare("\u0102n", "Az") > 0
                && compare("\u0102n", "\u00C2n") < 0;
        }
        catch (PlatformNotSupportedException)
        {
            return false;
        }
    }
}
