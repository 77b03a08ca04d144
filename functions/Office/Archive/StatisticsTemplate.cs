using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Awards;

namespace EmulationFunctions.Office.Archive;

/// <summary>How the office wants its tables: which there are, what a row is, what is counted in each column. It bears no number of an official form, for none was read; the office writes what its tables are called.</summary>
internal sealed record StatisticsTemplate
{
    public const int MostTables = 20;

    /// <summary>A sheet each, in this order.</summary>
    [Items(1, MostTables)]
    public IReadOnlyList<StatisticTable> Tables { get; init; } = [];

    /// <summary>With what the office begins.</summary>
    public static StatisticsTemplate Shipped { get; } = new()
    {
        Tables =
        [
            new("Theo khối", "ĐỀ NGHỊ VÀ KẾT QUẢ KHEN THƯỞNG THEO CỤM, KHỐI THI ĐUA", StatisticRow.Bloc)
            {
                Columns =
                [
                    new("Số đơn vị", StatisticMeasure.Units), new("Đề nghị", StatisticMeasure.Nominated), new("Đã công khai", StatisticMeasure.Disclosed), new("Hội đồng thông qua", StatisticMeasure.CouncilPassed),
                    new("Được tặng", StatisticMeasure.Given), new("Bị hủy bỏ", StatisticMeasure.Revoked), new("Tiền thưởng (đồng)", StatisticMeasure.Money),
                ],
            },
            new("Theo danh hiệu", "KẾT QUẢ THEO DANH HIỆU, HÌNH THỨC KHEN THƯỞNG", StatisticRow.Award)
            {
                Columns =
                [
                    new("Đề nghị", StatisticMeasure.Nominated), new("Tạm dừng xét", StatisticMeasure.Suspended), new("Hội đồng thông qua", StatisticMeasure.CouncilPassed),
                    new("Được tặng", StatisticMeasure.Given), new("Bị hủy bỏ", StatisticMeasure.Revoked), new("Tiền thưởng (đồng)", StatisticMeasure.Money),
                ],
            },
            new("Theo đơn vị", "KẾT QUẢ THEO ĐƠN VỊ", StatisticRow.Unit)
            {
                Columns =
                [
                    new("Cờ thi đua của Chính phủ", StatisticMeasure.Given, [AwardTemplate.GovernmentFlag]), new("Cờ thi đua của UBND tỉnh", StatisticMeasure.Given, [AwardTemplate.ProvinceFlag]),
                    new("Bằng khen", StatisticMeasure.Given, [AwardTemplate.ProvinceCertificate]), new("Tiền thưởng (đồng)", StatisticMeasure.Money),
                ],
            },
        ],
    };

    /// <summary>What its form does not show. The awards that it names may be of other years, so they are not looked up.</summary>
    public IReadOnlyList<Fault> Check()
    {
        var faults = new List<Fault>();
        foreach (var (index, table) in Tables.Index())
        {
            DemandText(table.Name, $"$.tables[{index}].name", faults);
            DemandText(table.Title, $"$.tables[{index}].title", faults);
            if (Tables.Take(index).Any(earlier => VietnameseNames.Same(earlier.Name, table.Name)))
            {
                faults.Add($"$.tables[{index}].name", $"Tên trang “{table.Name}” bị lặp lại.", $"The name '{table.Name}' is there twice.");
            }

            foreach (var (at, column) in table.Columns.Index())
            {
                DemandText(column.Heading, $"$.tables[{index}].columns[{at}].heading", faults);
                if (column.Measure == StatisticMeasure.Units && (column.Awards is not null || table.Rows is StatisticRow.Award or StatisticRow.Unit))
                {
                    faults.Add(
                        $"$.tables[{index}].columns[{at}].measure", "Số đơn vị chỉ đếm theo khối, không theo danh hiệu.", "Units are counted by bloc, and not by award.");
                }
            }
        }

        return faults;
    }

    private static void DemandText(string text, string path, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(path, "Cần ghi nội dung.", "A text is needed.");
        }
    }
}

/// <param name="Name">What its tab is called.</param>
/// <param name="Title">What stands above it.</param>
/// <param name="Rows">What a row is.</param>
internal sealed record StatisticTable(
    [property: StringLength(StatisticTable.LongestName, MinimumLength = 1)] string Name,
    [property: StringLength(StatisticTable.LongestTitle, MinimumLength = 1)] string Title,
    StatisticRow Rows)
{
    public const int LongestName = 31;
    public const int LongestTitle = 300;
    public const int MostColumns = 30;
    public const int MostAwards = 20;

    /// <summary>What is counted, from left to right.</summary>
    [Items(1, MostColumns)]
    public IReadOnlyList<StatisticColumn> Columns { get; init; } = [];
}

/// <param name="Heading">What stands above it.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Awards">Of these awards only, by their codes; of all where none is named.</param>
internal sealed record StatisticColumn(
    [property: StringLength(StatisticTable.LongestTitle, MinimumLength = 1)] string Heading,
    StatisticMeasure Measure,
    [property: Items(1, StatisticTable.MostAwards), Slug] IReadOnlyList<string>? Awards = null);

/// <summary>What a row of a table is.</summary>
[JsonConverter(typeof(CamelCaseEnum<StatisticRow>))]
internal enum StatisticRow
{
    Bloc,
    Unit,
    Award,
}

/// <summary>What is counted of a year.</summary>
[JsonConverter(typeof(CamelCaseEnum<StatisticMeasure>))]
internal enum StatisticMeasure
{
    /// <summary>Units that belong to the bloc at some time of the year.</summary>
    Units,

    /// <summary>Nominations that stand, those that are suspended among them.</summary>
    Nominated,

    /// <summary>Nominations that are suspended.</summary>
    Suspended,

    /// <summary>Nominations that were withdrawn.</summary>
    Withdrawn,

    /// <summary>Proposals that were disclosed to everybody.</summary>
    Disclosed,

    /// <summary>Proposals that the council passed.</summary>
    CouncilPassed,

    /// <summary>Proposals that the council did not pass.</summary>
    CouncilNotPassed,

    /// <summary>Titles and forms that were given and stand.</summary>
    Given,

    /// <summary>Titles and forms that were taken back.</summary>
    Revoked,

    /// <summary>What goes with those that stand and are paid, in đồng; nothing where an amount of it is not known.</summary>
    Money,
}
