using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>What may be declared void during the year.</summary>
internal static class VoidRules
{
    /// <exception cref="Refusal">409: not this one, or not yet.</exception>
    public static void Demand(StoredScheme stored, SchemeNode node)
    {
        if (!stored.IsInUse)
        {
            throw Refusal.Rule("scheme-not-in-use", new(
                "Chưa có đơn vị nào chấm điểm theo phiên bản này; hãy sửa bảng điểm thay vì làm vô hiệu tiêu chí.",
                "Nobody is scored by this version yet; change the scheme instead of declaring a criterion void."));
        }

        if (!node.IsLeaf && node.Parent is not null)
        {
            throw Refusal.Rule("only-leaves-or-sections", new(
                $"Chỉ được làm vô hiệu từng tiêu chí chấm điểm hoặc cả một phần; {node.Code} là nhóm bên trong.",
                $"Only single criteria or whole sections can be declared void; {node.Code} is a group in between."));
        }

        if (node.Criterion.IsBase && stored.ToTree().Leaves.All(leaf => leaf.IsVoid || !leaf.Criterion.IsBase || leaf.Code == node.Code || IsBelow(leaf, node)))
        {
            throw Refusal.Rule("nothing-left", new(
                "Nếu làm vô hiệu tiêu chí này thì bảng điểm không còn gì để chấm.", "Without this criterion the scheme would have nothing left to score."));
        }
    }

    private static bool IsBelow(SchemeNode node, SchemeNode group)
    {
        for (var at = node.Parent; at is not null; at = at.Parent)
        {
            if (at.Code == group.Code)
            {
                return true;
            }
        }

        return false;
    }
}
