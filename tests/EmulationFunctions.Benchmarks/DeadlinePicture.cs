using System.Globalization;
using System.Text;

namespace EmulationFunctions.Benchmarks;

/// <summary>The last day as a picture: above what was acknowledged a second, below the memory of the program.</summary>
internal static class DeadlinePicture
{
    private const int Width = 900;
    private const int Height = 560;
    private const int Left = 70;
    private const int Right = 20;

    private static readonly Panel Rates = new(60, 300);
    private static readonly Panel Memory = new(370, 500);
    private static readonly (DeadlineWork Work, string Name, string Colour)[] Kinds =
    [
        (DeadlineWork.Save, "saves of scores", "#1f6feb"),
        (DeadlineWork.Standings, "standings read", "#2da44e"),
        (DeadlineWork.Upload, "files uploaded", "#d97706"),
    ];

    public static string Draw(DeadlineTally tally, string title)
    {
        var picture = new StringBuilder();
        Add(picture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"13\">");
        Add(picture, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#ffffff\"/>");
        Add(picture, $"<text x=\"{Left}\" y=\"24\" font-size=\"16\" fill=\"#1f2328\">{title}</text>");
        var slices = Kinds.Select(kind => tally.Rates(kind.Work)).ToList();
        var rateTop = Axis(picture, Rates, tally.Length, slices.SelectMany(rates => rates).DefaultIfEmpty().Max(), "acknowledged a second");
        foreach (var (index, (_, name, colour)) in Kinds.Index())
        {
            var half = DeadlineTally.Slice / 2;
            Curve(picture, Rates, tally.Length, rateTop, colour, slices[index].Select((rate, slice) => (slice * DeadlineTally.Slice + half, rate)));
            Add(picture, $"<rect x=\"{Left + index * 160}\" y=\"38\" width=\"14\" height=\"4\" fill=\"{colour}\"/><text x=\"{Left + 20 + index * 160}\" y=\"45\" fill=\"#1f2328\">{name}</text>");
        }

        var memory = tally.Memory.Select(one => (one.At, MiB: one.Bytes / 1048576.0)).ToList();
        var memoryTop = Axis(picture, Memory, tally.Length, memory.Select(one => one.MiB).DefaultIfEmpty().Max(), "working set, MiB");
        Curve(picture, Memory, tally.Length, memoryTop, "#8250df", memory);
        Add(picture, $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 16}\" text-anchor=\"middle\" fill=\"#57606a\">minutes</text>");
        Add(picture, $"</svg>");
        return picture.ToString();
    }

    /// <returns>The value at the upper edge.</returns>
    private static double Axis(StringBuilder picture, Panel panel, TimeSpan length, double most, string label)
    {
        var step = Step(most);
        var top = step * Math.Max(1, Math.Ceiling(most / step));
        for (var value = 0.0; value <= top; value += step)
        {
            var y = panel.Y(value / top);
            Add(picture, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\" stroke=\"{(value == 0 ? "#57606a" : "#d0d7de")}\"/>");
            Add(picture, $"<text x=\"{Left - 8}\" y=\"{y + 4:0.#}\" text-anchor=\"end\" fill=\"#57606a\">{value:0.##}</text>");
        }

        for (var minute = 0; minute <= length.TotalMinutes; minute++)
        {
            Add(picture, $"<text x=\"{X(TimeSpan.FromMinutes(minute), length):0.#}\" y=\"{panel.Bottom + 18}\" text-anchor=\"middle\" fill=\"#57606a\">{minute}</text>");
        }

        var middle = (panel.Top + panel.Bottom) / 2;
        Add(picture, $"<text transform=\"translate(18 {middle}) rotate(-90)\" text-anchor=\"middle\" fill=\"#57606a\">{label}</text>");
        return top;
    }

    private static void Curve(StringBuilder picture, Panel panel, TimeSpan length, double top, string colour, IEnumerable<(TimeSpan At, double Value)> points)
    {
        var drawn = points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.At, length):0.#},{panel.Y(point.Value / top):0.#}"));
        Add(picture, $"<polyline points=\"{string.Join(' ', drawn)}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>");
    }

    /// <summary>The round step that gives at most five lines.</summary>
    private static double Step(double most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(most, 1) / 5)));
        return new[] { 1.0, 2, 5, 10 }.Select(factor => factor * power).First(step => most / step <= 5);
    }

    private static double X(TimeSpan at, TimeSpan length) => Left + (Width - Left - Right) * Math.Min(1, at / length);

    private static void Add(StringBuilder picture, FormattableString line) => picture.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private sealed record Panel(int Top, int Bottom)
    {
        public double Y(double part) => Bottom - (Bottom - Top) * part;
    }
}
