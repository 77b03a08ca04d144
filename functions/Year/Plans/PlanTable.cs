using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

/// <summary>A bloc's plan: the row <c>plan</c> in the bloc's year of the table <c>Plans</c>, its lists as JSON.</summary>
internal sealed class PlanTable(PartitionStore partitions)
{
    public const string Table = "Plans";

    private const string Key = "plan";

    private static readonly KeyRange Only = new(Key, Key + " ");

    public async Task<Plan?> FindAsync(YearOfBloc id, CancellationToken cancellationToken) =>
        await partitions.FindAsync(id.AddressIn(Table), Key, cancellationToken) is { } row ? Read(row) : null;

    /// <summary>Writes the plan whole. The same again changes nothing. What was adopted changes only by another adoption; its number and day are no content.</summary>
    public Task<Plan> PutAsync(YearOfBloc id, Plan plan, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.AddressIn(Table), Only, actor, (view, change) =>
        {
            var before = view.Row(Key) is { } row ? Read(row) : null;
            if (before is not null && before.Says(plan))
            {
                return Task.FromResult(before);
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            if (before?.Adopted is { } adopted && (plan.Adopted is null || (plan.Adopted == adopted && !before.SaysContentOf(plan))))
            {
                throw Refusal.Rule("plan-adopted", new(
                    "Kế hoạch đã được thông qua: muốn sửa nội dung phải ghi lần thông qua mới.", "The plan was adopted: its content changes only by another adoption."));
            }

            change.Put(Row(id.AddressIn(Table).Partition, plan));
            change.Audit = new("PutPlan", id.ToString(), Before: before is null ? null : AdoptedTexts.Describe(before with { Version = 0 }), After: AdoptedTexts.Describe(plan));
            return Task.FromResult(plan with { Version = change.Seq });
        }, cancellationToken);

    public static Refusal NoPlan() => Refusal.NotFound(new("Khối chưa có kế hoạch năm này.", "The bloc has no plan for that year yet."));

    private static TableEntity Row(string partition, Plan plan)
    {
        var row = new TableEntity(partition, Key)
        {
            ["Number"] = plan.Number,
            ["Day"] = RowDay.Of(plan.Day),
            ["StatedObjectives"] = plan.StatedObjectives,
            ["StatedSolutionGroups"] = plan.StatedSolutionGroups,
        };
        row.PutAdoption(plan.Adopted);
        row.PutText("Objectives", RowText.PiecesOf(plan.Objectives));
        row.PutText("SolutionGroups", RowText.PiecesOf(plan.SolutionGroups));
        row.PutText("Directives", RowText.PiecesOf(plan.Directives));
        row.PutText("CarriedOver", RowText.PiecesOf(plan.CarriedOver));
        row.PutText("Implementation", RowText.PiecesOf(plan.Implementation));
        return row;
    }

    private static Plan Read(TableEntity row) => new(
        row.GetString("Number"),
        row.DayOf("Day"),
        row.GetInt32("StatedObjectives"),
        row.GetInt32("StatedSolutionGroups"),
        List<string>(row, "Objectives"),
        List<SolutionGroup>(row, "SolutionGroups"),
        List<Directive>(row, "Directives"),
        List<CarriedItem>(row, "CarriedOver"),
        row.Adoption(),
        row.GetInt64("Seq") ?? 0)
    {
        Implementation = List<string>(row, "Implementation"),
    };

    private static IReadOnlyList<T> List<T>(TableEntity row, string name) => RowText.Read<IReadOnlyList<T>>(row.Text(name) ?? "[]");
}
