interface Page<T> {
  readonly items: readonly T[];
  readonly continuation: string | null | undefined;
}

/** Every page of a list, for those that are searched as a whole: a province has hundreds of units, not thousands. */
export async function readAll<T>(load: (continuation: string | undefined) => Promise<Page<T>>): Promise<readonly T[]> {
  const all: T[] = [];
  let continuation: string | undefined;
  do {
    const page = await load(continuation);
    all.push(...page.items);
    continuation = page.continuation ?? undefined;
  } while (continuation);
  return all;
}
