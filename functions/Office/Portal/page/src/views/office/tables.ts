/** Tables as files: what an office keeps is a workbook or a CSV. */
const csv = 'text/csv';
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const accepted = '.csv,.xlsx';

/** The file with the type that its name says: browsers call a CSV what the machine's Excel has registered. */
export const typed = (file: File): File => new File([file], file.name, { type: /\.xlsx$/iu.test(file.name) ? workbook : csv });

/** Lines as a CSV that Excel opens with its letters whole, and that the imports read. */
export const csvOf = (lines: readonly (readonly string[])[]): string => `\uFEFF${lines.map(line => line.map(cell).join(',')).join('\r\n')}\r\n`;

const cell = (text: string): string => /[",;\t\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Hands a text to the browser as a file to save. */
export function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: csv }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
