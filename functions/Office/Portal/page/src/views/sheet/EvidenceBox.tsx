import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { sendFile } from '../../api/files';
import { Confirm } from '../../parts/Confirm';
import { Download } from '../../parts/Download';
import { Upload } from '../../parts/Upload';
import { common } from '../../words/common';
import { cited } from '../../words/cited';
import { size } from '../../words/format';
import { words } from '../../words/language';
import { CitationDialog } from './CitationDialog';
import { pathOf, type Row, type SheetModel } from './model';

const w = words({
  evidence: 'Minh chứng',
  cite: 'Dẫn một văn bản',
  removeFile: (name: string) => `Gỡ tệp ${name}?`,
  removePaper: (name: string) => `Gỡ văn bản ${name}?`,
  removed: 'Tệp sẽ không còn trong phiếu. Muốn dùng lại thì gửi lại tệp.',
  removedPaper: 'Văn bản sẽ không còn được dẫn ở tiêu chí này.',
  isFile: (name: string) => `tệp ${name}`,
}, {
  evidence: 'Evidence',
  cite: 'Cite a paper',
  removeFile: name => `Remove the file ${name}?`,
  removePaper: name => `Remove the paper ${name}?`,
  removed: 'The file will no longer be in the sheet. To use it again, send it again.',
  removedPaper: 'The paper will no longer be cited here.',
  isFile: name => `file ${name}`,
});

type File = Schema['EvidenceView'];
type Paper = Schema['CitationView'];

/** What stands behind a criterion: files that were sent, papers that are cited, and the place to drop more. */
export function EvidenceBox({ model, row }: { model: SheetModel; row: Row }) {
  const [files, papers, isOpen] = [row.files.value, row.papers.value, row.isOpen.value];
  if (!isOpen && files.length + papers.length === 0) {
    return null;
  }

  return (
    <div class="evidence">
      <p class="label">{w.evidence}</p>
      {files.length + papers.length > 0 && (
        <ul class="proofs">
          {files.map(file => <FileItem key={file.id} model={model} file={file} isOpen={isOpen} />)}
          {papers.map(paper => <PaperItem key={paper.reference} model={model} row={row} paper={paper} isOpen={isOpen} />)}
        </ul>
      )}
      {isOpen && <Adding model={model} row={row} />}
    </div>
  );
}

const baseOf = ({ place: { year, period, bloc, unit } }: SheetModel): string =>
  `/api/cycles/${year}/periods/${encodeURIComponent(period)}/blocs/${encodeURIComponent(bloc)}/sheets/${encodeURIComponent(unit)}/evidence`;

export function put(model: SheetModel, change: (now: Schema['EvidenceList']) => Partial<Schema['EvidenceList']>): void {
  model.evidence.value = { ...model.evidence.value, ...change(model.evidence.value) };
}

function Adding({ model, row }: { model: SheetModel; row: Row }) {
  const [isCiting, setCiting] = useState(false);
  const { criterion, title } = row.node;
  const send = async (file: globalThis.File, onProgress: (share: number) => void) => {
    const { data } = await sendFile<File>(`${baseOf(model)}?criterion=${encodeURIComponent(criterion)}&name=${encodeURIComponent(file.name)}`, file, { onProgress });
    put(model, ({ files }) => ({ files: [...files.filter(one => one.id !== data.id), data] }));
  };
  return (
    <div class="adding">
      <Upload label={title} send={send} isSentShownElsewhere />
      <button type="button" class="quiet cite" onClick={() => setCiting(true)}>+ {w.cite}<span class="hidden"> – {title}</span></button>
      {isCiting && <CitationDialog model={model} row={row} onClose={() => setCiting(false)} />}
    </div>
  );
}

function FileItem({ model, file, isOpen }: { model: SheetModel; file: File; isOpen: boolean }) {
  const [isAsked, setAsked] = useState(false);
  const remove = async () => {
    await ask(api.DELETE('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/evidence/{evidence}', { params: { path: { ...pathOf(model.place), evidence: file.id } } }));
    put(model, ({ files }) => ({ files: files.filter(one => one.id !== file.id) }));
  };
  return (
    <li>
      <Download address={`${baseOf(model)}/${file.id}`} name={file.name} class="quiet proof-name">{file.name}</Download> <span class="small">({size(file.bytes)})</span>
      {isOpen && <button type="button" class="quiet" aria-label={`${common.remove}: ${file.name}`} onClick={() => setAsked(true)}>✕</button>}
      <Warnings of={file.warnings} />
      {isAsked && <Confirm title={w.removeFile(file.name)} yes={common.remove} isOpen isDangerous onConfirm={remove} onClose={() => setAsked(false)}><p>{w.removed}</p></Confirm>}
    </li>
  );
}

function PaperItem({ model, row, paper, isOpen }: { model: SheetModel; row: Row; paper: Paper; isOpen: boolean }) {
  const [shown, show] = useState<'edit' | 'remove' | null>(null);
  const file = model.evidence.value.files.find(one => one.id === paper.file);
  const name = paper.paper.number ?? paper.paper.kind;
  const remove = async () => {
    await ask(api.DELETE('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/evidence/references/{reference}', { params: { path: { ...pathOf(model.place), reference: paper.reference } } }));
    put(model, ({ references }) => ({ references: references.filter(one => one.reference !== paper.reference) }));
  };
  return (
    <li>
      <span class="proof-paper">{cited(paper.paper)}{file && <span class="small"> ({w.isFile(file.name)})</span>}</span>
      {isOpen && (
        <>
          {!paper.entry && <button type="button" class="quiet" aria-label={`${common.edit}: ${name}`} onClick={() => show('edit')}>✎</button>}
          <button type="button" class="quiet" aria-label={`${common.remove}: ${name}`} onClick={() => show('remove')}>✕</button>
        </>
      )}
      <Warnings of={paper.warnings} />
      {shown === 'edit' && <CitationDialog model={model} row={row} paper={paper} onClose={() => show(null)} />}
      {shown === 'remove' && <Confirm title={w.removePaper(name)} yes={common.remove} isOpen isDangerous onConfirm={remove} onClose={() => show(null)}><p>{w.removedPaper}</p></Confirm>}
    </li>
  );
}

function Warnings({ of }: { of: readonly Schema['WarningView'][] }) {
  return <>{of.map(warning => <p class="warning-line">⚠ {warning.detail}</p>)}</>;
}
