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

            change.Put(Row(id.AddressIn(Table).Partition, plan with { Offered = before is null ? plan.Offered : LeftOver.Offered(before, id.Year - 1) }));
            change.Audit = new("PutPlan", id.ToString(), Before: before is null ? null : AdoptedTexts.Describe(before with { Version = 0 }), After: AdoptedTexts.Describe(plan));
            return Task.FromResult(plan with { Version = change.Seq });
        }, cancellationToken);

    /// <summary>Carries over what has come to be left to do since, as long as the plan is a draft and has room for it.</summary>
    /// <returns>The plan as it is then, and how many matters it carries over that it did not before; null where there is none, or it was adopted.</returns>
    public Task<(Plan Plan, int Added)?> CarryAsync(YearOfBloc id, IReadOnlyList<LeftOver> left, CancellationToken cancellationToken) =>
        partitions.ChangeAsync<(Plan, int)?>(id.AddressIn(Table), Only, Actor.System, (view, change) =>
        {
            if (view.Row(Key) is not { } row || Read(row) is not { Adopted: null } before)
            {
                return Task.FromResult<(Plan, int)?>(null);
            }

            var added = LeftOver.NotIn(before, left).Where(one => !before.Offered.Contains(one.Key)).Take(Plan.MostCarried - before.CarriedOver.Count).ToList();
            if (added.Count == 0)
            {
                return Task.FromResult<(Plan, int)?>((before, 0));
            }

            var after = before with { CarriedOver = [.. before.CarriedOver, .. added.Select(one => one.Item)], Offered = [.. before.Offered, .. added.Select(one => one.Key)] };
            change.Put(Row(id.AddressIn(Table).Partition, after));
            change.Audit = new("StartAnnualCycle", id.ToString(), Before: AdoptedTexts.Describe(before with { Version = 0 }), After: AdoptedTexts.Describe(after with { Version = 0 }));
            return Task.FromResult<(Plan, int)?>((after with { Version = change.Seq }, added.Count));
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
        row.PutText("Offered", plan.Offered.Count == 0 ? null : string.Join(' ', plan.Offered));
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
        Offered = row.Text("Offered")?.Split(' ') ?? [],
    };

    private static IReadOnlyList<T> List<T>(TableEntity row, string name) => RowText.Read<IReadOnlyList<T>>(row.Text(name) ?? "[]");
}
