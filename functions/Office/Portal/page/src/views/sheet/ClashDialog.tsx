import { useState } from 'preact/hooks';
import { Dialog } from '../../parts/Dialog';
import { words } from '../../words/language';
import { describe, printed } from './describe';
import type { SheetModel } from './model';

const w = words({
  title: 'Phiếu đã được lưu ở nơi khác',
  lead: 'Trong lúc bạn nhập, người khác (hoặc một thẻ khác của trình duyệt) đã lưu cùng các tiêu chí sau. Xin chọn bản giữ lại cho từng tiêu chí.',
  mine: 'Bản bạn vừa nhập',
  theirs: 'Bản đã lưu',
  allMine: 'Giữ tất cả bản của tôi',
  allTheirs: 'Lấy tất cả bản đã lưu',
  keep: 'Lưu lựa chọn',
}, {
  title: 'The sheet was saved elsewhere',
  lead: 'While you typed, somebody else (or another tab of the browser) has saved the same criteria. Please choose what to keep for each.',
  mine: 'What you typed',
  theirs: 'What is saved',
  allMine: 'Keep all of mine',
  allTheirs: 'Take all that is saved',
  keep: 'Save the choice',
});

/** Both versions of what two have changed; neither is thrown away before somebody has chosen. */
export function ClashDialog({ model, isOpen, onClose }: { model: SheetModel; isOpen: boolean; onClose: () => void }) {
  const clashes = model.clashes.value;
  const [isMine, choose] = useState<Readonly<Record<string, boolean>>>({});
  const chooseAll = (mine: boolean) => choose(Object.fromEntries(clashes.map(clash => [clash.criterion, mine])));
  const save = (event: Event) => {
    event.preventDefault();
    onClose();
    void model.settle(new Set(Object.keys(isMine).filter(criterion => isMine[criterion])));
    choose({});
  };
  return (
    <Dialog title={w.title} isOpen={isOpen && clashes.length > 0} onClose={onClose}>
      <form onSubmit={save}>
        <p>{w.lead}</p>
        {clashes.length > 1 && (
          <div class="buttons">
            <button type="button" onClick={() => chooseAll(true)}>{w.allMine}</button>
            <button type="button" onClick={() => chooseAll(false)}>{w.allTheirs}</button>
          </div>
        )}
        {clashes.map(({ criterion, mine: own, theirs }) => {
          const row = model.rows.find(one => one.node.criterion === criterion)!;
          return (
            <fieldset key={criterion}>
              <legend>{printed(row.node)} {row.node.title}</legend>
              <label class="version">
                <input type="radio" name={`keep-${criterion}`} checked={isMine[criterion] === false} onChange={() => choose({ ...isMine, [criterion]: false })} /> <strong>{w.theirs}</strong>
                <span class="pre">{describe(row.node, theirs)}</span>
              </label>
              <label class="version">
                <input type="radio" name={`keep-${criterion}`} checked={isMine[criterion] === true} onChange={() => choose({ ...isMine, [criterion]: true })} /> <strong>{w.mine}</strong>
                <span class="pre">{describe(row.node, own)}</span>
              </label>
            </fieldset>
          );
        })}
        <div class="buttons"><button type="submit" class="primary" disabled={clashes.some(clash => isMine[clash.criterion] === undefined)}>{w.keep}</button></div>
      </form>
    </Dialog>
  );
}
