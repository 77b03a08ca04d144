using System.ComponentModel.DataAnnotations;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Pacts;

/// <summary>What a unit registers for a year (đăng ký thi đua): the titles it strives for, and its own targets.</summary>
/// <param name="Unit">Who registers.</param>
/// <param name="Titles">What it strives for.</param>
/// <param name="Targets">What it sets itself.</param>
/// <param name="Paper">The paper by which it registered; null where there is none.</param>
/// <param name="RegisteredAt">When it was last put down.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record Registration(
    string Unit, IReadOnlyList<RegisteredTitle> Titles, IReadOnlyList<PactTarget> Targets, PaperReference? Paper, DateTimeOffset RegisteredAt, long Version = 0)
{
    public const int MostTitles = 50;

    /// <summary>What it says, as rows and the trail hold it.</summary>
    public string Said => RowText.Of(new RegisteredTexts(Titles, Targets, Paper));

    public static string Key(string unit) => PactKeys.Registration(unit);

    public TableEntity ToRow(string partition)
    {
        var row = new TableEntity(partition, Key(Unit)) { ["RegisteredAt"] = RegisteredAt };
        row.PutText("Said", Said);
        return row;
    }

    public static Registration Read(TableEntity row)
    {
        var said = RowText.Read<RegisteredTexts>(row.Text("Said")!);
        return new(row.RowKey.Split('|')[1], said.Titles, said.Targets, said.Paper, row.GetDateTimeOffset("RegisteredAt")!.Value, row.GetInt64("Seq") ?? 0);
    }

    private sealed record RegisteredTexts(IReadOnlyList<RegisteredTitle> Titles, IReadOnlyList<PactTarget> Targets, PaperReference? Paper);
}

/// <param name="Title">A title or a form of commendation, such as "Cờ thi đua của UBND tỉnh" or "Chiến sĩ thi đua cơ sở".</param>
/// <param name="Count">How many people or collectives of the unit strive for it; null where it is the unit itself.</param>
/// <param name="Note">What else is said of it.</param>
internal sealed record RegisteredTitle(
    [property: StringLength(PactTarget.LongestTitle, MinimumLength = 1)] string Title,
    [property: Range(1, RegisteredTitle.MostCount)] int? Count = null,
    [property: StringLength(RegisteredTitle.LongestNote, MinimumLength = 1)] string? Note = null)
{
    public const int MostCount = 100_000;
    public const int LongestNote = 500;
}

/// <summary>The body of <c>RegisterTitles</c>: all that the unit registers.</summary>
/// <param name="Paper">The paper by which it registers, where there is one.</param>
[PartsRefer]
internal sealed record RegistrationBody(PaperReference? Paper = null)
{
    /// <summary>The titles it strives for.</summary>
    [Items(0, Registration.MostTitles)]
    public IReadOnlyList<RegisteredTitle> Titles { get; init; } = [];

    /// <summary>What it sets itself beside the pact.</summary>
    [Items(0, PactTarget.Most)]
    public IReadOnlyList<PactTarget> Targets { get; init; } = [];

    /// <summary>Without outer blanks.</summary>
    public Registration ToRegistration(string unit, DateTimeOffset now) => new(
        unit,
        [.. Titles.Select(one => new RegisteredTitle(one.Title.Trim(), one.Count, one.Note?.Trim() is { Length: > 0 } note ? note : null))],
        [.. Targets.Select(target => target.Trimmed())],
        Paper?.Trimmed(),
        now);

    public IReadOnlyList<Fault> Check()
    {
        var faults = new List<Fault>();
        if (Titles.Count == 0 && Targets.Count == 0)
        {
            faults.Add("$.titles", "Cần đăng ký ít nhất một danh hiệu hoặc chỉ tiêu.", "At least one title or target is needed.");
        }

        for (var index = 0; index < Titles.Count; index++)
        {
            if (string.IsNullOrWhiteSpace(Titles[index].Title))
            {
                faults.Add($"$.titles[{index}].title", "Cần ghi danh hiệu.", "A title is needed.");
            }
            else if (Titles.Take(index).Any(one => VietnameseNames.Same(one.Title, Titles[index].Title)))
            {
                faults.Add($"$.titles[{index}].title", $"“{Titles[index].Title.Trim()}” bị lặp lại.", $"“{Titles[index].Title.Trim()}” is there twice.");
            }
        }

        TargetRules.Check(Targets, "$.targets", faults);
        Paper?.Check("$.paper", faults);
        return faults;
    }
}
