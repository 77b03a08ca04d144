using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>Whether peers can score by what the scheme declares.</summary>
internal static class CrossScoringRules
{
    /// <summary>The largest bloc seen has 95 members.</summary>
    public const int MaximumPeers = 94;

    public static void Check(CrossScoring? crossScoring, List<Fault> faults)
    {
        if (crossScoring is null)
        {
            return;
        }

        if (crossScoring.Peers is < 1 or > MaximumPeers)
        {
            faults.Add(
                "$.crossScoring.peers",
                $"Số đơn vị chấm chéo phải từ 1 đến {MaximumPeers}; bỏ trống nghĩa là tất cả.",
                $"The number of peers must lie between 1 and {MaximumPeers}; without it, everyone scores.");
        }

        if (crossScoring.MinimumPeers < 1 || crossScoring.MinimumPeers > (crossScoring.Peers ?? MaximumPeers))
        {
            faults.Add(
                "$.crossScoring.minimumPeers",
                "Số đơn vị chấm tối thiểu phải từ 1 đến số đơn vị chấm chéo.",
                "The least number of peers must lie between 1 and the number of peers.");
        }

        if (crossScoring.SelfShare < Percent.Zero || crossScoring.SelfShare >= Percent.Hundred)
        {
            faults.Add(
                "$.crossScoring.selfShare",
                "Tỷ trọng điểm tự chấm phải từ 0 % đến dưới 100 %.",
                "The weight of the self-score must be at least 0 % and below 100 %.");
        }
    }
}
