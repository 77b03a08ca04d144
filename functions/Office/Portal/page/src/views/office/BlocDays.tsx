import { useState } from 'preact/hooks';
import type { Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { DayField } from '../../parts/DayField';
import { day } from '../../words/format';
import { words } from '../../words/language';
import { stageNames } from '../../words/names';
import { stageKey, type BlocIn, type Cycle } from './cycle';

const w = words({
  title: (name: string) => `Ngày riêng – ${name}`, hint: 'Bước nào để trống thì theo lịch chung. Thay đổi được lưu cùng với năm.', from: 'Từ', until: 'Đến hết', take: 'Xong',
}, { title: name => `Own days – ${name}`, hint: 'A step that is left blank goes by the year’s calendar. The change is saved with the year.', from: 'From', until: 'Until', take: 'Done' });

type Days = { readonly opens: string | null; readonly closes: string | null };

/** A bloc's own days of each step, in place of the year's. */
export function BlocDays({ bloc, name, cycle, onChange, onClose }: { bloc: BlocIn; name: string; cycle: Cycle; onChange: (bloc: BlocIn) => void; onClose: () => void }) {
  const [own, set] = useState<Readonly<Record<string, Days>>>(Object.fromEntries(bloc.stages.map(stage => [stageKey(stage), stage])));
  const steps: readonly Schema['StageBody'][] = [...cycle.stages, ...bloc.stages.filter(stage => !cycle.stages.some(one => stageKey(one) === stageKey(stage)))];
  const change = (key: string, part: Partial<Days>) => set({ ...own, [key]: { opens: own[key]?.opens ?? null, closes: own[key]?.closes ?? null, ...part } });
  const isHalf = Object.values(own).some(days => (days.opens === null) !== (days.closes === null));
  const take = () => {
    onChange({ ...bloc, stages: steps.flatMap(step => {
      const days = own[stageKey(step)];
      return days?.opens && days.closes ? { ...step, opens: days.opens, closes: days.closes } : [];
    }) });
    return Promise.resolve();
  };
  return (
    <Confirm title={w.title(name)} isOpen onClose={onClose} onConfirm={take} yes={w.take} isDisabled={isHalf}>
      <p class="hint">{w.hint}</p>
      {steps.map(step => {
        const [key, title] = [stageKey(step), stageNames[step.stage]];
        return (
          <fieldset>
            <legend>{title} <span class="small soft">({day(step.opens)} – {day(step.closes)})</span></legend>
            <div class="row">
              <span>{w.from}</span> <DayField label={`${title} – ${w.from}`} value={own[key]?.opens ?? null} onChange={opens => change(key, { opens })} />
              <span>{w.until}</span> <DayField label={`${title} – ${w.until}`} value={own[key]?.closes ?? null} onChange={closes => change(key, { closes })} />
            </div>
          </fieldset>
        );
      })}
    </Confirm>
  );
}
