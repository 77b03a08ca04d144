import { sendFile } from '../../api/files';
import { Upload } from '../../parts/Upload';
import { words } from '../../words/language';
import { FileFaults, useFileFaults } from './FileFaults';
import { typed } from './tables';

const w = words({ label: 'Bảng điểm (XLSX)' }, { label: 'The scheme (XLSX)' });

/** A workbook as the scheme: held to the same rules as what is typed, each fault with its cell. */
export function SchemeFile({ scheme, etag, onDone }: { scheme: string; etag: string | null; onDone: () => void }) {
  const { faults, sending } = useFileFaults();
  const send = (file: File, onProgress: (share: number) => void) => sending(() =>
    sendFile(`/api/schemes/${encodeURIComponent(scheme)}/import`, typed(file), { onProgress, ...etag ? { headers: { 'If-Match': etag } } : null }));
  return (
    <>
      <Upload label={w.label} accept=".xlsx" isSingle onSent={onDone} send={send} />
      <FileFaults faults={faults} />
    </>
  );
}
