import { SaveState } from '../../parts/SaveState';
import { common } from '../../words/common';
import { writePoints } from '../../words/points';
import { sheetWords as w } from '../../words/sheet';
import { words } from '../../words/language';
import type { SheetModel } from './model';

const h = words({
  submit: 'Nộp phiếu', choose: 'Chọn bản giữ lại', drop: 'Bỏ phần chưa lưu',
}, {
  submit: 'Hand in', choose: 'Choose what to keep', drop: 'Give up what is not saved',
});

export interface TotalsBarProps {
  readonly model: SheetModel;
  readonly isOpen: boolean;
  readonly onSubmit: () => void;
  readonly onClash: () => void;
}

/** What the sheet comes to, whether it is saved, what is missing; it stays in sight. */
export function TotalsBar({ model, isOpen, onSubmit, onClash }: TotalsBarProps) {
  return (
    <div class="totals-bar no-print" role="region" aria-label={w.total}>
      <Totals model={model} />
      {isOpen && (
        <>
          <Saved model={model} onClash={onClash} onSubmit={onSubmit} />
          <button type="button" class="primary" onClick={onSubmit}>{h.submit}…</button>
        </>
      )}
    </div>
  );
}

function Totals({ model }: { model: SheetModel }) {
  const { base, assigned, bonus, penalty, total } = model.totals.value;
  return (
    <p class="totals">
      {w.total}: <strong class="grand-total">{writePoints(total)}</strong>
      <span class="small">
        {' '}({w.base} {w.totalOf(writePoints(base), writePoints(assigned))}
        {bonus > 0 && `; ${w.bonus} +${writePoints(bonus)}`}
        {penalty > 0 && `; ${w.penalty} −${writePoints(penalty)}`})
      </span>
    </p>
  );
}

function Saved({ model, onClash, onSubmit }: Omit<TotalsBarProps, 'isOpen'>) {
  const status = model.saver.status.value;
  const isStuck = status.kind === 'unsaved' && !status.isTrying && model.clashes.value.length === 0;
  return (
    <div class="saved">
      {model.clashes.value.length > 0
        ? <button type="button" class="danger" onClick={onClash}>⚠ {h.choose}…</button>
        : (status.kind !== 'saved' || model.wrong.value.size === 0) && <SaveState status={model.saver.status} retry={() => void model.saver.flush()} />}
      {isStuck && <button type="button" class="quiet" onClick={() => location.reload()}>{common.reload}</button>}
      {isStuck && <button type="button" class="quiet" onClick={() => { model.saver.drop(); location.reload(); }}>{h.drop}</button>}
      <Lacking model={model} onShow={onSubmit} />
    </div>
  );
}

/** How much is missing; pressed, what. */
function Lacking({ model, onShow }: { model: SheetModel; onShow: () => void }) {
  const [lacking, wrong] = [model.lacking.value, model.wrong.value.size];
  return lacking + wrong === 0
    ? <p class="soft">✓ {w.lacking(0)}</p>
    : <button type="button" class="quiet lack" onClick={onShow}>{wrong > 0 ? `✕ ${w.wrong(wrong)}` : `⚠ ${w.lacking(lacking)}`}</button>;
}
