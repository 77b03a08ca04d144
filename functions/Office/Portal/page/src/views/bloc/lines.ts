/** What stands in a text area a line each; empty lines are none. */
export const readLines = (text: string): string[] => text.split('\n').map(line => line.trim()).filter(line => line);

export const writeLines = (lines: readonly string[] | null | undefined): string => lines?.join('\n') ?? '';
