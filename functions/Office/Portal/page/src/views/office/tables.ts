import { words } from '../../words/language';

/** Tables as files: what an office keeps is a workbook or a CSV. */
const csv = 'text/csv';
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const accepted = '.csv,.xlsx';

/** The file with the type that its name says: browsers call a CSV what the machine's Excel has registered. */
export const typed = (file: File): File => new File([file], file.name, { type: /\.xlsx$/iu.test(file.name) ? workbook : csv });

/** Lines as a CSV that Excel opens with its letters whole, and that the imports read. */
export const csvOf = (lines: readonly (readonly string[])[]): string => `\uFEFF${lines.map(line => line.map(cell).join(',')).join('\r\n')}\r\n`;

const cell = (text: string): string => /[",;\t\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Hands a text to the browser as a file to save; a table unless something else is said. */
export function save(name: string, text: string, type = csv): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const w = words({
  line: (line: string, column: string) => `Dòng ${line}${column && `, cột “${column}”`}`, cell: (sheet: string, cell: string) => `Trang “${sheet}”, ô ${cell}`,
}, { line: (line, column) => `Line ${line}${column && `, column “${column}”`}`, cell: (sheet, cell) => `Sheet “${sheet}”, cell ${cell}` });

/** Where in a file a fault is, as people say it: the program says `line 7, column kind` or `Sheet 'Danh sách' C7`. */
export function placeIn(path: string): string {
  const [, line, column = ''] = /^line (\d+)(?:, column (.+))?$/u.exec(path) ?? [];
  const [, sheet, cell] = /^Sheet '(.+)' ([A-Z]+\d+)$/u.exec(path) ?? [];
  const heading = columnNames[column as keyof typeof columnNames] ?? column;
  return line ? w.line(line, heading) : sheet && cell ? w.cell(sheet, cell) : path;
}

/** The headings that an office's file has, by the names that the program calls them. */
const columnNames = {
  unit: 'Mã đơn vị', name: 'Tên đơn vị', kind: 'Loại', functions: 'Chức năng', centrallyManaged: 'Trung ương quản lý', contacts: 'Thư điện tử', placeholder: 'Giữ chỗ', bloc: 'Mã khối', blocName: 'Tên khối',
  blocKind: 'Khối hay cụm', blocLevel: 'Cấp', statedMembers: 'Số thành viên', from: 'Từ ngày', until: 'Đến ngày', decision: 'Quyết định', roles: 'Nhiệm vụ', account: 'Mã tài khoản', approves: 'Được phê duyệt',
};
