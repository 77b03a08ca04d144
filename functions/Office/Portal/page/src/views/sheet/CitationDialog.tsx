import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Field } from '../../parts/Field';
import { FormDialog } from '../../parts/FormDialog';
import { PaperFields, paperPaths } from '../../parts/PaperFields';
import { useAct } from '../../parts/useAct';
import { words } from '../../words/language';
import { put } from './EvidenceBox';
import { pathOf, type Row, type SheetModel } from './model';

const w = words({
  title: 'Dẫn một văn bản làm minh chứng',
  file: 'Tệp của văn bản này (nếu đã gửi)',
  noFile: 'Không có tệp',
}, {
  title: 'Cite a paper as evidence',
  file: 'The file of this paper, if it was sent',
  noFile: 'No file',
});

const paths = [...paperPaths('$.paper'), '$.file'];
const address = '/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/evidence/references/{reference}';

/** Cites a paper behind a criterion, or puts one right. */
export function CitationDialog({ model, row, paper, onClose }: { model: SheetModel; row: Row; paper?: Schema['CitationView']; onClose: () => void }) {
  const [cited, setCited] = useState<Schema['PaperReference']>(paper?.paper ?? { kind: '' });
  const [file, setFile] = useState(paper?.file ?? '');
  const act = useAct();
  const save = async () => {
    const path = { ...pathOf(model.place), reference: paper?.reference ?? `vb-${crypto.randomUUID().slice(0, 8)}` };
    const etag = paper && (await ask(api.GET(address, { params: { path } }))).etag;
    const body = { criterion: row.node.criterion, paper: cited, file: file || null };
    const { data } = await ask(api.PUT(address, { params: { path, header: etag ? { 'If-Match': etag } : {} }, body }));
    put(model, ({ references }) => ({ references: [...references.filter(one => one.reference !== data.reference), data] }));
  };
  return (
    <FormDialog title={w.title} act={act} send={save} onClose={onClose} paths={paths}>
      <p class="soft">{row.node.title}</p>
      <PaperFields paper={cited} onChange={setCited} path="$.paper" faults={act.faults} />
      {row.files.value.length > 0 && (
        <Field label={w.file} path="$.file" faults={act.faults}>
          <select value={file} onChange={event => setFile(event.currentTarget.value)}>
            <option value="">{w.noFile}</option>
            {row.files.value.map(one => <option value={one.id}>{one.name}</option>)}
          </select>
        </Field>
      )}
    </FormDialog>
  );
}
