import { useState } from 'preact/hooks';
import type { Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Notice } from '../../parts/States';
import { common } from '../../words/common';
import { day } from '../../words/format';
import { words } from '../../words/language';
import { stageNames } from '../../words/names';
import { loses, type Differences } from './cycle';

const w = words({
  title: (year: number) => `Lưu năm ${year}`, gone: 'SẼ BỊ BỎ khỏi năm:', goneBlocs: 'Khối', goneStages: 'Bước', gonePeriods: 'Kỳ', sure: 'Tôi muốn bỏ những mục trên.',
  fresh: (n: number) => `Năm mới với ${n} khối.`, added: 'Thêm khối:', without: 'Chưa có bảng điểm (chọn sau cũng được):', scheme: 'Đổi bảng điểm:', days: 'Đổi ngày riêng của khối:', stages: 'Đổi lịch chung:', periods: 'Đổi các kỳ.', start: 'Đổi ngày bắt đầu.',
  mail: 'Năm đang mở: đơn vị có ngày thay đổi sẽ nhận được thư.', newStage: 'bước mới',
}, {
  title: year => `Save the year ${year}`, gone: 'WILL BE DROPPED from the year:', goneBlocs: 'Blocs', goneStages: 'Steps', gonePeriods: 'Periods', sure: 'I want to drop these.',
  fresh: n => `A new year with ${n} blocs.`, added: 'New blocs:', without: 'Without a scheme (it can be chosen later):', scheme: 'Another scheme:', days: 'Other days of their own:', stages: 'The calendar changes:', periods: 'The periods change.', start: 'The first day changes.',
  mail: 'The year is open: units whose days change get a mail.', newStage: 'new step',
});

export interface SaveYearProps {
  readonly year: number;
  readonly changes: Differences;
  readonly withoutScheme: readonly string[];
  readonly isNew: boolean;
  readonly state: Schema['CycleState'] | null;
  readonly nameOf: (bloc: string) => string;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** Says what saving comes to. What would go is named, and wants a tick of its own. */
export function SaveYear({ year, changes, withoutScheme, isNew, state, nameOf, onConfirm, onClose }: SaveYearProps) {
  const [isSure, sure] = useState(false);
  const isLosing = loses(changes);
  const names = (blocs: readonly string[]) => blocs.map(nameOf).join('; ');
  const said = (text: string, blocs: readonly string[]) => blocs.length > 0 && <p><strong>{text}</strong> {names(blocs)}</p>;
  return (
    <Confirm title={w.title(year)} isOpen onClose={onClose} onConfirm={onConfirm} yes={common.save} isDangerous={isLosing} isDisabled={isLosing && !isSure}>
      {isLosing && (
        <Notice kind="bad">
          <strong>{w.gone}</strong>
          <ul>
            {changes.goneBlocs.map(bloc => <li>{w.goneBlocs}: {nameOf(bloc)}</li>)}
            {changes.gonePeriods.map(period => <li>{w.gonePeriods}: {period.name}</li>)}
            {changes.goneStages.map(stage => <li>{w.goneStages}: {stageNames[stage.stage]}</li>)}
          </ul>
          <label class="check"><input type="checkbox" checked={isSure} onChange={event => sure(event.currentTarget.checked)} /> {w.sure}</label>
        </Notice>
      )}
      {isNew ? <p>{w.fresh(changes.newBlocs.length)} {names(changes.newBlocs)}</p> : (
        <>
          {said(w.added, changes.newBlocs)}
          {said(w.scheme, changes.otherScheme)}
          {said(w.days, changes.otherDays)}
          {changes.changedStages.length > 0 && (
            <>
              <p><strong>{w.stages}</strong></p>
              <ul>
                {changes.changedStages.map(({ before, after }) => (
                  <li>{stageNames[after.stage]}: {before ? <span class="gone">{day(before.opens)} – {day(before.closes)}</span> : `(${w.newStage})`} → {day(after.opens)} – {day(after.closes)}</li>
                ))}
              </ul>
            </>
          )}
          {changes.otherPeriods && <p>{w.periods}</p>}
          {changes.otherStart && <p>{w.start}</p>}
          {state === 'open' && <p class="soft">{w.mail}</p>}
        </>
      )}
      {said(w.without, withoutScheme)}
    </Confirm>
  );
}
