import { sendFile } from '../../api/files';
import { Download } from '../../parts/Download';
import { Upload } from '../../parts/Upload';
import type { Schema } from '../../api/client';
import { words } from '../../words/language';
import type { SheetModel } from './model';

const w = words({
  head: 'Làm trên tệp Excel',
  lead: 'Tải phiếu về, điền trên máy rồi gửi lại. Tệp chỉ được nhận nguyên vẹn: nếu có ô sai, không ô nào được ghi, và từng ô sai được chỉ ra.',
  down: 'Tải phiếu (Excel)',
  up: 'Tệp phiếu đã điền',
}, {
  head: 'Work in a workbook',
  lead: 'Download the sheet, fill it in and send it back. It is taken as a whole: where a cell is wrong nothing is saved, and each wrong cell is named.',
  down: 'Download the sheet (Excel)',
  up: 'The filled-in workbook',
});

/** The sheet as a workbook, down and up. */
export function Workbook({ model, isOpen, onImported }: { model: SheetModel; isOpen: boolean; onImported: () => void }) {
  const { year, period, bloc, unit } = model.place;
  const base = `/api/cycles/${year}/periods/${encodeURIComponent(period)}/blocs/${encodeURIComponent(bloc)}/sheets/${encodeURIComponent(unit)}`;
  const send = async (file: File, onProgress: (share: number) => void) => {
    await model.saver.flush();
    await sendFile<Schema['SheetSummary']>(`${base}/import`, file, { onProgress });
  };
  return (
    <details class="workbook no-print">
      <summary>{w.head}</summary>
      <p>{w.lead}</p>
      <p><Download address={`${base}/xlsx`}>{w.down}</Download></p>
      {isOpen && <Upload label={w.up} send={send} onSent={onImported} accept=".xlsx" isSingle />}
    </details>
  );
}
