using FsCheck;
using FsCheck.Fluent;

namespace EmulationFunctions.Rules.Tests;

/// <summary>A law that must hold for everything its generator makes. FsCheck says the seed with which it can be seen to fail again.</summary>
internal static class Law
{
    public static void Holds<T>(Gen<T> of, Func<T, bool> law, int tries = 200) => Prop.ForAll(Arb.From(of), law).Holds(tries);

    /// <summary>A random source for each try: what is built from it is built the same from the same number.</summary>
    public static void HoldsForEverySeed(Func<Random, bool> law, int tries = 200) =>
        Holds(Gen.Choose(0, int.MaxValue - 1), seed => law(new Random(seed)), tries);

    public static void Holds(this Property law, int tries) => law.Check(Config.QuickThrowOnFailure.WithMaxTest(tries).WithQuietOnSuccess(true));
}
