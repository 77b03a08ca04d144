import type { Schema } from '../../../api/client';
import { faultsAt, type Fault } from '../../../api/problem';
import { common } from '../../../words/common';
import { words } from '../../../words/language';
import { Out } from './Fields';
import { Picker, without } from './Picker';
import { awardName, unitName, type Known, type Nominated } from './reads';

type Title = Schema['TitleBody'];

const w = words({ title: 'Tặng ai danh hiệu gì', passed: (n: number) => `Thêm mọi đề nghị Hội đồng đã thông qua (${n})` }, { title: 'Who is given what', passed: n => `Add everything that the council passed (${n})` });

export interface TitlesFieldProps {
  readonly known: Known;
  readonly titles: readonly Title[];
  /** What the council passed and no decision has given yet. */
  readonly passed: readonly Nominated[];
  readonly faults: readonly Fault[];
  readonly onChange: (titles: readonly Title[]) => void;
}

/** The titles that a decision gives; a fault of one stands beside it. */
export function TitlesField({ known, titles, passed, faults, onChange }: TitlesFieldProps) {
  const add = (more: readonly Nominated[]) => onChange([...titles, ...without(more, titles).map(({ unit, award }) => ({ unit, award }))]);
  return (
    <section class="card">
      <h2>{w.title}</h2>
      <ul class="tasks">
        {titles.map((one, at) => {
          const name = `${unitName(known, one.unit)}: ${awardName(known, one.award)}`;
          const mine = faultsAt(faults, `$.titles[${at}]`);
          return (
            <li key={`${one.unit} ${one.award}`}>
              <div class="task-what"><span class="task-name">{name}</span>{mine.length > 0 && <p class="fault">✕ {mine.map(fault => fault.detail).join(' ')}</p>}</div>
              <Out what={name} onOut={() => onChange(titles.filter((_, other) => other !== at))} />
            </li>
          );
        })}
      </ul>
      {titles.length === 0 && <p class="soft">{common.none}</p>}
      {passed.length > 0 && <p><button type="button" onClick={() => add(passed)}>{w.passed(passed.length)}</button></p>}
      <Picker known={known} nominated={[]} hasBloc={false} onAdd={add} />
    </section>
  );
}
