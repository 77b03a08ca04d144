namespace EmulationFunctions.Benchmarks;

/// <summary>What a unit sends when it saves the whole form with explanations.</summary>
internal static class SaveText
{
    private const string Sentence = "Đơn vị đã hoàn thành đúng hạn theo kế hoạch đã được phê duyệt. ";

    public static string Of(int leaves, int letters)
    {
        var explanation = string.Concat(Enumerable.Repeat(Sentence, letters / Sentence.Length + 1))[..(letters - 1)] + ".";
        return $$"""{"scores":[{{string.Join(',', Enumerable.Range(0, leaves).Select(leaf => $$"""{"criterion":"{{Form.Leaf(leaf)}}","points":5,"explanation":"{{explanation}}"}"""))}}]}""";
    }
}
