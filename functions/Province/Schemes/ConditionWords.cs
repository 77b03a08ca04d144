using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>Conditions as people read them.</summary>
internal static class ConditionWords
{
    /// <summary>Who declares it: "the unit or the office".</summary>
    public static Words Declarers(Condition condition)
    {
        List<Words> parties =
        [
            .. (condition.By ?? []).Order().Select(party => party switch
            {
                ConditionParty.Unit => new Words("đơn vị", "the unit"),
                ConditionParty.Head => new Words("Khối trưởng hoặc Khối phó", "the bloc's head or deputy"),
                ConditionParty.Office => new Words("cơ quan thường trực", "the office"),
                _ => throw new ArgumentOutOfRangeException(nameof(condition)),
            }),
        ];
        if (condition.Body is { } body)
        {
            parties.Add(new($"đơn vị '{body}'", $"the unit '{body}'"));
        }

        return parties.Count == 0
            ? new("hệ thống", "the program")
            : new(string.Join(", ", parties.Select(words => words.Vi)), string.Join(", ", parties.Select(words => words.En)));
    }

    /// <summary>What follows: "at most class HTT when it is so".</summary>
    public static Words Of(ConditionEffect effect)
    {
        var when = effect.When ? new Words("khi có", "when it is so") : new Words("khi không", "when it is not");
        return effect.Kind switch
        {
            EffectKind.CapClass => new($"xếp loại không quá {effect.Class} {when.Vi}", $"at most class {effect.Class} {when.En}"),
            EffectKind.LowestClass => new($"xếp mức thấp nhất {when.Vi}", $"the lowest class {when.En}"),
            EffectKind.Zero => new($"tiêu chí {effect.Criterion} được 0 điểm {when.Vi}", $"criterion {effect.Criterion} has 0 points {when.En}"),
            EffectKind.AllowBonus => new($"chỉ tính điểm thưởng {effect.Criterion} {when.Vi}", $"bonus {effect.Criterion} counts only {when.En}"),
            EffectKind.ForbidBonus => new($"không tính điểm thưởng {effect.Criterion} {when.Vi}", $"bonus {effect.Criterion} does not count {when.En}"),
            EffectKind.WaivePenalty => new($"không tính điểm trừ {effect.Criterion} {when.Vi}", $"penalty {effect.Criterion} is not taken {when.En}"),
            _ => throw new ArgumentOutOfRangeException(nameof(effect)),
        };
    }
}
