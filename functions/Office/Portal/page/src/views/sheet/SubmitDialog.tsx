import { useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { Dialog } from '../../parts/Dialog';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { common } from '../../words/common';
import { writePoints } from '../../words/points';
import { sheetWords } from '../../words/sheet';
import { words } from '../../words/language';
import { printed } from './describe';
import { criterionOf, type Lack } from './missing';
import { pathOf, type Row, type SheetModel } from './model';
import { goTo } from './ScoreForm';

const w = words({
  title: 'Nộp phiếu tự chấm điểm',
  missing: 'Phiếu chưa đủ để nộp. Bấm vào từng dòng để đến chỗ còn thiếu:',
  wrong: 'ô ghi chưa đúng, chưa được lưu',
  sure: 'Sau khi nộp, điểm và minh chứng không sửa được nữa, trừ khi phiếu được trả lại hoặc được yêu cầu chỉnh sửa.',
  unsaved: 'Còn nội dung chưa lưu được. Xin đợi lưu xong rồi nộp.',
  submit: 'Nộp phiếu',
  submitting: 'Đang nộp…',
  saving: 'Đang lưu nội dung vừa nhập…',
}, {
  title: 'Hand in the score sheet',
  missing: 'The sheet cannot be handed in yet. Each line leads to what is missing:',
  wrong: 'the field is not right and not saved',
  sure: 'Once it is handed in, points and evidence can no longer be changed, unless the sheet is returned or a revision is asked for.',
  unsaved: 'Something is not saved yet. Please wait until it is, then hand in.',
  submit: 'Hand in',
  submitting: 'Being handed in…',
  saving: 'Saving what was typed…',
});

interface Place {
  readonly row: Row;
  /** All that it lacks: each criterion is named once. */
  readonly lacks: readonly (Lack | 'wrong')[];
}

/** Hands the sheet in; first what is missing, each a link to its place. */
export function SubmitDialog({ model, onClose, onSubmitted }: { model: SheetModel; onClose: () => void; onSubmitted: () => void }) {
  const act = useAct();
  const [told, tell] = useState<readonly Place[]>([]);
  const places = placesOf(model);
  const submit = () => act.run(async () => {
    tell([]);
    if (!await model.saver.flush()) {
      return;
    }

    const etag = model.etag();
    const answer = await ask(api.POST('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/submission', {
      params: { path: pathOf(model.place), header: etag ? { 'If-Match': etag } : {} },
    })).catch((thrown: { faults?: readonly { path: string }[] }) => {
      tell(faultsOf(model, thrown.faults ?? []));
      throw thrown;
    });
    model.took(answer);
    onSubmitted();
  });
  const open = (event: Event, { row, lacks }: Place) => {
    event.preventDefault();
    onClose();
    requestAnimationFrame(() => goTo(row, lacks.every(lack => lack === 'evidence')));
  };
  const list = (shown: readonly Place[]) => (
    <ul class="missing">
      {shown.map(place => (
        <li>
          <a href={`#line-${place.row.node.criterion}`} onClick={event => open(event, place)}>{printed(place.row.node)} {place.row.node.title}</a>
          {' – '}{place.lacks.map(lack => lack === 'wrong' ? w.wrong : sheetWords.lacks[lack]).join('; ')}
        </li>
      ))}
    </ul>
  );
  const status = model.saver.status.value;
  const { total, assigned } = model.totals.value;
  return (
    <Dialog title={w.title} isOpen onClose={onClose}>
      {places.length > 0
        ? (
          <>
            <p>{w.missing}</p>
            {list(places)}
            <div class="buttons"><button type="button" onClick={onClose}>{common.close}</button></div>
          </>
        )
        : (
          <>
            <p>{sheetWords.total}: <strong class="grand-total">{sheetWords.totalOf(writePoints(total), writePoints(assigned))}</strong></p>
            <p>{w.sure}</p>
            {status.kind === 'unsaved' && <p class="fault">✕ {w.unsaved}</p>}
            {status.kind === 'saving' && <p role="status">{w.saving}</p>}
            {act.problem && (told.length > 0 ? <div role="alert"><p>{w.missing}</p>{list(told)}</div> : <ProblemView problem={act.problem} />)}
            <div class="buttons">
              <button type="button" class="primary" disabled={act.isBusy} onClick={() => void submit()}>{act.isBusy ? w.submitting : w.submit}</button>
              <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
            </div>
          </>
        )}
    </Dialog>
  );
}

function placesOf({ rows, wrong }: SheetModel): readonly Place[] {
  return rows.map(row => ({ row, lacks: [...wrong.value.has(row.node.criterion) ? ['wrong' as const] : [], ...row.lacks.value] })).filter(place => place.lacks.length > 0);
}

/** What the program misses, which knows best: what was sent or taken off elsewhere, for example. */
function faultsOf({ rows }: SheetModel, faults: readonly { path: string }[]): readonly Place[] {
  const lackOf = (path: string): Lack => path.startsWith('$.evidence') ? 'evidence' : path.startsWith('$.actuals') ? 'result' : 'score';
  return rows.map(row => ({ row, lacks: faults.filter(fault => criterionOf(fault.path) === row.node.criterion).map(fault => lackOf(fault.path)) })).filter(place => place.lacks.length > 0);
}
