namespace EmulationFunctions.Year.Blocs;

/// <summary>What a register of the bloc's year gives to a report: a sentence, without names of people.</summary>
/// <param name="Origin">The entry, such as <c>role-models/so-a/dien-hinh-1</c>.</param>
/// <param name="Unit">The unit that it belongs to; null for what is said of the bloc as a whole.</param>
/// <param name="Text">The sentence.</param>
internal sealed record RegisterEntry(string Origin, string? Unit, string Text);

/// <summary>What the registers hold of these days, and of no day: role models, activities, contributions.</summary>
internal delegate Task<IReadOnlyList<RegisterEntry>> RegistersLookup(YearTerms terms, DateOnly from, DateOnly until, CancellationToken cancellationToken);
