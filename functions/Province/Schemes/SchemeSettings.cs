using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using static EmulationFunctions.Province.Schemes.SchemeWords;

namespace EmulationFunctions.Province.Schemes;

/// <summary>The first sheet of a scheme's workbook: one setting a row. What is left out has its default.</summary>
internal static class SchemeSettings
{
    /// <summary>Each setting with its place in the scheme's JSON.</summary>
    private static readonly (string Setting, string Path)[] Paths =
    [
        (Title, "$.title"), (Total, "$.maximum"), (Basis, "$.basis"), (Rounding, "$.rounding"), (ShownDecimals, "$.shownDecimals"), (FloorsOn, "$.floorsOn"), (FloorsRead, "$.floorsRead"), (IsDraft, "$.isDraft"), (ProRataBy, "$.proRata"),
        (BonusCap, "$.bonusCap"), (PenaltyCap, "$.penaltyCap"), (BonusClassified, "$.bonusClassified"), (BonusRanked, "$.bonusRanked"),
        (ClassificationCap, "$.classificationCap"), (Average, "$.crossScoring.average"), (Peers, "$.crossScoring.peers"),
        (SelfShare, "$.crossScoring.selfShare"), (MinimumPeers, "$.crossScoring.minimumPeers"),
        (Rounds, "$.appraisal.rounds"), (Revisions, "$.appraisal.revisions"), (HeadPower, "$.appraisal.head"), (DeputyPower, "$.appraisal.deputy"),
        (OfficePower, "$.appraisal.office"),
    ];

    /// <summary>Without criteria, classes, tie-breaks and specialist bodies; null, with faults, when a setting that must be there is missing.</summary>
    public static SchemeContent? Read(ReadTable? table, CellPaths paths, List<Fault> faults)
    {
        if (table is null)
        {
            return null;
        }

        var lines = Lines(table, paths);
        var standard = new SchemeContent("", default, [], [], []);
        foreach (var needed in new[] { Title, Total }.Where(needed => Line(needed)?.Cell(Value) is null))
        {
            var place = Line(needed)?.PlaceOf(Value) ?? new(table.Name, table.HeadingRow, 1);
            faults.Add(place.ToString(), $"Thiếu “{needed}”.", $"“{needed}” is missing.");
        }

        return standard with
        {
            Title = Line(Title)?.Text(Value) ?? "",
            Maximum = Line(Total)?.Points(Value) ?? default,
            Basis = Line(Basis)?.Choice(Value, Bases) ?? standard.Basis,
            Rounding = Line(Rounding)?.Choice(Value, Roundings) ?? standard.Rounding,
            ShownDecimals = Line(ShownDecimals)?.WholeNumber(Value) ?? standard.ShownDecimals,
            FloorsOn = Line(FloorsOn)?.Choice(Value, FloorScopes) ?? standard.FloorsOn,
            FloorsRead = Line(FloorsRead)?.Choice(Value, FloorReadings) ?? standard.FloorsRead,
            ProRata = Line(ProRataBy)?.Choice(Value, ProRatas) ?? standard.ProRata,
            IsDraft = Line(IsDraft)?.Choice(Value, YesNo) ?? standard.IsDraft,
            BonusCap = Line(BonusCap)?.Points(Value),
            PenaltyCap = Line(PenaltyCap)?.Points(Value),
            BonusClassified = Line(BonusClassified)?.Choice(Value, YesNo) ?? standard.BonusClassified,
            BonusRanked = Line(BonusRanked)?.Choice(Value, YesNo) ?? standard.BonusRanked,
            ClassificationCap = Line(ClassificationCap)?.Points(Value),
            CrossScoring = ReadCrossScoring(lines),
            Appraisal = ReadAppraisal(lines),
        };

        ReadLine? Line(string setting) => lines.GetValueOrDefault(setting);
    }

    private static Dictionary<string, ReadLine> Lines(ReadTable table, CellPaths paths)
    {
        var lines = new Dictionary<string, ReadLine>(StringComparer.Ordinal);
        paths.Add("$", new(table.Name, table.HeadingRow, 1));
        foreach (var line in table.Rows)
        {
            line.DemandFilled(Setting);
            if (line.Text(Setting) is not { } name)
            {
                continue;
            }

            var (setting, path) = Array.Find(Paths, known => VietnameseNames.Same(known.Setting, name));
            if (setting is null)
            {
                line.Fault(Setting, $"Không có nội dung nào tên là “{name}”.", $"There is no setting of the name “{name}”.");
            }
            else if (!lines.TryAdd(setting, line))
            {
                line.Fault(Setting, $"“{setting}” có hai lần.", $"“{setting}” is there twice.");
            }
            else
            {
                paths.Add(path, line.PlaceOf(Value));
            }
        }

        return lines;
    }

    private static CrossScoring? ReadCrossScoring(Dictionary<string, ReadLine> lines)
    {
        if (lines.GetValueOrDefault(Average) is { } line && line.Cell(Value) is not null)
        {
            lines.GetValueOrDefault(SelfShare)?.DemandFilled(Value);
            if (!lines.ContainsKey(SelfShare))
            {
                line.Fault(Value, $"Có chấm chéo thì phải có “{SelfShare}”.", $"With cross-scoring there must be “{SelfShare}”.");
            }

            return new(
                lines.GetValueOrDefault(Peers)?.WholeNumber(Value),
                line.Choice(Value, Averages) ?? default,
                lines.GetValueOrDefault(SelfShare)?.Share(Value) ?? default,
                lines.GetValueOrDefault(MinimumPeers)?.WholeNumber(Value) ?? 1);
        }

        foreach (var setting in new[] { Peers, SelfShare, MinimumPeers })
        {
            if (lines.GetValueOrDefault(setting) is { } other && other.Cell(Value) is not null)
            {
                other.Fault(Value, $"Chỉ ghi khi có “{Average}”.", $"Only where there is “{Average}”.");
            }
        }

        return null;
    }

    /// <summary>Null when not one of its settings is given: then the default holds, whatever it will be.</summary>
    private static Appraisal? ReadAppraisal(Dictionary<string, ReadLine> lines)
    {
        if (new[] { Rounds, Revisions, HeadPower, DeputyPower, OfficePower }.All(setting => lines.GetValueOrDefault(setting)?.Cell(Value) is null))
        {
            return null;
        }

        var standard = Appraisal.Default;
        return new(
            lines.GetValueOrDefault(Rounds)?.WholeNumber(Value) ?? standard.Rounds,
            lines.GetValueOrDefault(Revisions)?.WholeNumber(Value) ?? standard.Revisions,
            lines.GetValueOrDefault(HeadPower)?.Choice(Value, Powers) ?? standard.Head,
            lines.GetValueOrDefault(DeputyPower)?.Choice(Value, Powers) ?? standard.Deputy,
            lines.GetValueOrDefault(OfficePower)?.Choice(Value, Powers) ?? standard.Office);
    }
}
